//! The two engines behind one door.

mod writer;
mod options;
mod health;
mod growth;
mod room;
mod taken;

use std::path::Path;
use std::sync::Arc;

use sea_orm::{ConnectionTrait, Database, DatabaseConnection, DbBackend, Statement};

use crate::error::Result;

pub use growth::looking;
pub use room::{is_full, is_unstored};
pub use taken::is_taken;
pub use writer::Turn;
use writer::Writer;

/// The least SQLite without the data-loss race of WAL mode (3.7.0 to 3.51.2).
const SQLITE_AT_LEAST: i32 = 3_051_003;

/// A database, of either engine. Cheap to clone.
#[derive(Clone)]
pub enum Db {
    Sqlite(Arc<Sqlite>),
    Postgres(DatabaseConnection),
}

/// Many readers and one writer, whose commits are shared.
pub struct Sqlite {
    readers: DatabaseConnection,
    writer: Writer,
}

impl Db {
    /// Opens the file, made if it is missing, with every commit on disk before it is told.
    pub async fn sqlite(file: &Path) -> Result<Self> {
        let version = libsqlite3_sys::SQLITE_VERSION_NUMBER;
        if version < SQLITE_AT_LEAST {
            return Err(
                anyhow::anyhow!("SQLite {version} may lose commits; 3.51.3 is needed").into()
            );
        }
        let writer = Database::connect(options::sqlite_writer(file)).await?;
        // The writer opens first: it makes the file and turns it to WAL.
        ping(&writer).await?;
        let readers = Database::connect(options::sqlite_readers(file)).await?;
        ping(&readers).await?;
        Ok(Self::Sqlite(Arc::new(Sqlite {
            readers,
            writer: Writer::start(writer, file.to_owned()),
        })))
    }

    pub async fn postgres(url: &str) -> Result<Self> {
        let pool = Database::connect(options::postgres(url)).await?;
        ping(&pool).await?;
        Ok(Self::Postgres(pool))
    }

    pub fn backend(&self) -> DbBackend {
        match self {
            Self::Sqlite(_) => DbBackend::Sqlite,
            Self::Postgres(_) => DbBackend::Postgres,
        }
    }

    /// For reading outside any company: the tables that are nobody's, and the catalogue.
    pub fn pool(&self) -> &DatabaseConnection {
        match self {
            Self::Sqlite(sqlite) => &sqlite.readers,
            Self::Postgres(pool) => pool,
        }
    }

    /// For migrations alone, before anybody is served.
    pub fn owner(&self) -> DatabaseConnection {
        match self {
            Self::Sqlite(sqlite) => sqlite.writer.connection(),
            Self::Postgres(pool) => pool.clone(),
        }
    }

    /// A turn at the writer of SQLite.
    pub(crate) async fn turn(sqlite: &Sqlite) -> Result<Turn> {
        sqlite.writer.turn().await
    }

    /// Ends what is open, so that the file on disk is whole by itself.
    pub async fn close(self) -> Result<()> {
        match self {
            Self::Sqlite(sqlite) => {
                sqlite.readers.close_by_ref().await?;
                sqlite.writer.connection().close_by_ref().await?;
            }
            Self::Postgres(pool) => pool.close().await?,
        }
        Ok(())
    }
}

#[expect(clippy::disallowed_methods, reason = "asks whether anybody answers")]
async fn ping(db: &DatabaseConnection) -> Result<()> {
    db.query_one_raw(Statement::from_string(db.get_database_backend(), "select 1")).await?;
    Ok(())
}
