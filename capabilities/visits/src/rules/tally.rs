//! What a period's visits come to, for one person or for many.

use std::collections::{BTreeMap, BTreeSet};

use kernel::{Day, PersonId};

use super::calls::{Call, Rates, rates};
use super::footing::{Rejected, is_made};
use super::visit::VisitState;

/// A visit, as far as a tally goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visited {
    /// As it was said.
    pub call: Call,
    pub state: VisitState,
    pub rejected: Option<Rejected>,
    pub outcome: Option<String>,
    pub effective: bool,
}

impl Visited {
    /// The visit as it counts: not made when its check-in was rejected.
    pub fn counted(&self) -> Call {
        Call { made: self.call.made.filter(|_| is_made(self.rejected)), ..self.call }
    }

    /// Whether what was said on leaving counts.
    fn is_told(&self) -> bool {
        self.rejected.is_none() && self.call.made.is_some()
    }
}

/// The numbers of a period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub days_worked: usize,
    /// Visits that were planned for the period and whose day has come.
    pub planned: usize,
    /// Planned visits that were made.
    pub done: usize,
    /// Planned visits that nobody made, and nobody said why.
    pub missed: usize,
    /// Planned visits that were not made for a reason.
    pub skipped: usize,
    /// Visits, planned or not, that do not count because their check-in was rejected.
    pub rejected: usize,
    /// Planned visits whose day is not over.
    pub waiting: usize,
    /// Visits made without a plan.
    pub unplanned: usize,
    /// Visits made, planned or not, that were worth their way.
    pub effective: usize,
    pub rates: Rates,
    /// How often each outcome came of a visit, by its code.
    pub outcomes: BTreeMap<String, usize>,
}

impl Tally {
    pub fn made(&self) -> usize {
        self.done + self.unplanned
    }
}

/// Adds up visits; `worked` are the days on which each person worked.
///
/// A visit whose day is not over yet belongs to no rate: it can still be made, and would pull a
/// rate down every morning that says nothing by evening.
pub fn tally(visits: &[Visited], worked: &BTreeSet<(PersonId, Day)>) -> Tally {
    let settled = || visits.iter().filter(|it| it.state != VisitState::Planned);
    let calls: Vec<Call> = settled().map(Visited::counted).collect();
    let count = |fits: &dyn Fn(&&Visited) -> bool| visits.iter().filter(fits).count();
    let mut outcomes = BTreeMap::new();
    for outcome in visits.iter().filter(|it| it.is_told()).filter_map(|it| it.outcome.clone()) {
        *outcomes.entry(outcome).or_insert(0) += 1;
    }
    Tally {
        days_worked: worked.len(),
        planned: count(&|it| it.call.planned && it.state != VisitState::Planned),
        done: count(&|it| it.call.planned && it.counted().made.is_some()),
        missed: count(&|it| it.state == VisitState::Missed),
        skipped: count(&|it| it.state == VisitState::Skipped),
        rejected: count(&|it| !is_made(it.rejected)),
        waiting: count(&|it| it.state == VisitState::Planned),
        unplanned: count(&|it| !it.call.planned && it.counted().made.is_some()),
        effective: count(&|it| it.effective && it.is_told()),
        rates: rates(&calls),
        outcomes,
    }
}

#[cfg(test)]
mod tests {
    use kernel::Instant;

    use super::super::calls::{Made, Rate};
    use super::super::visit::VisitId;
    use super::*;

