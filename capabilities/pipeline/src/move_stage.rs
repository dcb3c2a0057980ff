//! A deal moves to another stage, onward or back.

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

use crate::back::{Back, moved, refused};
use crate::opportunity::{
    self, Model, OpportunityId, OpportunityKind, OpportunityOut, about, claim,
};
use crate::rules::PipelineRefused;
use crate::stage::pipelines;
use crate::stage_change;
use crate::tell::stage_says;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/opportunities/{opportunity}/stage", post(submit))
        .routes(routes!(change))
}

/// Where a deal goes.
#[derive(Clone, Debug, Default, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
#[schema(as = StageMoving)]
pub struct Moving {
    /// The deal's own, unless told.
    pub pipeline: Option<String>,
    pub stage: String,
    /// The version that was seen; without it nobody looks whether it is still so.
    pub version: Option<i64>,
}

/// Moves an open deal to another open stage. To end it is a verb of its own, which asks for more.
pub async fn move_stage(tx: &Tx, id: OpportunityId, to: &Moving) -> Result<Model> {
    let before = opportunity::get_to(tx, Act::Edit, id).await?;
    let known = pipelines(tx).await?;
    let pipeline = to.pipeline.as_deref().unwrap_or(&before.pipeline);
    if (pipeline, to.stage.as_str()) == (&before.pipeline, &before.stage) {
        return Ok(before);
    }
    let stage = known.entered(pipeline, &to.stage)?;
    if !before.is_open() {
        return Err(Error::refused(PipelineRefused::Closed));
    }
    if stage.kind != OpportunityKind::Open {
        return Err(Error::refused(PipelineRefused::ClosingStage));
    }

    let version = claim(tx, &before, to.version).await?;
    let mut row = before.clone().into_active_model();
    row.pipeline = Set(stage.pipeline.clone());
    row.stage = Set(stage.code.clone());
    row.stage_since = Set(tx.now);
    row.updated_at = Set(tx.now);
    row.version = Set(version);
    let after = tx.update(row).await?;
    stage_change::add(tx, &before, &after).await?;

    let from = known.stage(&before.pipeline, &before.stage);
    tx.record(
        about(&after, "pipeline.moved")
            .with("from", from.map(stage_says))
            .with("to", stage_says(stage)),
    );
    Ok(after)
}

// In the browser.

/// Where a deal goes, as a card of the board or the page of the deal sends it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct MoveForm {
    stage: String,
    version: Option<i64>,
    #[serde(flatten)]
    back: Back,
}

async fn submit(
    ctx: Ctx,
    Path(id): Path<OpportunityId>,
    Form(form): Form<MoveForm>,
) -> Result<Response> {
    let tx = ctx.begin().await?;
    let deal = opportunity::get_to(&tx, Act::Edit, id).await?;
    let known = pipelines(&tx).await?;
    let stage = known.stage(&deal.pipeline, &form.stage);
    // What ends a deal asks for more than a stage, on a page of its own.
    let verb = stage.map(|it| it.kind).filter(|_| deal.is_open()).and_then(|kind| match kind {
        OpportunityKind::Open => None,
        OpportunityKind::Won => Some("won"),
        OpportunityKind::Lost => Some("lost"),
    });
    if let Some(verb) = verb {
        let page = format!("/opportunities/{id}/{verb}");
        return page::redirect(&page::address(&page, [("back", form.back.back.as_str())]));
    }
    let to = Moving { pipeline: None, stage: form.stage, version: form.version };
    match move_stage(&tx, id, &to).await {
        Ok(after) => {
            let to = moved(&form.back, &after, before_differs(&deal, &after));
            tx.commit().await?;
            page::redirect(&to)
        }
        Err(error) => refused(&tx, &form.back, &deal, error),
    }
}

fn before_differs(before: &Model, after: &Model) -> bool {
    before.version != after.version
}

// In the API.

/// Move an opportunity to another open stage
#[utoipa::path(
    post,
    path = "/api/v1/opportunities/{opportunity}/stage",
    tag = "pipeline",
    params(("opportunity" = OpportunityId, Path)),
    responses(
        (status = 200, body = OpportunityOut),
        (status = 422, description = "Not there, or changed meanwhile", body = api::Problem),
    ),
)]
async fn change(
    ctx: Ctx,
    Path(id): Path<OpportunityId>,
    Json(to): Json<Moving>,
) -> Result<Json<OpportunityOut>> {
    let tx = ctx.begin().await?;
    let deal = move_stage(&tx, id, &to).await?;
    tx.commit().await?;
    Ok(Json(deal.into()))
}
