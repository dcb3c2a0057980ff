//! A whole list as a file, however long: read page by page from one moment of the database, and
//! written to disk before it is sent, so that neither memory nor a reader of the database waits
//! for whoever downloads slowly.

use std::future::Future;
use std::io::{Read, Seek, Write};
use std::pin::Pin;

use axum::body::{Body, Bytes};
use axum::http::HeaderValue;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::Response;
use futures_util::stream;
use kernel::access::{Act, Area};
use kernel::money::Money;
use kernel::{Day, Exact, Lang};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, XlsxError};
use serde::Serialize;

use super::list::{Cut, MOST};
use super::sheet;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::stream::Event;

/// How much of a file is held at once while it is sent.
const PART: usize = 64 * 1024;
/// The rows of one sheet of a workbook, its head among them; what is more goes on the next one.
const ROWS_OF_A_SHEET: u32 = 1_048_576;
/// The longest text that a cell of a workbook takes.
const LONGEST_CELL: usize = 32_767;
/// A number of more digits would be rounded by a spreadsheet, which counts in binary fractions.
const EXACT_DIGITS: usize = 15;

kernel::labels! {
    /// As what a list is taken out.
    pub enum Form {
        Csv = "csv",
        Xlsx = "xlsx",
    }
}

/// What stands in a cell; it is never a formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    Text(String),
    /// Whole, or with a point before its decimals.
    Number(String),
    Day(Day),
    Nothing,
}

impl Cell {
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    pub fn count(count: i64) -> Self {
        Self::Number(count.to_string())
    }

    /// As many decimals as people write for the currency, which stands in a cell of its own.
    pub fn money(amount: i64, currency: &str) -> Self {
        Exact::of_money(&Money::new(amount, currency)).map_or(Self::Nothing, Self::exact)
    }

    pub fn exact(number: Exact) -> Self {
        Self::Number(number.to_string())
    }

    /// What is not there leaves its cell empty.
    pub fn perhaps<T>(value: Option<T>, cell: impl FnOnce(T) -> Self) -> Self {
        value.map_or(Self::Nothing, cell)
    }

    /// As the reader's spreadsheet reads it from a text file.
    fn written(self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Text(text), _) => text,
            (Self::Number(number), Lang::Id) => number.replace('.', ","),
            (Self::Number(number), Lang::En) => number,
            (Self::Day(day), _) => day.to_string(),
            (Self::Nothing, _) => String::new(),
        }
    }
}

/// Where a list is found as a file, for those who may take it out.
pub struct Files {
    pub csv: String,
    pub xlsx: String,
}

/// The files of the list at this address, narrowed as it is there.
pub fn files(ctx: &Ctx, area: Area, address: &str) -> Option<Files> {
    if !ctx.may(Act::Export, area) {
        return None;
    }
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let mark = if query.is_empty() { "" } else { "?" };
    let file = |form: Form| format!("{path}.{}{mark}{query}", form.word());
    Some(Files { csv: file(Form::Csv), xlsx: file(Form::Xlsx) })
}

/// The rows of a list, some at a time.
pub trait Rows: Send + 'static {
    fn head(&self) -> Vec<&'static str>;

    /// The next of them; none at the end.
    fn next(&mut self) -> impl Future<Output = Result<Vec<Vec<Cell>>>> + Send;
}

/// Leads through the pages of a list, for its [`Rows`].
#[derive(Default)]
pub struct Paging {
    cursor: Option<String>,
    ended: bool,
}

impl Paging {
    /// Which page to read now; none after the last.
    pub fn cut(&self) -> Option<Cut> {
        (!self.ended).then(|| Cut { limit: Some(MOST), cursor: self.cursor.clone() })
    }

    /// Where that page ended.
    pub fn ended_at(&mut self, next_cursor: Option<String>) {
        self.ended = next_cursor.is_none();
        self.cursor = next_cursor;
    }
}

/// Which list somebody takes out.
pub struct List<'a, L> {
    /// Whose `export` it asks for; what is read of this area is what they may take out.
    pub area: Area,
    /// What the audit calls it: `accounts.exported`.
    pub event: &'static str,
    /// The file's name, without its ending.
    pub name: &'a str,
    /// By what it was narrowed.
    pub looked: &'a L,
}

/// Takes a list out: permits, records that somebody did, and answers with the file.
pub async fn take_out<L: Serialize, R: Rows>(
    ctx: Ctx,
    form: Form,
    list: List<'_, L>,
    rows: impl FnOnce(Ctx) -> R,
) -> Result<Response> {
    let ctx = ctx.taking_out(list.area)?;
    ctx.app.limits.export.take(&ctx.actor.person.0)?;
    let (lang, today) = (ctx.lang(), ctx.now.day(&ctx.actor.zone));
    let recording = ctx.again();
    let mut rows = rows(ctx);
    // What is asked wrongly is answered, and not found out within a download.
    let first = rows.next().await?;

    let tx = recording.begin().await?;
    tx.record(
        Event::of(list.event, "person", tx.actor.person)
            .owner(tx.actor.person)
            .with("form", form.word())
            .with("asked", serde_json::to_string(list.looked)?),
    );
    tx.commit().await?;
    answer(form, &format!("{}-{today}", list.name), sending(form, lang, first, rows))
}

