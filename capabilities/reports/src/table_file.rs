//! A table of numbers as a file that a spreadsheet opens, and cannot execute.

use axum::http::HeaderValue;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use frame::web::sheet;
use frame::{Error, Result};
use kernel::Lang;
use rust_xlsxwriter::{Format, Workbook, XlsxError};

/// A cell is text or a number, and never a formula.
pub enum Cell {
    Text(String),
    /// A decimal number with so many decimals, written with a point.
    Number(Option<String>, usize),
}

impl Cell {
    pub fn count(count: usize) -> Self {
        Self::Number(Some(count.to_string()), 0)
    }

    fn written(self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Text(text), _) => text,
            (Self::Number(number, _), Lang::En) => number.unwrap_or_default(),
            (Self::Number(number, _), Lang::Id) => number.unwrap_or_default().replace('.', ","),
        }
    }
}

pub fn csv(lang: Lang, name: &str, rows: Vec<Vec<Cell>>) -> Result<Response> {
    let rows = rows.into_iter();
    let rows = rows.map(move |row| row.into_iter().map(|it| it.written(lang)).collect());
    sheet::csv(lang, name, rows.collect::<Vec<Vec<String>>>())
}

pub async fn xlsx(name: &str, rows: Vec<Vec<Cell>>) -> Result<Response> {
    let book = tokio::task::spawn_blocking(move || workbook(rows)).await?;
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    let mut response = book.map_err(Error::internal)?.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    let download = format!("attachment; filename=\"{name}.xlsx\"");
    let download = HeaderValue::from_str(&download).map_err(Error::internal)?;
    headers.insert(CONTENT_DISPOSITION, download);
    Ok(response)
}

/// Text is written as text: a name that begins with `=` stays a name.
fn workbook(rows: Vec<Vec<Cell>>) -> std::result::Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let head = Format::new().set_bold();
    let formats = ["#,##0", "#,##0.0", "#,##0.00", "#,##0.000", "#,##0.0000"]
        .map(|it| Format::new().set_num_format(it));
    for (y, row) in (0_u32..).zip(rows) {
        for (x, cell) in (0_u16..).zip(row) {
            match cell {
                Cell::Text(text) if y == 0 => sheet.write_string_with_format(y, x, text, &head)?,
                Cell::Text(text) => sheet.write_string(y, x, text)?,
                Cell::Number(number, decimals) => {
                    let format = &formats[decimals.min(4)];
                    match number.and_then(|it| it.parse::<f64>().ok()) {
                        Some(number) => sheet.write_number_with_format(y, x, number, format)?,
                        None => sheet.write_blank(y, x, format)?,
                    }
                }
            };
        }
    }
    sheet.set_freeze_panes(1, 1)?;
    sheet.autofit();
    book.save_to_buffer()
}
