//! Meeting clients: what was planned, what was done, and what came of it.

kernel::words!();

pub mod rules;
pub mod visit;
pub mod outcome;
pub mod skip_reason;
pub mod out_there;
pub mod say;

pub mod shown;
mod find_visits;
mod check_in;
mod check_out;
mod skip;
mod plan;
mod plan_ahead;
mod move_plan;
mod hand_plans;
mod remove_plan;
mod remove_outcome;
mod meet_client;
mod log;
mod settle;
mod follow_review;
mod snapshot;
mod ask_visits;
mod list_visits;
mod export_visits;
mod show_visit;
mod history;
mod labels;
mod entry_form;
mod lists;
mod keep_outcome;
mod keep_reason;
mod tell;

use frame::App;
use frame::Table;
use frame::follows::Follows;
use frame::jobs::Every;
use frame::stream::Reader;
use frame::web::list::Listed;
use kernel::access::Area;
use utoipa_axum::router::OpenApiRouter;

pub use check_in::{Arriving, check_in};
pub use check_out::{Leave, NextStep, check_out};
pub use hand_plans::{hand_plans, hand_plans_back};
pub use history::PANEL;
pub use keep_outcome::{OutcomeFields, add_outcome, change_outcome};
pub use keep_reason::{add_reason, change_reason};
pub use labels::Labels;
pub use log::{ContactLog, NoteTaken, TaskDone, log_contact, log_note, log_task_done};
pub use meet_client::{NewClient, meet_client};
pub use move_plan::{Step, move_plan};
pub use outcome::begin_with;
pub use plan::{NewVisit, Planned, keep_plan, plan_visit};
pub use plan_ahead::{PlanIn, plan_ahead};
pub use remove_outcome::remove_outcome;
pub use remove_plan::{remove_plan, restore_plan};
pub use rules::{VisitId, VisitState};
pub use skip::{NotMade, skip_visit};
pub use snapshot::{removed, snapshot};
pub use tell::TELLER;
pub use visit::VisitOut;

/// What follows for visits from what happened elsewhere.
pub const READERS: &[Reader] = &[follow_review::FOLLOW_REVIEW];

/// Visits go where their client goes, and phones hear of it.
pub const FOLLOWS: &[Follows] =
    &[Follows::moves("account", "visit", "account_id").stamped("updated_at")];

pub const EVERY: &[Every] = &[settle::SETTLE_VISITS];

/// Everything that visits answer.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(list_visits::routes())
        .merge(export_visits::routes())
        .merge(plan_ahead::routes())
        .merge(show_visit::routes())
        .merge(move_plan::routes())
        .merge(remove_plan::routes())
        .merge(lists::routes())
}
/// Its list, of which people keep views.
pub const LIST: Listed = Listed {
    word: "visits",
    path: "/visits",
    section: "visits",
    area: Area::Visits,
    ask: |ctx, question| Box::pin(ask_visits::ask_visits(ctx, question)),
};

/// The tables that are kept here.
pub const TABLES: &[Table] = &[
    Table::of::<visit::Entity>(),
    Table::of::<outcome::Entity>(),
    Table::of::<skip_reason::Entity>(),
];
