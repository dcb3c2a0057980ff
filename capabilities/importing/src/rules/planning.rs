//! What an import would do, decided before anything is written.
//!
//! A row is taken as a whole or not at all. Rows of one record that contradict each other are all
//! rejected: nobody can know which is right. What refers to a rejected record is rejected as well,
//! unless the record is stored already. None of this depends on the order of rows or files.
//!
//! That no row can be judged before all are known is why something of each is held, and why it is
//! little: what a row says is packed ([`Packed`]), once for all rows that say it, and of the row
//! itself there is its line and what it speaks of. Names are collected where some row refers to
//! them, and what would be done with a record is unpacked when somebody asks ([`Settled`]), one
//! record at a time.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::rules::draft::{Change, Draft, Packed, TargetKind};
use crate::rules::drafting::{AliasUse, CellFault, Drafter};
use crate::rules::existing::{Existing, key_of};
use crate::rules::file_refused::FileRefused;
use crate::rules::mapping::Mapping;
use crate::rules::row::Row;
use crate::rules::row_refused::RowFault;
use crate::rules::survey::Survey;

mod several;
mod record;
mod settling;
mod shared;
mod wholes;
mod documents;
mod parents;
mod outcome;

pub use self::outcome::Settled;
use self::record::PlannedRecord;

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

impl Counts {
    /// Counts one more.
    pub const fn add<Id>(&mut self, decision: &Decision<Id>) {
        match decision {
            Decision::Create => self.created += 1,
            Decision::Update { .. } => self.updated += 1,
            Decision::Unchanged { .. } => self.unchanged += 1,
        }
    }
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
            counts.entry(step.draft.kind()).or_default().add(&step.decision);
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
    of_key: BTreeMap<TargetKind, HashMap<Arc<str>, usize>>,
    /// Records of rows that were wrong in themselves, so that what refers to them can say so.
    attempted: HashSet<(TargetKind, String)>,
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
    says: Box<[Says]>,
    faults: Vec<CellFault>,
}

/// Which version of which record, and by which of its file's rules.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Says {
    rule: usize,
    record: usize,
    version: usize,
}

/// Room for so many rows is made before they come; a list that grows is held twice meanwhile.
const FORESEEN: u64 = 1 << 20;

impl<'a, Id: Clone> Planner<'a, Id> {
    pub fn new(mapping: &'a Mapping, existing: &'a Existing<Id>) -> Self {
        Self {
            existing,
            mapping,
            files: Vec::new(),
            rows: Vec::new(),
            records: Vec::new(),
            of_key: BTreeMap::new(),
            attempted: HashSet::new(),
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
        self.rows.reserve(usize::try_from(survey.rows.min(FORESEEN)).unwrap_or_default());
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
        let mut drafted = file.drafter.draft(row);
        for alias in drafted.aliases {
            *file.report.aliases.entry(alias).or_default() += 1;
        }
        self.attempted.extend(drafted.attempted);

        let index = self.rows.len();
        let says = drafted.drafts.iter().map(|(rule, draft)| self.says(*rule, draft, index));
        let says = says.collect();
        drafted.faults.shrink_to_fit();
        let file = self.files.len() - 1;
        self.rows.push(PlannedRow { file, line: row.line, says, faults: drafted.faults });
    }

    fn says(&mut self, rule: usize, draft: &Draft, row: usize) -> Says {
        let (kind, said) = (draft.kind(), Packed::of(draft));
        let next = self.records.len();
        // Whatever has no key is like nothing else.
        let key = key_of(draft, self.existing.keys).unwrap_or_else(|| format!("\0{next}"));
        let of_kind = self.of_key.entry(kind).or_default();
        if let Some(record) = of_kind.get(key.as_str()).copied() {
            let version = self.records[record].take(said, row);
            return Says { rule, record, version };
        }
        let key: Arc<str> = key.into();
        of_kind.insert(Arc::clone(&key), next);
        self.records.push(PlannedRecord::of(kind, key, said, row));
        Says { rule, record: next, version: 0 }
    }

    /// What a row says, and of which record.
    fn said(&self, said: &Says) -> &Packed {
        &self.records[said.record].versions.at(said.version).said
    }
}
