//! What was kept gets another name or another circle, is deleted, and comes back.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use frame::web::page::Faults;
use frame::web::shell::Shell;
use frame::web::{Form, Json, Path, api, page};
use frame::{App, Ctx, Error, Event, Result, Tx, text};
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::kept_report::{self, KeptId, KeptOut, Model};
use crate::rules::{ReportRefused, Shared, may_restore, named};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/reports/kept/{kept}/edit", get(show).post(submit))
        .route("/reports/kept/{kept}/delete", post(delete))
        .route("/reports/kept/{kept}/restore", post(restore))
        .routes(routes!(change, remove))
        .routes(routes!(take_back))
}

/// What becomes of it; what is not said stays.
#[derive(Clone, Debug, Default, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct KeptChange {
    pub name: Option<String>,
    pub shared: Option<Shared>,
}

/// Its keeper names it anew, or shares it with others. The figures of a copy stay as they are.
pub async fn change_kept(tx: &Tx, id: KeptId, change: KeptChange) -> Result<Model> {
    let kept = kept_report::mine(tx, id).await?;
    let name = match change.name {
        Some(name) => named(text::line(&name)).map_err(Error::refused)?,
        None => kept.name.clone(),
    };
    let shared = change.shared.unwrap_or(kept.shared);
    if kept.is_copy() && shared != Shared::Own {
        return Err(Error::refused(ReportRefused::CopyIsOwn));
    }

    let (before, circle) = (kept.name.clone(), kept.shared);
    let mut row = kept.into_active_model();
    row.name = Set(name);
    row.shared = Set(shared);
    row.updated_at = Set(tx.now);
    let kept = tx.update(row).await?;

    tx.record(
        about("reports.kept_changed", &kept).change("name", before, kept.name.clone()).change(
            "shared",
            circle.word(),
            kept.shared.word(),
        ),
    );
    Ok(kept)
}

/// Its keeper deletes it; it can be taken back for a while.
pub async fn hide_kept(tx: &Tx, id: KeptId) -> Result<Model> {
    let kept = kept_report::mine(tx, id).await?;

    let mut row = kept.into_active_model();
    row.hidden_at = Set(Some(tx.now));
    let kept = tx.update(row).await?;

    tx.record(about("reports.kept_hidden", &kept));
    Ok(kept)
}

/// Its keeper takes it back.
pub async fn restore_kept(tx: &Tx, id: KeptId) -> Result<Model> {
    let kept = kept_report::mine_hidden(tx, id).await?;
    let Some(hidden_at) = kept.hidden_at else { return Ok(kept) };
    may_restore(hidden_at, tx.now).map_err(Error::refused)?;

    let mut row = kept.into_active_model();
    row.hidden_at = Set(None);
    let kept = tx.update(row).await?;

    tx.record(about("reports.kept_restored", &kept));
    Ok(kept)
}

fn about(event: &'static str, kept: &Model) -> Event {
    Event::of(event, "kept-report", kept.id)
        .owner(kept.owner_id)
        .with("report", kept.report.clone())
        .with("name", kept.name.clone())
}

// In the browser.

#[derive(Template)]
#[template(path = "change_kept.html")]
struct EditPage {
    shell: Shell,
    w: Words,
    kept: Model,
    name: String,
    shared: String,
    /// Deleted, and may come back.
    hidden: bool,
    faults: Faults,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct EditForm {
    name: String,
    shared: String,
}

async fn show(ctx: Ctx, Path(id): Path<KeptId>) -> Result<Response> {
    let kept = kept_report::mine_hidden(&ctx, id).await?;
    let (name, shared) = (kept.name.clone(), kept.shared.word().to_owned());
    render(&ctx, kept, name, shared, Faults::default())
}

fn render(
    ctx: &Ctx,
    kept: Model,
    name: String,
    shared: String,
    faults: Faults,
) -> Result<Response> {
    let status = if faults.any() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let hidden = kept.hidden_at.is_some();
    let (shell, w) = (ctx.shell("reports"), Words::of(ctx.lang()));
    page::render_as(status, &EditPage { shell, w, kept, name, shared, hidden, faults })
}

async fn submit(ctx: Ctx, Path(id): Path<KeptId>, Form(form): Form<EditForm>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let shared = Shared::from_word(&form.shared);
    match change_kept(&tx, id, KeptChange { name: Some(form.name.clone()), shared }).await {
        Ok(kept) => {
            let said = Words::of(tx.lang()).kept_changed(&kept.name);
            tx.commit().await?;
            page::redirect_saying("/reports", &said)
        }
        Err(error) => {
            let faults = Faults::of(error, tx.lang())?;
            let kept = kept_report::mine(&tx, id).await?;
            render(&tx, kept, form.name, form.shared, faults)
        }
    }
}

async fn delete(ctx: Ctx, Path(id): Path<KeptId>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let kept = hide_kept(&tx, id).await?;
    let said = Words::of(tx.lang()).kept_deleted(&kept.name);
    tx.commit().await?;
    // The page of what was deleted offers to take it back.
    page::redirect_saying(&format!("/reports/kept/{id}/edit"), &said)
}

async fn restore(ctx: Ctx, Path(id): Path<KeptId>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let kept = restore_kept(&tx, id).await?;
    let said = Words::of(tx.lang()).kept_restored(&kept.name);
    tx.commit().await?;
    page::redirect_saying("/reports", &said)
}

// In the API.

/// Name what was kept anew, or share a question with others
#[utoipa::path(
    patch,
    path = "/api/v1/kept-reports/{kept}",
    tag = "reports",
    params(("kept" = KeptId, Path)),
    request_body = KeptChange,
    responses((status = 200, body = KeptOut), (status = 422, body = api::Problem)),
)]
async fn change(
    ctx: Ctx,
    Path(id): Path<KeptId>,
    Json(change): Json<KeptChange>,
) -> Result<Json<KeptOut>> {
    let tx = ctx.begin().await?;
    let out = KeptOut::of(&change_kept(&tx, id, change).await?)?;
    tx.commit().await?;
    Ok(Json(out))
}

/// Delete what was kept; it can be restored for 30 days
#[utoipa::path(
    delete,
    path = "/api/v1/kept-reports/{kept}",
    tag = "reports",
    params(("kept" = KeptId, Path)),
    responses((status = 204, description = "Deleted")),
)]
async fn remove(ctx: Ctx, Path(id): Path<KeptId>) -> Result<StatusCode> {
    let tx = ctx.begin().await?;
    hide_kept(&tx, id).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Take back what was deleted
#[utoipa::path(
    post,
    path = "/api/v1/kept-reports/{kept}/restore",
    tag = "reports",
    params(("kept" = KeptId, Path)),
    responses((status = 200, body = KeptOut)),
)]
async fn take_back(ctx: Ctx, Path(id): Path<KeptId>) -> Result<Json<KeptOut>> {
    let tx = ctx.begin().await?;
    let out = KeptOut::of(&restore_kept(&tx, id).await?)?;
    tx.commit().await?;
    Ok(Json(out))
}
