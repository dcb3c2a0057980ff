//! What a client brought before it passed on, by which whoever gets it is judged fairly.

use kernel::Day;

/// The twelve whole months before a day, the earliest first: `2025-03` to `2026-02`.
pub fn twelve_months_before(day: Day) -> Vec<String> {
    let first = day.0.first_of_month();
    (1..=12_i64)
        .rev()
        .map(|back| {
            let month = first.saturating_sub(jiff::Span::new().months(back));
            format!("{:04}-{:02}", month.year(), month.month())
        })
        .collect()
}

/// The last day of the grace: so many days, the day itself not counted.
pub fn grace_until(day: Day, days: i32) -> Day {
    day.plus(i64::from(days.max(0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn twelve_months_end_with_the_one_before() {
        let months = twelve_months_before(day("2026-03-31"));

        assert_eq!(months.len(), 12);
        assert_eq!((months[0].as_str(), months[11].as_str()), ("2025-03", "2026-02"));
        assert_eq!(twelve_months_before(day("2028-02-29"))[11], "2028-01");
    }

    #[test]
    fn the_grace_ends_on_a_day() {
        assert_eq!(grace_until(day("2026-03-02"), 90), day("2026-05-31"));
        assert_eq!(grace_until(day("2026-03-02"), -1), day("2026-03-02"));
    }
}