    /// The example by which these rates are taught: 18 visits planned and 15 of them made, 5 made
    /// besides; of the 15 nine stand in the order of the plan.
    fn taught() -> Vec<Visited> {
        let day: Day = "2026-03-02".parse().unwrap();
        let noon = Instant(1_772_427_600_000_000);
        // The last six of the plan were made first, and backwards.
        let turn = |sequence: i32| if 9 < sequence { 20 - sequence } else { 20 + sequence };
        let visit = |number: u128, planned, sequence: i32, minutes: Option<i32>| Visited {
            call: Call {
                visit: VisitId(uuid::Uuid::from_u128(number)),
                owner: PersonId(uuid::Uuid::nil()),
                day,
                planned,
                sequence,
                made: minutes.map(|it| Made { at: noon.plus_minutes(i64::from(it)), on: day }),
            },
            state: if minutes.is_some() { VisitState::Done } else { VisitState::Missed },
            rejected: None,
            outcome: minutes.map(|_| "order".to_owned()),
            effective: minutes.is_some_and(|it| it % 2 == 0),
        };
        let mut all: Vec<Visited> = (1..=15)
            .map(|it: i32| visit(it.unsigned_abs().into(), true, it, Some(turn(it))))
            .collect();
        all.extend((16..=18).map(|it: i32| visit(it.unsigned_abs().into(), true, it, None)));
        all.extend(
            (0..5)
                .map(|it: i32| visit(100 + u128::from(it.unsigned_abs()), false, 0, Some(60 + it))),
        );
        all
    }

    fn parts(rate: &Rate) -> (usize, usize) {
        (rate.part(), rate.whole())
    }

    #[test]
    fn the_taught_example_comes_out_as_taught() {
        let tally = tally(&taught(), &BTreeSet::new());

        assert_eq!((tally.planned, tally.done, tally.missed, tally.unplanned), (18, 15, 3, 5));
        assert_eq!(parts(&tally.rates.pjp), (15, 18));
        assert_eq!(parts(&tally.rates.call_compliance), (15, 20));
        assert_eq!(parts(&tally.rates.route_compliance), (9, 15));
        assert_eq!(tally.outcomes["order"], 20);
    }

    #[test]
    fn what_can_still_be_made_is_no_failure() {
        let mut visits = taught();
        for visit in visits.iter_mut().filter(|it| it.state == VisitState::Missed) {
            visit.state = VisitState::Planned;
        }

        let tally = tally(&visits, &BTreeSet::new());
        assert_eq!((tally.planned, tally.waiting, tally.missed), (15, 3, 0));
        assert_eq!(parts(&tally.rates.pjp), (15, 15));
    }

    #[test]
    fn a_visit_that_nobody_believes_is_planned_and_not_made() {
        let mut visits = taught();
        // The first of the plan, made in sequence; and one that was made besides.
        visits[0].rejected = Some(Rejected::CheckIn);
        visits[18].rejected = Some(Rejected::CheckIn);

        let tally = tally(&visits, &BTreeSet::new());

        assert_eq!((tally.planned, tally.done, tally.unplanned), (18, 14, 4));
        assert_eq!((tally.rejected, tally.missed), (2, 3));
        assert_eq!(parts(&tally.rates.pjp), (14, 18));
        assert_eq!(parts(&tally.rates.call_compliance), (14, 18));
        assert_eq!(parts(&tally.rates.route_compliance), (8, 14));
        assert_eq!(tally.outcomes["order"], 18);
    }

    #[test]
    fn a_rejected_check_out_takes_what_it_said_and_leaves_the_visit() {
        let mut visits = taught();
        let before = tally(&visits, &BTreeSet::new());
        let worth = visits.iter_mut().find(|it| it.effective).unwrap();
        worth.rejected = Some(Rejected::CheckOut);

        let after = tally(&visits, &BTreeSet::new());

        assert_eq!((after.done, after.rejected), (before.done, 0));
        assert_eq!(after.rates, before.rates);
        assert_eq!(after.effective, before.effective - 1);
        assert_eq!(after.outcomes["order"], before.outcomes["order"] - 1);
    }

    #[test]
    fn nothing_is_nothing() {
        let tally = tally(&[], &BTreeSet::new());

        assert_eq!(tally, Tally::default());
        assert_eq!(tally.rates.pjp.percent(), None);
    }
}
