//! The plan, once it is known which rows stand.

use super::documents::whole;
use super::{Decision, Duplicate, Plan, PlannedRecord, Planner, Step};
use crate::rules::draft::Draft;
use crate::rules::mapping::Does;
use crate::rules::row_refused::RowFault;

impl<Id: Clone> Planner<'_, Id> {
    /// Decides.
    pub fn finish(mut self) -> Plan<Id> {
        self.settle();
        let steps = self.parents_first().into_iter().filter_map(|it| self.step(it)).collect();
        self.count_rows();
        let faults = self.faults();
        let files = self.files.into_iter().map(|file| file.report).collect();
        Plan { steps, files, faults }
    }

    fn step(&self, record: usize) -> Option<Step<Id>> {
        let first = &self.rows[self.first_row(record)?];
        let record = &self.records[record];
        let draft = self.said_of(record)?;
        let decision = match self.existing.of_key(record.kind, &record.key).first() {
            None => Decision::Create,
            Some(stored) => {
                let (id, changes) = (stored.id.clone(), draft.changes(&stored.draft));
                // What is recorded is never changed, and what differs was rejected.
                let keeps = record.kind.is_document()
                    || self.files[first.file].drafter.file.does == Does::Create;
                if changes.is_empty() || keeps {
                    Decision::Unchanged { id }
                } else {
                    Decision::Update { id, changes }
                }
            }
        };
        Some(Step { draft, decision, file: first.file, line: first.line })
    }

    /// What the rows that stand say of a record. Somebody at several accounts is said in a row for
    /// each.
    fn said_of(&self, record: &PlannedRecord) -> Option<Draft> {
        if record.kind.is_document() {
            return whole(record).ok();
        }
        let stands = |rows: &Vec<usize>| rows.iter().any(|row| self.stands(*row));
        let mut standing = record.versions.iter().filter(|(_, rows)| stands(rows)).map(|it| &it.0);
        let mut draft = standing.next()?.clone();
        for other in standing {
            if let (Draft::Contact(draft), Draft::Contact(other)) = (&mut draft, other) {
                let account = other.account.value().cloned();
                draft.also_at.extend(account.map(|it| (it, other.post.clone())));
            }
        }
        Some(draft)
    }

    /// The first standing row about a record.
    fn first_row(&self, record: usize) -> Option<usize> {
        let rows = self.records[record].versions.iter().flat_map(|(_, rows)| rows);
        rows.copied().filter(|row| self.stands(*row)).min()
    }

    fn count_rows(&mut self) {
        for index in 0..self.rows.len() {
            let file = self.rows[index].file;
            if !self.stands(index) {
                self.files[file].report.rejected += 1;
                continue;
            }
            let duplicate = self.duplicate(index);
            let report = &mut self.files[file].report;
            report.accepted += 1;
            report.duplicates.extend(duplicate);
        }
    }

    /// The earlier row of the same file that says all that this one says.
    fn duplicate(&self, index: usize) -> Option<Duplicate> {
        let row = &self.rows[index];
        let rules = self.files[row.file].drafter.file.rules();
        let own = row.says.iter().filter(|it| rules.get(it.rule).is_some_and(|it| !it.repeats()));
        let mut of_row = None;
        for said in own {
            let first = self.first_row(said.record)?;
            if first == index {
                return None;
            }
            of_row = of_row.max(Some(first));
        }
        let of = &self.rows[of_row?];
        (of.file == row.file).then_some(Duplicate { line: row.line, of_line: of.line })
    }

    fn faults(&self) -> Vec<RowFault> {
        let mut faults = Vec::new();
        for row in &self.rows {
            for fault in &row.faults {
                faults.push(RowFault {
                    file: self.files[row.file].report.name.clone(),
                    line: row.line,
                    column: fault.column.clone(),
                    value: fault.value.clone(),
                    why: fault.why.clone(),
                });
            }
        }
        faults
    }
}
