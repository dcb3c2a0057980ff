//! Being at work: when somebody's day began and ended, and how well that is known.

kernel::words!();

pub mod rules;
pub mod shift;
pub mod work_day;
pub mod say;

mod punch;
mod judge;
mod close_days;

use frame::Table;
use frame::jobs::Every;

pub use judge::{Current, current, judge_days};
pub use punch::{clock_in, clock_out};
pub use shift::{NewShift, ShiftId, set_shift};
pub use work_day::WorkDayOut;

pub const EVERY: &[Every] = &[close_days::CLOSE_DAYS];

/// The tables that are kept here.
pub const TABLES: &[Table] = &[Table::of::<shift::Entity>(), Table::of::<work_day::Entity>()];
