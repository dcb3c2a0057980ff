//! A file that no row names goes after a day: the transaction that would have named it failed.
//!
//! A row that names no file must never be, and somebody may bring the same file this very moment.
//! What people attach has a row that can be held, so it is given one and let go by it. A photo has
//! none: it is set apart first and then looked at again. Whoever took it for there had marked it by
//! then, so it goes back; whoever comes later does not find it, and writes it anew.

use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use sea_orm::{ColumnTrait, QueryFilter, QuerySelect};
use serde::{Deserialize, Serialize};

use super::{Column, Entity, content, folder, path, time};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::jobs::{Every, Job, Running};
use crate::tx::Tx;

/// Nobody waits for longer than this between a file and its row.
const DAYS: i64 = 1;
/// Names that are asked for together.
const AT_ONCE: usize = 500;

pub const SWEEP: Every = Every { name: "files.sweep", minutes: 1_440, run: leave };

fn leave(tx: &Tx) -> Running<'_> {
    Box::pin(async move { tx.later_by_itself(tx.now, &Sweep) })
}

/// Looks through the files of a company. The disk is read before the turn to write comes.
#[derive(Debug, Serialize, Deserialize)]
pub struct Sweep;

/// Attached files without a row, and how long they are.
struct Unnamed(Vec<(String, i64)>);

impl Job for Sweep {
    const NAME: &'static str = "files.sweep";

    async fn look_ahead(&self, ctx: &Ctx) -> Result<()> {
        let before = time(ctx.now.plus_days(-DAYS));
        let photos = folder(&ctx.app.files, ctx.actor.company);
        for shard in shards(&photos).await? {
            sweep_photos(ctx, &photos, lying(&shard).await?, before).await?;
        }
        ctx.remember(Unnamed(unnamed_contents(ctx, before).await?));
        Ok(())
    }

    async fn run(self, tx: &Tx) -> Result<()> {
        let Some(unnamed) = tx.remembered::<Unnamed>() else { return Ok(()) };
        for (sha256, bytes) in &unnamed.0 {
            content::take_on(tx, sha256, *bytes).await?;
        }
        Ok(())
    }
}

/// Attached files without a row, as many as one turn takes on; the others wait for the next.
async fn unnamed_contents(ctx: &Ctx, before: SystemTime) -> Result<Vec<(String, i64)>> {
    let contents = content::contents(ctx);
    remove_half_written(&lying(&contents).await?, before).await?;
    let mut unnamed = Vec::new();
    for shard in shards(&contents).await? {
        let files: Vec<Lying> = lying(&shard).await?.into_iter().filter(Lying::is_whole).collect();
        for some in files.chunks(AT_ONCE) {
            // Asked after the file was seen, and each time of the present.
            let named = named_contents(&ctx.again(), some).await?;
            let some = some.iter().filter(|it| !named.contains(&it.name));
            unnamed.extend(some.map(|it| (it.name.clone(), it.bytes)));
            if AT_ONCE <= unnamed.len() {
                unnamed.truncate(AT_ONCE);
                return Ok(unnamed);
            }
        }
    }
    Ok(unnamed)
}

async fn named_contents(ctx: &Ctx, some: &[Lying]) -> Result<HashSet<String>> {
    use content::Column::Sha256;
    let rows = ctx.whole_company::<content::Entity>();
    let rows = rows.filter(Sha256.is_in(some.iter().map(|it| it.name.as_str())));
    let names = rows.select_only().column(Sha256).into_tuple::<String>().all(ctx).await?;
    Ok(names.into_iter().collect())
}

/// One folder of photos.
async fn sweep_photos(ctx: &Ctx, root: &Path, lying: Vec<Lying>, before: SystemTime) -> Result<()> {
    remove_half_written(&lying, before).await?;
    // Whoever set these apart was killed before they looked again.
    let apart: Vec<String> = lying.iter().filter_map(|it| apart_of(&it.name)).collect();
    settle(ctx, root, apart, before).await?;

    let old = lying.into_iter().filter(|it| it.is_whole() && it.at < before).map(|it| it.name);
    let old: Vec<String> = old.collect();
    for some in old.chunks(AT_ONCE) {
        let named = named_photos(&ctx.again(), some).await?;
        let unnamed = some.iter().filter(|it| !named.contains(*it)).cloned();
        let unnamed: Vec<String> = unnamed.collect();
        let (from, names) = (root.to_owned(), unnamed.clone());
        blocking(move || names.iter().try_for_each(|it| set_apart(&from, it))).await?;
        settle(ctx, root, unnamed, before).await?;
    }
    Ok(())
}

