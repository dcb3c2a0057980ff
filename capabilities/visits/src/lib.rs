//! Meeting clients: what was planned, what was done, and what came of it.

kernel::words!();

pub mod rules;
pub mod visit;
pub mod outcome;
pub mod skip_reason;

mod check_in;
mod check_out;
mod skip;
mod plan;
mod meet_client;
mod log;
mod settle;
mod snapshot;

use frame::Table;
use frame::jobs::Every;

pub use check_in::{Arriving, check_in};
pub use check_out::{Leave, NextStep, check_out};
pub use log::{ContactLog, NoteTaken, TaskDone, log_contact, log_note, log_task_done};
pub use meet_client::{NewClient, meet_client};
pub use outcome::begin_with;
pub use plan::{NewVisit, Planned, keep_plan, plan_visit};
pub use rules::{VisitId, VisitState};
pub use skip::{NotMade, skip_visit};
pub use snapshot::snapshot;
pub use visit::VisitOut;

pub const EVERY: &[Every] = &[settle::SETTLE_VISITS];

/// The tables that are kept here.
pub const TABLES: &[Table] = &[
    Table::of::<visit::Entity>(),
    Table::of::<outcome::Entity>(),
    Table::of::<skip_reason::Entity>(),
];
