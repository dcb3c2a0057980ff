//! Activities: what happened with clients, as people write it down, and as their pages tell it.

kernel::words!();

pub mod rules;
pub mod note;
pub mod note_contact;
pub mod note_version;
pub mod mention;

mod mentioning;
mod offer_colleagues;
mod note_shown;
mod log_activity;
mod understand;
mod log_page;
mod write_note;
mod change_note;
mod note_page;
mod list_activities;
mod timeline;
mod searched;
mod tell;

use frame::follows::Follows;
use frame::{App, Table};
use utoipa_axum::router::OpenApiRouter;

pub use list_activities::one as activity_out;
pub use log_activity::{Logged, NewActivity, NextStep, log_activity};
pub use log_page::kind_of_note;
pub use note::{ActivityOut, Direction, NoteId, NoteKind};
pub use note_shown::{NoteShown, shown as notes_shown};
pub use searched::SEARCHED;
pub use tell::TELLER;
pub use timeline::PANEL as TIMELINE;
pub use write_note::{PANEL as LOG, write_note};

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(offer_colleagues::routes())
        .merge(log_page::routes())
        .merge(write_note::routes())
        .merge(note_page::routes())
        .merge(list_activities::routes())
}

/// What was written goes where its client goes.
pub const FOLLOWS: &[Follows] = &[
    Follows::moves("account", "note", "account_id"),
    Follows::moves_where_free("contact", "note_contact", "contact_id", "note_id"),
];

/// The tables that are kept here.
pub const TABLES: &[Table] = &[
    Table::of::<note::Entity>(),
    Table::of::<note_contact::Entity>(),
    Table::of::<note_version::Entity>(),
    Table::of::<mention::Entity>(),
];

#[cfg(test)]
mod tests;
