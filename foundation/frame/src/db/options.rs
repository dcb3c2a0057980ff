//! How each engine is opened, and why so.

use std::path::Path;
use std::time::Duration;

use sea_orm::ConnectOptions;
use sea_orm::sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};

/// Readers that a machine of two cores keeps busy.
const SQLITE_READERS: u32 = 4;
const POSTGRES_CONNECTIONS: u32 = 16;

/// One connection, never closed while the program runs: a transaction lives on it between
/// statements.
pub fn sqlite_writer(file: &Path) -> ConnectOptions {
    let mut options = sqlite(file, false);
    options.max_connections(1).min_connections(1);
    options
}

pub fn sqlite_readers(file: &Path) -> ConnectOptions {
    let mut options = sqlite(file, true);
    options.max_connections(SQLITE_READERS).min_connections(1);
    options
}

fn sqlite(file: &Path, read_only: bool) -> ConnectOptions {
    let file = file.to_owned();
    let mut options = ConnectOptions::new("sqlite::memory:");
    quiet(&mut options);
    options
        .idle_timeout(None::<Duration>)
        .max_lifetime(None::<Duration>)
        .test_before_acquire(false)
        .map_sqlx_sqlite_opts(move |_| {
            let options = SqliteConnectOptions::new()
                .filename(&file)
                .create_if_missing(!read_only)
                .journal_mode(SqliteJournalMode::Wal)
                // A check-in is evidence for pay: it is on disk before anybody is told.
                .synchronous(SqliteSynchronous::Full)
                .foreign_keys(true)
                .busy_timeout(Duration::from_secs(5))
                .statement_cache_capacity(400)
                .pragma("temp_store", "memory")
                .pragma("cache_size", "-65536")
                .pragma("mmap_size", "268435456");
            if read_only { options.pragma("query_only", "on") } else { options }
        });
    options
}

pub fn postgres(url: &str) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    quiet(&mut options);
    options
        .max_connections(POSTGRES_CONNECTIONS)
        .min_connections(1)
        .test_before_acquire(false)
        .statement_timeout(Duration::from_secs(10));
    options
}

/// Statements are not logged: they carry what clients told us.
fn quiet(options: &mut ConnectOptions) {
    options
        .sqlx_logging(false)
        .acquire_timeout(Duration::from_secs(10))
        .connect_timeout(Duration::from_secs(10));
}
