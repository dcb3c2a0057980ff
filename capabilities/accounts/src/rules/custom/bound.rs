//! The first or the last day that a field may hold: a fixed one, or one that moves with the days.

use std::fmt;
use std::str::FromStr;

use kernel::Day;
use serde::{Deserialize, Serialize};

/// A century, and nobody writes down what lies further away.
pub const MOST_DAYS: i32 = 36_500;

/// The first or the last day that a field may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Bound {
    On(Day),
    /// So many days after the one on which somebody writes; before it when negative.
    Today(i32),
}

/// What is no such day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("neither a day nor `today`, `today-30` or `today+30`")]
pub struct NoBound;

impl Bound {
    /// So many days from the one on which somebody writes, unless that is further than anybody
    /// means.
    pub fn in_days(days: i32) -> Option<Self> {
        (-MOST_DAYS..=MOST_DAYS).contains(&days).then_some(Self::Today(days))
    }

    /// Which day it is on this one.
    pub fn day(self, today: Day) -> Day {
        match self {
            Self::On(day) => day,
            Self::Today(days) => today.plus(i64::from(days)),
        }
    }
}

impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::On(day) => write!(f, "{day}"),
            Self::Today(0) => f.write_str("today"),
            Self::Today(days) => write!(f, "today{days:+}"),
        }
    }
}

impl FromStr for Bound {
    type Err = NoBound;

    fn from_str(text: &str) -> Result<Self, NoBound> {
        let Some(days) = text.strip_prefix("today") else {
            // What a company once wrote down bounds its field for good.
            return Day::kept(text).map(Self::On).map_err(|_| NoBound);
        };
        if days.is_empty() {
            return Ok(Self::Today(0));
        }
        let days = Some(days).filter(|it| it.starts_with(['+', '-']));
        days.and_then(|it| it.parse().ok()).and_then(Self::in_days).ok_or(NoBound)
    }
}

impl TryFrom<String> for Bound {
    type Error = NoBound;

    fn try_from(text: String) -> Result<Self, NoBound> {
        text.parse()
    }
}

impl From<Bound> for String {
    fn from(bound: Bound) -> Self {
        bound.to_string()
    }
}

/// `today`, and at most [`MOST_DAYS`] before or after it.
const MOVING: &str = "^today([+-]([0-9]{1,4}|[12][0-9]{4}|3[0-5][0-9]{3}|36[0-4][0-9]{2}|36500))?$";

impl utoipa::PartialSchema for Bound {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        use utoipa::openapi::schema::{ObjectBuilder, OneOfBuilder, Type};
        let moving = ObjectBuilder::new().schema_type(Type::String).pattern(Some(MOVING));
        OneOfBuilder::new().item(Day::schema()).item(moving).into()
    }
}

impl utoipa::ToSchema for Bound {
    fn name() -> std::borrow::Cow<'static, str> {
        "DayBound".into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bound_is_read_as_it_is_written() {
        for text in ["2026-03-02", "today", "today-30", "today+365"] {
            assert_eq!(text.parse::<Bound>().unwrap().to_string(), text);
        }
        for text in ["", "tomorrow", "today30", "today+", "today+1.5", "today+36501", "2026-02-30"]
        {
            assert_eq!(text.parse::<Bound>(), Err(NoBound), "{text}");
        }
    }

    #[test]
    fn one_moves_and_the_other_stays() {
        let today: Day = "2026-03-01".parse().unwrap();

        assert_eq!(Bound::Today(-1).day(today).to_string(), "2026-02-28");
        assert_eq!(Bound::On(today.plus(9)).day(today), today.plus(9));
    }
}
