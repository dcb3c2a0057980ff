//! A client's place that learns from the people who go there.
//!
//! The first check-in proposes coordinates, agreeing ones confirm them, and a run of check-ins
//! that agree with each other somewhere else proposes a move. Nothing moves by itself: the
//! account's owner decides.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::place::{FixQuality, PlacePolicy, PlaceReason, PlaceWord, judge_place};
use crate::geo::{Fix, Point, Site, distance_m};
use crate::{Instant, PersonId, labels};

labels! {
    /// How sure a place is.
    pub enum PlaceState {
        /// From one check-in.
        Proposed = "proposed",
        Confirmed = "confirmed",
        /// Known, and a new position awaits the owner.
        Moved = "moved",
    }
}

/// How many check-ins it takes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LearningPolicy {
    /// Agreeing check-ins that confirm a proposal, after the first.
    pub confirm_after: usize,
    /// Check-ins in a row elsewhere, agreeing with each other, that propose a move.
    pub move_after: usize,
    /// The circle around a place that learns.
    pub radius_m: f64,
    pub fix: PlacePolicy,
}

impl Default for LearningPolicy {
    fn default() -> Self {
        Self { confirm_after: 2, move_after: 3, radius_m: 150.0, fix: PlacePolicy::default() }
    }
}

/// Somebody checked in there and said where they stood.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sighting {
    pub person: PersonId,
    pub at: Instant,
    pub fix: Fix,
}

/// The place as it is known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct KnownPlace {
    pub site: Site,
    pub state: PlaceState,
}

/// What a check-in teaches about a place.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum PlaceStep {
    /// The place was unknown; this is a first idea.
    Propose {
        point: Point,
        accuracy_m: f64,
    },
    /// Enough check-ins agree. `point` is their middle, the exact ones weighing most.
    Confirm {
        point: Point,
        check_ins: usize,
        people: usize,
    },
    /// The owner is asked whether the client is now here.
    ProposeMove {
        to: Point,
        distance_m: f64,
        check_ins: usize,
        people: usize,
    },
    Keep {
        why: KeepReason,
    },
}

/// Why a place stays as it is.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum KeepReason {
    /// The check-in agrees with what is known.
    Agrees,
    /// It agrees, and the proposal waits for more.
    NeedsMore { agreeing: usize, needed: usize },
    /// It disagrees, and a move is proposed only after several in a row that agree.
    Disagrees { distance_m: f64, in_a_row: usize, needed: usize },
    /// The position says nothing about the place.
    SaysNothing { reason: PlaceReason },
    /// A move awaits the owner; nothing is learnt meanwhile.
    AwaitsOwner,
}

/// What the newest check-in teaches, given those before it.
///
/// `earlier` are the check-ins at this place, in any order: since its position was last decided
/// by a person, or all. A place that somebody entered by hand is confirmed from the start.
pub fn learn(
    place: Option<KnownPlace>,
    earlier: &[Sighting],
    newest: Sighting,
    policy: &LearningPolicy,
) -> PlaceStep {
    let keep = |why| PlaceStep::Keep { why };
    let Some(known) = place else {
        let judged = judge_place(None, Some(newest.fix), None, &policy.fix);
        return if judged.reason == PlaceReason::UnknownPlace {
            PlaceStep::Propose { point: newest.fix.point(), accuracy_m: newest.fix.accuracy_m }
        } else {
            keep(KeepReason::SaysNothing { reason: judged.reason })
        };
    };
    if known.state == PlaceState::Moved {
        return keep(KeepReason::AwaitsOwner);
    }

    let word = |sighting: &Sighting| {
        judge_place(Some(known.site), Some(sighting.fix), None, &policy.fix).verdict
    };
    let judged = judge_place(Some(known.site), Some(newest.fix), None, &policy.fix);
    match judged.verdict {
        PlaceWord::CannotTell => keep(KeepReason::SaysNothing { reason: judged.reason }),
        PlaceWord::Inside if known.state == PlaceState::Confirmed => keep(KeepReason::Agrees),
        PlaceWord::Inside => {
            let mut agreeing: Vec<&Sighting> =
                earlier.iter().filter(|it| word(it) == PlaceWord::Inside).collect();
            agreeing.push(&newest);
            let needed = policy.confirm_after.saturating_add(1);
            if agreeing.len() < needed {
                return keep(KeepReason::NeedsMore { agreeing: agreeing.len(), needed });
            }
            PlaceStep::Confirm {
                point: middle(&agreeing),
                check_ins: agreeing.len(),
                people: people(&agreeing),
            }
        }
        PlaceWord::Outside => {
            let run = run_elsewhere(earlier, &newest, word, policy);
            let to = middle(&run);
            let distance_m = distance_m(known.site.point, to);
            let in_a_row = run.len();
            if in_a_row < policy.move_after {
                let needed = policy.move_after;
                return keep(KeepReason::Disagrees { distance_m, in_a_row, needed });
            }
            PlaceStep::ProposeMove { to, distance_m, check_ins: in_a_row, people: people(&run) }
        }
    }
}

/// The check-ins elsewhere that agree with the newest, since the last one at the known place.
fn run_elsewhere<'a>(
    earlier: &'a [Sighting],
    newest: &'a Sighting,
    word: impl Fn(&Sighting) -> PlaceWord,
    policy: &LearningPolicy,
) -> Vec<&'a Sighting> {
    // By the time of the check-in and not of its arrival: a phone may send an old one late.
    let last_there =
        earlier.iter().filter(|it| word(it) == PlaceWord::Inside).map(|it| it.at).max();
    let agrees = |it: &&Sighting| {
        distance_m(it.fix.point(), newest.fix.point()) <= policy.radius_m
            && word(it) == PlaceWord::Outside
            && last_there.is_none_or(|at| at < it.at)
    };
    earlier.iter().filter(agrees).chain([newest]).collect()
}

fn people(sightings: &[&Sighting]) -> usize {
    sightings.iter().map(|it| it.person).collect::<BTreeSet<_>>().len()
}

/// The middle of several positions, each weighing by the inverse square of its error, as the
/// errors of independent measurements do. Exact only for positions near each other.
fn middle(sightings: &[&Sighting]) -> Point {
    // Phones claim errors that they do not have; none is better than a few metres.
    let weight = |it: &&Sighting| 1.0 / it.fix.accuracy_m.max(5.0).powi(2);
    let total: f64 = sightings.iter().map(weight).sum();
    let mean = |of: fn(&Fix) -> f64| {
        sightings.iter().map(|it| of(&it.fix) * weight(it)).sum::<f64>() / total
    };
    Point { lat: mean(|fix| fix.lat), lon: mean(|fix| fix.lon) }
}

impl LearningPolicy {
    /// Whether a check-in is worth keeping as a sighting at all.
    pub fn teaches(&self, fix: Fix) -> bool {
        self.fix.quality(fix) != FixQuality::Unusable
    }
}

#[cfg(test)]
mod tests;
