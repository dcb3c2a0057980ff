//! A rule as RFC 5545 writes it, and read again. What we do not know is refused, not ignored.

use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, Weekday};
use kernel::Day;

use super::{Ends, LONGEST_INTERVAL, MOST_TIMES, Pattern, Repeat, Weekdays};

/// The days of the week and how the standard calls them, from Monday on.
pub const WEEKDAYS: [(Weekday, &str); 7] = [
    (Weekday::Monday, "MO"),
    (Weekday::Tuesday, "TU"),
    (Weekday::Wednesday, "WE"),
    (Weekday::Thursday, "TH"),
    (Weekday::Friday, "FR"),
    (Weekday::Saturday, "SA"),
    (Weekday::Sunday, "SU"),
];

/// No rule that is known here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no rule of repetition")]
pub struct NoRule;

impl fmt::Display for Repeat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let frequency = match self.pattern {
            Pattern::Daily => "DAILY",
            Pattern::Weekly(_) => "WEEKLY",
            Pattern::MonthDay(_) | Pattern::MonthWeekday(..) => "MONTHLY",
            Pattern::Yearly(..) => "YEARLY",
        };
        write!(f, "FREQ={frequency}")?;
        if self.interval != 1 {
            write!(f, ";INTERVAL={}", self.interval)?;
        }
        match self.pattern {
            Pattern::Daily => {}
            Pattern::Weekly(days) => {
                let days: Vec<&str> = days.all().map(code).collect();
                write!(f, ";BYDAY={}", days.join(","))?;
            }
            Pattern::MonthDay(day) => write!(f, ";{}", of_month(day, 31))?,
            Pattern::MonthWeekday(nth, day) => write!(f, ";BYDAY={nth}{}", code(day))?,
            Pattern::Yearly(month, day) => {
                write!(f, ";BYMONTH={month};{}", of_month(day, longest(month)))?;
            }
        }
        match self.ends {
            Ends::Never => Ok(()),
            Ends::On(day) => write!(f, ";UNTIL={}", day.0.strftime("%Y%m%d")),
            Ends::After(times) => write!(f, ";COUNT={times}"),
        }
    }
}

/// A day that some of these months do not have is the last of those that lead to it.
fn of_month(day: i8, longest: i8) -> String {
    match day {
        31 => "BYMONTHDAY=-1".to_owned(),
        29.. if longest != 30 => {
            let days: Vec<String> = (28..=day).map(|it| it.to_string()).collect();
            format!("BYMONTHDAY={};BYSETPOS=-1", days.join(","))
        }
        day => format!("BYMONTHDAY={day}"),
    }
}

/// How many days the month may have.
fn longest(month: i8) -> i8 {
    match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn code(day: Weekday) -> &'static str {
    WEEKDAYS[usize::from(day.to_monday_zero_offset().unsigned_abs())].1
}

fn weekday(code: &str) -> Option<Weekday> {
    WEEKDAYS.iter().find(|it| it.1 == code).map(|it| it.0)
}

impl FromStr for Repeat {
    type Err = NoRule;

    fn from_str(text: &str) -> Result<Self, NoRule> {
        read(text).ok_or(NoRule)
    }
}

/// The parts of a rule, each at most once.
#[derive(Default)]
struct Parts<'a> {
    frequency: &'a str,
    interval: Option<u16>,
    days: Option<&'a str>,
    month_days: Option<&'a str>,
    month: Option<i8>,
    place: Option<&'a str>,
    until: Option<Day>,
    times: Option<u16>,
}

fn read(text: &str) -> Option<Repeat> {
    let text = text.strip_prefix("RRULE:").unwrap_or(text);
    let mut parts = Parts::default();
    for part in text.split(';') {
        let (name, value) = part.split_once('=')?;
        let fresh = match name {
            "FREQ" => std::mem::replace(&mut parts.frequency, value).is_empty(),
            "INTERVAL" => parts.interval.replace(value.parse().ok()?).is_none(),
            "BYDAY" => parts.days.replace(value).is_none(),
            "BYMONTHDAY" => parts.month_days.replace(value).is_none(),
            "BYMONTH" => parts.month.replace(value.parse().ok()?).is_none(),
            "BYSETPOS" => parts.place.replace(value).is_none(),
            "UNTIL" => parts.until.replace(day(value)?).is_none(),
            "COUNT" => parts.times.replace(value.parse().ok()?).is_none(),
            // Ours begins on Monday, and so does the standard's.
            "WKST" => value == "MO",
            _ => false,
        };
        if !fresh {
            return None;
        }
    }
    let interval = parts.interval.unwrap_or(1);
    let ends = match (parts.until, parts.times) {
        (None, None) => Ends::Never,
        (Some(day), None) => Ends::On(day),
        (None, Some(times)) if (1..=MOST_TIMES).contains(&times) => Ends::After(times),
        _ => return None,
    };
    let pattern = pattern(&parts)?;
    (1..=LONGEST_INTERVAL).contains(&interval).then_some(Repeat { pattern, interval, ends })
}

fn pattern(parts: &Parts<'_>) -> Option<Pattern> {
    match (parts.frequency, parts.days, parts.month_days, parts.month, parts.place) {
        ("DAILY", None, None, None, None) => Some(Pattern::Daily),
        ("WEEKLY", Some(days), None, None, None) => {
            let days: Vec<Weekday> = days.split(',').map(weekday).collect::<Option<_>>()?;
            Weekdays::of(days).map(Pattern::Weekly)
        }
        ("MONTHLY", Some(day), None, None, None) => {
            let (nth, code) = day.split_at_checked(day.len().checked_sub(2)?)?;
            let nth: i8 = nth.parse().ok().filter(|it| matches!(it, 1..=4 | -1))?;
            Some(Pattern::MonthWeekday(nth, weekday(code)?))
        }
        ("MONTHLY", None, Some(days), None, place) => {
            month_day(days, place, 31).map(Pattern::MonthDay)
        }
        ("YEARLY", None, Some(days), Some(month @ 1..=12), place) => {
            month_day(days, place, longest(month)).map(|day| Pattern::Yearly(month, day))
        }
        _ => None,
    }
}

/// A day of a month in one of the ways in which we write it. A bare 31 would leave out the months
/// that have none, which nobody who says "the 31st" means; so it is not taken for what it is not.
fn month_day(days: &str, place: Option<&str>, longest: i8) -> Option<i8> {
    (1..=longest).find(|&day| {
        let written = of_month(day, longest);
        let given = match place {
            None => format!("BYMONTHDAY={days}"),
            Some(place) => format!("BYMONTHDAY={days};BYSETPOS={place}"),
        };
        written == given
    })
}

/// `20260302`, or the day of `20260302T170000Z`.
fn day(text: &str) -> Option<Day> {
    let (day, rest) = text.split_at_checked(8)?;
    if !rest.is_empty() && !rest.starts_with('T') {
        return None;
    }
    Date::strptime("%Y%m%d", day).ok().map(Day)
}
