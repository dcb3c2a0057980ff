//! Why a value is beyond the limits of its field, and why limits make no sense, in words.

use kernel::money::Money;
use kernel::{Day, Exact, Lang, Refusal};

use super::LONGEST_HELP;
use super::bound::MOST_DAYS;
use super::limits::{MOST_DECIMALS, decimals_said};
use super::pattern::LONGEST_PATTERN;
use crate::rules::LONGEST_LINE;
use crate::words::Words;

/// From what to what something may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Allowed {
    Numbers(Option<Exact>, Option<Exact>),
    Amounts(Option<Money>, Option<Money>),
    /// In characters.
    Lengths(Option<u32>, Option<u32>),
    Days(Option<Day>, Option<Day>),
}

impl Allowed {
    /// As the reader writes numbers and days; empty where all is allowed.
    pub fn shown(&self, lang: Lang) -> String {
        let w = Words::of(lang);
        match self {
            Self::Numbers(from, to) => {
                let shown = |it: Exact| it.shown(lang, 0);
                between(w, from.map(shown), to.map(shown))
            }
            Self::Amounts(from, to) => {
                let shown = |it: &Money| it.to_string();
                between(w, from.as_ref().map(shown), to.as_ref().map(shown))
            }
            Self::Lengths(from, to) => match (from, to) {
                (Some(from), Some(to)) if from == to => w.limit_length(i64::from(*from)),
                (Some(from), Some(to)) => w.limit_lengths(from, to),
                (Some(from), None) => w.limit_length_from(i64::from(*from)),
                (None, Some(to)) => w.limit_length_to(i64::from(*to)),
                (None, None) => String::new(),
            },
            Self::Days(from, to) => {
                match (from.map(|it| lang.day(it)), to.map(|it| lang.day(it))) {
                    (Some(from), None) => w.limit_day_from(from),
                    (None, Some(to)) => w.limit_day_to(to),
                    (from, to) => between(w, from, to),
                }
            }
        }
    }
}

fn between(w: Words, from: Option<String>, to: Option<String>) -> String {
    match (from, to) {
        (Some(from), Some(to)) if from == to => w.limit_exactly(from),
        (Some(from), Some(to)) => w.limit_between(from, to),
        (Some(from), None) => w.limit_from(from),
        (None, Some(to)) => w.limit_to(to),
        (None, None) => String::new(),
    }
}

/// How a value is beyond the limits of its field, with what is allowed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Beyond {
    Below(Allowed),
    Above(Allowed),
    /// A number has at most so many decimals.
    Decimals(u32),
    /// Amounts can only be compared in the currency of the limits.
    Currency(String),
    /// With what is wanted in the company's words, or else with an example.
    Pattern {
        hint_id: String,
        hint_en: String,
        example: String,
    },
}

impl Beyond {
    /// Stable, for programs.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Below(Allowed::Numbers(..) | Allowed::Amounts(..)) => "accounts.custom_too_small",
            Self::Below(Allowed::Lengths(..)) => "accounts.custom_too_short",
            Self::Below(Allowed::Days(..)) => "accounts.custom_too_early",
            Self::Above(Allowed::Numbers(..) | Allowed::Amounts(..)) => "accounts.custom_too_large",
            Self::Above(Allowed::Lengths(..)) => "accounts.custom_too_long",
            Self::Above(Allowed::Days(..)) => "accounts.custom_too_late",
            Self::Decimals(_) => "accounts.custom_decimals",
            Self::Currency(_) => "accounts.custom_currency",
            Self::Pattern { .. } => "accounts.custom_pattern",
        }
    }

    /// What is wrong, and what is allowed.
    pub fn sentence(&self, lang: Lang) -> String {
        let w = Words::of(lang);
        match self {
            Self::Below(allowed) => {
                let shown = allowed.shown(lang);
                match allowed {
                    Allowed::Numbers(..) | Allowed::Amounts(..) => w.refused_limit_small(shown),
                    Allowed::Lengths(..) => w.refused_limit_short(shown),
                    Allowed::Days(..) => w.refused_limit_early(shown),
                }
            }
            Self::Above(allowed) => {
                let shown = allowed.shown(lang);
                match allowed {
                    Allowed::Numbers(..) | Allowed::Amounts(..) => w.refused_limit_large(shown),
                    Allowed::Lengths(..) => w.refused_limit_long(shown),
                    Allowed::Days(..) => w.refused_limit_late(shown),
                }
            }
            Self::Decimals(decimals) => w.refused_limit_decimals(decimals_said(*decimals, w)),
            Self::Currency(currency) => w.refused_limit_currency(currency),
            Self::Pattern { hint_id, hint_en, example } => {
                let hint = match lang {
                    Lang::Id => hint_id,
                    Lang::En => hint_en,
                };
                let wanted = if hint.is_empty() { w.limit_like(example) } else { hint.clone() };
                w.refused_limit_pattern(wanted)
            }
        }
    }
}

