use proptest::prelude::*;

use super::*;

const SMALL: Limits = Limits { file_bytes: 1 << 20, row_bytes: 4_096, columns: 8, rows: 1_000 };

fn rows_of(text: &[u8], delimiter: u8) -> Result<Vec<(u64, Vec<String>)>, FileRefused> {
    let mut records = Records::new(text, TextEncoding::Utf8, delimiter, SMALL);
    let mut row = Row::default();
    let mut rows = Vec::new();
    while records.read(&mut row)? {
        rows.push((row.line, row.cells().map(str::to_owned).collect()));
    }
    Ok(rows)
}

fn lines_of(text: &str) -> Vec<u64> {
    rows_of(text.as_bytes(), b',').unwrap().into_iter().map(|(line, _)| line).collect()
}

#[test]
fn a_row_knows_its_line_whatever_ends_the_lines() {
    assert_eq!(lines_of("a\nb\n\n\nc"), [1, 2, 5]);
    assert_eq!(lines_of("a\r\nb\r\n\r\nc\r\n"), [1, 2, 4]);
    assert_eq!(lines_of("a\rb\r\rc"), [1, 2, 4]);
    assert_eq!(lines_of("\"a\nb\r\nc\",d\ne"), [1, 4]);
}

#[test]
fn a_mark_that_never_closes_is_named_by_its_line() {
    let refused = rows_of(b"a,b\n1,\"two\n3,4\n", b',');

    assert_eq!(refused, Err(FileRefused::QuoteNeverCloses { line: 2 }));
    assert!(rows_of(b"a,5\" pipe\n", b',').is_ok(), "a mark inside a cell is a letter");
}

#[test]
fn a_row_that_is_too_long_or_too_wide_is_refused() {
    let long = format!("a\n{}", "x".repeat(5_000));
    assert_eq!(
        rows_of(long.as_bytes(), b','),
        Err(FileRefused::RowTooLong { line: 2, limit_kib: 4 })
    );
    assert_eq!(
        rows_of(b"a\n\n,,,,,,,,,", b','),
        Err(FileRefused::TooManyColumns { line: 3, limit: 8 })
    );
}

#[test]
fn a_broken_letter_is_named_by_its_line() {
    assert_eq!(
        rows_of(b"a\nb\nc\xff\n", b','),
        Err(FileRefused::InvalidBytes { line: 3, encoding: "UTF-8" })
    );
}

proptest! {
    #[test]
    fn rows_are_those_of_the_csv_crate(text in "[a\"\",;\r\n é]{0,60}") {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        let expected: Vec<Vec<String>> = reader
            .records()
            .map(|record| record.unwrap().iter().map(str::to_owned).collect())
            .collect();

        match rows_of(text.as_bytes(), b',') {
            Ok(rows) => {
                let cells: Vec<Vec<String>> = rows.into_iter().map(|(_, cells)| cells).collect();
                prop_assert_eq!(cells, expected);
            }
            Err(FileRefused::QuoteNeverCloses { .. }) => prop_assert!(text.contains('"')),
            Err(FileRefused::TooManyColumns { .. }) => prop_assert!(8 < text.matches(',').count()),
            Err(other) => prop_assert!(false, "{other}"),
        }
    }
}
