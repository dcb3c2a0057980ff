//! Bytes become rows, in constant memory.
//!
//! The first look reads all of a file once and says how it is written and what it holds. Reading
//! its rows afterwards guesses nothing.

use std::io::{self, Read};

use crate::rules::cell;
use crate::rules::dialect;
use crate::rules::encoding::{Census, TextEncoding};
use crate::rules::file_refused::FileRefused;
use crate::rules::row::Row;
use crate::rules::signature::{Format, format_of};
use crate::rules::survey::{Limits, Survey, Told};

pub mod workbook;
pub mod vcard;

mod decoded;
mod records;

use records::Records;

/// Looks at a file that `open` opens from its start, as often as asked.
pub fn look<R: Read>(
    open: impl Fn() -> io::Result<R>,
    told: Told,
    limits: Limits,
) -> Result<Survey, FileRefused> {
    let bytes = first_look(open_with(&open)?, limits)?;
    let format = match format_of(&bytes.head)? {
        Format::Xlsx | Format::Xls | Format::Vcard => return Err(FileRefused::Workbook),
        Format::Delimited => Format::Delimited,
    };
    let encoding = match told.encoding {
        Some(encoding) => encoding,
        None => bytes.census.encoding().map_err(|_| FileRefused::Binary)?,
    };
    let head = decode_head(&bytes.head, encoding);
    if head.trim().is_empty() && bytes.is_whole() {
        return Err(FileRefused::Empty);
    }
    let delimiter =
        told.delimiter.unwrap_or_else(|| dialect::delimiter_of(&head, bytes.is_whole()));
    let mut survey = Survey {
        format,
        encoding,
        delimiter,
        says_delimiter: dialect::said_delimiter(&head).is_some(),
        has_header: false,
        columns: Vec::new(),
        is_error_file: false,
        is_ours: false,
        is_guarded: false,
        rows: 0,
        limits,
    };

    let mut rows = Rows::open(open_with(&open)?, &survey)?;
    let mut row = Row::default();
    if !rows.read(&mut row)? {
        return Err(FileRefused::Empty);
    }
    let first: Vec<&str> = row.cells().collect();
    survey.is_error_file = first.ends_with(&cell::ERROR_COLUMNS);
    survey.is_ours = first.iter().any(|it| cell::OWN_ID.contains(it));
    survey.is_guarded = survey.is_error_file || survey.is_ours;
    survey.has_header =
        survey.is_guarded || told.has_header.unwrap_or_else(|| dialect::is_header(&first));
    survey.columns = names(&first, &survey);
    survey.rows = u64::from(!survey.has_header);
    while rows.read(&mut row)? {
        survey.rows += 1;
        if limits.rows < survey.rows {
            return Err(FileRefused::TooManyRows { limit: limits.rows });
        }
    }
    if survey.rows == 0 {
        return Err(FileRefused::OnlyHeader);
    }
    Ok(survey)
}

fn names(first: &[&str], survey: &Survey) -> Vec<String> {
    if !survey.has_header {
        return (1..=first.len()).map(|number| number.to_string()).collect();
    }
    let name = |cell: &&str| {
        let cell = cell.trim();
        if survey.is_guarded { cell::unguarded(cell).to_owned() } else { cell.to_owned() }
    };
    first.iter().map(name).collect()
}

/// The rows of a surveyed file, without its header.
pub struct Rows<R> {
    records: Records<R>,
    unguard: bool,
}

impl<R: Read> Rows<R> {
    /// Begins at the first row.
    pub fn open(input: R, survey: &Survey) -> Result<Self, FileRefused> {
        let mut records = Records::new(input, survey.encoding, survey.delimiter, survey.limits);
        let mut row = Row::default();
        for _ in 0..usize::from(survey.says_delimiter) + usize::from(survey.has_header) {
            records.read(&mut row)?;
        }
        Ok(Self { records, unguard: survey.is_guarded })
    }

    /// Reads the next row into `row`; false at the end.
    pub fn read(&mut self, row: &mut Row) -> Result<bool, FileRefused> {
        let found = self.records.read(row)?;
        if self.unguard {
            row.map(|cell| cell::unguarded(cell).to_owned());
        }
        Ok(found)
    }
}

struct FirstLook {
    head: Vec<u8>,
    census: Census,
    length: u64,
}

impl FirstLook {
    fn is_whole(&self) -> bool {
        self.length == self.head.len() as u64
    }
}

fn first_look(mut input: impl Read, limits: Limits) -> Result<FirstLook, FileRefused> {
    const HEAD: usize = 64 * 1024;

    let mut look = FirstLook { head: Vec::new(), census: Census::default(), length: 0 };
    let mut buffer = vec![0; HEAD];
    loop {
        let count = match input.read(&mut buffer) {
            Ok(0) => break,
            Ok(count) => count,
            Err(fault) if fault.kind() == io::ErrorKind::Interrupted => continue,
            Err(fault) => return Err(unreadable(&fault)),
        };
        let piece = &buffer[..count];
        look.head.extend(piece.iter().take(HEAD - look.head.len()));
        look.census.add(piece);
        look.length += count as u64;
        if limits.file_bytes < look.length {
            return Err(FileRefused::TooLarge { limit_mib: limits.file_bytes >> 20 });
        }
    }
    if look.length == 0 {
        return Err(FileRefused::Empty);
    }
    Ok(look)
}

fn decode_head(head: &[u8], encoding: TextEncoding) -> String {
    let mut text = String::with_capacity(head.len() * 3 + 16);
    // Broken and cut letters are of no account here; whoever reads the rows meets them.
    let _ = encoding.decoder().decode_to_string(head, &mut text, false);
    text
}

fn open_with<R: Read>(open: impl Fn() -> io::Result<R>) -> Result<R, FileRefused> {
    open().map_err(|fault| unreadable(&fault))
}

/// What the machine says when it cannot read, in our words where we have them.
pub fn unreadable(fault: &io::Error) -> FileRefused {
    match fault.kind() {
        io::ErrorKind::NotFound => FileRefused::Missing,
        io::ErrorKind::IsADirectory => FileRefused::Directory,
        _ => FileRefused::Unreadable { cause: fault.to_string() },
    }
}
