//! A photo comes before the event that names it, and is shown to whoever may see that event.

use axum::body::Bytes;
use axum::extract::DefaultBodyLimit;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::http::{HeaderName, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use frame::web::{Json, Path};
use frame::{App, Ctx, Error, Result, files};
use sea_orm::{ColumnTrait, QueryFilter};
use serde::Serialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::rules::is_sha256;

pub fn routes() -> OpenApiRouter<App> {
    let put =
        OpenApiRouter::new().routes(routes!(put)).layer(DefaultBodyLimit::max(files::MOST_BYTES));
    OpenApiRouter::new().route("/files/sha256/{sha256}", get(show)).merge(put)
}

/// A photo that is kept.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct PhotoOut {
    sha256: String,
}

/// Put a photo
///
/// Named by the SHA-256 of what is sent. It is decoded, turned upright and written anew.
#[utoipa::path(
    put,
    path = "/api/v1/files/sha256/{sha256}",
    tag = "field",
    params(("sha256" = String, Path, description = "64 small hexadecimal digits", pattern = "^[0-9a-f]{64}$")),
    request_body(content = Vec<u8>, content_type = "image/jpeg"),
    responses(
        (status = 200, body = PhotoOut),
        (status = 201, body = PhotoOut),
        (status = 422, body = frame::web::api::Problem),
    ),
)]
async fn put(mut ctx: Ctx, Path(sha256): Path<String>, bytes: Bytes) -> Result<Response> {
    if !is_sha256(&sha256) {
        return Err(Error::Malformed("64 small hexadecimal digits".to_owned()));
    }
    let out = Json(PhotoOut { sha256: sha256.clone() });
    if files::known(&ctx, ctx.actor.person, &sha256).await?.is_some() {
        return Ok((StatusCode::OK, out).into_response());
    }
    // No connection is held while the photo is made anew.
    ctx.refresh();
    let (photo, stored) = files::take_in(&ctx, &sha256, bytes.to_vec()).await?;
    let tx = ctx.begin().await?;
    files::keep(&tx, &sha256, &photo, stored).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, out).into_response())
}

/// Never more than a picture, whatever somebody sent.
async fn show(ctx: Ctx, Path(sha256): Path<String>) -> Result<Response> {
    let files = ctx.find::<files::Entity>().filter(files::Column::Sha256.eq(sha256));
    let file = files.one(&ctx).await?.ok_or(Error::NotFound)?;
    let bytes = files::read(&ctx, &file).await?;
    let headers = [
        (CONTENT_TYPE, "image/jpeg"),
        (CACHE_CONTROL, "private, max-age=86400"),
        (CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox"),
        (HeaderName::from_static("content-disposition"), "inline; filename=\"photo.jpg\""),
    ];
    Ok((headers, bytes).into_response())
}
