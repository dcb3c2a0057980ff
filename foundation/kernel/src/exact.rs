//! Exact amounts and quantities: whole ten-thousandths. Never floating point.
//!
//! A ledger needs more than minor units: unit prices of three or four decimals occur, and what
//! was multiplied and added must come out to the last of them. `docs/decisions` says why so.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::Lang;
use crate::money::{Money, grouped};

/// Ten-thousandths in one.
const SCALE: i64 = 10_000;
const DECIMALS: usize = 4;

/// A number of ten-thousandths: of the major unit of a currency, or of a piece.
///
/// In JSON a string, `"2.55"`, so that no reader makes a float of it; in the database an integer
/// that both engines add exactly.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    sea_orm::DeriveValueType,
    utoipa::ToSchema,
)]
#[schema(value_type = String, example = "2.55", pattern = r"^-?[0-9]{1,12}(\.[0-9]{1,4})?$")]
pub struct Exact(pub i64);

/// How what does not fit is made to fit. Whoever rounds says which.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rounding {
    /// A half goes away from zero, as on invoices and in tax law.
    HalfAwayFromZero,
    /// A half goes to the even neighbour, as in statistics.
    HalfToEven,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotExact {
    #[error("not a number")]
    NotANumber,
    #[error("more than four decimals")]
    TooManyDecimals,
    #[error("too large")]
    TooLarge,
}

impl Exact {
    pub const ZERO: Self = Self(0);

    /// So many whole ones.
    pub const fn whole(number: i64) -> Option<Self> {
        match number.checked_mul(SCALE) {
            Some(number) => Some(Self(number)),
            None => None,
        }
    }

    pub const fn checked_add(self, other: Self) -> Option<Self> {
        match self.0.checked_add(other.0) {
            Some(sum) => Some(Self(sum)),
            None => None,
        }
    }

    pub const fn checked_sub(self, other: Self) -> Option<Self> {
        match self.0.checked_sub(other.0) {
            Some(difference) => Some(Self(difference)),
            None => None,
        }
    }

    pub const fn checked_neg(self) -> Option<Self> {
        match self.0.checked_neg() {
            Some(negated) => Some(Self(negated)),
            None => None,
        }
    }

    /// The sum of all; none if it is too large.
    pub fn sum(all: impl IntoIterator<Item = Self>) -> Option<Self> {
        all.into_iter().try_fold(Self::ZERO, Self::checked_add)
    }

    /// A unit price times a quantity; what is finer than a ten-thousandth is rounded as said.
    pub fn times(self, quantity: Self, rounding: Rounding) -> Option<Self> {
        let fine = i128::from(self.0) * i128::from(quantity.0);
        i64::try_from(divided(fine, i128::from(SCALE), rounding)).ok().map(Self)
    }

    /// In whole minor units of this currency, rounded as said.
    pub fn to_money(self, currency: &str, rounding: Rounding) -> Money {
        let minor = 10_i64.pow(Money::decimals(currency));
        // There are never more minor units than ten-thousandths, so it fits.
        let amount = divided(i128::from(self.0), i128::from(SCALE / minor), rounding);
        Money::new(i64::try_from(amount).unwrap_or(i64::MAX), currency)
    }

    /// What so many minor units are, exactly.
    pub fn of_money(money: &Money) -> Option<Self> {
        let minor = 10_i64.pow(Money::decimals(&money.currency));
        money.amount.checked_mul(SCALE / minor).map(Self)
    }

    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// `1.234,5` in Indonesian, `1,234.5` in English: with all decimals that it has, and at least
    /// so many.
    pub fn shown(self, lang: Lang, least: usize) -> String {
        match lang {
            Lang::Id => self.written('.', ',', least),
            Lang::En => self.written(',', '.', least),
        }
    }

    fn written(self, group: char, point: char, least: usize) -> String {
        let (whole, rest) = self.parts();
        let rest = at_least(&rest, least);
        let sign = if self.is_negative() { "−" } else { "" };
        let point = if rest.is_empty() { String::new() } else { format!("{point}{rest}") };
        format!("{sign}{}{point}", grouped(whole, group))
    }

