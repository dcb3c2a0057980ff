//! A prospect is deleted, and may be taken back.

use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::post;
use frame::web::{Json, Path, page};
use frame::{App, Ctx, Error, Result, Tx, notices};
use kernel::access::Act;
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::prospect::{self, Model, ProspectId, ProspectOut, ProspectStatus, about, claim};
use crate::rules::{DAYS_TO_RESTORE, ProspectRefused};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/prospects/{prospect}/delete", post(delete))
        .route("/prospects/{prospect}/restore", post(restore))
        .routes(routes!(remove))
        .routes(routes!(take_back))
}

/// Deletes a prospect: nobody finds it any more, and it can be taken back for a while. What became
/// a client stays, as the client's history.
pub async fn hide_prospect(tx: &Tx, id: ProspectId) -> Result<Model> {
    let before = prospect::get_to(tx, Act::Edit, id).await?;
    if before.status == ProspectStatus::Converted {
        return Err(Error::refused(ProspectRefused::Converted));
    }

    let version = claim(tx, &before, None).await?;
    let mut row = before.into_active_model();
    row.hidden_at = Set(Some(tx.now));
    row.updated_at = Set(tx.now);
    row.version = Set(version);
    let after = tx.update(row).await?;
    notices::take_back(tx, id).await?;

    tx.record(about(&after, "prospects.hidden"));
    Ok(after)
}

/// Takes a deleted prospect back.
pub async fn restore_prospect(tx: &Tx, id: ProspectId) -> Result<Model> {
    let before = tx.get::<prospect::Entity>(id).await?;
    prospect::permit(tx, Act::Edit, before.owner_id).await?;
    let Some(hidden_at) = before.hidden_at else { return Ok(before) };
    if hidden_at.plus_days(DAYS_TO_RESTORE) < tx.now {
        return Err(Error::refused(ProspectRefused::TooLate));
    }

    let version = claim(tx, &before, None).await?;
    let mut row = before.into_active_model();
    row.hidden_at = Set(None);
    row.updated_at = Set(tx.now);
    row.version = Set(version);
    let after = tx.update(row).await?;

    tx.record(about(&after, "prospects.restored"));
    Ok(after)
}

// In the browser.

async fn delete(ctx: Ctx, Path(id): Path<ProspectId>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let prospect = hide_prospect(&tx, id).await?;
    let said = Words::of(tx.lang()).prospect_deleted(&prospect.name);
    tx.commit().await?;
    page::redirect_undoable("/prospects", &said, &format!("/prospects/{id}/restore"))
}

async fn restore(ctx: Ctx, Path(id): Path<ProspectId>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let prospect = restore_prospect(&tx, id).await?;
    let said = Words::of(tx.lang()).prospect_restored(&prospect.name);
    tx.commit().await?;
    page::redirect_saying(&format!("/prospects/{id}"), &said)
}

// In the API.

/// Delete a prospect; it can be restored for 30 days
#[utoipa::path(
    delete,
    path = "/api/v1/prospects/{prospect}",
    tag = "prospects",
    params(("prospect" = ProspectId, Path)),
    responses((status = 204, description = "Deleted")),
)]
async fn remove(ctx: Ctx, Path(id): Path<ProspectId>) -> Result<StatusCode> {
    let tx = ctx.begin().await?;
    hide_prospect(&tx, id).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Take a deleted prospect back
#[utoipa::path(
    post,
    path = "/api/v1/prospects/{prospect}/restore",
    tag = "prospects",
    params(("prospect" = ProspectId, Path)),
    responses((status = 200, body = ProspectOut)),
)]
async fn take_back(ctx: Ctx, Path(id): Path<ProspectId>) -> Result<Json<ProspectOut>> {
    let tx = ctx.begin().await?;
    let prospect = restore_prospect(&tx, id).await?;
    tx.commit().await?;
    Ok(Json(prospect.into()))
}
