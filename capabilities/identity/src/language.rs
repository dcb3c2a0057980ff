//! Somebody chooses their language.

use axum::http::HeaderValue;
use axum::http::header::SET_COOKIE;
use axum::response::Response;
use axum::routing::post;
use frame::web::request::LANG_COOKIE;
use frame::web::{Form, page};
use frame::{App, Error, Result};
use kernel::Lang;
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;

use crate::rules::next_path;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/language", post(submit))
}

#[derive(Debug, Deserialize)]
struct Language {
    lang: Lang,
    #[serde(default)]
    next: String,
}

/// Kept in the browser: nothing else depends on it.
async fn submit(Form(language): Form<Language>) -> Result<Response> {
    in_language(language.lang, next_path(&language.next))
}

/// On to this page, in this language from now on.
pub fn in_language(lang: Lang, next: &str) -> Result<Response> {
    let mut response = page::redirect(next)?;
    let year = 365 * 86_400;
    let cookie = format!("{LANG_COOKIE}={}; Path=/; Max-Age={year}; SameSite=Lax", lang.word());
    let cookie = HeaderValue::from_str(&cookie).map_err(Error::internal)?;
    response.headers_mut().append(SET_COOKIE, cookie);
    Ok(response)
}
