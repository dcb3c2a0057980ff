//! What an import of a ledger did or would do, beyond records and rows.

use std::collections::BTreeMap;

use kernel::Exact;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What days of a ledger hold, of all that were looked at or kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct LedgerSummary {
    pub days: u64,
    pub documents: u64,
    pub lines: u64,
    pub net: Exact,
    pub currency: String,
    /// Lines whose buyer is not named; they stand with the house account.
    pub lines_without_customer: u64,
    /// Lines that say the same as an earlier one of their document; they are kept, too.
    pub repeated_lines: u64,
    /// Lines of cancellations.
    pub cancelled_lines: u64,
    /// How many of these are tied to the line that they take back, and why the others are not.
    pub ties: BTreeMap<String, u64>,
    /// Days that stay out.
    pub refused: Vec<DayOut>,
}

/// A day that stays out, and why.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct DayOut {
    pub day: String,
    /// Stable, safe to branch on.
    pub code: String,
    pub sentence: String,
}
