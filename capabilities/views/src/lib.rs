//! Views: the questions that people ask of lists again and again, kept under a name.
//!
//! A list is what a capability calls so ([`frame::web::list::Listed`]); `app` names them all. What
//! a view holds is the question alone: whoever opens it sees what their own reach shows.

kernel::words!();

pub mod rules;
pub mod saved_view;
mod list;
mod kept;

mod save_view;
mod change_view;
mod bar;
mod tell;

use frame::{App, Table};
use utoipa_axum::router::OpenApiRouter;

pub use bar::bar;
pub use saved_view::{ViewId, ViewOut};
pub use tell::TELLER;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().merge(save_view::routes()).merge(change_view::routes())
}

/// The tables that are kept here.
pub const TABLES: &[Table] = &[Table::of::<saved_view::Entity>()];

#[cfg(test)]
mod tests;
