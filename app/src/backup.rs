//! Everything that an installation is, in one archive; made while it serves.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail, ensure};
use frame::App;
use frame::app::Clock;
use people::company;
use sea_orm::DbBackend;
use tokio::process::Command;

use crate::archive::{self, ABOUT, About, DUMP, FORMAT, Held, Writer};
use crate::config::{Config, DATABASE, FILES, KEY, SETTINGS};
use crate::start;

/// Writes the archive beside its name, reads it again, and only then gives it the name.
pub async fn backup(config: &Config, to: &Path) -> anyhow::Result<About> {
    ensure!(!to.exists(), "{} exists already", to.display());
    let folder = folder_of(to);
    ensure!(folder.is_dir(), "{} is no folder", folder.display());

    let app = start::look(config).await?;
    let about = about(&app).await?;
    let database = tempfile::Builder::new().prefix(".jembatan-").tempfile_in(&folder)?;
    let name = copy_database(&app, config, database.path()).await?;
    app.db.clone().close().await?;

    let beside = tempfile::Builder::new().prefix(".jembatan-").tempfile_in(&folder)?;
    let (archive, file) = (beside.path().to_owned(), beside.reopen()?);
    let (config, said) = (config.clone(), about.clone());
    tokio::task::spawn_blocking(move || {
        write(file, &config, &said, name, database.path())?;
        // A backup that cannot be read is an error now, and not in the worst hour.
        let read = archive::read(&archive, |_, from| {
            std::io::copy(from, &mut std::io::sink())?;
            Ok(())
        })?;
        ensure!(read == said, "the backup says something else than it was told");
        anyhow::Ok(())
    })
    .await??;
    beside.persist_noclobber(to).with_context(|| to.display().to_string())?;
    File::open(&folder)?.sync_all()?;
    Ok(about)
}

fn folder_of(file: &Path) -> PathBuf {
    let folder = file.parent().filter(|it| !it.as_os_str().is_empty());
    folder.map_or_else(|| PathBuf::from("."), Path::to_owned)
}

async fn about(app: &App) -> anyhow::Result<About> {
    let mut companies = Vec::new();
    for company in company::all(app).await? {
        let events = frame::stream::end(&app.company(company.id)).await?;
        companies.push(Held { slug: company.slug, events });
    }
    companies.sort_by(|a, b| a.slug.cmp(&b.slug));
    let engine = match app.db.backend() {
        DbBackend::Postgres => "postgresql",
        _ => "sqlite",
    };
    Ok(About {
        format: FORMAT,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        made_at: Clock::System.now().to_string(),
        engine: engine.to_owned(),
        schema: migrations::applied(app.db.pool()).await?,
        companies,
    })
}

/// A copy of the database at one moment; answers the name that it has in the archive.
async fn copy_database(app: &App, config: &Config, to: &Path) -> anyhow::Result<&'static str> {
    let Some(url) = &config.database_url else {
        app.db.copy_to(to).await?;
        return Ok(DATABASE);
    };
    let url = config.database_owner_url.as_deref().unwrap_or(url);
    let mut dump = Command::new("pg_dump");
    dump.arg("--format=custom").arg("--file").arg(to).arg("--dbname").arg(url);
    let done = match dump.output().await {
        Ok(done) => done,
        Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => {
            bail!("pg_dump is not here; install the client tools of PostgreSQL")
        }
        Err(cause) => return Err(cause).context("pg_dump"),
    };
    ensure!(done.status.success(), "pg_dump: {}", String::from_utf8_lossy(&done.stderr).trim());
    Ok(DUMP)
}

/// The database is older than the files that lie here now, so every file that a row of it names
/// is among them.
fn write(
    to: File,
    config: &Config,
    about: &About,
    name: &str,
    database: &Path,
) -> anyhow::Result<()> {
    let mut writer = Writer::create(to)?;
    writer.bytes(ABOUT, &serde_json::to_vec_pretty(about)?)?;
    writer.file(name, database)?;
    for name in [KEY, SETTINGS] {
        let file = config.file(name);
        if file.exists() {
            writer.file(name, &file)?;
        }
    }
    let files = config.file(FILES);
    if files.exists() {
        write_folder(&mut writer, FILES, &files)?;
    }
    writer.finish()
}

fn write_folder(writer: &mut Writer, name: &str, folder: &Path) -> anyhow::Result<()> {
    for entry in std::fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let entry = entry?;
        let Some(file) = entry.file_name().to_str().map(str::to_owned) else { continue };
        // What begins with a point is half written, and nobody's yet.
        if file.starts_with('.') {
            continue;
        }
        let name = format!("{name}/{file}");
        let kind = entry.file_type()?;
        if kind.is_dir() {
            write_folder(writer, &name, &entry.path())?;
        } else if kind.is_file() {
            writer.file(&name, &entry.path())?;
        }
    }
    Ok(())
}

/// Is this the beginning of an archive of ours?
pub fn looks_packed(file: &Path) -> anyhow::Result<bool> {
    let mut magic = [0; 2];
    let mut file = File::open(file).with_context(|| file.display().to_string())?;
    Ok(file.read_exact(&mut magic).is_ok() && magic == [0x1f, 0x8b])
}
