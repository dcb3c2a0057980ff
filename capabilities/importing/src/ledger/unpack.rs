//! A packed file becomes a folder of days that goes when the import ends.
//!
//! Nothing is believed of an archive: not its names, of which only the last part counts, and not
//! how much it unpacks to.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, BufReader, Read, Seek};
use std::path::{Path, PathBuf};

use kernel::Day;
use tempfile::TempDir;

use crate::reading::unreadable;
use crate::rules::file_refused::FileRefused;
use crate::rules::online_retail::{day_of, first_day};
use crate::rules::signature::format_of;
use crate::source_file::{SourceRefused, name_of};

mod room;
mod xz;

pub use self::room::Limits;
use self::room::{Counted, Room};

/// How folders of unpacked days begin.
const DAYS: &str = "days-";
/// Enough to know what a file is, and its first line.
const HEAD_BYTES: u64 = 64 << 10;
/// A longer name of an entry is cut off.
const LONGEST_NAME: u64 = 64 << 10;

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
    let mut file = BufReader::new(File::open(path).map_err(|fault| unreadable(&fault))?);
    match packing {
        Some(Packing::Xz) => {
            xz::asks_for_little(&mut file)?;
            file.rewind().map_err(|fault| unreadable(&fault))?;
            tar_to(lzma_rust2::XzReader::new(file, true), folder, room)
        }
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
    // Headers and padding count too: an archive of nothing but names is refused as well.
    let mut input = Counted::of(input, room.left());
    let went = entries_to(&mut input, folder, room);
    if input.is_over {
        return Err(FileRefused::Bomb);
    }
    room.bytes = room.limits.all_bytes - input.left;
    went
}

fn entries_to(input: impl Read, folder: &TempDir, room: &mut Room) -> Result<(), FileRefused> {
    let broken = |_: io::Error| FileRefused::NoArchive;
    let mut archive = tar::Archive::new(input);
    let mut long_name: Option<Vec<u8>> = None;
    // Raw: whoever puts entries together for us holds their names whole, however long they are.
    for entry in archive.entries().map_err(broken)?.raw(true) {
        let mut entry = entry.map_err(broken)?;
        let kind = entry.header().entry_type();
        if kind.is_gnu_longname() || kind.is_pax_local_extensions() {
            let mut said = Vec::new();
            entry.by_ref().take(LONGEST_NAME).read_to_end(&mut said).map_err(broken)?;
            let name = if kind.is_gnu_longname() { Some(said) } else { path_of(&said) };
            long_name = name.or(long_name);
            continue;
        }
        if kind.is_gnu_longlink() || kind.is_pax_global_extensions() {
            continue;
        }
        room.another()?;
        let name = long_name.take().unwrap_or_else(|| entry.path_bytes().into_owned());
        let name = String::from_utf8_lossy(&name);
        let name = name_of(Path::new(name.trim_end_matches('\0')));
        if kind.is_file() && day_of(&name).is_some() {
            room.write_counted(&mut entry, &folder.path().join(name))?;
        }
    }
    Ok(())
}

/// What an extended header calls the entry behind it.
fn path_of(header: &[u8]) -> Option<Vec<u8>> {
    let said = tar::PaxExtensions::new(header).filter_map(Result::ok);
    said.filter(|it| it.key_bytes() == b"path").map(|it| it.value_bytes().to_vec()).last()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::testdata;

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

        let refused = unpacked("days.tar", &tar, limits);
        assert!(matches!(refused, Err(FileRefused::TooLarge { .. })), "{refused:?}");
        assert_eq!(unpacked("days.tar", &tar, few), Err(FileRefused::Bomb));
    }

    fn zip_of(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut archive = zip::ZipWriter::new(io::Cursor::new(Vec::new()));
        let options = zip::write::SimpleFileOptions::default();
        for (name, bytes) in files {
            archive.start_file(*name, options).unwrap();
            io::Write::write_all(&mut archive, bytes).unwrap();
        }
        archive.finish().unwrap().into_inner()
    }

    /// A made-up archive of few bytes that unpacks to many, or asks for much memory.
    fn bomb(name: &str) -> Vec<u8> {
        fs::read(testdata("hostile-input/bombs").join(name)).unwrap()
    }

    #[test]
    fn what_unpacks_to_too_much_is_refused_as_it_comes_out() {
        let limits = Limits { all_bytes: 1 << 20, ..Limits::default() };
        let zeros = vec![0; 2 << 20];
        let passed_over = tar_of(&[("zeros.bin", &zeros), ("2010-12-01.csv", b"a")]);
        let half = &zeros[..600 << 10];
        let halves = zip_of(&[("2010-12-01.csv", half), ("2010-12-02.csv", half)]);

        for (name, bytes) in [
            ("days.tar.xz", bomb("zeros.tar.xz")),
            ("days.tar", passed_over),
            ("day.zip", zip_of(&[("2010-12-01.csv", &zeros)])),
            ("days.zip", halves),
        ] {
            assert_eq!(unpacked(name, &bytes, limits), Err(FileRefused::Bomb), "{name}");
        }
        let fits = unpacked("days.tar.xz", &bomb("zeros.tar.xz"), Limits::default());
        assert_eq!(fits.unwrap(), ["2010-12-01"]);
        let large = unpacked("days.tar.xz", &bomb("dictionary.tar.xz"), Limits::default());
        assert_eq!(large, Err(FileRefused::Bomb));
    }

    #[test]
    fn all_archives_of_an_import_share_the_room() {
        let folder = tempfile::tempdir().unwrap();
        let zeros = vec![0; 600 << 10];
        let paths: Vec<PathBuf> = ["2010-12-01.csv", "2010-12-02.csv"]
            .map(|name| {
                let path = folder.path().join(format!("{name}.tar"));
                fs::write(&path, tar_of(&[("zeros.bin", &zeros), (name, b"a")])).unwrap();
                path
            })
            .into();
        let limits = Limits { all_bytes: 1 << 20, ..Limits::default() };

        assert!(unpack(&paths[..1], limits).is_ok());
        assert_eq!(unpack(&paths, limits).unwrap_err().why, FileRefused::Bomb);
    }

    #[test]
    fn a_day_is_found_behind_a_long_name_and_a_name_without_end_is_not_held() {
        let far = format!("{}/2010-12-01.csv", "x".repeat(300));
        let endless = format!("{}/2010-12-01.csv", "x".repeat(200_000));

        let found = unpacked("days.tar", &tar_of(&[(&far, b"a")]), Limits::default());
        let cut = unpacked("days.tar", &tar_of(&[(&endless, b"a")]), Limits::default());

        assert_eq!(found.unwrap(), ["2010-12-01"]);
        assert_eq!(cut, Err(FileRefused::NoDays));
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
