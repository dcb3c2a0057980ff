//! Online Retail: a day of a wholesaler's invoice lines, and what each of them means.

use std::collections::{HashMap, HashSet};

use kernel::exact::Rounding;
use kernel::{Day, Exact, country};

use crate::rules::cell::{ERROR_COLUMNS, unguarded};
use crate::rules::day_refused::DayRefused;

/// How its runs, keys and numbers are called.
pub const PRESET: &str = "online-retail";
/// The wholesaler sells in pounds.
pub const CURRENCY: &str = "GBP";

pub const COLUMNS: [&str; 8] = [
    "InvoiceNo",
    "StockCode",
    "Description",
    "Quantity",
    "InvoiceDate",
    "UnitPrice",
    "CustomerID",
    "Country",
];

/// Longer than this nothing in a cell is a name.
const LONGEST: usize = 200;

/// What a document is, as its number and its prices say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Invoice,
    Cancellation,
    Adjustment,
}

/// One document of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaleDocument {
    pub number: String,
    pub kind: Kind,
    /// Of its first line.
    pub time: String,
    /// By which the wholesaler knows the client; none when they are not named.
    pub customer: Option<String>,
    /// Two letters of ISO 3166, or the source's own words.
    pub country: String,
    pub lines: Vec<SaleLine>,
}

impl SaleDocument {
    /// Two lines of one number speak of different clients.
    fn is_of_another(&self, said: &Self) -> bool {
        self.customer != said.customer || self.country != said.country
    }

    /// What it comes to; none when that is too much to count.
    pub fn net(&self) -> Option<Exact> {
        let net = |it: &SaleLine| it.price.times(it.quantity, Rounding::HalfAwayFromZero);
        self.lines.iter().try_fold(Exact::ZERO, |sum, it| sum.checked_add(net(it)?))
    }

