//! Which rows stand, once all of them are known.

use std::collections::HashMap;

use super::{PlannedRow, Planner};
use crate::rules::draft::{Field, Reference, TargetKind};
use crate::rules::drafting::CellFault;
use crate::rules::mapping::Does;
use crate::rules::row_refused::RowRefused;
use crate::rules::said::Said;

type Named = (TargetKind, String);

/// What is known of names while rows fall; of those alone to which some row refers.
struct Names {
    /// The planned records of each name.
    records: HashMap<Named, Vec<usize>>,
    /// The rows that refer to each name.
    referring: HashMap<Named, Vec<usize>>,
    /// Whether a row refers to anything.
    refers: Vec<bool>,
}

impl<Id: Clone> Planner<'_, Id> {
    /// Rejects rows until all that stand can stand together.
    ///
    /// A row that fell never rises again, and each check depends only on what still stands; so
    /// the end is the same in whatever order rows are looked at.
    pub(super) fn settle(&mut self) {
        let names = self.names();
        self.reject_contradictions();
        self.reject_shared();
        self.reject_wholes();
        for row in (0..self.rows.len()).filter(|row| names.refers[*row]) {
            self.reject_unrelated(&names, row);
        }
        loop {
            while let Some(record) = self.orphans.pop() {
                for row in self.referring_to(&names, record) {
                    self.reject_unrelated(&names, row);
                }
            }
            if !self.reject_circles() && !self.reject_documents() {
                return;
            }
        }
    }

    pub(super) fn stands(&self, row: usize) -> bool {
        self.rows[row].faults.is_empty()
    }

    /// Whether any row that speaks of this record stands.
    pub(super) fn is_planned(&self, record: usize) -> bool {
        self.records[record].standing != 0
    }

    /// Says what is wrong with the cell from which a row takes a field of a record.
    pub(super) fn reject(&mut self, row: usize, record: usize, field: Field, why: RowRefused) {
        self.reject_in(row, record, (field, None), why);
    }

    /// As [`reject`](Self::reject), of a field of the company's own where its code is told.
    pub(super) fn reject_in(
        &mut self,
        row: usize,
        record: usize,
        (field, own): (Field, Option<&str>),
        why: RowRefused,
    ) {
        if self.stands(row) {
            self.fall(row);
        }
        let PlannedRow { file, says, .. } = &self.rows[row];
        let Some(said) = says.iter().find(|it| it.record == record) else { return };
        let drafter = &self.files[*file].drafter;
        let rules = drafter.file.rules();
        let read = rules.get(said.rule).and_then(|rules| match own {
            Some(code) => rules.custom()?.get(code),
            None => rules.rule(field),
        });
        let column = read.and_then(|it| drafter.column_of(it)).map(str::to_owned);
        let draft = self.said(said).draft();
        let reference = draft.references().into_iter().find(|it| it.field == field);
        let value = match (reference, own) {
            (Some(reference), _) => reference.name.to_owned(),
            (None, None) => draft.says(field).unwrap_or_else(|| draft.name().to_owned()),
            (None, Some(code)) => {
                let said = draft.custom().and_then(|it| it.get(code)).and_then(Said::value);
                said.cloned().unwrap_or_default()
            }
        };
        let value = Some(value).filter(|it| !it.is_empty());
        let fault = CellFault { column, value, why };
        // Several records of one row may lack the same thing.
        if !self.rows[row].faults.contains(&fault) {
            self.rows[row].faults.push(fault);
        }
    }

    /// What only this row spoke of is spoken of no more.
    fn fall(&mut self, row: usize) {
        let says = &self.rows[row].says;
        for (index, said) in says.iter().enumerate() {
            if says[..index].iter().any(|earlier| earlier.record == said.record) {
                continue;
            }
            let record = &mut self.records[said.record];
            record.standing -= 1;
            if record.standing == 0 {
                self.orphans.push(said.record);
            }
        }
    }

    fn names(&self) -> Names {
        let mut refers = vec![false; self.rows.len()];
        let mut referring: HashMap<Named, Vec<usize>> = HashMap::new();
        for version in self.records.iter().flat_map(|it| it.versions.iter()) {
            let draft = version.said.draft();
            for reference in draft.references() {
                let name = (reference.kind, reference.name.to_owned());
                referring.entry(name).or_default().extend(version.rows());
                version.rows().for_each(|row| refers[row] = true);
            }
        }
        let mut records: HashMap<Named, Vec<usize>> = HashMap::new();
        if !referring.is_empty() {
            for (index, record) in self.records.iter().enumerate() {
                for version in record.versions.iter() {
                    let name = (record.kind, version.said.name().to_owned());
                    if !referring.contains_key(&name) {
                        continue;
                    }
                    let named = records.entry(name).or_default();
                    if named.last() != Some(&index) {
                        named.push(index);
                    }
                }
            }
        }
        Names { records, referring, refers }
    }

    /// Rows that say different things about one record, and keys that do not tell which is meant.
    fn reject_contradictions(&mut self) {
        for index in 0..self.records.len() {
            let record = &self.records[index];
            let updates =
                |row: usize| self.files[self.rows[row].file].drafter.file.does == Does::Update;
            let known = self.existing.of_key(record.kind, &record.key);
            let stored = known.len();
            let gone = known.iter().any(|it| it.is_gone);
            let why = if record.contradicts() {
                RowRefused::Contradiction { lines: self.lines_about(index) }
            } else if gone && record.kind == TargetKind::Contact {
                RowRefused::ContactGone
            } else if 1 < stored {
                RowRefused::KeyOfSeveral
            } else if stored == 0 && record.says_an_id(self.existing.keys) {
                RowRefused::NoSuchId { kind: record.kind }
            } else if stored == 0 && record.rows().any(updates) {
                RowRefused::NotStored
            } else {
                continue;
            };
            let field = match record.kind {
                TargetKind::Opportunity => Field::ExternalId,
                TargetKind::Account => self.existing.keys.account.field(),
                TargetKind::Contact => self.existing.keys.contact.field(),
                TargetKind::Invoice | TargetKind::Payment => Field::Number,
                _ => Field::Name,
            };
            for row in record.rows().collect::<Vec<_>>() {
                self.reject(row, index, field, why.clone());
            }
        }
    }

    /// The lines of all rows about a record; those of other files with the name of the file.
    fn lines_about(&self, record: usize) -> String {
        const SHOWN: usize = 10;

        let mut rows: Vec<usize> = self.records[record].rows().collect();
        rows.sort_unstable();
        rows.dedup();
        let is_one_file = rows.iter().all(|row| self.rows[*row].file == self.rows[rows[0]].file);
        let line = |row: &usize| {
            let PlannedRow { file, line, .. } = self.rows[*row];
            if is_one_file {
                line.to_string()
            } else {
                format!("{} {line}", self.files[file].report.name)
            }
        };
        let mut lines: Vec<String> = rows.iter().take(SHOWN).map(line).collect();
        if SHOWN < rows.len() {
            lines.push("…".to_owned());
        }
        lines.join(", ")
    }

    /// A row that refers to what neither stands nor is stored.
    fn reject_unrelated(&mut self, names: &Names, row: usize) {
        if !self.stands(row) {
            return;
        }
        let mut faults = Vec::new();
        for said in &self.rows[row].says {
            let draft = self.said(said).draft();
            for reference in draft.references() {
                if let Some(why) = self.missing(names, reference) {
                    faults.push((said.record, reference.field, why));
                }
            }
        }
        for (record, field, why) in faults {
            self.reject(row, record, field, why);
        }
    }

    /// The rows that refer to a record by any name that it was given.
    fn referring_to(&self, names: &Names, record: usize) -> Vec<usize> {
        let record = &self.records[record];
        let of = |name: &str| names.referring.get(&(record.kind, name.to_owned()));
        record.versions.iter().filter_map(|it| of(it.said.name())).flatten().copied().collect()
    }

    fn missing(&self, names: &Names, reference: Reference<'_>) -> Option<RowRefused> {
        let kind = reference.kind;
        let name = (kind, reference.name.to_owned());
        let planned = names.records.get(&name).map_or(&[][..], Vec::as_slice);
        let stored = self.existing.count_named(kind, reference.name);
        // Counted before any row fell, and a stored record that is planned again counts once.
        let again = planned.iter().filter(|index| {
            let record = &self.records[**index];
            let stored = self.existing.of_key(kind, &record.key);
            stored.iter().any(|it| it.draft.name() == reference.name)
        });
        if 1 < planned.len() + stored - again.count().min(stored) {
            return Some(RowRefused::SeveralSuch { kind });
        }
        if stored != 0 || planned.iter().any(|record| self.is_planned(*record)) {
            return None;
        }
        if planned.is_empty() && !self.attempted.contains(&name) {
            return Some(RowRefused::NoSuch { kind });
        }
        Some(RowRefused::RelationRejected { kind })
    }
}
