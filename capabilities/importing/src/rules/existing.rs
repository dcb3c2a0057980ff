//! What is stored already, as a plan has to know it.

use std::collections::HashMap;

use crate::rules::draft::{Client, Draft, TargetKind};
use crate::rules::mapping::{AccountKey, ContactKey, Keys, PersonKey};
use crate::rules::said::Said;

/// A stored record, said as a file would say it.
#[derive(Clone, Debug)]
pub struct Stored<Id> {
    pub id: Id,
    pub draft: Draft,
    /// Deleted, or left: it stays known and is offered to nobody.
    pub is_gone: bool,
}

/// The clients that documents may be of, by what may be said of them: their ids, written out.
#[derive(Clone, Debug, Default)]
pub struct Clients(HashMap<(AccountKey, String), Vec<String>>);

impl Clients {
    /// Adds what is said of a client.
    pub fn insert(&mut self, by: AccountKey, said: &str, id: &str) {
        let said = if by == AccountKey::TaxNumber { head_office(said) } else { said.to_owned() };
        let known = self.0.entry((by, said)).or_default();
        if known.iter().all(|it| it != id) {
            known.push(id.to_owned());
        }
    }

    /// Those of whom this is said; there should be one or none.
    pub fn of(&self, client: &Client) -> &[String] {
        let said = match client.by {
            AccountKey::TaxNumber => head_office(&client.said),
            _ => client.said.clone(),
        };
        self.0.get(&(client.by, said)).map_or(&[], Vec::as_slice)
    }
}

/// The stored records that a file may speak of, by key and by name.
#[derive(Clone, Debug)]
pub struct Existing<Id> {
    pub keys: Keys,
    /// Of documents and payments; empty where no file speaks of such.
    pub clients: Clients,
    all: Vec<Stored<Id>>,
    /// The places in `all`.
    by_key: HashMap<TargetKind, HashMap<String, Vec<usize>>>,
    names: HashMap<TargetKind, HashMap<String, usize>>,
}

impl<Id> Existing<Id> {
    pub fn new(keys: Keys) -> Self {
        Self {
            keys,
            clients: Clients::default(),
            all: Vec::new(),
            by_key: HashMap::new(),
            names: HashMap::new(),
        }
    }

    /// Adds a record; its empty fields are `Said::Nothing`.
    pub fn insert(&mut self, id: Id, draft: Draft) {
        let kind = draft.kind();
        *self.names.entry(kind).or_default().entry(draft.name().to_owned()).or_default() += 1;
        if let Some(key) = key_of(&draft, self.keys) {
            let of_key = self.by_key.entry(kind).or_default().entry(key);
            // Most have a key of their own.
            of_key.or_insert_with(|| Vec::with_capacity(1)).push(self.all.len());
        }
        self.all.push(Stored { id, draft, is_gone: false });
    }

    /// As [`insert`](Self::insert), for what is not meant where another has its name.
    pub fn insert_gone(&mut self, id: Id, draft: Draft) {
        let (kind, name) = (draft.kind(), draft.name().to_owned());
        let others = self.count_named(kind, &name);
        self.insert(id, draft);
        if let Some(last) = self.all.last_mut() {
            last.is_gone = true;
        }
        if others != 0 {
            self.names.entry(kind).or_default().insert(name, others);
        }
    }

    /// The records of this key; there should be one or none.
    pub fn of_key(&self, kind: TargetKind, key: &str) -> Vec<&Stored<Id>> {
        self.places_of(kind, key).iter().filter_map(|place| self.all.get(*place)).collect()
    }

    /// Where the records of this key stand among all.
    pub fn places_of(&self, kind: TargetKind, key: &str) -> &[usize] {
        self.by_key.get(&kind).and_then(|it| it.get(key)).map_or(&[], Vec::as_slice)
    }

    /// Whether a record that is said so is known by its key.
    pub fn knows(&self, draft: &Draft) -> bool {
        let key = key_of(draft, self.keys);
        key.is_some_and(|key| !self.places_of(draft.kind(), &key).is_empty())
    }

    /// How many records are called so.
    pub fn count_named(&self, kind: TargetKind, name: &str) -> usize {
        self.names.get(&kind).and_then(|it| it.get(name)).copied().unwrap_or_default()
    }

    /// Every stored record.
    pub fn records(&self) -> impl Iterator<Item = &Stored<Id>> {
        self.all.iter()
    }
}

/// What tells this record from others of its kind; none when it lacks it.
pub fn key_of(draft: &Draft, keys: Keys) -> Option<String> {
    let said = |said: &Said<String>| said.value().cloned();
    match draft {
        Draft::Person(person) if keys.person == PersonKey::Email => said(&person.email),
        Draft::Account(account) => match keys.account {
            AccountKey::Name => Some(account.name.clone()),
            AccountKey::Id => said(&account.id),
            AccountKey::ExternalId => said(&account.external_id),
            AccountKey::TaxNumber => account.tax_number.value().map(|it| head_office(it)),
            AccountKey::Phone => said(&account.phone),
        },
        Draft::Contact(contact) => match keys.contact {
            ContactKey::Name => {
                // One account may have a Budi and another one too.
                let account = contact.account.value().map_or("", String::as_str);
                Some(format!("{account}\u{1f}{}", contact.name))
            }
            ContactKey::Id => said(&contact.id),
            ContactKey::ExternalId => said(&contact.external_id),
            ContactKey::Email => said(&contact.email),
            ContactKey::Phone => said(&contact.phone),
        },
        // By the key of its own system, where that has one.
        Draft::Prospect(prospect) => {
            Some(prospect.external_id.value().unwrap_or(&prospect.name).clone())
        }
        _ => Some(draft.name().to_owned()),
    }
}

/// The place of business of a head office is written or left out.
fn head_office(tax_number: &str) -> String {
    let short = tax_number.strip_suffix("000000").filter(|it| it.len() == 16);
    short.unwrap_or(tax_number).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::draft::AccountDraft;

    #[test]
    fn a_head_office_is_known_with_and_without_its_place_of_business() {
        let keys = Keys { account: AccountKey::TaxNumber, ..Keys::default() };
        let key = |number: &str| {
            let tax_number = Said::Is(number.to_owned());
            key_of(&Draft::Account(AccountDraft { tax_number, ..AccountDraft::default() }), keys)
        };

        assert_eq!(key("0013121660091000"), key("0013121660091000000000"));
        assert_ne!(key("0013121660091000"), key("0013121660091000000001"));
        assert_eq!(key_of(&Draft::Account(AccountDraft::default()), keys), None);
    }
}