    /// `Rp1.500.000`, `GBP 2.55`: with all decimals that it has, and at least those that people
    /// write for the currency. As [`Money`] is: in the form of the currency's own country, so that
    /// an amount looks the same wherever it stands, whatever language is read.
    pub fn money(self, currency: &str) -> String {
        let least = usize::try_from(Money::decimals(currency)).unwrap_or_default();
        let amount = Self(self.0.saturating_abs());
        let sign = if self.is_negative() { "−" } else { "" };
        match currency {
            "IDR" => format!("{sign}Rp{}", amount.written('.', ',', least)),
            other => format!("{sign}{other} {}", amount.written(',', '.', least)),
        }
    }

    /// The whole ones, and the decimals without idle zeros.
    fn parts(self) -> (u64, String) {
        let scale = SCALE.unsigned_abs();
        let number = self.0.unsigned_abs();
        let rest = format!("{:0DECIMALS$}", number % scale);
        (number / scale, rest.trim_end_matches('0').to_owned())
    }
}

fn at_least(rest: &str, least: usize) -> String {
    format!("{rest:0<least$}")
}

pub(crate) fn divided(number: i128, by: i128, rounding: Rounding) -> i128 {
    let (quotient, rest) = (number / by, number % by);
    let away = if number < 0 { quotient - 1 } else { quotient + 1 };
    match ((rest.abs() * 2).cmp(&by), rounding) {
        (std::cmp::Ordering::Less, _) => quotient,
        (std::cmp::Ordering::Greater, _)
        | (std::cmp::Ordering::Equal, Rounding::HalfAwayFromZero) => away,
        (std::cmp::Ordering::Equal, Rounding::HalfToEven) => {
            if quotient % 2 == 0 {
                quotient
            } else {
                away
            }
        }
    }
}

/// `-2.55`: the form of files and of JSON, with a point and without groups.
impl fmt::Display for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = self.parts();
        let sign = if self.is_negative() { "-" } else { "" };
        let point = if rest.is_empty() { "" } else { "." };
        write!(f, "{sign}{whole}{point}{rest}")
    }
}

impl FromStr for Exact {
    type Err = NotExact;

    fn from_str(text: &str) -> Result<Self, NotExact> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, rest) = match digits.split_once('.') {
            Some((_, "")) => return Err(NotExact::NotANumber),
            Some(parts) => parts,
            None => (digits, ""),
        };
        let is_number = |text: &str| text.bytes().all(|it| it.is_ascii_digit());
        if whole.is_empty() || !is_number(whole) || !is_number(rest) {
            return Err(NotExact::NotANumber);
        }
        let rest = rest.trim_end_matches('0');
        if DECIMALS < rest.len() {
            return Err(NotExact::TooManyDecimals);
        }
        let digit = |sum: i64, digit: u8| {
            let sum = sum.checked_mul(10)?;
            let digit = i64::from(digit - b'0');
            if negative { sum.checked_sub(digit) } else { sum.checked_add(digit) }
        };
        let padded = format!("{rest:0<DECIMALS$}");
        let sum = whole.bytes().chain(padded.bytes()).try_fold(0, digit);
        sum.map(Self).ok_or(NotExact::TooLarge)
    }
}

