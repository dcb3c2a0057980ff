//! The files that are kept with a client, with something that happened there, or with a deal.

use accounts::AccountId;
use accounts::rules::DAYS_TO_RESTORE;
use activities::NoteId;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use frame::web::list::{Cut, Page};
use frame::web::page;
use frame::web::shell::Shell;
use frame::web::{Json, Path, Query};
use frame::{App, Ctx, Result};
use pipeline::OpportunityId;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::attachment::{self, AttachmentId, AttachmentOut, Column, Model, in_reach, is_with};
use crate::holder::{self, Holder};
use crate::say::{Row, rows};
use crate::words::Words;

/// So many that were taken away are offered back.
const MOST_GONE: u64 = 50;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/accounts/{account}/attachments", get(show_account))
        .route("/opportunities/{opportunity}/attachments", get(show_deal))
        .route("/notes/{note}/attachments", get(show_note))
        .routes(routes!(list_account))
        .routes(routes!(list_deal))
        .routes(routes!(list_note))
}

/// What is kept with this, the latest first.
pub async fn find(ctx: &Ctx, with: Holder, cut: &Cut) -> Result<Page<Model>> {
    holder::get(ctx, with).await?;
    let limit = cut.limit()?;
    let mut files = attachment::shown(ctx).filter(is_with(ctx, with));
    if let Some(after) = cut.after::<AttachmentId>()? {
        files = files.filter(Column::Id.lt(after));
    }
    let files = files.order_by_desc(Column::Id).limit(limit + 1).all(ctx).await?;
    Page::cut(files, limit, |it| it.id)
}

/// Where files are brought, and what the form has to say.
pub struct Upload {
    pub action: String,
    pub api: String,
    pub most_bytes: u64,
    pub help: String,
    pub too_large: String,
}

impl Upload {
    pub fn of(ctx: &Ctx, to: Holder) -> Self {
        let w = Words::of(ctx.lang());
        let most_bytes = ctx.app.room.file_bytes;
        let most_mb = i64::try_from(most_bytes >> 20).unwrap_or(i64::MAX);
        Self {
            action: to.attachments(),
            api: to.api(),
            most_bytes,
            help: w.upload_help(most_mb),
            too_large: w.refused_too_large(most_mb),
        }
    }
}

// In the browser.

#[derive(Template)]
#[template(path = "list_attachments.html")]
struct ListPage {
    shell: Shell,
    w: Words,
    /// Where one came from, and what it is called.
    back: String,
    name: String,
    upload: Option<Upload>,
    rows: Vec<Row>,
    gone: Vec<Row>,
    first: String,
    next: String,
    /// What was not kept, and why; what was kept beside it.
    faults: Vec<String>,
    said: String,
}

async fn show_account(
    ctx: Ctx,
    Path(id): Path<AccountId>,
    Query(cut): Query<Cut>,
) -> Result<Response> {
    show(ctx, Holder::Account(id), cut).await
}

async fn show_deal(
    ctx: Ctx,
    Path(id): Path<OpportunityId>,
    Query(cut): Query<Cut>,
) -> Result<Response> {
    show(ctx, Holder::Opportunity(id), cut).await
}

async fn show_note(ctx: Ctx, Path(id): Path<NoteId>, Query(cut): Query<Cut>) -> Result<Response> {
    show(ctx, Holder::Activity(id), cut).await
}

async fn show(ctx: Ctx, with: Holder, cut: Cut) -> Result<Response> {
    page::render(&list_page(&ctx, with, cut, Vec::new(), String::new()).await?)
}

/// The page again, with why some of what was sent is not kept.
pub async fn refused_page(
    ctx: &Ctx,
    with: Holder,
    faults: Vec<String>,
    said: String,
) -> Result<Response> {
    let page = list_page(ctx, with, Cut::default(), faults, said).await?;
    page::render_as(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

async fn list_page(
    ctx: &Ctx,
    with: Holder,
    cut: Cut,
    faults: Vec<String>,
    said: String,
) -> Result<ListPage> {
    let held = holder::get(ctx, with).await?;
    let found = find(ctx, with, &cut).await?;
    let may_edit = holder::may_edit(ctx, with).await?;
    let is_cut = cut.cursor.is_some_and(|it| !it.is_empty());
    let next = found.next_cursor.map(|it| format!("{}?cursor={it}", with.attachments()));
    let gone = if may_edit { gone(ctx, with).await? } else { Vec::new() };
    Ok(ListPage {
        shell: ctx.shell(with.section()),
        w: Words::of(ctx.lang()),
        back: with.page(),
        name: held.name,
        upload: may_edit.then(|| Upload::of(ctx, with)),
        rows: rows(ctx, with, found.items).await?,
        gone: rows(ctx, with, gone).await?,
        first: if is_cut { with.attachments() } else { String::new() },
        next: next.unwrap_or_default(),
        faults,
        said,
    })
}

/// What was taken away and may be brought back.
async fn gone(ctx: &Ctx, with: Holder) -> Result<Vec<Model>> {
    let gone = in_reach(ctx)
        .filter(is_with(ctx, with))
        .filter(Column::HiddenAt.gte(ctx.now.plus_days(-DAYS_TO_RESTORE)))
        .order_by_desc(Column::HiddenAt)
        .limit(MOST_GONE);
    Ok(gone.all(ctx).await?)
}

// In the API.

async fn list(ctx: &Ctx, with: Holder, cut: &Cut) -> Result<Json<Page<AttachmentOut>>> {
    Ok(Json(find(ctx, with, cut).await?.map(Into::into)))
}

/// The files that are kept with an account, those of its activities and of its opportunities in
/// reach among them, the latest first
#[utoipa::path(
    get,
    path = "/api/v1/accounts/{account}/attachments",
    tag = "attachments",
    params(("account" = AccountId, Path), Cut),
    responses((status = 200, body = Page<AttachmentOut>)),
)]
async fn list_account(
    ctx: Ctx,
    Path(id): Path<AccountId>,
    Query(cut): Query<Cut>,
) -> Result<Json<Page<AttachmentOut>>> {
    list(&ctx, Holder::Account(id), &cut).await
}

/// The files that are kept with an opportunity, the latest first
#[utoipa::path(
    get,
    path = "/api/v1/opportunities/{opportunity}/attachments",
    tag = "attachments",
    params(("opportunity" = OpportunityId, Path), Cut),
    responses((status = 200, body = Page<AttachmentOut>)),
)]
async fn list_deal(
    ctx: Ctx,
    Path(id): Path<OpportunityId>,
    Query(cut): Query<Cut>,
) -> Result<Json<Page<AttachmentOut>>> {
    list(&ctx, Holder::Opportunity(id), &cut).await
}

/// The files that are kept with something that happened, the latest first
#[utoipa::path(
    get,
    path = "/api/v1/activities/{note}/attachments",
    tag = "attachments",
    params(("note" = NoteId, Path), Cut),
    responses((status = 200, body = Page<AttachmentOut>)),
)]
async fn list_note(
    ctx: Ctx,
    Path(id): Path<NoteId>,
    Query(cut): Query<Cut>,
) -> Result<Json<Page<AttachmentOut>>> {
    list(&ctx, Holder::Activity(id), &cut).await
}
