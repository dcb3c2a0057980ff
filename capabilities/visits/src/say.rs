//! Visits in words.

use kernel::Lang;

use crate::rules::{VisitEnd, VisitState};
use crate::words::Words;

pub fn state(state: VisitState, lang: Lang) -> &'static str {
    let w = Words::of(lang);
    match state {
        VisitState::Planned => w.state_planned(),
        VisitState::Open => w.state_open(),
        VisitState::Done => w.state_done(),
        VisitState::Skipped => w.state_skipped(),
        VisitState::Missed => w.state_missed(),
    }
}

/// The look of a state: its shape and its colour.
pub const fn state_look(state: VisitState) -> &'static str {
    match state {
        VisitState::Planned => "open",
        VisitState::Open => "busy",
        VisitState::Done => "good",
        VisitState::Skipped => "off",
        VisitState::Missed => "warn",
    }
}

/// What ended a visit, when it was not its own check-out.
pub fn end(end: VisitEnd, lang: Lang) -> &'static str {
    let w = Words::of(lang);
    match end {
        VisitEnd::CheckOut => w.ended_by_check_out(),
        VisitEnd::Next => w.ended_by_next(),
        VisitEnd::Rule => w.ended_by_rule(),
    }
}
