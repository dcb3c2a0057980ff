//! Starters: the lists of an industry (its tags, fields, stages, outcomes, tasks) that a company may
//! begin with, shown before they are added and taken back while nothing uses them.

kernel::words!();

pub mod rules;
pub mod starter;
pub mod starter_use;
pub mod starter_item;

mod known;
mod say;
mod use_starter;
mod undo_starter;
mod list_starters;
mod show_starter;
mod tell;

use frame::{App, Table};
use utoipa_axum::router::OpenApiRouter;

pub use starter::codes;
pub use starter_use::StarterUseId;
pub use tell::TELLER;
pub use undo_starter::undo_starter;
pub use use_starter::use_starter;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(list_starters::routes())
        .merge(show_starter::routes())
        .merge(use_starter::routes())
        .merge(undo_starter::routes())
}

/// The tables that are kept here.
pub const TABLES: &[Table] =
    &[Table::of::<starter_use::Entity>(), Table::of::<starter_item::Entity>()];

#[cfg(test)]
mod tests;
