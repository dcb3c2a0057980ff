//! What a workbook unpacks to, counted as it comes out.
//!
//! A workbook is an archive, and what an archive says of its sizes is only a claim: a few kilobytes
//! can hold gigabytes. So all of it is unpacked once, to nowhere, before it is opened. Whoever opens
//! it holds the texts that its sheets share, and of a sheet one cell at a time; each has a limit of
//! its own.

use std::io::{Read, Seek};
use std::path::Path;

use crate::rules::file_refused::FileRefused;

/// The most that a workbook may hold.
#[derive(Clone, Copy, Debug)]
pub struct Most {
    pub parts: usize,
    /// Of all parts together, unpacked.
    pub bytes: u64,
    /// Of the texts that sheets share, which are held while a sheet is read.
    pub shared: u64,
    /// Between one mark and the next: a text, or the head of a cell.
    pub stretch: u64,
    /// Whoever reads shared texts makes room for as many as they say they are.
    pub texts: u64,
}

impl Default for Most {
    fn default() -> Self {
        Self {
            parts: 2_000,
            bytes: 1 << 30,
            shared: 128 << 20,
            stretch: 4 << 20,
            texts: 10_000_000,
        }
    }
}

/// Unpacks everything once, to nowhere; refuses what comes to more than this.
pub fn weigh(input: impl Read + Seek, most: Most) -> Result<(), FileRefused> {
    let mut archive = zip::ZipArchive::new(input).map_err(|_| FileRefused::Damaged)?;
    if most.parts < archive.len() {
        return Err(FileRefused::Bomb);
    }
    let (mut left, mut buffer) = (most.bytes, vec![0; 64 << 10]);
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).map_err(|fault| match fault {
            zip::result::ZipError::UnsupportedArchive(_)
            | zip::result::ZipError::InvalidPassword => FileRefused::Locked,
            _ => FileRefused::Damaged,
        })?;
        let name = part.name().map(|it| it.to_ascii_lowercase()).unwrap_or_default();
        let mut weighed = Part::called(&name);
        loop {
            let count = part.read(&mut buffer).map_err(|_| FileRefused::Damaged)?;
            if count == 0 {
                break;
            }
            left = left.checked_sub(count as u64).ok_or(FileRefused::Bomb)?;
            weighed.add(&buffer[..count], most)?;
        }
    }
    Ok(())
}

/// A part as far as it came out.
struct Part {
    is_marked_up: bool,
    is_shared: bool,
    bytes: u64,
    /// Since the last mark.
    stretch: u64,
    /// The end of what came before, in which a claim may begin.
    tail: Vec<u8>,
}

impl Part {
    fn called(name: &str) -> Self {
        Self {
            is_marked_up: Path::new(name)
                .extension()
                .is_some_and(|it| it.eq_ignore_ascii_case("xml")),
            is_shared: name.ends_with("sharedstrings.xml"),
            bytes: 0,
            stretch: 0,
            tail: Vec::new(),
        }
    }

    fn add(&mut self, piece: &[u8], most: Most) -> Result<(), FileRefused> {
        self.bytes += piece.len() as u64;
        if self.is_marked_up {
            let mark = |it: &u8| *it == b'<';
            let first = piece.iter().position(mark).unwrap_or(piece.len());
            self.stretch += first as u64;
            if most.stretch < self.stretch {
                return Err(FileRefused::Bomb);
            }
            if let Some(last) = piece.iter().rposition(mark) {
                self.stretch = (piece.len() - last) as u64;
            }
        }
        if !self.is_shared {
            return Ok(());
        }
        if most.shared < self.bytes {
            return Err(FileRefused::Bomb);
        }
        self.tail.extend_from_slice(piece);
        if most.texts < claimed(&self.tail) {
            return Err(FileRefused::Damaged);
        }
        self.tail.drain(..self.tail.len().saturating_sub(LONGEST_CLAIM));
        Ok(())
    }
}

/// Longer than a claim is written.
const LONGEST_CLAIM: usize = 128;

/// How many texts it says there are; the most, if it says so several times.
fn claimed(text: &[u8]) -> u64 {
    const NAME: &[u8] = b"uniqueCount";

    let places = (0..text.len().saturating_sub(NAME.len()))
        .filter(|at| text[*at] == NAME[0] && text[*at..].starts_with(NAME));
    let number = |at: usize| {
        let rest = text[at + NAME.len()..].trim_ascii_start();
        let rest = rest.strip_prefix(b"=").unwrap_or_default().trim_ascii_start();
        let digits = rest.strip_prefix(b"\"").or(rest.strip_prefix(b"'")).unwrap_or_default();
        let digits = digits.iter().take_while(|it| it.is_ascii_digit());
        digits.fold(0_u64, |sum, it| sum.saturating_mul(10).saturating_add(u64::from(*it - b'0')))
    };
    places.map(number).max().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use super::*;

    fn archive(parts: &[(&str, &[u8])]) -> Cursor<Vec<u8>> {
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let options = zip::write::SimpleFileOptions::default();
        for (name, bytes) in parts {
            archive.start_file(*name, options).unwrap();
            archive.write_all(bytes).unwrap();
        }
        let mut whole = archive.finish().unwrap();
        whole.set_position(0);
        whole
    }

    fn little() -> Most {
        Most { parts: 3, bytes: 100_000, shared: 50_000, stretch: 1_000, texts: 100 }
    }

    #[test]
    fn what_comes_to_too_much_is_not_opened() {
        let cells = "<c/>".repeat(30_000);
        let texts = "<si/>".repeat(12_000);
        let long = format!("<v>{}</v>", "a".repeat(70_000));
        let few = "<c/>".repeat(20_000);
        for parts in [
            &[("xl/worksheets/sheet1.xml", cells.as_str())][..],
            &[("xl/media/image1.png", few.as_str()), ("xl/media/image2.png", few.as_str())],
            &[("xl/sharedStrings.xml", texts.as_str())],
            &[("xl/worksheets/sheet1.xml", long.as_str())],
            &[("a", ""), ("b", ""), ("c", ""), ("d", "")],
        ] {
            let parts: Vec<(&str, &[u8])> =
                parts.iter().map(|(name, text)| (*name, text.as_bytes())).collect();

            assert_eq!(weigh(archive(&parts), little()), Err(FileRefused::Bomb), "{}", parts[0].0);
        }
    }

    #[test]
    fn what_fits_is_opened() {
        let sheet = "<c><v>1</v></c>".repeat(5_000);
        let texts = format!("<sst uniqueCount = \"2\">{}</sst>", "<si/>".repeat(5_000));
        let parts = [("xl/worksheets/sheet1.xml", sheet.as_bytes()), ("s", &b""[..])];

        assert_eq!(weigh(archive(&parts), little()), Ok(()));
        assert_eq!(weigh(archive(&[("xl/sharedStrings.xml", texts.as_bytes())]), little()), Ok(()));
    }

    #[test]
    fn room_is_not_made_for_texts_that_are_not_there() {
        for claim in ["uniqueCount=\"101\"", "uniqueCount  = '99999999999999999999999'"] {
            // Wherever it is cut when it is read in pieces.
            for before in [0, 65_000, 65_520, 65_530] {
                let text = format!("{}<sst {claim}><si/></sst>", " <a/>".repeat(before / 5));
                let most = Most { bytes: 1 << 20, shared: 1 << 20, ..little() };

                let refused = weigh(archive(&[("xl/sharedStrings.xml", text.as_bytes())]), most);
                assert_eq!(refused, Err(FileRefused::Damaged), "{claim} after {before}");
            }
        }
    }
}
