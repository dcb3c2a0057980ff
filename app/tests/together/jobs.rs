//! Two processes work through the same jobs.

use std::sync::Arc;

use frame::jobs::{Job, Kind};
use frame::{Event, Result, Tx, stream};
use serde::{Deserialize, Serialize};
use testing::{AYU, SRI, World};
use tokio::sync::{Barrier, Notify};
use utoipa_axum::router::OpenApiRouter;
use uuid::Uuid;

const COUNT: u128 = 200;
const JOBS: &[Kind] = &[Kind::of::<Mark>()];

/// Leaves its mark, and a second job that leaves another.
#[derive(Serialize, Deserialize)]
struct Mark {
    number: u128,
    again: bool,
}

impl Job for Mark {
    const NAME: &'static str = "together.mark";

    async fn run(self, tx: &Tx) -> Result<()> {
        let subject = Uuid::from_u128(self.number + if self.again { 0 } else { COUNT });
        tx.record(Event::of("together.marked", "mark", subject));
        // The other process comes by meanwhile.
        tokio::task::yield_now().await;
        if self.again {
            tx.later(tx.now, &Self { again: false, ..self })?;
        }
        Ok(())
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_job_of_two_processes_has_its_effect_once() {
    let here = World::with_jobs(OpenApiRouter::new(), vec![JOBS]).await;
    if !super::are_several(&here) {
        return;
    }
    let there = here.neighbour(OpenApiRouter::new(), |made| made.jobs = vec![JOBS]).await;
    let tx = here.ctx(AYU).begin().await.unwrap();
    for number in 0..COUNT {
        tx.later(tx.now, &Mark { number, again: true }).unwrap();
    }
    tx.commit().await.unwrap();

    let start = Arc::new(Barrier::new(4));
    let mut workers = tokio::task::JoinSet::new();
    for app in [&here.app, &there.app, &here.app, &there.app] {
        let (app, start) = (app.clone(), Arc::clone(&start));
        workers.spawn(async move {
            start.wait().await;
            frame::jobs::run_due(&app).await
        });
    }
    let mut taken = Vec::new();
    while let Some(worker) = workers.join_next().await {
        taken.push(worker.unwrap().unwrap());
    }

    assert!(taken.iter().all(|it| 0 < *it), "all of them had work: {taken:?}");
    let ctx = here.ctx(SRI);
    let mut marks = Vec::new();
    for subject in 0..2 * COUNT {
        let subject = Uuid::from_u128(subject);
        let mark = stream::of_subject(&ctx, subject, "together.marked", here.now()).await.unwrap();
        marks.push(mark.expect("every job has run").seq);
    }
    // As many events as jobs, and each of them found: none ran twice.
    assert_eq!(stream::end(&ctx).await.unwrap(), i64::try_from(2 * COUNT).unwrap());
    marks.sort_unstable();
    marks.dedup();
    assert_eq!(marks.len(), usize::try_from(2 * COUNT).unwrap());
    assert_eq!(stream::first_broken(&ctx).await.unwrap(), None);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_whose_worker_died_is_taken_by_another_process() {
    let here = World::with_jobs(OpenApiRouter::new(), vec![LOST]).await;
    if !super::are_several(&here) {
        return;
    }
    let there = here.neighbour(OpenApiRouter::new(), |made| made.jobs = vec![JOBS]).await;
    let tx = here.ctx(AYU).begin().await.unwrap();
    tx.later(tx.now, &Mark { number: 1, again: false }).unwrap();
    tx.commit().await.unwrap();

    let app = here.app.clone();
    let dying = tokio::spawn(async move { frame::jobs::run_due(&app).await });
    AT_IT.notified().await;
    dying.abort();
    assert!(dying.await.unwrap_err().is_cancelled());

    assert_eq!(frame::jobs::run_due(&there.app).await.unwrap(), 0, "it is another's for a while");
    there.at("2026-03-02T05:03:00Z");
    assert_eq!(frame::jobs::run_due(&there.app).await.unwrap(), 1);
    assert_eq!(stream::end(&here.ctx(SRI)).await.unwrap(), 1);
}

/// Rung when a worker hangs over its job.
static AT_IT: Notify = Notify::const_new();

const LOST: &[Kind] = &[Kind::of::<Stuck>()];

/// The same job in a process that hangs over it until it dies.
#[derive(Serialize, Deserialize)]
struct Stuck {
    number: u128,
    again: bool,
}

impl Job for Stuck {
    const NAME: &'static str = Mark::NAME;

    async fn run(self, tx: &Tx) -> Result<()> {
        tx.record(Event::of("together.marked", "mark", Uuid::from_u128(self.number)));
        AT_IT.notify_one();
        std::future::pending().await
    }
}
