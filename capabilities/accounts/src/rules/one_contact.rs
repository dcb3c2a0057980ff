//! What stays of two people who were one all along.

use kernel::Day;

use super::reaching::Consent;

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

#[cfg(test)]
mod tests;
