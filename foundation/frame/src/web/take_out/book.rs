//! A list as a workbook.

use std::io::BufWriter;

use kernel::Day;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, XlsxError};

use super::Cell;

/// The rows of one sheet of a workbook, its head among them; what is more goes on the next one.
const ROWS_OF_A_SHEET: u32 = 1_048_576;
/// The longest text that a cell of a workbook takes.
const LONGEST_CELL: usize = 32_767;
/// From this year on all spreadsheets count the same days: to some 1900 was a leap year.
const FIRST_YEAR: i16 = 1901;
/// A number of more digits would be rounded by a spreadsheet, which counts in binary fractions.
const EXACT_DIGITS: usize = 15;

/// A workbook whose rows go to disk as they come.
pub struct Book {
    workbook: Workbook,
    head: Vec<String>,
    /// The sheet that is written, and its next row.
    sheet: usize,
    row: u32,
    bold: Format,
    day: Format,
    /// Numbers by how many decimals they have.
    numbers: [Format; 5],
}

impl Book {
    pub fn begin(head: Vec<String>) -> std::result::Result<Self, XlsxError> {
        let mut book = Self {
            workbook: Workbook::new(),
            head,
            sheet: 0,
            row: 0,
            bold: Format::new().set_bold(),
            day: Format::new().set_num_format("yyyy-mm-dd"),
            numbers: ["#,##0", "#,##0.0", "#,##0.00", "#,##0.000", "#,##0.0000"]
                .map(|it| Format::new().set_num_format(it)),
        };
        book.new_sheet()?;
        Ok(book)
    }

    /// What the sheet that is written is called.
    pub fn name(&mut self, name: &str) -> std::result::Result<(), XlsxError> {
        self.workbook.worksheet_from_index(self.sheet)?.set_name(name)?;
        Ok(())
    }

    /// The rows that follow stand on another sheet, under this head.
    pub fn turn_to(&mut self, head: Vec<String>) -> std::result::Result<(), XlsxError> {
        self.head = head;
        self.new_sheet()
    }

    fn new_sheet(&mut self) -> std::result::Result<(), XlsxError> {
        let sheet = self.workbook.add_worksheet_with_constant_memory()?;
        sheet.set_freeze_panes(1, 1)?;
        for (column, head) in (0_u16..).zip(&self.head) {
            sheet.set_column_width(column, 18)?;
            sheet.write_string_with_format(0, column, head, &self.bold)?;
        }
        self.sheet = self.workbook.worksheets().len() - 1;
        self.row = 1;
        Ok(())
    }

    pub fn add(&mut self, rows: Vec<Vec<Cell>>) -> std::result::Result<(), XlsxError> {
        for row in rows {
            if self.row == ROWS_OF_A_SHEET {
                self.new_sheet()?;
            }
            let sheet = self.workbook.worksheet_from_index(self.sheet)?;
            for (column, cell) in (0_u16..).zip(row) {
                let y = self.row;
                match cell {
                    Cell::Nothing => {}
                    Cell::Text(text) => {
                        sheet.write_string(y, column, cut(text))?;
                    }
                    Cell::Day(day) => match on(day) {
                        Some(on) => {
                            sheet.write_datetime_with_format(y, column, &on, &self.day)?;
                        }
                        None => {
                            sheet.write_string(y, column, day.to_string())?;
                        }
                    },
                    Cell::Number(number) => match exactly(&number) {
                        Some(exact) => {
                            let decimals = number.split_once('.').map_or(0, |it| it.1.len());
                            let format = &self.numbers[decimals.min(self.numbers.len() - 1)];
                            sheet.write_number_with_format(y, column, exact, format)?;
                        }
                        None => {
                            sheet.write_string(y, column, number)?;
                        }
                    },
                }
            }
            self.row += 1;
        }
        Ok(())
    }

    pub fn end(mut self, mut file: std::fs::File) -> std::result::Result<std::fs::File, XlsxError> {
        self.workbook.save_to_writer(BufWriter::new(&mut file))?;
        Ok(file)
    }
}

/// The day as a spreadsheet keeps it; none of one that it has not.
fn on(day: Day) -> Option<ExcelDateTime> {
    if day.0.year() < FIRST_YEAR {
        return None;
    }
    ExcelDateTime::parse_from_str(&day.to_string()).ok()
}

/// The number as a spreadsheet keeps it; none where it would round it.
fn exactly(number: &str) -> Option<f64> {
    let digits = number.chars().filter(char::is_ascii_digit).count();
    if digits <= EXACT_DIGITS { number.parse().ok() } else { None }
}

fn cut(text: String) -> String {
    // Whatever has fewer bytes has fewer characters.
    if text.len() <= LONGEST_CELL { text } else { text.chars().take(LONGEST_CELL).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_that_a_spreadsheet_would_round_is_written_as_text() {
        assert_eq!(exactly("999999999999.99"), Some(999_999_999_999.99));
        assert_eq!(exactly("9007199254740993"), None);
    }

    #[test]
    fn a_day_that_a_workbook_cannot_hold_is_written_as_text() {
        let day = |text: &str| Day::kept(text).unwrap();
        let is_held = |text: &str| on(day(text)).is_some();
        let mut book = Book::begin(vec!["Berdiri".to_owned()]).unwrap();

        assert!(["1901-01-01", "2026-03-02", "9999-12-31"].into_iter().all(is_held));
        assert!(
            !["-000001-01-01", "0000-01-01", "1899-12-31", "1900-02-28"].into_iter().any(is_held)
        );
        let rows = ["-000001-01-01", "1850-05-17", "2026-03-02"].map(|it| vec![Cell::Day(day(it))]);
        book.add(rows.into()).unwrap();
    }

    #[test]
    fn a_cell_of_a_workbook_takes_so_much() {
        assert_eq!(cut("é".repeat(40_000)).chars().count(), LONGEST_CELL);
        assert_eq!(cut("é".repeat(20_000)).chars().count(), 20_000);
    }
}
