//! The twelve months that end with a day, oldest first.

use kernel::exact::change_in_tenths;
use kernel::{Day, Exact};

/// `2026-03`, as sums are kept.
pub fn month_of(day: Day) -> String {
    format!("{:04}-{:02}", day.0.year(), day.0.month())
}

/// The month of this day and the eleven before it.
pub fn twelve_months(day: Day) -> Vec<String> {
    let first = day.0.first_of_month();
    let back = |months: i64| Day(first.saturating_sub(jiff::Span::new().months(months)));
    (0..12).rev().map(|it| month_of(back(it))).collect()
}

/// The twelve months before these.
pub fn year_before(months: &[String]) -> Vec<String> {
    let earlier = |month: &String| {
        let (year, rest) = month.split_once('-')?;
        Some(format!("{:04}-{rest}", year.parse::<i32>().ok()? - 1))
    };
    months.iter().filter_map(earlier).collect()
}

/// How much more this is than that was, in tenths of a percent; less is below zero. Nothing is said
/// where nothing was bought before, or more came back than was bought.
pub fn growth(before: Exact, now: Exact) -> Option<i64> {
    let more = change_in_tenths(before.0.into(), now.0.into()).filter(|_| Exact::ZERO < before)?;
    i64::try_from(more).ok()
}

/// How long a bar is, of a hundred, beside the longest; what is above zero is never invisible.
pub fn bar(value: i64, longest: i64) -> i64 {
    if value <= 0 || longest <= 0 {
        return 0;
    }
    let length = i128::from(value) * 100 / i128::from(longest);
    i64::try_from(length).unwrap_or(100).clamp(1, 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_ends_with_its_month() {
        let months = twelve_months("2026-03-31".parse().unwrap());

        assert_eq!(months.len(), 12);
        assert_eq!((months[0].as_str(), months[11].as_str()), ("2025-04", "2026-03"));
    }

    #[test]
    fn the_year_before_has_the_same_months() {
        let months = twelve_months("2026-02-28".parse().unwrap());

        let before = year_before(&months);

        assert_eq!((before[0].as_str(), before[11].as_str()), ("2024-03", "2025-02"));
    }

    #[test]
    fn growth_is_told_in_tenths_of_a_percent_where_there_was_something() {
        let grown = |before: i64, now: i64| growth(Exact(before), Exact(now));

        assert_eq!(grown(200, 300), Some(500));
        assert_eq!(grown(300, 200), Some(-333));
        assert_eq!(grown(3, 5), Some(667));
        assert_eq!(grown(1_000, -1_000), Some(-2_000), "more came back than was bought");
        assert_eq!([grown(0, 5), grown(-5, 5)], [None, None]);
    }

    #[test]
    fn a_bar_is_as_long_as_its_share() {
        assert_eq!([bar(50, 200), bar(1, 1_000), bar(0, 9), bar(-5, 9)], [25, 1, 0, 0]);
        assert_eq!(bar(i64::MAX, i64::MAX), 100);
    }
}
