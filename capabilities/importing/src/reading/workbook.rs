//! A sheet of a workbook becomes a text with commas, which is then read like any other.
//!
//! Formulas give the value that was last computed, days their date. A row stands on the line that
//! has its number in the sheet.

use std::fs::File;
use std::io::{BufReader, BufWriter, Read, Seek, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use calamine::{Data, ExcelDateTime, Reader, Xls, XlsError, Xlsx, XlsxError};

use crate::reading::unreadable;
use crate::rules::file_refused::FileRefused;
use crate::rules::signature::Format;
use crate::rules::survey::Limits;

mod parts;

use self::parts::{Most, weigh};

/// The most that a workbook may hold, packed.
const MOST_BYTES: u64 = 64 << 20;
/// As many rows as a sheet has.
const MOST_ROWS: u32 = 1_048_576;

/// What a workbook has, and what was taken of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    pub sheets: Vec<String>,
    pub sheet: String,
}

/// Writes the sheet of this name, or the first that says anything, as a text.
pub fn to_text(
    path: &Path,
    format: Format,
    sheet: Option<&str>,
    out: &Path,
    limits: Limits,
) -> Result<Taken, FileRefused> {
    // The libraries that read these formats trust lengths that a damaged file may lie about.
    let read = catch_unwind(AssertUnwindSafe(|| match format {
        Format::Xlsx => from_xlsx(path, sheet, out, limits),
        Format::Xls | Format::Delimited | Format::Vcard => from_xls(path, sheet, out, limits),
    }));
    read.unwrap_or(Err(FileRefused::Damaged))
}

fn opened(path: &Path) -> Result<BufReader<File>, FileRefused> {
    let file = File::open(path).map_err(|fault| unreadable(&fault))?;
    let length = file.metadata().map_err(|fault| unreadable(&fault))?.len();
    if MOST_BYTES < length {
        return Err(FileRefused::TooLarge { limit_mib: MOST_BYTES >> 20 });
    }
    Ok(BufReader::new(file))
}

fn from_xlsx(
    path: &Path,
    sheet: Option<&str>,
    out: &Path,
    limits: Limits,
) -> Result<Taken, FileRefused> {
    weigh(opened(path)?, Most::default())?;
    let mut book = Xlsx::new(opened(path)?).map_err(|fault| refused_xlsx(&fault))?;
    let sheets = book.sheet_names();
    for name in wanted(&sheets, sheet) {
        let mut writer = SheetWriter::create(out, limits)?;
        let mut cells = book.worksheet_cells_reader(name).map_err(|fault| refused_xlsx(&fault))?;
        while let Some(cell) = cells.next_cell().map_err(|fault| refused_xlsx(&fault))? {
            let place = cell.get_position();
            writer.add(place, Data::from(cell.get_value().clone()))?;
        }
        if writer.finish()? {
            return Ok(Taken { sheet: name.clone(), sheets });
        }
    }
    Err(FileRefused::Empty)
}

fn from_xls(
    path: &Path,
    sheet: Option<&str>,
    out: &Path,
    limits: Limits,
) -> Result<Taken, FileRefused> {
    let mut input = opened(path)?;
    if is_locked(&mut input)? {
        return Err(FileRefused::Locked);
    }
    let mut book = Xls::new(input).map_err(|fault| refused_xls(&fault))?;
    let sheets = book.sheet_names();
    for name in wanted(&sheets, sheet) {
        let range = book.worksheet_range(name).map_err(|fault| refused_xls(&fault))?;
        let Some((row, column)) = range.start() else { continue };
        let mut writer = SheetWriter::create(out, limits)?;
        for (down, right, value) in range.used_cells() {
            let (down, right) = (u32::try_from(down), u32::try_from(right));
            let (Ok(down), Ok(right)) = (down, right) else { return Err(FileRefused::Damaged) };
            writer.add((row + down, column + right), value.clone())?;
        }
        if writer.finish()? {
            return Ok(Taken { sheet: name.clone(), sheets });
        }
    }
    Err(FileRefused::Empty)
}

/// The sheet that was asked for, or all of them in their order.
fn wanted<'a>(sheets: &'a [String], sheet: Option<&str>) -> Vec<&'a String> {
    let asked: Vec<&String> =
        sheets.iter().filter(|it| sheet.is_none_or(|asked| asked == it.as_str())).collect();
    if asked.is_empty() { sheets.iter().collect() } else { asked }
}

