//! What people attach, under the hash of what is kept: once for each company however often it is
//! named, and let go when nothing names it any more.
//!
//! A row that names no file must never be. So a file gets its name while the row is held, and is
//! removed while the row is held; whoever comes meanwhile waits, and then looks again.

use std::io::Write;
use std::path::{Path, PathBuf};

use kernel::access::Area;
use kernel::{CompanyId, Instant};
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{Condition, QuerySelect};
use serde::{Deserialize, Serialize};
use tempfile::NamedTempFile;
use tokio::io::AsyncWriteExt;

use super::{folder, name, path};
use crate::ctx::{Ctx, Owned, Whose};
use crate::error::{Error, Result};
use crate::jobs::Job;
use crate::secrets::{Hasher, sha256_hex};
use crate::table::Table;
use crate::tx::Tx;

/// What nothing names any more stays for so many days: a backup that is being made names it still.
const DAYS_LEFT: i64 = 1;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "content")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    /// Of the bytes that are kept, in hexadecimal: its name.
    #[sea_orm(primary_key, auto_increment = false)]
    pub sha256: String,
    pub bytes: i64,
    pub created_at: Instant,
    /// Nothing names it since then.
    pub freed_at: Option<Instant>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Owned for Entity {
    type Id = String;
    const AREA: Area = Area::Settings;

    fn id() -> Column {
        Column::Sha256
    }

    fn company() -> Column {
        Column::CompanyId
    }

    /// The company's alone: who sees it is asked of whatever names it.
    fn owned_by(_: Whose) -> Condition {
        Condition::all().add(Expr::value(false))
    }
}

pub const fn table() -> Table {
    Table::of::<Entity>()
}

/// How much people may attach.
#[derive(Clone, Copy, Debug)]
pub struct Room {
    /// In one file.
    pub file_bytes: u64,
    /// In all files of a company.
    pub company_bytes: u64,
}

impl Room {
    pub const fn of(file_mb: u64, company_gb: u64) -> Self {
        Self { file_bytes: file_mb << 20, company_bytes: company_gb << 30 }
    }

    pub const fn usual() -> Self {
        Self::of(25, 20)
    }
}

/// A file on its way in: written beside as it comes, never more of it in memory than a part.
pub struct Incoming {
    beside: NamedTempFile,
    file: tokio::fs::File,
    hasher: Hasher,
    bytes: u64,
    most: u64,
}

/// A file that lies beside, whole and synced. Dropped, it is gone.
pub struct Brought {
    beside: NamedTempFile,
    pub bytes: u64,
    /// In hexadecimal.
    pub sha256: String,
}

impl Incoming {
    /// Begins to take in a file of at most so many bytes.
    pub async fn begin(ctx: &Ctx, most: u64) -> Result<Self> {
        let folder = contents(ctx);
        let beside = tokio::task::spawn_blocking(move || beside(&folder)).await??;
        let file = tokio::fs::File::from_std(beside.reopen()?);
        Ok(Self { beside, file, hasher: Hasher::default(), bytes: 0, most })
    }

    pub async fn take(&mut self, part: &[u8]) -> Result<()> {
        self.bytes += part.len() as u64;
        if self.most < self.bytes {
            return Err(Error::TooLarge);
        }
        self.hasher.update(part);
        self.file.write_all(part).await?;
        Ok(())
    }

    pub async fn end(mut self) -> Result<Brought> {
        self.file.flush().await?;
        self.file.sync_all().await?;
        Ok(Brought { beside: self.beside, bytes: self.bytes, sha256: self.hasher.end() })
    }
}

impl Brought {
    /// Where it lies until it is kept.
    pub fn path(&self) -> &Path {
        self.beside.path()
    }

    /// Other bytes in its place, for a picture that was made anew. Waits for the disk: for a
    /// blocking thread.
    pub fn replaced(self, bytes: &[u8]) -> Result<Self> {
        let folder = self.beside.path().parent().map(Path::to_owned).unwrap_or_default();
        let mut beside = beside(&folder)?;
        beside.write_all(bytes)?;
        beside.as_file().sync_all()?;
        Ok(Self { beside, bytes: bytes.len() as u64, sha256: sha256_hex(bytes) })
    }
}

/// An empty file with a name that begins with a point: half written, and nobody's yet.
fn beside(folder: &Path) -> Result<NamedTempFile> {
    std::fs::create_dir_all(folder)?;
    Ok(tempfile::Builder::new().prefix(".in-").tempfile_in(folder)?)
}

