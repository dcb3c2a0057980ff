//! What is known of a deal changes.

use axum::response::Response;
use axum::routing::get;
use frame::web::{Form, Json, Path, api, page};
use frame::{App, Ctx, Error, Result, Tx, search};
use kernel::Day;
use kernel::access::Act;
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::fields::{OpportunityFields, known_account};
use crate::hand_over::hand_over;
use crate::keep_contacts::keep_contacts;
use crate::keep_lines::keep_lines;
use crate::line;
use crate::opportunity::{self, Model, OpportunityId, about, claim};
use crate::opportunity_form::{OpportunityForm, form_page};
use crate::opportunity_in::OpportunityPatch;
use crate::rules::amount::settled;
use crate::searched::{KIND, texts_of};
use crate::show_opportunity::OpportunityWhole;
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/opportunities/{opportunity}/edit", get(show).post(submit))
        .routes(routes!(change))
}

/// Changes a deal, if it is still as it was seen; nothing is recorded when nothing changes.
pub async fn change_opportunity(
    tx: &Tx,
    id: OpportunityId,
    seen: Option<i64>,
    fields: OpportunityFields,
) -> Result<Model> {
    let before = opportunity::get_to(tx, Act::Edit, id).await?;
    let mut fields = fields.checked()?;
    let lines: Vec<_> = line::of(tx, id).await?.iter().map(line::Model::rule).collect();
    fields.amount = settled(&lines, fields.amount).map_err(Error::refused)?;
    if fields == OpportunityFields::of(&before) {
        return Ok(before);
    }
    if fields.account != before.account_id {
        known_account(tx, fields.account).await?;
    }

    let version = claim(tx, &before, seen).await?;
    let mut row = before.clone().into_active_model();
    row.name_key = Set(frame::text::key(&fields.name));
    row.name = Set(fields.name);
    row.account_id = Set(fields.account);
    row.value_amount = Set(fields.amount);
    row.value_currency = Set(fields.currency);
    row.expected_close_on = Set(fields.expected_close_on);
    row.next_step = Set(fields.next_step);
    row.next_step_on = Set(fields.next_step_on);
    row.updated_at = Set(tx.now);
    row.version = Set(version);
    let after = tx.update(row).await?;
    search::keep(tx, KIND, after.id.0, &texts_of(&after)).await?;

    let clients =
        accounts::account::names(tx, before.account_id.into_iter().chain(after.account_id));
    let clients = clients.await?;
    let client = |deal: &Model| deal.account_id.and_then(|it| clients.get(&it).cloned());
    tx.record(
        about(&after, "pipeline.changed")
            .change("name", before.name.clone(), after.name.clone())
            .change("account", client(&before), client(&after))
            .change("value", value(&before), value(&after))
            .change(
                "expected_close_on",
                day(before.expected_close_on),
                day(after.expected_close_on),
            )
            .change("next_step", before.next_step.clone(), after.next_step.clone())
            .change("next_step_on", day(before.next_step_on), day(after.next_step_on)),
    );
    Ok(after)
}

/// What a deal is worth, as events say it.
pub fn value(deal: &Model) -> Option<String> {
    deal.value().map(|it| it.to_string())
}

fn day(day: Option<Day>) -> Option<String> {
    day.map(|it| it.to_string())
}

// In the browser.

async fn show(ctx: Ctx, Path(id): Path<OpportunityId>) -> Result<Response> {
    let deal = opportunity::get_to(&ctx, Act::Edit, id).await?;
    let form = OpportunityForm::of(&ctx, &deal).await?;
    form_page(&ctx, Some(id), form, None).await
}

async fn submit(
    ctx: Ctx,
    Path(id): Path<OpportunityId>,
    Form(form): Form<OpportunityForm>,
) -> Result<Response> {
    let tx = ctx.begin().await?;
    let deal = opportunity::get_to(&tx, Act::Edit, id).await?;
    let changed = match form.read(&tx, deal.account_id).await {
        Ok(fields) => change_opportunity(&tx, id, form.version, fields).await,
        Err(error) => Err(error),
    };
    match changed {
        Ok(_) => {
            let said = Words::of(tx.lang()).saved();
            tx.commit().await?;
            page::redirect_saying(&format!("/opportunities/{id}"), said)
        }
        Err(error) => form_page(&tx, Some(id), form, Some(error)).await,
    }
}

// In the API.

/// Change an opportunity: fields that are not named stay
#[utoipa::path(
    patch,
    path = "/api/v1/opportunities/{opportunity}",
    tag = "pipeline",
    params(("opportunity" = OpportunityId, Path)),
    responses(
        (status = 200, body = OpportunityWhole),
        (status = 422, description = "Inputs at fault, or changed meanwhile", body = api::Problem),
    ),
)]
async fn change(
    ctx: Ctx,
    Path(id): Path<OpportunityId>,
    Json(patch): Json<OpportunityPatch>,
) -> Result<Json<OpportunityWhole>> {
    let tx = ctx.begin().await?;
    let before = opportunity::get_to(&tx, Act::Edit, id).await?;
    // Lines first: what they are worth is what the deal is worth.
    let mut seen = patch.version;
    if let Some(lines) = patch.lines()? {
        keep_lines(&tx, id, seen.take(), &lines).await?;
    }
    if let Some(contacts) = patch.contacts() {
        keep_contacts(&tx, id, seen.take(), &contacts).await?;
    }
    let present = opportunity::get(&tx, id).await?;
    change_opportunity(&tx, id, seen.take(), patch.fields(&present)).await?;
    if let Some(owner) = patch.owner_id.filter(|it| *it != before.owner_id) {
        hand_over(&tx, id, None, owner).await?;
    }
    let whole = OpportunityWhole::of(&tx, id).await?;
    tx.commit().await?;
    Ok(Json(whole))
}
