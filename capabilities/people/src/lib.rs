//! People: the company, who works there, and who answers for whom.

kernel::words!();

pub mod rules;
pub mod company;
pub mod team;
pub mod person;
pub mod sign_in_name;

mod found;
mod hire;
mod change_person;
mod change_team;
mod line;

pub use change_person::{PersonChange, change_person, leave};
pub use change_team::{NewTeam, change_team, open_team};
pub use company::Settings;
pub use found::{Founding, found};
pub use hire::{Hire, hire};
pub use line::draw_line;
pub use person::PersonStatus;
