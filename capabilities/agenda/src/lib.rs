//! The agenda: what somebody has to do on a day and in a week, and a calendar that follows it.
//!
//! It keeps nothing but the addresses of calendars: tasks, visits and deals stand where they stand,
//! and are asked for within the reader's reach. [`rules::ics`] writes what calendars read.

kernel::words!();

pub mod rules;
pub mod calendar_feed;

mod gather;
mod whose;
mod show_agenda;
mod feed_events;
mod keep_feed;
mod feed_page;
mod read_feed;
mod export_tasks;
mod tell;

use frame::stream::{Sees, Teller};
use frame::{App, Table};
use utoipa_axum::router::OpenApiRouter;

/// Everything that the agenda answers.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(show_agenda::routes())
        .merge(feed_page::routes())
        .merge(keep_feed::routes())
        .merge(read_feed::routes())
        .merge(export_tasks::routes())
}

/// How what happens here is told.
pub const TELLER: Teller =
    Teller { prefix: "agenda.", tell: tell::tell, sees: Sees::WithTheRecord };

/// The tables that are kept here.
pub const TABLES: &[Table] = &[Table::of::<calendar_feed::Entity>()];

#[cfg(test)]
mod tests;
