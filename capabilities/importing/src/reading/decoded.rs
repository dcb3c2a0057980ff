//! Bytes in any encoding, read as UTF-8 in constant memory.

use std::io::Read;

use encoding_rs::DecoderResult;

use crate::rules::encoding::TextEncoding;

/// Why the text cannot be read further.
#[derive(Debug)]
pub enum TextFault {
    Unreadable(std::io::Error),
    /// Bytes that stand for no letter.
    Malformed,
    /// A NUL: no text has one.
    Nul,
    /// More bytes than allowed.
    TooLarge,
}

/// A text that is decoded as it is read.
pub struct Decoded<R> {
    input: R,
    decoder: encoding_rs::Decoder,
    bytes: Box<[u8]>,
    /// What of `bytes` is not decoded yet.
    undecoded: std::ops::Range<usize>,
    text: Box<[u8]>,
    /// What of `text` is not consumed yet.
    unread: std::ops::Range<usize>,
    bytes_left: u64,
    input_ended: bool,
    ended: bool,
    malformed: bool,
}

impl<R: Read> Decoded<R> {
    const BUFFER: usize = 32 * 1024;

    /// Reads at most `bytes_limit` bytes.
    pub fn new(input: R, encoding: TextEncoding, bytes_limit: u64) -> Self {
        Self {
            input,
            decoder: encoding.decoder(),
            bytes: vec![0; Self::BUFFER].into_boxed_slice(),
            undecoded: 0..0,
            text: vec![0; Self::BUFFER].into_boxed_slice(),
            unread: 0..0,
            bytes_left: bytes_limit,
            input_ended: false,
            ended: false,
            malformed: false,
        }
    }

    /// UTF-8 that was not consumed yet; empty at the end, and only there.
    pub fn fill(&mut self) -> Result<&[u8], TextFault> {
        while self.unread.is_empty() && !self.ended {
            // The text before the fault was handed out first, so that the reader knows the line.
            if self.malformed {
                return Err(TextFault::Malformed);
            }
            if self.undecoded.is_empty() && !self.input_ended {
                self.read()?;
            }
            self.decode();
        }
        let text = &self.text[self.unread.clone()];
        if text.contains(&0) { Err(TextFault::Nul) } else { Ok(text) }
    }

    /// Marks this many bytes of what `fill` gave as read.
    pub fn consume(&mut self, count: usize) {
        self.unread.start = (self.unread.start + count).min(self.unread.end);
    }

    fn read(&mut self) -> Result<(), TextFault> {
        let count = loop {
            match self.input.read(&mut self.bytes) {
                Ok(count) => break count,
                Err(fault) if fault.kind() == std::io::ErrorKind::Interrupted => {}
                Err(fault) => return Err(TextFault::Unreadable(fault)),
            }
        };
        self.bytes_left = self.bytes_left.checked_sub(count as u64).ok_or(TextFault::TooLarge)?;
        self.input_ended = count == 0;
        self.undecoded = 0..count;
        Ok(())
    }

    fn decode(&mut self) {
        let (result, read, written) = self.decoder.decode_to_utf8_without_replacement(
            &self.bytes[self.undecoded.clone()],
            &mut self.text,
            self.input_ended,
        );
        self.undecoded.start += read;
        self.unread = 0..written;
        match result {
            DecoderResult::Malformed(..) => self.malformed = true,
            DecoderResult::InputEmpty => self.ended = self.input_ended,
            DecoderResult::OutputFull => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Hands out one byte at a time, as a slow network does.
    struct Slow<'a>(&'a [u8]);

    impl Read for Slow<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
            let one = buffer.len().min(1);
            self.0.read(&mut buffer[..one])
        }
    }

    fn text_of(bytes: &[u8], encoding: TextEncoding) -> Result<String, TextFault> {
        let mut decoded = Decoded::new(Slow(bytes), encoding, 1_000_000);
        let mut text = Vec::new();
        loop {
            let piece = decoded.fill()?;
            if piece.is_empty() {
                return Ok(String::from_utf8(text).unwrap());
            }
            text.extend_from_slice(piece);
            let count = piece.len();
            decoded.consume(count);
        }
    }

    #[test]
    fn letters_arrive_whole_whatever_the_pieces() {
        assert_eq!(text_of("\u{feff}Café 🚲".as_bytes(), TextEncoding::Utf8).unwrap(), "Café 🚲");
        let wide: Vec<u8> = "\u{feff}Café 🚲".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(text_of(&wide, TextEncoding::Utf16Le).unwrap(), "Café 🚲");
        assert_eq!(text_of(b"Cr\xe9dito \x80", TextEncoding::Windows1252).unwrap(), "Crédito €");
    }

    #[test]
    fn broken_letters_are_a_fault() {
        assert!(matches!(text_of(b"a\xff", TextEncoding::Utf8), Err(TextFault::Malformed)));
        assert!(matches!(text_of(b"a\xc3", TextEncoding::Utf8), Err(TextFault::Malformed)));
        assert!(matches!(text_of(b"\0\xd8a\0", TextEncoding::Utf16Le), Err(TextFault::Malformed)));
    }

    #[test]
    fn a_text_has_no_nul_and_an_end() {
        assert!(matches!(text_of(b"a\0b", TextEncoding::Utf8), Err(TextFault::Nul)));

        let mut endless = Decoded::new(std::io::repeat(b'a'), TextEncoding::Utf8, 100_000);
        let fault = loop {
            match endless.fill() {
                Ok(piece) => {
                    let count = piece.len();
                    endless.consume(count);
                }
                Err(fault) => break fault,
            }
        };
        assert!(matches!(fault, TextFault::TooLarge));
    }
}
