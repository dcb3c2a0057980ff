//! Somebody begins to sell: a deal is opened.

use accounts::{AccountId, account};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use frame::web::extract::blank;
use frame::web::{Form, Json, Query, api, page};
use frame::{App, Ctx, Error, Result, Tx, search};
use kernel::PersonId;
use kernel::access::{Act, Area};
use people::person::{self, PersonStatus};
use sea_orm::{ColumnTrait, QueryFilter};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::fields::{OpportunityFields, known_account};
use crate::opportunity::{self, Model, OpportunityKind, about};
use crate::opportunity_form::{OpportunityForm, form_page};
use crate::opportunity_in::OpportunityIn;
use crate::owners::usual_owner;
use crate::pipeline::NEW_BUSINESS;
use crate::rules::PipelineRefused;
use crate::searched::{KIND, texts_of};
use crate::show_opportunity::OpportunityWhole;
use crate::stage::pipelines;
use crate::stage_change;
use crate::tell::stage_says;
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/opportunities/new", get(show).post(submit)).routes(routes!(create))
}

/// A deal to open.
#[derive(Clone, Debug, Default)]
pub struct NewOpportunity {
    pub owner: Option<PersonId>,
    pub fields: OpportunityFields,
    /// New business, unless told.
    pub pipeline: Option<String>,
    /// The first of its pipeline, unless told.
    pub stage: Option<String>,
}

/// Opens a deal.
pub async fn open_opportunity(tx: &Tx, new: NewOpportunity) -> Result<Model> {
    if !tx.may(Act::Create, Area::Pipeline) {
        return Err(Error::Denied);
    }
    let owner = new.owner.or_else(|| usual_owner(tx));
    let owner = owner.ok_or_else(|| Error::refused(PipelineRefused::UnknownOwner))?;
    tx.permit(Act::Create, Area::Pipeline, owner).await?;

    known_owner(tx, owner).await?;
    let fields = new.fields.checked()?;
    known_account(tx, fields.account).await?;
    let known = pipelines(tx).await?;
    let pipeline = new.pipeline.as_deref().unwrap_or(NEW_BUSINESS);
    if !known.offered().any(|it| it.code == pipeline) {
        return Err(Error::refused(PipelineRefused::UnknownPipeline));
    }
    let stage = match new.stage.as_deref() {
        Some(stage) => known.entered(pipeline, stage)?,
        None => known.first(pipeline, OpportunityKind::Open)?,
    };
    if stage.kind != OpportunityKind::Open {
        return Err(Error::refused(PipelineRefused::ClosingStage));
    }

    let deal = Model {
        company_id: tx.actor.company,
        id: tx.id(),
        owner_id: owner,
        account_id: fields.account,
        product_id: None,
        external_key: None,
        name_key: frame::text::key(&fields.name),
        name: fields.name,
        pipeline: pipeline.to_owned(),
        stage: stage.code.clone(),
        kind: stage.kind,
        stage_since: tx.now,
        engaged_on: Some(tx.now.day(&tx.actor.zone)),
        closed_on: None,
        expected_close_on: fields.expected_close_on,
        value_amount: fields.amount,
        value_currency: fields.currency,
        next_step: fields.next_step,
        next_step_on: fields.next_step_on,
        lost_reason: None,
        lost_note: None,
        won_by: None,
        created_at: tx.now,
        updated_at: tx.now,
        version: 1,
        hidden_at: None,
        category: None,
    };
    let deal = tx.add::<_, opportunity::ActiveModel>(deal).await?;
    search::keep(tx, KIND, deal.id.0, &texts_of(&deal)).await?;
    stage_change::begin(tx, &deal).await?;
    tx.record(
        about(&deal, "pipeline.opened")
            .with("stage", stage_says(stage))
            .with("value", deal.value().map(|it| it.to_string())),
    );
    Ok(deal)
}

/// Whoever answers for a deal works here.
pub async fn known_owner(tx: &Tx, owner: PersonId) -> Result<()> {
    let person = tx.whole_company::<person::Entity>().filter(person::Column::Id.eq(owner));
    match person.one(&**tx).await? {
        Some(person) if person.status != PersonStatus::Left => Ok(()),
        _ => Err(Error::refused(PipelineRefused::UnknownOwner)),
    }
}

// In the browser.

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct From {
    #[serde(deserialize_with = "blank")]
    account_id: Option<AccountId>,
    pipeline: String,
}

async fn show(ctx: Ctx, Query(from): Query<From>) -> Result<Response> {
    if !ctx.may(Act::Create, Area::Pipeline) {
        return Err(Error::Denied);
    }
    let client = match from.account_id {
        Some(id) => Some(account::get(&ctx, id).await?),
        None => None,
    };
    let known = pipelines(&ctx).await?;
    let stage = known.first(&from.pipeline, OpportunityKind::Open);
    let form = OpportunityForm {
        // A client's deals are usually of whoever looks after the client.
        owner_id: usual_owner(&ctx)
            .or_else(|| client.as_ref().and_then(|it| it.owner_id))
            .map(|it| it.to_string())
            .unwrap_or_default(),
        account_id: client.map(|it| it.name).unwrap_or_default(),
        stage: stage.map(|it| format!("{}/{}", it.pipeline, it.code)).unwrap_or_default(),
        ..OpportunityForm::default()
    };
    form_page(&ctx, None, form, None).await
}

async fn submit(ctx: Ctx, Form(form): Form<OpportunityForm>) -> Result<Response> {
    let tx = ctx.begin().await?;
    match open_from(&tx, &form).await {
        Ok(deal) => {
            let said = Words::of(tx.lang()).deal_opened(&deal.name);
            tx.commit().await?;
            page::redirect_saying(&format!("/opportunities/{}", deal.id), &said)
        }
        Err(error) => form_page(&tx, None, form, Some(error)).await,
    }
}

async fn open_from(tx: &Tx, form: &OpportunityForm) -> Result<Model> {
    if !tx.may(Act::Create, Area::Pipeline) {
        return Err(Error::Denied);
    }
    let place = form.place();
    let new = NewOpportunity {
        owner: form.owner()?,
        fields: form.read(tx, None).await?,
        pipeline: place.map(|it| it.0.to_owned()),
        stage: place.map(|it| it.1.to_owned()),
    };
    open_opportunity(tx, new).await
}

// In the API.

/// Open an opportunity
#[utoipa::path(
    post,
    path = "/api/v1/opportunities",
    tag = "pipeline",
    responses(
        (status = 201, body = OpportunityWhole),
        (status = 422, description = "Inputs at fault", body = api::Problem),
    ),
)]
async fn create(ctx: Ctx, Json(new): Json<OpportunityIn>) -> Result<impl IntoResponse> {
    let tx = ctx.begin().await?;
    let currency = people::company::mine(&tx).await?.currency;
    let opened = open_opportunity(&tx, new.opened(&currency)).await?;
    new.rest(&tx, opened.id).await?;
    let whole = OpportunityWhole::of(&tx, opened.id).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Json(whole)))
}
