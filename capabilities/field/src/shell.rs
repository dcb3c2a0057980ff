//! The page in which the field app lives. It holds nothing of anybody: what a person may see
//! comes by the API, so that the page can be kept on the phone.

use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use frame::web::Request;
use frame::{App, Ctx, Result};
use utoipa_axum::router::OpenApiRouter;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/field", get(show)).route("/field/{*path}", get(show))
}

async fn show(_: Ctx, request: Request) -> Result<Response> {
    let html = assets::FIELD_SHELL
        .replace("{{nonce}}", &request.nonce)
        .replace("{{lang}}", request.lang.word());
    Ok(Html(html).into_response())
}
