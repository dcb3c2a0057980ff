//! A record, and everything that rows say about it.

use std::sync::Arc;

use super::several::Several;
use crate::rules::documents::MOST_LINES;
use crate::rules::draft::{Draft, Packed, TargetKind};
use crate::rules::mapping::{AccountKey, ContactKey, Keys};

/// Of a record more than so many versions are not kept: it is rejected whatever they say.
const VERSIONS: usize = 16;

/// A record, and everything that rows say about it.
pub struct PlannedRecord {
    pub kind: TargetKind,
    pub key: Arc<str>,
    /// More than one is a contradiction; of a document each row is one.
    pub versions: Several<Version>,
    /// How many rows about it still stand.
    pub standing: usize,
}

/// What is said of a record, and the rows that say it.
pub struct Version {
    pub said: Packed,
    pub rows: Several<usize>,
}

impl Version {
    const fn of(said: Packed, row: usize) -> Self {
        Self { said, rows: Several::of(row) }
    }

    pub fn rows(&self) -> impl Iterator<Item = usize> {
        self.rows.iter().copied()
    }
}

impl PlannedRecord {
    /// What the first row says about it.
    pub const fn of(kind: TargetKind, key: Arc<str>, said: Packed, row: usize) -> Self {
        Self { kind, key, versions: Several::of(Version::of(said, row)), standing: 1 }
    }

    /// What it is called.
    pub fn name(&self) -> &str {
        self.versions.first().said.name()
    }

    /// The rows that speak of it, by what they say.
    pub fn rows(&self) -> impl Iterator<Item = usize> {
        self.versions.iter().flat_map(Version::rows)
    }

    /// Takes what another row says; the place of the version that says it.
    pub fn take(&mut self, said: Packed, row: usize) -> usize {
        if self.kind.is_document() {
            return self.take_part(said, row);
        }
        let is_new_row = self.versions.iter().all(|it| *it.rows.last() != row);
        self.standing += usize::from(is_new_row);

        let known = self.versions.iter().position(|it| it.said == said);
        let version = match known {
            Some(version) => version,
            None if self.versions.count() < VERSIONS => {
                self.versions.push(Version::of(said, row));
                return self.versions.count() - 1;
            }
            None => VERSIONS - 1,
        };
        let rows = &mut self.versions.at_mut(version).rows;
        // A row may speak of one record twice.
        if *rows.last() != row {
            rows.push(row);
        }
        version
    }

    /// Takes the row of a document, each as a version of its own.
    fn take_part(&mut self, said: Packed, row: usize) -> usize {
        let is_new_row = *self.versions.last().rows.last() != row;
        self.standing += usize::from(is_new_row);
        // One that has far too many rows is rejected whatever they say.
        if MOST_LINES < self.versions.count() {
            self.versions.last_mut().rows.push(row);
        } else {
            self.versions.push(Version::of(said, row));
        }
        self.versions.count() - 1
    }

    /// Whether no two of its rows can be right together.
    pub fn contradicts(&self) -> bool {
        // Each row of a document is a part; whether they fit is asked once all of them are known.
        if self.kind.is_document() || self.versions.only().is_some() {
            return false;
        }
        let agree = |one: &Draft, other: &Draft| match (one, other) {
            (Draft::Contact(one), Draft::Contact(other)) => one.agrees(other),
            _ => one == other,
        };
        if VERSIONS <= self.versions.count() {
            return true;
        }
        let drafts: Vec<Draft> = self.versions.iter().map(|it| it.said.draft()).collect();
        drafts
            .iter()
            .enumerate()
            .any(|(at, it)| !drafts.iter().skip(at + 1).all(|to| agree(it, to)))
    }

    /// Whether it is looked for by the id that a row says it has here.
    pub fn says_an_id(&self, keys: Keys) -> bool {
        let by_id = match self.kind {
            TargetKind::Account => keys.account == AccountKey::Id,
            TargetKind::Contact => keys.contact == ContactKey::Id,
            _ => false,
        };
        by_id && !self.key.starts_with('\0')
    }
}
