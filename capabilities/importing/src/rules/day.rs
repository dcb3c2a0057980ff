//! Days as people write them in tables.

use jiff::civil::Date;
use kernel::Day;
use serde::{Deserialize, Serialize};

use crate::rules::number;

/// Which part of a day comes first. The parts may be joined by `-`, `/` or `.`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DayOrder {
    /// 2026-03-02
    #[default]
    YearFirst,
    /// 02/03/2026
    DayFirst,
    /// 03/02/2026
    MonthFirst,
}

/// The days that a spreadsheet's number is taken for: 1954 to 2119.
const SERIAL: std::ops::RangeInclusive<i64> = 20_000..=80_000;

/// The day that a text names; a time of day behind it is left aside. A spreadsheet that forgot
/// what its number means wrote the days since the end of 1899.
pub fn day(text: &str, order: DayOrder) -> Option<Day> {
    if let Some(day) = serial(text) {
        return Some(day);
    }
    let written = text.split(['T', ' ']).next()?;
    let parts: Vec<&str> = written.split(['-', '/', '.']).collect();
    let [first, second, third] = parts[..] else { return None };
    let (year, month, day) = match order {
        // Nobody writes the year first and the day before the month.
        _ if first.len() == 4 => (first, second, third),
        DayOrder::YearFirst => (first, second, third),
        DayOrder::DayFirst => (third, second, first),
        DayOrder::MonthFirst => (third, first, second),
    };
    let is_digits = |part: &str| part.chars().all(|letter| letter.is_ascii_digit());
    // A year of two digits is a guess about a century.
    if year.len() != 4 || ![year, month, day].into_iter().all(is_digits) {
        return None;
    }
    let date = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()?;
    Day::given(date).ok()
}

fn serial(text: &str) -> Option<Day> {
    let days = text.split('.').next()?;
    let is_number = number::is_number(text) && days.len() == 5;
    let days: i64 = days.parse().ok().filter(|it| is_number && SERIAL.contains(it))?;
    Some(Day(jiff::civil::date(1899, 12, 30).checked_add(jiff::Span::new().days(days)).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str, order: DayOrder) -> Option<String> {
        day(text, order).map(|day| day.to_string())
    }

    #[test]
    fn a_day_is_read_in_its_order() {
        let second_of_march = Some("2026-03-02".to_owned());

        assert_eq!(written("2026-03-02", DayOrder::YearFirst), second_of_march);
        assert_eq!(written("2026-03-02T08:00:00.000Z", DayOrder::YearFirst), second_of_march);
        assert_eq!(written("2026-03-02", DayOrder::MonthFirst), second_of_march);
        assert_eq!(written("02/03/2026", DayOrder::DayFirst), second_of_march);
        assert_eq!(written("2.3.2026", DayOrder::DayFirst), second_of_march);
        assert_eq!(written("45631", DayOrder::DayFirst), Some("2024-12-05".to_owned()));
        assert_eq!(written("46083.5", DayOrder::DayFirst), second_of_march);
        assert_eq!(written("3/2/2026 8:00", DayOrder::MonthFirst), second_of_march);
    }

    #[test]
    fn what_is_no_day_is_none() {
        for text in [
            "",
            "2026-02-30",
            "0999-12-31",
            "0026-03-02",
            "9999-12-31",
            "26-03-02",
            "2026-03",
            "20260302",
            "-2026-03-02",
            "2026-+3-02",
            "today",
        ] {
            assert_eq!(day(text, DayOrder::YearFirst), None, "{text}");
        }
    }
}
