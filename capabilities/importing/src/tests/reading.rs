//! The real files of `testdata/`: what other programs write, and what attackers do.

use std::collections::BTreeMap;
use std::io::{Cursor, Write};
use std::path::Path;

use kernel::{Lang, Refusal};
use proptest::prelude::*;

use crate::error_file::write_rejected;
use crate::reading::{Rows, look};
use crate::rules::file_refused::FileRefused;
use crate::rules::row_refused::{RowFault, RowRefused};
use crate::rules::survey::{Limits, Told};
use crate::source_file;

use super::{Table, read, testdata};

fn table(path: &str) -> Table {
    read(&std::fs::read(testdata(path)).unwrap()).unwrap()
}

#[test]
fn the_csv_spectrum_is_read_as_its_json_says() {
    let mut checked = 0;
    for entry in std::fs::read_dir(testdata("hostile-input/csv-spectrum/csvs")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap();
        let json = testdata(&format!("hostile-input/csv-spectrum/json/{name}.json"));
        let mut expected = records(&std::fs::read(json).unwrap());
        if name == "location_coordinates" {
            // The source gives one telephone number in the table and another in the JSON.
            expected[0].insert("Contact Phone Number".to_owned(), "2095257564".to_owned());
        }

        let (survey, rows) = read(&std::fs::read(&path).unwrap()).unwrap();

        let found: Vec<BTreeMap<String, String>> = rows
            .into_iter()
            .map(|(_, cells)| survey.columns.iter().cloned().zip(cells).collect())
            .collect();
        assert_eq!(found, expected, "{name}");
        checked += 1;
    }
    assert_eq!(checked, 12);
}

/// The rows that a JSON file of the spectrum holds; of one row, without a list around it.
fn records(json: &[u8]) -> Vec<BTreeMap<String, String>> {
    serde_json::from_slice(json).unwrap_or_else(|_| vec![serde_json::from_slice(json).unwrap()])
}

#[test]
fn salesforce_writes_in_latin_1() {
    let (survey, rows) = table("other-crms/salesforce/accountData.csv");

    assert_eq!(survey.encoding.name(), "Windows-1252");
    assert_eq!(rows.len(), 423);
    assert!(rows.iter().all(|(_, cells)| cells.len() == survey.columns.len()));
    let name = survey.column("NAME").unwrap();
    assert!(rows.iter().any(|(_, cells)| cells[name].contains("Crédito")));
}

#[test]
fn salesforce_writes_in_utf_16() {
    let (survey, rows) = table("other-crms/salesforce/csvtext_BOM_UTF16LE.csv");

    assert_eq!(survey.encoding.name(), "UTF-16LE");
    assert_eq!(survey.columns, ["column1", "column2", "column3"]);
    assert_eq!(rows[1], (3, ["row2-1", "row2-2", "row2-3"].map(str::to_owned).to_vec()));
}

#[test]
fn quotes_in_quotes_are_letters() {
    let (_, rows) = table("other-crms/salesforce/csvEscapedQuotes.csv");

    assert_eq!(rows[0].1, ["\"The Best\" Account", "bla"]);
    assert_eq!(rows[1].1, ["The \"Best\" Account", "bla"]);
}

#[test]
fn deals_of_salesforce_are_one_table() {
    let (survey, rows) = table("other-crms/salesforce/opportunityData.csv");

    assert_eq!(survey.columns.len(), 31);
    assert!(rows.iter().all(|(_, cells)| cells.len() == 31));
}

