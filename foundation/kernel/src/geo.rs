//! Places and distances, precise enough for a client's doorstep.

use serde::{Deserialize, Serialize};

/// A point on the ground, WGS 84, degrees.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Point {
    pub lat: f64,
    pub lon: f64,
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
}

/// Great-circle distance in metres, by the haversine formula on a sphere of 6,371 km.
pub fn distance_m(a: Point, b: Point) -> f64 {
    const EARTH_RADIUS_M: f64 = 6_371_000.0;

    let (lat_1, lat_2) = (a.lat.to_radians(), b.lat.to_radians());
    let d_lat = lat_2 - lat_1;
    let d_lon = (b.lon - a.lon).to_radians();
    let h = (d_lat / 2.0).sin().powi(2) + lat_1.cos() * lat_2.cos() * (d_lon / 2.0).sin().powi(2);
    2.0 * EARTH_RADIUS_M * h.sqrt().min(1.0).asin()
}
