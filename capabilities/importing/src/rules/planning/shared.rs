//! What leads to one record leads to no other: an address of mail to one person, the key of another
//! system to one client.

use std::collections::{BTreeSet, HashMap};

use super::Planner;
use crate::rules::draft::{Draft, Field, TargetKind};
use crate::rules::mapping::{AccountKey, ContactKey, PersonKey};
use crate::rules::row_refused::RowRefused;

impl<Id: Clone> Planner<'_, Id> {
    /// Rejects whatever would share what leads to one record. What the records are told apart by
    /// cannot be shared.
    pub(super) fn reject_shared(&mut self) {
        let keys = self.existing.keys;
        if keys.person != PersonKey::Email {
            // Whoever signs in with an address must be one person.
            self.reject_shared_in(TargetKind::Person, Field::Email, &RowRefused::EmailShared);
        }
        let shared = |kind| RowRefused::ExternalIdShared { kind };
        if keys.account != AccountKey::ExternalId {
            let kind = TargetKind::Account;
            self.reject_shared_in(kind, Field::ExternalId, &shared(kind));
        }
        if keys.contact != ContactKey::ExternalId {
            let kind = TargetKind::Contact;
            self.reject_shared_in(kind, Field::ExternalId, &shared(kind));
        }
    }

    fn reject_shared_in(&mut self, kind: TargetKind, field: Field, why: &RowRefused) {
        if !self.is_read(kind, field) {
            return;
        }
        let mut planned: Vec<(usize, String, String, Vec<usize>)> = Vec::new();
        for (index, record) in self.records.iter().enumerate().filter(|it| it.1.kind == kind) {
            let place = self.existing.places_of(kind, &record.key).first();
            let stored = self.existing.of_key(kind, &record.key);
            let holder = || match (place, stored.first()) {
                (Some(place), Some(stored)) => holder(*place, &stored.draft),
                _ => format!("new {index}"),
            };
            for version in record.versions.iter() {
                if let Some(value) = shared(&version.said.draft(), field) {
                    planned.push((index, holder(), value.to_owned(), version.rows().collect()));
                }
            }
        }
        if planned.is_empty() {
            return;
        }
        let mut holders: HashMap<String, BTreeSet<String>> = HashMap::new();
        for (place, stored) in self.existing.records().enumerate() {
            // Whoever became part of another left their key to them.
            let gone = stored.is_gone && kind == TargetKind::Contact;
            let value =
                shared(&stored.draft, field).filter(|_| stored.draft.kind() == kind && !gone);
            if let Some(value) = value {
                let holder = holder(place, &stored.draft);
                holders.entry(value.to_owned()).or_default().insert(holder);
            }
        }
        for (_, holder, value, _) in &planned {
            holders.entry(value.clone()).or_default().insert(holder.clone());
        }
        for (record, _, value, rows) in planned {
            if holders.get(&value).is_some_and(|it| 1 < it.len()) {
                for row in rows {
                    self.reject(row, record, field, why.clone());
                }
            }
        }
    }

    /// Whether any file says this field of records of this kind.
    fn is_read(&self, kind: TargetKind, field: Field) -> bool {
        let rules = self.files.iter().flat_map(|it| it.drafter.file.rules());
        rules.filter(|it| it.kind() == kind).any(|it| it.rule(field).is_some())
    }
}

/// Which stored record it is: somebody at two accounts stands there twice, and is one.
fn holder(place: usize, draft: &Draft) -> String {
    let id = match draft {
        Draft::Account(account) => account.id.value(),
        Draft::Contact(contact) => contact.id.value(),
        _ => None,
    };
    id.cloned().unwrap_or_else(|| format!("#{place}"))
}

fn shared(draft: &Draft, field: Field) -> Option<&str> {
    let said = match (draft, field) {
        (Draft::Person(person), Field::Email) => &person.email,
        (Draft::Account(account), Field::ExternalId) => &account.external_id,
        (Draft::Contact(contact), Field::ExternalId) => &contact.external_id,
        _ => return None,
    };
    said.value().map(String::as_str)
}

#[cfg(test)]
mod tests {
    use crate::preset;
    use crate::reading::{Rows, look};
    use crate::rules::draft::{Draft, PersonDraft};
    use crate::rules::existing::Existing;
    use crate::rules::mapping::Mapping;
    use crate::rules::planning::Planner;
    use crate::rules::row::Row;
    use crate::rules::row_refused::RowRefused;
    use crate::rules::said::Said;
    use crate::rules::survey::{Limits, Told};

    const PEOPLE: &str = "\
currency = \"IDR\"
[[file]]
name = \"people.csv\"
columns = [\"name\", \"email\"]
[[file.person]]
name = \"name\"
email = \"email\"
";

    fn rejected(mapping: &Mapping, stored: &str, text: &str) -> Vec<(u64, RowRefused)> {
        let mut existing = Existing::new(mapping.keys);
        let (name, email) = stored.split_once(',').unwrap();
        let (team, role, manages) = (Said::Nothing, Said::Nothing, Said::Nothing);
        let email = Said::Is(email.to_owned());
        let person = PersonDraft { name: name.to_owned(), email, team, role, manages };
        existing.insert(1, Draft::Person(person));
        let survey = look(|| Ok(text.as_bytes()), Told::default(), Limits::default()).unwrap();
        let mut planner = Planner::new(mapping, &existing);
        planner.begin("people.csv", 0, &survey).unwrap();
        let mut rows = Rows::open(text.as_bytes(), &survey).unwrap();
        let mut row = Row::default();
        while rows.read(&mut row).unwrap() {
            planner.add(&row);
        }
        planner.finish().faults.into_iter().map(|it| (it.line, it.why)).collect()
    }

    #[test]
    fn nobody_shares_an_address() {
        let mapping = preset::parse("people", PEOPLE).unwrap();
        let text = "name,email\nAyu,a@b.id\nBudi,c@b.id\nCitra,C@b.id\nDewi,d@b.id\n";
        let shared = RowRefused::EmailShared;

        let faults = rejected(&mapping, "Ayu Lama,a@b.id", text);
        assert_eq!(faults, [(2, shared.clone()), (3, shared.clone()), (4, shared)]);
        assert_eq!(rejected(&mapping, "Dewi,d@b.id", "name,email\nDewi,d@b.id\n"), []);
    }
}
