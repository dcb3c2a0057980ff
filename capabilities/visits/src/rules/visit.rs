//! A visit, from plan to end.

use kernel::{Day, Instant, Zone, labels};

kernel::ids! {
    /// A meeting with a client, planned or not.
    VisitId,
}

labels! {
    /// How a visit stands.
    pub enum VisitState {
        Planned = "planned",
        /// Somebody is there.
        Open = "open",
        Done = "done",
        /// Not made, and somebody said why.
        Skipped = "skipped",
        /// Not made, and its day is over.
        Missed = "missed",
    }
}

labels! {
    /// What ended a visit.
    pub enum VisitEnd {
        CheckOut = "check_out",
        /// The next client's check-in.
        Next = "next",
        /// Its day was over; when it ended nobody knows.
        Rule = "rule",
    }
}

/// As much of a visit as its rules need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Visit {
    pub id: VisitId,
    pub state: VisitState,
    /// The day for which it was planned, or on which it was made.
    pub day: Day,
    pub arrived_at: Option<Instant>,
    pub left_at: Option<Instant>,
    pub ended_by: Option<VisitEnd>,
    /// Somebody looked at its check-in and rejected it: nobody was there.
    pub is_rejected: bool,
}

/// How long after midnight a visit may still go on.
const LONGEST_EVENING_HOURS: i64 = 6;

/// What the passing of time makes of a visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Settled {
    /// Planned, and its day ended without a check-in.
    Missed,
    /// Never checked out of. It counts as made; its end and length stay unknown, for nothing says
    /// what they were.
    Ended { by: VisitEnd },
}

/// What time alone has made of this visit by now; the day ends by the company's clock.
///
/// A check-in that arrives late undoes either: facts outrank what was concluded without them.
pub fn settle(visit: &Visit, now: Instant, company: &Zone) -> Option<Settled> {
    let ends = |day: Day| day.plus(1).start(company);
    match (visit.state, visit.arrived_at) {
        (VisitState::Planned, _) if ends(visit.day) <= now => Some(Settled::Missed),
        (VisitState::Open, Some(arrived_at)) => {
            let latest = ends(arrived_at.day(company)).plus_hours(LONGEST_EVENING_HOURS);
            (latest <= now).then_some(Settled::Ended { by: VisitEnd::Rule })
        }
        _ => None,
    }
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// A planned visit of Monday, the 2nd of March 2026.
    pub fn planned(number: u128) -> Visit {
        Visit {
            id: VisitId(uuid::Uuid::from_u128(number)),
            state: VisitState::Planned,
            day: "2026-03-02".parse().unwrap(),
            arrived_at: None,
            left_at: None,
            ended_by: None,
            is_rejected: false,
        }
    }

    pub fn open(number: u128, since: Instant) -> Visit {
        Visit { state: VisitState::Open, arrived_at: Some(since), ..planned(number) }
    }

    pub fn done(number: u128, from: Instant, to: Instant, by: VisitEnd) -> Visit {
        let state = VisitState::Done;
        Visit { state, left_at: Some(to), ended_by: Some(by), ..open(number, from) }
    }

    /// This clock in Jakarta, on that Monday or so many days later.
    pub fn clock(days: i64, text: &str) -> Instant {
        let time: jiff::civil::Time = text.parse().unwrap();
        planned(1).day.plus(days).at(time, &Zone::jakarta())
    }

    #[test]
    fn a_plan_is_missed_when_its_day_is_over_in_the_company() {
        for (now, settled) in [
            (clock(0, "23:59:59"), None),
            (clock(1, "00:00"), Some(Settled::Missed)),
            (clock(30, "12:00"), Some(Settled::Missed)),
        ] {
            assert_eq!(settle(&planned(1), now, &Zone::jakarta()), settled);
        }
    }

    #[test]
    fn the_day_ends_earlier_in_papua() {
        let now = clock(0, "22:00");

        assert_eq!(settle(&planned(1), now, &Zone::jakarta()), None);
        assert_eq!(settle(&planned(1), now, &Zone::jayapura()), Some(Settled::Missed));
    }

    #[test]
    fn a_dinner_may_pass_midnight_and_a_forgotten_visit_ends() {
        let dinner = open(1, clock(0, "20:00"));
        let ended = Some(Settled::Ended { by: VisitEnd::Rule });

        assert_eq!(settle(&dinner, clock(1, "01:00"), &Zone::jakarta()), None);
        assert_eq!(settle(&dinner, clock(1, "06:00"), &Zone::jakarta()), ended);
    }

    #[test]
    fn what_has_ended_stays_as_it_is() {
        let done = done(1, clock(0, "10:00"), clock(0, "11:00"), VisitEnd::CheckOut);

        assert_eq!(settle(&done, clock(9, "10:00"), &Zone::jakarta()), None);
    }
}
