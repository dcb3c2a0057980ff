//! The plan, once it is known which rows stand.

use super::documents::whole;
use super::record::{PlannedRecord, Version};
use super::{Decision, Duplicate, FileReport, Plan, Planner, Step};
use crate::rules::draft::Draft;
use crate::rules::mapping::Does;
use crate::rules::row_refused::RowFault;

/// All rows, once it is known which of them stand. What would be done with a record is made out
/// whenever somebody asks, so that nobody has to hold all of it.
pub struct Settled<'a, Id> {
    planner: Planner<'a, Id>,
    /// The records that stand, each after those that it refers to.
    places: Vec<usize>,
}

impl<'a, Id: Clone> Planner<'a, Id> {
    /// Decides.
    pub fn finish(self) -> Plan<Id> {
        let settled = self.settled();
        let mut steps = Vec::with_capacity(settled.places.len());
        steps.extend(settled.steps().map(|it| it.1));
        let (files, faults) = settled.into_rest();
        Plan { steps, files, faults: faults.collect() }
    }

    /// Decides which rows stand.
    pub fn settled(mut self) -> Settled<'a, Id> {
        self.settle();
        self.count_rows();
        let places = self.parents_first();
        Settled { planner: self, places }
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
        let stands = |it: &&Version| it.rows().any(|row| self.stands(row));
        let mut standing = record.versions.iter().filter(stands).map(|it| it.said.draft());
        let mut draft = standing.next()?;
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
        self.records[record].rows().filter(|row| self.stands(*row)).min()
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
}

impl<Id: Clone> Settled<'_, Id> {
    /// What would be done, in the order of a plan, each with its place.
    pub fn steps(&self) -> impl Iterator<Item = (usize, Step<Id>)> {
        self.places.iter().filter_map(|place| Some((*place, self.planner.step(*place)?)))
    }

    /// What is said of the record at a place.
    pub fn draft(&self, place: usize) -> Option<Draft> {
        self.planner.said_of(self.planner.records.get(place)?)
    }

    /// What became of the rows of each file.
    pub fn files(&self) -> impl Iterator<Item = &FileReport> {
        self.planner.files.iter().map(|it| &it.report)
    }

    /// What is wrong with the rows of a file, row by row.
    pub fn faults_of(&self, file: usize) -> impl Iterator<Item = RowFault> {
        let name = self.planner.files.get(file).map(|it| it.report.name.as_str());
        let name = name.unwrap_or_default();
        self.planner.rows.iter().filter(move |it| it.file == file).flat_map(move |row| {
            row.faults.iter().map(move |fault| RowFault {
                file: name.to_owned(),
                line: row.line,
                column: fault.column.clone(),
                value: fault.value.clone(),
                why: fault.why.clone(),
            })
        })
    }

    /// What became of each file, and what is wrong with its rows. All else is let go.
    pub fn into_rest(self) -> (Vec<FileReport>, impl Iterator<Item = RowFault>) {
        let Planner { files, rows, .. } = self.planner;
        let files: Vec<FileReport> = files.into_iter().map(|it| it.report).collect();
        let names: Vec<String> = files.iter().map(|it| it.name.clone()).collect();
        let rejected = rows.into_iter().filter(|row| !row.faults.is_empty());
        let faults = rejected.flat_map(move |row| {
            let (file, line) = (names.get(row.file).cloned().unwrap_or_default(), row.line);
            row.faults.into_iter().map(move |it| RowFault {
                file: file.clone(),
                line,
                column: it.column,
                value: it.value,
                why: it.why,
            })
        });
        (files, faults)
    }
}
