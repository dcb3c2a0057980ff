//! One file: what it is, who brought it, and how it is called.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use frame::web::page::{self, Faults};
use frame::web::shell::Shell;
use frame::web::{Json, Path};
use frame::{App, Ctx, Error, Result};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::attachment::{self, AttachmentId, AttachmentOut, Model};
use crate::change_attachment::Said;
use crate::holder;
use crate::say::{Row, rows};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/attachments/{attachment}", get(show)).routes(routes!(read))
}

#[derive(Template)]
#[template(path = "show_attachment.html")]
struct AttachmentPage {
    shell: Shell,
    w: Words,
    file: Model,
    it: Row,
    back: String,
    name: String,
    form: Said,
    may_edit: bool,
    faults: Faults,
}

async fn show(ctx: Ctx, Path(id): Path<AttachmentId>) -> Result<Response> {
    attachment_page(&ctx, id, None, Faults::default()).await
}

/// The page, with what somebody typed into it.
pub async fn attachment_page(
    ctx: &Ctx,
    id: AttachmentId,
    typed: Option<Said>,
    faults: Faults,
) -> Result<Response> {
    let file = attachment::get(ctx, id).await?;
    let with = file.holder()?;
    let held = holder::get(ctx, with).await?;
    let form = typed.unwrap_or_else(|| Said {
        name: file.name.clone(),
        description: file.description.clone().unwrap_or_default(),
        internal: file.internal,
    });
    let status = if faults.any() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let page = AttachmentPage {
        shell: ctx.shell(with.section()),
        w: Words::of(ctx.lang()),
        it: rows(ctx, with, vec![file.clone()]).await?.pop().ok_or(Error::NotFound)?,
        back: with.attachments(),
        name: held.name,
        may_edit: holder::may_edit(ctx, with).await?,
        form,
        file,
        faults,
    };
    page::render_as(status, &page)
}

// In the API.

/// What is known of one file; its content has an address of its own
#[utoipa::path(
    get,
    path = "/api/v1/attachments/{attachment}",
    tag = "attachments",
    params(("attachment" = AttachmentId, Path)),
    responses((status = 200, body = AttachmentOut)),
)]
async fn read(ctx: Ctx, Path(id): Path<AttachmentId>) -> Result<Json<AttachmentOut>> {
    Ok(Json(attachment::get(&ctx, id).await?.into()))
}
