//! Files that somebody brought are recognised as days of a ledger, by what stands in them.

use std::path::{Path, PathBuf};

use frame::{Ctx, Error, Result};

use crate::brought::folder;
use crate::import_file;
use crate::rules::file_refused::FileRefused;
use crate::rules::online_retail::{PRESET, day_of, first_day, header, is_header};
use crate::rules::run_refused::RunRefused;
use crate::run::RunId;
use crate::source_file::SourceRefused;

use super::unpack::{Limits, Source, Unpacked, head, packing, unpack_beside};

/// What a file is for a ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Nature {
    Archive,
    Day,
    Other,
}

fn nature(source: &Source) -> std::result::Result<Nature, FileRefused> {
    let head = head(&source.path)?;
    let is_of_day = first_day(&head).is_some();
    Ok(match packing(&head) {
        Some(_) => Nature::Archive,
        None if is_of_day => Nature::Day,
        None if day_of(&source.name).is_some() && is_header(&head) => Nature::Day,
        None => Nature::Other,
    })
}

/// The ledger whose days these files are; none if they are something else. What is packed is
/// unpacked beside them.
pub async fn recognise(folder: &Path, sources: Vec<Source>) -> Result<Option<&'static str>> {
    let folder = folder.to_owned();
    let recognised = move || recognised(&folder, &sources);
    tokio::task::spawn_blocking(recognised).await?
}

fn recognised(folder: &Path, sources: &[Source]) -> Result<Option<&'static str>> {
    let refuse =
        |source: &Source, why| Error::refused(SourceRefused { name: source.name.clone(), why });
    let mut natures = Vec::new();
    for source in sources {
        natures.push(nature(source).map_err(|why| refuse(source, why))?);
    }
    if natures.iter().all(|it| *it == Nature::Other) {
        return Ok(None);
    }
    if natures.contains(&Nature::Other) {
        return Err(Error::refused(RunRefused::Mixed));
    }
    let unpacked = unpack_beside(sources, folder, Limits::default()).map_err(Error::refused)?;
    let mut columns = None;
    for path in unpacked.days.values() {
        let head = head(path).map_err(Error::refused)?;
        if is_header(&head) {
            return Ok(Some(PRESET));
        }
        columns.get_or_insert(header(&head));
    }
    let columns = columns.unwrap_or_default().join(", ");
    let first = sources.first().ok_or_else(|| Error::refused(RunRefused::NoFile))?;
    Err(refuse(first, FileRefused::NothingFits { columns }))
}

/// Whether these files can be mapped by hand as well: an archive cannot.
pub async fn is_by_hand(sources: Vec<Source>) -> Result<bool> {
    let natures = move || sources.iter().map(nature).collect::<Vec<_>>();
    let natures = tokio::task::spawn_blocking(natures).await?;
    Ok(natures.iter().all(|it| matches!(it, Ok(Nature::Day | Nature::Other))))
}

/// The files of an import, and where they lie.
pub async fn brought(ctx: &Ctx, run: RunId) -> Result<(PathBuf, Vec<Source>)> {
    let folder = folder(ctx, run);
    let files = import_file::of_run(ctx, run).await?;
    if files.is_empty() {
        return Err(Error::refused(RunRefused::NotNow));
    }
    let source =
        |it: import_file::Model| Source { path: folder.join(it.number.to_string()), name: it.name };
    let sources = files.into_iter().map(source).collect();
    Ok((folder, sources))
}

/// The days of an import that somebody brought.
pub async fn days(ctx: &Ctx, run: RunId) -> Result<Unpacked> {
    let (folder, sources) = brought(ctx, run).await?;
    let unpacked = move || unpack_beside(&sources, &folder, Limits::default());
    tokio::task::spawn_blocking(unpacked).await?.map_err(Error::refused)
}
