//! Figures as people read them.

use kernel::Lang;
use kernel::money::Money;
use pipeline::ForecastCategory;

use crate::rules::Period;
use crate::rules::deciding::{ForecastState, Scope};
use crate::rules::figures::{ByCurrency, Figures, Pace};
use crate::target::TargetMeasure;
use crate::words::Words;

impl Words {
    pub fn period(self, period: Period) -> String {
        match period {
            Period::Month { .. } => self.0.month(&period.to_string()),
            Period::Quarter { year, quarter } => {
                self.quarter_of(quarter.to_string(), year.to_string())
            }
            Period::Year { year } => year.to_string(),
        }
    }

    /// A period as it is kept.
    pub fn period_word(self, word: &str) -> String {
        word.parse().map_or_else(|_| word.to_owned(), |it| self.period(it))
    }

    pub fn state(self, state: ForecastState) -> &'static str {
        match state {
            ForecastState::Submitted => self.state_submitted(),
            ForecastState::Returned => self.state_returned(),
            ForecastState::Approved => self.state_approved(),
            ForecastState::Withdrawn => self.state_withdrawn(),
            ForecastState::Kept => self.state_kept(),
        }
    }

    pub fn scope(self, scope: Scope) -> &'static str {
        match scope {
            Scope::Own => self.scope_own(),
            Scope::Team => self.scope_team(),
        }
    }

    pub fn pace(self, pace: Pace) -> &'static str {
        match pace {
            Pace::OnTrack => self.pace_on_track(),
            Pace::AtRisk => self.pace_at_risk(),
            Pace::Behind => self.pace_behind(),
            Pace::NoTarget => self.pace_no_target(),
        }
    }

    pub fn measure(self, measure: TargetMeasure) -> &'static str {
        match measure {
            TargetMeasure::WonValue => self.measure_won_value(),
            TargetMeasure::WonDeals => self.measure_won_deals(),
        }
    }

    pub fn category(self, category: ForecastCategory) -> &'static str {
        category.label(self.0)
    }
}

impl ForecastState {
    /// How a badge shows it.
    pub fn look(self) -> &'static str {
        match self {
            Self::Submitted => "waits",
            Self::Returned => "warn",
            Self::Approved => "good",
            Self::Withdrawn | Self::Kept => "off",
        }
    }
}

impl Pace {
    pub fn look(self) -> &'static str {
        match self {
            Self::OnTrack => "good",
            Self::AtRisk => "warn",
            Self::Behind => "bad",
            Self::NoTarget => "off",
        }
    }
}

/// The figures of one currency, in words.
#[derive(Clone, Debug)]
pub struct Shown {
    pub currency: String,
    pub target: String,
    pub won: String,
    pub commit: String,
    pub best_case: String,
    pub pipeline: String,
    pub weighted: String,
    pub gap: String,
    /// Won of the target.
    pub attained: String,
    pub expected: String,
    pub called: String,
    pub adjusted: String,
    pub pace: Pace,
    /// Where won, commit and best case end in a picture of a thousand, and where the target stands.
    pub ends: [i64; 3],
    pub mark: Option<i64>,
}

/// Figures as they are shown, each currency apart.
pub fn shown(by: &ByCurrency, elapsed: (i64, i64), lang: Lang) -> Vec<Shown> {
    by.iter().map(|(currency, it)| show(currency, it, elapsed, lang)).collect()
}

fn show(currency: &str, it: &Figures, elapsed: (i64, i64), lang: Lang) -> Shown {
    let money = |amount: i64| Money::new(amount, currency).to_string();
    let perhaps = |amount: Option<i64>| amount.map(money).unwrap_or_default();
    let sure = it.sure();
    let hoped = sure.saturating_add(it.best_case);
    let most = hoped.max(it.target.unwrap_or(0)).max(1);
    let place = |amount: i64| {
        i64::try_from(i128::from(amount.max(0)) * 1_000 / i128::from(most)).unwrap_or(0)
    };
    Shown {
        currency: currency.to_owned(),
        target: perhaps(it.target),
        won: money(it.won),
        commit: money(it.commit),
        best_case: money(it.best_case),
        pipeline: money(it.pipeline),
        weighted: money(it.weighted_amount()),
        gap: perhaps(it.gap()),
        attained: it.attained().map(|it| format!("{}%", lang.number(it))).unwrap_or_default(),
        expected: money(it.expected()),
        called: perhaps(it.called),
        adjusted: perhaps(it.adjusted),
        pace: it.pace(elapsed),
        ends: [place(it.won), place(sure), place(hoped)],
        mark: it.target.map(place),
    }
}

/// So much money, as it may be typed again.
pub fn typed(amount: i64, currency: &str) -> String {
    let decimals = if currency.is_empty() { 0 } else { Money::decimals(currency) };
    let scale = 10_i64.pow(decimals);
    let (group, point) = if currency == "IDR" { ('.', ',') } else { (',', '.') };
    let whole = kernel::money::grouped((amount / scale).unsigned_abs(), group);
    if decimals == 0 {
        return whole;
    }
    format!("{whole}{point}{:0width$}", (amount % scale).abs(), width = decimals as usize)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::rules::pasted::amount_of;

    proptest! {
        #[test]
        fn an_amount_can_be_typed_again(amount in 0..1_000_000_000_000_000_i64) {
            for (currency, decimals) in [("IDR", 0), ("USD", 2), ("", 0)] {
                prop_assert_eq!(amount_of(&typed(amount, currency), decimals), Some(amount));
            }
        }
    }
}
