//! Every address that is answered, and what surrounds them all.

use std::time::Duration;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use frame::web::around;
use frame::{App, Error};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};
use utoipa::OpenApi;
use utoipa::openapi::path::ParameterIn;
use utoipa::openapi::schema::{AnyOfBuilder, ObjectBuilder, Schema, Type};
use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityScheme};
use utoipa::openapi::{Content, Ref, RefOr, Required, ResponseBuilder};
use utoipa_axum::router::OpenApiRouter;

use crate::{health, home};

/// Text that people type fits in this; files have routes of their own with limits of their own.
const MOST_BODY: usize = 2 * 1024 * 1024;
const LONGEST: Duration = Duration::from_secs(30);
const LONGEST_UPLOAD: Duration = Duration::from_mins(20);
/// What RFC 9457 calls it.
const PROBLEM: &str = "application/problem+json";

/// What each capability answers.
pub fn routes() -> OpenApiRouter<App> {
    let mut routes = OpenApiRouter::with_openapi(Description::openapi())
        .merge(people::routes())
        .merge(identity::routes())
        .merge(views::routes())
        .merge(accounts::routes())
        .merge(tasks::routes())
        .merge(activities::routes())
        .merge(catalogue::routes())
        .merge(transactions::routes())
        .merge(evidence::routes())
        .merge(attendance::routes())
        .merge(pipeline::routes())
        .merge(attachments::routes())
        .merge(prospects::routes())
        .merge(onboarding::routes())
        .merge(field::routes())
        .merge(visits::routes())
        .merge(forecast::routes())
        .merge(handover::routes())
        .merge(starters::routes())
        .merge(importing::routes())
        .merge(agenda::routes())
        .merge(reports::routes())
        .merge(home::routes());
    describe_problems(routes.get_openapi_mut());
    describe_filters(routes.get_openapi_mut());
    routes
}

/// Gives up on what takes too long. Files come from telephones with little signal, and take what
/// they take.
async fn in_time(request: Request, next: Next) -> Response {
    let kind = request.headers().get(CONTENT_TYPE).and_then(|it| it.to_str().ok());
    let brings_files = kind.is_some_and(|it| it.starts_with("multipart/form-data"));
    let longest = if brings_files { LONGEST_UPLOAD } else { LONGEST };
    match tokio::time::timeout(longest, next.run(request)).await {
        Ok(response) => response,
        Err(_) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
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
        .layer(from_fn(in_time))
        .layer(DefaultBodyLimit::max(MOST_BODY))
        .layer(from_fn_with_state(app.clone(), around::around));
    let plain = assets::routes()
        .merge(health::routes())
        .layer(from_fn_with_state(app.clone(), around::plainly));
    // What people attached goes out as it came in: most of it is packed already.
    let packed = NotForContentType::const_new("application/octet-stream");
    let compression = CompressionLayer::new().compress_when(DefaultPredicate::new().and(packed));
    inside.merge(plain).layer(compression).with_state(app)
}

/// The description of the API that its clients are generated from.
pub fn openapi() -> utoipa::openapi::OpenApi {
    routes().into_openapi()
}

/// Whatever is asked can go wrong in the same ways, and is told in the same shape.
fn describe_problems(api: &mut utoipa::openapi::OpenApi) {
    let problem = || Content::new(Some(Ref::from_schema_name("Problem")));
    for item in api.paths.paths.values_mut() {
        let methods = [&mut item.get, &mut item.post, &mut item.put, &mut item.patch];
        for operation in methods.into_iter().chain([&mut item.delete]).flatten() {
            let told = &mut operation.responses.responses;
            for (status, response) in told.iter_mut() {
                if let (true, RefOr::T(response)) = (status.starts_with('4'), response) {
                    response.content.clear();
                    response.content.insert(PROBLEM.to_owned(), RefOr::T(problem()));
                }
            }
            let any = ResponseBuilder::new()
                .description("Not understood, not allowed, not there, or refused by a rule")
                .content(PROBLEM, problem());
            told.entry("default".to_owned()).or_insert_with(|| any.build().into());
        }
    }
}

/// A filter that is empty is none: browsers send each field of a form.
fn describe_filters(api: &mut utoipa::openapi::OpenApi) {
    let empty = || ObjectBuilder::new().schema_type(Type::String).max_length(Some(0));
    for item in api.paths.paths.values_mut() {
        let asked = item.get.iter_mut().filter_map(|it| it.parameters.as_mut()).flatten();
        for filter in asked {
            let RefOr::T(filter) = filter else { continue };
            let is_filter = matches!(
                (&filter.parameter_in, &filter.required, &filter.schema),
                (ParameterIn::Query, Required::False, Some(RefOr::Ref(_)))
            );
            if is_filter && let Some(kind) = filter.schema.take() {
                let either = AnyOfBuilder::new().item(kind).item(empty()).build();
                filter.schema = Some(RefOr::T(Schema::AnyOf(either)));
            }
        }
    }
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
