//! The owner of a deal says how much one may count on it.

use axum::response::Response;
use axum::routing::post;
use frame::web::{Form, Json, Path, api};
use frame::{App, Ctx, Error, Result, Tx};
use kernel::access::Act;
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::back::{Back, refused};
use crate::opportunity::{self, Model, OpportunityId, OpportunityOut, about, claim};
use crate::rules::PipelineRefused;
use crate::rules::category::ForecastCategory;
use crate::stage::pipelines;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/opportunities/{opportunity}/category", post(submit))
        .routes(routes!(change))
}

/// How a deal counts in the forecast.
#[derive(Clone, Debug, Default, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Counting {
    /// As its stage does, unless told.
    pub category: Option<ForecastCategory>,
    /// The version that was seen; without it nobody looks whether it is still so.
    pub version: Option<i64>,
}

/// Says how an open deal counts; with nothing said it counts as its stage does.
pub async fn set_category(tx: &Tx, id: OpportunityId, to: &Counting) -> Result<Model> {
    let before = opportunity::get_to(tx, Act::Edit, id).await?;
    if !before.is_open() {
        return Err(Error::refused(PipelineRefused::Closed));
    }
    if to.category.is_some_and(|it| !it.is_of_open()) {
        return Err(Error::refused(PipelineRefused::NoCategory));
    }
    // What the stage says anyway need not be said again, and follows the stage from then on.
    let known = pipelines(tx).await?;
    let of_stage = known.stage(&before.pipeline, &before.stage).map(|it| it.category);
    let said = to.category.filter(|it| Some(*it) != of_stage);
    if said == before.category {
        return Ok(before);
    }

    let version = claim(tx, &before, to.version).await?;
    let mut row = before.clone().into_active_model();
    row.category = Set(said);
    row.updated_at = Set(tx.now);
    row.version = Set(version);
    let after = tx.update(row).await?;

    let word = |deal: &Model| known.category_of(deal).word();
    tx.record(about(&after, "pipeline.category_set").change(
        "category",
        word(&before),
        word(&after),
    ));
    Ok(after)
}

// In the browser.

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct CategoryForm {
    category: String,
    version: Option<i64>,
    #[serde(flatten)]
    back: Back,
}

async fn submit(
    ctx: Ctx,
    Path(id): Path<OpportunityId>,
    Form(form): Form<CategoryForm>,
) -> Result<Response> {
    let tx = ctx.begin().await?;
    let deal = opportunity::get_to(&tx, Act::Edit, id).await?;
    let category = match form.category.as_str() {
        "" => Ok(None),
        word => ForecastCategory::from_word(word)
            .map(Some)
            .ok_or_else(|| Error::refused(PipelineRefused::NoCategory)),
    };
    let set = match category {
        Ok(category) => set_category(&tx, id, &Counting { category, version: form.version }).await,
        Err(error) => Err(error),
    };
    match set {
        Ok(_) => {
            tx.commit().await?;
            frame::web::page::redirect(&form.back.page(&deal))
        }
        Err(error) => refused(&tx, &form.back, &deal, error),
    }
}

// In the API.

/// Say how an opportunity counts in the forecast
#[utoipa::path(
    put,
    path = "/api/v1/opportunities/{opportunity}/category",
    tag = "pipeline",
    params(("opportunity" = OpportunityId, Path)),
    responses(
        (status = 200, body = OpportunityOut),
        (status = 422, description = "Closed, or changed meanwhile", body = api::Problem),
    ),
)]
async fn change(
    ctx: Ctx,
    Path(id): Path<OpportunityId>,
    Json(to): Json<Counting>,
) -> Result<Json<OpportunityOut>> {
    let tx = ctx.begin().await?;
    let deal = set_category(&tx, id, &to).await?;
    tx.commit().await?;
    Ok(Json(deal.into()))
}
