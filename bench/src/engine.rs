//! On which database a run measures.

use std::path::Path;

use clap::ValueEnum;
use frame::App;
use frame::app::Clock;
use jembatan::config::{Config, Given};
use jembatan::start;

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
