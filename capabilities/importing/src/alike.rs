//! Accounts that would be new and may be known already, by the likeness that the room of accounts
//! has for all of them: names, numbers, addresses of mail and web, and streets.

use std::collections::{BTreeMap, HashMap, HashSet};

use accounts::likeness_part;
use accounts::rules::likeness::{Likeness, Traits, host, keys, likeness, street};
use kernel::Lang;

use crate::rules::draft::{AccountDraft, ContactDraft, Draft};
use crate::rules::existing::Existing;
use crate::rules::planning::{Decision, Plan};

/// More than these nobody reads.
const MOST: usize = 100;
/// A key that more accounts share says nothing about them: a common name, a shared switchboard.
const MOST_OF_A_KEY: usize = 60;
/// So many pairs are compared before an import; all of them are when it is through.
const MOST_COMPARED: usize = 100_000;

/// A new account and the one that it may be.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
pub struct Alike {
    pub name: String,
    pub other: String,
    /// Whether the other one is stored already, or comes with the same import.
    pub is_stored: bool,
    pub line: u64,
    /// 50 to 100.
    pub score: i32,
    /// Why, in words.
    pub reasons: Vec<String>,
}

/// An account that is compared.
struct One<'a> {
    traits: Traits,
    parent: Option<&'a str>,
    /// Where it stands in its file; none of one that is stored.
    line: Option<u64>,
}

impl One<'_> {
    /// One stands above the other, so they are two.
    fn is_above(&self, other: &Self) -> bool {
        other.parent == Some(self.traits.name.as_str())
    }
}

/// The new accounts that are like another one, the likest first.
pub fn found<Id: Clone>(plan: &Plan<Id>, existing: &Existing<Id>, lang: Lang) -> Vec<Alike> {
    let all = compared(plan, existing);
    let mut sharing: HashMap<String, Vec<usize>> = HashMap::new();
    for (place, one) in all.iter().enumerate() {
        for key in keys(&one.traits) {
            sharing.entry(key).or_default().push(place);
        }
    }
    let mut groups: Vec<&Vec<usize>> = sharing
        .values()
        .filter(|it| (2..=MOST_OF_A_KEY).contains(&it.len()))
        .filter(|it| it.iter().any(|place| all[*place].line.is_some()))
        .collect();
    // The fewer share something, the more it says; and the same files give the same answer.
    groups.sort_unstable_by(|one, other| (one.len(), one).cmp(&(other.len(), other)));

    let mut seen = HashSet::new();
    let mut best: BTreeMap<usize, (usize, Likeness)> = BTreeMap::new();
    'all: for group in groups {
        for (at, first) in group.iter().enumerate() {
            for second in &group[at + 1..] {
                let is_new = all[*second].line.is_some();
                if !is_new || !seen.insert((*first, *second)) {
                    continue;
                }
                if MOST_COMPARED < seen.len() {
                    break 'all;
                }
                let (one, other) = (&all[*first], &all[*second]);
                let like = likeness(&one.traits, &other.traits);
                if !like.is_likely() || one.is_above(other) || other.is_above(one) {
                    continue;
                }
                let known = best.get(second).map_or(0, |it| it.1.score());
                if known < like.score() {
                    best.insert(*second, (*first, like));
                }
            }
        }
    }

    let mut found: Vec<(usize, usize, Likeness)> =
        best.into_iter().map(|(place, (other, like))| (place, other, like)).collect();
    found.sort_by_key(|it| (std::cmp::Reverse(it.2.score()), it.0));
    found.truncate(MOST);
    let said = |(place, other, like): (usize, usize, Likeness)| Alike {
        name: all[place].traits.name.clone(),
        other: all[other].traits.name.clone(),
        is_stored: all[other].line.is_none(),
        line: all[place].line.unwrap_or_default(),
        score: like.score(),
        reasons: like.parts.iter().map(|it| likeness_part(*it, lang)).collect(),
    };
    found.into_iter().map(said).collect()
}

