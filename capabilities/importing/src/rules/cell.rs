//! Cells that a spreadsheet shows and does not execute.

pub use kernel::cell::{safe_cell, unguarded};

/// What a file of rejected rows appends to each row.
pub const ERROR_COLUMNS: [&str; 3] = ["line", "column", "reason"];

/// What a list that is taken out calls the ids of its records, in either language.
pub const OWN_ID: [&str; 2] = ["ID Jembatan", "Jembatan ID"];
