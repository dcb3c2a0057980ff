//! Cells that a spreadsheet shows and does not execute.

pub use kernel::cell::{safe_cell, unguarded};

/// What a file of rejected rows appends to each row.
pub const ERROR_COLUMNS: [&str; 3] = ["line", "column", "reason"];
