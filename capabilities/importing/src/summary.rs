//! What an import did or would do, in numbers.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::ledger_summary::LedgerSummary;
use crate::rules::draft::TargetKind;
use crate::rules::planning::{Counts, FileReport};

/// What an import did or would do, in numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct Summary {
    pub files: Vec<FileSummary>,
    /// Files of a folder that the mapping does not know.
    pub passed_over: Vec<String>,
    /// By the kind of record.
    pub records: BTreeMap<String, Counts>,
    /// Rows that were rejected, of all files.
    pub rejected: u64,
    /// Accounts that were given to an agent of their deals.
    pub owners_given: u64,
    /// Deals that belong to no account.
    pub opportunities_without_account: u64,
    /// What days of a ledger hold, where such were imported.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ledger: Option<LedgerSummary>,
}

/// Accounts that are given to an agent of their deals.
#[derive(Clone, Copy, Debug, Default)]
pub struct OwnersGiven {
    pub all: u64,
    /// Those that change in nothing else.
    pub beside: u64,
    /// Of these, those of which a file speaks.
    pub unchanged: u64,
}

/// What became of the rows of one file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FileSummary {
    pub name: String,
    pub rows: u64,
    pub accepted: u64,
    pub rejected: u64,
    pub blank: u64,
    /// Accepted rows that say nothing new.
    pub duplicates: u64,
    pub aliases: Vec<AliasSummary>,
}

/// Another spelling that was understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AliasSummary {
    pub column: String,
    pub from: String,
    pub to: String,
    pub count: u64,
}

impl Summary {
    /// What the steps of a plan do.
    pub fn of<'a>(
        counts: BTreeMap<TargetKind, Counts>,
        files: impl Iterator<Item = &'a FileReport>,
        passed_over: Vec<String>,
        owners: OwnersGiven,
        without_account: u64,
    ) -> Self {
        let mut records: BTreeMap<String, Counts> =
            counts.into_iter().map(|(kind, it)| (kind.word().to_owned(), it)).collect();
        if owners.beside != 0 {
            let accounts = records.entry(TargetKind::Account.word().to_owned()).or_default();
            accounts.updated += owners.beside;
            accounts.unchanged -= owners.unchanged;
        }
        let files: Vec<FileSummary> = files.map(FileSummary::of).collect();
        Self {
            rejected: files.iter().map(|file| file.rejected).sum(),
            files,
            passed_over,
            records,
            owners_given: owners.all,
            opportunities_without_account: without_account,
            ledger: None,
        }
    }

    pub fn counts(&self, kind: TargetKind) -> Counts {
        self.records.get(kind.word()).copied().unwrap_or_default()
    }

    /// All kinds together.
    pub fn total(&self) -> Counts {
        self.records.values().fold(Counts::default(), |sum, it| Counts {
            created: sum.created + it.created,
            updated: sum.updated + it.updated,
            unchanged: sum.unchanged + it.unchanged,
        })
    }
}

impl FileSummary {
    fn of(report: &FileReport) -> Self {
        let alias = |(alias, count): (&crate::rules::drafting::AliasUse, &u64)| AliasSummary {
            column: alias.column.clone(),
            from: alias.from.clone(),
            to: alias.to.clone(),
            count: *count,
        };
        Self {
            name: report.name.clone(),
            rows: report.rows,
            accepted: report.accepted,
            rejected: report.rejected,
            blank: report.blank,
            duplicates: report.duplicates.len() as u64,
            aliases: report.aliases.iter().map(alias).collect(),
        }
    }
}
