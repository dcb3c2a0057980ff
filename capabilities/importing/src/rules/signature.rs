//! What a file is, by its first bytes. Names and media types are claims; bytes are not.

use serde::{Deserialize, Serialize};

use crate::rules::file_refused::FileRefused;

/// What can hold a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Format {
    /// Text whose cells are parted by a character.
    Delimited,
    /// A spreadsheet in a zip archive. Whoever reads it limits what it may unpack to: a few
    /// kilobytes can hold gigabytes.
    Xlsx,
    /// The binary spreadsheet of 1997 to 2003.
    Xls,
    /// Cards of people.
    Vcard,
}

/// Reads the first bytes of a file; some kilobytes are enough.
pub fn format_of(head: &[u8]) -> Result<Format, FileRefused> {
    const ARCHIVES: &[&[u8]] = &[
        b"\x1f\x8b\x08",       // gzip
        b"\xfd7zXZ\0",         // xz
        b"7z\xbc\xaf\x27\x1c", // 7-Zip
        b"Rar!\x1a\x07",       // RAR
        b"\x28\xb5\x2f\xfd",   // Zstandard
        b"PK\x03\x04",         // zip
        b"PK\x05\x06",         // a zip without files
    ];
    const PROGRAMS_PICTURES_AND_PAPERS: &[&[u8]] = &[
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff", // JPEG
        b"GIF87a",
        b"GIF89a",
        b"%PDF-",
        b"\x7fELF",
        b"SQLite format 3\0",
    ];

    if head.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Ok(Format::Xls);
    }
    if head.starts_with(b"PK") && (contains(head, b"[Content_Types].xml") || contains(head, b"xl/"))
    {
        return Ok(Format::Xlsx);
    }
    if ARCHIVES.iter().any(|mark| head.starts_with(mark)) {
        return Err(FileRefused::Compressed);
    }
    if text_begins(head, "BEGIN:VCARD") {
        return Ok(Format::Vcard);
    }
    // The digit says how large the blocks are.
    if head.starts_with(b"BZh") && head.get(4..10) == Some(b"1AY&SY") {
        return Err(FileRefused::Compressed);
    }
    if PROGRAMS_PICTURES_AND_PAPERS.iter().any(|mark| head.starts_with(mark)) {
        return Err(FileRefused::Binary);
    }
    Ok(Format::Delimited)
}

fn text_begins(head: &[u8], mark: &str) -> bool {
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
    head.get(..mark.len()).is_some_and(|it| it.eq_ignore_ascii_case(mark.as_bytes()))
}

fn contains(head: &[u8], part: &[u8]) -> bool {
    head.windows(part.len()).any(|window| window == part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_workbook_is_told_from_an_archive() {
        assert_eq!(format_of(b"PK\x03\x04....[Content_Types].xml"), Ok(Format::Xlsx));
        assert_eq!(format_of(b"PK\x03\x04....photos/1.jpg"), Err(FileRefused::Compressed));
        assert_eq!(format_of(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1...."), Ok(Format::Xls));
    }

    #[test]
    fn pictures_and_programs_are_no_tables() {
        for head in
            [&b"\x89PNG\r\n\x1a\n"[..], b"\x7fELF\x02\x01", b"%PDF-1.7", b"\xff\xd8\xff\xe0"]
        {
            assert_eq!(format_of(head), Err(FileRefused::Binary));
        }
    }

    #[test]
    fn a_table_may_begin_with_the_letters_of_an_archive() {
        assert_eq!(format_of(b"PK,name\n1,Toko Maju\n"), Ok(Format::Delimited));
        assert_eq!(format_of(b"BZh,name\n"), Ok(Format::Delimited));
    }
}
