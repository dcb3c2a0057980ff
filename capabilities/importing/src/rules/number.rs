//! Numbers as people write them in tables, read exactly.

use serde::{Deserialize, Serialize};

/// The mark before the decimals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum DecimalMark {
    /// 1,234.50
    #[default]
    #[serde(rename = ".")]
    Point,
    /// 1.234,50
    #[serde(rename = ",")]
    Comma,
}

impl DecimalMark {
    /// As the country writes whose currency this is; none where several write differently, or
    /// where it is not known.
    pub fn of_currency(code: &str) -> Option<Self> {
        match code {
            "IDR" | "VND" | "BRL" | "ARS" | "CLP" | "COP" | "TRY" | "DKK" | "NOK" | "SEK"
            | "PLN" | "CZK" | "HUF" | "RON" | "BGN" | "RUB" | "UAH" | "ISK" => Some(Self::Comma),
            "USD" | "GBP" | "AUD" | "NZD" | "SGD" | "MYR" | "THB" | "PHP" | "HKD" | "TWD"
            | "CNY" | "JPY" | "KRW" | "INR" | "PKR" | "LKR" | "BDT" | "MXN" | "ILS" | "AED"
            | "SAR" | "KES" | "NGN" => Some(Self::Point),
            _ => None,
        }
    }
}

/// What a number says about the mark before decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkTold {
    /// With the other one it is no number.
    Only(DecimalMark),
    /// It is one number with a point and another one with a comma, such as `150.000`.
    Either,
}

/// Why a text is no such number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberFault {
    NotANumber,
    /// More decimals than are kept; rounding is not ours to do.
    TooManyDecimals,
    TooLarge,
}

/// Whether spreadsheets read this as a number: a sign, digits, marks between them.
pub fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    digits.starts_with(|letter: char| letter.is_ascii_digit())
        && digits.ends_with(|letter: char| letter.is_ascii_digit())
        && digits.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, '.' | ','))
}

/// What a text says about the mark before decimals, as [`scaled`] reads it; nothing if it is read
/// alike with both, or with neither.
pub fn mark_told(text: &str) -> Option<MarkTold> {
    if !text.contains(['.', ',']) {
        return None;
    }
    match (parts(text, DecimalMark::Point), parts(text, DecimalMark::Comma)) {
        (Ok(_), Err(_)) => Some(MarkTold::Only(DecimalMark::Point)),
        (Err(_), Ok(_)) => Some(MarkTold::Only(DecimalMark::Comma)),
        (Ok(one), Ok(other)) if one != other => Some(MarkTold::Either),
        _ => None,
    }
}

/// The number times ten to the power of `scale`, without rounding.
pub fn scaled(text: &str, mark: DecimalMark, scale: u32) -> Result<i64, NumberFault> {
    let (is_negative, whole, decimals) = parts(text, mark)?;
    let missing =
        (scale as usize).checked_sub(decimals.len()).ok_or(NumberFault::TooManyDecimals)?;
    let digits = format!("{whole}{decimals}{}", "0".repeat(missing));
    let number: i64 = digits.parse().map_err(|_| NumberFault::TooLarge)?;
    Ok(if is_negative { -number } else { number })
}

/// Whether it is below zero, its whole part, and its decimals without zeros behind them.
fn parts(text: &str, mark: DecimalMark) -> Result<(bool, String, &str), NumberFault> {
    let (is_negative, text) = match text.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (point, group) = match mark {
        DecimalMark::Point => ('.', ','),
        DecimalMark::Comma => (',', '.'),
    };
    let (whole, decimals) = text.split_once(point).unwrap_or((text, ""));
    let whole = ungrouped(whole, group)?;
    if !decimals.chars().all(|letter| letter.is_ascii_digit()) || text.ends_with(point) {
        return Err(NumberFault::NotANumber);
    }
    Ok((is_negative, whole, decimals.trim_end_matches('0')))
}

