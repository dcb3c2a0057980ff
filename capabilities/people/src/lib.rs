//! People: the company, who works there, and who answers for whom.

kernel::words!();

pub mod rules;
pub mod company;
pub mod team;
pub mod person;
pub mod sign_in_name;
pub mod label;
mod bounds;
mod shared;

mod found;
mod hire;
mod unhire;
mod change_person;
mod change_team;
mod line;
mod directory;
mod export_people;
mod teams;
mod settle;
mod audit;
mod notices;
mod tell;

use frame::{App, Table};
use utoipa_axum::router::OpenApiRouter;

pub use change_person::{PersonChange, change_person};
pub use change_team::{NewTeam, change_team, open_team};
pub use company::Settings;
pub use found::{Founding, found};
pub use hire::{Hire, hire, may_open, name_for_sign_in};
pub use line::{draw_line, line_faults};
pub use person::PersonStatus;
pub use settle::{Settled, settle};
pub use shared::shared_with;
pub use tell::TELLER;
pub use unhire::unhire;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(directory::routes())
        .merge(export_people::routes())
        .merge(teams::routes())
        .merge(change_team::routes())
        .merge(settle::routes())
        .merge(audit::routes())
        .merge(notices::routes())
}

/// The tables that are kept here.
pub const TABLES: &[Table] = &[
    Table::of::<company::Entity>(),
    Table::of::<team::Entity>(),
    Table::of::<person::Entity>(),
    Table::of::<sign_in_name::Entity>(),
];
