//! Every address that is answered, and what surrounds them all.

use std::time::Duration;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::middleware::from_fn_with_state;
use frame::web::around;
use frame::{App, Error};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::timeout::TimeoutLayer;
use utoipa::OpenApi;
use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityScheme};
use utoipa_axum::router::OpenApiRouter;

use crate::{health, home};

/// Text that people type fits in this; files have routes of their own with limits of their own.
const MOST_BODY: usize = 2 * 1024 * 1024;
const LONGEST: Duration = Duration::from_secs(30);

/// What each capability answers.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::with_openapi(Description::openapi())
        .merge(people::routes())
        .merge(identity::routes())
        .merge(accounts::routes())
        .merge(catalogue::routes())
        .merge(transactions::routes())
        .merge(evidence::routes())
        .merge(attendance::routes())
        .merge(pipeline::routes())
        .merge(field::routes())
        .merge(visits::routes())
        .merge(importing::routes())
        .merge(reports::routes())
        .merge(home::routes())
}

/// Everything that is answered.
pub fn router(app: App) -> Router {
    surrounded(routes(), app)
}

/// These routes with all that surrounds them.
pub fn surrounded(routes: OpenApiRouter<App>, app: App) -> Router {
    let (router, api) = routes.split_for_parts();
    let json = api.to_json().unwrap_or_default();
    let document = move || async move {
        ([(axum::http::header::CONTENT_TYPE, "application/json")], json.clone())
    };
    let inside = router
        .route("/api/v1/openapi.json", axum::routing::get(document))
        .fallback(|| async { Error::NotFound })
        .layer(CatchPanicLayer::custom(|_| {
            axum::response::IntoResponse::into_response(Error::internal(
                // The panic itself has been logged where it happened.
                std::io::Error::other("a handler panicked"),
            ))
        }))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, LONGEST))
        .layer(DefaultBodyLimit::max(MOST_BODY))
        .layer(from_fn_with_state(app.clone(), around::around));
    let plain = assets::routes()
        .merge(health::routes())
        .layer(from_fn_with_state(app.clone(), around::plainly));
    inside.merge(plain).layer(CompressionLayer::new()).with_state(app)
}

/// The description of the API that its clients are generated from.
pub fn openapi() -> utoipa::openapi::OpenApi {
    routes().into_openapi()
}

#[derive(OpenApi)]
#[openapi(
    info(title = "Jembatan", description = "The API of Jembatan. Errors are RFC 9457 problems."),
    modifiers(&Security),
    security(("token" = [])),
    components(schemas(frame::web::api::Problem))
)]
struct Description;

struct Security;

impl utoipa::Modify for Security {
    fn modify(&self, openapi: &mut utoipa::openapi::OpenApi) {
        let components = openapi.components.get_or_insert_default();
        let token = SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer));
        components.add_security_scheme("token", token);
    }
}
