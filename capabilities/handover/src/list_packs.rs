//! The clients that one got from others, with what one must know of each.

use std::collections::HashSet;

use accounts::{AccountId, account};
use askama::Template;
use axum::response::Response;
use axum::routing::get;
use frame::web::list::{Cut, Page};
use frame::web::shell::Shell;
use frame::web::{Json, Query, page};
use frame::{App, Ctx, Error, Result};
use kernel::access::{Act, Area, Reach};
use kernel::money::Money;
use kernel::{Day, Instant, PersonId};
use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryOrder, QuerySelect};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::handover_pack::{Column, Entity, Model, PackId, seen};
use crate::handover_question;
use crate::load::names;
use crate::say::name;
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/handovers", get(show)).routes(routes!(list))
}

// In the browser.

#[derive(Template)]
#[template(path = "list_packs.html")]
struct PacksPage {
    shell: Shell,
    w: Words,
    rows: Vec<PackShown>,
    next: String,
    /// The reader may move clients.
    may_move: bool,
    questions: Vec<(PackId, String, String)>,
}

struct PackShown {
    id: PackId,
    client: String,
    who: String,
    on: String,
    state: &'static str,
    look: &'static str,
}

async fn show(ctx: Ctx, Query(cut): Query<Cut>) -> Result<Response> {
    let w = Words::of(ctx.lang());
    let found = find(&ctx, &cut).await?;
    let clients = account::names(&ctx, found.items.iter().map(|it| it.account_id)).await?;
    let questions = waiting(&ctx).await?;
    let mut ids: Vec<PersonId> = questions.iter().map(|it| it.asked_by).collect();
    for pack in &found.items {
        ids.extend(pack.from_id.into_iter().chain([pack.to_id]));
    }
    let names = names(&ctx, ids).await?;
    let next = found.next_cursor.clone().unwrap_or_default();
    let shown = |it: Model| {
        let (state, look) = standing(&it, w);
        let from = match it.from_id {
            Some(_) => name(&names, it.from_id),
            None => w.nobody().to_owned(),
        };
        PackShown {
            id: it.id,
            client: clients.get(&it.account_id).cloned().unwrap_or_default(),
            who: w.giver_taker(from, name(&names, Some(it.to_id))),
            on: w.0.day(it.moved_on),
            state,
            look,
        }
    };
    page::render(&PacksPage {
        rows: found.items.into_iter().map(shown).collect(),
        next: if next.is_empty() {
            next
        } else {
            page::address("/handovers", [("cursor", next.as_str())])
        },
        may_move: Reach::Own < ctx.actor.reach(Act::Edit, Area::Accounts),
        questions: questions
            .into_iter()
            .map(|it| (it.pack_id, name(&names, Some(it.asked_by)), it.text))
            .collect(),
        shell: ctx.shell("accounts"),
        w,
    })
}

/// How a pack stands, as a badge shows it.
pub fn standing(it: &Model, w: Words) -> (&'static str, &'static str) {
    if it.withdrawn_at.is_some() {
        (w.pack_withdrawn(), "off")
    } else if it.acknowledged_at.is_some() {
        (w.pack_acknowledged(), "good")
    } else {
        (w.pack_waits(), "waits")
    }
}

/// What waits for an answer of the actor's.
async fn waiting(ctx: &Ctx) -> Result<Vec<handover_question::Model>> {
    use handover_question::Column;
    let rows = ctx
        .whole_company::<handover_question::Entity>()
        .filter(Column::AskedOf.eq(ctx.actor.person))
        .filter(Column::AnsweredAt.is_null());
    Ok(rows.order_by_asc(Column::At).all(ctx).await?)
}

/// The packs of clients that the actor got, answers for, or gave.
async fn find(ctx: &Ctx, cut: &Cut) -> Result<Page<Model>> {
    if !ctx.may(Act::View, Area::Accounts) {
        return Err(Error::Denied);
    }
    let limit = cut.limit()?;
    let given = Column::FromId.eq(ctx.actor.person);
    let seen = Condition::any().add(ctx.within::<Entity>(Act::View)).add(given);
    let mut rows = ctx.whole_company::<Entity>().filter(seen);
    if let Some(last) = cut.after::<PackId>()? {
        rows = rows.filter(Column::Id.lt(last));
    }
    let rows = rows.order_by_desc(Column::Id).limit(limit + 1).all(ctx).await?;
    Page::cut(rows, limit, |it| it.id)
}

// In the API.

/// What the next one must know of a client.
#[derive(Debug, serde::Serialize, utoipa::ToSchema)]
pub struct PackOut {
    pub id: PackId,
    pub account_id: AccountId,
    pub from_id: Option<PersonId>,
    pub to_id: PersonId,
    /// In the words of whoever had it.
    pub note: Option<String>,
    /// In the words of those who moved it, or answer for whoever has it now. Read by whoever sees
    /// the client.
    pub side_note: Option<String>,
    pub moved_on: Day,
    /// What it brought in the twelve months before; nothing for whoever does not see the client.
    pub baseline: Vec<Money>,
    /// Until then its figures are not held against whoever got it.
    pub grace_until: Day,
    pub acknowledged_at: Option<Instant>,
    pub withdrawn_at: Option<Instant>,
}

impl PackOut {
    /// As the actor may read it.
    pub async fn of(ctx: &Ctx, pack: Model) -> Result<Self> {
        let seen = seen(ctx, [pack.account_id]).await?;
        Ok(Self::shown(ctx, pack, &seen))
    }

    fn shown(ctx: &Ctx, pack: Model, seen: &HashSet<AccountId>) -> Self {
        let sees_client = seen.contains(&pack.account_id);
        let it = pack.readable(ctx, sees_client);
        Self {
            baseline: it.baseline(),
            id: it.id,
            account_id: it.account_id,
            from_id: it.from_id,
            to_id: it.to_id,
            note: it.note,
            side_note: it.side_note,
            moved_on: it.moved_on,
            grace_until: it.grace_until,
            acknowledged_at: it.acknowledged_at,
            withdrawn_at: it.withdrawn_at,
        }
    }
}

/// Clients that passed on, the latest first
#[utoipa::path(
    get,
    path = "/api/v1/handovers",
    tag = "handover",
    params(Cut),
    responses((status = 200, body = Page<PackOut>)),
)]
async fn list(ctx: Ctx, Query(cut): Query<Cut>) -> Result<Json<Page<PackOut>>> {
    let found = find(&ctx, &cut).await?;
    let seen = seen(&ctx, found.items.iter().map(|it| it.account_id)).await?;
    Ok(Json(found.map(|it| PackOut::shown(&ctx, it, &seen))))
}
