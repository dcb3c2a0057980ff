//! A deal is won.

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
use kernel::money::Money;
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::back::{Back, moved};
use crate::change_opportunity::value;
use crate::line;
use crate::opportunity::{
    self, Model, OpportunityId, OpportunityKind, OpportunityOut, about, claim,
};
use crate::rules::PipelineRefused;
use crate::rules::amount::settled;
use crate::rules::closing::closed_on;
use crate::say::typed;
use crate::stage::pipelines;
use crate::stage_change;
use crate::tell::stage_says;
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/opportunities/{opportunity}/won", get(show).post(submit))
        .routes(routes!(close))
}

/// How a deal was won.
#[derive(Clone, Debug, Default, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Winning {
    /// Today, unless told.
    pub closed_on: Option<Day>,
    /// What it was worth in the end, in minor units of its own currency; as it stands, unless told.
    #[schema(example = "1500000")]
    pub amount: Option<String>,
    /// The version that was seen; without it nobody looks whether it is still so.
    pub version: Option<i64>,
}

/// Wins a deal: it says when, and what it was worth in the end.
pub async fn win(tx: &Tx, id: OpportunityId, how: &Winning) -> Result<Model> {
    let before = opportunity::get_to(tx, Act::Edit, id).await?;
    if !before.is_open() {
        return Err(Error::refused(PipelineRefused::Closed));
    }
    let no_amount = || Error::refused(PipelineRefused::NoAmount);
    let said = match &how.amount {
        None => before.value_amount,
        Some(amount) => Some(amount.parse().map_err(|_| no_amount())?),
    };
    let lines: Vec<_> = line::of(tx, id).await?.iter().map(line::Model::rule).collect();
    let amount = settled(&lines, said).map_err(Error::refused)?.ok_or_else(no_amount)?;
    let today = tx.now.day(&tx.actor.zone);
    let closed_on = closed_on(how.closed_on, today).map_err(Error::refused)?;
    let known = pipelines(tx).await?;
    let stage = known.first(&before.pipeline, OpportunityKind::Won)?;

    let version = claim(tx, &before, how.version).await?;
    let mut row = before.clone().into_active_model();
    row.stage = Set(stage.code.clone());
    row.kind = Set(stage.kind);
    row.stage_since = Set(tx.now);
    row.closed_on = Set(Some(closed_on));
    row.value_amount = Set(Some(amount));
    row.won_by = Set(Some(before.owner_id));
    row.updated_at = Set(tx.now);
    row.version = Set(version);
    let after = tx.update(row).await?;
    stage_change::add(tx, &before, &after).await?;

    tx.record(
        about(&after, "pipeline.won")
            .with("from", known.stage(&before.pipeline, &before.stage).map(stage_says))
            .with("closed_on", closed_on.to_string())
            .with("value", value(&after))
            .change("value", value(&before), value(&after)),
    );
    Ok(after)
}

// In the browser.

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct WinForm {
    closed_on: String,
    amount: String,
    version: Option<i64>,
    #[serde(flatten)]
    back: Back,
}

#[derive(Template)]
#[template(path = "win.html")]
struct WinPage {
    shell: Shell,
    w: Words,
    deal: Model,
    form: WinForm,
    has_lines: bool,
    leads_back: String,
    faults: Faults,
}

async fn show(
    ctx: Ctx,
    Path(id): Path<OpportunityId>,
    Query(back): Query<Back>,
) -> Result<Response> {
    let deal = opportunity::get_to(&ctx, Act::Edit, id).await?;
    let amount = deal.value_amount.map(|it| typed(it, &deal.value_currency));
    let form = WinForm {
        closed_on: ctx.now.day(&ctx.actor.zone).to_string(),
        amount: amount.unwrap_or_default(),
        version: Some(deal.version),
        back,
    };
    let refused = (!deal.is_open()).then(|| Error::refused(PipelineRefused::Closed));
    win_page(&ctx, deal, form, refused).await
}

async fn submit(
    ctx: Ctx,
    Path(id): Path<OpportunityId>,
    Form(form): Form<WinForm>,
) -> Result<Response> {
    let tx = ctx.begin().await?;
    let deal = opportunity::get_to(&tx, Act::Edit, id).await?;
    let won = match read(&form, &deal) {
        Ok(how) => win(&tx, id, &how).await,
        Err(error) => Err(error),
    };
    match won {
        Ok(after) => {
            let said = Words::of(tx.lang()).deal_is_won(&after.name);
            tx.commit().await?;
            page::redirect_saying(&moved(&form.back, &after, true), &said)
        }
        Err(error) => win_page(&tx, deal, form, Some(error)).await,
    }
}

fn read(form: &WinForm, deal: &Model) -> Result<Winning> {
    let day = form.closed_on.trim().parse::<Day>();
    let day = day.map_err(|_| Error::refused(PipelineRefused::NoDay { field: "closed_on" }))?;
    let amount = match text::line(&form.amount) {
        None => None,
        Some(typed) => {
            let decimals = Money::decimals(&deal.value_currency);
            let read = accounts::rules::amount(&typed, decimals);
            let read = read.ok_or_else(|| Error::refused(PipelineRefused::NoAmount))?;
            Some(read.to_string())
        }
    };
    Ok(Winning { closed_on: Some(day), amount, version: form.version })
}

async fn win_page(
    ctx: &Ctx,
    deal: Model,
    mut form: WinForm,
    refused: Option<Error>,
) -> Result<Response> {
    let faults = refused.map(|it| Faults::of(it, ctx.lang())).transpose()?.unwrap_or_default();
    let status = if faults.any() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    // Whoever was told that it has changed has seen so: the next attempt counts.
    form.version = Some(deal.version);
    let page = WinPage {
        shell: ctx.shell("opportunities"),
        w: Words::of(ctx.lang()),
        has_lines: !line::of(ctx, deal.id).await?.is_empty(),
        leads_back: form.back.page(&deal),
        deal,
        form,
        faults,
    };
    page::render_as(status, &page)
}

// In the API.

/// Win an opportunity
#[utoipa::path(
    post,
    path = "/api/v1/opportunities/{opportunity}/won",
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
    Json(how): Json<Winning>,
) -> Result<Json<OpportunityOut>> {
    let tx = ctx.begin().await?;
    let deal = win(&tx, id, &how).await?;
    tx.commit().await?;
    Ok(Json(deal.into()))
}
