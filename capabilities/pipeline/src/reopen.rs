//! A deal that had ended goes on.

use axum::response::Response;
use axum::routing::post;
use frame::web::{Form, Json, Path, api, page};
use frame::{App, Ctx, Error, Result, Tx};
use kernel::access::Act;
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::back::{Back, refused};
use crate::opportunity::{
    self, Model, OpportunityId, OpportunityKind, OpportunityOut, about, claim,
};
use crate::rules::PipelineRefused;
use crate::stage::pipelines;
use crate::stage_change;
use crate::tell::stage_says;
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/opportunities/{opportunity}/reopen", post(submit))
        .routes(routes!(change))
}

/// Opens a deal again, in the stage in which it was when it ended; in the first of its pipeline if
/// nothing moves into that one any more.
pub async fn reopen(tx: &Tx, id: OpportunityId, seen: Option<i64>) -> Result<Model> {
    let before = opportunity::get_to(tx, Act::Edit, id).await?;
    if before.is_open() {
        return Err(Error::refused(PipelineRefused::Open));
    }
    let known = pipelines(tx).await?;
    let last = stage_change::last(tx, id).await?.and_then(|it| it.from_stage);
    let last = last.and_then(|code| known.open_to(&before.pipeline).find(|it| it.code == code));
    let stage = match last.filter(|it| it.kind == OpportunityKind::Open) {
        Some(stage) => stage,
        None => known.first(&before.pipeline, OpportunityKind::Open)?,
    };

    let version = claim(tx, &before, seen).await?;
    let mut row = before.clone().into_active_model();
    row.stage = Set(stage.code.clone());
    row.kind = Set(stage.kind);
    row.stage_since = Set(tx.now);
    row.closed_on = Set(None);
    row.lost_reason = Set(None);
    row.lost_note = Set(None);
    row.won_by = Set(None);
    row.updated_at = Set(tx.now);
    row.version = Set(version);
    let after = tx.update(row).await?;
    stage_change::add(tx, &before, &after).await?;

    tx.record(
        about(&after, "pipeline.reopened")
            .with("to", stage_says(stage))
            .change("closed_on", before.closed_on.map(|it| it.to_string()), None::<String>)
            .change("lost_reason", before.lost_reason.clone(), None::<String>),
    );
    Ok(after)
}

/// Which state of a deal was seen.
#[derive(Clone, Copy, Debug, Default, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Seen {
    /// The version that was seen; without it nobody looks whether it is still so.
    pub version: Option<i64>,
}

// In the browser.

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct ReopenForm {
    version: Option<i64>,
    #[serde(flatten)]
    back: Back,
}

async fn submit(
    ctx: Ctx,
    Path(id): Path<OpportunityId>,
    Form(form): Form<ReopenForm>,
) -> Result<Response> {
    let tx = ctx.begin().await?;
    let deal = opportunity::get_to(&tx, Act::Edit, id).await?;
    match reopen(&tx, id, form.version).await {
        Ok(after) => {
            let said = Words::of(tx.lang()).deal_is_reopened(&after.name);
            tx.commit().await?;
            page::redirect_saying(&form.back.page(&after), &said)
        }
        Err(error) => refused(&tx, &form.back, &deal, error),
    }
}

// In the API.

/// Open an opportunity again that was won or lost
#[utoipa::path(
    post,
    path = "/api/v1/opportunities/{opportunity}/reopen",
    tag = "pipeline",
    params(("opportunity" = OpportunityId, Path)),
    responses(
        (status = 200, body = OpportunityOut),
        (status = 422, description = "Open already, or changed meanwhile", body = api::Problem),
    ),
)]
async fn change(
    ctx: Ctx,
    Path(id): Path<OpportunityId>,
    Json(seen): Json<Seen>,
) -> Result<Json<OpportunityOut>> {
    let tx = ctx.begin().await?;
    let deal = reopen(&tx, id, seen.version).await?;
    tx.commit().await?;
    Ok(Json(deal.into()))
}
