//! Accounts that would be new and may be known already, by the likeness that the room of accounts
//! has for all of them: names, numbers, addresses of mail and web, and streets.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use accounts::likeness_part;
use accounts::rules::likeness::{Likeness, Traits, host, keys, likeness, street};
use kernel::Lang;

use crate::rules::draft::{AccountDraft, ContactDraft, Draft};
use crate::rules::existing::Existing;
use crate::rules::planning::{Decision, Step};

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
struct One {
    traits: Traits,
    parent: Option<String>,
}

impl One {
    /// One stands above the other, so they are two.
    fn is_above(&self, other: &Self) -> bool {
        other.parent.as_deref() == Some(self.traits.name.as_str())
    }
}

/// Somebody at an account, whose numbers and addresses are its own too.
enum Somebody<'a> {
    Stored(&'a ContactDraft),
    /// By the place of the step.
    New(usize),
}

/// Looks for accounts that may be known, while the steps of a plan go by.
///
/// Of what accounts could share only a hash is held, beside the account that has it; what an
/// account is like is made out for the few that share something, and let go again. Two hashes that
/// are the same by chance cost a comparison, and nothing else.
pub struct Seeking<'a, Id> {
    existing: &'a Existing<Id>,
    /// Those that are stored come first, and then those that would be new.
    stored: Vec<&'a AccountDraft>,
    /// The place of the step, and where it stands in its file.
    new: Vec<(usize, u64)>,
    /// Which account is called so, by a hash of the name.
    named: HashMap<u64, usize>,
    /// What is shared, hashed, and by which account.
    keys: Vec<(u64, usize)>,
    /// Whose account it is that somebody is at.
    people: Vec<(usize, Somebody<'a>)>,
}

impl<'a, Id: Clone> Seeking<'a, Id> {
    pub fn among(existing: &'a Existing<Id>) -> Self {
        let stored: Vec<&AccountDraft> = there(existing).filter_map(as_account).collect();
        let named = stored.iter().enumerate().map(|(at, it)| (hashed(&it.name), at)).collect();
        let (new, keys, people) = (Vec::new(), Vec::new(), Vec::new());
        Self { existing, stored, new, named, keys, people }
    }

    /// Takes the next step of a plan, in which accounts come before the people there.
    pub fn see(&mut self, place: usize, step: &Step<Id>) {
        match &step.draft {
            Draft::Account(account) if matches!(step.decision, Decision::Create) => {
                let at = self.stored.len() + self.new.len();
                self.new.push((place, step.line));
                self.named.insert(hashed(&account.name), at);
                self.share(at, &traits(account));
            }
            Draft::Contact(contact) => self.add(contact, || Somebody::New(place)),
            _ => {}
        }
    }

    fn share(&mut self, at: usize, traits: &Traits) {
        self.keys.extend(keys(traits).iter().map(|it| (hashed(it), at)));
    }

    /// Somebody by whom an account can be reached.
    fn add(&mut self, contact: &ContactDraft, somebody: impl FnOnce() -> Somebody<'a>) {
        let account = contact.account.value().map(|it| hashed(it));
        let Some(at) = account.and_then(|it| self.named.get(&it)).copied() else { return };
        let mut reached = Traits::default();
        reach(&mut reached, contact);
        if !reached.phones.is_empty() || !reached.emails.is_empty() {
            self.share(at, &reached);
            self.people.push((at, somebody()));
        }
    }

    /// The new accounts that are like another one, the likest first; `draft` gives what is said at
    /// the place of a step.
    pub fn found(mut self, draft: impl Fn(usize) -> Option<Draft>, lang: Lang) -> Vec<Alike> {
        if self.new.is_empty() {
            return Vec::new();
        }
        for at in 0..self.stored.len() {
            self.share(at, &traits(self.stored[at]));
        }
        for contact in there(self.existing).filter_map(as_contact) {
            self.add(contact, || Somebody::Stored(contact));
        }
        self.people.sort_by_key(|it| it.0);
        self.keys.sort_unstable();
        self.keys.dedup();

        let mut found = self.compared(&draft);
        found.sort_by_key(|it| (std::cmp::Reverse(it.2.score()), it.0));
        found.truncate(MOST);
        let said = |(place, other, like): (usize, usize, Likeness)| Alike {
            name: self.name(place, &draft),
            other: self.name(other, &draft),
            is_stored: other < self.stored.len(),
            line: self.new_at(place).map_or(0, |it| it.1),
            score: like.score(),
            reasons: like.parts.iter().map(|it| likeness_part(*it, lang)).collect(),
        };
        found.into_iter().map(said).collect()
    }