    /// How many of its lines say the same as an earlier one.
    pub fn repeated(&self) -> u64 {
        let mut seen = HashSet::new();
        self.lines.iter().filter(|it| !seen.insert(*it)).count() as u64
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SaleLine {
    pub code: String,
    pub text: String,
    pub quantity: Exact,
    pub price: Exact,
}

/// The day that a file is about, by its name.
pub fn day_of(name: &str) -> Option<Day> {
    let day = name.strip_suffix(".csv")?;
    (day.len() == 10).then(|| day.parse().ok())?
}

/// The day of the first line of a file that begins so; none if it is no file of this ledger.
pub fn first_day(head: &[u8]) -> Option<Day> {
    let mut reader = csv::ReaderBuilder::new().from_reader(head);
    columns_of(&mut reader).ok()?;
    let mut record = csv::StringRecord::new();
    reader.read_record(&mut record).ok()?;
    record.get(4)?.split(' ').next()?.parse().ok()
}

/// Whether these are the columns of this ledger.
pub fn are_columns(columns: &[String]) -> bool {
    columns.iter().take(COLUMNS.len()).eq(COLUMNS)
        && [0, ERROR_COLUMNS.len()].contains(&(columns.len() - COLUMNS.len()))
}

/// Whether a file that begins so has the columns of this ledger.
pub fn is_header(head: &[u8]) -> bool {
    columns_of(&mut csv::ReaderBuilder::new().from_reader(head)).is_ok()
}

/// What stands in the first line of a file.
pub fn header(head: &[u8]) -> Vec<String> {
    let mut reader = csv::ReaderBuilder::new().from_reader(head);
    let header = reader.byte_headers().map(|it| it.iter().map(String::from_utf8_lossy));
    header.map(|it| it.map(std::borrow::Cow::into_owned).collect()).unwrap_or_default()
}

/// How the columns of a file are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Written {
    Plainly,
    /// With the reasons for which the day was refused, and cells guarded against formulas.
    WithReasons,
}

fn columns_of(reader: &mut csv::Reader<&[u8]>) -> Result<Written, DayRefused> {
    let header = reader.byte_headers().map_err(|cause| unreadable(&cause))?;
    let known = || COLUMNS.iter().map(|it| it.as_bytes());
    if header.iter().eq(known()) {
        return Ok(Written::Plainly);
    }
    if header.iter().eq(known().chain(ERROR_COLUMNS.iter().map(|it| it.as_bytes()))) {
        return Ok(Written::WithReasons);
    }
    Err(DayRefused::Columns { columns: COLUMNS.join(", ") })
}

/// Every line of a day's file as its columns are, and what is wrong with it: its line, and why.
/// None where no mending of cells helps.
pub fn judged_lines(day: Day, bytes: &[u8]) -> Option<Vec<(Vec<String>, Option<DayRefused>)>> {
    let mut reader = csv::ReaderBuilder::new().from_reader(bytes);
    let written = columns_of(&mut reader).ok()?;
    let mut firsts: HashMap<String, SaleDocument> = HashMap::new();
    let mut lines = Vec::new();
    let mut record = csv::StringRecord::new();
    while reader.read_record(&mut record).ok()? {
        let at = record.position().map_or(0, csv::Position::line);
        let cells = plain(&record, written);
        let why = match row(day, &cells, at) {
            Err(why) => Some(why),
            Ok(said) => {
                let first = firsts.entry(said.number.clone()).or_insert_with(|| said.clone());
                first.is_of_another(&said).then(|| two_clients(at, said))
            }
        };
        lines.push((cells.iter().map(str::to_owned).collect(), why));
    }
    Some(lines)
}

/// The cells of the ledger's own columns, as they were before they were guarded.
fn plain(record: &csv::StringRecord, written: Written) -> csv::StringRecord {
    let cells = record.iter().take(COLUMNS.len());
    match written {
        Written::Plainly => cells.collect(),
        Written::WithReasons => cells.map(unguarded).collect(),
    }
}

fn two_clients(line: u64, said: SaleDocument) -> DayRefused {
    DayRefused::TwoClients { line, number: said.number }
}

/// The documents of a day's file, in the order in which they begin. All of it is understood, or
/// none of it is taken.
pub fn read_day(day: Day, bytes: &[u8]) -> Result<Vec<SaleDocument>, DayRefused> {
    let mut reader = csv::ReaderBuilder::new().from_reader(bytes);
    let written = columns_of(&mut reader)?;
    let mut documents: Vec<SaleDocument> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut record = csv::StringRecord::new();
    while reader.read_record(&mut record).map_err(|cause| unreadable(&cause))? {
        let at = record.position().map_or(0, csv::Position::line);
        let said = match written {
            Written::Plainly => row(day, &record, at)?,
            Written::WithReasons => row(day, &plain(&record, written), at)?,
        };
        match places.get(&said.number).and_then(|place| documents.get_mut(*place)) {
            None => {
                places.insert(said.number.clone(), documents.len());
                documents.push(said);
            }
            Some(document) => {
                if document.is_of_another(&said) {
                    return Err(two_clients(at, said));
                }
                if said.kind == Kind::Adjustment {
                    document.kind = Kind::Adjustment;
                }
                document.lines.extend(said.lines);
            }
        }
    }
    if documents.is_empty() {
        return Err(DayRefused::Empty);
    }
    Ok(documents)
}

/// A document of one line.
fn row(day: Day, record: &csv::StringRecord, at: u64) -> Result<SaleDocument, DayRefused> {
    let cell = |place: usize| record.get(place).unwrap_or_default();
    let wrong = |place: usize| DayRefused::Cell {
        line: at,
        column: COLUMNS[place],
        value: cell(place).chars().take(LONGEST).collect(),
    };
    let word = |place: usize| match cell(place).trim() {
        text if text.is_empty() || LONGEST < text.chars().count() => Err(wrong(place)),
        text => Ok(text.to_owned()),
    };
    let number = word(0)?;
    let code = word(1)?;
    let text = one_line(cell(2));
    if LONGEST < text.chars().count() {
        return Err(wrong(2));
    }
    let quantity = cell(3).parse::<Exact>().map_err(|_| wrong(3))?;
    let (on, time) = cell(4).split_once(' ').ok_or_else(|| wrong(4))?;
    let is_time = time.len() == 8 && time.parse::<jiff::civil::Time>().is_ok();
    if on.parse::<Day>().ok() != Some(day) || !is_time {
        return Err(wrong(4));
    }
    let price = cell(5).parse::<Exact>().map_err(|_| wrong(5))?;
    let kind = match number.as_bytes().first() {
        Some(b'C') => Kind::Cancellation,
        Some(b'A') => Kind::Adjustment,
        _ if price.is_negative() => Kind::Adjustment,
        _ => Kind::Invoice,
    };
    Ok(SaleDocument {
        number,
        kind,
        time: time.to_owned(),
        customer: customer(cell(6)).map_err(|()| wrong(6))?,
        country: country_of(&word(7)?),
        lines: vec![SaleLine { code, text, quantity, price }],
    })
}

/// `17850.0` is 17850: the file was written by somebody who took numbers for amounts.
fn customer(cell: &str) -> Result<Option<String>, ()> {
    let cell = cell.trim();
    if cell.is_empty() {
        return Ok(None);
    }
    let key = cell.strip_suffix(".0").unwrap_or(cell);
    let is_key = key.len() <= 20 && key.bytes().all(|it| it.is_ascii_digit());
    if is_key { Ok(Some(key.to_owned())) } else { Err(()) }
}

/// The country's code, or the source's own words where it names no country.
pub fn country_of(said: &str) -> String {
    let code = match said {
        "EIRE" => Some("IE"),
        "RSA" => Some("ZA"),
        other => country::meant(other).map(|it| it.code),
    };
    code.unwrap_or(said).to_owned()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn unreadable(cause: &csv::Error) -> DayRefused {
    DayRefused::Unreadable { cause: cause.to_string() }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const HEAD: &str =
        "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

    fn day() -> Day {
        "2010-12-01".parse().unwrap()
    }

    fn read(rows: &str) -> Result<Vec<SaleDocument>, DayRefused> {
        read_day(day(), format!("{HEAD}{rows}").as_bytes())
    }

    #[test]
    fn lines_of_one_number_are_one_document_duplicates_included() {
        let line = "536365,85123A, WHITE  HEART ,6,2010-12-01 08:26:00,2.55,17850.0,EIRE\n";
        let other = "C536379,D,Discount,-1,2010-12-01 09:41:00,27.5,,Channel Islands\n";

        let documents = read(&format!("{line}{other}{line}")).unwrap();

        assert_eq!(documents.len(), 2);
        let (sale, credit) = (&documents[0], &documents[1]);
        assert_eq!((sale.lines.len(), &sale.lines[0]), (2, &sale.lines[1]));
        assert_eq!(sale.lines[0].text, "WHITE HEART");
        assert_eq!((sale.customer.as_deref(), sale.country.as_str()), (Some("17850"), "IE"));
        assert_eq!((credit.kind, credit.customer.as_deref()), (Kind::Cancellation, None));
        assert_eq!(credit.country, "Channel Islands", "no country, so as it was said");
    }

    #[test]
    fn a_negative_price_sets_the_books_right() {
        let bad = "A563186,B,Adjust bad debt,1,2010-12-01 14:51:00,-11062.06,,United Kingdom\n";
        let same = "536365,B,Adjust bad debt,1,2010-12-01 14:51:00,-1,,United Kingdom\n";

        assert_eq!(read(bad).unwrap()[0].kind, Kind::Adjustment);
        assert_eq!(read(same).unwrap()[0].kind, Kind::Adjustment);
    }

    #[test]
    fn a_day_that_is_not_understood_names_its_line_and_column() {
        for (row, column) in [
            ("5,A,x,viele,2010-12-01 08:26:00,1,,France\n", "Quantity"),
            ("5,A,x,1,2010-12-02 08:26:00,1,,France\n", "InvoiceDate"),
            ("5,A,x,1,2010-12-01 8:26,1,,France\n", "InvoiceDate"),
            ("5,A,x,1,2010-12-01 08:26:00,0.00001,,France\n", "UnitPrice"),
            ("5,A,x,1,2010-12-01 08:26:00,1,17850.5,France\n", "CustomerID"),
            ("5,A,x,1,2010-12-01 08:26:00,1,,\n", "Country"),
            (",A,x,1,2010-12-01 08:26:00,1,,France\n", "InvoiceNo"),
        ] {
            match read(row) {
                Err(DayRefused::Cell { line: 2, column: found, .. }) => assert_eq!(found, column),
                other => panic!("{row}: {other:?}"),
            }
        }
        let two =
            "5,A,x,1,2010-12-01 08:26:00,1,1.0,France\n5,A,x,1,2010-12-01 08:26:00,1,,France\n";
        assert!(matches!(read(two), Err(DayRefused::TwoClients { line: 3, .. })));
        assert!(matches!(read(""), Err(DayRefused::Empty)));
        assert!(matches!(read_day(day(), b"a,b\n1,2\n"), Err(DayRefused::Columns { .. })));
        assert!(matches!(read("a,b\n"), Err(DayRefused::Unreadable { .. })));
    }

    #[test]
    fn a_file_is_of_the_day_that_it_is_called_after() {
        assert_eq!(day_of("2010-12-01.csv"), Some(day()));
        for name in ["2010-12-01.txt", "online.csv", "2010-13-01.csv", "20101201.csv"] {
            assert_eq!(day_of(name), None, "{name}");
        }
    }

    proptest! {
        #[test]
        fn whatever_stands_there_is_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            let mut file = HEAD.as_bytes().to_vec();
            file.extend(&bytes);

            let _ = read_day(day(), &bytes);
            let _ = read_day(day(), &file);
        }
    }
}
