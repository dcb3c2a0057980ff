//! What is true of a working day, with no IO: facts in, a judged day out.
//!
//! A day is never edited. It is computed from all facts around it, in whatever order they came,
//! and computed again when one comes late. Every rule that spoke leaves its reason.

pub mod fact;
pub mod shift;
pub mod day;
mod belong;
mod judging;
mod judge;
mod month;
mod refused;

pub use self::belong::{day_to_begin, natural_day};
pub use self::day::{DayMark, DayPolicy, DayReason, DayState, Span, SpanEnd, WorkDay};
pub use self::fact::{DayFact, DayFactKind, Standing};
pub use self::judge::{
    NextPunch, current_day, facts_around, judge_day, next_punch, overdue_minutes,
};
pub use self::month::{Month, NoMonth};
pub use self::refused::ShiftRefused;
pub use self::shift::{Hours, Roster, Shift, ShiftMeaning, Weekdays};
