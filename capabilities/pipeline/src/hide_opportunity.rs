//! A deal is deleted, and may be taken back.

use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::post;
use frame::web::{Json, Path, page};
use frame::{App, Ctx, Error, Result, Tx};
use kernel::access::{Act, Area};
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::opportunity::{self, Model, OpportunityId, OpportunityOut, about, claim};
use crate::rules::{DAYS_TO_RESTORE, PipelineRefused};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/opportunities/{opportunity}/delete", post(delete))
        .route("/opportunities/{opportunity}/restore", post(restore))
        .routes(routes!(remove))
        .routes(routes!(take_back))
}

/// Deletes a deal: nobody finds it any more, and it can be taken back for a while.
pub async fn hide_opportunity(tx: &Tx, id: OpportunityId) -> Result<Model> {
    let deal = opportunity::get_to(tx, Act::Edit, id).await?;

    let version = claim(tx, &deal, None).await?;
    let mut row = deal.into_active_model();
    row.hidden_at = Set(Some(tx.now));
    row.updated_at = Set(tx.now);
    row.version = Set(version);
    let deal = tx.update(row).await?;

    tx.record(about(&deal, "pipeline.hidden"));
    Ok(deal)
}

/// Takes a deleted deal back.
pub async fn restore_opportunity(tx: &Tx, id: OpportunityId) -> Result<Model> {
    let deal = tx.get::<opportunity::Entity>(id).await?;
    tx.permit(Act::Edit, Area::Pipeline, deal.owner_id).await?;
    let Some(hidden_at) = deal.hidden_at else { return Ok(deal) };
    if hidden_at.plus_days(DAYS_TO_RESTORE) < tx.now {
        return Err(Error::refused(PipelineRefused::TooLate));
    }

    let version = claim(tx, &deal, None).await?;
    let mut row = deal.into_active_model();
    row.hidden_at = Set(None);
    row.updated_at = Set(tx.now);
    row.version = Set(version);
    let deal = tx.update(row).await?;

    tx.record(about(&deal, "pipeline.restored"));
    Ok(deal)
}

// In the browser.

async fn delete(ctx: Ctx, Path(id): Path<OpportunityId>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let deal = hide_opportunity(&tx, id).await?;
    let said = Words::of(tx.lang()).deal_deleted(&deal.name);
    tx.commit().await?;
    // The page of what was deleted offers to take it back.
    page::redirect_saying(&format!("/opportunities/{id}"), &said)
}

async fn restore(ctx: Ctx, Path(id): Path<OpportunityId>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let deal = restore_opportunity(&tx, id).await?;
    let said = Words::of(tx.lang()).deal_restored(&deal.name);
    tx.commit().await?;
    page::redirect_saying(&format!("/opportunities/{id}"), &said)
}

// In the API.

/// Delete an opportunity; it can be restored for 30 days
#[utoipa::path(
    delete,
    path = "/api/v1/opportunities/{opportunity}",
    tag = "pipeline",
    params(("opportunity" = OpportunityId, Path)),
    responses((status = 204, description = "Deleted")),
)]
async fn remove(ctx: Ctx, Path(id): Path<OpportunityId>) -> Result<StatusCode> {
    let tx = ctx.begin().await?;
    hide_opportunity(&tx, id).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Take a deleted opportunity back
#[utoipa::path(
    post,
    path = "/api/v1/opportunities/{opportunity}/restore",
    tag = "pipeline",
    params(("opportunity" = OpportunityId, Path)),
    responses((status = 200, body = OpportunityOut)),
)]
async fn take_back(ctx: Ctx, Path(id): Path<OpportunityId>) -> Result<Json<OpportunityOut>> {
    let tx = ctx.begin().await?;
    let deal = restore_opportunity(&tx, id).await?;
    tx.commit().await?;
    Ok(Json(deal.into()))
}
