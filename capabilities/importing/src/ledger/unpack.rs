//! A packed file becomes a folder of days that goes when the import ends.
//!
//! Nothing is believed of an archive: not its names, of which only the last part counts, and not
//! how much it unpacks to.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, Read, Seek, Write};
use std::path::{Path, PathBuf};

use kernel::Day;
use tempfile::TempDir;

use crate::reading::unreadable;
use crate::rules::file_refused::FileRefused;
use crate::rules::online_retail::{day_of, first_day};
use crate::rules::signature::format_of;
use crate::source_file::{SourceRefused, name_of};

/// How folders of unpacked days begin.
const DAYS: &str = "days-";
/// Enough to know what a file is, and its first line.
const HEAD_BYTES: u64 = 64 << 10;

/// How much is unpacked before an archive is refused.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    pub file_bytes: u64,
    pub all_bytes: u64,
    pub entries: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { file_bytes: 64 << 20, all_bytes: 8 << 30, entries: 20_000 }
    }
}

/// A file as somebody names it, and where its bytes are.
#[derive(Clone, Debug)]
pub struct Source {
    pub name: String,
    pub path: PathBuf,
}

/// The days that were found, in their order.
#[derive(Debug, Default)]
pub struct Unpacked {
    pub days: BTreeMap<Day, PathBuf>,
    /// What is no day.
    pub passed_over: Vec<String>,
    folders: Vec<TempDir>,
}

/// Finds the days of packed files, folders and single files.
pub fn unpack(paths: &[PathBuf], limits: Limits) -> Result<Unpacked, SourceRefused> {
    let (mut unpacked, mut room) = (Unpacked::default(), Room::of(limits));
    for path in paths {
        let source = Source { name: name_of(path), path: path.clone() };
        let taken = if path.is_dir() {
            take_folder(path, &mut unpacked)
        } else {
            take(&source, &mut room, &mut unpacked)
        };
        taken.map_err(|why| SourceRefused { name: source.name, why })?;
    }
    let first = paths.first().map(|it| name_of(it)).unwrap_or_default();
    unpacked.with_days(first)
}

/// Finds the days of files that somebody brought. What is packed is unpacked beside them, once.
pub fn unpack_beside(
    sources: &[Source],
    folder: &Path,
    limits: Limits,
) -> Result<Unpacked, SourceRefused> {
    let (mut unpacked, mut room) = (Unpacked::default(), Room::of(limits));
    for (number, source) in sources.iter().enumerate() {
        let beside = folder.join(format!("{DAYS}{number}"));
        take_beside(source, &beside, &mut room, &mut unpacked)
            .map_err(|why| SourceRefused { name: source.name.clone(), why })?;
    }
    unpacked.with_days(sources.first().map(|it| it.name.clone()).unwrap_or_default())
}

/// Takes away what was unpacked beside the files that somebody brought.
pub fn pack_up(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with(DAYS) {
            fs::remove_dir_all(entry.path())?;
        }
    }
    Ok(())
}

impl Unpacked {
    fn with_days(self, name: String) -> Result<Self, SourceRefused> {
        if self.days.is_empty() {
            return Err(SourceRefused { name, why: FileRefused::NoDays });
        }
        Ok(self)
    }
}

fn take_beside(
    source: &Source,
    beside: &Path,
    room: &mut Room,
    unpacked: &mut Unpacked,
) -> Result<(), FileRefused> {
    let fault = |fault: io::Error| unreadable(&fault);
    if let Some(day) = day_of_file(source)? {
        return take_day(day, source.path.clone(), unpacked);
    }
    if !beside.is_dir() {
        let whole = beside.parent().unwrap_or(beside);
        let folder = tempfile::Builder::new().prefix(DAYS).tempdir_in(whole).map_err(fault)?;
        unpack_to(&source.path, &folder, room)?;
        // Whoever was quicker has unpacked the same.
        if let Err(cause) = fs::rename(folder.path(), beside)
            && !beside.is_dir()
        {
            return Err(unreadable(&cause));
        }
    }
    let before = unpacked.days.len();
    take_folder(beside, unpacked)?;
    // Something else is packed: whoever unpacks it can bring it.
    if unpacked.days.len() == before { Err(FileRefused::Compressed) } else { Ok(()) }
}

