//! What parts the cells of a text, and whether its first row names them.

use crate::rules::number;

/// The characters that part cells, in the order in which a tie is settled.
pub const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// How many rows are looked at.
const ROWS: usize = 100;

/// The delimiter that cuts the beginning of a text into the most even rows.
///
/// Spreadsheets may say it themselves, in a first line `sep=;`.
pub fn delimiter_of(head: &str, is_whole: bool) -> u8 {
    if let Some(said) = said_delimiter(head) {
        return said;
    }
    let mut best = (DELIMITERS[0], 0, 0);
    for delimiter in DELIMITERS {
        let (even, columns) = evenness(head, is_whole, delimiter);
        if 1 < columns && (best.1, best.2) < (even, columns) {
            best = (delimiter, even, columns);
        }
    }
    best.0
}

/// The delimiter of a first line `sep=…`.
pub fn said_delimiter(head: &str) -> Option<u8> {
    let line = head.lines().next()?;
    let said = line.strip_prefix("sep=").filter(|rest| rest.len() == 1)?.as_bytes()[0];
    DELIMITERS.contains(&said).then_some(said)
}

/// How many rows in a thousand have the most common count of columns, and that count.
fn evenness(head: &str, is_whole: bool, delimiter: u8) -> (usize, usize) {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(head.as_bytes());
    let mut lengths: Vec<usize> =
        reader.records().take(ROWS + 1).flatten().map(|record| record.len()).collect();
    // The last row may have been cut.
    if ROWS < lengths.len() || (!is_whole && 1 < lengths.len()) {
        lengths.pop();
    }
    let of = |count: usize| lengths.iter().filter(|length| **length == count).count();
    let Some(common) = lengths.iter().copied().max_by_key(|count| (of(*count), *count)) else {
        return (0, 0);
    };
    (of(common) * 1_000 / lengths.len(), common)
}

/// Whether a first row names columns: names are words, stand there once, and are no values.
pub fn is_header(first: &[&str]) -> bool {
    let named: Vec<&str> =
        first.iter().map(|cell| cell.trim()).filter(|it| !it.is_empty()).collect();
    let is_value = |cell: &&&str| {
        number::is_number(cell) || cell.contains('@') || cell.parse::<jiff::civil::Date>().is_ok()
    };
    !named.is_empty() && first.len() <= named.len() * 2 && named.iter().find(is_value).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_delimiter_is_found() {
        assert_eq!(delimiter_of("a,b\n1,2\n", true), b',');
        assert_eq!(delimiter_of("a;b\n1;2\n", true), b';');
        assert_eq!(delimiter_of("a\tb\n1\t2\n", true), b'\t');
        assert_eq!(delimiter_of("a|b\n1|2\n", true), b'|');
        assert_eq!(delimiter_of("a\r1\r", true), b',');
        assert_eq!(delimiter_of("", true), b',');
    }

    #[test]
    fn decimal_commas_do_not_mislead() {
        assert_eq!(delimiter_of("nama;nilai\nToko A;1,5\nToko B;2,25\n", true), b';');
    }

    #[test]
    fn what_stands_in_quotes_does_not_count() {
        assert_eq!(delimiter_of("a,b\n\"x;y;z\",2\n\"x;y\n;z\",3\n", true), b',');
    }

    #[test]
    fn a_cut_row_does_not_count() {
        assert_eq!(delimiter_of("a,b;c\n1,2;3\n4", false), b',');
    }

    #[test]
    fn a_spreadsheet_may_say_it() {
        assert_eq!(delimiter_of("sep=;\r\na,b,c\r\n1,2,3\r\n", true), b';');
    }

    #[test]
    fn a_header_has_names_and_no_values() {
        assert!(is_header(&["Name", "Account Owner", ""]));
        assert!(!is_header(&["Toko Maju", "12"]));
        assert!(!is_header(&["Toko Maju", "2026-03-02"]));
        assert!(!is_header(&["rina@tokomaju.id", "Rina"]));
        assert!(!is_header(&["", "", "x"]));
    }
}
