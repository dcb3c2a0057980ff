//! Where something happened, compared with where it should have.
//!
//! Three answers: inside, outside, cannot tell. Whatever goes wrong in the comparison ends in
//! "cannot tell"; nothing ends in "inside" but a position that lies inside.

use serde::{Deserialize, Serialize};

use crate::geo::{Fix, Site, distance_m};
use crate::labels;

labels! {
    /// How a position compares with a place.
    pub enum PlaceWord {
        Inside = "inside",
        Outside = "outside",
        CannotTell = "cannot_tell",
    }
}

labels! {
    /// Why a phone gave no position.
    pub enum FixError {
        /// The person, or the phone's settings, said no.
        Denied = "denied",
        Unavailable = "unavailable",
        Timeout = "timeout",
        /// The browser has no such thing.
        Unsupported = "unsupported",
        /// The person went on without waiting for it.
        Skipped = "skipped",
        /// The app was closed while it measured.
        Interrupted = "interrupted",
    }
}

labels! {
    /// How good a position is by its own estimate.
    pub enum FixQuality {
        Good = "good",
        /// Good enough to compare, and said aloud.
        Coarse = "coarse",
        /// Too vague to compare with a doorstep.
        Unusable = "unusable",
    }
}

/// How exact a position must be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlacePolicy {
    pub good_accuracy_m: f64,
    /// Beyond this a position is compared with nothing.
    pub usable_accuracy_m: f64,
    /// An older position is where somebody was, not where they are.
    pub oldest_fix_s: i64,
}

impl Default for PlacePolicy {
    fn default() -> Self {
        Self { good_accuracy_m: 50.0, usable_accuracy_m: 200.0, oldest_fix_s: 120 }
    }
}

impl PlacePolicy {
    /// How good this position is; nonsense is unusable.
    pub fn quality(&self, fix: Fix) -> FixQuality {
        if !fix.is_sound() || self.usable_accuracy_m < fix.accuracy_m {
            FixQuality::Unusable
        } else if self.good_accuracy_m < fix.accuracy_m {
            FixQuality::Coarse
        } else {
            FixQuality::Good
        }
    }
}

/// Where it happened, as far as that can be said, and why. The numbers are finite.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlaceVerdict {
    pub verdict: PlaceWord,
    /// None when there was no position worth the name.
    pub quality: Option<FixQuality>,
    pub distance_m: Option<f64>,
    pub radius_m: Option<f64>,
    pub accuracy_m: Option<f64>,
    pub reason: PlaceReason,
}

/// Why a place has its verdict.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum PlaceReason {
    /// The position lies in the circle.
    WithinRadius,
    /// The position lies outside, even at the near end of its accuracy.
    BeyondRadius,
    /// The position lies outside, and the accuracy reaches in.
    InBetween,
    NoFix {
        error: Option<FixError>,
    },
    /// The phone said 0, 0, which is what software says when it knows nothing.
    ZeroFix,
    /// The numbers are no position.
    BrokenFix,
    StaleFix {
        age_s: i64,
        most_s: i64,
    },
    TooVague {
        most_m: f64,
    },
    /// Nobody has said yet where this is.
    UnknownPlace,
    /// The place itself is no place.
    BrokenPlace,
}

