//! Many transactions share one commit.
//!
//! `synchronous=FULL` makes each commit wait for the disk. So one task owns the writing
//! connection: it begins, lets one transaction after the other take its turn inside a savepoint,
//! and commits once for all that queued meanwhile. Only then is each of them told. A turn that
//! fails rolls its own savepoint back; a commit that fails fails the whole group, and nobody was
//! told otherwise.

use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, Instant};

use sea_orm::{
    ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction, DbErr,
    SqliteTransactionMode, TransactionOptions, TransactionTrait,
};
use tokio::sync::{mpsc, oneshot};

use super::options;
use crate::error::{Error, Result};
use crate::stream::{self, Unplaced, Woken};

/// How many share a commit at the most, and how long the first of them may wait for the others.
const MOST_IN_A_GROUP: usize = 128;
const LONGEST_GROUP: Duration = Duration::from_millis(8);

pub struct Writer {
    connection: Arc<RwLock<DatabaseConnection>>,
    queue: mpsc::Sender<Waiting>,
}

/// Somebody who waits for a turn.
struct Waiting {
    granted: oneshot::Sender<Grant>,
}

struct Grant {
    group: Arc<DatabaseTransaction>,
    done: oneshot::Sender<Done>,
}

/// A turn that ended well: what it recorded, and whom to tell when that is on disk.
struct Done {
    unplaced: Unplaced,
    committed: oneshot::Sender<std::result::Result<Vec<Woken>, String>>,
}

/// The right to write, until it is dropped or committed.
pub struct Turn {
    // Dropped before `done`, so that whoever hears of the end finds the group unshared.
    group: Arc<DatabaseTransaction>,
    done: oneshot::Sender<Done>,
}

impl Writer {
    #[expect(clippy::disallowed_methods, reason = "the one task that owns the writing connection")]
    pub fn start(connection: DatabaseConnection, file: PathBuf) -> Self {
        let (queue, waiting) = mpsc::channel(4_096);
        let connection = Arc::new(RwLock::new(connection));
        tokio::spawn(serve(Arc::clone(&connection), file, waiting));
        Self { connection, queue }
    }

    pub fn connection(&self) -> DatabaseConnection {
        present(&self.connection)
    }

    pub async fn turn(&self) -> Result<Turn> {
        let (granted, grant) = oneshot::channel();
        let stopped = || Error::internal(anyhow::anyhow!("the writer has stopped"));
        self.queue.send(Waiting { granted }).await.map_err(|_| stopped())?;
        let grant = grant.await.map_err(|_| stopped())?;
        Ok(Turn { group: grant.group, done: grant.done })
    }
}

impl Turn {
    pub fn connection(&self) -> &DatabaseTransaction {
        &self.group
    }

    /// Ends the turn; returns when it is on disk, with whom that may wake.
    pub async fn commit(self, unplaced: Unplaced) -> Result<Vec<Woken>> {
        let Self { group, done } = self;
        drop(group);
        let (committed, told) = oneshot::channel();
        let lost = || Error::internal(anyhow::anyhow!("the commit was lost"));
        done.send(Done { unplaced, committed }).map_err(|_| lost())?;
        let told = told.await.map_err(|_| lost())?;
        told.map_err(|cause| Error::Unstored(anyhow::anyhow!("commit failed: {cause}")))
    }
}

fn present(connection: &RwLock<DatabaseConnection>) -> DatabaseConnection {
    connection.read().unwrap_or_else(PoisonError::into_inner).clone()
}

async fn serve(
    connection: Arc<RwLock<DatabaseConnection>>,
    file: PathBuf,
    mut queue: mpsc::Receiver<Waiting>,
) {
    while let Some(first) = queue.recv().await {
        if let Err(cause) = group(&present(&connection), first, &mut queue).await {
            tracing::error!(error = ?cause, "a group of transactions failed");
            if let Err(cause) = renew(&connection, &file).await {
                tracing::error!(error = ?cause, "the writing connection cannot be opened anew");
            }
        }
    }
}

