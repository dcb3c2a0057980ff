//! How much may be unpacked: what comes out is counted, and nothing that was said of it before.

use std::fs::File;
use std::io::{self, BufWriter, Read, Write};
use std::path::Path;

use crate::reading::unreadable;
use crate::rules::file_refused::FileRefused;
use crate::source_file::name_of;

/// How much is unpacked before an archive is refused.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    pub file_bytes: u64,
    /// Of all that comes out of all archives together, whether it is kept or passed over.
    pub all_bytes: u64,
    pub entries: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { file_bytes: 64 << 20, all_bytes: 2 << 30, entries: 20_000 }
    }
}

/// What may still be unpacked, of all files together.
pub struct Room {
    pub limits: Limits,
    entries: usize,
    /// What came out so far.
    pub bytes: u64,
}

impl Room {
    pub const fn of(limits: Limits) -> Self {
        Self { limits, entries: 0, bytes: 0 }
    }

    pub fn another(&mut self) -> Result<(), FileRefused> {
        self.entries += 1;
        if self.limits.entries < self.entries { Err(FileRefused::Bomb) } else { Ok(()) }
    }

    /// What may still come out.
    pub const fn left(&self) -> u64 {
        self.limits.all_bytes.saturating_sub(self.bytes)
    }

    /// Writes a file whose bytes were not counted yet.
    pub fn write(&mut self, from: &mut impl Read, path: &Path) -> Result<(), FileRefused> {
        let left = self.left();
        let mut from = Counted::of(from, left);
        let went = self.write_counted(&mut from, path);
        if from.is_over {
            return Err(FileRefused::Bomb);
        }
        self.bytes += left - from.left;
        went
    }

    /// Writes a file whose bytes are counted by whoever unpacks it.
    pub fn write_counted(&self, from: &mut impl Read, path: &Path) -> Result<(), FileRefused> {
        let fault = |fault: io::Error| unreadable(&fault);
        let file = File::options().write(true).create_new(true).open(path);
        let file = file.map_err(|cause| match cause.kind() {
            io::ErrorKind::AlreadyExists => FileRefused::DayTwice { day: name_of(path) },
            _ => unreadable(&cause),
        })?;
        let mut file = BufWriter::new(file);
        let most = self.limits.file_bytes;
        let wrote = io::copy(&mut from.take(most.saturating_add(1)), &mut file).map_err(fault)?;
        file.flush().map_err(fault)?;
        if most < wrote {
            return Err(FileRefused::TooLarge { limit_mib: most >> 20 });
        }
        Ok(())
    }
}

/// Bytes that are counted as they come out, whatever was said of them before.
pub struct Counted<R> {
    input: R,
    pub left: u64,
    pub is_over: bool,
}

impl<R> Counted<R> {
    pub const fn of(input: R, left: u64) -> Self {
        Self { input, left, is_over: false }
    }
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.input.read(buffer)?;
        let Some(left) = self.left.checked_sub(count as u64) else {
            self.is_over = true;
            return Err(io::Error::other("unpacks to too much"));
        };
        self.left = left;
        Ok(count)
    }
}