fn answer(form: Form, name: &str, body: Body) -> Result<Response> {
    let kind = match form {
        Form::Csv => "text/csv; charset=utf-8",
        Form::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    };
    let mut response = Response::new(body);
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    let download = format!("attachment; filename=\"{}.{}\"", sheet::plain(name), form.word());
    let download = HeaderValue::from_str(&download).map_err(Error::internal)?;
    headers.insert(CONTENT_DISPOSITION, download);
    Ok(response)
}

/// A body that first is written, and then read.
enum Sending {
    Writing(Pin<Box<dyn Future<Output = Result<std::fs::File>> + Send>>),
    Reading(std::fs::File),
}

fn sending<R: Rows>(form: Form, lang: Lang, first: Vec<Vec<Cell>>, rows: R) -> Body {
    let writing = Sending::Writing(Box::pin(written(form, lang, first, rows)));
    Body::from_stream(stream::unfold(Some(writing), |at| async move {
        let file = match at? {
            Sending::Reading(file) => Ok(file),
            Sending::Writing(writing) => writing.await,
        };
        // A failure breaks the download off: a file that ends early must not look whole.
        match file.and_then(part) {
            Ok((bytes, _)) if bytes.is_empty() => None,
            Ok((bytes, file)) => Some((Ok(bytes), Some(Sending::Reading(file)))),
            Err(error) => {
                tracing::error!(error = %error, "a list could not be taken out");
                Some((Err(std::io::Error::other(error.to_string())), None))
            }
        }
    }))
}

fn part(mut file: std::fs::File) -> Result<(Bytes, std::fs::File)> {
    let mut part = vec![0; PART];
    let read = file.read(&mut part).map_err(Error::internal)?;
    part.truncate(read);
    Ok((Bytes::from(part), file))
}

/// A file without a name, which is gone when it is closed, whatever happens.
async fn written<R: Rows>(
    form: Form,
    lang: Lang,
    first: Vec<Vec<Cell>>,
    mut rows: R,
) -> Result<std::fs::File> {
    let file = tempfile::tempfile().map_err(Error::internal)?;
    let head = rows.head();
    let mut file = match form {
        Form::Csv => {
            let mut text = Text { file, lang };
            text.begin(&head).map_err(Error::internal)?;
            let mut some = first;
            while !some.is_empty() {
                text.add(some).map_err(Error::internal)?;
                some = rows.next().await?;
            }
            text.file
        }
        Form::Xlsx => {
            let mut book = Book::begin(head).map_err(Error::internal)?;
            let mut some = first;
            while !some.is_empty() {
                book.add(some).map_err(Error::internal)?;
                some = rows.next().await?;
            }
            // Its readers of the database are free while it is packed.
            drop(rows);
            let packed = tokio::task::spawn_blocking(move || book.end(file)).await?;
            packed.map_err(Error::internal)?
        }
    };
    file.rewind().map_err(Error::internal)?;
    Ok(file)
}

/// A text file with a line for each row.
struct Text {
    file: std::fs::File,
    lang: Lang,
}

impl Text {
    fn begin(&mut self, head: &[&str]) -> std::io::Result<()> {
        let head = head.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
        let mut text = sheet::MARK.to_owned();
        sheet::write_row(&mut text, &head, sheet::parted_by(self.lang));
        self.file.write_all(text.as_bytes())
    }

    fn add(&mut self, rows: Vec<Vec<Cell>>) -> std::io::Result<()> {
        let mut text = String::with_capacity(PART);
        for row in rows {
            let row: Vec<String> = row.into_iter().map(|it| it.written(self.lang)).collect();
            sheet::write_row(&mut text, &row, sheet::parted_by(self.lang));
        }
        self.file.write_all(text.as_bytes())
    }
}

/// A workbook whose rows go to disk as they come.
struct Book {
    book: Workbook,
    head: Vec<&'static str>,
    /// The sheet that is written, and its next row.
    sheet: usize,
    row: u32,
    bold: Format,
    day: Format,
}

impl Book {
    fn begin(head: Vec<&'static str>) -> std::result::Result<Self, XlsxError> {
        let mut book = Self {
            book: Workbook::new(),
            head,
            sheet: 0,
            row: 0,
            bold: Format::new().set_bold(),
            day: Format::new().set_num_format("yyyy-mm-dd"),
        };
        book.new_sheet()?;
        Ok(book)
    }

    fn new_sheet(&mut self) -> std::result::Result<(), XlsxError> {
        let sheet = self.book.add_worksheet_with_constant_memory()?;
        sheet.set_freeze_panes(1, 1)?;
        for (column, head) in (0_u16..).zip(&self.head) {
            sheet.set_column_width(column, 18)?;
            sheet.write_string_with_format(0, column, *head, &self.bold)?;
        }
        self.sheet = self.book.worksheets().len() - 1;
        self.row = 1;
        Ok(())
    }

