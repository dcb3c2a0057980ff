//! What an import did or would do, in numbers.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::ledger_summary::LedgerSummary;
use crate::rules::draft::{Draft, TargetKind};
use crate::rules::planning::{Counts, Decision, FileReport, Plan};
use crate::rules::said::Said;

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
    /// What a plan does; `given` are the accounts that only get an owner, by name.
    pub fn of(
        plan: &Plan<Uuid>,
        passed_over: Vec<String>,
        given: &[&str],
        with_owner: u64,
    ) -> Self {
        let mut records: BTreeMap<String, Counts> =
            plan.counts().into_iter().map(|(kind, it)| (kind.word().to_owned(), it)).collect();
        let is_unchanged = |name: &str| {
            plan.steps.iter().any(|step| {
                step.draft.kind() == TargetKind::Account
                    && step.draft.name() == name
                    && matches!(step.decision, Decision::Unchanged { .. })
            })
        };
        for name in given {
            let accounts = records.entry(TargetKind::Account.word().to_owned()).or_default();
            accounts.updated += 1;
            accounts.unchanged -= u64::from(is_unchanged(name));
        }
        let files: Vec<FileSummary> = plan.files.iter().map(FileSummary::of).collect();
        Self {
            rejected: files.iter().map(|file| file.rejected).sum(),
            files,
            passed_over,
            records,
            owners_given: with_owner,
            opportunities_without_account: without_account(plan),
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

fn without_account(plan: &Plan<Uuid>) -> u64 {
    let without = plan.steps.iter().filter(|step| match &step.draft {
        Draft::Opportunity(deal) => deal.account == Said::Nothing,
        _ => false,
    });
    without.count() as u64
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
