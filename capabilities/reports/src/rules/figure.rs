//! What is read off a row: a sum, or a ratio of sums. A figure keeps its parts, so that it can say
//! why it is what it is.

/// In what a figure is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    Count,
    /// In minor units of the row's currency.
    Money,
    /// In ten-thousandths of the row's currency, as the ledger keeps it; a mean of these is shown
    /// in minor units.
    Exact,
    /// Ten-thousandths of a piece.
    Quantity,
    /// Ten-thousandths of a currency over ten-thousandths of a piece.
    Price,
    /// Of a hundred.
    Percent,
    Days,
}

/// How a figure follows from the parts of a row, by their places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Formula {
    Sum(usize),
    /// A sum of hundredths: of amounts times percent.
    Hundredths(usize),
    /// One part of the sum of several.
    Ratio {
        part: usize,
        whole: &'static [usize],
    },
}

/// Something that a report says of each row.
#[derive(Clone, Copy, Debug)]
pub struct Measure {
    /// Stable: in addresses, in the API, and in the heads of files.
    pub word: &'static str,
    pub unit: Unit,
    pub formula: Formula,
}

/// A number with what it was made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Figure {
    Whole(i128),
    Ratio { part: i128, whole: i128 },
}

impl Measure {
    pub fn of(&self, parts: &[i128]) -> Figure {
        let at = |place: usize| parts.get(place).copied().unwrap_or(0);
        match self.formula {
            Formula::Sum(place) => Figure::Whole(at(place)),
            Formula::Hundredths(place) => Figure::Ratio { part: at(place), whole: 100 },
            Formula::Ratio { part, whole } => {
                Figure::Ratio { part: at(part), whole: whole.iter().map(|it| at(*it)).sum() }
            }
        }
    }

    /// The figure times this, rounded half away from zero; none of nothing. With 10,000 a share
    /// is in hundredths of a percent.
    pub fn times(&self, figure: Figure, factor: i128) -> Option<i128> {
        figure.scaled(factor, 1)
    }
}

impl Figure {
    /// The figure times one number and over another, rounded once, half away from zero; none of
    /// nothing.
    pub fn scaled(self, up: i128, down: i128) -> Option<i128> {
        match self {
            Self::Ratio { whole: 0, .. } => None,
            Self::Whole(number) if down == 1 => Some(number.saturating_mul(up)),
            Self::Whole(number) => Some(rounded(number.saturating_mul(up), down)),
            Self::Ratio { part, whole } => {
                Some(rounded(part.saturating_mul(up), whole.saturating_mul(down)))
            }
        }
    }

    /// Nothing was counted for it.
    pub const fn is_nothing(self) -> bool {
        matches!(self, Self::Whole(0) | Self::Ratio { whole: 0, .. })
    }

    /// By which rows are put in order.
    pub fn weight(self) -> i128 {
        match self {
            Self::Whole(number) => number,
            Self::Ratio { whole: 0, .. } => i128::MIN,
            Self::Ratio { part, whole } => rounded(part.saturating_mul(1_000_000), whole),
        }
    }
}

/// Half away from zero, as people round.
fn rounded(part: i128, whole: i128) -> i128 {
    let (part, whole) = if whole < 0 { (-part, -whole) } else { (part, whole) };
    let half = whole / 2;
    if part < 0 { -((-part + half) / whole) } else { (part + half) / whole }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const RATE: Measure = Measure {
        word: "win_rate",
        unit: Unit::Percent,
        formula: Formula::Ratio { part: 0, whole: &[0, 1] },
    };

    /// CRM Sales Opportunities, Maven Analytics: 4,238 won and 2,473 lost are 63.15 %.
    #[test]
    fn a_rate_is_what_a_pocket_calculator_says() {
        let figure = RATE.of(&[4_238, 2_473]);

        assert_eq!(figure, Figure::Ratio { part: 4_238, whole: 6_711 });
        assert_eq!(RATE.times(figure, 10_000), Some(6_315));
        assert_eq!(RATE.times(RATE.of(&[0, 0]), 10_000), None);
    }

    #[test]
    fn hundredths_are_rounded_once_when_they_are_read() {
        let weighted = Measure { unit: Unit::Money, formula: Formula::Hundredths(0), ..RATE };

        // 33 % of 1 and 33 % of 1 are 0.66, and not twice nothing.
        assert_eq!(weighted.times(weighted.of(&[33 + 33]), 1), Some(1));
        assert_eq!(weighted.times(weighted.of(&[0]), 1), Some(0));
        assert_eq!(weighted.of(&[250]).scaled(1, 2), Some(1));
    }

    #[test]
    fn halves_go_away_from_zero() {
        for (part, whole, expected) in
            [(1, 2, 1), (-1, 2, -1), (3, 2, 2), (-3, 2, -2), (1, -2, -1), (1, 3, 0), (2, 3, 1)]
        {
            assert_eq!(rounded(part, whole), expected, "{part}/{whole}");
        }
    }

    proptest! {
        #[test]
        fn a_share_is_between_nothing_and_all(won in 0..1_000_000_i128, lost in 0..1_000_000_i128) {
            let share = RATE.times(RATE.of(&[won, lost]), 10_000);

            prop_assert!(share.is_none_or(|it| (0..=10_000).contains(&it)));
        }
    }
}
