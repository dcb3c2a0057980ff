//! What an import would do, decided before anything is written.
//!
//! A row is taken as a whole or not at all. Rows of one record that contradict each other are all
//! rejected: nobody can know which is right. What refers to a rejected record is rejected as well,
//! unless the record is stored already. None of this depends on the order of rows or files.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use crate::rules::documents::MOST_LINES;
use crate::rules::draft::{Change, Draft, TargetKind};
use crate::rules::drafting::{AliasUse, CellFault, Drafter};
use crate::rules::existing::{Existing, key_of};
use crate::rules::file_refused::FileRefused;
use crate::rules::mapping::{AccountKey, ContactKey, Keys, Mapping};
use crate::rules::row::Row;
use crate::rules::row_refused::RowFault;
use crate::rules::survey::Survey;

mod settling;
mod shared;
mod wholes;
mod documents;
mod parents;
mod outcome;

/// What happens to a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision<Id> {
    Create,
    Update { id: Id, changes: Vec<Change> },
    Unchanged { id: Id },
}

/// A record and what happens to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step<Id> {
    pub draft: Draft,
    pub decision: Decision<Id>,
    /// The file, by its place in the plan, and the line that spoke of it first.
    pub file: usize,
    pub line: u64,
}

/// Records of one kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Counts {
    pub created: u64,
    pub updated: u64,
    pub unchanged: u64,
}

/// A row that repeats an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Duplicate {
    pub line: u64,
    pub of_line: u64,
}

/// What became of the rows of a file: `rows = accepted + rejected + blank`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileReport {
    pub name: String,
    pub rows: u64,
    pub accepted: u64,
    pub rejected: u64,
    /// Rows without a single letter.
    pub blank: u64,
    /// Accepted rows that say nothing new.
    pub duplicates: Vec<Duplicate>,
    /// Other spellings that were understood, and how often.
    pub aliases: BTreeMap<AliasUse, u64>,
}

/// What an import would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan<Id> {
    /// In an order in which each record stands after those that it refers to; only
    /// `PersonDraft::manages` is said by the person and written to the team.
    pub steps: Vec<Step<Id>>,
    pub files: Vec<FileReport>,
    pub faults: Vec<RowFault>,
}

impl<Id> Plan<Id> {
    /// Created, updated and unchanged records by kind; kinds that no file speaks of are left out.
    pub fn counts(&self) -> BTreeMap<TargetKind, Counts> {
        let mut counts: BTreeMap<TargetKind, Counts> = BTreeMap::new();
        for step in &self.steps {
            let of_kind = counts.entry(step.draft.kind()).or_default();
            match step.decision {
                Decision::Create => of_kind.created += 1,
                Decision::Update { .. } => of_kind.updated += 1,
                Decision::Unchanged { .. } => of_kind.unchanged += 1,
            }
        }
        counts
    }

    /// Whether nothing would be written.
    pub fn changes_nothing(&self) -> bool {
        self.steps.iter().all(|step| matches!(step.decision, Decision::Unchanged { .. }))
    }
}

/// Collects the rows of all files, then decides.
pub struct Planner<'a, Id> {
    existing: &'a Existing<Id>,
    mapping: &'a Mapping,
    files: Vec<PlannedFile<'a>>,
    rows: Vec<PlannedRow>,
    records: Vec<PlannedRecord>,
    of_key: HashMap<(TargetKind, String), usize>,
    /// Records of rows that were wrong in themselves, so that what refers to them can say so.
    attempted: Vec<(TargetKind, String)>,
    /// Records that lost their last row, and whose loss is not yet told to those who refer to them.
    orphans: Vec<usize>,
}

struct PlannedFile<'a> {
    drafter: Drafter<'a>,
    report: FileReport,
}

/// A row, and what it says: one for each of its file's rules that is for it.
struct PlannedRow {
    file: usize,
    line: u64,
    says: Vec<Says>,
    faults: Vec<CellFault>,
}

/// Which version of which record, and by which of its file's rules.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Says {
    rule: usize,
    record: usize,
    version: usize,
}

/// A record, and everything that rows say about it.
struct PlannedRecord {
    kind: TargetKind,
    key: String,
    /// What is said, and the rows that say it; more than one is a contradiction.
    versions: Vec<(Draft, Vec<usize>)>,
    /// How many rows about it still stand.
    standing: usize,
}

/// Of a record more than so many versions are not kept: it is rejected whatever they say.
const VERSIONS: usize = 16;

impl PlannedRecord {
    /// What it is called.
    fn name(&self) -> Option<&str> {
        self.versions.first().map(|(draft, _)| draft.name())
    }

