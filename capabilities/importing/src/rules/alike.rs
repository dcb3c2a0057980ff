//! Accounts that would be new and may be known under another spelling.

use std::collections::HashMap;

use crate::rules::draft::TargetKind;
use crate::rules::existing::Existing;
use crate::rules::planning::{Decision, Plan};

/// What companies are in law, and what their names do not need to be told apart.
const FORMS: &[&str] = &[
    "pt", "cv", "ud", "pd", "fa", "tbk", "persero", "koperasi", "inc", "ltd", "llc", "corp", "co",
    "gmbh", "bv", "plc", "toko", "the",
];

/// More than these nobody reads.
const MOST: usize = 100;

/// A new account and the one that it may be.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
pub struct Alike {
    pub name: String,
    pub other: String,
    /// Whether the other one is stored already, or comes with the same import.
    pub is_stored: bool,
    pub line: u64,
}

/// The new accounts that are like another one.
pub fn found<Id: Clone>(plan: &Plan<Id>, existing: &Existing<Id>) -> Vec<Alike> {
    let mut known: HashMap<String, (&str, bool)> = HashMap::new();
    for stored in existing.records().map(|it| &it.draft) {
        if stored.kind() == TargetKind::Account {
            known.entry(essence(stored.name())).or_insert((stored.name(), true));
        }
    }
    let mut found = Vec::new();
    let new = plan.steps.iter().filter(|it| matches!(it.decision, Decision::Create));
    for step in new.filter(|it| it.draft.kind() == TargetKind::Account) {
        let name = step.draft.name();
        let (other, is_stored) = *known.entry(essence(name)).or_insert((name, false));
        if other != name && found.len() < MOST {
            let (name, other) = (name.to_owned(), other.to_owned());
            found.push(Alike { name, other, is_stored, line: step.line });
        }
    }
    found
}

/// A name without what is spelt differently from day to day.
pub fn essence(name: &str) -> String {
    let lower = name.to_lowercase();
    let words = lower.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty());
    let all: Vec<&str> = words.collect();
    let own: Vec<&str> = all.iter().copied().filter(|it| !FORMS.contains(it)).collect();
    if own.is_empty() { all.concat() } else { own.concat() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_of_a_company_is_no_part_of_its_name() {
        for (one, other) in [
            ("PT Maju Jaya", "Maju Jaya, PT."),
            ("CV. Sinar-Abadi", "sinar abadi"),
            ("Acme, Inc.", "ACME"),
            ("Toko Maju", "Maju"),
        ] {
            assert_eq!(essence(one), essence(other));
        }
        assert_ne!(essence("Maju Jaya"), essence("Maju Raya"));
        assert_eq!(essence("PT CV"), "ptcv");
    }
}
