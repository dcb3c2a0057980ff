//! The prospects that one answers for, found and sorted; what waits in the inbox stands first.

use std::collections::HashMap;

use askama::Template;
use axum::response::Response;
use axum::routing::get;
use frame::web::list::{Chosen, Cut, Listing, Page, Picked, Question, Tally};
use frame::web::shell::Shell;
use frame::web::{Json, Query, page};
use frame::{App, Ctx, Result};
use kernel::access::{Act, Area};
use sea_orm::{ColumnTrait, PaginatorTrait, QueryFilter};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::LIST;
use crate::ask_prospects::ask_prospects;
use crate::find_prospects::{Looked, filtered, find_prospects};
use crate::owners::may_hand_out;
use crate::prospect::{self, ProspectId, ProspectOut, ProspectStatus};
use crate::shown::{Shown, shown};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/prospects", get(show)).routes(routes!(list))
}

// In the browser.

#[derive(Template)]
#[template(path = "list_prospects.html")]
struct ProspectsPage {
    shell: Shell,
    w: Words,
    /// The views of this list.
    views: String,
    list: Listing,
    rows: Vec<Row>,
    /// What waits in the inbox, for whoever hands it out.
    waiting: i64,
    may_write: bool,
    may_import: bool,
}

/// One prospect, as the list shows it.
struct Row {
    shown: Shown,
    /// What else may be shown, by the word of the column.
    others: HashMap<&'static str, String>,
}

impl Row {
    fn of(shown: Shown) -> Self {
        let text = |it: &Option<String>| it.clone().unwrap_or_default();
        let it = &shown.it;
        let others = [
            ("contact", text(&it.contact_name)),
            ("phone", it.phone.as_deref().map(kernel::phone::shown).unwrap_or_default()),
            ("email", text(&it.email)),
            ("industry", text(&it.industry)),
            ("created", shown.created.clone()),
            ("key", text(&it.external_key)),
        ];
        Self { others: others.into_iter().collect(), shown }
    }

    fn other(&self, column: &str) -> &str {
        self.others.get(column).map_or("", String::as_str)
    }
}

impl ProspectsPage {
    fn first_step(&self) -> bool {
        self.list.is_whole() && self.rows.is_empty()
    }
}

async fn show(
    ctx: Ctx,
    Query(looked): Query<Looked>,
    Query(cut): Query<Cut>,
    chosen: Chosen,
    picked: Picked,
) -> Result<Response> {
    let question = Question::of(&looked)?.showing(&chosen);
    let asked = ask_prospects(&ctx, &question).await?;
    let (found, count) = if asked.has_answer() {
        let count = Tally::of(&ctx, [filtered(&ctx, &looked)?]).await?;
        (find_prospects(&ctx, &looked, &cut).await?, count)
    } else {
        (Page::empty(), Tally::default())
    };
    let w = Words::of(ctx.lang());
    let next = found.next_cursor.as_deref();
    let list = Listing::of(&ctx, &LIST, question, asked, &cut, next).arranging(&chosen);
    let mut list = list.counted(&ctx, count, |it| w.prospects_counted(it));
    if may_hand_out(&ctx) {
        let here: Vec<ProspectId> = found.items.iter().map(|it| it.id).collect();
        list = list.choosing("/prospects/pass", picked, &here);
    }
    let views = views::bar(&ctx, &LIST, &list.address()).await?;
    let rows = shown(&ctx, found.items).await?.into_iter();
    page::render(&ProspectsPage {
        shell: ctx.shell("prospects"),
        w,
        views,
        list,
        rows: rows.map(Row::of).collect(),
        waiting: if may_hand_out(&ctx) { whole(waiting(&ctx).await?) } else { 0 },
        may_write: ctx.may(Act::Create, Area::Prospects),
        may_import: ctx.may(Act::Create, Area::Imports),
    })
}

/// How many wait in the inbox and are still to be worked on.
pub async fn waiting(ctx: &Ctx) -> Result<u64> {
    let waiting = prospect::shown(ctx)
        .filter(prospect::Column::OwnerId.is_null())
        .filter(prospect::Column::Status.is_in(ProspectStatus::OPEN));
    Ok(waiting.count(ctx).await?)
}

fn whole(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

// In the API.

/// Prospects that the token's person may view
#[utoipa::path(
    get,
    path = "/api/v1/prospects",
    tag = "prospects",
    params(Looked, Cut),
    responses((status = 200, body = Page<ProspectOut>)),
)]
async fn list(
    ctx: Ctx,
    Query(looked): Query<Looked>,
    Query(cut): Query<Cut>,
) -> Result<Json<Page<ProspectOut>>> {
    let found = find_prospects(&ctx, &looked, &cut).await?;
    Ok(Json(found.map(ProspectOut::from)))
}