/// Opens the writing connection anew. When SQLite cannot store something, it ends the whole
/// transaction by itself, whatever the connection believes, and every later one would fail.
async fn renew(
    connection: &RwLock<DatabaseConnection>,
    file: &Path,
) -> std::result::Result<(), DbErr> {
    present(connection).close_by_ref().await?;
    let anew = Database::connect(options::sqlite_writer(file)).await?;
    *connection.write().unwrap_or_else(PoisonError::into_inner) = anew;
    Ok(())
}

/// Begins, serves everyone who waits, commits once, and tells them.
async fn group(
    connection: &DatabaseConnection,
    first: Waiting,
    queue: &mut mpsc::Receiver<Waiting>,
) -> std::result::Result<(), DbErr> {
    let began = Instant::now();
    let sqlite_transaction_mode = Some(SqliteTransactionMode::Immediate);
    let options = TransactionOptions { sqlite_transaction_mode, ..TransactionOptions::default() };
    let group = Arc::new(connection.begin_with_options(options).await?);

    let mut told = Vec::new();
    let outcome = match turns(&group, first, queue, began, &mut told).await {
        Ok(unplaced) => finish(group, unplaced).await,
        Err(cause) => Err(cause),
    };
    let (outcome, mut woken) = match outcome {
        Ok(woken) => (Ok(()), woken.into_iter()),
        Err(cause) => (Err(cause), Vec::new().into_iter()),
    };
    for (committed, count) in told {
        let outcome = match &outcome {
            Ok(()) => Ok(woken.by_ref().take(count).collect()),
            Err(cause) => Err(cause.to_string()),
        };
        // Whoever no longer listens has given up waiting; the commit stands.
        let _ = committed.send(outcome);
    }
    outcome
}

/// Whom to tell how it ended, and how many of the events are theirs.
type Told = (oneshot::Sender<std::result::Result<Vec<Woken>, String>>, usize);

/// One turn after the other, until nobody waits or the group is large or old enough.
async fn turns(
    group: &Arc<DatabaseTransaction>,
    first: Waiting,
    queue: &mut mpsc::Receiver<Waiting>,
    began: Instant,
    told: &mut Vec<Told>,
) -> std::result::Result<Vec<Unplaced>, DbErr> {
    let mut unplaced = Vec::new();
    run(group, "savepoint turn").await?;
    let mut next = Some(first);
    while let Some(waiting) = next.take() {
        let done = turn(group, waiting).await?;
        if told.len() < MOST_IN_A_GROUP && began.elapsed() < LONGEST_GROUP {
            next = queue.try_recv().ok();
        }
        // A savepoint that was rolled back is still there, and as good as new.
        match (&done, &next) {
            (Some(_), Some(_)) => run(group, "release turn; savepoint turn").await?,
            (_, None) => run(group, "release turn").await?,
            (None, Some(_)) => {}
        }
        if let Some(done) = done {
            told.push((done.committed, done.unplaced.count()));
            unplaced.push(done.unplaced);
        }
    }

    Ok(unplaced)
}

/// What all of them recorded takes its places, and everything is committed.
async fn finish(
    group: Arc<DatabaseTransaction>,
    unplaced: Vec<Unplaced>,
) -> std::result::Result<Vec<Woken>, DbErr> {
    let outlived = || DbErr::Custom("a turn outlived its end".to_owned());
    let group = Arc::try_unwrap(group).map_err(|_| outlived())?;
    let woken = stream::append(&group, unplaced).await?;
    group.commit().await?;
    Ok(woken)
}

/// One savepoint: kept if its owner commits, undone if its owner drops it.
async fn turn(
    group: &Arc<DatabaseTransaction>,
    waiting: Waiting,
) -> std::result::Result<Option<Done>, DbErr> {
    let (done, outcome) = oneshot::channel();
    let done = match waiting.granted.send(Grant { group: Arc::clone(group), done }) {
        Ok(()) => outcome.await.ok(),
        Err(_) => None,
    };
    if done.is_none() {
        run(group, "rollback to turn").await?;
    }
    Ok(done)
}

#[expect(clippy::disallowed_methods, reason = "savepoints are the writer's own")]
async fn run(group: &DatabaseTransaction, sql: &str) -> std::result::Result<(), DbErr> {
    group.execute_unprepared(sql).await.map(|_| ())
}