#[test]
fn every_text_is_the_same_after_a_round_through_the_error_file() {
    let naughty: Vec<String> = serde_json::from_slice(
        &std::fs::read(testdata("hostile-input/naughty-strings.json")).unwrap(),
    )
    .unwrap();
    let injections = std::fs::read_to_string(testdata("hostile-input/csv-injection.txt")).unwrap();
    let texts: Vec<String> =
        naughty.into_iter().chain(injections.lines().map(str::to_owned)).collect();
    assert_eq!(texts.len(), 521);

    for delimiter in [b',', b';', b'\t', b'|'] {
        let file = written(&texts, delimiter);
        let errors = rejected_of(&file);
        let (survey, rows) = read(&errors).unwrap();
        let again: Vec<&String> = rows.iter().map(|(_, cells)| &cells[1]).collect();

        assert!(survey.is_error_file);
        assert_eq!(survey.delimiter, delimiter);
        assert_eq!(survey.columns, ["number", "text", "line", "column", "reason"]);
        assert_eq!(again, texts.iter().collect::<Vec<_>>());
        // A second round appends nothing to what the first appended.
        let second = read(&rejected_of(&errors)).unwrap().1;
        assert!(
            second.iter().map(|(_, cells)| &cells[..2]).eq(rows.iter().map(|(_, it)| &it[..2]))
        );
    }
}

#[test]
fn no_cell_of_an_error_file_is_a_formula() {
    let injections = std::fs::read_to_string(testdata("hostile-input/csv-injection.txt")).unwrap();
    let texts: Vec<String> = injections.lines().chain(["-5", "\t=1"]).map(str::to_owned).collect();

    let errors = rejected_of(&written(&texts, b','));

    let mut reader = csv::Reader::from_reader(&errors[3..]);
    let cells: Vec<String> =
        reader.records().flatten().map(|record| record[1].to_owned()).collect();
    assert!(cells.iter().all(|cell| cell == "-5" || !cell.starts_with(['=', '+', '-', '@', '\t'])));
    assert!(cells.contains(&"-5".to_owned()));
}

/// Two columns, and one row for each text.
fn written(texts: &[String], delimiter: u8) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().delimiter(delimiter).from_writer(Vec::new());
    writer.write_record(["number", "text"]).unwrap();
    for (number, text) in texts.iter().enumerate() {
        writer.write_record([&number.to_string(), text]).unwrap();
    }
    writer.into_inner().unwrap()
}

/// The error file when every row is rejected.
fn rejected_of(file: &[u8]) -> Vec<u8> {
    let (survey, rows) = read(file).unwrap();
    let fault = |line| RowFault {
        file: "texts.csv".to_owned(),
        line,
        column: Some("text".to_owned()),
        value: None,
        why: RowRefused::TooLong { limit: 200 },
    };
    let faults: Vec<RowFault> = rows.iter().map(|(line, _)| fault(*line)).collect();
    let mut out = Vec::new();
    let rows = Rows::open(file, &survey).unwrap();
    let written = write_rejected(&survey, rows, &faults, Lang::Id, &mut out).unwrap();
    assert_eq!(written, survey.rows);
    out
}

#[test]
fn what_is_no_table_is_refused_by_its_own_code() {
    let small = Limits { file_bytes: 1 << 20, row_bytes: 1_024, columns: 10, rows: 3 };
    let cases: &[(&[u8], &str)] = &[
        (b"", "importing.file_empty"),
        (b"\xef\xbb\xbf", "importing.file_empty"),
        (b"\r\n\r\n", "importing.file_empty"),
        (b"name,city\n", "importing.file_has_no_rows"),
        (b"sep=;\nname;city\n", "importing.file_has_no_rows"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "importing.file_is_binary"),
        (b"\x7fELF\x02\x01\x01\0\0\0", "importing.file_is_binary"),
        (b"name,city\nToko\0,Jakarta\n", "importing.file_is_binary"),
        (b"PK\x03\x04\x14\0\0\0\x08\0[Content_Types].xml", "importing.file_is_workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", "importing.file_is_workbook"),
        (b"PK\x03\x04\x14\0\0\0\x08\0bomb.txt", "importing.file_is_compressed"),
        (b"\x1f\x8b\x08\0\0\0\0\0", "importing.file_is_compressed"),
        (b"name,city\n\"Toko,Jakarta\n", "importing.quote_never_closes"),
        (b"\xef\xbb\xbfname,city\nToko\xff,Jakarta\n", "importing.invalid_bytes"),
        (b"name\n1,2,3,4,5,6,7,8,9,10,11\n", "importing.too_many_columns"),
        (b"name\nA\nB\nC\nD\n", "importing.file_has_many_rows"),
    ];
    for (bytes, code) in cases {
        let refused = look(|| Ok(*bytes), Told::default(), small).unwrap_err();
        assert_eq!(refused.code(), *code, "{:?}", String::from_utf8_lossy(bytes));
        for lang in Lang::ALL {
            assert!(refused.sentence(*lang).ends_with('.'), "{refused:?}");
        }
    }
    let long = format!("name\n{}", "x".repeat(2_000));
    let refused = look(|| Ok(long.as_bytes()), Told::default(), small).unwrap_err();
    assert_eq!(refused, FileRefused::RowTooLong { line: 2, limit_kib: 1 });
    let large = "name,city\n".repeat(200_000);
    let refused = look(|| Ok(large.as_bytes()), Told::default(), small).unwrap_err();
    assert_eq!(refused, FileRefused::TooLarge { limit_mib: 1 });
}

