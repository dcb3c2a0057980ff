//! Pipeline: deals that may be won, and those that were.

pub mod opportunity;

pub use opportunity::{OpportunityId, OpportunityKind, OpportunityOut};