/// Why limits make no sense; each is told of the input that it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LimitsRefused {
    #[error("no limit of this kind: `{0}`")]
    Unsuitable(&'static str),
    #[error("nothing lies between the limits: `{0}`")]
    Turned(&'static str),
    #[error("no number in `{0}`")]
    NoNumber(&'static str),
    #[error("no number of decimals")]
    NoDecimals,
    #[error("no amount in `{0}`")]
    NoAmount(&'static str),
    #[error("two currencies")]
    Currencies,
    #[error("no length in `{0}`")]
    NoLength(&'static str),
    #[error("no pattern")]
    NoPattern,
    #[error("nothing fits pattern and length")]
    NeverFits,
    #[error("too long a hint in `{0}`")]
    LongHint(&'static str),
    #[error("no day in `{0}`")]
    NoDay(&'static str),
    #[error("no number of days in `{0}`")]
    NoDays(&'static str),
    #[error("a fixed day and one that moves in `{0}`")]
    TwoDays(&'static str),
}

impl Refusal for LimitsRefused {
    fn code(&self) -> &'static str {
        match self {
            Self::Unsuitable(_) => "accounts.limit_unsuitable",
            Self::Turned(_) => "accounts.limit_turned",
            Self::NoNumber(_) => "accounts.limit_no_number",
            Self::NoDecimals => "accounts.limit_no_decimals",
            Self::NoAmount(_) => "accounts.limit_no_amount",
            Self::Currencies => "accounts.limit_currencies",
            Self::NoLength(_) => "accounts.limit_no_length",
            Self::NoPattern => "accounts.limit_no_pattern",
            Self::NeverFits => "accounts.limit_never_fits",
            Self::LongHint(_) => "accounts.limit_long_hint",
            Self::NoDay(_) => "accounts.limit_no_day",
            Self::NoDays(_) => "accounts.limit_no_days",
            Self::TwoDays(_) => "accounts.limit_two_days",
        }
    }

    fn field(&self) -> Option<&str> {
        let input: &str = match self {
            Self::Unsuitable(input)
            | Self::Turned(input)
            | Self::NoNumber(input)
            | Self::NoAmount(input)
            | Self::NoLength(input)
            | Self::LongHint(input)
            | Self::NoDay(input)
            | Self::NoDays(input)
            | Self::TwoDays(input) => input,
            Self::NoDecimals => "decimals",
            Self::Currencies => "largest_amount",
            Self::NoPattern | Self::NeverFits => "pattern",
        };
        Some(input)
    }

    fn sentence(&self, lang: Lang) -> String {
        let w = Words::of(lang);
        match self {
            Self::NoDecimals => return w.refused_limit_no_decimals(i64::from(MOST_DECIMALS)),
            Self::NoLength(_) => return w.refused_limit_length(count(LONGEST_LINE)),
            Self::NoPattern => return w.refused_limit_no_pattern(count(LONGEST_PATTERN)),
            Self::LongHint(_) => return w.refused_too_long(count(LONGEST_HELP)),
            Self::NoDays(_) => return w.refused_limit_days(lang.number(i64::from(MOST_DAYS))),
            Self::Unsuitable(_) => w.refused_limit_unsuitable(),
            Self::Turned(_) => w.refused_limit_turned(),
            Self::NoNumber(_) => w.refused_custom_number(),
            Self::NoAmount(_) => w.refused_no_amount(),
            Self::Currencies => w.refused_limit_currencies(),
            Self::NeverFits => w.refused_limit_never_fits(),
            Self::NoDay(_) => w.refused_no_day(),
            Self::TwoDays(_) => w.refused_limit_two_days(),
        }
        .to_owned()
    }
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
