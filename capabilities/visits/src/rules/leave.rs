//! Somebody leaves a client and says what came of it.

use kernel::{Day, Instant, Zone};

use super::dwell::dwell_minutes;
use super::refused::VisitRefused;
use super::visit::{Visit, VisitEnd, VisitState};

/// How a visit may end, as the company says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    pub code: String,
    /// Whether the visit was worth its way: an order, a signature, an agreement.
    pub effective: bool,
    pub asks_note: bool,
}

/// What somebody says on leaving.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leaving<'a> {
    pub outcome: &'a str,
    pub note: Option<&'a str>,
    pub next_step_due_on: Option<Day>,
}

/// A departure, written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Departure {
    pub left_at: Instant,
    pub ended_by: VisitEnd,
    pub dwell_minutes: i64,
    pub effective: bool,
    /// The outcome asks for a note and there is none: shown, and no reason to lose the visit.
    pub lacks_note: bool,
}

/// Ends a visit with its outcome.
///
/// `outcomes` are all that the company ever had, hidden ones too: a phone without signal offers
/// yesterday's list. A visit that the next one had ended may still say what came of it; it then
/// ended no later than that.
pub fn leave(
    visit: &Visit,
    at: Instant,
    said: Leaving<'_>,
    outcomes: &[Outcome],
    company: &Zone,
) -> Result<Departure, VisitRefused> {
    let arrived_at = match (visit.state, visit.ended_by, visit.arrived_at) {
        (VisitState::Open, _, Some(arrived_at))
        | (VisitState::Done, Some(VisitEnd::Next | VisitEnd::Rule), Some(arrived_at)) => arrived_at,
        (VisitState::Done, ..) => return Err(VisitRefused::AlreadyEnded),
        _ => return Err(VisitRefused::NotArrived),
    };
    let outcome = outcomes
        .iter()
        .find(|outcome| outcome.code == said.outcome)
        .ok_or_else(|| VisitRefused::UnknownOutcome { code: said.outcome.to_owned() })?;
    let earliest = arrived_at.day(company);
    if let Some(day) = said.next_step_due_on.filter(|day| *day < earliest) {
        return Err(VisitRefused::NextStepInThePast { day, earliest });
    }

    // Two times of one phone may be recorded in the wrong order; nobody leaves before arriving.
    let (left_at, ended_by) = match (visit.ended_by, visit.left_at) {
        (Some(VisitEnd::Next), Some(next)) if next < at => (next, VisitEnd::Next),
        _ => (at, VisitEnd::CheckOut),
    };
    let left_at = left_at.max(arrived_at);
    let has_note = said.note.is_some_and(|note| !note.trim().is_empty());
    Ok(Departure {
        left_at,
        ended_by,
        dwell_minutes: dwell_minutes(arrived_at, left_at),
        effective: outcome.effective,
        lacks_note: outcome.asks_note && !has_note,
    })
}

#[cfg(test)]
mod tests {
    use super::super::visit::tests::{clock, done, open, planned};
    use super::*;

    fn outcomes() -> Vec<Outcome> {
        let outcome = |code: &str, effective, asks_note| Outcome {
            code: code.to_owned(),
            effective,
            asks_note,
        };
        vec![outcome("order", true, false), outcome("no_sale", false, true)]
    }

    fn said(outcome: &str) -> Leaving<'_> {
        Leaving { outcome, note: None, next_step_due_on: None }
    }

    fn left(visit: &Visit, at: &str, said: Leaving<'_>) -> Result<Departure, VisitRefused> {
        leave(visit, clock(0, at), said, &outcomes(), &Zone::jakarta())
    }

    #[test]
    fn a_visit_ends_with_its_outcome() {
        let departure = left(&open(1, clock(0, "10:00")), "10:47:59", said("order")).unwrap();

        assert_eq!((departure.dwell_minutes, departure.effective), (47, true));
        assert_eq!(departure.ended_by, VisitEnd::CheckOut);
    }

    #[test]
    fn a_note_that_is_missing_is_shown_and_loses_nothing() {
        let visit = open(1, clock(0, "10:00"));
        let blank = Leaving { note: Some("  "), ..said("no_sale") };
        let noted = Leaving { note: Some("Pemilik ke luar kota"), ..said("no_sale") };

        assert!(left(&visit, "10:30", blank).unwrap().lacks_note);
        assert!(!left(&visit, "10:30", noted).unwrap().lacks_note);
    }

    #[test]
    fn only_the_companys_outcomes_exist() {
        let refused = left(&open(1, clock(0, "10:00")), "10:30", said("partied"));

        assert_eq!(refused, Err(VisitRefused::UnknownOutcome { code: "partied".to_owned() }));
    }

    #[test]
    fn nobody_leaves_where_they_have_not_arrived() {
        assert_eq!(left(&planned(1), "10:30", said("order")), Err(VisitRefused::NotArrived));
    }

    #[test]
    fn a_visit_is_left_once() {
        let visit = done(1, clock(0, "10:00"), clock(0, "10:30"), VisitEnd::CheckOut);

        assert_eq!(left(&visit, "10:40", said("order")), Err(VisitRefused::AlreadyEnded));
    }

    #[test]
    fn a_visit_that_the_next_one_ended_may_still_say_what_came_of_it() {
        let visit = done(1, clock(0, "10:00"), clock(0, "10:30"), VisitEnd::Next);

        let earlier = left(&visit, "10:20", said("order")).unwrap();
        assert_eq!((earlier.dwell_minutes, earlier.ended_by), (20, VisitEnd::CheckOut));
        let later = left(&visit, "11:20", said("order")).unwrap();
        assert_eq!((later.dwell_minutes, later.ended_by), (30, VisitEnd::Next));
    }

    #[test]
    fn nobody_leaves_before_arriving() {
        let departure = left(&open(1, clock(0, "10:00")), "09:58", said("order")).unwrap();

        assert_eq!((departure.left_at, departure.dwell_minutes), (clock(0, "10:00"), 0));
    }

    #[test]
    fn a_next_step_lies_ahead_of_the_visit_not_of_the_signal() {
        let visit = open(1, clock(0, "10:00"));
        let due = |days| Leaving { next_step_due_on: Some(visit.day.plus(days)), ..said("order") };

        assert!(left(&visit, "10:30", due(0)).is_ok());
        let refused = left(&visit, "10:30", due(-1));
        assert!(matches!(refused, Err(VisitRefused::NextStepInThePast { .. })));
    }
}