#[test]
fn what_is_no_file_is_refused_by_its_own_code() {
    let folder = tempfile::tempdir().unwrap();
    let refused = |path: &Path| {
        source_file::look(path, Told::default(), Limits::default()).unwrap_err().code()
    };

    assert_eq!(refused(folder.path()), "importing.file_is_directory");
    assert_eq!(refused(&folder.path().join("nothing.csv")), "importing.file_missing");
    assert_eq!(refused(Path::new("/dev/zero")), "importing.file_unreadable");
}

#[test]
fn every_way_of_writing_gives_the_same_table() {
    let text = "nama;kota;catatan\nToko Maju;Jakarta;\"dua\nbaris; satu sel\"\nCafé Ñandú;Medan;\n";
    let expected = read(text.as_bytes()).unwrap();
    let marked = |bytes: Vec<u8>, mark: &[u8]| [mark, &bytes].concat();
    let wide = |to_bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        text.encode_utf16().flat_map(to_bytes).collect()
    };
    let latin: Vec<u8> =
        text.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect();

    for bytes in [
        marked(text.as_bytes().to_vec(), b"\xef\xbb\xbf"),
        wide(u16::to_le_bytes),
        wide(u16::to_be_bytes),
        marked(wide(u16::to_le_bytes), b"\xff\xfe"),
        marked(wide(u16::to_be_bytes), b"\xfe\xff"),
        latin,
        text.replace(';', "\t").replace("baris\t", "baris;").into_bytes(),
    ] {
        let found = read(&bytes).unwrap();
        assert_eq!(found.1, expected.1);
        assert_eq!(found.0.columns, expected.0.columns);
    }
    let returns = text.replace('\n', "\r");
    let lines: Vec<u64> = read(returns.as_bytes()).unwrap().1.iter().map(|row| row.0).collect();
    assert_eq!(lines, [2, 4]);
}

#[test]
fn a_file_is_read_as_it_comes() {
    // Rows that nobody holds: the reader makes them up.
    let open = || {
        let header = Cursor::new(b"name,city\n".to_vec());
        Ok(std::io::Read::chain(header, std::io::Read::take(Endless(0), 6_000_000)))
    };

    let survey = look(open, Told::default(), Limits::default()).unwrap();

    assert_eq!(survey.rows, 500_000);
}

/// `Toko,Medan` and a line end, again and again.
struct Endless(usize);

impl std::io::Read for Endless {
    fn read(&mut self, mut buffer: &mut [u8]) -> std::io::Result<usize> {
        const ROW: &[u8] = b"Toko,Medan\r\n";
        let part = &ROW[self.0..];
        let count = buffer.write(part)?;
        self.0 = (self.0 + count) % ROW.len();
        Ok(count)
    }
}

proptest! {
    #[test]
    fn no_bytes_make_the_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&bytes);
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "[\"',;\t|\r\n=a1 é\u{feff}\u{0}]{0,80}") {
        let _ = read(text.as_bytes());
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let _ = read(&wide);
    }
}
