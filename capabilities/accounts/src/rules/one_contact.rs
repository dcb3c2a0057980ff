//! What stays of two people who were one all along, and who looks as if they were.

use std::collections::BTreeSet;

use kernel::Day;
use serde::{Deserialize, Serialize};

use super::reaching::Consent;
use crate::account::AccountId;

/// Most that a likeness can be worth.
const WHOLE: i32 = 100;

/// What somebody said of being written to for offers, since when, and how that is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agreed {
    pub consent: Option<Consent>,
    pub on: Option<Day>,
    pub note: Option<String>,
}

impl Agreed {
    /// What holds of both. Whoever said no once has said no, and since the first time; a yes counts
    /// where the other is silent. The day and the note come with the word that they belong to.
    pub fn stricter(self, other: Self) -> Self {
        let refuses = |it: &Self| it.consent == Some(Consent::Refused);
        match (refuses(&self), refuses(&other)) {
            (true, true) => match (self.on, other.on) {
                (Some(mine), Some(theirs)) if theirs < mine => other,
                _ => self,
            },
            (true, false) => self,
            (false, true) => other,
            (false, false) => {
                if self.consent.is_some() {
                    self
                } else {
                    other
                }
            }
        }
    }
}

/// What somebody is at one client, and since when they are there no more.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct There {
    pub role: Option<String>,
    pub left_on: Option<Day>,
}

impl There {
    /// One of two: what is said of the first holds, and whoever is still there as one of them is
    /// still there.
    pub fn joined(self, other: Self) -> Self {
        let left_on = match (self.left_on, other.left_on) {
            (Some(mine), Some(theirs)) => Some(mine.max(theirs)),
            _ => None,
        };
        Self { role: self.role.or(other.role), left_on }
    }
}

/// What of somebody can be compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// By which the name is found: case and marks apart.
    pub name_key: String,
    /// E.164, whether one calls or writes to them.
    pub numbers: BTreeSet<String>,
    pub email: Option<String>,
    /// Where they are or were.
    pub accounts: BTreeSet<AccountId>,
}

/// One reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "part", rename_all = "snake_case")]
pub enum Same {
    Phone,
    Email,
    /// At one client: elsewhere there is another of the same name.
    NameThere,
}

impl Same {
    /// What it is worth, of 100. Many share the number of a shop; nobody shares all of it.
    pub const fn points(self) -> i32 {
        match self {
            Self::Phone | Self::Email => 60,
            Self::NameThere => 50,
        }
    }
}

/// Why these two look like one; nothing when they do not.
pub fn alike(one: &Person, other: &Person) -> Vec<Same> {
    let email = |it: &Person| it.email.as_deref().map(str::to_lowercase);
    let mut reasons = Vec::new();
    if !one.numbers.is_disjoint(&other.numbers) {
        reasons.push(Same::Phone);
    }
    if email(one).is_some() && email(one) == email(other) {
        reasons.push(Same::Email);
    }
    if one.name_key == other.name_key && !one.accounts.is_disjoint(&other.accounts) {
        reasons.push(Same::NameThere);
    }
    reasons
}

/// The sum of the reasons, at most 100.
pub fn score(reasons: &[Same]) -> i32 {
    reasons.iter().map(|it| it.points()).sum::<i32>().min(WHOLE)
}

#[cfg(test)]
mod tests;
