//! What PostgreSQL knows of tables that grew.
//!
//! It plans by statistics, and looks at its tables once a minute. Until then it takes what an
//! import has just filled for nearly empty, and what a company asks of it is planned for ten rows.
//! So it is asked to look as soon as something has grown; SQLite is told once and for all, by the
//! schema (`migrations`, `plans.rs`).

use std::convert::Infallible;
use std::time::Duration;

use sea_orm::{ConnectionTrait, DbBackend, Statement};

use super::Db;
use crate::error::Result;

/// An import of a few seconds gets the plans of a large table for most of its way.
const BETWEEN_LOOKS: Duration = Duration::from_secs(3);

/// Looks at what grew for as long as this work goes on, and first as it begins: of what was brought
/// just before, the server may know nothing yet.
pub async fn looking<T>(db: &Db, work: impl Future<Output = T>) -> T {
    tokio::select! {
        done = work => done,
        never = keep_looking(db) => match never {},
    }
}

async fn keep_looking(db: &Db) -> Infallible {
    if db.backend() != DbBackend::Postgres {
        return std::future::pending().await;
    }
    loop {
        if let Err(error) = db.look_at_what_grew().await {
            error.log();
        }
        tokio::time::sleep(BETWEEN_LOOKS).await;
    }
}

impl Db {
    /// Has PostgreSQL look anew at tables of which a tenth is new or changed, some at a time;
    /// answers how many those were. Of SQLite, always none.
    #[expect(clippy::disallowed_methods, reason = "the engine itself is asked, not an entity")]
    pub async fn look_at_what_grew(&self) -> Result<i32> {
        let Self::Postgres(pool) = self else {
            return Ok(0);
        };
        let ask = Statement::from_string(DbBackend::Postgres, "select look_at_what_grew()");
        let looked = pool.query_one_raw(ask).await?;
        Ok(looked.map(|it| it.try_get_by_index(0)).transpose()?.unwrap_or_default())
    }
}
