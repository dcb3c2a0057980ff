//! What is known of a prospect is written anew.

use axum::response::Response;
use axum::routing::get;
use frame::web::{Form, Json, Path, api, page};
use frame::{App, Ctx, Result, Tx, search, text};
use kernel::access::Act;
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::choice::{self, List};
use crate::fields::ProspectFields;
use crate::prospect::{self, Model, ProspectId, ProspectOut, about, claim};
use crate::prospect_form::{ProspectForm, form_page};
use crate::prospect_in::ProspectPatch;
use crate::searched::texts_of;
use crate::twins::keep_keys;
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/prospects/{prospect}/edit", get(show).post(submit))
        .routes(routes!(change))
}

/// Changes a prospect; nothing is recorded when nothing changed.
pub async fn change_prospect(
    tx: &Tx,
    id: ProspectId,
    seen: Option<i64>,
    fields: ProspectFields,
) -> Result<Model> {
    let before = prospect::get_open(tx, id).await?;
    let fields = fields.checked(tx, Some(&before)).await?;
    if fields == ProspectFields::of(&before) {
        return Ok(before);
    }

    let version = claim(tx, &before, seen).await?;
    let mut row = before.clone().into_active_model();
    row.name_key = Set(text::key(&fields.name));
    row.name = Set(fields.name);
    row.contact_name = Set(fields.contact_name);
    row.contact_role = Set(fields.contact_role);
    row.phone = Set(fields.phone);
    row.email = Set(fields.email);
    row.street = Set(fields.street);
    row.city = Set(fields.city);
    row.province = Set(fields.province);
    row.industry = Set(fields.industry);
    row.source = Set(fields.source);
    row.note = Set(fields.note);
    row.value_amount = Set(fields.amount);
    row.value_currency = Set(fields.currency);
    row.next_step = Set(fields.next_step);
    row.next_step_on = Set(fields.next_step_on);
    row.updated_at = Set(tx.now);
    row.version = Set(version);
    let after = tx.update(row).await?;
    keep_keys(tx, std::slice::from_ref(&after)).await?;
    search::keep(tx, "prospect", after.id.0, &texts_of(&after)).await?;

    let choices = choice::all(tx).await?;
    let source = |it: &Model| choices.label(List::Source, &it.source, tx.lang()).to_owned();
    let money = |it: &Model| it.value().map(|it| it.to_string());
    let day = |it: &Model| it.next_step_on.map(|it| it.to_string());
    // A note is read where it stands; that it changed is enough to say.
    let noted = before.note != after.note;
    tx.record(
        about(&after, "prospects.changed")
            .with("noted", noted)
            .change("name", before.name.clone(), after.name.clone())
            .change("contact_name", before.contact_name.clone(), after.contact_name.clone())
            .change("contact_role", before.contact_role.clone(), after.contact_role.clone())
            .change("phone", before.phone.clone(), after.phone.clone())
            .change("email", before.email.clone(), after.email.clone())
            .change("place", before.place(), after.place())
            .change("industry", before.industry.clone(), after.industry.clone())
            .change("source", source(&before), source(&after))
            .change("value", money(&before), money(&after))
            .change("next_step", before.next_step.clone(), after.next_step.clone())
            .change("next_step_on", day(&before), day(&after)),
    );
    Ok(after)
}

// In the browser.

async fn show(ctx: Ctx, Path(id): Path<ProspectId>) -> Result<Response> {
    let prospect = prospect::get_open(&ctx, id).await?;
    form_page(&ctx, Some(id), ProspectForm::of(&prospect), None).await
}

async fn submit(
    ctx: Ctx,
    Path(id): Path<ProspectId>,
    Form(form): Form<ProspectForm>,
) -> Result<Response> {
    let tx = ctx.begin().await?;
    let before = prospect::get_to(&tx, Act::Edit, id).await?;
    let changed = match form.read(&tx, Some(&before)).await {
        Ok(fields) => change_prospect(&tx, id, form.version, fields).await,
        Err(error) => Err(error),
    };
    match changed {
        Ok(_) => {
            let said = Words::of(tx.lang()).saved();
            tx.commit().await?;
            page::redirect_saying(&format!("/prospects/{id}"), said)
        }
        Err(error) => form_page(&tx, Some(id), form, Some(error)).await,
    }
}

// In the API.

/// Change a prospect
#[utoipa::path(
    patch,
    path = "/api/v1/prospects/{prospect}",
    tag = "prospects",
    params(("prospect" = ProspectId, Path)),
    responses(
        (status = 200, body = ProspectOut),
        (status = 422, description = "Inputs at fault", body = api::Problem),
    ),
)]
async fn change(
    ctx: Ctx,
    Path(id): Path<ProspectId>,
    Json(patch): Json<ProspectPatch>,
) -> Result<Json<ProspectOut>> {
    let tx = ctx.begin().await?;
    let before = prospect::get_to(&tx, Act::Edit, id).await?;
    let seen = patch.version;
    let after = change_prospect(&tx, id, seen, patch.over(&before)).await?;
    tx.commit().await?;
    Ok(Json(after.into()))
}
