//! Days in words.

use kernel::Lang;

use crate::rules::{DayMark, DayState};
use crate::words::Words;

pub fn state(state: DayState, lang: Lang) -> &'static str {
    let w = Words::of(lang);
    match state {
        DayState::None => w.state_none(),
        DayState::Open => w.state_open(),
        DayState::Closed => w.state_closed(),
    }
}

pub fn mark(mark: DayMark, lang: Lang) -> &'static str {
    let w = Words::of(lang);
    match mark {
        DayMark::Late => w.mark_late(),
        DayMark::LeftEarly => w.mark_left_early(),
        DayMark::OpenedByVisit => w.mark_opened_by_visit(),
        DayMark::ClosedByVisit => w.mark_closed_by_visit(),
        DayMark::ClosedByRule => w.mark_closed_by_rule(),
        DayMark::NoClockIn => w.mark_no_clock_in(),
        DayMark::DoubleClockIn => w.mark_double_clock_in(),
        DayMark::DoubleClockOut => w.mark_double_clock_out(),
        DayMark::OffShift => w.mark_off_shift(),
        DayMark::DayOff => w.mark_day_off(),
        DayMark::InReview => w.mark_in_review(),
        DayMark::Capped => w.mark_capped(),
    }
}

/// `8 jam 3 menit`.
pub fn minutes(minutes: i64, lang: Lang) -> String {
    evidence::say::length(minutes * 60, lang)
}
