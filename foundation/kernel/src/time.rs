//! Moments, days and zones as they are stored, sent and reasoned about.

use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, DateTime};
use jiff::{SignedDuration, Timestamp, tz};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A moment: microseconds since 1970 in the database, RFC 3339 everywhere else.
///
/// A number sorts and compares the same on both engines, which a text with a variable count of
/// decimals does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, sea_orm::DeriveValueType)]
pub struct Instant(pub i64);

impl Instant {
    pub fn of(timestamp: Timestamp) -> Self {
        Self(timestamp.as_microsecond())
    }

    /// The same moment as the calendar library speaks of it; a number out of its range is the
    /// nearest moment that it knows.
    pub fn timestamp(self) -> Timestamp {
        Timestamp::from_microsecond(self.0).unwrap_or(if self.0 < 0 {
            Timestamp::MIN
        } else {
            Timestamp::MAX
        })
    }

    pub fn from_millis(millis: i64) -> Self {
        Self(millis.saturating_mul(1_000))
    }

    pub const fn millis(self) -> i64 {
        self.0.div_euclid(1_000)
    }

    pub const fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds.saturating_mul(1_000_000)))
    }

    pub const fn plus_minutes(self, minutes: i64) -> Self {
        self.plus_seconds(minutes.saturating_mul(60))
    }

    pub const fn plus_hours(self, hours: i64) -> Self {
        self.plus_seconds(hours.saturating_mul(3_600))
    }

    pub const fn plus_days(self, days: i64) -> Self {
        self.plus_seconds(days.saturating_mul(86_400))
    }

    /// Whole seconds from `earlier` to this moment, negative if it came later.
    pub const fn seconds_since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0).div_euclid(1_000_000)
    }

    /// The clock on the wall in this zone.
    pub fn local(self, zone: &Zone) -> DateTime {
        zone.rules().to_datetime(self.timestamp())
    }

    /// The calendar day in this zone.
    pub fn day(self, zone: &Zone) -> Day {
        Day(self.local(zone).date())
    }
}

impl std::ops::Add<SignedDuration> for Instant {
    type Output = Self;

    fn add(self, duration: SignedDuration) -> Self {
        let micros = i64::try_from(duration.as_micros()).unwrap_or(i64::MAX);
        Self(self.0.saturating_add(micros))
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.timestamp().fmt(f)
    }
}

impl FromStr for Instant {
    type Err = jiff::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self::of)
    }
}

impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Instant {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

/// A calendar day, `YYYY-MM-DD`.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, sea_orm::DeriveValueType, Serialize,
)]
#[sea_orm(value_type = "String", from_str = "Day::kept")]
#[serde(transparent)]
pub struct Day(pub Date);

/// The years of the days that anybody means, a firm of the seventeenth century included: what lies
/// beyond is a slip of the finger, such as `0026`, or a stand-in for no day, such as `9999`.
const YEARS: std::ops::RangeInclusive<i16> = 1000..=2999;

/// The same as a program checks it; which months have how many days, the format says.
const PATTERN: &str = "^[12][0-9]{3}-[0-9]{2}-[0-9]{2}$";

/// What is no day, or none that anybody means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a day from 1000-01-01 to 2999-12-31 is expected, written YYYY-MM-DD")]
pub struct NoDay;

impl Day {
    /// The first that anybody means.
    pub const FIRST: Self = Self(jiff::civil::date(1000, 1, 1));

    /// The day that somebody gives, if anybody can mean it.
    pub fn given(date: Date) -> Result<Self, NoDay> {
        if YEARS.contains(&date.year()) { Ok(Self(date)) } else { Err(NoDay) }
    }

    /// The day that was written down, whichever it is: what is kept is shown.
    pub fn kept(text: &str) -> Result<Self, jiff::Error> {
        text.parse().map(Self)
    }

    pub fn plus(self, days: i64) -> Self {
        Self(self.0.saturating_add(jiff::Span::new().days(days)))
    }

    /// The moment at which this day begins in this zone.
    pub fn start(self, zone: &Zone) -> Instant {
        self.at(jiff::civil::Time::midnight(), zone)
    }

    /// The moment at which the clock on the wall shows this time on this day in this zone.
    pub fn at(self, time: jiff::civil::Time, zone: &Zone) -> Instant {
        let ambiguous = zone.rules().to_ambiguous_timestamp(self.0.to_datetime(time));
        Instant::of(ambiguous.compatible().unwrap_or(Timestamp::MAX))
    }

