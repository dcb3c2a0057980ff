//! What deals are worth: lines, sums and weights, exact until they are rounded once.

use kernel::Lang;

use super::{LARGEST_AMOUNT, PipelineRefused};

/// How many decimals of a quantity are kept.
const DECIMALS: usize = 3;
const ONE: i64 = 1_000;

/// How much of something, in thousandths of its unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quantity(pub i64);

/// Something of a deal: so much of a product, at so much for one in minor units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    pub quantity: Quantity,
    pub price: i64,
}

impl Line {
    /// Rounded half up to the minor unit, line by line, as an invoice will say it.
    pub fn amount(self) -> Option<i64> {
        let exact = i128::from(self.quantity.0) * i128::from(self.price);
        let rounded = (exact + i128::from(ONE) / 2).div_euclid(i128::from(ONE));
        i64::try_from(rounded).ok().filter(|it| (0..=LARGEST_AMOUNT).contains(it))
    }
}

/// What these lines are worth together.
pub fn sum(lines: &[Line]) -> Result<i64, PipelineRefused> {
    let mut sum = 0_i64;
    for line in lines {
        sum = line.amount().and_then(|it| sum.checked_add(it)).ok_or(PipelineRefused::NoAmount)?;
    }
    if sum <= LARGEST_AMOUNT { Ok(sum) } else { Err(PipelineRefused::NoAmount) }
}

/// The place of the line that makes most of a deal: the first of those that are worth most.
pub fn most_of(lines: &[Line]) -> Option<usize> {
    let worth = |it: &(usize, &Line)| (it.1.amount(), std::cmp::Reverse(it.0));
    lines.iter().enumerate().max_by_key(worth).map(|it| it.0)
}

/// What a deal is worth: its lines if it has any, otherwise what somebody said.
pub fn settled(lines: &[Line], said: Option<i64>) -> Result<Option<i64>, PipelineRefused> {
    if lines.is_empty() {
        let fits = said.is_none_or(|it| (0..=LARGEST_AMOUNT).contains(&it));
        return if fits { Ok(said) } else { Err(PipelineRefused::NoAmount) };
    }
    let sum = sum(lines)?;
    match said {
        Some(other) if other != sum => Err(PipelineRefused::AmountOfLines),
        _ => Ok(Some(sum)),
    }
}

/// Deals of one stage: what they are worth together, and how likely each is, in percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    pub amount: i128,
    pub probability: i32,
}

/// What deals are worth by their likelihood: exact over all parts, and rounded once at the end,
/// half up to the minor unit.
pub fn weighted(parts: impl IntoIterator<Item = Part>) -> i64 {
    let hundredths: i128 = parts.into_iter().map(|it| it.amount * i128::from(it.probability)).sum();
    i64::try_from((hundredths + 50).div_euclid(100)).unwrap_or(i64::MAX)
}

impl Quantity {
    pub const ONE: Self = Self(ONE);

    /// As people write it: `2,5` and `1.000` in Indonesian, `2.5` and `1,000` in English.
    pub fn typed(text: &str, lang: Lang) -> Option<Self> {
        let (group, point) = match lang {
            Lang::Id => ('.', ','),
            Lang::En => (',', '.'),
        };
        let (whole, rest) = text.trim().split_once(point).unwrap_or((text.trim(), ""));
        let mut groups = whole.split(group);
        let first = groups.next()?;
        let grouped = whole.contains(group);
        let fits = |it: &str| it.len() == 3 && it.bytes().all(|it| it.is_ascii_digit());
        if grouped && (3 < first.len() || !groups.all(fits)) {
            return None;
        }
        Self::plain(&format!("{}.{rest}", whole.replace(group, "")))
    }

    /// As programs write it: `2.5`.
    pub fn plain(text: &str) -> Option<Self> {
        let (whole, rest) = text.split_once('.').unwrap_or((text, ""));
        let digits = |it: &str| it.bytes().all(|it| it.is_ascii_digit());
        if whole.is_empty() || 9 < whole.len() || !digits(whole) {
            return None;
        }
        if DECIMALS < rest.len() || !digits(rest) {
            return None;
        }
        let thousandths: i64 = format!("{whole}{rest:0<DECIMALS$}").parse().ok()?;
        (0 < thousandths).then_some(Self(thousandths))
    }

    /// As programs read it.
    pub fn as_plain(self) -> String {
        self.written('.')
    }

    /// As people read it, and as they may type it again.
    pub fn shown(self, lang: Lang) -> String {
        match lang {
            Lang::Id => self.written(','),
            Lang::En => self.written('.'),
        }
    }

