//! What is wrong about documents and waits for an answer, the oldest first.

use askama::Template;
use axum::response::Response;
use axum::routing::get;
use frame::web::list::{Cut, Page, address};
use frame::web::shell::Shell;
use frame::web::take_out::{Files, files};
use frame::web::{Json, Query, page};
use frame::{App, Ctx, Result};
use kernel::Instant;
use kernel::access::Area;
use sea_orm::sea_query::{Expr, ExprTrait, SimpleExpr};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::invoice_problem::{Column, Entity, Model, ProblemId, ProblemOut};
use crate::list_invoices::permit;
use crate::solve_problem::{Shown, shown};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/transactions/problems", get(show)).routes(routes!(list))
}

/// Where a page of the list ended.
#[derive(Serialize, Deserialize)]
struct Key(Instant, ProblemId);

/// Open problems in reach, the oldest first.
pub async fn open(ctx: &Ctx, cut: &Cut) -> Result<Page<Model>> {
    permit(ctx)?;
    let limit = cut.limit()?;
    let mut found = ctx.find::<Entity>().filter(Column::SolvedAt.is_null());
    if let Some(Key(at, id)) = cut.after::<Key>()? {
        let row = Expr::tuple([Column::RaisedAt.into_expr(), Column::Id.into_expr()]);
        found = found.filter(row.gt(Expr::tuple([SimpleExpr::from(at), SimpleExpr::from(id)])));
    }
    let found = found.order_by_asc(Column::RaisedAt).order_by_asc(Column::Id).limit(limit + 1);
    Page::cut(found.all(ctx).await?, limit, |it| Key(it.raised_at, it.id))
}

// In the browser.

#[derive(Template)]
#[template(path = "list_problems.html")]
struct ProblemsPage {
    shell: Shell,
    w: Words,
    problems: Vec<Shown>,
    first: String,
    next: String,
    files: Option<Files>,
}

async fn show(ctx: Ctx, Query(cut): Query<Cut>) -> Result<Response> {
    const HERE: &str = "/transactions/problems";
    let Page { items, next_cursor } = open(&ctx, &cut).await?;
    let next = next_cursor.map(|it| address(HERE, &(), Some(&it))).transpose()?;
    page::render(&ProblemsPage {
        shell: ctx.shell("transactions"),
        w: Words::of(ctx.lang()),
        problems: shown(&ctx, items).await?,
        first: cut.cursor.map(|_| HERE.to_owned()).unwrap_or_default(),
        next: next.unwrap_or_default(),
        files: files(&ctx, Area::Transactions, HERE),
    })
}

// In the API.

/// Open problems with documents, the oldest first
#[utoipa::path(
    get,
    path = "/api/v1/invoice-problems",
    tag = "transactions",
    params(Cut),
    responses((status = 200, body = Page<ProblemOut>)),
)]
async fn list(ctx: Ctx, Query(cut): Query<Cut>) -> Result<Json<Page<ProblemOut>>> {
    Ok(Json(open(&ctx, &cut).await?.map(ProblemOut::from)))
}
