//! A text, cut into rows that know their line.
//!
//! The parser is the `csv` crate's own core; around it stands what an importer has to say and
//! the crate cannot: on which line a row began (blank lines and every kind of line end counted),
//! that a quotation mark never closes, and that a row is too long to be one.

use std::io::Read;

use csv_core::ReadRecordResult;

use crate::reading::decoded::{Decoded, TextFault};
use crate::rules::encoding::TextEncoding;
use crate::rules::file_refused::FileRefused;
use crate::rules::row::Row;
use crate::rules::survey::Limits;

/// The rows of a text, the header included.
pub struct Records<R> {
    text: Decoded<R>,
    encoding: TextEncoding,
    limits: Limits,
    parser: csv_core::Reader,
    place: Place,
    bytes: Vec<u8>,
    ends: Vec<usize>,
}

impl<R: Read> Records<R> {
    pub fn new(input: R, encoding: TextEncoding, delimiter: u8, limits: Limits) -> Self {
        Self {
            text: Decoded::new(input, encoding, limits.file_bytes),
            encoding,
            limits,
            parser: csv_core::ReaderBuilder::new().delimiter(delimiter).build(),
            place: Place::new(delimiter),
            bytes: vec![0; limits.row_bytes.min(1_024)],
            ends: vec![0; limits.columns.min(32)],
        }
    }

    /// Reads the next row into `row`; false at the end.
    pub fn read(&mut self, row: &mut Row) -> Result<bool, FileRefused> {
        row.clear();
        if !self.skip_blank_lines()? {
            return Ok(false);
        }
        row.line = self.place.line;

        let (mut written, mut ended) = (0, 0);
        loop {
            let (line, encoding, limits) = (self.place.line, self.encoding, self.limits);
            let piece = self.text.fill().map_err(|fault| refused(fault, line, encoding, limits))?;
            let at_end = piece.is_empty();
            let (result, read, wrote, ends) =
                self.parser.read_record(piece, &mut self.bytes[written..], &mut self.ends[ended..]);
            self.place.pass(&piece[..read]);
            self.text.consume(read);
            written += wrote;
            ended += ends;
            match result {
                ReadRecordResult::InputEmpty if at_end => break,
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => self.widen(row.line)?,
                ReadRecordResult::OutputEndsFull => self.add_columns(row.line)?,
                ReadRecordResult::Record | ReadRecordResult::End => break,
            }
        }
        if let Some(line) = self.place.open_quote() {
            return Err(FileRefused::QuoteNeverCloses { line });
        }
        let text = std::str::from_utf8(&self.bytes[..written])
            .map_err(|_| FileRefused::InvalidBytes { line: row.line, encoding: "UTF-8" })?;
        row.set(text, &self.ends[..ended]);
        Ok(true)
    }

    /// Moves to where a row begins; false when there is none.
    fn skip_blank_lines(&mut self) -> Result<bool, FileRefused> {
        loop {
            let (line, encoding, limits) = (self.place.line, self.encoding, self.limits);
            let piece = self.text.fill().map_err(|fault| refused(fault, line, encoding, limits))?;
            if piece.is_empty() {
                return Ok(false);
            }
            let count = piece.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
            let found = count < piece.len();
            self.place.pass(&piece[..count]);
            self.text.consume(count);
            if found {
                return Ok(true);
            }
        }
    }

    fn widen(&mut self, line: u64) -> Result<(), FileRefused> {
        if self.limits.row_bytes <= self.bytes.len() {
            let limit_kib = (self.limits.row_bytes / 1_024) as u64;
            return Err(FileRefused::RowTooLong { line, limit_kib });
        }
        self.bytes.resize((self.bytes.len() * 2).min(self.limits.row_bytes), 0);
        Ok(())
    }

    fn add_columns(&mut self, line: u64) -> Result<(), FileRefused> {
        if self.limits.columns <= self.ends.len() {
            let limit = self.limits.columns as u64;
            return Err(FileRefused::TooManyColumns { line, limit });
        }
        self.ends.resize((self.ends.len() * 2).min(self.limits.columns), 0);
        Ok(())
    }
}

fn refused(fault: TextFault, line: u64, encoding: TextEncoding, limits: Limits) -> FileRefused {
    match fault {
        TextFault::Unreadable(cause) => FileRefused::Unreadable { cause: cause.to_string() },
        TextFault::Malformed => FileRefused::InvalidBytes { line, encoding: encoding.name() },
        TextFault::Nul => FileRefused::Binary,
        TextFault::TooLarge => FileRefused::TooLarge { limit_mib: limits.file_bytes >> 20 },
    }
}

/// Where in the text the reader stands.
struct Place {
    line: u64,
    after_return: bool,
    delimiter: u8,
    quoting: Quoting,
    quoted_since: u64,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Quoting {
    AtStart,
    InCell,
    InQuotes,
    /// After a mark inside quotes: the end of them, or the first of two.
    AfterMark,
}

impl Place {
    const fn new(delimiter: u8) -> Self {
        Self { line: 1, after_return: false, delimiter, quoting: Quoting::AtStart, quoted_since: 1 }
    }

    fn pass(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.quoting = match (self.quoting, *byte) {
                (Quoting::AtStart, b'"') => {
                    self.quoted_since = self.line;
                    Quoting::InQuotes
                }
                (Quoting::InQuotes, b'"') => Quoting::AfterMark,
                (Quoting::InQuotes, _) | (Quoting::AfterMark, b'"') => Quoting::InQuotes,
                (_, b'\r' | b'\n') => Quoting::AtStart,
                (_, byte) if byte == self.delimiter => Quoting::AtStart,
                _ => Quoting::InCell,
            };
            // A return and a feed together are one line end.
            self.line += u64::from(*byte == b'\r' || (*byte == b'\n' && !self.after_return));
            self.after_return = *byte == b'\r';
        }
    }

    /// The line whose quotation mark is still open.
    fn open_quote(&self) -> Option<u64> {
        (self.quoting == Quoting::InQuotes).then_some(self.quoted_since)
    }
}

#[cfg(test)]
mod tests;
