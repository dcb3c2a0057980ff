//! The three rates by which field teams are led, each with the visits that it counts.
//!
//! | Rate | Counts | Of |
//! |---|---|---|
//! | PJP (permanent journey plan) | planned visits that were made | planned visits |
//! | Call compliance | planned visits that were made | all visits made |
//! | Route compliance | visits made in sequence | planned visits that were made |

use std::collections::BTreeMap;

use kernel::{Day, Instant, PersonId};

use super::visit::VisitId;

/// A visit, as far as the rates go: made when somebody arrived.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Call {
    pub visit: VisitId,
    pub owner: PersonId,
    /// The day for which it was planned.
    pub day: Day,
    pub planned: bool,
    /// Its place in the plan of that day.
    pub sequence: i32,
    pub made: Option<Made>,
}

/// When a visit was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Made {
    pub at: Instant,
    /// The day by the company's clock.
    pub on: Day,
}

/// A fraction that can list its parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rate {
    pub counted: Vec<VisitId>,
    /// What could have counted and did not.
    pub others: Vec<VisitId>,
}

impl Rate {
    pub fn part(&self) -> usize {
        self.counted.len()
    }

    pub fn whole(&self) -> usize {
        self.counted.len() + self.others.len()
    }

    /// In percent; none of nothing, which is neither all nor none.
    #[expect(clippy::cast_precision_loss, reason = "nobody makes 2^52 visits")]
    pub fn percent(&self) -> Option<f64> {
        (0 < self.whole()).then(|| 100.0 * self.part() as f64 / self.whole() as f64)
    }

    fn split(visits: impl Iterator<Item = (VisitId, bool)>) -> Self {
        let (counted, others): (Vec<_>, Vec<_>) = visits.partition(|(_, counts)| *counts);
        let ids = |visits: Vec<(VisitId, bool)>| visits.into_iter().map(|(id, _)| id).collect();
        Self { counted: ids(counted), others: ids(others) }
    }
}

/// The three rates, and what stands behind them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rates {
    pub pjp: Rate,
    pub call_compliance: Rate,
    pub route_compliance: Rate,
    /// Planned visits that were made, but not on their day: they count as made, never as in
    /// sequence.
    pub on_another_day: Vec<VisitId>,
}

/// The rates of these visits, of one person on one day or of many over a month.
///
/// *In sequence* are the visits of a person's day that form the longest run in the order of the
/// plan: to put the others right, no fewer could have been made at another time. Counting places
/// instead (the third visit must be the third of the plan) would punish one detour in the morning
/// with every visit after it. A visit that was not made disturbs nothing here, for the first rate
/// has counted it; visits with the same number have no order among themselves.
pub fn rates(calls: &[Call]) -> Rates {
    let planned = || calls.iter().filter(|call| call.planned);
    let made = || calls.iter().filter(|call| call.made.is_some());
    let in_sequence = in_sequence(calls);
    let mut in_sequence_ids: Vec<VisitId> = in_sequence.into_values().flatten().collect();
    in_sequence_ids.sort();

    let planned_and_made = || planned().filter(|call| call.made.is_some());
    Rates {
        pjp: Rate::split(planned().map(|call| (call.visit, call.made.is_some()))),
        call_compliance: Rate::split(made().map(|call| (call.visit, call.planned))),
        route_compliance: Rate::split(
            planned_and_made()
                .map(|call| (call.visit, in_sequence_ids.binary_search(&call.visit).is_ok())),
        ),
        on_another_day: planned_and_made()
            .filter(|call| call.made.is_some_and(|made| made.on != call.day))
            .map(|call| call.visit)
            .collect(),
    }
}

/// When a planned visit was made, and its number in the plan.
type Turn = (Instant, i32, VisitId);

/// The visits in sequence, for each person and day.
fn in_sequence(calls: &[Call]) -> BTreeMap<(PersonId, Day), Vec<VisitId>> {
    let mut days: BTreeMap<(PersonId, Day), Vec<Turn>> = BTreeMap::new();
    for call in calls.iter().filter(|call| call.planned) {
        if let Some(made) = call.made.filter(|made| made.on == call.day) {
            let day = days.entry((call.owner, call.day)).or_default();
            day.push((made.at, call.sequence, call.visit));
        }
    }
    days.into_iter()
        .map(|(key, mut visits)| {
            visits.sort_unstable();
            (key, longest_run(&visits))
        })
        .collect()
}

/// The longest run of numbers that never fall; of several, one that ends earliest.
fn longest_run(visits: &[Turn]) -> Vec<VisitId> {
    // For each visit, the longest run that ends with it and the visit before it in that run.
    let mut runs: Vec<(usize, Option<usize>)> = Vec::with_capacity(visits.len());
    for (index, (_, sequence, _)) in visits.iter().enumerate() {
        let best = (0..index)
            .filter(|before| visits[*before].1 <= *sequence)
            .max_by_key(|before| (runs[*before].0, std::cmp::Reverse(*before)));
        runs.push((best.map_or(1, |before| runs[before].0 + 1), best));
    }
    let mut last = (0..runs.len()).max_by_key(|index| (runs[*index].0, std::cmp::Reverse(*index)));
    let mut run = Vec::new();
    while let Some(index) = last {
        run.push(visits[index].2);
        last = runs[index].1;
    }
    run.reverse();
    run
}

#[cfg(test)]
mod tests;
