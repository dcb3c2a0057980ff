//! A browser asks for a file.

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode, header};
use axum::response::Redirect;
use axum::routing::get;

use crate::accept::{Packing, packing};
use crate::{Cache, FILES, File};

/// The routes of every built file: `/assets/…`, and those whose address is fixed, such as
/// `/field/sw.js` and `/manifest.webmanifest`.
pub fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    let fixed = FILES.iter().filter(|file| matches!(file.cache, Cache::Asked));
    let hashed = Router::new()
        .route("/assets/{*path}", get(serve))
        // Browsers ask for it on their own beside whatever is no page: a photo, an answer in JSON.
        .route("/favicon.ico", get(|| async { Redirect::permanent("/favicon.svg") }));
    fixed.fold(hashed, |router, file| router.route(file.address, get(serve)))
}

async fn serve(request: Request) -> Response<Body> {
    let path = request.uri().path();
    match FILES.iter().find(|file| file.address == path) {
        Some(file) => answer(file, request.headers()),
        None => with_status(StatusCode::NOT_FOUND),
    }
}

fn answer(file: &File, asked: &HeaderMap) -> Response<Body> {
    let text = |name: HeaderName| asked.get(name).and_then(|value| value.to_str().ok());
    let packing = packing(text(header::ACCEPT_ENCODING).unwrap_or_default(), |packing| {
        body(file, packing).is_some()
    });
    let tag = tag(file, packing);
    let same = text(header::IF_NONE_MATCH).is_some_and(|known| matches(known, &tag));

    let mut response = if same {
        with_status(StatusCode::NOT_MODIFIED)
    } else {
        Response::new(Body::from(body(file, packing).unwrap_or(file.plain)))
    };
    let headers = response.headers_mut();
    if !same {
        set(headers, header::CONTENT_TYPE, file.kind);
        match packing {
            Packing::Brotli => set(headers, header::CONTENT_ENCODING, "br"),
            Packing::Gzip => set(headers, header::CONTENT_ENCODING, "gzip"),
            Packing::Plain => {}
        }
    }
    let cache = match file.cache {
        Cache::Forever => "public, max-age=31536000, immutable",
        Cache::Asked => "no-cache",
    };
    set(headers, header::CACHE_CONTROL, cache);
    set(headers, header::VARY, "Accept-Encoding");
    set(headers, header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(headers, HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    if file.address == "/field/sw.js" {
        // The worker lies under /field and looks after sign-in and files too.
        set(headers, HeaderName::from_static("service-worker-allowed"), "/");
    }
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        headers.insert(header::ETAG, tag);
    }
    response
}

fn body(file: &File, packing: Packing) -> Option<&'static [u8]> {
    match packing {
        Packing::Brotli => file.brotli,
        Packing::Gzip => file.gzip,
        Packing::Plain => Some(file.plain),
    }
}

/// Each packing is a body of its own, so it has a tag of its own.
fn tag(file: &File, packing: Packing) -> String {
    match packing {
        Packing::Brotli => format!("\"{}-br\"", file.tag),
        Packing::Gzip => format!("\"{}-gz\"", file.tag),
        Packing::Plain => format!("\"{}\"", file.tag),
    }
}

fn matches(if_none_match: &str, tag: &str) -> bool {
    let known = if_none_match.split(',').map(|known| known.trim().trim_start_matches("W/"));
    known.into_iter().any(|known| known == "*" || known == tag)
}

fn set(headers: &mut HeaderMap, name: HeaderName, value: &'static str) {
    headers.insert(name, HeaderValue::from_static(value));
}

fn with_status(status: StatusCode) -> Response<Body> {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status;
    response
}
