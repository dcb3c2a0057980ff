//! The deals that one answers for, found, sorted and added up.

use accounts::account;
use askama::Template;
use axum::response::Response;
use axum::routing::get;
use frame::web::list::{Cut, Page};
use frame::web::shell::Shell;
use frame::web::take_out::{Files, files};
use frame::web::{Json, Query, page};
use frame::{App, Ctx, Result};
use kernel::access::{Act, Area, Reach};
use people::team;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::find_opportunities::{Looked, Sort, filtered, find_opportunities};
use crate::opportunity::{OpportunityKind, OpportunityOut};
use crate::owners::owners;
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
    looked: Looked,
    rows: Vec<Shown>,
    /// How many there are, and what they are worth together.
    count: String,
    worth: Vec<Worth>,
    first: String,
    next: String,
    /// The reader sees more deals than their own.
    wide: bool,
    owners: Vec<(String, String)>,
    teams: Vec<team::Model>,
    pipelines: Vec<(String, String)>,
    /// Of the pipeline that is looked at.
    stages: Vec<(String, String)>,
    /// The client whose deals are looked at.
    client: String,
    without_client: String,
    board: String,
    may_open: bool,
    may_import: bool,
    files: Option<Files>,
}

impl DealsPage {
    fn kinds(&self) -> Vec<(&'static str, &'static str)> {
        let word = |&it: &OpportunityKind| (it.word(), self.w.kind(it));
        let mut kinds: Vec<_> = OpportunityKind::ALL.iter().map(word).collect();
        kinds.push(("deleted", self.w.kind_deleted()));
        kinds
    }

    fn sorts(&self) -> [(&'static str, &'static str); 4] {
        [
            (Sort::Newest.word(), self.w.sort_newest()),
            (Sort::Close.word(), self.w.sort_close()),
            (Sort::Amount.word(), self.w.sort_amount()),
            (Sort::Name.word(), self.w.sort_name()),
        ]
    }

    fn first_step(&self) -> bool {
        self.looked.is_everything() && self.first.is_empty() && self.rows.is_empty()
    }
}

async fn show(ctx: Ctx, Query(looked): Query<Looked>, Query(cut): Query<Cut>) -> Result<Response> {
    let found = find_opportunities(&ctx, &looked, &cut).await?;
    let known = pipelines(&ctx).await?;
    let heaps = heaps(&ctx, filtered(&ctx, &looked).await?).await?;
    let (lang, w) = (ctx.lang(), Words::of(ctx.lang()));
    let wide = Reach::Own < ctx.actor.reach(Act::View, Area::Pipeline);
    let owners = if wide { owners(&ctx, Act::View).await? } else { Vec::new() };
    let next = found.next_cursor.as_deref().map(|it| address(&looked, Some(it)));
    let read_on = cut.cursor.as_deref().is_some_and(|it| !it.is_empty());
    let client = match looked.account_id.parse() {
        Ok(id) => account::names(&ctx, [id]).await?.into_values().next(),
        Err(_) => None,
    };
    let without_client = Looked { account_id: String::new(), ..looked.clone() };
    let board = [("pipeline", looked.pipeline.as_str()), ("owner_id", looked.owner_id.as_str())];
    page::render(&DealsPage {
        shell: ctx.shell("opportunities"),
        w,
        rows: shown(&ctx, found.items).await?,
        count: w.deals_counted(count(&heaps)),
        worth: worth(&heaps, &known),
        first: if read_on { address(&looked, None) } else { String::new() },
        next: next.unwrap_or_default(),
        wide,
        owners: owners.into_iter().map(|(id, name)| (id.to_string(), name)).collect(),
        teams: if wide { team::all(&ctx).await? } else { Vec::new() },
        pipelines: known
            .pipelines
            .iter()
            .map(|it| (it.code.clone(), it.label(lang).to_owned()))
            .collect(),
        stages: known
            .of(&looked.pipeline)
            .map(|it| (it.code.clone(), it.label(lang).to_owned()))
            .collect(),
        client: client.unwrap_or_default(),
        without_client: address(&without_client, None),
        board: page::address("/opportunities/board", board),
        may_open: ctx.may(Act::Create, Area::Pipeline),
        may_import: ctx.may(Act::Create, Area::Imports),
        files: files(&ctx, Area::Pipeline, &address(&looked, None)),
        looked,
    })
}

/// The address of this list, so that filters stay in it.
fn address(looked: &Looked, cursor: Option<&str>) -> String {
    let pairs = looked.pairs().into_iter();
    page::address("/opportunities", pairs.chain([("cursor", cursor.unwrap_or_default())]))
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
