//! A kept question gets another name or circle, is deleted, and comes back.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use frame::web::page::Faults;
use frame::web::shell::Shell;
use frame::web::{Form, Json, Path, api, page};
use frame::{App, Ctx, Error, Result, Tx, text};
use kernel::access::Shared;
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::kept::{Kept, kept};
use crate::list;
use crate::rules::{ViewRefused, may_restore, named};
use crate::save_view::{about, circles};
use crate::saved_view::{self, Model, ViewId, ViewOut};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/views/{view}/edit", get(show).post(submit))
        .route("/views/{view}/hide", post(hide))
        .route("/views/{view}/restore", post(restore))
        .routes(routes!(change, remove))
        .routes(routes!(take_back))
}

/// What becomes of it; what is not said stays.
#[derive(Clone, Debug, Default, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ViewChange {
    pub name: Option<String>,
    pub shared: Option<Shared>,
}

/// Its keeper names it anew, or shares it with others.
pub async fn change_view(tx: &Tx, id: ViewId, change: ViewChange) -> Result<Model> {
    let view = there(tx, id).await?;
    let name = match change.name {
        Some(name) => named(text::line(&name)).map_err(Error::refused)?,
        None => view.name.clone(),
    };
    if saved_view::kept(tx, &view.list, &name, Some(id)).await?.1 {
        return Err(Error::refused(ViewRefused::NameTaken));
    }

    let (before, circle) = (view.name.clone(), view.shared);
    let mut row = view.into_active_model();
    row.name = Set(name);
    row.shared = Set(change.shared.unwrap_or(circle));
    row.updated_at = Set(tx.now);
    let view = tx.update(row).await?;

    let event = about("views.changed", &view).change("name", before, view.name.clone());
    tx.record(event.change("shared", circle.word(), view.shared.word()));
    Ok(view)
}

/// Its keeper deletes it; it can be taken back for a while.
pub async fn hide_view(tx: &Tx, id: ViewId) -> Result<Model> {
    let view = there(tx, id).await?;

    let mut row = view.into_active_model();
    row.hidden_at = Set(Some(tx.now));
    let view = tx.update(row).await?;

    tx.record(about("views.hidden", &view));
    Ok(view)
}

/// Its keeper takes it back.
pub async fn restore_view(tx: &Tx, id: ViewId) -> Result<Model> {
    let view = saved_view::mine(tx, id).await?;
    let Some(hidden_at) = view.hidden_at else { return Ok(view) };
    may_restore(hidden_at, tx.now).map_err(Error::refused)?;

    let mut row = view.into_active_model();
    row.hidden_at = Set(None);
    let view = tx.update(row).await?;

    tx.record(about("views.restored", &view));
    Ok(view)
}

/// One that the actor keeps and has not deleted.
async fn there(ctx: &Ctx, id: ViewId) -> Result<Model> {
    let view = saved_view::mine(ctx, id).await?;
    if view.hidden_at.is_none() { Ok(view) } else { Err(Error::NotFound) }
}

// In the browser.

#[derive(Template)]
#[template(path = "change_view.html")]
struct EditPage {
    shell: Shell,
    w: Words,
    view: Model,
    form: ViewForm,
    /// What it keeps, in words.
    kept: Kept,
    back: String,
    faults: Faults,
}

impl EditPage {
    fn circles(&self) -> Vec<(&'static str, String)> {
        circles(self.w)
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct ViewForm {
    name: String,
    shared: String,
}

async fn show(ctx: Ctx, Path(id): Path<ViewId>) -> Result<Response> {
    let view = there(&ctx, id).await?;
    let form = ViewForm { name: view.name.clone(), shared: view.shared.word().to_owned() };
    render(&ctx, view, form, Faults::default()).await
}

async fn render(ctx: &Ctx, view: Model, form: ViewForm, faults: Faults) -> Result<Response> {
    let status = if faults.any() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let list = list::find(ctx, &view.list)?;
    let back = list::address(&list, &view.question);
    let kept = kept(ctx, &list, &view.question).await?;
    let (shell, w) = (ctx.shell(list.section), Words::of(ctx.lang()));
    page::render_as(status, &EditPage { shell, w, view, form, kept, back, faults })
}

async fn submit(ctx: Ctx, Path(id): Path<ViewId>, Form(form): Form<ViewForm>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let change =
        ViewChange { name: Some(form.name.clone()), shared: Shared::from_word(&form.shared) };
    match change_view(&tx, id, change).await {
        Ok(view) => {
            let list = list::find(&tx, &view.list)?;
            let said = Words::of(tx.lang()).view_changed(&view.name);
            tx.commit().await?;
            page::redirect_saying(&list::address(&list, &view.question), &said)
        }
        Err(error) => {
            let faults = Faults::of(error, tx.lang())?;
            let view = there(&tx, id).await?;
            render(&tx, view, form, faults).await
        }
    }
}

async fn hide(ctx: Ctx, Path(id): Path<ViewId>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let view = hide_view(&tx, id).await?;
    let list = list::find(&tx, &view.list)?;
    let said = Words::of(tx.lang()).view_hidden(&view.name);
    tx.commit().await?;
    page::redirect_undoable(list.path, &said, &format!("/views/{id}/restore"))
}

async fn restore(ctx: Ctx, Path(id): Path<ViewId>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let view = restore_view(&tx, id).await?;
    let list = list::find(&tx, &view.list)?;
    let said = Words::of(tx.lang()).view_restored(&view.name);
    tx.commit().await?;
    page::redirect_saying(&list::address(&list, &view.question), &said)
}

// In the API.

/// Name a kept question anew, or share it with others
#[utoipa::path(
    patch,
    path = "/api/v1/views/{view}",
    tag = "views",
    params(("view" = ViewId, Path)),
    request_body = ViewChange,
    responses((status = 200, body = ViewOut), (status = 422, body = api::Problem)),
)]
async fn change(
    ctx: Ctx,
    Path(id): Path<ViewId>,
    Json(change): Json<ViewChange>,
) -> Result<Json<ViewOut>> {
    let tx = ctx.begin().await?;
    let out = ViewOut::from(change_view(&tx, id, change).await?);
    tx.commit().await?;
    Ok(Json(out))
}

/// Delete a kept question; it can be restored for 30 days
#[utoipa::path(
    delete,
    path = "/api/v1/views/{view}",
    tag = "views",
    params(("view" = ViewId, Path)),
    responses((status = 204)),
)]
async fn remove(ctx: Ctx, Path(id): Path<ViewId>) -> Result<StatusCode> {
    let tx = ctx.begin().await?;
    hide_view(&tx, id).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Take a deleted question back
#[utoipa::path(
    post,
    path = "/api/v1/views/{view}/restore",
    tag = "views",
    params(("view" = ViewId, Path)),
    responses((status = 200, body = ViewOut), (status = 422, body = api::Problem)),
)]
async fn take_back(ctx: Ctx, Path(id): Path<ViewId>) -> Result<Json<ViewOut>> {
    let tx = ctx.begin().await?;
    let out = ViewOut::from(restore_view(&tx, id).await?);
    tx.commit().await?;
    Ok(Json(out))
}
