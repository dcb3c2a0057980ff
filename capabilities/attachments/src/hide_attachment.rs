//! A file is taken away, and may be brought back.

use accounts::rules::DAYS_TO_RESTORE;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::post;
use frame::web::{Json, Path, api, page};
use frame::{App, Ctx, Error, Result, Tx};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, IntoActiveModel, QueryFilter};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::attachment::{self, AttachmentId, AttachmentOut, Column, Model, in_reach};
use crate::holder::{self, about};
use crate::rules::AttachmentRefused;
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/attachments/{attachment}/hide", post(hide))
        .route("/attachments/{attachment}/restore", post(restore))
        .routes(routes!(remove))
        .routes(routes!(take_back))
}

/// Takes a file away: nobody finds it any more, and it can be brought back for a while.
pub async fn hide_attachment(tx: &Tx, id: AttachmentId) -> Result<Model> {
    let before = attachment::get(tx, id).await?;
    let held = holder::get_to_edit(tx, before.holder()?).await?;

    let mut row = before.into_active_model();
    row.hidden_at = Set(Some(tx.now));
    row.updated_at = Set(tx.now);
    let after = tx.update(row).await?;

    tx.record(about(&after, &held, "attachments.hidden"));
    Ok(after)
}

/// Brings a file back.
pub async fn restore_attachment(tx: &Tx, id: AttachmentId) -> Result<Model> {
    let before = in_reach(tx).filter(Column::Id.eq(id)).one(&**tx).await?;
    let before = before.ok_or(Error::NotFound)?;
    let held = holder::get_to_edit(tx, before.holder()?).await?;
    let Some(hidden_at) = before.hidden_at else { return Ok(before) };
    if hidden_at.plus_days(DAYS_TO_RESTORE) < tx.now {
        return Err(Error::refused(AttachmentRefused::TooLate));
    }

    let mut row = before.into_active_model();
    row.hidden_at = Set(None);
    row.updated_at = Set(tx.now);
    let after = tx.update(row).await?;

    tx.record(about(&after, &held, "attachments.restored"));
    Ok(after)
}

// In the browser.

async fn hide(ctx: Ctx, Path(id): Path<AttachmentId>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let gone = hide_attachment(&tx, id).await?;
    let (said, to) = (Words::of(tx.lang()).hidden_named(&gone.name), gone.holder()?);
    tx.commit().await?;
    page::redirect_undoable(&to.attachments(), &said, &format!("/attachments/{id}/restore"))
}

async fn restore(ctx: Ctx, Path(id): Path<AttachmentId>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let back = restore_attachment(&tx, id).await?;
    let (said, to) = (Words::of(tx.lang()).restored_named(&back.name), back.holder()?);
    tx.commit().await?;
    page::redirect_saying(&to.attachments(), &said)
}

// In the API.

/// Take a file away; it can be brought back for 30 days
#[utoipa::path(
    delete,
    path = "/api/v1/attachments/{attachment}",
    tag = "attachments",
    params(("attachment" = AttachmentId, Path)),
    responses((status = 204, description = "Taken away")),
)]
async fn remove(ctx: Ctx, Path(id): Path<AttachmentId>) -> Result<StatusCode> {
    let tx = ctx.begin().await?;
    hide_attachment(&tx, id).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Bring a file back
#[utoipa::path(
    post,
    path = "/api/v1/attachments/{attachment}/restore",
    tag = "attachments",
    params(("attachment" = AttachmentId, Path)),
    responses(
        (status = 200, body = AttachmentOut),
        (status = 422, description = "It was taken away too long ago", body = api::Problem),
    ),
)]
async fn take_back(ctx: Ctx, Path(id): Path<AttachmentId>) -> Result<Json<AttachmentOut>> {
    let tx = ctx.begin().await?;
    let back = restore_attachment(&tx, id).await?;
    tx.commit().await?;
    Ok(Json(back.into()))
}
