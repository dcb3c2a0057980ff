//! What nobody has yet, with what the rules would say of each; and the rules tried on all that is
//! open, before anything changes.

use askama::Template;
use axum::response::Response;
use axum::routing::get;
use frame::web::shell::Shell;
use frame::web::{Json, Query, page};
use frame::{App, Ctx, Error, Result, Tx};
use kernel::access::{Act, Area};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::assign::{Rules, assign_by_rules};
use crate::owners::{may_hand_out, names};
use crate::prospect::{self, Column, Model, ProspectId, ProspectStatus};
use crate::shown::{Shown, shown};
use crate::words::Words;

/// So many are looked at, and handed out, at once.
const AT_ONCE: u64 = 200;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/prospects/inbox", get(show).post(submit))
        .routes(routes!(preview, hand_out))
}

#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
struct Asked {
    /// `all`: the rules are tried on everything that is open, and not on the inbox alone.
    #[param(pattern = "^(all)?$")]
    of: String,
}

impl Asked {
    fn everything(&self) -> Result<bool> {
        match self.of.as_str() {
            "" => Ok(false),
            "all" => Ok(true),
            other => Err(Error::Malformed(format!("`{other}` is no value of of"))),
        }
    }
}

/// What the rules would say of one prospect.
struct Tried {
    shown: Shown,
    /// To whom it would go; empty while it would wait.
    to: String,
    why: String,
    /// Somebody else than now.
    other: bool,
}

/// Whoever gives prospects to others sees what waits.
fn permitted(ctx: &Ctx) -> Result<()> {
    if may_hand_out(ctx) { Ok(()) } else { Err(Error::Denied) }
}

/// What is to be tried, the oldest first: they have waited longest.
async fn waiting(ctx: &Ctx, everything: bool) -> Result<Vec<Model>> {
    let mut open = prospect::shown(ctx).filter(Column::Status.is_in(ProspectStatus::OPEN));
    if !everything {
        open = open.filter(Column::OwnerId.is_null());
    }
    let open = open.order_by_asc(Column::CreatedAt).order_by_asc(Column::Id).limit(AT_ONCE);
    Ok(open.all(ctx).await?)
}

/// What would become of these, one after the other; nothing is written.
async fn tried(ctx: &Ctx, prospects: Vec<Model>) -> Result<Vec<Tried>> {
    let mut rules = Rules::load(ctx).await?;
    let decided: Vec<_> = prospects.iter().map(|it| rules.hand_out(it)).collect();
    let people = names(ctx, decided.iter().filter_map(|it| it.to)).await?;
    let rows = shown(ctx, prospects).await?;
    let one = |(shown, decided): (Shown, crate::assign::Decided)| Tried {
        other: decided.to.is_some() && decided.to != shown.it.owner_id,
        to: decided.to.and_then(|it| people.get(&it).cloned()).unwrap_or_default(),
        why: decided.why.sentence(ctx.lang()),
        shown,
    };
    Ok(rows.into_iter().zip(decided).map(one).collect())
}

/// Hands out what waits in the inbox, by the rules; answers what found somebody, and how many wait
/// on.
pub async fn hand_out_inbox(tx: &Tx) -> Result<(Vec<Model>, usize)> {
    permitted(tx)?;

    let waiting = waiting(tx, false).await?;
    let handed = assign_by_rules(tx, waiting).await?;
    let (given, wait): (Vec<_>, Vec<_>) = handed.into_iter().partition(|it| it.owner_id.is_some());
    Ok((given, wait.len()))
}

// In the browser.

#[derive(Template)]
#[template(path = "inbox.html")]
struct InboxPage {
    shell: Shell,
    w: Words,
    everything: bool,
    rows: Vec<Tried>,
    no_rules: bool,
    may_settle: bool,
}

impl InboxPage {
    /// Some of these would go to somebody.
    fn any(&self) -> bool {
        self.rows.iter().any(|it| !it.to.is_empty())
    }
}

async fn show(ctx: Ctx, Query(asked): Query<Asked>) -> Result<Response> {
    permitted(&ctx)?;
    let everything = asked.everything()?;
    let rows = tried(&ctx, waiting(&ctx, everything).await?).await?;
    page::render(&InboxPage {
        shell: ctx.shell("prospects"),
        w: Words::of(ctx.lang()),
        everything,
        rows,
        no_rules: Rules::load(&ctx).await?.are_none(),
        may_settle: ctx.permit_company(Act::Edit, Area::Settings).is_ok(),
    })
}

async fn submit(ctx: Ctx) -> Result<Response> {
    let tx = ctx.begin().await?;
    let (given, wait) = hand_out_inbox(&tx).await?;
    let said = Words::of(tx.lang()).inbox_handed_out(given.len(), wait);
    tx.commit().await?;
    page::redirect_saying("/prospects/inbox", &said)
}

// In the API.

/// What the rules would say of a prospect.
#[derive(serde::Serialize, utoipa::ToSchema)]
struct TriedOut {
    id: ProspectId,
    name: String,
    /// Whose it is now.
    owner: String,
    /// To whom it would go; empty while it would wait.
    to: String,
    why: String,
}

/// Try the rules of assignment; nothing is changed
#[utoipa::path(
    get,
    path = "/api/v1/prospects/inbox",
    tag = "prospects",
    params(Asked),
    responses((status = 200, body = Vec<TriedOut>)),
)]
async fn preview(ctx: Ctx, Query(asked): Query<Asked>) -> Result<Json<Vec<TriedOut>>> {
    permitted(&ctx)?;
    let rows = tried(&ctx, waiting(&ctx, asked.everything()?).await?).await?;
    let out = |it: Tried| TriedOut {
        id: it.shown.it.id,
        name: it.shown.it.name,
        owner: it.shown.owner,
        to: it.to,
        why: it.why,
    };
    Ok(Json(rows.into_iter().map(out).collect()))
}

/// What became of the inbox.
#[derive(serde::Serialize, utoipa::ToSchema)]
struct HandedOut {
    given: usize,
    waiting: usize,
}

/// Hand out what waits in the inbox, by the rules
#[utoipa::path(
    post,
    path = "/api/v1/prospects/inbox",
    tag = "prospects",
    responses((status = 200, body = HandedOut)),
)]
async fn hand_out(ctx: Ctx) -> Result<Json<HandedOut>> {
    let tx = ctx.begin().await?;
    let (given, waiting) = hand_out_inbox(&tx).await?;
    tx.commit().await?;
    Ok(Json(HandedOut { given: given.len(), waiting }))
}
