//! What is stored already, as a plan has to know it.

use std::collections::HashMap;

use crate::rules::draft::{Draft, TargetKind};
use crate::rules::mapping::{ContactKey, Keys, PersonKey};
use crate::rules::said::Said;

/// A stored record, said as a file would say it.
#[derive(Clone, Debug)]
pub struct Stored<Id> {
    pub id: Id,
    pub draft: Draft,
}

/// The stored records that a file may speak of, by key and by name.
#[derive(Clone, Debug)]
pub struct Existing<Id> {
    pub keys: Keys,
    by_key: HashMap<(TargetKind, String), Vec<Stored<Id>>>,
    names: HashMap<(TargetKind, String), usize>,
}

impl<Id> Existing<Id> {
    pub fn new(keys: Keys) -> Self {
        Self { keys, by_key: HashMap::new(), names: HashMap::new() }
    }

    /// Adds a record; its empty fields are `Said::Nothing`.
    pub fn insert(&mut self, id: Id, draft: Draft) {
        let kind = draft.kind();
        *self.names.entry((kind, draft.name().to_owned())).or_default() += 1;
        if let Some(key) = key_of(&draft, self.keys) {
            self.by_key.entry((kind, key)).or_default().push(Stored { id, draft });
        }
    }

    /// The records of this key; there should be one or none.
    pub fn of_key(&self, kind: TargetKind, key: &str) -> &[Stored<Id>] {
        self.by_key.get(&(kind, key.to_owned())).map_or(&[], Vec::as_slice)
    }

    /// How many records are called so.
    pub fn count_named(&self, kind: TargetKind, name: &str) -> usize {
        self.names.get(&(kind, name.to_owned())).copied().unwrap_or_default()
    }

    /// Every stored record.
    pub fn records(&self) -> impl Iterator<Item = &Stored<Id>> {
        self.by_key.values().flatten()
    }
}

/// What tells this record from others of its kind; none when it lacks it.
pub fn key_of(draft: &Draft, keys: Keys) -> Option<String> {
    let said = |said: &Said<String>| said.value().cloned();
    match draft {
        Draft::Person(person) if keys.person == PersonKey::Email => said(&person.email),
        Draft::Contact(contact) => match keys.contact {
            ContactKey::Name => {
                // One account may have a Budi and another one too.
                let account = contact.account.value().map_or("", String::as_str);
                Some(format!("{account}\u{1f}{}", contact.name))
            }
            ContactKey::Email => said(&contact.email),
            ContactKey::Phone => said(&contact.phone),
        },
        _ => Some(draft.name().to_owned()),
    }
}