fn take(source: &Source, room: &mut Room, unpacked: &mut Unpacked) -> Result<(), FileRefused> {
    let about = fs::metadata(&source.path).map_err(|fault| unreadable(&fault))?;
    if !about.is_file() {
        return Err(FileRefused::Unreadable { cause: "not a regular file".to_owned() });
    }
    if let Some(day) = day_of_file(source)? {
        return take_day(day, source.path.clone(), unpacked);
    }
    let folder = tempfile::tempdir().map_err(|fault| unreadable(&fault))?;
    unpack_to(&source.path, &folder, room)?;
    take_folder(folder.path(), unpacked)?;
    unpacked.folders.push(folder);
    Ok(())
}

/// The day that a file is about: by its name, or else by what stands in it.
fn day_of_file(source: &Source) -> Result<Option<Day>, FileRefused> {
    if let Some(day) = day_of(&source.name) {
        return Ok(Some(day));
    }
    Ok(first_day(&head(&source.path)?))
}

/// The beginning of a file.
pub fn head(path: &Path) -> Result<Vec<u8>, FileRefused> {
    let mut head = Vec::new();
    let file = File::open(path).map_err(|fault| unreadable(&fault))?;
    file.take(HEAD_BYTES).read_to_end(&mut head).map_err(|fault| unreadable(&fault))?;
    Ok(head)
}

/// How a file is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Packing {
    Xz,
    Zip,
    Tar,
}

/// How a file is packed that begins so; none if it is not. A workbook is no archive.
pub fn packing(head: &[u8]) -> Option<Packing> {
    if head.get(257..262) == Some(b"ustar") {
        return Some(Packing::Tar);
    }
    if format_of(head) != Err(FileRefused::Compressed) {
        return None;
    }
    match head {
        [0xFD, b'7', b'z', b'X', b'Z', 0, ..] => Some(Packing::Xz),
        [b'P', b'K', 3, 4, ..] => Some(Packing::Zip),
        _ => None,
    }
}

fn unpack_to(path: &Path, folder: &TempDir, room: &mut Room) -> Result<(), FileRefused> {
    let packing = packing(&head(path)?);
    let file = BufReader::new(File::open(path).map_err(|fault| unreadable(&fault))?);
    match packing {
        Some(Packing::Xz) => tar_to(lzma_rust2::XzReader::new(file, true), folder, room),
        Some(Packing::Zip) => zip_to(file, folder, room),
        // What is none says so itself.
        Some(Packing::Tar) | None => tar_to(file, folder, room),
    }
}

fn take_folder(folder: &Path, unpacked: &mut Unpacked) -> Result<(), FileRefused> {
    for entry in fs::read_dir(folder).map_err(|fault| unreadable(&fault))? {
        let path = entry.map_err(|fault| unreadable(&fault))?.path();
        match day_of(&name_of(&path)).filter(|_| path.is_file()) {
            Some(day) => take_day(day, path, unpacked)?,
            None => unpacked.passed_over.push(name_of(&path)),
        }
    }
    unpacked.passed_over.sort();
    Ok(())
}

fn take_day(day: Day, path: PathBuf, unpacked: &mut Unpacked) -> Result<(), FileRefused> {
    match unpacked.days.insert(day, path) {
        None => Ok(()),
        Some(_) => Err(FileRefused::DayTwice { day: day.to_string() }),
    }
}

fn tar_to(input: impl Read, folder: &TempDir, room: &mut Room) -> Result<(), FileRefused> {
    let broken = |_: io::Error| FileRefused::NoArchive;
    // Headers and padding count too: an archive of nothing but names is refused as well.
    let mut input = input.take(room.limits.all_bytes.saturating_mul(2));
    let mut archive = tar::Archive::new(&mut input);
    for entry in archive.entries().map_err(broken)? {
        let mut entry = entry.map_err(broken)?;
        room.another()?;
        let name = entry.path().map_err(broken)?;
        let name = name.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if entry.header().entry_type().is_file() && day_of(&name).is_some() {
            room.write(&mut entry, &folder.path().join(name))?;
        }
    }
    Ok(())
}

