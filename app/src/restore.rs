//! An installation comes back from its archive, into a folder that holds nothing.

use std::fs::{File, OpenOptions};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail, ensure};
use frame::db::Db;
use frame::secrets;
use tokio::process::Command;

use crate::archive::{self, About, DUMP};
use crate::backup::looks_packed;
use crate::config::{Config, DATABASE, FILES, KEY, SETTINGS};

/// Unpacks, checks every hash, and only then puts things where they belong. When something is
/// wrong, the folder holds nothing again.
pub async fn restore(config: &Config, from: &Path) -> anyhow::Result<About> {
    ensure!(looks_packed(from)?, "{} is no backup", from.display());
    holds_nothing(&config.data)?;
    std::fs::create_dir_all(&config.data)?;
    let unpacked = tempfile::Builder::new().prefix(".restoring-").tempdir_in(&config.data)?;

    let (folder, archive) = (unpacked.path().to_owned(), from.to_owned());
    let about = tokio::task::spawn_blocking(move || unpack(&archive, &folder)).await??;
    readable(&about)?;
    put_database(config, &about, unpacked.path()).await?;

    for name in [DATABASE, KEY, SETTINGS, FILES] {
        let (came, stays) = (unpacked.path().join(name), config.file(name));
        if came.exists() {
            std::fs::rename(&came, &stays).with_context(|| stays.display().to_string())?;
        }
    }
    unpacked.close()?;
    File::open(&config.data)?.sync_all()?;
    Ok(about)
}

fn holds_nothing(folder: &Path) -> anyhow::Result<()> {
    match std::fs::read_dir(folder) {
        Ok(mut entries) => {
            ensure!(entries.next().is_none(), "{} is not empty", folder.display());
            Ok(())
        }
        Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Err(cause) => Err(cause).with_context(|| folder.display().to_string()),
    }
}

fn unpack(archive: &Path, folder: &Path) -> anyhow::Result<About> {
    archive::read(archive, |name, mut from| {
        ensure!(belongs(name), "{} does not belong in a backup", name.display());
        let path = folder.join(name);
        std::fs::create_dir_all(path.parent().unwrap_or(folder))?;
        let mut file = private(&path)?;
        secrets::copy_hashed(&mut from, &mut file)?;
        file.sync_all()?;
        Ok(())
    })
}

/// What a data directory holds, and nothing else.
fn belongs(name: &Path) -> bool {
    let known = [DATABASE, DUMP, KEY, SETTINGS];
    known.iter().any(|it| name == Path::new(it)) || name.starts_with(FILES)
}

/// For the owner's eyes only.
fn private(path: &PathBuf) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// A schema that has been where this program has not is not read.
fn readable(about: &About) -> anyhow::Result<()> {
    let known = migrations::known();
    let unknown = about.schema.iter().find(|it| !known.contains(it));
    if let Some(step) = unknown {
        bail!("this backup is newer than the program: its schema knows {step}; take a newer one");
    }
    Ok(())
}

async fn put_database(config: &Config, about: &About, unpacked: &Path) -> anyhow::Result<()> {
    match (about.engine.as_str(), &config.database_url) {
        ("sqlite", None) => {
            let db = Db::sqlite(&unpacked.join(DATABASE)).await?;
            let faults = db.faults().await?;
            db.close().await?;
            ensure!(faults.is_empty(), "the database is damaged: {}", faults.join("; "));
            Ok(())
        }
        ("postgresql", Some(url)) => {
            let url = config.database_owner_url.as_deref().unwrap_or(url);
            let db = Db::postgres(url).await?;
            let free = migrations::applied(db.pool()).await?.is_empty();
            db.close().await?;
            ensure!(free, "the database is not empty");
            let mut restore = Command::new("pg_restore");
            restore.args(["--no-owner", "--exit-on-error", "--single-transaction"]);
            restore.arg("--dbname").arg(url).arg(unpacked.join(DUMP));
            let done = restore.output().await.context("pg_restore")?;
            let said = String::from_utf8_lossy(&done.stderr);
            ensure!(done.status.success(), "pg_restore: {}", said.trim());
            Ok(())
        }
        ("sqlite", Some(_)) => bail!("this is a backup of a SQLite file; leave --database-url out"),
        (engine, _) => bail!("this is a backup of {engine}; give an empty one by --database-url"),
    }
}

#[cfg(test)]
mod tests;
