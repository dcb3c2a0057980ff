//! Being at work: when somebody's day began and ended, and how well that is known.

kernel::words!();

pub mod rules;
pub mod shift;
pub mod work_day;
pub mod staff;
pub mod say;

mod punch;
mod judge;
mod close_days;
mod judge_again;
mod follow_review;
mod follow_settings;
mod month_of_days;
mod month_sheet;
mod person_month;
mod export_month;
mod fact_view;
mod explain_day;
mod list_days;
mod list_punches;
mod review_page;
mod set_shift;
mod settle_shifts;
mod tell;

use frame::jobs::{Every, Kind};
use frame::stream::{Reader, Sees, Teller};
use frame::{App, Table};
use utoipa_axum::router::OpenApiRouter;

pub use judge::{Current, current, judge_days};
pub use punch::{clock_in, clock_out};
pub use set_shift::{NewShift, begin_with, set_shift};
pub use shift::ShiftId;
pub use work_day::WorkDayOut;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(month_sheet::routes())
        .merge(person_month::routes())
        .merge(explain_day::routes())
        .merge(export_month::routes())
        .merge(list_days::routes())
        .merge(list_punches::routes())
        .merge(review_page::routes())
        .merge(set_shift::routes())
        .merge(settle_shifts::routes())
}

pub const JOBS: &[Kind] = &[Kind::of::<judge_again::JudgeAgain>()];

pub const EVERY: &[Every] = &[close_days::CLOSE_DAYS];

/// What follows for working days from what happened elsewhere.
pub const READERS: &[Reader] = &[follow_review::FOLLOW_REVIEW, follow_settings::FOLLOW_SETTINGS];

/// How attendance tells its events.
pub const TELLER: Teller =
    Teller { prefix: "attendance.", tell: tell::tell, sees: Sees::WithTheRecord };

/// The tables that are kept here.
pub const TABLES: &[Table] = &[Table::of::<shift::Entity>(), Table::of::<work_day::Entity>()];

#[cfg(test)]
mod tests;