fn zip_to(input: impl Read + Seek, folder: &TempDir, room: &mut Room) -> Result<(), FileRefused> {
    let mut archive = zip::ZipArchive::new(input).map_err(|_| FileRefused::NoArchive)?;
    for place in 0..archive.len() {
        room.another()?;
        let mut entry = archive.by_index(place).map_err(|_| FileRefused::NoArchive)?;
        let name = entry.name().map_err(|_| FileRefused::NoArchive)?;
        let name = name.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
        if entry.is_file() && day_of(&name).is_some() {
            room.write(&mut entry, &folder.path().join(name))?;
        }
    }
    Ok(())
}

/// What may still be unpacked, of all files together.
struct Room {
    limits: Limits,
    entries: usize,
    bytes: u64,
}

impl Room {
    const fn of(limits: Limits) -> Self {
        Self { limits, entries: 0, bytes: 0 }
    }

    fn another(&mut self) -> Result<(), FileRefused> {
        self.entries += 1;
        if self.limits.entries < self.entries { Err(self.too_large()) } else { Ok(()) }
    }

    fn write(&mut self, from: &mut impl Read, path: &Path) -> Result<(), FileRefused> {
        let fault = |fault: io::Error| unreadable(&fault);
        let file = File::options().write(true).create_new(true).open(path);
        let file = file.map_err(|cause| match cause.kind() {
            io::ErrorKind::AlreadyExists => FileRefused::DayTwice { day: name_of(path) },
            _ => unreadable(&cause),
        })?;
        let mut file = BufWriter::new(file);
        let left = self.limits.all_bytes.saturating_sub(self.bytes).min(self.limits.file_bytes);
        let wrote = io::copy(&mut from.take(left.saturating_add(1)), &mut file).map_err(fault)?;
        file.flush().map_err(fault)?;
        self.bytes += wrote;
        if left < wrote { Err(self.too_large()) } else { Ok(()) }
    }

    const fn too_large(&self) -> FileRefused {
        FileRefused::TooLarge { limit_mib: self.limits.all_bytes >> 20 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tar_of(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut archive = tar::Builder::new(Vec::new());
        for (name, bytes) in files {
            let mut header = tar::Header::new_gnu();
            header.set_size(bytes.len() as u64);
            header.set_mode(0o644);
            header.set_cksum();
            archive.append_data(&mut header, name, *bytes).unwrap();
        }
        archive.into_inner().unwrap()
    }

    fn unpacked(name: &str, bytes: &[u8], limits: Limits) -> Result<Vec<String>, FileRefused> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        let unpacked = unpack(&[path], limits).map_err(|it| it.why)?;
        Ok(unpacked.days.keys().map(ToString::to_string).collect())
    }

    #[test]
    fn days_are_found_wherever_they_lie_in_an_archive_and_nothing_else_is_written() {
        let tar =
            tar_of(&[("by-day/2011-01-02.csv", b"b"), ("x/2010-12-01.csv", b"a"), ("y", b"")]);

        let days = unpacked("days.tar", &tar, Limits::default());

        assert_eq!(days.unwrap(), ["2010-12-01", "2011-01-02"]);
    }

    #[test]
    fn an_archive_that_grows_too_large_is_refused() {
        let tar = tar_of(&[("2010-12-01.csv", &[b'a'; 2_000]), ("2010-12-02.csv", b"b")]);
        let limits = Limits { file_bytes: 1_000, ..Limits::default() };
        let few = Limits { entries: 1, ..Limits::default() };

        for limits in [limits, few] {
            let refused = unpacked("days.tar", &tar, limits);
            assert!(matches!(refused, Err(FileRefused::TooLarge { .. })), "{refused:?}");
        }
    }

    #[test]
    fn what_is_no_archive_of_days_is_refused() {
        let twice = tar_of(&[("a/2010-12-01.csv", b"a"), ("b/2010-12-01.csv", b"b")]);
        let cut: &[u8] = &[0xFD, b'7', b'z', b'X', b'Z', 0, 0, 4];
        let none = tar_of(&[("readme.txt", b"hello")]);

        let refused = |bytes: &[u8]| unpacked("days", bytes, Limits::default()).unwrap_err();
        assert!(matches!(refused(&twice), FileRefused::DayTwice { .. }));
        assert!(matches!(refused(cut), FileRefused::NoArchive));
        assert!(matches!(refused(b"PK\x03\x04 not a zip"), FileRefused::NoArchive));
        assert!(matches!(refused(&none), FileRefused::NoDays));
    }
}
