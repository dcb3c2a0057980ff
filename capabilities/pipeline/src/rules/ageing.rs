//! How long a deal has stood in its stage, and when that is too long.

use kernel::Instant;

const DAY_S: i64 = 86_400;

/// Whole days since a deal came into its stage.
pub fn days_in_stage(since: Instant, now: Instant) -> i64 {
    now.seconds_since(since).max(0) / DAY_S
}

/// Whether a deal has stood in its stage for longer than the stage expects. Where nothing is
/// expected, no time is too long.
pub fn is_stale(since: Instant, now: Instant, expected_days: Option<i32>) -> bool {
    expected_days.is_some_and(|it| i64::from(it) < days_in_stage(since, now))
}

/// Whoever came into the stage at this moment or earlier is stale: the same rule, for a question
/// to the database.
pub fn stale_since(now: Instant, expected_days: i32) -> Instant {
    now.plus_days(-(i64::from(expected_days) + 1))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const NOW: Instant = Instant(1_772_427_600_000_000);

    #[test]
    fn the_last_expected_day_is_not_yet_too_long() {
        for (days, stale) in [(0, false), (13, false), (14, false), (15, true), (400, true)] {
            assert_eq!(is_stale(NOW.plus_days(-days), NOW, Some(14)), stale, "{days}");
        }
        let almost = NOW.plus_days(-15).plus_seconds(1);
        assert_eq!((days_in_stage(almost, NOW), is_stale(almost, NOW, Some(14))), (14, false));
    }

    #[test]
    fn a_deal_from_the_future_and_a_stage_without_expectation_never_age() {
        assert_eq!(days_in_stage(NOW.plus_days(3), NOW), 0);
        assert!(!is_stale(NOW.plus_days(-4_000), NOW, None));
    }

    proptest! {
        #[test]
        fn the_database_is_asked_what_the_rule_says(
            ago in -10_000_000_000_i64..40_000_000_000_000_000,
            expected in 0..3_650_i32,
        ) {
            let since = Instant(NOW.0 - ago);

            prop_assert_eq!(is_stale(since, NOW, Some(expected)), since <= stale_since(NOW, expected));
        }
    }
}