/// Looks again at what is set apart: it goes, unless somebody has come for it.
async fn settle(ctx: &Ctx, root: &Path, names: Vec<String>, before: SystemTime) -> Result<()> {
    if names.is_empty() {
        return Ok(());
    }
    let named = named_photos(&ctx.again(), &names).await?;
    let root = root.to_owned();
    let gone = blocking(move || {
        let mut gone = 0;
        for name in names {
            gone += usize::from(let_go(&root, &name, named.contains(&name), before)?);
        }
        Ok(gone)
    });
    if let gone @ 1.. = gone.await? {
        tracing::info!(company = %ctx.actor.company, gone, "photos that no row names went");
    }
    Ok(())
}

async fn named_photos(ctx: &Ctx, names: &[String]) -> Result<HashSet<String>> {
    let rows = ctx.whole_company::<Entity>();
    let rows = rows.filter(Column::Stored.is_in(names.iter().map(String::as_str)));
    let names = rows.select_only().column(Column::Stored).into_tuple::<String>().all(ctx).await?;
    Ok(names.into_iter().collect())
}

/// A photo under a name that nobody looks for.
fn set_apart(root: &Path, name: &str) -> io::Result<()> {
    unless_gone(std::fs::rename(path(root, name), apart(root, name)))
}

/// Lets a photo go that is set apart; answers no, and puts it back, if a row names it or if it was
/// marked as needed again.
fn let_go(root: &Path, name: &str, is_named: bool, before: SystemTime) -> io::Result<bool> {
    let apart = apart(root, name);
    let is_marked = match std::fs::metadata(&apart) {
        Ok(about) => before <= about.modified()?,
        // Somebody else sweeps, too.
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Ok(false),
        Err(cause) => return Err(cause),
    };
    if is_named || is_marked {
        unless_gone(std::fs::rename(&apart, path(root, name)))?;
        return Ok(false);
    }
    unless_gone(std::fs::remove_file(&apart))?;
    Ok(true)
}

fn unless_gone(done: io::Result<()>) -> io::Result<()> {
    done.or_else(|cause| match cause.kind() {
        io::ErrorKind::NotFound => Ok(()),
        _ => Err(cause),
    })
}

/// How a photo ends while it is set apart.
const APART: &str = ".apart";

/// Beside its place. A name that begins with a point is nobody's: no backup takes it.
fn apart(root: &Path, name: &str) -> PathBuf {
    path(root, name).with_file_name(format!(".{name}{APART}"))
}

/// Of which photo this is the name while it is set apart.
fn apart_of(name: &str) -> Option<String> {
    let name = name.strip_prefix('.')?.strip_suffix(APART)?;
    is_hash(name).then(|| name.to_owned())
}

/// A file that lies in a folder.
struct Lying {
    name: String,
    path: PathBuf,
    bytes: i64,
    /// When somebody wrote it or needed it last.
    at: SystemTime,
}

impl Lying {
    /// It has the name of its content.
    fn is_whole(&self) -> bool {
        is_hash(&self.name)
    }
}

fn is_hash(name: &str) -> bool {
    name.len() == 64 && is_hexadecimal(name)
}

fn is_hexadecimal(name: &str) -> bool {
    name.bytes().all(|it| matches!(it, b'0'..=b'9' | b'a'..=b'f'))
}

/// What was begun and never got its name.
async fn remove_half_written(lying: &[Lying], before: SystemTime) -> Result<()> {
    let is_half = |it: &&Lying| it.name.starts_with('.') && apart_of(&it.name).is_none();
    let old = lying.iter().filter(is_half).filter(|it| it.at < before);
    let old: Vec<PathBuf> = old.map(|it| it.path.clone()).collect();
    blocking(move || old.iter().try_for_each(|it| unless_gone(std::fs::remove_file(it)))).await
}