/// Keeps a file under its hash; answers it.
pub async fn keep(tx: &Tx, brought: Brought) -> Result<String> {
    let row = ActiveModel {
        company_id: Set(tx.actor.company),
        sha256: Set(brought.sha256.clone()),
        bytes: Set(i64::try_from(brought.bytes).unwrap_or(i64::MAX)),
        created_at: Set(tx.now),
        freed_at: Set(None),
    };
    let same = OnConflict::columns([Column::CompanyId, Column::Sha256])
        .update_column(Column::FreedAt)
        .to_owned();
    tx.put(row, same).await?;

    // The row is held from here on: nobody removes the file before the commit.
    let path = path_of(tx, &brought.sha256);
    let (beside, sha256) = (brought.beside, brought.sha256);
    tokio::task::spawn_blocking(move || -> Result<()> {
        if path.exists() {
            return Ok(());
        }
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        name(&beside.into_temp_path().keep().map_err(|it| it.error)?, &path)
    })
    .await??;
    Ok(sha256)
}

/// How much a company's files take, those that are on their way out left out.
pub async fn used(ctx: &Ctx) -> Result<u64> {
    let bytes = ctx
        .whole_company::<Entity>()
        .filter(Column::FreedAt.is_null())
        .select_only()
        .column_as(Column::Bytes.sum().cast_as("bigint"), "bytes");
    let bytes: Option<Option<i64>> = bytes.into_tuple().one(ctx).await?;
    Ok(bytes.flatten().and_then(|it| u64::try_from(it).ok()).unwrap_or_default())
}

/// Something names this content no more: unless another does, it goes, a day from now.
pub async fn let_go(tx: &Tx, sha256: &str) -> Result<()> {
    let of_it = tx.whole_company::<Entity>().filter(Column::Sha256.eq(sha256));
    let Some(row) = of_it.one(&**tx).await? else { return Ok(()) };
    let this = || Column::Sha256.eq(sha256);
    // Only the database knows who else names it.
    let free = tx.unless_needed(async |tx| {
        tx.delete_where::<Entity, _>(Column::CompanyId, this()).await.map(drop)
    });
    if !free.await? {
        return Ok(());
    }
    tx.add::<Model, ActiveModel>(Model { freed_at: Some(tx.now), ..row }).await?;
    tx.later_by_itself(tx.now.plus_days(DAYS_LEFT), &Free { sha256: sha256.to_owned() })
}

/// What nothing names goes from the disk, unless somebody has brought it again meanwhile.
#[derive(Serialize, Deserialize)]
pub struct Free {
    sha256: String,
}

impl Job for Free {
    const NAME: &'static str = "files.free";

    async fn run(self, tx: &Tx) -> Result<()> {
        let this = Condition::all()
            .add(Column::Sha256.eq(&self.sha256))
            .add(Column::FreedAt.lte(tx.now.plus_days(-DAYS_LEFT)));
        if tx.delete_where::<Entity, _>(Column::CompanyId, this).await? == 0 {
            return Ok(());
        }
        // The row is held until the commit. If that fails, a row is left that nothing names, and
        // whoever brings the same again looks for the file.
        match tokio::fs::remove_file(path_of(tx, &self.sha256)).await {
            Err(cause) if cause.kind() != std::io::ErrorKind::NotFound => Err(cause.into()),
            _ => Ok(()),
        }
    }
}

/// What lies on disk and has no row, for the transaction that kept it failed, gets one that nothing
/// names, and with it its time: it goes a day from now, unless somebody brings it again. Whoever
/// keeps it this very moment holds the row, and theirs stays as it is.
pub(super) async fn take_on(tx: &Tx, sha256: &str, bytes: i64) -> Result<()> {
    let row = ActiveModel {
        company_id: Set(tx.actor.company),
        sha256: Set(sha256.to_owned()),
        bytes: Set(bytes),
        created_at: Set(tx.now),
        freed_at: Set(Some(tx.now)),
    };
    let known = OnConflict::columns([Column::CompanyId, Column::Sha256]).do_nothing().to_owned();
    tx.put(row, known).await?;
    tx.later_by_itself(tx.now.plus_days(DAYS_LEFT), &Free { sha256: sha256.to_owned() })
}

/// Where this content of the actor's company lies.
pub fn path_of(ctx: &Ctx, sha256: &str) -> PathBuf {
    path(&contents(ctx), sha256)
}

/// Apart from the photos, which are never removed.
pub(super) fn contents(ctx: &Ctx) -> PathBuf {
    folder(&ctx.app.files, ctx.actor.company).join("content")
}
