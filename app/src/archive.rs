//! What a backup looks like: one compressed archive that proves itself.
//!
//! `about.json` says what it is; then come the database, the key, the settings and the files; the
//! last entry, `manifest`, holds one line for each entry before it: its SHA-256, its length and
//! its name. Whoever reads it from front to back knows at the end whether everything is there,
//! with no more memory than a line needs.

use std::fs::File;
use std::io::{BufReader, BufWriter, Read, Write};
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, ensure};
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use frame::secrets;
use serde::{Deserialize, Serialize};

/// The shape of the archive; it changes when an older program could not read it.
pub const FORMAT: u32 = 1;
pub const ABOUT: &str = "about.json";
pub const MANIFEST: &str = "manifest";
/// The database of PostgreSQL, as its own tool writes it.
pub const DUMP: &str = "jembatan.pgdump";

/// What a backup says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    pub format: u32,
    pub program: String,
    pub made_at: String,
    /// `sqlite` or `postgresql`.
    pub engine: String,
    /// The steps that the schema has been through.
    pub schema: Vec<String>,
    pub companies: Vec<Held>,
}

/// A company, and where its stream ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    pub slug: String,
    pub events: i64,
}

/// Writes entries one after the other, and the manifest in the end.
pub struct Writer {
    tar: tar::Builder<GzEncoder<BufWriter<File>>>,
    /// The lines of the manifest; in a file of their own, for there may be a million.
    lines: BufWriter<File>,
}

impl Writer {
    pub fn create(file: File) -> anyhow::Result<Self> {
        let packed = GzEncoder::new(BufWriter::new(file), Compression::fast());
        let lines = BufWriter::new(tempfile::tempfile()?);
        Ok(Self { tar: tar::Builder::new(packed), lines })
    }

    pub fn bytes(&mut self, name: &str, bytes: &[u8]) -> anyhow::Result<()> {
        self.entry(name, bytes.len() as u64, &mut &*bytes)
    }

    pub fn file(&mut self, name: &str, path: &Path) -> anyhow::Result<()> {
        let mut file = File::open(path).with_context(|| path.display().to_string())?;
        let length = file.metadata()?.len();
        self.entry(name, length, &mut file)
    }

    fn entry(&mut self, name: &str, length: u64, from: &mut impl Read) -> anyhow::Result<()> {
        let mut hashing = Hashing::of(from);
        self.tar.append_data(&mut header(length), name, &mut hashing)?;
        writeln!(self.lines, "{}", line(&hashing.end(), length, name))?;
        Ok(())
    }

    /// Closes the archive; everything is on disk when it returns.
    pub fn finish(mut self) -> anyhow::Result<()> {
        use std::io::Seek;
        let mut lines = self.lines.into_inner()?;
        let length = lines.metadata()?.len();
        lines.rewind()?;
        self.tar.append_data(&mut header(length), MANIFEST, lines)?;
        let file = self.tar.into_inner()?.finish()?.into_inner()?;
        file.sync_all()?;
        Ok(())
    }
}

fn header(length: u64) -> tar::Header {
    let mut header = tar::Header::new_gnu();
    header.set_size(length);
    header.set_mode(0o600);
    header
}

fn line(hash: &str, length: u64, name: &str) -> String {
    format!("{hash} {length} {name}")
}

/// Reads an archive from front to back. Each entry before the manifest is handed to `keep`, which
/// must read it whole; fails unless the archive ends with a manifest that says exactly what came.
pub fn read(
    file: &Path,
    mut keep: impl FnMut(&Path, &mut dyn Read) -> anyhow::Result<()>,
) -> anyhow::Result<About> {
    let packed = File::open(file).with_context(|| file.display().to_string())?;
    let mut tar = tar::Archive::new(GzDecoder::new(BufReader::new(packed)));
    let mut about: Option<About> = None;
    let mut came = Lines::default();
    for entry in tar.entries().context("this is no backup")? {
        let mut entry = entry.context("the backup is cut short or damaged")?;
        let name = plain(&entry.path()?)?;
        if name == Path::new(MANIFEST) {
            let (_, said) = secrets::copy_hashed(&mut entry, &mut std::io::sink())?;
            ensure!(said == came.end(), "the backup is damaged: it is not what its manifest says");
            return about.context("the backup does not say what it is");
        }
        ensure!(entry.header().entry_type().is_file(), "{} is no file", name.display());
        let length = entry.size();
        let mut hashing = Hashing::of(&mut entry);
        if name == Path::new(ABOUT) {
            let said: About = serde_json::from_reader(&mut hashing).context("about.json")?;
            ensure!(said.format == FORMAT, "this backup was made by a newer program");
            about = Some(said);
        } else {
            keep(&name, &mut hashing).context("the backup is cut short or damaged")?;
        }
        std::io::copy(&mut hashing, &mut std::io::sink())?;
        came.add(&line(&hashing.end(), length, &name.to_string_lossy()));
    }
    anyhow::bail!("the backup is cut short: it has no manifest")
}

/// A path that stays where it is put.
fn plain(path: &Path) -> anyhow::Result<PathBuf> {
    let plain = path.components().all(|it| matches!(it, Component::Normal(_)));
    ensure!(plain, "{} leads out of the backup", path.display());
    Ok(path.to_owned())
}

/// The hash of the lines that came so far.
#[derive(Default)]
struct Lines(secrets::Hasher);

impl Lines {
    fn add(&mut self, line: &str) {
        self.0.update(line.as_bytes());
        self.0.update(b"\n");
    }

    fn end(self) -> String {
        self.0.end()
    }
}

/// A reader that knows the hash of what was read.
struct Hashing<'a, R: Read> {
    from: &'a mut R,
    hasher: secrets::Hasher,
}

impl<'a, R: Read> Hashing<'a, R> {
    fn of(from: &'a mut R) -> Self {
        Self { from, hasher: secrets::Hasher::default() }
    }

    fn end(self) -> String {
        self.hasher.end()
    }
}

impl<R: Read> Read for Hashing<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = self.from.read(buffer)?;
        self.hasher.update(buffer.get(..read).unwrap_or_default());
        Ok(read)
    }
}
