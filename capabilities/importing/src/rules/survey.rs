//! How a file is written and what it holds.

use serde::{Deserialize, Serialize};

use crate::rules::encoding::TextEncoding;
use crate::rules::signature::Format;

/// How much of a file is read before it is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    pub file_bytes: u64,
    pub row_bytes: usize,
    pub columns: usize,
    /// Something of each row is held until all are known, however short it is.
    #[serde(default = "most_rows")]
    pub rows: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { file_bytes: 512 << 20, row_bytes: 1 << 20, columns: 1_000, rows: most_rows() }
    }
}

/// Twice what a sheet of a spreadsheet can have.
const fn most_rows() -> u64 {
    2_000_000
}

/// What somebody says about a file, where guessing would be wrong.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    pub encoding: Option<TextEncoding>,
    pub delimiter: Option<u8>,
    pub has_header: Option<bool>,
}

/// How a file is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact about a file, and any may hold")]
pub struct Survey {
    pub format: Format,
    pub encoding: TextEncoding,
    pub delimiter: u8,
    /// Whether its first line only tells the delimiter.
    pub says_delimiter: bool,
    pub has_header: bool,
    /// The names of the columns, or their numbers when there is no header.
    pub columns: Vec<String>,
    /// Whether this is a file of rejected rows that comes back: its last three columns speak
    /// about the rows, and its cells are guarded against formulas.
    pub is_error_file: bool,
    /// Whether this is a list that was taken out here: one of its columns is our own id.
    #[serde(default)]
    pub is_ours: bool,
    /// Whether cells that begin like a formula have an apostrophe before them.
    #[serde(default)]
    pub is_guarded: bool,
    /// Rows below the header, blank ones included.
    pub rows: u64,
    pub limits: Limits,
}

impl Survey {
    /// Where the column of this name stands.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column == name)
    }
}
