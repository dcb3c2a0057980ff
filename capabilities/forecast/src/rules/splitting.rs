//! A figure for a quarter or a year is kept in its months, and a plan grows by percent.

use super::{ForecastRefused, LARGEST_AMOUNT, MOST_GROWTH};

/// So many parts that differ by one at the most and are exactly the whole together; the later ones
/// are the larger.
pub fn split(whole: i64, parts: usize) -> Vec<i64> {
    let Ok(count) = i64::try_from(parts) else { return Vec::new() };
    if count == 0 {
        return Vec::new();
    }
    let (each, rest) = (whole.div_euclid(count), whole.rem_euclid(count));
    (0..count).map(|it| each + i64::from(count - rest <= it)).collect()
}

/// So much more by percent, rounded half up to the minor unit.
pub fn grown(amount: i64, percent: i64) -> Result<i64, ForecastRefused> {
    if !(-100..=MOST_GROWTH).contains(&percent) {
        return Err(ForecastRefused::NoGrowth);
    }
    let hundredths = i128::from(amount) * i128::from(100 + percent);
    let rounded = (hundredths + 50).div_euclid(100);
    let fits = i64::try_from(rounded).ok().filter(|it| (0..=LARGEST_AMOUNT).contains(it));
    fits.ok_or(ForecastRefused::NoAmount)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_quarter_falls_into_months() {
        assert_eq!(split(100, 3), [33, 33, 34]);
        assert_eq!(split(101, 3), [33, 34, 34]);
        assert_eq!(split(0, 3), [0, 0, 0]);
        assert!(split(5, 0).is_empty());
    }

    #[test]
    fn a_plan_grows_by_percent() {
        assert_eq!(grown(1_000, 10), Ok(1_100));
        assert_eq!(grown(5, 10), Ok(6), "a half goes up");
        assert_eq!(grown(1_000, -100), Ok(0));
        assert_eq!(grown(1_000, -101), Err(ForecastRefused::NoGrowth));
        assert_eq!(grown(LARGEST_AMOUNT, 1), Err(ForecastRefused::NoAmount));
    }

    proptest! {
        #[test]
        fn the_parts_are_the_whole(whole in 0..LARGEST_AMOUNT, parts in 1_usize..=12) {
            let split = split(whole, parts);

            prop_assert_eq!(split.len(), parts);
            prop_assert_eq!(split.iter().sum::<i64>(), whole);
            let (least, most) = (split.iter().min().unwrap(), split.iter().max().unwrap());
            prop_assert!(most - least <= 1);
        }
    }
}
