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
mod tests;
