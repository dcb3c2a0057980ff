//! What is refused of targets and forecasts, and in which words.

use kernel::{Lang, Refusal};

use super::{LONGEST_TEXT, MOST_GROWTH, MOST_PASTED};
use crate::words::Words;

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ForecastRefused {
    #[error("no period")]
    NoPeriod,
    #[error("no amount")]
    NoAmount,
    #[error("no currency")]
    NoCurrency,
    #[error("no growth")]
    NoGrowth,
    #[error("too long")]
    TooLong { field: &'static str },
    #[error("no reason")]
    NoReason,
    #[error("nothing pasted")]
    NothingPasted,
    #[error("too many lines")]
    TooManyLines,
    #[error("line {line} cannot be read")]
    NoLine { line: usize },
    #[error("nobody called {who} in line {line}")]
    NobodyCalled { line: usize, who: String },
    #[error("the target of {month} is locked")]
    Locked { month: String },
    #[error("one's own target")]
    OwnTarget,
    #[error("one's own forecast")]
    OwnForecast,
    #[error("it does not wait")]
    NotWaiting,
    #[error("an answer is awaited")]
    Waiting,
    #[error("changed meanwhile by {by}")]
    Stale { by: String },
    #[error("the period is over")]
    Over,
    #[error("nothing to copy")]
    NothingToCopy,
}

impl Refusal for ForecastRefused {
    fn code(&self) -> &'static str {
        match self {
            Self::NoPeriod => "forecast.no_period",
            Self::NoAmount => "forecast.no_amount",
            Self::NoCurrency => "forecast.no_currency",
            Self::NoGrowth => "forecast.no_growth",
            Self::TooLong { .. } => "forecast.too_long",
            Self::NoReason => "forecast.no_reason",
            Self::NothingPasted => "forecast.nothing_pasted",
            Self::TooManyLines => "forecast.too_many_lines",
            Self::NoLine { .. } => "forecast.no_line",
            Self::NobodyCalled { .. } => "forecast.nobody_called",
            Self::Locked { .. } => "forecast.locked",
            Self::OwnTarget => "forecast.own_target",
            Self::OwnForecast => "forecast.own_forecast",
            Self::NotWaiting => "forecast.not_waiting",
            Self::Waiting => "forecast.waiting",
            Self::Stale { .. } => "forecast.stale",
            Self::Over => "forecast.over",
            Self::NothingToCopy => "forecast.nothing_to_copy",
        }
    }

    fn field(&self) -> Option<&str> {
        match self {
            Self::NoPeriod => Some("period"),
            Self::NoAmount => Some("amount"),
            Self::NoCurrency => Some("currency"),
            Self::NoGrowth => Some("growth"),
            Self::TooLong { field } => Some(field),
            Self::NoReason => Some("why"),
            Self::NothingPasted
            | Self::TooManyLines
            | Self::NoLine { .. }
            | Self::NobodyCalled { .. } => Some("pasted"),
            Self::Locked { .. }
            | Self::OwnTarget
            | Self::OwnForecast
            | Self::NotWaiting
            | Self::Waiting
            | Self::Stale { .. }
            | Self::Over
            | Self::NothingToCopy => None,
        }
    }

    fn sentence(&self, lang: Lang) -> String {
        let w = Words::of(lang);
        match self {
            Self::NoPeriod => w.refused_no_period(),
            Self::NoAmount => w.refused_no_amount(),
            Self::NoCurrency => w.refused_no_currency(),
            Self::NoGrowth => return w.refused_no_growth(MOST_GROWTH),
            Self::TooLong { .. } => return w.refused_too_long(count(LONGEST_TEXT)),
            Self::NoReason => w.refused_no_reason(),
            Self::NothingPasted => w.refused_nothing_pasted(),
            Self::TooManyLines => return w.refused_too_many_lines(count(MOST_PASTED)),
            Self::NoLine { line } => return w.refused_no_line(count(*line)),
            Self::NobodyCalled { line, who } => return w.refused_nobody_called(count(*line), who),
            Self::Locked { month } => return w.refused_locked(lang.month(month)),
            Self::OwnTarget => w.refused_own_target(),
            Self::OwnForecast => w.refused_own_forecast(),
            Self::NotWaiting => w.refused_not_waiting(),
            Self::Waiting => w.refused_waiting(),
            Self::Stale { by } if by.is_empty() => w.refused_stale(),
            Self::Stale { by } => return w.refused_stale_by(by),
            Self::Over => w.refused_over(),
            Self::NothingToCopy => w.refused_nothing_to_copy(),
        }
        .to_owned()
    }
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
