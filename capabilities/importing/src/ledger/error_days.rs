//! Days that stay out, each as a file to be mended and imported again.

use frame::{Error, Result};
use kernel::{Lang, Refusal};

use crate::error_file::ErrorForm;
use crate::rules::cell::{ERROR_COLUMNS, safe_cell};
use crate::rules::day_refused::{DayRefused, is_mended_by_cells};
use crate::rules::online_retail::{COLUMNS, judged_lines};
use crate::source_file::ErrorFile;

use super::look::{DayFile, Looked, read};

/// More than this is not kept of one import; what is wrong is told all the same.
const MOST_BYTES: usize = 32 << 20;

/// All of a day stays out, so all of it comes back: a line that cannot be read has its number, its
/// column and the reason beside it.
pub fn error_days(looked: &Looked, lang: Lang) -> Result<Vec<ErrorFile>> {
    let (mut files, mut bytes) = (Vec::new(), 0);
    for day in &looked.days {
        if let Some(file) = error_day(day, lang)? {
            bytes += file.content.len();
            if MOST_BYTES < bytes {
                break;
            }
            files.push(file);
        }
    }
    Ok(files)
}

/// A day as a file to be mended; none where its cells are not what keeps it out.
pub fn error_day(day: &DayFile, lang: Lang) -> Result<Option<ErrorFile>> {
    if !day.refused().is_some_and(|why| is_mended_by_cells(why.code())) {
        return Ok(None);
    }
    let Ok(read) = read(&day.path)? else { return Ok(None) };
    let Some(lines) = judged_lines(day.day, &read) else { return Ok(None) };
    let mut content = "\u{feff}".as_bytes().to_vec();
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(&mut content);
    writer.write_record(COLUMNS.iter().chain(&ERROR_COLUMNS)).map_err(Error::internal)?;
    let mut rejected = 0;
    for (cells, why) in &lines {
        let told = why.as_ref().map(|it| about(it, lang)).unwrap_or_default();
        rejected += u64::from(why.is_some());
        let cells = cells.iter().map(String::as_str).chain(told.iter().map(String::as_str));
        let cells = cells.map(|it| safe_cell(it).into_owned());
        writer.write_record(cells).map_err(Error::internal)?;
    }
    writer.flush()?;
    drop(writer);
    let content = String::from_utf8(content).map_err(Error::internal)?;
    Ok(Some(ErrorFile {
        name: format!("{}.csv", day.day),
        rejected,
        content,
        form: ErrorForm::Csv,
    }))
}

/// What stands beside a line.
fn about(why: &DayRefused, lang: Lang) -> [String; 3] {
    let (line, column) = match why {
        DayRefused::Cell { line, column, .. } => (*line, *column),
        DayRefused::TwoClients { line, .. } => (*line, COLUMNS[6]),
        _ => (0, ""),
    };
    [line.to_string(), column.to_owned(), why.sentence(lang)]
}
