//! The deals that one answers for, found, sorted and added up.

use std::collections::HashMap;

use askama::Template;
use axum::response::Response;
use axum::routing::get;
use frame::web::list::{Chosen, Cut, Listing, Page, Question};
use frame::web::shell::Shell;
use frame::web::{Json, Query, page};
use frame::{App, Ctx, Result};
use kernel::access::{Act, Area};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::LIST;
use crate::ask_opportunities::ask_opportunities;
use crate::find_opportunities::{Looked, filtered, find_opportunities};
use crate::opportunity::OpportunityOut;
use crate::shown::{Shown, shown};
use crate::stage::pipelines;
use crate::totals::{Worth, count, heaps, worth};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/opportunities", get(show)).routes(routes!(list))
}

// In the browser.

#[derive(Template)]
#[template(path = "list_opportunities.html")]
struct DealsPage {
    shell: Shell,
    w: Words,
    /// The views of this list.
    views: String,
    list: Listing,
    rows: Vec<Row>,
    /// How many there are, and what they are worth together.
    count: String,
    worth: Vec<Worth>,
    board: String,
    may_open: bool,
    may_import: bool,
}

/// One deal, as the list shows it.
struct Row {
    it: Shown,
    /// What else may be shown, by the word of the column.
    others: HashMap<&'static str, String>,
}

impl Row {
    fn of(it: Shown, ctx: &Ctx) -> Self {
        let (lang, w) = (ctx.lang(), Words::of(ctx.lang()));
        let others = [
            ("client", it.client.clone()),
            ("pipeline", it.pipeline.clone()),
            ("kind", w.kind(it.deal.kind).to_owned()),
            ("category", w.category(it.category).to_owned()),
            ("engaged", it.deal.engaged_on.map(|it| lang.day(it)).unwrap_or_default()),
            ("key", it.deal.external_key.clone().unwrap_or_default()),
        ];
        Self { others: others.into_iter().collect(), it }
    }

    fn other(&self, column: &str) -> &str {
        self.others.get(column).map_or("", String::as_str)
    }
}

impl DealsPage {
    fn first_step(&self) -> bool {
        self.list.is_whole() && self.rows.is_empty()
    }
}

async fn show(
    ctx: Ctx,
    Query(looked): Query<Looked>,
    Query(cut): Query<Cut>,
    chosen: Chosen,
) -> Result<Response> {
    let question = Question::of(&looked)?.showing(&chosen);
    let asked = ask_opportunities(&ctx, &question).await?;
    let (found, heaps) = if asked.has_answer() {
        let heaps = heaps(&ctx, filtered(&ctx, &looked).await?).await?;
        (find_opportunities(&ctx, &looked, &cut).await?, heaps)
    } else {
        (Page::empty(), Vec::new())
    };
    let known = pipelines(&ctx).await?;
    let w = Words::of(ctx.lang());
    let next = found.next_cursor.as_deref();
    let list = Listing::of(&ctx, &LIST, question, asked, &cut, next).arranging(&chosen);
    let views = views::bar(&ctx, &LIST, &list.address()).await?;
    let board = [("pipeline", looked.pipeline.as_str()), ("owner_id", looked.owner_id.as_str())];
    let rows = shown(&ctx, found.items).await?.into_iter();
    page::render(&DealsPage {
        views,
        shell: ctx.shell("opportunities"),
        w,
        list,
        rows: rows.map(|it| Row::of(it, &ctx)).collect(),
        count: w.deals_counted(count(&heaps)),
        worth: worth(&heaps, &known),
        board: page::address("/opportunities/board", board),
        may_open: ctx.may(Act::Create, Area::Pipeline),
        may_import: ctx.may(Act::Create, Area::Imports),
    })
}

// In the API.

/// Deals, and what all that fit are worth together.
#[derive(Debug, serde::Serialize, utoipa::ToSchema)]
struct Deals {
    #[serde(flatten)]
    page: Page<OpportunityOut>,
    /// How many fit, on all pages.
    count: i64,
    /// What they are worth, by currency.
    worth: Vec<Worth>,
}

/// Deals that the token's person may view
#[utoipa::path(
    get,
    path = "/api/v1/opportunities",
    tag = "pipeline",
    params(Looked, Cut),
    responses((status = 200, body = Deals)),
)]
async fn list(
    ctx: Ctx,
    Query(looked): Query<Looked>,
    Query(cut): Query<Cut>,
) -> Result<Json<Deals>> {
    let found = find_opportunities(&ctx, &looked, &cut).await?;
    let heaps = heaps(&ctx, filtered(&ctx, &looked).await?).await?;
    let known = pipelines(&ctx).await?;
    let worth = worth(&heaps, &known);
    let page = found.map(OpportunityOut::from);
    Ok(Json(Deals { page, count: count(&heaps), worth }))
}
