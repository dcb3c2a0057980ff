//! Few files are looked through at once; whoever comes meanwhile waits for a turn.

use std::time::Duration;

use frame::{Error, Result};
use tokio::sync::{Semaphore, SemaphorePermit};

use crate::rules::run_refused::RunRefused;

/// Whoever looks through files holds something of each row, and of each record of their company.
/// That is little for one and too much for many: a machine of a small company has memory for two,
/// and more at once would not come to their ends sooner.
const MOST: usize = 2;

static AT_ONCE: Semaphore = Semaphore::const_new(MOST);
/// Whoever works through jobs does one after the other, and must not wait for people: everybody's
/// jobs would wait with it.
static OF_JOBS: Semaphore = Semaphore::const_new(1);

/// Whoever waits for a page waits so long, and is then told: a request is given up after half a
/// minute.
const PATIENCE: Duration =
    if cfg!(test) { Duration::from_millis(50) } else { Duration::from_secs(10) };

/// It goes along into the work: whoever asked for that may be gone before it is done.
pub type Turn = SemaphorePermit<'static>;

/// A turn of a job, which nobody else takes.
pub async fn turn_of_job() -> Result<Turn> {
    OF_JOBS.acquire().await.map_err(Error::internal)
}

/// A turn, whenever there is one.
pub async fn turn() -> Result<Turn> {
    AT_ONCE.acquire().await.map_err(Error::internal)
}

/// A turn for somebody who waits for an answer; refused where none comes free soon.
pub async fn turn_soon() -> Result<Turn> {
    match tokio::time::timeout(PATIENCE, turn()).await {
        Ok(turn) => turn,
        Err(_) => Err(Error::refused(RunRefused::Busy)),
    }
}
