//! Places and distances, precise enough for a client's doorstep.

use serde::{Deserialize, Serialize};

/// A point on the ground, WGS 84, degrees.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Point {
    pub lat: f64,
    pub lon: f64,
}

impl Point {
    /// Whether this can be a place at all: finite, on the globe, and not the 0, 0 in the Gulf of
    /// Guinea that software writes when it knows nothing.
    pub fn is_somewhere(self) -> bool {
        self.is_on_earth() && !self.is_zero()
    }

    /// Finite, and within the degrees that there are.
    pub fn is_on_earth(self) -> bool {
        self.lat.is_finite()
            && self.lon.is_finite()
            && self.lat.abs() <= 90.0
            && self.lon.abs() <= 180.0
    }

    /// Exactly 0, 0.
    pub fn is_zero(self) -> bool {
        self.lat == 0.0 && self.lon == 0.0
    }

    /// The point to six decimals, about a hand's breadth: two positions of a living hand hardly
    /// ever share it.
    #[expect(clippy::cast_possible_truncation, reason = "a degree fits; what is no number is 0")]
    pub fn micro_degrees(self) -> (i64, i64) {
        ((self.lat * 1e6).round() as i64, (self.lon * 1e6).round() as i64)
    }
}

/// A point as a phone reports it, with its own estimate of error: 95 % of the time the true
/// position lies within `accuracy_m` metres.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Fix {
    pub lat: f64,
    pub lon: f64,
    pub accuracy_m: f64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub altitude_m: Option<f64>,
    /// Milliseconds between the fix and the tap that used it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age_ms: Option<i64>,
}

impl Fix {
    pub const fn point(self) -> Point {
        Point { lat: self.lat, lon: self.lon }
    }

    /// Whether the numbers make sense; how good they are is another question.
    pub fn is_sound(self) -> bool {
        self.point().is_somewhere() && self.accuracy_m.is_finite() && 0.0 <= self.accuracy_m
    }
}

/// Where somebody is expected, and how far from there still counts as being there.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Site {
    pub point: Point,
    pub radius_m: f64,
}

impl Site {
    /// Whether anything can be compared with it.
    pub fn is_sound(self) -> bool {
        self.point.is_somewhere() && self.radius_m.is_finite() && 0.0 < self.radius_m
    }

    /// Whether these two circles could be one stop: a person standing at either is at both.
    pub fn shares_circle(self, other: Self) -> bool {
        self.is_sound()
            && other.is_sound()
            && distance_m(self.point, other.point) <= self.radius_m.min(other.radius_m)
    }
}

/// Great-circle distance in metres, by the haversine formula on a sphere of 6,371 km; of points
/// that are not numbers, not a number.
pub fn distance_m(a: Point, b: Point) -> f64 {
    const EARTH_RADIUS_M: f64 = 6_371_000.0;

    let (lat_1, lat_2) = (a.lat.to_radians(), b.lat.to_radians());
    let d_lat = lat_2 - lat_1;
    let d_lon = (b.lon - a.lon).to_radians();
    let h = (d_lat / 2.0).sin().powi(2) + lat_1.cos() * lat_2.cos() * (d_lon / 2.0).sin().powi(2);
    2.0 * EARTH_RADIUS_M * h.clamp(0.0, 1.0).sqrt().asin()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const MONAS: Point = Point { lat: -6.175_392, lon: 106.827_153 };
    const LOSARI: Point = Point { lat: -5.143_889, lon: 119.407_778 };

    #[test]
    fn jakarta_is_fourteen_hundred_kilometres_from_makassar() {
        let distance = distance_m(MONAS, LOSARI);

        assert!((1_390_000.0..1_410_000.0).contains(&distance), "{distance}");
    }

    #[test]
    fn a_step_over_the_date_line_is_a_step() {
        let west = Point { lat: -17.0, lon: 179.999_9 };
        let east = Point { lat: -17.0, lon: -179.999_9 };

        assert!(distance_m(west, east) < 25.0);
    }

    #[test]
    fn nothing_and_nonsense_are_nowhere() {
        for (lat, lon) in [(0.0, 0.0), (-0.0, 0.0), (f64::NAN, 1.0), (91.0, 1.0), (1.0, 180.1)] {
            assert!(!Point { lat, lon }.is_somewhere(), "{lat} {lon}");
        }
        assert!(Point { lat: 0.0, lon: 109.3 }.is_somewhere(), "the equator crosses Pontianak");
    }

    #[test]
    fn a_distance_between_nonsense_is_no_number() {
        let nowhere = Point { lat: f64::INFINITY, lon: 0.0 };

        assert!(distance_m(nowhere, MONAS).is_nan());
    }

    proptest! {
        #[test]
        fn a_distance_is_the_same_both_ways(a in points(), b in points()) {
            prop_assert!((distance_m(a, b) - distance_m(b, a)).abs() < 1e-6);
        }

        #[test]
        fn nothing_is_farther_than_half_way_round(a in points(), b in points()) {
            prop_assert!((0.0..20_015_100.0).contains(&distance_m(a, b)));
        }

        #[test]
        fn a_detour_is_never_shorter(a in points(), b in points(), c in points()) {
            prop_assert!(distance_m(a, c) <= distance_m(a, b) + distance_m(b, c) + 1e-3);
        }
    }

    fn points() -> impl Strategy<Value = Point> {
        (-90.0..=90.0, -180.0..=180.0).prop_map(|(lat, lon)| Point { lat, lon })
    }
}
