//! Which fields of its own a company has, for programs.

use frame::web::Json;
use frame::{App, Ctx, Error, Result};
use kernel::access::{Act, Area};
use serde::Serialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::custom_field::{self, CustomFieldId, FieldRecord, Model};
use crate::rules::custom::{Choice, FieldKind, FieldLimits};

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list))
}

/// A field of the company's own.
#[derive(Serialize, utoipa::ToSchema)]
pub struct FieldOut {
    id: CustomFieldId,
    record: FieldRecord,
    /// By which `custom` of the record names it.
    code: String,
    kind: FieldKind,
    label: String,
    help: String,
    choices: Vec<ChoiceOut>,
    /// What it may hold beside what its kind says; a value from before them stays until it changes.
    limits: FieldLimits,
    required: bool,
    /// The token's person may change it.
    writable: bool,
}

impl FieldOut {
    /// As the reader sees it.
    pub fn of(ctx: &Ctx, field: &Model) -> Self {
        let lang = ctx.lang();
        let offered = field.choices().into_iter().filter(|it| !it.hidden);
        let choice = |it: Choice| ChoiceOut { label: it.label(lang).to_owned(), code: it.code };
        Self {
            id: field.id,
            record: field.record,
            code: field.code.clone(),
            kind: field.kind,
            label: field.label(lang).to_owned(),
            help: field.help(lang).to_owned(),
            choices: offered.map(choice).collect(),
            limits: field.limits(),
            required: field.required,
            writable: field.may_keep(ctx),
        }
    }
}

#[derive(Serialize, utoipa::ToSchema)]
struct ChoiceOut {
    code: String,
    label: String,
}

#[derive(Serialize, utoipa::ToSchema)]
struct FieldsOut {
    items: Vec<FieldOut>,
}

/// The company's own fields that the token's person may see, in the company's order
#[utoipa::path(
    get,
    path = "/api/v1/custom-fields",
    tag = "accounts",
    responses((status = 200, body = FieldsOut)),
)]
async fn list(ctx: Ctx) -> Result<Json<FieldsOut>> {
    if !ctx.may(Act::View, Area::Accounts) {
        return Err(Error::Denied);
    }
    let mut items = Vec::new();
    for &record in FieldRecord::ALL {
        let fields = custom_field::seen(&ctx, record).await?;
        items.extend(fields.iter().map(|it| FieldOut::of(&ctx, it)));
    }
    Ok(Json(FieldsOut { items }))
}