    /// Whether no two of its rows can be right together.
    fn contradicts(&self) -> bool {
        // Each of its rows is a part; whether they fit is asked once all of them are known.
        if self.kind.is_document() {
            return false;
        }
        let agree = |one: &Draft, other: &Draft| match (one, other) {
            (Draft::Contact(one), Draft::Contact(other)) => one.agrees(other),
            _ => one == other,
        };
        let drafts = || self.versions.iter().map(|(draft, _)| draft);
        VERSIONS <= self.versions.len()
            || drafts().enumerate().any(|(at, it)| !drafts().skip(at + 1).all(|to| agree(it, to)))
    }

    /// Takes the row of a document, each as a version of its own; the place of the version.
    fn take_part(&mut self, draft: Draft, row: usize) -> usize {
        let is_new_row = self.versions.last().is_none_or(|(_, rows)| rows.last() != Some(&row));
        self.standing += usize::from(is_new_row);
        // One that has far too many rows is rejected whatever they say.
        if MOST_LINES < self.versions.len()
            && let Some((_, rows)) = self.versions.last_mut()
        {
            rows.push(row);
        } else {
            self.versions.push((draft, vec![row]));
        }
        self.versions.len() - 1
    }

    /// Whether it is looked for by the id that a row says it has here.
    fn says_an_id(&self, keys: Keys) -> bool {
        let by_id = match self.kind {
            TargetKind::Account => keys.account == AccountKey::Id,
            TargetKind::Contact => keys.contact == ContactKey::Id,
            _ => false,
        };
        by_id && !self.key.starts_with('\0')
    }
}

impl<'a, Id: Clone> Planner<'a, Id> {
    pub fn new(mapping: &'a Mapping, existing: &'a Existing<Id>) -> Self {
        Self {
            existing,
            mapping,
            files: Vec::new(),
            rows: Vec::new(),
            records: Vec::new(),
            of_key: HashMap::new(),
            attempted: Vec::new(),
            orphans: Vec::new(),
        }
    }

    /// Begins a file that is of this kind in the mapping; its rows follow by `add`.
    pub fn begin(&mut self, name: &str, kind: usize, survey: &Survey) -> Result<(), FileRefused> {
        let Some(file) = self.mapping.files.get(kind) else {
            return Err(FileRefused::NothingFits { columns: survey.columns.join(", ") });
        };
        let drafter = Drafter::new(self.mapping, file, survey)?;
        let report = FileReport { name: name.to_owned(), ..FileReport::default() };
        self.files.push(PlannedFile { drafter, report });
        Ok(())
    }

    /// Takes the next row of the file that was begun last.
    pub fn add(&mut self, row: &Row) {
        let Some(file) = self.files.last_mut() else { return };
        file.report.rows += 1;
        if row.is_blank() {
            file.report.blank += 1;
            return;
        }
        let drafted = file.drafter.draft(row);
        for alias in drafted.aliases {
            *file.report.aliases.entry(alias).or_default() += 1;
        }
        self.attempted.extend(drafted.attempted);

        let index = self.rows.len();
        let says = drafted.drafts.into_iter();
        let says = says.map(|(rule, draft)| self.says(rule, draft, index)).collect();
        let file = self.files.len() - 1;
        self.rows.push(PlannedRow { file, line: row.line, says, faults: drafted.faults });
    }

    fn says(&mut self, rule: usize, draft: Draft, row: usize) -> Says {
        let kind = draft.kind();
        let next = self.records.len();
        // Whatever has no key is like nothing else.
        let key = key_of(&draft, self.existing.keys).unwrap_or_else(|| format!("\0{next}"));
        let record = *self.of_key.entry((kind, key.clone())).or_insert(next);
        if record == next {
            self.records.push(PlannedRecord { kind, key, versions: Vec::new(), standing: 0 });
        }
        let planned = &mut self.records[record];
        if kind.is_document() {
            return Says { rule, record, version: planned.take_part(draft, row) };
        }
        let is_new_row = planned.versions.iter().all(|(_, rows)| rows.last() != Some(&row));
        planned.standing += usize::from(is_new_row);

        let known = planned.versions.iter().position(|(said, _)| *said == draft);
        let version = match known {
            Some(version) => version,
            None if planned.versions.len() < VERSIONS => {
                planned.versions.push((draft, Vec::new()));
                planned.versions.len() - 1
            }
            None => VERSIONS - 1,
        };
        let rows = &mut planned.versions[version].1;
        // A row may speak of one record twice.
        if rows.last() != Some(&row) {
            rows.push(row);
        }
        Says { rule, record, version }
    }
}
