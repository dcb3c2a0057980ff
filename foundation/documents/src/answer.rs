//! A document on its way to whoever asked for it.

use axum::http::HeaderValue;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use tokio::sync::Semaphore;

use crate::document::Document;
use crate::write;

/// A PDF, whole.
pub type Pdf = Vec<u8>;

/// So many are set at once; whoever asks meanwhile waits, and requests are answered beside it.
static AT_ONCE: Semaphore = Semaphore::const_new(2);

/// Sets a document where it holds up nobody who is answered meanwhile.
pub async fn render(document: Document) -> frame::Result<Pdf> {
    let _turn = AT_ONCE.acquire().await.map_err(frame::Error::internal)?;
    tokio::task::spawn_blocking(move || write::pdf(&document)).await?
}

/// A document as a download. `name` is the file's, without its ending.
pub async fn answer(name: &str, document: Document) -> frame::Result<Response> {
    let pdf = render(document).await?;
    let letters = name.chars().map(|it| if it.is_ascii_alphanumeric() { it } else { '-' });
    let name: String = letters.collect();
    let mut response = pdf.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/pdf"));
    let download = format!("attachment; filename=\"{name}.pdf\"");
    let download = HeaderValue::from_str(&download).map_err(frame::Error::internal)?;
    headers.insert(CONTENT_DISPOSITION, download);
    Ok(response)
}