/// The folders by the first two letters of what lies in them; whatever else is there is not ours.
async fn shards(root: &Path) -> Result<Vec<PathBuf>> {
    let root = root.to_owned();
    let found = blocking(move || {
        let is_ours = |it: &str| it.len() == 2 && is_hexadecimal(it);
        let mut found = Vec::new();
        for entry in entries(&root)? {
            let entry = entry?;
            if entry.file_name().to_str().is_some_and(is_ours) && entry.file_type()?.is_dir() {
                found.push(entry.path());
            }
        }
        Ok(found)
    });
    found.await
}

async fn lying(folder: &Path) -> Result<Vec<Lying>> {
    let folder = folder.to_owned();
    let found = blocking(move || {
        let mut found = Vec::new();
        for entry in entries(&folder)? {
            let entry = entry?;
            let Ok(name) = entry.file_name().into_string() else { continue };
            let about = match entry.metadata() {
                Ok(about) => about,
                Err(cause) if cause.kind() == io::ErrorKind::NotFound => continue,
                Err(cause) => return Err(cause),
            };
            if about.is_file() {
                let bytes = i64::try_from(about.len()).unwrap_or(i64::MAX);
                found.push(Lying { name, path: entry.path(), bytes, at: about.modified()? });
            }
        }
        Ok(found)
    });
    found.await
}

/// What is in a folder; nothing if there is none yet.
fn entries(folder: &Path) -> io::Result<Vec<io::Result<std::fs::DirEntry>>> {
    match std::fs::read_dir(folder) {
        Ok(entries) => Ok(entries.collect()),
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(cause) => Err(cause),
    }
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> Result<T> {
    Ok(tokio::task::spawn_blocking(work).await??)
}

#[cfg(test)]
mod tests {
    use kernel::Instant;

    use super::super::{is_needed_again, write};
    use super::*;

    const NOON: Instant = Instant(1_772_427_600_000_000);
    const BEFORE: Instant = NOON.plus_days(2);

    /// A folder with a photo of two days before, and its name.
    fn old() -> (tempfile::TempDir, String) {
        let (root, name) = (tempfile::tempdir().unwrap(), "ab".repeat(32));
        write(root.path(), &name, b"photo", NOON).unwrap();
        (root, name)
    }

    #[test]
    fn whoever_marked_a_photo_in_time_still_has_it() {
        let (root, name) = old();

        assert!(is_needed_again(&path(root.path(), &name), BEFORE.plus_days(1)).unwrap());
        set_apart(root.path(), &name).unwrap();
        let gone = let_go(root.path(), &name, false, time(BEFORE)).unwrap();

        assert!(!gone);
        assert_eq!(std::fs::read(path(root.path(), &name)).unwrap(), b"photo");
    }

    #[test]
    fn whoever_comes_too_late_writes_it_anew() {
        let (root, name) = old();

        set_apart(root.path(), &name).unwrap();
        assert!(!is_needed_again(&path(root.path(), &name), BEFORE.plus_days(1)).unwrap());
        write(root.path(), &name, b"photo", BEFORE.plus_days(1)).unwrap();
        let gone = let_go(root.path(), &name, false, time(BEFORE)).unwrap();

        assert!(gone);
        assert_eq!(std::fs::read(path(root.path(), &name)).unwrap(), b"photo");
        let there = std::fs::read_dir(root.path().join("ab")).unwrap().count();
        assert_eq!(there, 1, "what was set apart is gone");
    }

    #[test]
    fn what_a_row_names_goes_back_and_what_is_gone_is_no_fault() {
        let (root, name) = old();
        set_apart(root.path(), &name).unwrap();

        assert!(!let_go(root.path(), &name, true, time(BEFORE)).unwrap());
        assert!(path(root.path(), &name).exists());
        assert!(!let_go(root.path(), &name, false, time(BEFORE)).unwrap(), "nothing is set apart");
        set_apart(root.path(), &"cd".repeat(32)).unwrap();
    }

    #[test]
    fn a_name_that_is_set_apart_is_known_again() {
        let name = "0f".repeat(32);
        let apart = apart(Path::new("photos"), &name);

        assert_eq!(apart_of(apart.file_name().unwrap().to_str().unwrap()), Some(name));
        for other in [".0f.apart", ".apart", "a", ".in-x"] {
            assert_eq!(apart_of(other), None, "{other}");
        }
    }
}
