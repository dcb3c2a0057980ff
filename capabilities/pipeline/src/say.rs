//! The words for what the database keeps as codes, and numbers as people read them.

use kernel::Lang;
use kernel::money::Money;

use crate::opportunity::OpportunityKind;
use crate::opportunity_contact::ContactRole;
use crate::rules::ForecastCategory;
use crate::words::Words;

impl Words {
    pub fn kind(self, kind: OpportunityKind) -> &'static str {
        match kind {
            OpportunityKind::Open => self.deal_open(),
            OpportunityKind::Won => self.deal_won(),
            OpportunityKind::Lost => self.deal_lost(),
        }
    }

    pub fn category(self, category: ForecastCategory) -> &'static str {
        match category {
            ForecastCategory::Pipeline => self.category_pipeline(),
            ForecastCategory::BestCase => self.category_best_case(),
            ForecastCategory::Commit => self.category_commit(),
            ForecastCategory::Omitted => self.category_omitted(),
            ForecastCategory::Closed => self.category_closed(),
        }
    }

    /// What an open deal may be, the surest first.
    pub fn categories(self) -> Vec<(&'static str, &'static str)> {
        let open = ForecastCategory::OF_OPEN.iter();
        open.map(|&it| (it.word(), self.category(it))).collect()
    }

    pub fn role(self, role: ContactRole) -> &'static str {
        match role {
            ContactRole::Decides => self.role_decides(),
            ContactRole::Influences => self.role_influences(),
            ContactRole::Evaluates => self.role_evaluates(),
            ContactRole::Uses => self.role_uses(),
            ContactRole::Buys => self.role_buys(),
        }
    }
}

impl ForecastCategory {
    /// What it is called, for those below.
    pub fn label(self, lang: Lang) -> &'static str {
        Words::of(lang).category(self)
    }

    /// How a badge shows it.
    pub fn look(self) -> &'static str {
        match self {
            Self::Closed | Self::Commit => "good",
            Self::BestCase => "busy",
            Self::Pipeline => "open",
            Self::Omitted => "off",
        }
    }
}

impl OpportunityKind {
    /// How a badge shows it: its shape and its colour.
    pub fn look(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Won => "good",
            Self::Lost => "bad",
        }
    }
}

/// So much money, as it may be typed again: whole units, and what lies behind the point where the
/// currency has that.
pub fn typed(amount: i64, currency: &str) -> String {
    let decimals = Money::decimals(currency);
    let scale = 10_i64.pow(decimals);
    if decimals == 0 {
        return amount.to_string();
    }
    let rest = (amount % scale).abs();
    format!("{}.{rest:0width$}", amount / scale, width = decimals as usize)
}

/// How long, in days.
pub fn stayed(seconds: i64, lang: Lang) -> String {
    let w = Words::of(lang);
    match seconds / 86_400 {
        0 => w.less_than_a_day().to_owned(),
        days => w.days(days),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn an_amount_can_be_typed_again(amount in 0..1_000_000_000_000_000_i64) {
            for currency in ["IDR", "USD"] {
                let decimals = Money::decimals(currency);
                let read = accounts::rules::amount(&typed(amount, currency), decimals);

                prop_assert_eq!(read, Some(amount));
            }
        }
    }
}
