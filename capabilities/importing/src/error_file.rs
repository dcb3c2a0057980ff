//! The rejected rows of a file, in its own form, to be mended and imported again.

use std::collections::BTreeMap;
use std::io::{self, Read, Write};

use kernel::{Lang, Refusal, labels};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, XlsxError};

use crate::reading::Rows;
use crate::rules::cell::{ERROR_COLUMNS, safe_cell};
use crate::rules::number::is_number;
use crate::rules::row::Row;
use crate::rules::row_refused::RowFault;
use crate::rules::signature;
use crate::rules::survey::Survey;

labels! {
    /// As what rejected rows are handed back.
    pub enum ErrorForm {
        Csv = "csv",
        /// For rows of a workbook, of whichever kind.
        Xlsx = "xlsx",
    }
}

impl ErrorForm {
    /// As what the rows of such a file come back.
    pub const fn of(format: signature::Format) -> Self {
        match format {
            signature::Format::Xlsx | signature::Format::Xls => Self::Xlsx,
            // Cards have no place for a reason.
            signature::Format::Delimited | signature::Format::Vcard => Self::Csv,
        }
    }

    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }

    /// The file from the text that [`write_rejected`] wrote.
    pub fn bytes(self, text: &str) -> Result<Vec<u8>, XlsxError> {
        match self {
            Self::Csv => Ok(text.as_bytes().to_vec()),
            Self::Xlsx => workbook(text),
        }
    }
}

/// The longest text that a cell of a workbook takes.
const LONGEST_CELL: usize = 32_767;
/// A number of more digits would be rounded by a spreadsheet, which counts in binary fractions.
const EXACT_DIGITS: usize = 15;

/// A workbook of the rows of a text with commas: what was a number or a day in a sheet is one again.
fn workbook(text: &str) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let (bold, day) = (Format::new().set_bold(), Format::new().set_num_format("yyyy-mm-dd"));
    // Its rows go to disk as they come.
    let sheet = book.add_worksheet_with_constant_memory()?;
    sheet.set_freeze_panes(1, 0)?;
    let text = text.trim_start_matches('\u{feff}');
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    for (y, record) in (0_u32..).zip(reader.records().map_while(Result::ok)) {
        for (x, cell) in (0_u16..).zip(&record) {
            if y == 0 {
                sheet.write_string_with_format(y, x, short(cell), &bold)?;
            } else if is_exact(cell) {
                sheet.write_number(y, x, cell.parse::<f64>().unwrap_or_default())?;
            } else if let Some(at) = day_of(cell) {
                sheet.write_datetime_with_format(y, x, &at, &day)?;
            } else if !cell.is_empty() {
                sheet.write_string(y, x, short(cell))?;
            }
        }
    }
    book.save_to_buffer()
}

fn short(cell: &str) -> String {
    cell.chars().take(LONGEST_CELL).collect()
}

/// Whether a number comes out of a sheet as it went in: no zeros that stand for nothing, no marks
/// between thousands, and few enough digits.
fn is_exact(cell: &str) -> bool {
    let digits = cell.chars().filter(char::is_ascii_digit).count();
    is_number(cell)
        && digits <= EXACT_DIGITS
        && cell.parse::<f64>().is_ok_and(|number| number.to_string() == cell)
}

/// A day as sheets are read: `2026-03-02`, of those that a sheet can hold.
fn day_of(cell: &str) -> Option<ExcelDateTime> {
    let day: kernel::Day = cell.parse().ok()?;
    let is_written_so = day.to_string() == cell && 1900 < day.0.year();
    is_written_so.then(|| ExcelDateTime::parse_from_str(cell).ok()).flatten()
}

/// Writes the rows that have faults, each followed by its line, the columns at fault and the
/// reasons; how many rows were written.
///
/// Columns and delimiter are those of the input, the text is UTF-8 with a byte-order mark, which
/// spreadsheets need to know it. Cells beyond the last column stand after the reasons, so that the
/// row stays wrong until somebody moves them.
pub fn write_rejected<'a, R: Read>(
    survey: &Survey,
    mut rows: Rows<R>,
    faults: impl IntoIterator<Item = &'a RowFault>,
    lang: Lang,
    mut out: impl Write,
) -> io::Result<u64> {
    out.write_all("\u{feff}".as_bytes())?;
    let mut writer = csv::WriterBuilder::new()
        .delimiter(survey.delimiter)
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .from_writer(out);
    let columns = own_columns(survey);
    let header = columns.iter().map(String::as_str).chain(ERROR_COLUMNS);
    writer.write_record(header.map(|cell| safe_cell(cell).into_owned()))?;

    let mut of_line: BTreeMap<u64, Vec<&RowFault>> = BTreeMap::new();
    for fault in faults {
        of_line.entry(fault.line).or_default().push(fault);
    }
    let mut written = 0;
    let mut row = Row::default();
    while rows.read(&mut row).map_err(io::Error::other)? {
        let Some(faults) = of_line.get(&row.line) else { continue };
        writer.write_record(rejected(&row, columns.len(), survey, faults, lang))?;
        written += 1;
    }
    writer.flush()?;
    Ok(written)
}

/// The columns of the input, without those that an earlier round appended.
fn own_columns(survey: &Survey) -> &[String] {
    let appended = if survey.is_error_file { ERROR_COLUMNS.len() } else { 0 };
    &survey.columns[..survey.columns.len() - appended]
}

fn rejected(
    row: &Row,
    width: usize,
    survey: &Survey,
    faults: &[&RowFault],
    lang: Lang,
) -> Vec<String> {
    let mut columns: Vec<&str> = Vec::new();
    let mut reasons: Vec<String> = Vec::new();
    for fault in faults {
        columns.extend(fault.column.as_deref().filter(|column| !columns.contains(column)));
        reasons.push(fault.why.sentence(lang));
    }
    let said = [row.line.to_string(), columns.join(", "), reasons.join(" ")];

    let cell = |index| safe_cell(row.cell(index).unwrap_or_default()).into_owned();
    let mut cells: Vec<String> = (0..width).map(cell).collect();
    cells.extend(said.iter().map(|cell| safe_cell(cell).into_owned()));
    cells.extend((survey.columns.len()..row.len()).map(cell));
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_comes_out_of_the_workbook_as_it_went_in() {
        for (cell, is_number) in [
            ("1500.5", true),
            ("-5", true),
            ("0.1", true),
            ("0013121660091000", false),
            ("3171011708450001", false),
            ("1.50", false),
            ("1.234,5", false),
            ("+62", false),
            ("1e5", false),
            ("", false),
        ] {
            assert_eq!(is_exact(cell), is_number, "{cell}");
        }
        assert!(day_of("2026-03-02").is_some());
        for cell in ["1899-12-31", "2026-3-2", "02/03/2026", "2026-02-30"] {
            assert!(day_of(cell).is_none(), "{cell}");
        }
    }
}
