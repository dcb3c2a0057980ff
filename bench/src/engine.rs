//! On which database a run measures.

use std::path::Path;

use clap::ValueEnum;
use frame::App;
use frame::app::Clock;
use jembatan::config::{Config, Given};
use jembatan::start;
use sea_orm::sqlx::{Connection, PgConnection, query};

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Which {
    Sqlite,
    Postgres,
}

/// A database, and where it is.
#[derive(Clone)]
pub enum Engine {
    Sqlite,
    Postgres { url: String, owner: String },
}

impl Engine {
    pub fn word(&self) -> &'static str {
        match self {
            Self::Sqlite => "SQLite",
            Self::Postgres { .. } => "PostgreSQL",
        }
    }

    /// PostgreSQL looks at what was brought in, as it does by itself within a minute or two: what is
    /// measured is a server that has been up for longer.
    pub async fn settle(&self) -> anyhow::Result<()> {
        if let Self::Postgres { owner, .. } = self {
            let mut db = PgConnection::connect(owner).await?;
            query("vacuum analyze").execute(&mut db).await?;
            db.close().await?;
        }
        Ok(())
    }

    /// The program in this process, to seed what the one under measurement will find.
    pub async fn open(&self, data: &Path) -> anyhow::Result<App> {
        let (database_url, database_owner_url) = match self {
            Self::Sqlite => (None, None),
            Self::Postgres { url, owner } => (Some(url.clone()), Some(owner.clone())),
        };
        let data = Some(data.to_owned());
        let given = Given { data, database_url, database_owner_url, ..Given::default() };
        let config = Config::settle(given)?;
        start::start_at(&config, "http://bench".to_owned(), Clock::System).await
    }
}
