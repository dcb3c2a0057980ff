//! The ways that deals go, for programs.

use frame::web::Json;
use frame::{App, Ctx, Error, Result};
use kernel::access::{Act, Area};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::opportunity::OpportunityKind;
use crate::rules::ForecastCategory;
use crate::stage::{self, pipelines};
use crate::{lost_reason, pipeline};

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list))
}

/// Everything that a program has to know to move deals.
#[derive(Debug, serde::Serialize, utoipa::ToSchema)]
struct PipelinesOut {
    items: Vec<PipelineOut>,
    /// Why a deal may be lost.
    lost_reasons: Vec<ReasonOut>,
}

/// A way that deals go.
#[derive(Debug, serde::Serialize, utoipa::ToSchema)]
struct PipelineOut {
    code: String,
    label_id: String,
    label_en: String,
    /// Takes no new deals.
    retired: bool,
    /// In their order.
    stages: Vec<StageOut>,
}

/// How far a deal has come.
#[derive(Debug, serde::Serialize, utoipa::ToSchema)]
struct StageOut {
    code: String,
    label_id: String,
    label_en: String,
    kind: OpportunityKind,
    /// In percent.
    probability: i32,
    /// Longer than this and a deal is stale.
    expected_days: Option<i32>,
    /// How a deal in it counts in a forecast, until its owner says otherwise.
    category: ForecastCategory,
    /// Nothing moves into it.
    retired: bool,
}

/// Why a deal may be lost.
#[derive(Debug, serde::Serialize, utoipa::ToSchema)]
#[schema(as = LostReasonOut)]
struct ReasonOut {
    code: String,
    label_id: String,
    label_en: String,
    asks_note: bool,
}

impl PipelineOut {
    fn of(pipeline: &pipeline::Model, stages: Vec<StageOut>) -> Self {
        Self {
            code: pipeline.code.clone(),
            label_id: pipeline.label_id.clone(),
            label_en: pipeline.label_en.clone(),
            retired: pipeline.retired_at.is_some(),
            stages,
        }
    }
}

impl From<&stage::Model> for StageOut {
    fn from(stage: &stage::Model) -> Self {
        Self {
            code: stage.code.clone(),
            label_id: stage.label_id.clone(),
            label_en: stage.label_en.clone(),
            kind: stage.kind,
            probability: stage.probability,
            expected_days: stage.expected_days,
            category: stage.category,
            retired: stage.retired_at.is_some(),
        }
    }
}

/// Pipelines with their stages, and the reasons of a loss
#[utoipa::path(
    get,
    path = "/api/v1/pipelines",
    tag = "pipeline",
    responses((status = 200, body = PipelinesOut)),
)]
async fn list(ctx: Ctx) -> Result<Json<PipelinesOut>> {
    if !ctx.may(Act::View, Area::Pipeline) {
        return Err(Error::Denied);
    }
    let known = pipelines(&ctx).await?;
    let items = known.pipelines.iter();
    let items =
        items.map(|it| PipelineOut::of(it, known.of(&it.code).map(StageOut::from).collect()));
    let reasons = lost_reason::all(&ctx).await?.into_iter().filter(|it| it.hidden_at.is_none());
    let reasons = reasons.map(|it| ReasonOut {
        code: it.code,
        label_id: it.label_id,
        label_en: it.label_en,
        asks_note: it.asks_note,
    });
    Ok(Json(PipelinesOut { items: items.collect(), lost_reasons: reasons.collect() }))
}
