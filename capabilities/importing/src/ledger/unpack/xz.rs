//! How much memory a file of xz asks for, before any of it is unpacked.
//!
//! Each block says how far back it will refer, and whoever unpacks it makes room for that much: up
//! to four gigabytes, in a file of a hundred bytes. So the blocks are walked over first, by the
//! lengths of their chunks, as they will be met; nothing is unpacked for it.

use std::io::{self, BufRead, BufReader, ErrorKind, Read, Seek};

use crate::rules::file_refused::FileRefused;

/// As far back as `xz -9` refers.
const MOST: u64 = 64 << 20;
/// Of all blocks together: room is made anew for each.
const MOST_TOGETHER: u64 = 4 << 30;

const MAGIC: &[u8] = b"\xFD7zXZ\0";
/// The filter that unpacks; others only change what it gave.
const LZMA2: u64 = 0x21;

/// Refuses what asks for more memory than a file that is meant to be read does.
pub fn asks_for_little(input: &mut BufReader<impl Read + Seek>) -> Result<(), FileRefused> {
    let mut asked = 0;
    loop {
        match stream(input, &mut asked).and_then(|()| padding(input)) {
            Ok(true) => {}
            Ok(false) => return Ok(()),
            Err(fault) if fault.kind() == ErrorKind::OutOfMemory => return Err(FileRefused::Bomb),
            Err(_) => return Err(FileRefused::NoArchive),
        }
    }
}

fn stream(input: &mut BufReader<impl Read + Seek>, asked: &mut u64) -> io::Result<()> {
    let mut header = [0; 12];
    input.read_exact(&mut header)?;
    if !header.starts_with(MAGIC) {
        return Err(ErrorKind::InvalidData.into());
    }
    // What stands behind each block, to check it by.
    let check = match header[7] {
        0x00 => 0,
        0x01 => 4,
        0x04 => 8,
        0x0A => 32,
        _ => return Err(ErrorKind::InvalidData.into()),
    };
    loop {
        let words = usize::from(byte(input)?);
        if words == 0 {
            return index(input);
        }
        let mut rest = vec![0; words * 4 + 3];
        input.read_exact(&mut rest)?;
        let room = dictionary(&rest)?;
        *asked += room;
        if MOST < room || MOST_TOGETHER < *asked {
            return Err(ErrorKind::OutOfMemory.into());
        }
        let length = chunks(input)?;
        skip(input, up_to_four(length) + check)?;
    }
}

/// How far back a block refers, by what stands in its header behind the first byte.
fn dictionary(header: &[u8]) -> io::Result<u64> {
    let mut rest = header;
    let flags = byte(&mut rest)?;
    for is_there in [0x40, 0x80] {
        if flags & is_there != 0 {
            number(&mut rest)?;
        }
    }
    let filters = (flags & 0x03) + 1;
    for filter in 1..=filters {
        let (id, length) = (number(&mut rest)?.0, number(&mut rest)?.0);
        let is_last = filter == filters;
        if is_last != (id == LZMA2) || (is_last && length != 1) {
            return Err(ErrorKind::InvalidData.into());
        }
        if is_last {
            break;
        }
        for _ in 0..length {
            byte(&mut rest)?;
        }
    }
    match byte(&mut rest)? {
        bits @ 0..40 => Ok(u64::from(2 | (bits & 1)) << (bits / 2 + 11)),
        40 => Ok(u64::from(u32::MAX)),
        _ => Err(ErrorKind::InvalidData.into()),
    }
}

/// Passes over the chunks of a block; how long they are together.
fn chunks(input: &mut BufReader<impl Read + Seek>) -> io::Result<u64> {
    let mut length = 0;
    loop {
        let control = byte(input)?;
        // Behind the head: lengths of what is packed and of what comes of it, less one each.
        let (head, packed) = match control {
            0x00 => return Ok(length + 1),
            0x01 | 0x02 => (3, two(input)?),
            0x80.. => {
                two(input)?;
                let packed = two(input)?;
                let says_how = u64::from(0xC0 <= control);
                skip(input, says_how)?;
                (5 + says_how, packed)
            }
            _ => return Err(ErrorKind::InvalidData.into()),
        };
        skip(input, packed + 1)?;
        length += head + packed + 1;
    }
}

/// Passes over what a stream says of its blocks at its end.
fn index(input: &mut BufReader<impl Read + Seek>) -> io::Result<()> {
    let (records, mut length) = number(input)?;
    // The byte that tells it from a block.
    length += 1;
    for _ in 0..records.saturating_mul(2) {
        length += number(input)?.1;
    }
    skip(input, up_to_four(length) + 4 + 12)
}

/// Passes over zeros; whether another stream follows.
fn padding(input: &mut BufReader<impl Read + Seek>) -> io::Result<bool> {
    loop {
        match input.fill_buf()?.first() {
            None => return Ok(false),
            Some(0) => input.consume(1),
            Some(_) => return Ok(true),
        }
    }
}

fn byte(input: &mut impl Read) -> io::Result<u8> {
    let mut byte = [0];
    input.read_exact(&mut byte)?;
    Ok(byte[0])
}

fn two(input: &mut impl Read) -> io::Result<u64> {
    let mut bytes = [0; 2];
    input.read_exact(&mut bytes)?;
    Ok(u64::from(u16::from_be_bytes(bytes)))
}

/// A number of at most nine bytes, and of how many.
fn number(input: &mut impl Read) -> io::Result<(u64, u64)> {
    let mut number = 0;
    for place in 0..9 {
        let byte = byte(input)?;
        number |= u64::from(byte & 0x7F) << (place * 7);
        if byte < 0x80 {
            return Ok((number, place + 1));
        }
    }
    Err(ErrorKind::InvalidData.into())
}

fn skip(input: &mut BufReader<impl Read + Seek>, count: u64) -> io::Result<()> {
    input.seek_relative(i64::try_from(count).unwrap_or(i64::MAX))
}

/// What a length lacks to be a multiple of four.
const fn up_to_four(length: u64) -> u64 {
    (4 - length % 4) % 4
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;
    use crate::tests::testdata;

    fn asked(bytes: &[u8]) -> Result<(), FileRefused> {
        asks_for_little(&mut BufReader::new(Cursor::new(bytes)))
    }

    fn read(path: &str) -> Vec<u8> {
        std::fs::read(testdata(path)).unwrap()
    }

    #[test]
    fn a_real_archive_asks_for_little() {
        let packed = read("online-retail/by-day.tar.xz");
        let zeros = read("hostile-input/bombs/zeros.tar.xz");

        assert_eq!(asked(&packed), Ok(()));
        assert_eq!(asked(&[packed, vec![0; 8], zeros].concat()), Ok(()), "two streams are one");
    }

    #[test]
    fn a_block_that_asks_for_a_gigabyte_is_found_wherever_it_stands() {
        let large = read("hostile-input/bombs/dictionary.tar.xz");
        let zeros = read("hostile-input/bombs/zeros.tar.xz");

        assert!(large.len() < 200);
        assert_eq!(asked(&large), Err(FileRefused::Bomb));
        assert_eq!(asked(&[zeros, large].concat()), Err(FileRefused::Bomb));
    }

    #[test]
    fn what_is_cut_short_is_no_archive() {
        let zeros = read("hostile-input/bombs/zeros.tar.xz");

        for length in [1, 11, 12, 13, 24, 100, zeros.len() / 2] {
            assert_eq!(asked(&zeros[..length]), Err(FileRefused::NoArchive), "{length}");
        }
    }
}
