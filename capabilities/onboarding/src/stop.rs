//! Somebody stops welcoming a client by this checklist: what nobody has done is no task any more.

use accounts::account;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::post;
use frame::web::{Path, page};
use frame::{App, Ctx, Result, Tx, notices};
use kernel::access::Act;
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::onboarding::{self, Model, OnboardingId, about};
use crate::tick::let_go;
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/onboarding/{onboarding}/stop", post(submit))
        .routes(routes!(remove))
}

/// Stops it; another may begin.
pub async fn stop(tx: &Tx, id: OnboardingId) -> Result<Model> {
    let before = onboarding::running(tx, id).await?;
    account::get_to(tx, Act::Edit, before.account_id).await?;
    stop_without_asking(tx, before).await
}

/// As [`stop`], where a rule concludes it.
pub async fn stop_without_asking(tx: &Tx, before: Model) -> Result<Model> {
    let_go(tx, before.id).await?;
    notices::take_back(tx, before.id).await?;
    let mut row = before.into_active_model();
    row.stopped_at = Set(Some(tx.now));
    let after = tx.update(row).await?;
    tx.record(about(&after, None, "onboarding.stopped"));
    Ok(after)
}

// In the browser.

async fn submit(ctx: Ctx, Path(id): Path<OnboardingId>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let after = stop(&tx, id).await?;
    let said = Words::of(tx.lang()).stopped();
    tx.commit().await?;
    page::redirect_saying(&format!("/accounts/{}", after.account_id), said)
}

// In the API.

/// Stop welcoming a client by this checklist
#[utoipa::path(
    delete,
    path = "/api/v1/onboarding/{onboarding}",
    tag = "onboarding",
    params(("onboarding" = OnboardingId, Path)),
    responses((status = 204, description = "Stopped")),
)]
async fn remove(ctx: Ctx, Path(id): Path<OnboardingId>) -> Result<StatusCode> {
    let tx = ctx.begin().await?;
    stop(&tx, id).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