impl Serialize for Exact {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Exact {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'_, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// By how many tenths of a percent something changed, of what it was before and rounded half away
/// from zero; nothing where it was nothing before.
pub fn change_in_tenths(before: i128, now: i128) -> Option<i128> {
    let more = (now - before).saturating_mul(1_000);
    (before != 0).then(|| divided(more, before.abs(), Rounding::HalfAwayFromZero))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn exact(text: &str) -> Exact {
        text.parse().unwrap()
    }

    #[test]
    fn a_change_is_told_in_tenths_of_a_percent() {
        assert_eq!(change_in_tenths(100, 150), Some(500));
        assert_eq!(change_in_tenths(100, 50), Some(-500));
        assert_eq!(change_in_tenths(-100, -50), Some(500));
        assert_eq!([change_in_tenths(3, 5), change_in_tenths(3, 1)], [Some(667), Some(-667)]);
        assert_eq!(change_in_tenths(0, 5), None);
    }

    #[test]
    fn a_text_is_read_to_its_last_decimal() {
        for (text, number) in
            [("2.55", 25_500), ("-0.001", -10), ("9747747.934", 97_477_479_340), ("7", 70_000)]
        {
            assert_eq!(exact(text), Exact(number));
            assert_eq!(Exact(number).to_string(), text);
        }
        assert_eq!(exact("1.50000"), Exact(15_000), "zeros say nothing");
    }

    #[test]
    fn what_is_not_exactly_a_number_is_none() {
        for (text, why) in [
            ("", NotExact::NotANumber),
            ("-", NotExact::NotANumber),
            ("1.", NotExact::NotANumber),
            (".5", NotExact::NotANumber),
            ("1,5", NotExact::NotANumber),
            ("1e3", NotExact::NotANumber),
            ("+1", NotExact::NotANumber),
            (" 1", NotExact::NotANumber),
            ("0.00001", NotExact::TooManyDecimals),
            ("922337203685477.5808", NotExact::TooLarge),
        ] {
            assert_eq!(text.parse::<Exact>(), Err(why), "{text}");
        }
        assert_eq!(exact("922337203685477.5807"), Exact(i64::MAX));
        assert_eq!(exact("-922337203685477.5808"), Exact(i64::MIN));
    }

    #[test]
    fn it_is_shown_as_each_language_writes_it() {
        let total = exact("9747747.934");

        assert_eq!(total.shown(Lang::Id, 2), "9.747.747,934");
        assert_eq!(total.money("GBP"), "GBP 9,747,747.934");
        assert_eq!(exact("-75").money("IDR"), "−Rp75");
        assert_eq!(exact("2.5").money("GBP"), "GBP 2.50");
        assert_eq!(exact("0.0421").money("IDR"), "Rp0,0421");
    }

    #[test]
    fn rounding_is_named() {
        let money = |text: &str, rounding| exact(text).to_money("GBP", rounding).amount;

        assert_eq!(money("2.345", Rounding::HalfAwayFromZero), 235);
        assert_eq!(money("2.345", Rounding::HalfToEven), 234);
        assert_eq!(money("-2.345", Rounding::HalfAwayFromZero), -235);
        assert_eq!(money("2.3449", Rounding::HalfAwayFromZero), 234);
        assert_eq!(exact("1500000.5").to_money("IDR", Rounding::HalfToEven).amount, 1_500_000);
    }

    #[test]
    fn a_price_times_a_quantity_is_exact_while_it_can_be() {
        let half = Rounding::HalfAwayFromZero;

        assert_eq!(exact("0.001").times(exact("-80995"), half), Some(exact("-80.995")));
        assert_eq!(exact("0.0001").times(exact("0.5"), half), Some(exact("0.0001")));
        assert_eq!(Exact(i64::MAX).times(exact("2"), half), None);
    }

    proptest! {
        #[test]
        fn text_and_json_lose_nothing(number: i64) {
            let exact = Exact(number);
            let json = serde_json::to_string(&exact).unwrap();

            prop_assert_eq!(exact.to_string().parse(), Ok(exact));
            prop_assert_eq!(serde_json::from_str::<Exact>(&json).unwrap(), exact);
        }

        #[test]
        fn minor_units_come_back_whole(amount in -1_000_000_000_000_i64..1_000_000_000_000) {
            for currency in ["IDR", "GBP"] {
                let money = Money::new(amount, currency);
                let exact = Exact::of_money(&money).unwrap();

                prop_assert_eq!(exact.to_money(currency, Rounding::HalfToEven), money);
            }
        }

        #[test]
        fn rounding_moves_by_half_a_unit_at_most(number in -1_000_000_000_i64..1_000_000_000) {
            for rounding in [Rounding::HalfAwayFromZero, Rounding::HalfToEven] {
                let back = Exact::of_money(&Exact(number).to_money("GBP", rounding)).unwrap();

                prop_assert!((back.0 - number).abs() <= 50);
            }
        }
    }
}