/// Digits without the marks between their groups of three. No group is before a zero: `0.125` is
/// not 125.
fn ungrouped(whole: &str, group: char) -> Result<String, NumberFault> {
    let mut groups = whole.split([group, ' ', '\u{a0}', '\u{202f}']);
    let mut digits = groups.next().unwrap_or_default().to_owned();
    let first_length = digits.len();
    let begins_with_zero = digits.starts_with('0');
    let mut is_grouped = false;
    for next in groups {
        if next.len() != 3 {
            return Err(NumberFault::NotANumber);
        }
        is_grouped = true;
        digits.push_str(next);
    }
    let is_well_formed = !digits.is_empty()
        && digits.chars().all(|letter| letter.is_ascii_digit())
        && (!is_grouped || (!begins_with_zero && (1..=3).contains(&first_length)));
    is_well_formed.then_some(digits).ok_or(NumberFault::NotANumber)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_are_read_exactly() {
        assert_eq!(scaled("1100.04", DecimalMark::Point, 8), Ok(110_004_000_000));
        assert_eq!(scaled("4,821", DecimalMark::Point, 2), Ok(482_100));
        assert_eq!(scaled("1.234.567,5", DecimalMark::Comma, 2), Ok(123_456_750));
        assert_eq!(scaled("17850.0", DecimalMark::Point, 0), Ok(17_850));
        assert_eq!(scaled("-5", DecimalMark::Point, 0), Ok(-5));
        assert_eq!(scaled("1 234", DecimalMark::Comma, 0), Ok(1_234));
    }

    #[test]
    fn what_could_be_two_numbers_is_none() {
        for text in [
            "", "-", ".", "1,5", "1,23,456", "1.2.3", "12a", "1e5", "0x10", "1.", ",123", "NaN",
            "1234,567", "0,125", "012,345",
        ] {
            assert_eq!(scaled(text, DecimalMark::Point, 2), Err(NumberFault::NotANumber), "{text}");
        }
    }

    #[test]
    fn nothing_is_rounded_and_nothing_overflows() {
        assert_eq!(scaled("1.005", DecimalMark::Point, 2), Err(NumberFault::TooManyDecimals));
        assert_eq!(
            scaled("92233720368547758.08", DecimalMark::Point, 2),
            Err(NumberFault::TooLarge)
        );
    }

    #[test]
    fn a_number_tells_the_mark_before_decimals_or_leaves_it_open() {
        let (point, comma) =
            (MarkTold::Only(DecimalMark::Point), MarkTold::Only(DecimalMark::Comma));
        for (text, told) in [
            ("150.000", Some(MarkTold::Either)),
            ("-1,234", Some(MarkTold::Either)),
            ("15.505", Some(MarkTold::Either)),
            ("1 234,567", Some(MarkTold::Either)),
            ("1.234.567", Some(comma)),
            ("1.234,50", Some(comma)),
            ("12,5", Some(comma)),
            ("0,125", Some(comma)),
            ("1,234.50", Some(point)),
            ("1234.567", Some(point)),
            ("1.5000", Some(point)),
            ("1234", None),
            ("1.2.3", None),
            ("Toko, Maju", None),
        ] {
            assert_eq!(mark_told(text), told, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_read_in_two_ways_is_never_told_as_one(
            text in "-?[0-9]{1,4}([.,][0-9]{1,4}){0,3}",
        ) {
            let read = |mark| scaled(&text, mark, 4).ok();
            let (point, comma) = (read(DecimalMark::Point), read(DecimalMark::Comma));

            if point.is_some() && comma.is_some() && point != comma {
                prop_assert_eq!(mark_told(&text), Some(MarkTold::Either));
            }
        }

        #[test]
        fn a_written_amount_comes_back(amount in 0..i64::MAX) {
            let text = format!("{}.{:02}", amount / 100, amount % 100);

            prop_assert_eq!(scaled(&text, DecimalMark::Point, 2), Ok(amount));
            prop_assert_eq!(scaled(&text.replace('.', ","), DecimalMark::Comma, 2), Ok(amount));
        }
    }
}