    fn add(&mut self, rows: Vec<Vec<Cell>>) -> std::result::Result<(), XlsxError> {
        for row in rows {
            if self.row == ROWS_OF_A_SHEET {
                self.new_sheet()?;
            }
            let sheet = self.book.worksheet_from_index(self.sheet)?;
            for (column, cell) in (0_u16..).zip(row) {
                let y = self.row;
                match cell {
                    Cell::Nothing => {}
                    Cell::Text(text) => {
                        sheet.write_string(y, column, cut(text))?;
                    }
                    Cell::Day(day) => {
                        let at = ExcelDateTime::parse_from_str(&day.to_string())?;
                        sheet.write_datetime_with_format(y, column, &at, &self.day)?;
                    }
                    Cell::Number(number) => match exactly(&number) {
                        Some(exact) => {
                            sheet.write_number(y, column, exact)?;
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

    fn end(mut self, mut file: std::fs::File) -> std::result::Result<std::fs::File, XlsxError> {
        self.book.save_to_writer(std::io::BufWriter::new(&mut file))?;
        Ok(file)
    }
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
    use calamine::{Data, Reader, Xlsx};

    use super::*;

    /// Pages of rows that count up, with what spreadsheets would execute beside them.
    struct Counting {
        pages: i64,
        at: i64,
        breaks: bool,
    }

    impl Rows for Counting {
        fn head(&self) -> Vec<&'static str> {
            vec!["Nomor", "Nama", "Jumlah", "Hari"]
        }

        async fn next(&mut self) -> Result<Vec<Vec<Cell>>> {
            if self.at == self.pages {
                return Ok(Vec::new());
            }
            self.at += 1;
            if self.breaks && self.at == 2 {
                return Err(Error::internal(std::io::Error::other("the disk is full")));
            }
            let day = Cell::Day("2026-11-29".parse().unwrap());
            let row = |it: i64| {
                let money = Cell::money(it * 100 + 5, "USD");
                vec![Cell::count(it), Cell::text("=1+1; \"x\""), money, day.clone()]
            };
            Ok((0..3).map(|it| row(self.at * 10 + it)).collect())
        }
    }

    async fn body(form: Form, lang: Lang, mut rows: Counting) -> std::io::Result<Vec<u8>> {
        let first = rows.next().await.unwrap();
        let body = sending(form, lang, first, rows);
        let bytes = axum::body::to_bytes(body, usize::MAX).await;
        bytes.map(|it| it.to_vec()).map_err(std::io::Error::other)
    }

    #[tokio::test]
    async fn a_list_arrives_whole_and_executes_nothing() {
        let rows = Counting { pages: 2, at: 0, breaks: false };
        let bytes = body(Form::Csv, Lang::Id, rows).await.unwrap();

        let text = String::from_utf8(bytes).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[0], "\u{feff}Nomor;Nama;Jumlah;Hari");
        assert_eq!(lines[1], "10;\"'=1+1; \"\"x\"\"\";\"10,05\";2026-11-29");
        assert_eq!(lines.len(), 7);
    }

    #[tokio::test]
    async fn a_list_of_nothing_has_its_head() {
        let rows = Counting { pages: 0, at: 0, breaks: false };
        let bytes = body(Form::Csv, Lang::En, rows).await.unwrap();

        assert_eq!(String::from_utf8(bytes).unwrap(), "\u{feff}Nomor,Nama,Jumlah,Hari\r\n");
    }

    #[tokio::test]
    async fn a_list_that_breaks_off_does_not_look_whole() {
        for form in [Form::Csv, Form::Xlsx] {
            let rows = Counting { pages: 3, at: 0, breaks: true };

            assert!(body(form, Lang::Id, rows).await.is_err());
        }
    }

    #[tokio::test]
    async fn a_workbook_is_one() {
        let rows = Counting { pages: 2, at: 0, breaks: false };
        let bytes = body(Form::Xlsx, Lang::Id, rows).await.unwrap();

        let mut book = Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
        let sheet = book.worksheet_range_at(0).unwrap().unwrap();
        assert_eq!(sheet.get_size(), (7, 4));
        assert_eq!(sheet.get((1, 0)), Some(&Data::Float(10.0)));
        assert_eq!(sheet.get((1, 1)), Some(&Data::String("=1+1; \"x\"".to_owned())));
        assert_eq!(sheet.get((1, 2)), Some(&Data::Float(10.05)));
        assert!(matches!(sheet.get((1, 3)), Some(Data::DateTime(_))));
        assert!(book.worksheet_formula("Sheet1").unwrap().is_empty());
    }

    #[test]
    fn a_number_that_a_spreadsheet_would_round_is_written_as_text() {
        assert_eq!(exactly("999999999999.99"), Some(999_999_999_999.99));
        assert_eq!(exactly("9007199254740993"), None);
    }

    #[test]
    fn a_cell_of_a_workbook_takes_so_much() {
        assert_eq!(cut("é".repeat(40_000)).chars().count(), LONGEST_CELL);
        assert_eq!(cut("é".repeat(20_000)).chars().count(), 20_000);
    }
}
