//! Is it alive, and can it work?

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::get;
use frame::App;

pub fn routes() -> Router<App> {
    Router::new().route("/livez", get(|| async { "alive" })).route("/readyz", get(ready))
}

/// Ready when the database can commit and files can be written.
async fn ready(State(app): State<App>) -> (StatusCode, &'static str) {
    match frame::app::ready(&app).await {
        Ok(()) => (StatusCode::OK, "ready"),
        Err(error) => {
            tracing::warn!(%error, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "not ready")
        }
    }
}
