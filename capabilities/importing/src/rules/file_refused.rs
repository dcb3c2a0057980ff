//! Why a file cannot be imported at all. Nothing was changed when one of these is said.

use kernel::{Lang, Refusal};

use crate::words::Words;

/// A file that says no before any of its rows is judged.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileRefused {
    #[error("there is no such file")]
    Missing,
    #[error("this is a directory")]
    Directory,
    #[error("the file cannot be read: {cause}")]
    Unreadable { cause: String },
    #[error("the file is empty")]
    Empty,
    #[error("the file has a header and no rows")]
    OnlyHeader,
    #[error("the file is a workbook under a password")]
    Locked,
    #[error("the file is damaged")]
    Damaged,
    #[error("the file unpacks to more than is accepted")]
    Bomb,
    /// Whoever reads texts alone meets a workbook.
    #[error("the file is a workbook")]
    Workbook,
    #[error("the file is compressed")]
    Compressed,
    #[error("the file is not text")]
    Binary,
    #[error("the file is larger than {limit_mib} MiB")]
    TooLarge { limit_mib: u64 },
    #[error("the file has more than {limit} rows")]
    TooManyRows { limit: u64 },
    #[error("the row of line {line} is longer than {limit_kib} KiB")]
    RowTooLong { line: u64, limit_kib: u64 },
    #[error("the row of line {line} has more than {limit} columns")]
    TooManyColumns { line: u64, limit: u64 },
    #[error("line {line} has bytes that are not {encoding}")]
    InvalidBytes { line: u64, encoding: &'static str },
    #[error("the quotation mark of line {line} is never closed")]
    QuoteNeverCloses { line: u64 },
    #[error("no file of the mapping has these columns")]
    NothingFits { columns: String },
    #[error("the mapping needs the columns {columns}")]
    ColumnsMissing { columns: String },
    #[error("the file is no archive that can be unpacked")]
    NoArchive,
    #[error("there is no file of a day")]
    NoDays,
    #[error("the day {day} is there twice")]
    DayTwice { day: String },
    #[error("the column {column} stands there twice")]
    ColumnTwice { column: String },
    /// The company has no such field, or it is not for whoever imports.
    #[error("the company has no field `{field}`")]
    OwnFieldUnknown { field: String },
}

impl Refusal for FileRefused {
    fn code(&self) -> &'static str {
        match self {
            Self::Missing => "importing.file_missing",
            Self::Directory => "importing.file_is_directory",
            Self::Unreadable { .. } => "importing.file_unreadable",
            Self::Empty => "importing.file_empty",
            Self::OnlyHeader => "importing.file_has_no_rows",
            Self::Locked => "importing.file_is_locked",
            Self::Damaged => "importing.file_is_damaged",
            Self::Bomb => "importing.file_unpacks_to_much",
            Self::Workbook => "importing.file_is_workbook",
            Self::Compressed => "importing.file_is_compressed",
            Self::Binary => "importing.file_is_binary",
            Self::TooLarge { .. } => "importing.file_too_large",
            Self::TooManyRows { .. } => "importing.file_has_many_rows",
            Self::RowTooLong { .. } => "importing.row_too_long",
            Self::TooManyColumns { .. } => "importing.too_many_columns",
            Self::InvalidBytes { .. } => "importing.invalid_bytes",
            Self::QuoteNeverCloses { .. } => "importing.quote_never_closes",
            Self::NothingFits { .. } => "importing.nothing_fits",
            Self::ColumnsMissing { .. } => "importing.columns_missing",
            Self::NoArchive => "importing.no_archive",
            Self::NoDays => "importing.no_days",
            Self::DayTwice { .. } => "importing.day_twice",
            Self::ColumnTwice { .. } => "importing.column_twice",
            Self::OwnFieldUnknown { .. } => "importing.own_field_unknown",
        }
    }

    fn sentence(&self, lang: Lang) -> String {
        let words = Words::of(lang);
        match self {
            Self::Missing => words.file_missing().to_owned(),
            Self::Directory => words.file_is_directory().to_owned(),
            Self::Unreadable { cause } => words.file_unreadable(cause),
            Self::Empty => words.file_empty().to_owned(),
            Self::OnlyHeader => words.file_has_no_rows().to_owned(),
            Self::Locked => words.file_is_locked().to_owned(),
            Self::Damaged => words.file_is_damaged().to_owned(),
            Self::Bomb => words.file_unpacks_to_much().to_owned(),
            Self::Workbook => words.file_is_workbook().to_owned(),
            Self::Compressed => words.file_is_compressed().to_owned(),
            Self::Binary => words.file_is_binary().to_owned(),
            Self::TooLarge { limit_mib } => words.file_too_large(limit_mib),
            Self::TooManyRows { limit } => {
                words.file_has_many_rows(lang.number(i64::try_from(*limit).unwrap_or(i64::MAX)))
            }
            Self::RowTooLong { line, limit_kib } => words.row_too_long(line, limit_kib),
            Self::TooManyColumns { line, limit } => words.too_many_columns(line, limit),
            Self::InvalidBytes { line, encoding } => words.invalid_bytes(line, encoding),
            Self::QuoteNeverCloses { line } => words.quote_never_closes(line),
            Self::NothingFits { columns } => words.nothing_fits(columns),
            Self::ColumnsMissing { columns } => words.columns_missing(columns),
            Self::NoArchive => words.no_archive().to_owned(),
            Self::NoDays => words.no_days().to_owned(),
            Self::DayTwice { day } => words.day_twice(day),
            Self::ColumnTwice { column } => words.column_twice(column),
            Self::OwnFieldUnknown { field } => words.own_field_unknown(field),
        }
    }

    fn field(&self) -> Option<&'static str> {
        Some("file")
    }
}
