//! A file goes out: to be saved, never to be executed. A picture that we made ourselves is shown.

use std::fmt::Write;

use axum::body::{Body, Bytes};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_SECURITY_POLICY, CONTENT_TYPE,
};
use axum::http::{HeaderName, HeaderValue};
use axum::response::Response;
use axum::routing::get;
use frame::files::path_of_content;
use frame::web::Path;
use frame::{App, Ctx, Error, Result};
use futures_util::stream;
use tokio::fs::File;
use tokio::io::AsyncReadExt;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::attachment::{self, AttachmentId, Model};
use crate::rules::Format;

/// How much is read before some of it is sent.
const PART: usize = 64 * 1024;
/// Whatever it is, a browser makes nothing of it.
const UNKNOWN: &str = "application/octet-stream";
const NOTHING: &str = "default-src 'none'; sandbox";

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/attachments/{attachment}/download", get(download))
        .route("/attachments/{attachment}/picture", get(picture))
        .routes(routes!(content))
}

/// How it goes out.
enum As {
    /// To be saved, whatever it is.
    Download,
    /// Shown on a page: a picture that was made here, of this kind.
    Shown(&'static str),
}

async fn send(ctx: &Ctx, file: &Model, as_what: As) -> Result<Response> {
    let from = File::open(path_of_content(ctx, &file.content)).await?;
    let length = from.metadata().await?.len();
    let parts = stream::unfold(from, |mut from| async move {
        let mut part = vec![0; PART];
        match from.read(&mut part).await {
            Ok(0) => None,
            Ok(read) => {
                part.truncate(read);
                Some((Ok(Bytes::from(part)), from))
            }
            Err(cause) => Some((Err(cause), from)),
        }
    });
    let mut response = Response::new(Body::from_stream(parts));
    let (kind, how) = match as_what {
        As::Download => (UNKNOWN, "attachment"),
        As::Shown(kind) => (kind, "inline"),
    };
    let text = |it: &str| HeaderValue::from_str(it).map_err(Error::internal);
    let headers: [(HeaderName, HeaderValue); 5] = [
        (CONTENT_TYPE, HeaderValue::from_static(kind)),
        (CONTENT_DISPOSITION, text(&disposition(how, &file.name))?),
        (CONTENT_LENGTH, HeaderValue::from(length)),
        (CONTENT_SECURITY_POLICY, HeaderValue::from_static(NOTHING)),
        (CACHE_CONTROL, HeaderValue::from_static("private, no-store")),
    ];
    response.headers_mut().extend(headers);
    Ok(response)
}

/// The name for old programs in plain letters, and for all others as it is (RFC 6266).
fn disposition(how: &str, name: &str) -> String {
    let plain = |it: char| {
        if it.is_ascii_graphic() && !matches!(it, '"' | '\\' | '%') || it == ' ' { it } else { '_' }
    };
    let mut whole = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_') {
            whole.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(whole, "%{byte:02X}");
        }
    }
    let plain: String = name.chars().map(plain).collect();
    format!("{how}; filename=\"{plain}\"; filename*=UTF-8''{whole}")
}

// In the browser.

async fn download(ctx: Ctx, Path(id): Path<AttachmentId>) -> Result<Response> {
    let file = attachment::get(&ctx, id).await?;
    send(&ctx, &file, As::Download).await
}

async fn picture(ctx: Ctx, Path(id): Path<AttachmentId>) -> Result<Response> {
    let file = attachment::get(&ctx, id).await?;
    if !file.is_picture() {
        return Err(Error::NotFound);
    }
    let png = Format::of_name(&file.name) == Some(Format::Png);
    let kind = if png { "image/png" } else { "image/jpeg" };
    send(&ctx, &file, As::Shown(kind)).await
}

// In the API.

/// The content of a file, to the byte as it is kept
#[utoipa::path(
    get,
    path = "/api/v1/attachments/{attachment}/content",
    tag = "attachments",
    params(("attachment" = AttachmentId, Path)),
    responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream")),
)]
async fn content(ctx: Ctx, Path(id): Path<AttachmentId>) -> Result<Response> {
    let file = attachment::get(&ctx, id).await?;
    send(&ctx, &file, As::Download).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_header_and_nothing_more() {
        assert_eq!(
            disposition("attachment", "Penawaran é \"1\".pdf"),
            "attachment; filename=\"Penawaran _ _1_.pdf\"; \
             filename*=UTF-8''Penawaran%20%C3%A9%20%221%22.pdf"
        );
        let hostile = disposition("attachment", "a\r\nX-Evil: 1;\\..pdf");

        assert!(HeaderValue::from_str(&hostile).is_ok(), "{hostile}");
        assert!(!hostile.contains(['\r', '\n', '\\']), "{hostile}");
    }
}
