//! A program settles a field of the company's own, with what it may hold.

use axum::http::StatusCode;
use axum::response::IntoResponse;
use frame::web::{Json, Path, api};
use frame::{App, Ctx, Error, Result};
use kernel::access::{Act, Area};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::account_in::merged;
use crate::custom_field::{self, CustomFieldId, FieldRecord, Model};
use crate::keep_field::{FieldSettings, add_field, change_field};
use crate::list_fields::FieldOut;
use crate::rules::client_refused::ClientRefused;
use crate::rules::custom::{Choice, Circle, FieldKind, FieldLimits};

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(create)).routes(routes!(change))
}

/// A field of the company's own, as a program settles it.
#[derive(Debug, Default, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
struct FieldIn {
    /// Of what it says something. Asked for of a new one, and never changed.
    record: Option<FieldRecord>,
    /// What it holds. Asked for of a new one, and never changed.
    kind: Option<FieldKind>,
    label_id: String,
    /// As in Indonesian, unless told.
    label_en: String,
    help_id: String,
    help_en: String,
    /// Those that are left out are offered no more.
    choices: Vec<FieldChoiceIn>,
    /// As a whole: what is left out of them sets no limit.
    limits: FieldLimits,
    required: bool,
    in_list: bool,
    seen_by: Circle,
    kept_by: Circle,
    /// Removed, with its values, until it comes back.
    hidden: bool,
}

/// Something to choose, as a program settles it.
#[derive(Debug, Default, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
struct FieldChoiceIn {
    /// Empty for a new one.
    code: String,
    label_id: String,
    /// As in Indonesian, unless told.
    label_en: String,
    hidden: bool,
}

impl FieldIn {
    fn of(field: &Model) -> Self {
        let choice = |it: Choice| FieldChoiceIn {
            code: it.code,
            label_id: it.id,
            label_en: it.en,
            hidden: it.hidden,
        };
        Self {
            record: Some(field.record),
            kind: Some(field.kind),
            label_id: field.label_id.clone(),
            label_en: field.label_en.clone(),
            help_id: field.help_id.clone(),
            help_en: field.help_en.clone(),
            choices: field.choices().into_iter().map(choice).collect(),
            limits: field.limits(),
            required: field.required,
            in_list: field.in_list,
            seen_by: field.seen_by,
            kept_by: field.kept_by,
            hidden: field.hidden_at.is_some(),
        }
    }

    fn settings(self) -> FieldSettings {
        let choice = |it: FieldChoiceIn| Choice {
            code: it.code,
            id: it.label_id,
            en: it.label_en,
            hidden: it.hidden,
        };
        FieldSettings {
            label_id: self.label_id,
            label_en: self.label_en,
            help_id: self.help_id,
            help_en: self.help_en,
            choices: self.choices.into_iter().map(choice).collect(),
            limits: self.limits,
            required: self.required,
            in_list: self.in_list,
            seen_by: self.seen_by,
            kept_by: self.kept_by,
            hidden: self.hidden,
        }
    }
}

/// Add a field of the company's own behind the others
#[utoipa::path(
    post,
    path = "/api/v1/custom-fields",
    tag = "accounts",
    responses(
        (status = 201, body = FieldOut),
        (status = 422, description = "Inputs at fault", body = api::Problem),
    ),
)]
async fn create(ctx: Ctx, Json(new): Json<FieldIn>) -> Result<impl IntoResponse> {
    let tx = ctx.begin().await?;
    tx.permit_company(Act::Edit, Area::Settings)?;
    let missing = |field| move || Error::refused(ClientRefused::NoChoice(field));
    let record = new.record.ok_or_else(missing("record"))?;
    let kind = new.kind.ok_or_else(missing("kind"))?;
    let field = add_field(&tx, record, kind, new.settings()).await?;
    let out = FieldOut::of(&tx, &field);
    tx.commit().await?;
    Ok((StatusCode::CREATED, Json(out)))
}

/// Change a field of the company's own: what is not named stays
#[utoipa::path(
    patch,
    path = "/api/v1/custom-fields/{field}",
    tag = "accounts",
    params(("field" = CustomFieldId, Path)),
    request_body = FieldIn,
    responses(
        (status = 200, body = FieldOut),
        (status = 422, description = "Inputs at fault", body = api::Problem),
    ),
)]
async fn change(
    ctx: Ctx,
    Path(id): Path<CustomFieldId>,
    Json(patch): Json<Map<String, Value>>,
) -> Result<Json<FieldOut>> {
    let tx = ctx.begin().await?;
    tx.permit_company(Act::Edit, Area::Settings)?;
    let before = custom_field::get(&tx, id).await?;
    let wanted = merged(&FieldIn::of(&before), patch)?;
    if wanted.record != Some(before.record) {
        return Err(Error::refused(ClientRefused::NoChoice("record")));
    }
    if wanted.kind != Some(before.kind) {
        return Err(Error::refused(ClientRefused::NoChoice("kind")));
    }
    let field = change_field(&tx, id, wanted.settings()).await?;
    let out = FieldOut::of(&tx, &field);
    tx.commit().await?;
    Ok(Json(out))
}
