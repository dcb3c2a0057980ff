//! The twelve months that end with a day, oldest first.

use kernel::Day;

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
    fn a_bar_is_as_long_as_its_share() {
        assert_eq!([bar(50, 200), bar(1, 1_000), bar(0, 9), bar(-5, 9)], [25, 1, 0, 0]);
        assert_eq!(bar(i64::MAX, i64::MAX), 100);
    }
}
