//! Questions about a database as a whole: is it sound, and may it be copied?
#![expect(clippy::disallowed_methods, reason = "the engine itself is asked, not an entity")]

use std::path::Path;

use sea_orm::{ConnectionTrait, DbBackend, Statement};

use super::Db;
use crate::error::{Error, Result};

impl Db {
    /// The engine's own version, as it says it.
    pub async fn version(&self) -> Result<String> {
        let sql = match self.backend() {
            DbBackend::Postgres => "select current_setting('server_version')",
            _ => "select sqlite_version()",
        };
        Ok(self.texts(sql).await?.pop().unwrap_or_default())
    }

    /// How the bundled SQLite was built, as it says it; nothing of PostgreSQL, which we do not
    /// build.
    pub async fn built_with(&self) -> Result<Vec<String>> {
        match self {
            Self::Sqlite(_) => self.texts("pragma compile_options").await,
            Self::Postgres(_) => Ok(Vec::new()),
        }
    }

    /// What the engine finds wrong with its own file; nothing when it is sound. PostgreSQL
    /// answers for its files itself.
    pub async fn faults(&self) -> Result<Vec<String>> {
        match self {
            Self::Sqlite(_) => {
                let said = self.texts("pragma integrity_check(20)").await?;
                Ok(said.into_iter().filter(|it| it != "ok").collect())
            }
            Self::Postgres(_) => Ok(Vec::new()),
        }
    }

    /// References that lead nowhere, as `table → table`, each kind once.
    pub async fn dangling(&self) -> Result<Vec<String>> {
        self.texts(match self {
            Self::Sqlite(_) => {
                "select distinct \"table\" || ' → ' || parent from pragma_foreign_key_check"
            }
            Self::Postgres(_) => {
                "select conrelid::regclass::text || ' → ' || confrelid::regclass::text \
                 from pg_constraint where contype = 'f' and not convalidated"
            }
        })
        .await
    }

    /// A whole copy of the file as it is at this moment, while others read and write. SQLite
    /// alone: PostgreSQL has its own tool.
    pub async fn copy_to(&self, file: &Path) -> Result<()> {
        let Self::Sqlite(sqlite) = self else {
            return Err(Error::internal(anyhow::anyhow!("only a file can be copied")));
        };
        let name = file.to_str().ok_or_else(|| {
            Error::internal(anyhow::anyhow!("{} is no name for a file", file.display()))
        })?;
        let copy =
            Statement::from_sql_and_values(DbBackend::Sqlite, "vacuum into ?", [name.into()]);
        sqlite.writer.connection().execute_raw(copy).await?;
        Ok(())
    }

    async fn texts(&self, sql: &str) -> Result<Vec<String>> {
        let rows = self.pool().query_all_raw(Statement::from_string(self.backend(), sql)).await?;
        let texts = rows.iter().map(|row| row.try_get_by_index::<String>(0));
        Ok(texts.collect::<std::result::Result<_, _>>()?)
    }
}
