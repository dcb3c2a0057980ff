//! A list as a text file.

use std::io::Write;

use kernel::Lang;

use super::super::sheet;
use super::{Cell, PART};

/// A text file with a line for each row.
pub struct Text {
    pub file: std::fs::File,
    pub lang: Lang,
}

impl Text {
    pub fn begin(&mut self, head: &[String]) -> std::io::Result<()> {
        let mut text = sheet::MARK.to_owned();
        sheet::write_row(&mut text, head, sheet::parted_by(self.lang));
        self.file.write_all(text.as_bytes())
    }

    pub fn add(&mut self, rows: Vec<Vec<Cell>>) -> std::io::Result<()> {
        let mut text = String::with_capacity(PART);
        for row in rows {
            let row: Vec<String> = row.into_iter().map(|it| it.written(self.lang)).collect();
            sheet::write_row(&mut text, &row, sheet::parted_by(self.lang));
        }
        self.file.write_all(text.as_bytes())
    }
}
