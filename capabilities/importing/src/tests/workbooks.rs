//! Workbooks are read like texts, within limits.

use std::io::{Read, Write};
use std::path::PathBuf;

use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

use crate::brought::{Asked, Look, guessed, look};
use crate::own::Own;
use crate::reading::Rows;
use crate::reading::workbook::to_text;
use crate::rules::draft::TargetKind;
use crate::rules::file_refused::FileRefused;
use crate::rules::row::Row;
use crate::rules::signature::Format as FileFormat;
use crate::rules::survey::Limits;

fn looked(bytes: &[u8], asked: &Asked) -> Result<(Look, Vec<Vec<String>>), FileRefused> {
    let folder = tempfile::tempdir().unwrap();
    let (path, beside): (PathBuf, PathBuf) = (folder.path().join("0"), folder.path().join("1"));
    std::fs::write(&path, bytes).unwrap();
    let found = look(&path, &beside, asked)?;
    let rows = std::fs::File::open(if found.is_beside { &beside } else { &path }).unwrap();
    let mut rows = Rows::open(rows, &found.survey)?;
    let (mut row, mut cells) = (Row::default(), Vec::new());
    while rows.read(&mut row)? {
        cells.push(row.cells().map(str::to_owned).collect());
    }
    Ok((found, cells))
}

/// The shape of other systems' templates: a title above nothing, days, numbers, a formula.
fn workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    let day = Format::new().set_num_format("dd/mm/yyyy");
    book.add_worksheet().set_name("Petunjuk").unwrap();
    let sheet = book.add_worksheet().set_name("Peluang").unwrap();
    for (column, name) in (0..).zip(["Record ID", "Deal Stage", "Amount", "Close Date", "Owner"]) {
        sheet.write(2, column, name).unwrap();
    }
    sheet.write(3, 0, 45_631).unwrap();
    sheet.write(3, 1, "Closed\nWon").unwrap();
    sheet.write_formula(3, 2, Formula::new("=1+1").set_result("1500.5")).unwrap();
    let date = ExcelDateTime::from_ymd(2024, 12, 5).unwrap();
    sheet.write_with_format(3, 3, &date, &day).unwrap();
    sheet.write(5, 0, "D-2").unwrap();
    book.save_to_buffer().unwrap()
}

#[test]
fn a_workbook_is_read_with_its_days_and_values() {
    let (look, rows) = looked(&workbook(), &Asked::default()).unwrap();

    assert_eq!((look.sheet.as_str(), look.sheets.len()), ("Peluang", 2));
    assert_eq!(rows[0], ["45631", "Closed Won", "1500.5", "2024-12-05", ""]);
    assert_eq!(rows.len(), 3, "the gap between two rows is a blank one");
    assert_eq!(guessed("deals.xlsx", &look, &Own::default()).target, TargetKind::Opportunity);
}

#[test]
fn a_sheet_without_anything_is_empty() {
    let mut book = Workbook::new();
    book.add_worksheet();
    let bytes = book.save_to_buffer().unwrap();

    assert_eq!(looked(&bytes, &Asked::default()).unwrap_err(), FileRefused::Empty);
}

#[test]
fn a_damaged_workbook_says_so() {
    let bytes = workbook();

    for cut in [bytes.len() / 2, bytes.len() - 10] {
        let refused = looked(&bytes[..cut], &Asked::default()).unwrap_err();
        assert_eq!(refused, FileRefused::Damaged, "{cut}");
    }
}

#[test]
fn a_password_is_named() {
    let mut bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    bytes.resize(1_024, 0);
    bytes.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    bytes.resize(4_096, 0);

    assert_eq!(looked(&bytes, &Asked::default()).unwrap_err(), FileRefused::Locked);
}

#[test]
fn a_bomb_is_not_unpacked() {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    archive.start_file("[Content_Types].xml", options).unwrap();
    let zeros = vec![0; 1 << 20];
    for _ in 0..8 {
        archive.write_all(&zeros).unwrap();
    }
    let bytes = archive.finish().unwrap().into_inner();

    assert!(bytes.len() < 64 << 10);
    assert_eq!(looked(&bytes, &Asked::default()).unwrap_err(), FileRefused::Bomb);
}

#[test]
fn a_text_that_stands_in_every_cell_is_not_written_out() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let long = "panjang ".repeat(4_000);
    for row in 0..100 {
        sheet.write(row, 0, long.as_str()).unwrap();
    }
    let path = folder.path().join("0");
    book.save(&path).unwrap();
    let limits = Limits { file_bytes: 1 << 20, ..Limits::default() };

    let refused = to_text(&path, FileFormat::Xlsx, None, &folder.path().join("1"), limits);

    assert!(std::fs::metadata(&path).unwrap().len() < 64 << 10);
    assert_eq!(refused.unwrap_err(), FileRefused::Bomb);
}

/// A workbook whose sheet says that its second row stands elsewhere.
fn with_row(row: &str) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "Nama").unwrap();
    sheet.write(1, 0, "Toko Maju").unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let mut parts = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for index in 0..parts.len() {
        let mut part = parts.by_index(index).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        let moved = text.replace("<row r=\"2\"", &format!("<row r=\"{row}\""));
        let moved = moved.replace("r=\"A2\"", &format!("r=\"A{row}\""));
        archive.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(moved.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

#[test]
fn the_lines_between_two_rows_are_as_many_as_a_sheet_has() {
    let (_, rows) = looked(&with_row("1000"), &Asked::default()).unwrap();
    assert_eq!(rows.len(), 999);

    let refused = looked(&with_row("4000000000"), &Asked::default()).unwrap_err();
    assert_eq!(refused, FileRefused::Damaged);
}

#[test]
fn a_cell_far_away_is_refused_and_costs_nothing() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "Nama").unwrap();
    sheet.write(1_048_575, 16_383, "jauh").unwrap();
    let bytes = book.save_to_buffer().unwrap();

    let refused = looked(&bytes, &Asked::default()).unwrap_err();
    assert_eq!(refused, FileRefused::TooManyColumns { line: 1_048_576, limit: 1_000 });
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_bytes_break_the_look(bytes in prop::collection::vec(any::<u8>(), 0..600), head in 0..4) {
        let heads: [&[u8]; 4] =
            [b"", b"PK\x03\x04[Content_Types].xml", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"BEGIN:VCARD\n"];
        let bytes = [heads[usize::try_from(head).unwrap()], &bytes].concat();

        let _ = looked(&bytes, &Asked::default());
    }

    #[test]
    fn no_damage_breaks_a_workbook(place in 0usize..6_000, byte in any::<u8>()) {
        let mut bytes = workbook();
        let place = place % bytes.len();
        bytes[place] = byte;

        let _ = looked(&bytes, &Asked::default());
    }
}
