//! An address leads to one person.

use std::collections::{BTreeSet, HashMap};

use super::Planner;
use crate::rules::draft::{Draft, Field};
use crate::rules::mapping::PersonKey;
use crate::rules::row_refused::RowRefused;

impl<Id: Clone> Planner<'_, Id> {
    /// Rejects people who would share an address: whoever signs in with it must be one of them.
    pub(super) fn reject_shared_addresses(&mut self) {
        if self.existing.keys.person == PersonKey::Email {
            return;
        }
        let mut holders: HashMap<String, BTreeSet<String>> = HashMap::new();
        for draft in self.existing.records().map(|it| &it.draft) {
            if let Some(email) = email(draft) {
                holders.entry(email.to_owned()).or_default().insert(draft.name().to_owned());
            }
        }
        let planned = || {
            self.records.iter().enumerate().flat_map(|(index, record)| {
                let version = move |(draft, rows): &'_ (Draft, Vec<usize>)| {
                    Some((index, email(draft)?.to_owned(), draft.name().to_owned(), rows.clone()))
                };
                record.versions.iter().filter_map(version)
            })
        };
        for (_, email, name, _) in planned() {
            holders.entry(email).or_default().insert(name);
        }
        let shared: Vec<(usize, Vec<usize>)> = planned()
            .filter(|(_, email, ..)| holders.get(email).is_some_and(|it| 1 < it.len()))
            .map(|(record, _, _, rows)| (record, rows))
            .collect();
        for (record, rows) in shared {
            for row in rows {
                self.reject(row, record, Field::Email, RowRefused::EmailShared);
            }
        }
    }
}

fn email(draft: &Draft) -> Option<&str> {
    match draft {
        Draft::Person(person) => person.email.value().map(String::as_str),
        _ => None,
    }
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
