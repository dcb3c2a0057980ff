//! A file that came is looked at: what it is, by what stands in it, and a picture is made anew.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use frame::files::{Brought, PhotoRefused, remake_picture};
use frame::{Error, Result};
use zip::ZipArchive;

use crate::rules::format::{HEAD, OLD_MARKS, format};
use crate::rules::{AttachmentRefused, Format, Seen};

/// More names than these say nothing new.
const MOST_NAMES: usize = 20_000;

/// A file that may be kept.
pub struct Fit {
    pub brought: Brought,
    pub format: Format,
    /// Of what was sent.
    pub sha256: String,
    pub size: Option<(u32, u32)>,
}

/// Looks at a file, in a thread that may wait.
pub async fn look(brought: Brought) -> Result<std::result::Result<Fit, AttachmentRefused>> {
    tokio::task::spawn_blocking(move || fit(brought)).await?
}

fn fit(brought: Brought) -> Result<std::result::Result<Fit, AttachmentRefused>> {
    let format = match see(brought.path())? {
        Ok(format) => format,
        Err(why) => return Ok(Err(why)),
    };
    let sha256 = brought.sha256.clone();
    if format != Format::Picture {
        return Ok(Ok(Fit { brought, format, sha256, size: None }));
    }
    let picture = match remake_picture(&std::fs::read(brought.path())?) {
        Ok(picture) => picture,
        Err(PhotoRefused::TooManyPixels) => return Ok(Err(AttachmentRefused::TooManyPixels)),
        Err(_) => return Ok(Err(AttachmentRefused::Damaged)),
    };
    let format = if picture.png { Format::Png } else { Format::Jpeg };
    let size = Some((picture.width, picture.height));
    Ok(Ok(Fit { brought: brought.replaced(&picture.bytes)?, format, sha256, size }))
}

/// What a file is; of an archive only the list of names is read, and nothing is unpacked.
fn see(path: &Path) -> Result<std::result::Result<Format, AttachmentRefused>> {
    let mut head = Vec::new();
    File::open(path)?.take(HEAD as u64).read_to_end(&mut head)?;
    let names = if head.starts_with(b"PK") { names(path)? } else { None };
    let marks = if head.starts_with(b"\xd0\xcf\x11\xe0") { marks(path)? } else { Vec::new() };
    Ok(format(&Seen { head: &head, names: names.as_deref(), marks: &marks }))
}

/// The names in an archive; none when they cannot be read.
fn names(path: &Path) -> Result<Option<Vec<String>>> {
    let Ok(archive) = ZipArchive::new(io::BufReader::new(File::open(path)?)) else {
        return Ok(None);
    };
    let names = archive.file_names().take(MOST_NAMES);
    Ok(names.map(|it| it.map(Cow::into_owned)).collect::<std::result::Result<_, _>>().ok())
}

/// Which marks stand in the file, written as UTF-16 as its kind has it.
fn marks(path: &Path) -> Result<Vec<&'static str>> {
    let bytes = std::fs::read(path).map_err(Error::from)?;
    let stands = |mark: &&&str| {
        let wide: Vec<u8> = mark.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(wide.len()).any(|it| it == wide)
    };
    Ok(OLD_MARKS.iter().filter(stands).copied().collect())
}