    /// Who is like whom, of those that share something.
    fn compared(&self, draft: &impl Fn(usize) -> Option<Draft>) -> Vec<(usize, usize, Likeness)> {
        let is_new = |at: usize| self.stored.len() <= at;
        let mut groups: Vec<&[(u64, usize)]> = self
            .keys
            .chunk_by(|one, other| one.0 == other.0)
            .filter(|it| (2..=MOST_OF_A_KEY).contains(&it.len()))
            .filter(|it| it.iter().any(|(_, at)| is_new(*at)))
            .collect();
        // The fewer share something, the more it says; and the same files give the same answer.
        groups.sort_by(|one, other| {
            let those = || one.iter().map(|it| it.1).cmp(other.iter().map(|it| it.1));
            one.len().cmp(&other.len()).then_with(those)
        });

        let mut seen = HashSet::new();
        let mut best: BTreeMap<usize, (usize, Likeness)> = BTreeMap::new();
        'all: for group in groups {
            let mut ones: BTreeMap<usize, One> = BTreeMap::new();
            for (at, (_, first)) in group.iter().enumerate() {
                for (_, second) in &group[at + 1..] {
                    if !is_new(*second) || !seen.insert((*first, *second)) {
                        continue;
                    }
                    if MOST_COMPARED < seen.len() {
                        break 'all;
                    }
                    for of in [*first, *second] {
                        ones.entry(of).or_insert_with(|| self.one(of, draft));
                    }
                    let (Some(one), Some(other)) = (ones.get(first), ones.get(second)) else {
                        continue;
                    };
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
        best.into_iter().map(|(place, (other, like))| (place, other, like)).collect()
    }

    fn new_at(&self, at: usize) -> Option<(usize, u64)> {
        self.new.get(at.checked_sub(self.stored.len())?).copied()
    }

    /// An account with the people there.
    fn one(&self, at: usize, draft: &impl Fn(usize) -> Option<Draft>) -> One {
        let new = self.new_at(at).and_then(|it| draft(it.0));
        let account = new.as_ref().and_then(as_account).or(self.stored.get(at).copied());
        let mut one = One {
            traits: account.map(traits).unwrap_or_default(),
            parent: account.and_then(|it| it.parent.value()).cloned(),
        };
        let begin = self.people.partition_point(|it| it.0 < at);
        for (_, somebody) in self.people[begin..].iter().take_while(|it| it.0 == at) {
            match somebody {
                Somebody::Stored(contact) => reach(&mut one.traits, contact),
                Somebody::New(place) => {
                    if let Some(Draft::Contact(contact)) = draft(*place) {
                        reach(&mut one.traits, &contact);
                    }
                }
            }
        }
        one
    }

    fn name(&self, at: usize, draft: &impl Fn(usize) -> Option<Draft>) -> String {
        match self.new_at(at) {
            Some((place, _)) => draft(place).map(|it| it.name().to_owned()).unwrap_or_default(),
            None => self.stored.get(at).map(|it| it.name.clone()).unwrap_or_default(),
        }
    }
}

fn hashed(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

/// What is stored and still there.
fn there<Id>(existing: &Existing<Id>) -> impl Iterator<Item = &Draft> {
    existing.records().filter(|it| !it.is_gone).map(|it| &it.draft)
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

fn traits(account: &AccountDraft) -> Traits {
    let city = account.city.value().map(String::as_str);
    let door = account.street.value().map(|it| street(it, city)).filter(|it| !it.is_empty());
    Traits {
        name: account.name.clone(),
        phones: account.phone.value().into_iter().cloned().collect(),
        website: account.website.value().and_then(|it| host(it)),
        tax_number: account.tax_number.value().cloned(),
        streets: door.into_iter().collect(),
        ..Traits::default()
    }
}

/// Adds how somebody at an account is reached.
fn reach(traits: &mut Traits, contact: &ContactDraft) {
    let numbers = [contact.phone.value(), contact.whatsapp.value()];
    traits.phones.extend(numbers.into_iter().flatten().cloned());
    traits.emails.extend(contact.email.value().cloned());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::draft::TargetKind;
    use crate::rules::mapping::Keys;
    use crate::rules::said::Said;

    fn client(name: &str, phone: &str) -> Draft {
        let phone = if phone.is_empty() { Said::Silent } else { Said::Is(phone.to_owned()) };
        Draft::Account(AccountDraft { name: name.to_owned(), phone, ..AccountDraft::default() })
    }

    /// What is found of new records like these, which stand from line 2 on.
    fn found(new: Vec<Draft>, existing: &Existing<u64>) -> Vec<Alike> {
        let step =
            |(line, draft): (u64, Draft)| Step { draft, decision: Decision::Create, file: 0, line };
        let steps: Vec<Step<u64>> = (2..).zip(new).map(step).collect();
        let mut seeking = Seeking::among(existing);
        for (place, step) in steps.iter().enumerate() {
            seeking.see(place, step);
        }
        seeking.found(|place| steps.get(place).map(|it| it.draft.clone()), Lang::En)
    }

    fn pairs(stored: Vec<Draft>, new: Vec<Draft>) -> Vec<(String, String, bool, i32)> {
        let mut existing = Existing::new(Keys::default());
        for (id, draft) in (0..).zip(stored) {
            assert_eq!(draft.kind(), TargetKind::Account);
            existing.insert(id, draft);
        }
        let found = found(new, &existing);
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

        let found = found(new, &existing);

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

    #[test]
    fn the_people_at_two_accounts_may_show_that_they_are_one() {
        let at = |account: &str| {
            let (account, phone) = (Said::Is(account.to_owned()), Said::Is("+62811".to_owned()));
            let name = "Rina".to_owned();
            Draft::Contact(ContactDraft { name, account, phone, ..ContactDraft::default() })
        };
        let mut existing = Existing::new(Keys::default());
        existing.insert(1, client("Toko Sejahtera", ""));
        existing.insert(2, at("Toko Sejahtera"));

        let found = found(vec![client("Toko Sejahterra", ""), at("Toko Sejahterra")], &existing);

        let [one] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!((one.other.as_str(), one.is_stored, one.score), ("Toko Sejahtera", true, 60));
    }
}
