//! The rejected rows of a file, in its own form, to be mended and imported again.

use std::collections::BTreeMap;
use std::io::{self, Read, Write};

use kernel::{Lang, Refusal};

use crate::reading::Rows;
use crate::rules::cell::{ERROR_COLUMNS, safe_cell};
use crate::rules::row::Row;
use crate::rules::row_refused::RowFault;
use crate::rules::survey::Survey;

/// Writes the rows that have faults, each followed by its line, the columns at fault and the
/// reasons; how many rows were written.
///
/// Columns and delimiter are those of the input, the text is UTF-8 with a byte-order mark, which
/// spreadsheets need to know it. Cells beyond the last column stand after the reasons, so that the
/// row stays wrong until somebody moves them.
pub fn write_rejected<R: Read>(
    survey: &Survey,
    mut rows: Rows<R>,
    faults: &[RowFault],
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
