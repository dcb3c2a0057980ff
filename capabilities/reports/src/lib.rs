//! The numbers, across everything: the team now, and what a period came to.

kernel::words!();

pub mod rules;

mod heard;
mod team_board;
mod weigh;
mod productivity;
mod why;
mod export;
mod tell;

use frame::App;
use utoipa_axum::router::OpenApiRouter;

pub use tell::TELLER;

/// Everything that reports answer.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(team_board::routes())
        .merge(productivity::routes())
        .merge(why::routes())
        .merge(export::routes())
}
