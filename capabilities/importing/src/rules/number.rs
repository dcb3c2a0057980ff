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

/// The number times ten to the power of `scale`, without rounding.
pub fn scaled(text: &str, mark: DecimalMark, scale: u32) -> Result<i64, NumberFault> {
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
    let decimals = decimals.trim_end_matches('0');
    let missing =
        (scale as usize).checked_sub(decimals.len()).ok_or(NumberFault::TooManyDecimals)?;
    let digits = format!("{whole}{decimals}{}", "0".repeat(missing));
    let number: i64 = digits.parse().map_err(|_| NumberFault::TooLarge)?;
    Ok(if is_negative { -number } else { number })
}

/// Digits without the marks between their groups of three.
fn ungrouped(whole: &str, group: char) -> Result<String, NumberFault> {
    let mut groups = whole.split([group, ' ', '\u{a0}', '\u{202f}']);
    let mut digits = groups.next().unwrap_or_default().to_owned();
    let first_length = digits.len();
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
        && (!is_grouped || (1..=3).contains(&first_length));
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
            "1234,567",
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

    proptest! {
        #[test]
        fn a_written_amount_comes_back(amount in 0..i64::MAX) {
            let text = format!("{}.{:02}", amount / 100, amount % 100);

            prop_assert_eq!(scaled(&text, DecimalMark::Point, 2), Ok(amount));
            prop_assert_eq!(scaled(&text.replace('.', ","), DecimalMark::Comma, 2), Ok(amount));
        }
    }
}
