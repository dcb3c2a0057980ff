//! What the engine commits by itself: one row a commit, on disk before the next, with no program
//! around it.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::Result;
use futures_util::future::join_all;
use sea_orm::sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sea_orm::sqlx::{ConnectOptions, Connection, PgConnection, query};

use crate::engine::Engine;

/// As much as a fact says of itself.
const BODY: usize = 1_200;

/// Durable commits a second by so many writers; SQLite has one.
pub async fn commits(
    engine: &Engine,
    data: &Path,
    writers: usize,
    lasting: Duration,
) -> Result<f64> {
    match engine {
        Engine::Sqlite => sqlite(data, lasting).await,
        Engine::Postgres { owner, .. } => postgres(owner, writers, lasting).await,
    }
}

async fn sqlite(data: &Path, lasting: Duration) -> Result<f64> {
    let mut db = SqliteConnectOptions::new()
        .filename(data.join("bare.db"))
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .connect()
        .await?;
    query("create table if not exists bare (id blob primary key, body text not null)")
        .execute(&mut db)
        .await?;
    let (began, mut count) = (Instant::now(), 0_u32);
    let body = "x".repeat(BODY);
    while began.elapsed() < lasting {
        // Outside a transaction each statement is one.
        let id = rand::random::<[u8; 16]>().to_vec();
        query("insert into bare values (?, ?)").bind(id).bind(&body).execute(&mut db).await?;
        count += 1;
    }
    let rate = f64::from(count) / began.elapsed().as_secs_f64();
    db.close().await?;
    Ok(rate)
}

async fn postgres(url: &str, writers: usize, lasting: Duration) -> Result<f64> {
    let mut db = PgConnection::connect(url).await?;
    query("create table if not exists bare (id bytea primary key, body text not null)")
        .execute(&mut db)
        .await?;
    let began = Instant::now();
    let body = "x".repeat(BODY);
    let one = async || -> Result<u32> {
        let mut db = PgConnection::connect(url).await?;
        let mut count = 0;
        while began.elapsed() < lasting {
            let id = rand::random::<[u8; 16]>().to_vec();
            query("insert into bare values ($1, $2)").bind(id).bind(&body).execute(&mut db).await?;
            count += 1;
        }
        db.close().await?;
        Ok(count)
    };
    let mut count = 0;
    for counted in join_all((0..writers).map(|_| one())).await {
        count += counted?;
    }
    let rate = f64::from(count) / began.elapsed().as_secs_f64();
    query("drop table bare").execute(&mut db).await?;
    db.close().await?;
    Ok(rate)
}