    fn written(self, point: char) -> String {
        let (whole, rest) = (self.0 / ONE, self.0 % ONE);
        if rest == 0 {
            return whole.to_string();
        }
        let rest = format!("{rest:0DECIMALS$}");
        format!("{whole}{point}{}", rest.trim_end_matches('0'))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn line(quantity: i64, price: i64) -> Line {
        Line { quantity: Quantity(quantity), price }
    }

    #[test]
    fn lines_are_rounded_one_by_one() {
        assert_eq!(line(2_500, 55_000).amount(), Some(137_500));
        assert_eq!(line(333, 1).amount(), Some(0));
        assert_eq!(line(500, 1).amount(), Some(1), "a half goes up");
        assert_eq!(sum(&[line(500, 1), line(500, 1)]), Ok(2));
        assert_eq!(line(i64::MAX, i64::MAX).amount(), None);
    }

    #[test]
    fn lines_say_what_a_deal_is_worth() {
        assert_eq!(settled(&[], None), Ok(None));
        assert_eq!(settled(&[], Some(7)), Ok(Some(7)));
        assert_eq!(settled(&[], Some(-7)), Err(PipelineRefused::NoAmount));
        assert_eq!(settled(&[line(2_000, 5)], None), Ok(Some(10)));
        assert_eq!(settled(&[line(2_000, 5)], Some(10)), Ok(Some(10)));
        assert_eq!(settled(&[line(2_000, 5)], Some(11)), Err(PipelineRefused::AmountOfLines));
    }

    #[test]
    fn weights_are_rounded_once() {
        let part = |amount, probability| Part { amount, probability };

        assert_eq!(weighted([part(1, 25), part(1, 25)]), 1, "a quarter twice is a half");
        assert_eq!(weighted([part(1_500_000, 75), part(200_000, 10)]), 1_145_000);
        assert_eq!(weighted([]), 0);
        // As many deals of the greatest amount as there are.
        let all = i128::from(LARGEST_AMOUNT) * 9_000;
        assert_eq!(weighted([part(all, 90)]), 8_100_000_000_000_000_000);
    }

    #[test]
    fn a_quantity_is_read_as_its_language_writes_it() {
        for (text, lang, read) in [
            ("2,5", Lang::Id, Some(2_500)),
            ("1.000", Lang::Id, Some(1_000_000)),
            ("1.000", Lang::En, Some(1_000)),
            ("1,000", Lang::En, Some(1_000_000)),
            ("1.5", Lang::Id, None),
            ("1234.567", Lang::Id, None),
            ("0,125", Lang::Id, Some(125)),
            ("0,0001", Lang::Id, None),
            ("0", Lang::Id, None),
            ("-3", Lang::Id, None),
            ("", Lang::En, None),
            ("tiga", Lang::Id, None),
        ] {
            assert_eq!(Quantity::typed(text, lang), read.map(Quantity), "{text} {lang:?}");
        }
    }

    proptest! {
        #[test]
        fn a_quantity_survives_writing(thousandths in 1..999_999_999_999_i64) {
            let quantity = Quantity(thousandths);

            prop_assert_eq!(Quantity::plain(&quantity.as_plain()), Some(quantity));
            for lang in [Lang::Id, Lang::En] {
                prop_assert_eq!(Quantity::typed(&quantity.shown(lang), lang), Some(quantity));
            }
        }

        #[test]
        fn nothing_typed_breaks_the_reading(text in ".{0,30}") {
            let _ = (Quantity::plain(&text), Quantity::typed(&text, Lang::Id));
        }

        #[test]
        fn a_deal_is_worth_the_sum_of_its_lines(
            lines in proptest::collection::vec((1..10_000_000_i64, 0..10_000_000_i64), 1..40),
        ) {
            let lines: Vec<Line> = lines.iter().map(|it| line(it.0, it.1)).collect();
            let one_by_one: i64 = lines.iter().filter_map(|it| it.amount()).sum();

            prop_assert_eq!(settled(&lines, None), Ok(Some(one_by_one)));
        }

        #[test]
        fn a_weight_lies_between_nothing_and_the_whole(
            parts in proptest::collection::vec((0..1_000_000_000_000_i64, 0..=100_i32), 0..40),
        ) {
            let whole: i64 = parts.iter().map(|it| it.0).sum();
            let parts = parts.iter().map(|it| Part {
                amount: i128::from(it.0),
                probability: it.1,
            });
            let weighted = weighted(parts);

            prop_assert!((0..=whole).contains(&weighted));
        }
    }
}
