//! Why a day's file is not taken. All of the day stays out; the others go on.

use kernel::{Lang, Refusal};

use crate::words::Words;

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DayRefused {
    #[error("the columns are not {columns}")]
    Columns { columns: String },
    #[error("the file has no lines")]
    Empty,
    #[error("the file cannot be read: {cause}")]
    Unreadable { cause: String },
    #[error("line {line}, {column}: `{value}`")]
    Cell { line: u64, column: &'static str, value: String },
    #[error("line {line}: document {number} is of two clients")]
    TwoClients { line: u64, number: String },
    #[error("the day was imported with other content")]
    Changed,
    #[error("the file is larger than {limit_mib} MiB")]
    TooLarge { limit_mib: u64 },
    /// What the ledger says of it.
    #[error("{sentence}")]
    Ledger { code: &'static str, sentence: String },
}

/// Whether a day that stays out for this reason, told by its code, is mended in its cells.
pub fn is_mended_by_cells(code: &str) -> bool {
    matches!(code, CELL | TWO_CLIENTS)
}

const CELL: &str = "importing.cell_not_understood";
const TWO_CLIENTS: &str = "importing.document_of_two_clients";

impl Refusal for DayRefused {
    fn code(&self) -> &'static str {
        match self {
            Self::Columns { .. } => "importing.columns_missing",
            Self::Empty => "importing.file_has_no_rows",
            Self::Unreadable { .. } => "importing.file_unreadable",
            Self::Cell { .. } => CELL,
            Self::TwoClients { .. } => TWO_CLIENTS,
            Self::Changed => "importing.day_changed",
            Self::TooLarge { .. } => "importing.file_too_large",
            Self::Ledger { code, .. } => code,
        }
    }

    fn sentence(&self, lang: Lang) -> String {
        let w = Words::of(lang);
        match self {
            Self::Columns { columns } => w.day_columns(columns),
            Self::Empty => w.file_has_no_rows().to_owned(),
            Self::Unreadable { cause } => w.file_unreadable(cause),
            Self::Cell { line, column, value } => w.day_cell(line, column, value),
            Self::TwoClients { line, number } => w.day_two_clients(line, number),
            Self::Changed => w.day_changed().to_owned(),
            Self::TooLarge { limit_mib } => w.file_too_large(limit_mib),
            Self::Ledger { sentence, .. } => sentence.clone(),
        }
    }

    fn field(&self) -> Option<&'static str> {
        Some("file")
    }
}