/// A new workbook under a password lies in the container of an old one.
fn is_locked(input: &mut (impl Read + Seek)) -> Result<bool, FileRefused> {
    let mark: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes).map_err(|fault| unreadable(&fault))?;
    input.rewind().map_err(|fault| unreadable(&fault))?;
    Ok(bytes.windows(mark.len()).any(|it| it == mark))
}

fn refused_xlsx(fault: &XlsxError) -> FileRefused {
    match fault {
        XlsxError::Password => FileRefused::Locked,
        _ => FileRefused::Damaged,
    }
}

fn refused_xls(fault: &XlsError) -> FileRefused {
    match fault {
        XlsError::Password => FileRefused::Locked,
        _ => FileRefused::Damaged,
    }
}

/// Cells in the order of rows, written as they come.
struct SheetWriter {
    out: csv::Writer<BufWriter<File>>,
    limits: Limits,
    /// How much was written. One long text may stand in every cell and be in the workbook once.
    bytes: u64,
    /// The row that is being filled, counted from 0, and its cells.
    row: Option<u32>,
    cells: Vec<String>,
    width: usize,
    says: bool,
}

impl SheetWriter {
    fn create(path: &Path, limits: Limits) -> Result<Self, FileRefused> {
        let file = File::create(path).map_err(|fault| unreadable(&fault))?;
        let out = csv::WriterBuilder::new().flexible(true).from_writer(BufWriter::new(file));
        Ok(Self { out, limits, bytes: 0, row: None, cells: Vec::new(), width: 0, says: false })
    }

    fn add(&mut self, (row, column): (u32, u32), value: Data) -> Result<(), FileRefused> {
        let text = text_of(value);
        if text.is_empty() {
            return Ok(());
        }
        // No sheet is that long, and the lines between would be written.
        if MOST_ROWS <= row {
            return Err(FileRefused::Damaged);
        }
        let column = column as usize;
        if self.limits.columns <= column {
            let limit = self.limits.columns as u64;
            return Err(FileRefused::TooManyColumns { line: u64::from(row) + 1, limit });
        }
        if self.row != Some(row) {
            self.end_row()?;
            self.blank_lines(row)?;
            self.row = Some(row);
        }
        if self.cells.len() <= column {
            self.cells.resize(column + 1, String::new());
        }
        self.cells[column] = text;
        Ok(())
    }

    /// The lines between the last row and this one.
    fn blank_lines(&mut self, row: u32) -> Result<(), FileRefused> {
        let Some(last) = self.row else {
            // Above the first row nothing is counted as a row.
            self.out.flush().map_err(|fault| unreadable(&fault))?;
            let above = "\n".repeat(row as usize);
            let out = self.out.get_ref();
            let mut file = out.get_ref();
            return file.write_all(above.as_bytes()).map_err(|fault| unreadable(&fault));
        };
        if row < last {
            return Err(FileRefused::Damaged);
        }
        for _ in last + 1..row {
            self.out.write_record([""]).map_err(|fault| unreadable(&fault.into()))?;
        }
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), FileRefused> {
        if self.row.is_none() {
            return Ok(());
        }
        // A sheet has no end of a row: cells that are not there are empty.
        if !self.says {
            self.says = true;
            self.width = self.cells.len();
        }
        if self.cells.len() < self.width {
            self.cells.resize(self.width, String::new());
        }
        self.bytes += self.cells.iter().map(|it| it.len() as u64 + 1).sum::<u64>();
        if self.limits.file_bytes < self.bytes {
            return Err(FileRefused::Bomb);
        }
        self.out.write_record(&self.cells).map_err(|fault| unreadable(&fault.into()))?;
        self.cells.clear();
        Ok(())
    }

    /// Whether there was anything.
    fn finish(mut self) -> Result<bool, FileRefused> {
        self.end_row()?;
        self.out.flush().map_err(|fault| unreadable(&fault))?;
        Ok(self.says)
    }
}

/// What a cell says, in one line.
fn text_of(value: Data) -> String {
    match value {
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number.to_string(),
        Data::String(text) => text.replace(['\r', '\n', '\0'], " ").trim().to_owned(),
        Data::Bool(truth) => truth.to_string(),
        Data::DateTime(moment) => moment_of(&moment),
        Data::DateTimeIso(text) | Data::DurationIso(text) => text,
        Data::Error(error) => error.to_string(),
        Data::Empty => String::new(),
    }
}

fn moment_of(moment: &ExcelDateTime) -> String {
    if moment.is_duration() {
        return moment.as_f64().to_string();
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let day = format!("{year:04}-{month:02}-{day:02}");
    if (hour, minute, second) == (0, 0, 0) {
        day
    } else {
        format!("{day} {hour:02}:{minute:02}:{second:02}")
    }
}
