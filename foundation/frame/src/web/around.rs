//! What surrounds every request: who it comes from, whether it may change something, how a
//! failure is told, and what browsers are forbidden.

use std::sync::Arc;
use std::time::Instant;

use axum::extract::{MatchedPath, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderName, REFERRER_POLICY, RETRY_AFTER, SET_COOKIE,
    STRICT_TRANSPORT_SECURITY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;

use super::request::{FLASH_COOKIE, Request};
use super::{api, csrf, page};
use crate::app::App;
use crate::error::Error;

pub async fn around(
    State(app): State<App>,
    mut request: axum::extract::Request,
    next: Next,
) -> Response {
    let began = Instant::now();
    let said = Request::read(&app, &request);
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().map(|it| it.as_str().to_owned());
    let allowed = csrf::allows(&method, request.headers(), &app.origin);
    request.extensions_mut().insert(said.clone());

    let response = if allowed {
        next.run(request).await
    } else {
        axum::response::IntoResponse::into_response(Error::Denied)
    };
    let mut response = told(&app, &said, &method, response);
    guard(&app, &said, response.headers_mut());

    let status = response.status().as_u16();
    let seconds = began.elapsed().as_secs_f64();
    let route = route.as_deref().unwrap_or("unmatched");
    app.metrics.request(method.as_str(), route, status, seconds);
    tracing::info!(
        request = said.id,
        method = method.as_str(),
        route,
        status,
        duration_ms = seconds * 1_000.0,
        "answered"
    );
    response
}

/// A failure becomes a page or a problem, logged once.
fn told(
    app: &App,
    said: &Request,
    method: &axum::http::Method,
    mut response: Response,
) -> Response {
    let Some(error) = response.extensions_mut().remove::<Arc<Error>>() else { return response };
    error.log();
    let mut response = if said.is_api() {
        api::problem(said, &error)
    } else {
        page::failure(app, said, method, &error)
    };
    if let Error::TooMany(seconds) = *error {
        response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}

/// Around what is the same for everyone, files and signs of life: a browser makes no page of it.
/// The phone's worker is such a file, and asks this server alone.
pub async fn plainly(
    State(app): State<App>,
    request: axum::extract::Request,
    next: Next,
) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.entry(CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(
        "default-src 'none'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'",
    ));
    headers.entry(CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    forbid(&app, headers);
    response
}

/// What browsers are told to forbid, whatever it is.
fn forbid(app: &App, headers: &mut HeaderMap) {
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.entry(REFERRER_POLICY).or_insert(HeaderValue::from_static("same-origin"));
    for (name, value) in [
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("permissions-policy", "geolocation=(self), camera=(self)"),
    ] {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    if app.origin.starts_with("https://") {
        let year = HeaderValue::from_static("max-age=31536000");
        headers.insert(STRICT_TRANSPORT_SECURITY, year);
    }
}

/// What browsers are told to forbid on a page.
fn guard(app: &App, said: &Request, headers: &mut HeaderMap) {
    let nonce = &said.nonce;
    let tiles = app.tiles.as_ref().and_then(|it| it.origin()).unwrap_or_default();
    let policy = format!(
        "default-src 'none'; script-src 'nonce-{nonce}' 'strict-dynamic'; \
         style-src 'nonce-{nonce}' 'self'; img-src 'self' blob: data: {tiles}; font-src 'self'; \
         connect-src 'self'; worker-src 'self'; manifest-src 'self'; media-src 'self' blob:; \
         form-action 'self'; base-uri 'none'; frame-ancestors 'none'; \
         require-trusted-types-for 'script'"
    );
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        headers.entry(CONTENT_SECURITY_POLICY).or_insert(policy);
    }
    forbid(app, headers);
    // Clients' money and people's pay stay out of caches unless a route says otherwise.
    headers.entry(CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    if said.flash.is_some() && !headers.contains_key(SET_COOKIE) {
        let gone = format!("{FLASH_COOKIE}=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly");
        if let Ok(gone) = HeaderValue::from_str(&gone) {
            headers.append(SET_COOKIE, gone);
        }
    }
}
