//! Tables that people open in a spreadsheet, which shows them and executes nothing.

use std::borrow::Cow;

use axum::body::{Body, Bytes};
use axum::http::HeaderValue;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::Response;
use futures_util::stream;
use kernel::Lang;

use crate::error::{Error, Result};

pub use kernel::cell::{safe_cell, unguarded};

/// How much is written before some of it is sent.
const PART: usize = 64 * 1024;
/// By this a spreadsheet knows that letters are UTF-8.
pub(super) const MARK: &str = "\u{feff}";

/// A download of rows, written while they are sent, so that no table is held whole.
///
/// `name` is the file's, without its ending. Cells are parted as spreadsheets in the reader's
/// language expect: where the comma is for decimals, by semicolons.
pub fn csv<R>(lang: Lang, name: &str, rows: R) -> Result<Response>
where
    R: IntoIterator<Item = Vec<String>>,
    R::IntoIter: Send + 'static,
{
    let parts = Parts { rows: rows.into_iter(), parted_by: parted_by(lang), begun: false };
    let body = Body::from_stream(stream::iter(parts.map(Ok::<_, std::convert::Infallible>)));
    let mut response = Response::new(body);
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8"));
    let download = format!("attachment; filename=\"{}.csv\"", plain(name));
    let download = HeaderValue::from_str(&download).map_err(Error::internal)?;
    headers.insert(CONTENT_DISPOSITION, download);
    Ok(response)
}

/// Rows, some at a time, as text.
struct Parts<R> {
    rows: R,
    parted_by: char,
    begun: bool,
}

impl<R: Iterator<Item = Vec<String>>> Iterator for Parts<R> {
    type Item = Bytes;

    fn next(&mut self) -> Option<Bytes> {
        let mut part = String::with_capacity(PART + 1_024);
        if !self.begun {
            self.begun = true;
            part.push_str(MARK);
        }
        while part.len() < PART {
            let Some(row) = self.rows.next() else { break };
            write_row(&mut part, &row, self.parted_by);
        }
        (!part.is_empty()).then(|| Bytes::from(part))
    }
}

pub(super) const fn parted_by(lang: Lang) -> char {
    match lang {
        Lang::Id => ';',
        Lang::En => ',',
    }
}

pub(super) fn write_row(out: &mut String, row: &[String], parted_by: char) {
    for (place, cell) in row.iter().enumerate() {
        if place != 0 {
            out.push(parted_by);
        }
        out.push_str(&quoted(&safe_cell(cell)));
    }
    out.push_str("\r\n");
}

/// In quotes where the cell holds what ends a cell or a row.
fn quoted(cell: &str) -> Cow<'_, str> {
    if cell.contains([',', '"', '\r', '\n', ';']) {
        Cow::Owned(format!("\"{}\"", cell.replace('"', "\"\"")))
    } else {
        Cow::Borrowed(cell)
    }
}

/// Letters, digits and hyphens, which every system takes in a file's name.
pub(super) fn plain(name: &str) -> String {
    let letters = name.chars().map(|it| if it.is_ascii_alphanumeric() { it } else { '-' });
    letters.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(lang: Lang, rows: Vec<Vec<String>>) -> String {
        let parted_by = parted_by(lang);
        let parts = Parts { rows: rows.into_iter(), parted_by, begun: false };
        parts.map(|it| String::from_utf8(it.to_vec()).unwrap()).collect()
    }

    fn row(cells: &[&str]) -> Vec<String> {
        cells.iter().map(|it| (*it).to_owned()).collect()
    }

    #[test]
    fn a_cell_is_shown_and_never_executed() {
        let sheet = whole(Lang::En, vec![row(&["=1+1", "Toko \"Maju\", Jakarta", "-5", "a\nb"])]);

        assert_eq!(sheet, "\u{feff}'=1+1,\"Toko \"\"Maju\"\", Jakarta\",-5,\"a\nb\"\r\n");
    }

    #[test]
    fn cells_are_parted_as_the_readers_spreadsheet_expects() {
        let rows = || vec![row(&["Ayu; Budi", "83,3"])];

        assert_eq!(whole(Lang::Id, rows()), "\u{feff}\"Ayu; Budi\";\"83,3\"\r\n");
        assert_eq!(whole(Lang::En, rows()), "\u{feff}\"Ayu; Budi\",\"83,3\"\r\n");
    }

    #[test]
    fn a_long_table_is_sent_in_parts() {
        let rows = vec![row(&["x".repeat(1_000).as_str()]); 200];
        let parts = Parts { rows: rows.into_iter(), parted_by: ',', begun: false };

        let parts: Vec<_> = parts.collect();
        assert_eq!(parts.len(), 4);
        assert_eq!(parts.iter().map(Bytes::len).sum::<usize>(), 3 + 200 * 1_002);
    }

    #[test]
    fn a_file_has_a_plain_name() {
        let response = csv(Lang::Id, "kehadiran 2026-03\"\r\n", Vec::new()).unwrap();

        assert_eq!(
            response.headers()[CONTENT_DISPOSITION],
            "attachment; filename=\"kehadiran-2026-03---.csv\""
        );
    }
}
