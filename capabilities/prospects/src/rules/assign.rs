//! To whom a prospect goes, by the company's own rules: the first that is about it and finds
//! somebody who is not full. The result says why, and who was passed over.

use std::collections::BTreeMap;

use kernel::{Day, PersonId, labels};
use serde::{Deserialize, Serialize};

use super::fits::{Asked, Lead, fits};

labels! {
    /// In which way a rule chooses.
    #[schema(as = AssignmentWay)]
    pub enum Way {
        /// One person, whoever else there is.
        Person = "person",
        /// One after the other.
        Turn = "turn",
        /// Whoever has least to do.
        Least = "least",
    }
}

/// When somebody is full; what is not said does not matter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Limits {
    pub open: Option<i64>,
    pub clients: Option<i64>,
    pub in_day: Option<i64>,
    pub in_month: Option<i64>,
}

/// What somebody has to do at this moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Load {
    /// Gets nothing new: shut out, or away until a day.
    pub away: Option<Away>,
    /// Prospects that they work on.
    pub open: i64,
    /// Clients whom they look after.
    pub clients: i64,
    /// What rules have given them today, and this month.
    pub in_day: i64,
    pub in_month: i64,
}

/// Since somebody gets nothing new, until which day, if that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Away {
    pub until: Option<Day>,
}

/// Why somebody was passed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum Full {
    Away(Away),
    Open { has: i64, most: i64 },
    Clients { has: i64, most: i64 },
    Day { has: i64, most: i64 },
    Month { has: i64, most: i64 },
}

/// A rule with the people among whom it chooses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    pub asked: Asked,
    pub way: Way,
    pub limits: Limits,
    /// In whatever order; their ids are the order in which turns go round.
    pub people: Vec<PersonId>,
    /// Who had the last turn; they need not be among them any more.
    pub last: Option<PersonId>,
}

/// Who was passed over by one rule, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tried {
    /// Its place in the order, from 0.
    pub rule: usize,
    pub passed: Vec<(PersonId, Full)>,
}

/// What the rules say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    Given {
        to: PersonId,
        by: Tried,
        /// Rules before it that were about the prospect and found nobody.
        before: Vec<Tried>,
    },
    /// Nobody gets it: no rule is about it, or all whom the rules name are full.
    Waits { tried: Vec<Tried> },
}

/// The rules in their order, and what everybody has to do: what is handed out counts at once.
#[derive(Clone, Debug, Default)]
pub struct Book {
    pub rules: Vec<Rule>,
    pub loads: BTreeMap<PersonId, Load>,
}

impl Book {
    /// To whom this goes; from now on they have it.
    pub fn hand_out(&mut self, lead: &Lead) -> Outcome {
        let outcome = self.decide(lead);
        if let Outcome::Given { to, by, .. } = &outcome {
            let load = self.loads.entry(*to).or_default();
            load.open += 1;
            load.in_day += 1;
            load.in_month += 1;
            self.rules[by.rule].last = Some(*to);
        }
        outcome
    }

    /// To whom this would go.
    pub fn decide(&self, lead: &Lead) -> Outcome {
        let mut before = Vec::new();
        let about_it = self.rules.iter().enumerate().filter(|it| fits(&it.1.asked, lead));
        for (number, rule) in about_it {
            let (to, passed) = self.choose(rule);
            let tried = Tried { rule: number, passed };
            match to {
                Some(to) => return Outcome::Given { to, by: tried, before },
                None => before.push(tried),
            }
        }
        Outcome::Waits { tried: before }
    }

    fn load(&self, person: PersonId) -> Load {
        self.loads.get(&person).copied().unwrap_or_default()
    }

    fn choose(&self, rule: &Rule) -> (Option<PersonId>, Vec<(PersonId, Full)>) {
        let mut people = rule.people.clone();
        people.sort_unstable();
        people.dedup();
        let full = |it: &PersonId| full(self.load(*it), rule.limits);
        let passed: Vec<_> = people.iter().filter_map(|it| Some((*it, full(it)?))).collect();
        let free = people.iter().copied().filter(|it| full(it).is_none());
        let chosen = match rule.way {
            Way::Person => free.min(),
            Way::Turn => next(&free.collect::<Vec<_>>(), rule.last),
            Way::Least => free.min_by_key(|it| {
                let load = self.load(*it);
                (load.open, load.in_month, *it)
            }),
        };
        // Who stands behind whoever gets it in this turn was not passed over.
        let passed = match (rule.way, chosen) {
            (Way::Turn, Some(to)) => between(passed, rule.last, to),
            _ => passed,
        };
        (chosen, passed)
    }
}

/// Why somebody gets nothing more; none if there is room.
pub fn full(load: Load, limits: Limits) -> Option<Full> {
    if let Some(away) = load.away {
        return Some(Full::Away(away));
    }
    let over = |has: i64, most: Option<i64>| most.filter(|most| *most <= has);
    if let Some(most) = over(load.open, limits.open) {
        return Some(Full::Open { has: load.open, most });
    }
    if let Some(most) = over(load.clients, limits.clients) {
        return Some(Full::Clients { has: load.clients, most });
    }
    if let Some(most) = over(load.in_day, limits.in_day) {
        return Some(Full::Day { has: load.in_day, most });
    }
    let most = over(load.in_month, limits.in_month)?;
    Some(Full::Month { has: load.in_month, most })
}

/// Whose turn it is after this one, among those in their order.
fn next(free: &[PersonId], last: Option<PersonId>) -> Option<PersonId> {
    let behind = free.iter().copied().find(|it| last.is_none_or(|last| last < *it));
    behind.or_else(|| free.first().copied())
}

/// Those whose turn would have been before this one's.
fn between(
    passed: Vec<(PersonId, Full)>,
    last: Option<PersonId>,
    to: PersonId,
) -> Vec<(PersonId, Full)> {
    let skipped = |it: PersonId| match last {
        None => it < to,
        Some(last) if last < to => last < it && it < to,
        // Once round.
        Some(last) => last < it || it < to,
    };
    passed.into_iter().filter(|it| skipped(it.0)).collect()
}

#[cfg(test)]
mod tests;
