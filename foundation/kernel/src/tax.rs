//! What a rate makes of an amount, and whether somebody only rounded it.

use crate::Exact;
use crate::exact::{Rounding, divided};
use crate::money::Money;

/// Ten-thousandths of a percent in a whole.
const WHOLE: i128 = 1_000_000;

/// Ten-thousandths in the smallest amount that people write in a currency.
pub fn minor_unit(currency: &str) -> i64 {
    10_i64.pow(4_u32.saturating_sub(Money::decimals(currency)))
}

/// So many percent of an amount in whole minor units, a half away from zero; none if that is too
/// large.
pub fn percent(rate: Exact, base: Exact, currency: &str) -> Option<Exact> {
    let unit = i128::from(minor_unit(currency));
    let units = divided(product(rate, base), WHOLE * unit, Rounding::HalfAwayFromZero);
    i64::try_from(units * unit).ok().map(Exact)
}

/// Whether an amount is so many percent of a base, as documents round. Some round the amount of
/// each line and some that of all, some to the nearest, some up and some down: it is off by less
/// than a minor unit for each line.
pub fn is_percent(amount: Exact, rate: Exact, base: Exact, currency: &str, lines: usize) -> bool {
    let off = (product(rate, base) - i128::from(amount.0) * WHOLE).abs();
    let lines = i128::try_from(lines.max(1)).unwrap_or(i128::MAX);
    off < (WHOLE * i128::from(minor_unit(currency))).saturating_mul(lines)
}

/// Eleven twelfths of an amount: the *dasar pengenaan pajak nilai lain* of which 12 % PPN is taken
/// for what is no luxury (PMK 131/2024), so that it comes to 11 % of the price.
pub fn other_base(amount: Exact) -> Exact {
    let part = divided(i128::from(amount.0) * 11, 12, Rounding::HalfAwayFromZero);
    // A part of what fits.
    Exact(i64::try_from(part).unwrap_or(amount.0))
}

fn product(rate: Exact, base: Exact) -> i128 {
    i128::from(rate.0) * i128::from(base.0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn exact(text: &str) -> Exact {
        text.parse().unwrap()
    }

    fn fits(amount: &str, rate: &str, base: &str, currency: &str, lines: usize) -> bool {
        is_percent(exact(amount), exact(rate), exact(base), currency, lines)
    }

    #[test]
    fn a_tax_is_rounded_to_the_minor_unit() {
        for (rate, base, currency, amount) in [
            ("11", "125000", "IDR", "13750"),
            ("11", "1005", "IDR", "111"),
            ("11", "1004.5", "IDR", "110"),
            ("20", "120.53", "GBP", "24.11"),
            ("11", "-1005", "IDR", "-111"),
            ("-2", "100000", "IDR", "-2000"),
        ] {
            assert_eq!(percent(exact(rate), exact(base), currency), Some(exact(amount)), "{base}");
        }
        assert_eq!(percent(Exact(i64::MAX), Exact(i64::MAX), "IDR"), None);
    }

    #[test]
    fn rounding_in_either_direction_is_no_fault_and_another_rate_is() {
        assert!(fits("110", "11", "1005", "IDR", 1) && fits("111", "11", "1005", "IDR", 1));
        assert!(!fits("112", "11", "1005", "IDR", 1) && !fits("109", "11", "1005", "IDR", 1));
        assert!(fits("24.1", "20", "120.5", "GBP", 1) && !fits("24.11", "20", "120.5", "GBP", 1));
        // Ten lines, of which each lost nearly a rupiah.
        assert!(fits("1100", "11", "10088", "IDR", 10) && !fits("1100", "11", "10088", "IDR", 9));
    }

    #[test]
    fn twelve_percent_of_the_other_base_are_eleven_of_the_price() {
        let price = exact("1000000");

        assert_eq!(other_base(price), exact("916666.6667"));
        assert_eq!(percent(exact("12"), other_base(price), "IDR"), Some(exact("110000")));
        assert!(is_percent(exact("110000"), exact("12"), other_base(price), "IDR", 1));
        assert!(!is_percent(exact("110000"), exact("12"), price, "IDR", 1));
    }

    proptest! {
        #[test]
        fn what_is_reckoned_is_no_fault(
            rate in -1_000_000_i64..1_000_000, base in -1_000_000_000_000_i64..1_000_000_000_000,
        ) {
            for currency in ["IDR", "GBP"] {
                let amount = percent(Exact(rate), Exact(base), currency).unwrap();

                prop_assert!(is_percent(amount, Exact(rate), Exact(base), currency, 1));
                prop_assert_eq!(amount.0 % minor_unit(currency), 0);
            }
        }
    }
}
