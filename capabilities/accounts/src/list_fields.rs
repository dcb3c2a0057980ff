//! Which fields of its own a company has, for programs.

use frame::web::Json;
use frame::{App, Ctx, Error, Result};
use kernel::access::{Act, Area};
use serde::Serialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::custom_field::{self, CustomFieldId, FieldRecord};
use crate::rules::custom::FieldKind;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list))
}

/// A field of the company's own.
#[derive(Serialize, utoipa::ToSchema)]
struct FieldOut {
    id: CustomFieldId,
    record: FieldRecord,
    /// By which `custom` of the record names it.
    code: String,
    kind: FieldKind,
    label: String,
    help: String,
    choices: Vec<ChoiceOut>,
    required: bool,
    /// The token's person may change it.
    writable: bool,
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
    let lang = ctx.lang();
    let mut items = Vec::new();
    for &record in FieldRecord::ALL {
        for field in custom_field::seen(&ctx, record).await? {
            let offered = field.choices().into_iter().filter(|it| !it.hidden);
            items.push(FieldOut {
                id: field.id,
                record,
                code: field.code.clone(),
                kind: field.kind,
                label: field.label(lang).to_owned(),
                help: field.help(lang).to_owned(),
                choices: offered
                    .map(|it| ChoiceOut { label: it.label(lang).to_owned(), code: it.code })
                    .collect(),
                required: field.required,
                writable: field.may_keep(&ctx),
            });
        }
    }
    Ok(Json(FieldsOut { items }))
}
