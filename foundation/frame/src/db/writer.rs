//! Many transactions share one commit.
//!
//! `synchronous=FULL` makes each commit wait for the disk. So one task owns the writing
//! connection: it begins, lets one transaction after the other take its turn inside a savepoint,
//! and commits once for all that queued meanwhile. Only then is each of them told. A turn that
//! fails rolls its own savepoint back; a commit that fails fails the whole group, and nobody was
//! told otherwise.

use std::sync::Arc;
use std::time::{Duration, Instant};

use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbErr, SqliteTransactionMode,
    TransactionOptions, TransactionTrait,
};
use tokio::sync::{mpsc, oneshot};

use crate::error::{Error, Result};
use crate::stream::{self, Unplaced, Woken};

/// How many share a commit at the most, and how long the first of them may wait for the others.
const MOST_IN_A_GROUP: usize = 128;
const LONGEST_GROUP: Duration = Duration::from_millis(8);

pub struct Writer {
    connection: DatabaseConnection,
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
    pub fn start(connection: DatabaseConnection) -> Self {
        let (queue, waiting) = mpsc::channel(4_096);
        tokio::spawn(serve(connection.clone(), waiting));
        Self { connection, queue }
    }

    pub fn connection(&self) -> &DatabaseConnection {
        &self.connection
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
        told.map_err(|cause| Error::internal(anyhow::anyhow!("commit failed: {cause}")))
    }
}

async fn serve(connection: DatabaseConnection, mut queue: mpsc::Receiver<Waiting>) {
    while let Some(first) = queue.recv().await {
        if let Err(cause) = group(&connection, first, &mut queue).await {
            tracing::error!(error = ?cause, "a group of transactions failed");
        }
    }
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

    let (mut unplaced, mut told) = (Vec::new(), Vec::new());
    run(&group, "savepoint turn").await?;
    let mut next = Some(first);
    while let Some(waiting) = next.take() {
        let done = turn(&group, waiting).await?;
        if told.len() < MOST_IN_A_GROUP && began.elapsed() < LONGEST_GROUP {
            next = queue.try_recv().ok();
        }
        // A savepoint that was rolled back is still there, and as good as new.
        match (&done, &next) {
            (Some(_), Some(_)) => run(&group, "release turn; savepoint turn").await?,
            (_, None) => run(&group, "release turn").await?,
            (None, Some(_)) => {}
        }
        if let Some(done) = done {
            told.push((done.committed, done.unplaced.count()));
            unplaced.push(done.unplaced);
        }
    }

    let outcome = finish(group, unplaced).await;
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
