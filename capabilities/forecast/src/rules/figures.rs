//! What a person or a team has won, stands by, hopes for and has under way, in one currency.

use std::collections::BTreeMap;
use std::ops::Add;

use kernel::labels;

/// A deal as a forecast counts it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    pub kind: Kind,
    pub amount: i64,
    /// In percent.
    pub probability: i32,
}

/// What a deal adds to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Won,
    Commit,
    BestCase,
    Pipeline,
    Omitted,
}

/// Sums of one currency. A sum of sums is the sum of all their parts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    pub target: Option<i64>,
    pub won: i64,
    pub commit: i64,
    pub best_case: i64,
    pub pipeline: i64,
    /// Amounts times percent, of what is open; exact, and rounded by whoever shows it.
    pub weighted: i128,
    pub deals: i32,
    /// What the person says will come in the end.
    pub called: Option<i64>,
    /// What whoever answers for them makes of it.
    pub adjusted: Option<i64>,
}

labels! {
    /// How one stands against the target.
    pub enum Pace {
        OnTrack = "on-track",
        AtRisk = "at-risk",
        Behind = "behind",
        /// Nothing was asked.
        NoTarget = "no-target",
    }
}

impl Figures {
    pub fn count(deals: impl IntoIterator<Item = Counted>) -> Self {
        let mut all = Self::default();
        for it in deals {
            let to = match it.kind {
                Kind::Won => &mut all.won,
                Kind::Commit => &mut all.commit,
                Kind::BestCase => &mut all.best_case,
                Kind::Pipeline => &mut all.pipeline,
                // Not counted, and not weighed either.
                Kind::Omitted => continue,
            };
            *to = to.saturating_add(it.amount);
            if it.kind != Kind::Won {
                all.weighted += i128::from(it.amount) * i128::from(it.probability);
            }
            all.deals += 1;
        }
        all
    }

    /// Weighted, rounded half up to the minor unit, once.
    pub fn weighted_amount(&self) -> i64 {
        i64::try_from((self.weighted + 50).div_euclid(100)).unwrap_or(i64::MAX)
    }

    /// What the deals say: won and what its owner stands by.
    pub fn sure(&self) -> i64 {
        self.won.saturating_add(self.commit)
    }

    /// What is expected in the end: the last word that anybody said, and without a word what the
    /// deals say.
    pub fn expected(&self) -> i64 {
        self.adjusted.or(self.called).unwrap_or_else(|| self.sure())
    }

    /// What is missing to the target, as far as it is won; none where nothing is missing or asked.
    pub fn gap(&self) -> Option<i64> {
        self.target.map(|it| it.saturating_sub(self.won)).filter(|it| 0 < *it)
    }

    /// Won of the target, in whole percent, rounded down: what is not reached is not said to be.
    pub fn attained(&self) -> Option<i64> {
        let target = self.target.filter(|it| 0 < *it)?;
        i64::try_from(i128::from(self.won) * 100 / i128::from(target)).ok()
    }

    /// On track: so much of the target is won as of the period has passed, or won and commit reach
    /// it. At risk: only the best case does. Behind: not even that.
    pub fn pace(&self, (passed, whole): (i64, i64)) -> Pace {
        let Some(target) = self.target.filter(|it| 0 < *it) else { return Pace::NoTarget };
        let due = i128::from(target) * i128::from(passed);
        let won = i128::from(self.won) * i128::from(whole.max(1));
        // The first days of a period prove nothing: before it began nothing is due.
        let keeps_pace = 0 < passed && due <= won;
        if keeps_pace || target <= self.sure() {
            Pace::OnTrack
        } else if target <= self.sure().saturating_add(self.best_case) {
            Pace::AtRisk
        } else {
            Pace::Behind
        }
    }
}

impl Add for Figures {
    type Output = Self;

    /// Of several people: what somebody did not say counts as what their deals say, if anybody
    /// said anything.
    fn add(self, other: Self) -> Self {
        let called = |it: &Self| it.called.unwrap_or_else(|| it.sure());
        let said = self.called.is_some() || other.called.is_some();
        let adjusted = self.adjusted.is_some() || other.adjusted.is_some();
        Self {
            target: match (self.target, other.target) {
                (None, None) => None,
                (one, two) => Some(one.unwrap_or(0).saturating_add(two.unwrap_or(0))),
            },
            won: self.won.saturating_add(other.won),
            commit: self.commit.saturating_add(other.commit),
            best_case: self.best_case.saturating_add(other.best_case),
            pipeline: self.pipeline.saturating_add(other.pipeline),
            weighted: self.weighted + other.weighted,
            deals: self.deals.saturating_add(other.deals),
            called: said.then(|| called(&self).saturating_add(called(&other))),
            adjusted: adjusted.then(|| self.expected().saturating_add(other.expected())),
        }
    }
}

/// Sums by currency; currencies are never added to each other.
pub type ByCurrency = BTreeMap<String, Figures>;

/// What several people have together.
pub fn roll_up<'a>(parts: impl IntoIterator<Item = &'a ByCurrency>) -> ByCurrency {
    let mut all = ByCurrency::new();
    for part in parts {
        for (currency, figures) in part {
            match all.get_mut(currency) {
                Some(sum) => *sum = *sum + *figures,
                None => {
                    all.insert(currency.clone(), *figures);
                }
            }
        }
    }
    all
}

/// How far somebody was from what came: what they expected against what was won, in tenths of a
/// percent of what was won. None where nothing was won.
pub fn off_by(expected: i64, won: i64) -> Option<i64> {
    if won == 0 {
        return None;
    }
    let off = (i128::from(expected) - i128::from(won)) * 1_000;
    let won = i128::from(won);
    i64::try_from((off * 2 + won).div_euclid(won * 2)).ok()
}

#[cfg(test)]
mod tests;
