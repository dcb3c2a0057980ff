//! Pipeline: deals that may be won, and those that were.

pub mod opportunity;

use frame::Table;

pub use opportunity::{OpportunityId, OpportunityKind, OpportunityOut};

/// The tables that are kept here.
pub const TABLES: &[Table] = &[Table::of::<opportunity::Entity>()];
