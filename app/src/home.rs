//! The first page after signing in: where somebody's work is.

use axum::response::Response;
use axum::routing::get;
use frame::web::page;
use frame::{App, Ctx, Result};
use kernel::access::{Act, Area};
use utoipa_axum::router::OpenApiRouter;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/", get(show))
}

async fn show(ctx: Ctx) -> Result<Response> {
    page::redirect(first_place(&ctx))
}

/// Whoever judges days looks at the team, whoever keeps clients at them; whoever visits clients and
/// holds a phone looks at today.
fn first_place(ctx: &Ctx) -> &'static str {
    if ctx.may(Act::Review, Area::Visits) {
        "/team/board"
    } else if ctx.request.is_phone() && ctx.may(Act::Create, Area::Visits) {
        "/field"
    } else if ctx.may(Act::View, Area::Accounts) {
        "/accounts"
    } else {
        "/field"
    }
}
