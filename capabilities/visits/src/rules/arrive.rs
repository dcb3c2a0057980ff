//! Somebody arrives at a client.

use kernel::Instant;

use super::refused::VisitRefused;
use super::visit::{Visit, VisitEnd, VisitId, VisitState};

/// Another visit of the same person, begun on the same day or still open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OtherVisit {
    pub id: VisitId,
    pub arrived_at: Instant,
    pub is_open: bool,
}

/// What an arrival does to the visit itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArrivalEffect {
    /// It begins as planned, or unplanned.
    Begins,
    /// It was counted as missed or skipped, and begins after all.
    BeginsAfterAll { was: VisitState },
    /// Somebody is there already; the earlier of the two moments stands.
    AlreadyThere,
    /// Its first check-in was rejected, and it is made anew.
    BeginsAgain,
}

/// A visit that ends because another begins. It is made, and still owes its outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Closing {
    pub visit: VisitId,
    pub left_at: Instant,
    pub by: VisitEnd,
    /// The visit whose arrival ends it.
    pub next: VisitId,
}

/// An arrival, written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrival {
    pub arrived_at: Instant,
    pub effect: ArrivalEffect,
    /// Visits to close at this arrival, this visit itself among them if it arrived late and
    /// another began after it. Nobody is in two places.
    pub closes: Vec<Closing>,
}

/// Opens a visit at this moment, wherever its evidence says that it was.
///
/// Checking in elsewhere while a visit is open is what people do who forget to check out. It
/// refuses nothing and hides nothing: the open visit ends at the new arrival and says by what.
pub fn arrive(visit: &Visit, at: Instant, others: &[OtherVisit]) -> Result<Arrival, VisitRefused> {
    let others = || others.iter().filter(|other| other.id != visit.id);
    let (arrived_at, effect) = match visit.state {
        VisitState::Open | VisitState::Done if visit.is_rejected => {
            (at, ArrivalEffect::BeginsAgain)
        }
        VisitState::Done => return Err(VisitRefused::AlreadyEnded),
        VisitState::Planned => (at, ArrivalEffect::Begins),
        was @ (VisitState::Missed | VisitState::Skipped) => {
            (at, ArrivalEffect::BeginsAfterAll { was })
        }
        VisitState::Open => {
            (visit.arrived_at.map_or(at, |first| first.min(at)), ArrivalEffect::AlreadyThere)
        }
    };

    let by = VisitEnd::Next;
    let left_behind = others().filter(|other| other.is_open && other.arrived_at <= arrived_at);
    let mut closes: Vec<Closing> = left_behind
        .map(|other| Closing { visit: other.id, left_at: arrived_at, by, next: visit.id })
        .collect();
    // A check-in that arrives late may stand before one that is known already.
    let later = others().filter(|other| arrived_at < other.arrived_at);
    if let Some(next) = later.min_by_key(|other| (other.arrived_at, other.id)) {
        closes.push(Closing { visit: visit.id, left_at: next.arrived_at, by, next: next.id });
    }
    Ok(Arrival { arrived_at, effect, closes })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::visit::tests::{clock, done, open, planned};
    use super::*;

    fn other(number: u128, at: Instant, is_open: bool) -> OtherVisit {
        OtherVisit { id: planned(number).id, arrived_at: at, is_open }
    }

    #[test]
    fn a_planned_visit_begins() {
        let arrival = arrive(&planned(1), clock(0, "10:00"), &[]).unwrap();

        assert_eq!((arrival.effect, arrival.closes), (ArrivalEffect::Begins, vec![]));
    }

    #[test]
    fn a_visit_counted_as_missed_begins_after_all() {
        for was in [VisitState::Missed, VisitState::Skipped] {
            let visit = Visit { state: was, ..planned(1) };

            let arrival = arrive(&visit, clock(0, "10:00"), &[]).unwrap();
            assert_eq!(arrival.effect, ArrivalEffect::BeginsAfterAll { was });
        }
    }

    #[test]
    fn nobody_arrives_at_a_visit_that_has_ended() {
        let visit = done(1, clock(0, "10:00"), clock(0, "11:00"), VisitEnd::CheckOut);

        assert_eq!(arrive(&visit, clock(0, "12:00"), &[]), Err(VisitRefused::AlreadyEnded));
    }

    #[test]
    fn whoever_was_not_believed_may_go_again() {
        let done = done(1, clock(0, "10:00"), clock(0, "11:00"), VisitEnd::CheckOut);
        for before in [done, open(1, clock(0, "10:00"))] {
            let visit = Visit { is_rejected: true, ..before };

            let arrival = arrive(&visit, clock(0, "14:00"), &[]).unwrap();

            assert_eq!(arrival.effect, ArrivalEffect::BeginsAgain);
            assert_eq!(arrival.arrived_at, clock(0, "14:00"));
        }
    }

    #[test]
    fn whoever_checks_in_twice_is_there_since_the_first_time() {
        let visit = open(1, clock(0, "10:00"));

        for (at, since) in [("10:05", "10:00"), ("09:55", "09:55")] {
            let arrival = arrive(&visit, clock(0, at), &[]).unwrap();
            assert_eq!(arrival.effect, ArrivalEffect::AlreadyThere);
            assert_eq!(arrival.arrived_at, clock(0, since));
        }
    }

    #[test]
    fn a_new_arrival_ends_the_visit_left_behind() {
        let others = [other(2, clock(0, "09:00"), true)];

        let arrival = arrive(&planned(1), clock(0, "10:30"), &others).unwrap();
        let [closing] = arrival.closes[..] else { panic!() };
        assert_eq!((closing.visit, closing.next), (planned(2).id, planned(1).id));
        assert_eq!((closing.left_at, closing.by), (clock(0, "10:30"), VisitEnd::Next));
    }

    #[test]
    fn a_check_in_that_comes_late_ends_where_the_next_began() {
        let others = [other(2, clock(0, "11:00"), false), other(3, clock(0, "13:00"), true)];

        let arrival = arrive(&planned(1), clock(0, "10:00"), &others).unwrap();
        let [closing] = arrival.closes[..] else { panic!() };
        assert_eq!((closing.visit, closing.next), (planned(1).id, planned(2).id));
        assert_eq!(closing.left_at, clock(0, "11:00"));
    }

    proptest! {
        #[test]
        fn nobody_is_in_two_places(
            arrivals in proptest::collection::vec(0..600_i64, 1..12),
        ) {
            // Check-ins in whatever order they reach the server.
            let at = |minutes: i64| clock(0, "08:00").plus_minutes(minutes);
            let mut known: Vec<OtherVisit> = Vec::new();
            for (number, minutes) in (1..).zip(&arrivals) {
                let arrival = arrive(&planned(number), at(*minutes), &known).unwrap();
                known.push(other(number, arrival.arrived_at, true));
                for closing in &arrival.closes {
                    for visit in known.iter_mut().filter(|it| it.id == closing.visit) {
                        prop_assert!(visit.arrived_at <= closing.left_at);
                        visit.is_open = false;
                    }
                }
                prop_assert_eq!(known.iter().filter(|it| it.is_open).count(), 1);
            }
            let last = known.iter().map(|it| it.arrived_at).max();
            prop_assert_eq!(known.iter().find(|it| it.is_open).map(|it| it.arrived_at), last);
        }
    }
}