/// Compares a position with a place.
pub fn judge_place(
    site: Option<Site>,
    fix: Option<Fix>,
    fix_error: Option<FixError>,
    policy: &PlacePolicy,
) -> PlaceVerdict {
    let sound_site = site.filter(|site| site.is_sound());
    let cannot_tell = |reason| PlaceVerdict {
        verdict: PlaceWord::CannotTell,
        quality: None,
        distance_m: None,
        radius_m: sound_site.map(|site| site.radius_m),
        accuracy_m: None,
        reason,
    };
    let Some(fix) = fix else {
        return cannot_tell(PlaceReason::NoFix { error: fix_error });
    };
    if fix.point().is_zero() {
        return cannot_tell(PlaceReason::ZeroFix);
    }
    if !fix.is_sound() {
        return cannot_tell(PlaceReason::BrokenFix);
    }

    let quality = policy.quality(fix);
    let distance_m = sound_site.map(|site| distance_m(fix.point(), site.point));
    let answer = |verdict, reason| PlaceVerdict {
        verdict,
        quality: Some(quality),
        distance_m,
        accuracy_m: Some(fix.accuracy_m),
        ..cannot_tell(reason)
    };
    if quality == FixQuality::Unusable {
        let most_m = policy.usable_accuracy_m;
        return answer(PlaceWord::CannotTell, PlaceReason::TooVague { most_m });
    }
    // A negative age is a phone whose two clocks disagree; it says nothing about the position.
    let age_s = fix.age_ms.unwrap_or(0).div_euclid(1_000);
    let most_s = policy.oldest_fix_s;
    if most_s < age_s {
        return answer(PlaceWord::CannotTell, PlaceReason::StaleFix { age_s, most_s });
    }
    let Some((site, distance_m)) = sound_site.zip(distance_m) else {
        let reason =
            if site.is_none() { PlaceReason::UnknownPlace } else { PlaceReason::BrokenPlace };
        return answer(PlaceWord::CannotTell, reason);
    };
    if distance_m <= site.radius_m {
        answer(PlaceWord::Inside, PlaceReason::WithinRadius)
    } else if site.radius_m < distance_m - fix.accuracy_m {
        answer(PlaceWord::Outside, PlaceReason::BeyondRadius)
    } else {
        answer(PlaceWord::CannotTell, PlaceReason::InBetween)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::geo::Point;

    /// A shop in South Jakarta, with the usual circle.
    const SHOP: Site = Site { point: Point { lat: -6.2, lon: 106.8 }, radius_m: 150.0 };

    /// A position so many metres north of the shop.
    fn north(metres: f64, accuracy_m: f64) -> Fix {
        let lat = SHOP.point.lat + metres / 111_194.926_6;
        Fix { lat, lon: SHOP.point.lon, accuracy_m, altitude_m: None, age_ms: Some(400) }
    }

    fn at_the_shop(fix: Fix) -> PlaceVerdict {
        judge_place(Some(SHOP), Some(fix), None, &PlacePolicy::default())
    }

    #[test]
    fn distance_and_accuracy_decide_together() {
        use PlaceWord::{CannotTell, Inside, Outside};

        for (metres, accuracy_m, verdict, reason) in [
            (0.0, 5.0, Inside, PlaceReason::WithinRadius),
            (149.0, 12.0, Inside, PlaceReason::WithinRadius),
            (149.0, 200.0, Inside, PlaceReason::WithinRadius),
            (155.0, 12.0, CannotTell, PlaceReason::InBetween),
            (340.0, 195.0, CannotTell, PlaceReason::InBetween),
            (340.0, 185.0, Outside, PlaceReason::BeyondRadius),
            (163.0, 12.0, Outside, PlaceReason::BeyondRadius),
            (10.0, 201.0, CannotTell, PlaceReason::TooVague { most_m: 200.0 }),
            (9_000.0, 3_000.0, CannotTell, PlaceReason::TooVague { most_m: 200.0 }),
        ] {
            let judged = at_the_shop(north(metres, accuracy_m));

            assert_eq!((judged.verdict, judged.reason), (verdict, reason), "{metres} {accuracy_m}");
            assert!((judged.distance_m.unwrap() - metres).abs() < 0.5, "{judged:?}");
        }
    }

    #[test]
    fn accuracy_between_good_and_usable_is_said() {
        assert_eq!(at_the_shop(north(0.0, 50.0)).quality, Some(FixQuality::Good));
        assert_eq!(at_the_shop(north(0.0, 50.1)).quality, Some(FixQuality::Coarse));
        assert_eq!(at_the_shop(north(0.0, 200.1)).quality, Some(FixQuality::Unusable));
    }

    #[test]
    fn without_a_position_nobody_can_tell() {
        let denied = Some(FixError::Denied);
        let judged = judge_place(Some(SHOP), None, denied, &PlacePolicy::default());

        assert_eq!(judged.verdict, PlaceWord::CannotTell);
        assert_eq!(judged.reason, PlaceReason::NoFix { error: denied });
        assert_eq!(judged.radius_m, Some(150.0));
    }

    #[test]
    fn without_a_place_nobody_can_tell() {
        let fix = Some(north(0.0, 5.0));
        let broken = Site { radius_m: f64::NAN, ..SHOP };
        for (site, reason) in
            [(None, PlaceReason::UnknownPlace), (Some(broken), PlaceReason::BrokenPlace)]
        {
            let judged = judge_place(site, fix, None, &PlacePolicy::default());

            assert_eq!((judged.verdict, judged.reason), (PlaceWord::CannotTell, reason));
        }
    }

    #[test]
    fn nothing_is_not_a_position_even_at_a_shop_at_zero() {
        let zero = Fix { lat: 0.0, lon: 0.0, ..north(0.0, 5.0) };
        let gulf = Site { point: Point { lat: 0.0, lon: 0.000_1 }, radius_m: 500.0 };

        let judged = judge_place(Some(gulf), Some(zero), None, &PlacePolicy::default());
        assert_eq!((judged.verdict, judged.reason), (PlaceWord::CannotTell, PlaceReason::ZeroFix));
    }

    #[test]
    fn where_somebody_was_is_not_where_they_are() {
        let old = Fix { age_ms: Some(300_000), ..north(0.0, 5.0) };
        let fast_clock = Fix { age_ms: Some(-600_000), ..north(0.0, 5.0) };

        let reason = PlaceReason::StaleFix { age_s: 300, most_s: 120 };
        assert_eq!(at_the_shop(old).reason, reason);
        assert_eq!(at_the_shop(fast_clock).verdict, PlaceWord::Inside);
    }

    proptest! {
        #[test]
        fn inside_is_always_in_the_circle_by_a_usable_position(site in sites(), fix in fixes()) {
            let judged = judge_place(site, fix, None, &PlacePolicy::default());

            if judged.verdict == PlaceWord::Inside {
                prop_assert!(judged.distance_m.unwrap() <= judged.radius_m.unwrap());
                prop_assert!(judged.accuracy_m.unwrap() <= 200.0);
            }
        }

        #[test]
        fn whatever_the_phone_says_the_numbers_are_finite(site in sites(), fix in fixes()) {
            let judged = judge_place(site, fix, None, &PlacePolicy::default());

            for number in [judged.distance_m, judged.radius_m, judged.accuracy_m] {
                prop_assert!(number.is_none_or(f64::is_finite));
            }
        }

        #[test]
        fn a_vaguer_position_never_accuses(metres in 0.0..5_000.0, accuracy in 0.0..400.0) {
            let judged = at_the_shop(north(metres, accuracy));
            let vaguer = at_the_shop(north(metres, accuracy + 50.0));

            prop_assert!(judged.verdict == vaguer.verdict || vaguer.verdict == PlaceWord::CannotTell);
        }

        #[test]
        fn standing_at_the_door_is_inside(accuracy in 0.0..=200.0) {
            prop_assert_eq!(at_the_shop(north(0.0, accuracy)).verdict, PlaceWord::Inside);
        }
    }

    fn numbers() -> impl Strategy<Value = f64> {
        prop_oneof![
            4 => -200.0..200.0,
            1 => any::<f64>(),
            1 => proptest::sample::select(vec![0.0, -0.0, f64::NAN, f64::INFINITY, -1.0]),
        ]
    }

    fn sites() -> impl Strategy<Value = Option<Site>> {
        let site = (numbers(), numbers(), numbers())
            .prop_map(|(lat, lon, radius_m)| Site { point: Point { lat, lon }, radius_m });
        proptest::option::of(prop_oneof![site, Just(SHOP)])
    }

    fn fixes() -> impl Strategy<Value = Option<Fix>> {
        let age = proptest::option::of(any::<i64>());
        let fix =
            (numbers(), numbers(), numbers(), age).prop_map(|(lat, lon, accuracy_m, age_ms)| Fix {
                lat,
                lon,
                accuracy_m,
                altitude_m: None,
                age_ms,
            });
        let near = (0.0..400.0, 0.0..400.0).prop_map(|(metres, accuracy)| north(metres, accuracy));
        proptest::option::of(prop_oneof![fix, near])
    }
}
