//! How the bytes of a text stand for letters.

use serde::{Deserialize, Serialize};

/// The ways of writing letters that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TextEncoding {
    Utf8,
    Utf16Le,
    Utf16Be,
    /// Western European; all that Latin-1 can say, it says too.
    Windows1252,
}

impl TextEncoding {
    /// The name that people know.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
            Self::Windows1252 => "Windows-1252",
        }
    }

    /// Decodes from the start of a file; a byte-order mark is left out.
    pub fn decoder(self) -> encoding_rs::Decoder {
        match self {
            Self::Utf8 => encoding_rs::UTF_8,
            Self::Utf16Le => encoding_rs::UTF_16LE,
            Self::Utf16Be => encoding_rs::UTF_16BE,
            Self::Windows1252 => encoding_rs::WINDOWS_1252,
        }
        .new_decoder_with_bom_removal()
    }
}

/// Nothing that people write fits the bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotText;

/// Looks at every byte of a file, a piece at a time, and says at the end how it is written.
#[derive(Default)]
pub struct Census {
    head: Vec<u8>,
    /// Bytes of a letter that the last piece cut.
    cut: Vec<u8>,
    length: u64,
    /// NUL bytes at even and at odd places.
    nuls: [u64; 2],
    /// Letters that only UTF-8 writes so.
    letters: u64,
    /// Places that UTF-8 cannot read.
    faults: u64,
    /// Control characters that no table has.
    controls: u64,
}

impl Census {
    /// Counts the next bytes.
    pub fn add(&mut self, piece: &[u8]) {
        self.head.extend(piece.iter().take(4_usize.saturating_sub(self.head.len())));
        for (offset, _) in piece.iter().enumerate().filter(|(_, byte)| **byte == 0) {
            self.nuls[usize::from(!(self.length + offset as u64).is_multiple_of(2))] += 1;
        }
        self.controls += piece.iter().filter(|byte| is_odd_control(**byte)).count() as u64;
        self.length += piece.len() as u64;

        let mut bytes = std::mem::take(&mut self.cut);
        bytes.extend_from_slice(piece);
        let mut chunks = bytes.utf8_chunks().peekable();
        while let Some(chunk) = chunks.next() {
            self.letters +=
                chunk.valid().chars().filter(|letter| !letter.is_ascii()).count() as u64;
            if chunk.invalid().is_empty() {
                continue;
            }
            if chunks.peek().is_none() && is_beginning(chunk.invalid()) {
                self.cut = chunk.invalid().to_vec();
            } else {
                self.faults += 1;
            }
        }
    }

    /// The encoding that explains all bytes seen.
    ///
    /// A text that is UTF-8 but for a few broken letters is still UTF-8: reading it as anything
    /// else would garble every good letter to save the bad ones. Whoever reads it meets the fault.
    pub fn encoding(&self) -> Result<TextEncoding, NotText> {
        if self.head.starts_with(b"\xef\xbb\xbf") {
            return Ok(TextEncoding::Utf8);
        }
        if self.head.starts_with(b"\xff\xfe") {
            return Ok(TextEncoding::Utf16Le);
        }
        if self.head.starts_with(b"\xfe\xff") {
            return Ok(TextEncoding::Utf16Be);
        }

        // Latin letters in UTF-16 have a NUL beside them, always on the same side. One unit in ten
        // leaves room for names in other scripts.
        let units = self.length / 2;
        match self.nuls {
            [0, 0] => {}
            [0, odd] if units <= odd * 10 => return Ok(TextEncoding::Utf16Le),
            [even, 0] if units <= even * 10 => return Ok(TextEncoding::Utf16Be),
            _ => return Err(NotText),
        }

        let faults = self.faults + u64::from(!self.cut.is_empty());
        if faults == 0 || faults <= self.letters {
            return Ok(TextEncoding::Utf8);
        }
        if self.controls != 0 {
            return Err(NotText);
        }
        Ok(TextEncoding::Windows1252)
    }
}

/// A control character other than tab, line ends, form feed and escape.
const fn is_odd_control(byte: u8) -> bool {
    matches!(byte, 0x00..=0x08 | 0x0b | 0x0e..=0x1a | 0x1c..=0x1f)
}

/// Whether more bytes could make a letter of these.
fn is_beginning(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_err_and(|fault| fault.error_len().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn encoding_of(bytes: &[u8]) -> Result<TextEncoding, NotText> {
        let mut census = Census::default();
        for byte in bytes {
            census.add(&[*byte]);
        }
        let mut whole = Census::default();
        whole.add(bytes);
        assert_eq!(census.encoding(), whole.encoding(), "pieces must not matter");
        whole.encoding()
    }

    fn utf16(text: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(to_bytes).collect()
    }

    #[test]
    fn each_encoding_is_known_by_its_bytes() {
        assert_eq!(encoding_of("nama,kota\nToko,Jakarta".as_bytes()), Ok(TextEncoding::Utf8));
        assert_eq!(encoding_of("Café,日本".as_bytes()), Ok(TextEncoding::Utf8));
        assert_eq!(encoding_of(b"\xef\xbb\xbfa,b"), Ok(TextEncoding::Utf8));
        assert_eq!(encoding_of(b"Caf\xe9,Cr\xe9dito"), Ok(TextEncoding::Windows1252));
    }

    #[test]
    fn utf_16_is_known_without_a_mark() {
        let text = "nama,kota\nToko Maju,Jakarta\n";

        assert_eq!(encoding_of(&utf16(text, u16::to_le_bytes)), Ok(TextEncoding::Utf16Le));
        assert_eq!(encoding_of(&utf16(text, u16::to_be_bytes)), Ok(TextEncoding::Utf16Be));
        assert_eq!(
            encoding_of(&utf16(&format!("\u{feff}{text}"), u16::to_le_bytes)),
            Ok(TextEncoding::Utf16Le)
        );
    }

    #[test]
    fn a_few_broken_letters_do_not_make_it_another_encoding() {
        assert_eq!(encoding_of("é, ü, ñ, ".as_bytes()), Ok(TextEncoding::Utf8));
        assert_eq!(encoding_of(b"\xc3\xa9,\xc3\xbc,\xc3\xb1,\xff"), Ok(TextEncoding::Utf8));
    }

    #[test]
    fn bytes_that_nobody_writes_are_no_text() {
        assert_eq!(encoding_of(b"a\0\0b\0\0c"), Err(NotText));
        assert_eq!(encoding_of(b"\x01\x02\xff\xfe\xfd"), Err(NotText));
        assert_eq!(
            encoding_of(b"one NUL in a long text, at an odd or even place\0."),
            Err(NotText)
        );
    }
}
