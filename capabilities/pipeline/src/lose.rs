//! A deal is lost, for a reason.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use frame::web::page::{self, Faults};
use frame::web::shell::Shell;
use frame::web::{Form, Json, Path, Query, api};
use frame::{App, Ctx, Error, Result, Tx, text};
use kernel::Day;
use kernel::access::Act;
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::back::{Back, moved};
use crate::lost_reason;
use crate::opportunity::{
    self, Model, OpportunityId, OpportunityKind, OpportunityOut, about, claim,
};
use crate::rules::PipelineRefused;
use crate::rules::closing::{Reason, closed_on, lost};
use crate::stage::pipelines;
use crate::stage_change;
use crate::tell::{reason_says, stage_says};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/opportunities/{opportunity}/lost", get(show).post(submit))
        .routes(routes!(close))
}

/// How a deal was lost.
#[derive(Clone, Debug, Default, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Losing {
    /// The code of one of the company's reasons.
    pub lost_reason: String,
    /// Needed where the reason explains nothing by itself.
    pub lost_note: Option<String>,
    /// Today, unless told.
    pub closed_on: Option<Day>,
    /// The version that was seen; without it nobody looks whether it is still so.
    pub version: Option<i64>,
}

/// Loses a deal: it says why.
pub async fn lose(tx: &Tx, id: OpportunityId, how: &Losing) -> Result<Model> {
    let before = opportunity::get_to(tx, Act::Edit, id).await?;
    if !before.is_open() {
        return Err(Error::refused(PipelineRefused::Closed));
    }
    let reasons = lost_reason::all(tx).await?;
    let reason = reasons.iter().find(|it| it.code == how.lost_reason && it.hidden_at.is_none());
    let note = how.lost_note.as_deref().and_then(text::paragraphs);
    let asks = reason.map(|it| Reason { asks_note: it.asks_note });
    lost(asks, note.as_deref()).map_err(Error::refused)?;
    let today = tx.now.day(&tx.actor.zone);
    let closed_on = closed_on(how.closed_on, today).map_err(Error::refused)?;
    let known = pipelines(tx).await?;
    let stage = known.first(&before.pipeline, OpportunityKind::Lost)?;

    let version = claim(tx, &before, how.version).await?;
    let mut row = before.clone().into_active_model();
    row.stage = Set(stage.code.clone());
    row.kind = Set(stage.kind);
    row.stage_since = Set(tx.now);
    row.closed_on = Set(Some(closed_on));
    row.lost_reason = Set(reason.map(|it| it.code.clone()));
    row.lost_note = Set(note);
    row.updated_at = Set(tx.now);
    row.version = Set(version);
    let after = tx.update(row).await?;
    stage_change::add(tx, &before, &after).await?;

    tx.record(
        about(&after, "pipeline.lost")
            .with("from", known.stage(&before.pipeline, &before.stage).map(stage_says))
            .with("closed_on", closed_on.to_string())
            .with("reason", reason.map(reason_says))
            .why(after.lost_note.as_deref()),
    );
    Ok(after)
}

// In the browser.

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct LoseForm {
    lost_reason: String,
    lost_note: String,
    closed_on: String,
    version: Option<i64>,
    #[serde(flatten)]
    back: Back,
}

#[derive(Template)]
#[template(path = "lose.html")]
struct LosePage {
    shell: Shell,
    w: Words,
    deal: Model,
    form: LoseForm,
    reasons: Vec<(String, String)>,
    leads_back: String,
    faults: Faults,
}

async fn show(
    ctx: Ctx,
    Path(id): Path<OpportunityId>,
    Query(back): Query<Back>,
) -> Result<Response> {
    let deal = opportunity::get_to(&ctx, Act::Edit, id).await?;
    let closed_on = ctx.now.day(&ctx.actor.zone).to_string();
    let form = LoseForm { closed_on, back, ..LoseForm::default() };
    let refused = (!deal.is_open()).then(|| Error::refused(PipelineRefused::Closed));
    lose_page(&ctx, deal, form, refused).await
}

async fn submit(
    ctx: Ctx,
    Path(id): Path<OpportunityId>,
    Form(form): Form<LoseForm>,
) -> Result<Response> {
    let tx = ctx.begin().await?;
    let deal = opportunity::get_to(&tx, Act::Edit, id).await?;
    let lost = match form.closed_on.trim().parse::<Day>() {
        Ok(day) => {
            let how = Losing {
                lost_reason: form.lost_reason.clone(),
                lost_note: Some(form.lost_note.clone()),
                closed_on: Some(day),
                version: form.version,
            };
            lose(&tx, id, &how).await
        }
        Err(_) => Err(Error::refused(PipelineRefused::NoDay { field: "closed_on" })),
    };
    match lost {
        Ok(after) => {
            let said = Words::of(tx.lang()).deal_is_lost(&after.name);
            tx.commit().await?;
            page::redirect_saying(&moved(&form.back, &after, true), &said)
        }
        Err(error) => lose_page(&tx, deal, form, Some(error)).await,
    }
}

async fn lose_page(
    ctx: &Ctx,
    deal: Model,
    mut form: LoseForm,
    refused: Option<Error>,
) -> Result<Response> {
    let lang = ctx.lang();
    let faults = refused.map(|it| Faults::of(it, lang)).transpose()?.unwrap_or_default();
    let status = if faults.any() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    // Whoever was told that it has changed has seen so: the next attempt counts.
    form.version = Some(deal.version);
    let reasons = lost_reason::all(ctx).await?.into_iter().filter(|it| it.hidden_at.is_none());
    let page = LosePage {
        shell: ctx.shell("opportunities"),
        w: Words::of(lang),
        reasons: reasons.map(|it| (it.code.clone(), it.label(lang).to_owned())).collect(),
        leads_back: form.back.page(&deal),
        deal,
        form,
        faults,
    };
    page::render_as(status, &page)
}

// In the API.

/// Lose an opportunity
#[utoipa::path(
    post,
    path = "/api/v1/opportunities/{opportunity}/lost",
    tag = "pipeline",
    params(("opportunity" = OpportunityId, Path)),
    responses(
        (status = 200, body = OpportunityOut),
        (status = 422, description = "Inputs at fault, or changed meanwhile", body = api::Problem),
    ),
)]
async fn close(
    ctx: Ctx,
    Path(id): Path<OpportunityId>,
    Json(how): Json<Losing>,
) -> Result<Json<OpportunityOut>> {
    let tx = ctx.begin().await?;
    let deal = lose(&tx, id, &how).await?;
    tx.commit().await?;
    Ok(Json(deal.into()))
}