/// Those that are stored, and then those that would be new, each with the people there.
fn compared<'a, Id: Clone>(plan: &'a Plan<Id>, existing: &'a Existing<Id>) -> Vec<One<'a>> {
    let mut all = Vec::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    let stored = || existing.records().filter(|it| !it.is_gone).map(|it| &it.draft);
    for account in stored().filter_map(as_account) {
        places.insert(&account.name, all.len());
        all.push(one(account, None));
    }
    for step in plan.steps.iter().filter(|it| matches!(it.decision, Decision::Create)) {
        if let Some(account) = as_account(&step.draft) {
            places.insert(&account.name, all.len());
            all.push(one(account, Some(step.line)));
        }
    }
    let coming = plan.steps.iter().map(|it| &it.draft);
    for contact in stored().chain(coming).filter_map(as_contact) {
        let Some(place) = contact.account.value().and_then(|it| places.get(it.as_str())) else {
            continue;
        };
        let Some(at) = all.get_mut(*place) else { continue };
        let numbers = [contact.phone.value(), contact.whatsapp.value()];
        at.traits.phones.extend(numbers.into_iter().flatten().cloned());
        at.traits.emails.extend(contact.email.value().cloned());
    }
    all
}

const fn as_account(draft: &Draft) -> Option<&AccountDraft> {
    match draft {
        Draft::Account(account) => Some(account),
        _ => None,
    }
}

const fn as_contact(draft: &Draft) -> Option<&ContactDraft> {
    match draft {
        Draft::Contact(contact) => Some(contact),
        _ => None,
    }
}

fn one(account: &AccountDraft, line: Option<u64>) -> One<'_> {
    let city = account.city.value().map(String::as_str);
    let door = account.street.value().map(|it| street(it, city)).filter(|it| !it.is_empty());
    let traits = Traits {
        name: account.name.clone(),
        phones: account.phone.value().into_iter().cloned().collect(),
        website: account.website.value().and_then(|it| host(it)),
        tax_number: account.tax_number.value().cloned(),
        streets: door.into_iter().collect(),
        ..Traits::default()
    };
    One { traits, parent: account.parent.value().map(String::as_str), line }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::draft::TargetKind;
    use crate::rules::mapping::Keys;
    use crate::rules::planning::Step;
    use crate::rules::said::Said;

    fn client(name: &str, phone: &str) -> Draft {
        let phone = if phone.is_empty() { Said::Silent } else { Said::Is(phone.to_owned()) };
        Draft::Account(AccountDraft { name: name.to_owned(), phone, ..AccountDraft::default() })
    }

    fn plan(drafts: Vec<Draft>) -> Plan<u64> {
        let step =
            |(line, draft): (u64, Draft)| Step { draft, decision: Decision::Create, file: 0, line };
        Plan { steps: (2..).zip(drafts).map(step).collect(), files: vec![], faults: vec![] }
    }

    fn pairs(stored: Vec<Draft>, new: Vec<Draft>) -> Vec<(String, String, bool, i32)> {
        let mut existing = Existing::new(Keys::default());
        for (id, draft) in (0..).zip(stored) {
            assert_eq!(draft.kind(), TargetKind::Account);
            existing.insert(id, draft);
        }
        let found = found(&plan(new), &existing, Lang::En);
        found.into_iter().map(|it| (it.name, it.other, it.is_stored, it.score)).collect()
    }

    fn pair(name: &str, other: &str, is_stored: bool, score: i32) -> (String, String, bool, i32) {
        (name.to_owned(), other.to_owned(), is_stored, score)
    }

    #[test]
    fn the_form_of_a_company_is_no_part_of_its_name() {
        let stored = vec![client("Maju Jaya, PT.", ""), client("sinar abadi", "")];
        let new = vec![
            client("PT Maju Jaya", ""),
            client("CV. Sinar-Abadi", ""),
            client("Acme, Inc.", ""),
            client("ACME", ""),
            client("Maju Raya", ""),
        ];

        assert_eq!(
            pairs(stored, new),
            [
                pair("PT Maju Jaya", "Maju Jaya, PT.", true, 50),
                pair("CV. Sinar-Abadi", "sinar abadi", true, 50),
                pair("ACME", "Acme, Inc.", false, 50),
            ]
        );
    }

    #[test]
    fn a_number_and_a_name_that_is_alike_are_told_with_their_reasons() {
        let mut existing = Existing::new(Keys::default());
        existing.insert(1, client("Toko Sejahtera", "+622155501"));
        let new = vec![client("Toko Sejahterra", "+622155501"), client("Warung Lain", "+62215550")];

        let found = found(&plan(new), &existing, Lang::En);

        let [one] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!((one.score, one.line, one.reasons.len()), (60, 2, 2), "{one:?}");
    }

    #[test]
    fn a_branch_is_not_taken_for_the_house_above_it() {
        let branch = AccountDraft {
            name: "PT Maju Jaya".to_owned(),
            parent: Said::Is("Maju Jaya".to_owned()),
            ..AccountDraft::default()
        };

        assert_eq!(pairs(vec![client("Maju Jaya", "")], vec![Draft::Account(branch)]), []);
    }
}
