//! How far a fact proves itself: when, where, and what is odd about it.
//!
//! Nothing honest is refused. Each part is judged apart, with its reason; what cannot be proven
//! goes to a person, and whoever recorded the fact reads the same reasons.

pub mod time;
pub mod place;
pub mod learning;
pub mod signals;
pub mod chain;

use serde::{Deserialize, Serialize};

use crate::labels;

pub use self::place::{PlaceReason, PlaceVerdict, PlaceWord};
pub use self::signals::Signal;
pub use self::time::{TimeGrade, TimeReason, TimeVerdict};

labels! {
    /// How far a person has come with looking at a fact.
    pub enum ReviewState {
        /// Nobody needs to look.
        None = "none",
        Pending = "pending",
        /// A question awaits an answer.
        Asked = "asked",
        Accepted = "accepted",
        Rejected = "rejected",
    }
}

/// All that a company may set about evidence.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct EvidencePolicy {
    pub time: time::TimePolicy,
    pub place: place::PlacePolicy,
    pub learning: learning::LearningPolicy,
    pub signals: signals::SignalPolicy,
    pub review: ReviewPolicy,
}

/// When somebody is asked to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReviewPolicy {
    /// Weights that add up to this are worth somebody's look.
    pub from_weight: u32,
}

impl Default for ReviewPolicy {
    fn default() -> Self {
        Self { from_weight: 3 }
    }
}

/// What is known about a fact, and whether a person is to look at it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    pub time: TimeVerdict,
    /// None for what has no place, such as a note.
    pub place: Option<PlaceVerdict>,
    pub signals: Vec<Signal>,
    pub review_needed: bool,
}

/// One reason to look, and how much it weighs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Doubt {
    pub about: DoubtAbout,
    pub weight: u32,
}

/// What a doubt is about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum DoubtAbout {
    Time(TimeReason),
    Place(PlaceReason),
    Signal(Signal),
}

impl Evidence {
    /// Puts the verdicts together and decides whether a person is to look.
    pub fn of(
        time: TimeVerdict,
        place: Option<PlaceVerdict>,
        signals: Vec<Signal>,
        policy: &ReviewPolicy,
    ) -> Self {
        let mut evidence = Self { time, place, signals, review_needed: false };
        let weight = evidence.doubts().iter().map(|doubt| doubt.weight).sum::<u32>();
        evidence.review_needed = policy.from_weight <= weight;
        evidence
    }

    /// Everything that speaks for a look, in the order of time, place, signals.
    pub fn doubts(&self) -> Vec<Doubt> {
        let time = Doubt {
            about: DoubtAbout::Time(self.time.reason),
            weight: if self.time.grade == TimeGrade::Unproven { 3 } else { 0 },
        };
        let place = self.place.map(|place| Doubt {
            about: DoubtAbout::Place(place.reason),
            weight: place_weight(place.reason),
        });
        let signals = self
            .signals
            .iter()
            .map(|&signal| Doubt { about: DoubtAbout::Signal(signal), weight: signal.weight() });
        let all = [Some(time), place].into_iter().flatten().chain(signals);
        all.filter(|doubt| 0 < doubt.weight).collect()
    }
}

const fn place_weight(reason: PlaceReason) -> u32 {
    match reason {
        // A client that nobody has been to yet is no one's fault, and nothing to compare with:
        // the place learns, and its owner hears when it moves.
        PlaceReason::WithinRadius | PlaceReason::UnknownPlace => 0,
        PlaceReason::BeyondRadius
        | PlaceReason::InBetween
        | PlaceReason::NoFix { .. }
        | PlaceReason::ZeroFix
        | PlaceReason::BrokenFix
        | PlaceReason::StaleFix { .. }
        | PlaceReason::TooVague { .. }
        | PlaceReason::BrokenPlace => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::place::{FixQuality, PlacePolicy, judge_place};
    use super::*;
    use crate::Instant;
    use crate::geo::{Fix, Point, Site};

    const SHOP: Point = Point { lat: -6.2, lon: 106.8 };

    fn at(metres: f64, accuracy_m: f64) -> PlaceVerdict {
        let site = Site { point: SHOP, radius_m: 150.0 };
        let lat = SHOP.lat + metres / 111_194.926_6;
        let fix = Fix { lat, lon: SHOP.lon, accuracy_m, altitude_m: None, age_ms: None };
        judge_place(Some(site), Some(fix), None, &PlacePolicy::default())
    }

    fn weighed(place: Option<PlaceVerdict>, signals: &[Signal]) -> Evidence {
        let time = TimeVerdict::live(Instant(0));
        Evidence::of(time, place, signals.to_vec(), &ReviewPolicy::default())
    }

    #[test]
    fn a_proven_fact_asks_nobody() {
        let evidence = weighed(Some(at(20.0, 12.0)), &[]);

        assert!(!evidence.review_needed);
        assert_eq!(evidence.doubts(), []);
    }

    #[test]
    fn a_coarse_position_at_the_door_asks_nobody() {
        let place = at(20.0, 120.0);

        assert_eq!(place.quality, Some(FixQuality::Coarse));
        assert!(!weighed(Some(place), &[]).review_needed);
    }

    #[test]
    fn what_cannot_be_proven_goes_to_a_person() {
        for place in [at(900.0, 12.0), at(160.0, 40.0), at(0.0, 900.0), at(0.0, f64::NAN)] {
            assert!(weighed(Some(place), &[]).review_needed, "{:?}", place.reason);
        }
    }

    #[test]
    fn the_first_visit_to_a_client_asks_nobody() {
        let unknown = judge_place(None, None, None, &PlacePolicy::default());
        let found = PlaceVerdict { reason: PlaceReason::UnknownPlace, ..unknown };

        assert!(!weighed(Some(found), &[]).review_needed);
        assert!(weighed(Some(unknown), &[]).review_needed, "without a position it does");
    }

    #[test]
    fn small_oddities_add_up() {
        let new_phone = Signal::NewDevice;
        let samples = Signal::IdenticalSamples { samples: 3 };

        assert!(!weighed(None, &[new_phone]).review_needed);
        assert!(!weighed(None, &[samples]).review_needed);
        let both = weighed(None, &[new_phone, samples]);
        assert!(both.review_needed);
        assert_eq!(both.doubts().len(), 2);
    }

    #[test]
    fn an_unproven_time_goes_to_a_person() {
        let time = TimeVerdict {
            grade: TimeGrade::Unproven,
            reason: TimeReason::NoToken { apart_s: 9_000 },
            ..TimeVerdict::live(Instant(0))
        };

        assert!(Evidence::of(time, None, vec![], &ReviewPolicy::default()).review_needed);
    }

    #[test]
    fn evidence_survives_storage() {
        let evidence = weighed(Some(at(20.0, 12.0)), &[Signal::ClockOff { by_s: 400 }]);

        let json = serde_json::to_string(&evidence).unwrap();
        assert_eq!(serde_json::from_str::<Evidence>(&json).unwrap(), evidence);
    }
}
