//! Visits in words.

use kernel::Lang;

use crate::rules::{Rejected, VisitEnd, VisitState};
use crate::visit;
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

/// The state of a visit; one whose check-in was rejected is in none.
pub fn standing(visit: &visit::Model, lang: Lang) -> &'static str {
    match visit.rejected {
        Some(Rejected::CheckIn) => Words::of(lang).state_rejected(),
        _ => state(visit.state, lang),
    }
}

/// The look of that.
pub fn standing_look(visit: &visit::Model) -> &'static str {
    match visit.rejected {
        Some(Rejected::CheckIn) => "bad",
        _ => state_look(visit.state),
    }
}

/// What a rejection means for the visit.
pub fn rejected(rejected: Rejected, lang: Lang) -> &'static str {
    let w = Words::of(lang);
    match rejected {
        Rejected::CheckIn => w.rejected_check_in(),
        Rejected::CheckOut => w.rejected_check_out(),
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