    /// Days from `earlier` to this one.
    pub fn days_since(self, earlier: Self) -> i64 {
        i64::from((self.0 - earlier.0).get_days())
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Asked of every part of a primary key; no day of ours is ever a counter.
impl sea_orm::TryFromU64 for Day {
    fn try_from_u64(_: u64) -> Result<Self, sea_orm::DbErr> {
        Err(sea_orm::DbErr::ConvertFromU64("Day"))
    }
}

/// As people and programs give it.
impl FromStr for Day {
    type Err = NoDay;

    fn from_str(text: &str) -> Result<Self, NoDay> {
        text.parse::<Date>().map_err(|_| NoDay).and_then(Self::given)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

/// A day in what the program wrote itself, such as a place in a list: whichever it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct KeptDay(pub Day);

impl<'de> Deserialize<'de> for KeptDay {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        kept(deserializer).map(Self)
    }
}

/// Reads a day that the program wrote itself: `#[serde(deserialize_with = "kept")]`.
pub fn kept<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Day, D::Error> {
    Day::kept(&String::deserialize(deserializer)?).map_err(serde::de::Error::custom)
}

/// A time zone by its IANA name, such as `Asia/Jakarta` (WIB), `Asia/Makassar` (WITA) or
/// `Asia/Jayapura` (WIT).
#[derive(Clone, Debug, PartialEq, Eq, Hash, sea_orm::DeriveValueType, Serialize, Deserialize)]
#[sea_orm(value_type = "String")]
#[serde(try_from = "String", into = "String")]
pub struct Zone(String);

impl Zone {
    pub fn name(&self) -> &str {
        &self.0
    }

    /// Western Indonesia, where a company is unless it says otherwise.
    pub fn jakarta() -> Self {
        Self("Asia/Jakarta".to_owned())
    }

    pub fn makassar() -> Self {
        Self("Asia/Makassar".to_owned())
    }

    pub fn jayapura() -> Self {
        Self("Asia/Jayapura".to_owned())
    }

    fn rules(&self) -> tz::TimeZone {
        tz::TimeZone::get(&self.0).unwrap_or(tz::TimeZone::UTC)
    }

    /// The short name that people use: WIB, WITA, WIT, or the zone's own.
    pub fn label(&self) -> &str {
        match self.0.as_str() {
            "Asia/Jakarta" | "Asia/Pontianak" => "WIB",
            "Asia/Makassar" => "WITA",
            "Asia/Jayapura" => "WIT",
            other => other,
        }
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Zone {
    type Err = jiff::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        tz::TimeZone::get(text)?;
        Ok(Self(text.to_owned()))
    }
}

impl TryFrom<String> for Zone {
    type Error = jiff::Error;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Zone> for String {
    fn from(zone: Zone) -> Self {
        zone.0
    }
}

macro_rules! schema {
    ($($name:ident as $format:ident,)+) => {$(
        impl utoipa::PartialSchema for $name {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
                use utoipa::openapi::schema::{KnownFormat, ObjectBuilder, SchemaFormat, Type};
                let format = Some(SchemaFormat::KnownFormat(KnownFormat::$format));
                ObjectBuilder::new().schema_type(Type::String).format(format).into()
            }
        }

        impl utoipa::ToSchema for $name {}
    )+};
}

schema! {
    Instant as DateTime,
}

impl utoipa::PartialSchema for Day {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        use utoipa::openapi::schema::{KnownFormat, ObjectBuilder, SchemaFormat, Type};
        let format = Some(SchemaFormat::KnownFormat(KnownFormat::Date));
        ObjectBuilder::new().schema_type(Type::String).format(format).pattern(Some(PATTERN)).into()
    }
}

impl utoipa::ToSchema for Day {}

impl utoipa::PartialSchema for Zone {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        String::schema()
    }
}

impl utoipa::ToSchema for Zone {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_survives_text() {
        let moment: Instant = "2026-03-02T05:00:00.123456Z".parse().unwrap();

        assert_eq!(moment.to_string().parse::<Instant>().unwrap(), moment);
        assert_eq!(serde_json::to_string(&moment).unwrap(), "\"2026-03-02T05:00:00.123456Z\"");
    }

    #[test]
    fn one_moment_is_three_hours_in_indonesia() {
        let moment: Instant = "2026-03-02T17:30:00Z".parse().unwrap();

        assert_eq!(moment.day(&Zone::jakarta()).to_string(), "2026-03-03");
        assert_eq!(moment.local(&Zone::jakarta()).hour(), 0);
        assert_eq!(moment.local(&Zone::makassar()).hour(), 1);
        assert_eq!(moment.local(&Zone::jayapura()).hour(), 2);
    }

    #[test]
    fn a_day_that_nobody_means_is_not_taken() {
        for text in ["1000-01-01", "1602-03-20", "2026-03-02", "2999-12-31"] {
            let read: Day = serde_json::from_str(&format!("\"{text}\"")).unwrap();
            assert_eq!(text.parse::<Day>(), Ok(read));
        }
        for text in ["0999-12-31", "0000-01-01", "0026-03-02", "3000-01-01", "9999-12-31"] {
            assert_eq!(text.parse::<Day>(), Err(NoDay), "{text}");
            assert!(serde_json::from_str::<Day>(&format!("\"{text}\"")).is_err(), "{text}");
        }
    }

    #[test]
    fn a_day_that_was_once_taken_is_still_read() {
        use sea_orm::sea_query::ValueType;

        for text in ["0000-01-01", "1850-05-17", "9999-12-31"] {
            let stored = <Day as ValueType>::try_from(sea_orm::Value::from(text)).unwrap();
            assert_eq!(stored.to_string(), text);
            let written: KeptDay = serde_json::from_str(&format!("\"{text}\"")).unwrap();
            assert_eq!(written, KeptDay(stored));
        }
    }

    #[test]
    fn an_unknown_zone_is_no_zone() {
        assert!("Asia/Atlantis".parse::<Zone>().is_err());
    }
}
