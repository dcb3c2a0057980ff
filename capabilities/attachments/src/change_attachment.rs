//! Somebody says what a file is called, what it is, and who it is for.

use axum::response::Response;
use axum::routing::post;
use frame::web::page::{self, Faults};
use frame::web::{Form, Json, Path, api};
use frame::{App, Ctx, Error, Result, Tx, text};
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::attach::described;
use crate::attachment::{self, AttachmentId, AttachmentOut, Model};
use crate::holder::{self, about};
use crate::rules::{AttachmentRefused, Format, clean};
use crate::show_attachment::attachment_page;
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/attachments/{attachment}", post(submit)).routes(routes!(change))
}

/// What is said of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    pub name: String,
    pub description: String,
    pub internal: bool,
}

/// Changes what is said of a file; its ending stays true.
pub async fn change_attachment(tx: &Tx, id: AttachmentId, new: Said) -> Result<Model> {
    let before = attachment::get(tx, id).await?;
    let held = holder::get_to_edit(tx, before.holder()?).await?;

    let typed = text::line(&new.name).ok_or(Error::refused(AttachmentRefused::NoName))?;
    let name = match Format::of_name(&before.name) {
        Some(format) => clean(&typed, format, &before.name),
        None => before.name.clone(),
    };
    let description = described(&new.description)?;
    let same = name == before.name && description == before.description;
    if same && new.internal == before.internal {
        return Ok(before);
    }

    let mut row = before.clone().into_active_model();
    row.name = Set(name);
    row.description = Set(description);
    row.internal = Set(new.internal);
    row.updated_at = Set(tx.now);
    let after = tx.update(row).await?;

    tx.record(
        about(&after, &held, "attachments.changed")
            .change("name", before.name, after.name.clone())
            .change("description", before.description, after.description.clone())
            .change("internal", before.internal, after.internal),
    );
    Ok(after)
}

// In the browser.

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct SaidForm {
    name: String,
    description: String,
    internal: String,
}

async fn submit(
    ctx: Ctx,
    Path(id): Path<AttachmentId>,
    Form(form): Form<SaidForm>,
) -> Result<Response> {
    let tx = ctx.begin().await?;
    let internal = !form.internal.is_empty();
    let said = Said { name: form.name, description: form.description, internal };
    match change_attachment(&tx, id, said.clone()).await {
        Ok(after) => {
            let saved = Words::of(tx.lang()).saved();
            tx.commit().await?;
            page::redirect_saying(&format!("/attachments/{}", after.id), saved)
        }
        Err(error) => {
            let faults = Faults::of(error, tx.lang())?;
            attachment_page(&tx, id, Some(said), faults).await
        }
    }
}

// In the API.

/// What changes; what is not named stays.
#[derive(Debug, Default, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
struct AttachmentPatch {
    name: Option<String>,
    /// An empty text takes it away.
    description: Option<String>,
    internal: Option<bool>,
}

/// Change what is said of a file
#[utoipa::path(
    patch,
    path = "/api/v1/attachments/{attachment}",
    tag = "attachments",
    params(("attachment" = AttachmentId, Path)),
    responses(
        (status = 200, body = AttachmentOut),
        (status = 422, description = "Inputs at fault", body = api::Problem),
    ),
)]
async fn change(
    ctx: Ctx,
    Path(id): Path<AttachmentId>,
    Json(patch): Json<AttachmentPatch>,
) -> Result<Json<AttachmentOut>> {
    let tx = ctx.begin().await?;
    let before = attachment::get(&tx, id).await?;
    let said = Said {
        name: patch.name.unwrap_or(before.name),
        description: patch.description.or(before.description).unwrap_or_default(),
        internal: patch.internal.unwrap_or(before.internal),
    };
    let after = change_attachment(&tx, id, said).await?;
    tx.commit().await?;
    Ok(Json(after.into()))
}
