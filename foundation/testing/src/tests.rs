//! What the frame promises, tried on the world: commits, the stream, jobs, reach.

mod attempts;
mod clock;
mod growth;
mod readers;
mod room;
mod tabs;
mod taken;
mod tellers;
mod unread;

use std::sync::atomic::{AtomicUsize, Ordering};

use frame::jobs::{Job, Kind};
use frame::{Error, Event, Result, Tx, line, stream};
use kernel::access::{Act, Area};
use sea_orm::ActiveValue::Set;
use serde::{Deserialize, Serialize};
use utoipa_axum::router::OpenApiRouter;

use crate::{AYU, BUDI, GILANG, HENDRA, JOKO, RIZKY, SRI, WATI, World, id};

async fn world() -> World {
    World::with_jobs(OpenApiRouter::new(), vec![JOBS]).await
}

fn something() -> Event {
    Event::of("testing.happened", "person", AYU.person()).owner(AYU.person())
}

#[tokio::test(flavor = "multi_thread")]
async fn many_writers_at_once_are_all_kept_in_one_order() {
    let world = world().await;
    let mut writers = tokio::task::JoinSet::new();
    for _ in 0..60 {
        let ctx = world.ctx(AYU);
        writers.spawn(async move {
            let tx = ctx.begin().await?;
            tx.record(something());
            tx.commit().await
        });
    }

    while let Some(written) = writers.join_next().await {
        written.unwrap().unwrap();
    }

    assert_eq!(stream::end(&world.ctx(SRI)).await.unwrap(), 60);
    assert_eq!(stream::first_broken(&world.ctx(SRI)).await.unwrap(), None);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_failure_undoes_its_own_and_nobody_elses() {
    let world = world().await;
    let mut writers = tokio::task::JoinSet::new();
    for number in 0..30 {
        let ctx = world.ctx(AYU);
        writers.spawn(async move {
            let tx = ctx.begin().await?;
            tx.record(something());
            match number % 3 {
                // Somebody gives up halfway.
                0 => return Ok(false),
                // Somebody breaks a rule of the database.
                1 => {
                    let twice = line_of(&tx);
                    return Ok(tx.insert_all(vec![twice]).await.is_ok());
                }
                _ => tx.commit().await?,
            }
            Ok::<bool, Error>(true)
        });
    }

    let mut kept = 0;
    while let Some(written) = writers.join_next().await {
        kept += i64::from(written.unwrap().unwrap());
    }

    assert_eq!(kept, 10);
    assert_eq!(stream::end(&world.ctx(SRI)).await.unwrap(), 10);
}

/// A row that is there already.
fn line_of(tx: &Tx) -> line::ActiveModel {
    line::ActiveModel {
        company_id: Set(tx.actor.company),
        manager_id: Set(BUDI.person()),
        person_id: Set(AYU.person()),
    }
}

#[tokio::test]
async fn the_line_decides_whose_records_are_in_reach() {
    let world = world().await;
    let may = async |who: crate::Someone, whose: crate::Someone| {
        world.ctx(who).permit(Act::View, Area::Visits, whose.person()).await.is_ok()
    };

    assert!(may(BUDI, AYU).await, "a manager of their team");
    assert!(may(HENDRA, AYU).await, "a manager of the whole subtree");
    assert!(!may(BUDI, WATI).await, "not of another team");
    assert!(!may(GILANG, AYU).await, "nobody outside the tree");
    assert!(may(AYU, AYU).await && !may(AYU, RIZKY).await, "one's own alone");
}

#[tokio::test]
async fn a_job_runs_once_and_as_whoever_asked() {
    let world = world().await;
    let tx = world.ctx(AYU).begin().await.unwrap();
    tx.later(tx.now.plus_minutes(5), &Count { fail: false }).unwrap();
    tx.commit().await.unwrap();
    let before = stream::end(&world.ctx(SRI)).await.unwrap();

    assert_eq!(world.work().await, 0, "it is not due yet");
    world.at("2026-03-02T05:06:00Z");
    assert_eq!(world.work().await, 1);
    assert_eq!(world.work().await, 0);

    assert_eq!(stream::end(&world.ctx(SRI)).await.unwrap(), before + 1);
}

#[tokio::test]
async fn a_job_that_was_never_committed_never_was() {
    let world = world().await;
    let tx = world.ctx(AYU).begin().await.unwrap();
    tx.later(tx.now, &Count { fail: false }).unwrap();
    drop(tx);

    assert_eq!(world.work().await, 0);
}

#[tokio::test]
async fn a_job_that_fails_comes_again_and_leaves_nothing_behind() {
    let world = world().await;
    let tx = world.ctx(AYU).begin().await.unwrap();
    tx.later(tx.now, &Count { fail: true }).unwrap();
    tx.commit().await.unwrap();
    let tries = TRIES.load(Ordering::SeqCst);

    assert_eq!(world.work().await, 1);
    assert_eq!(world.work().await, 0, "not at once");
    world.at("2026-03-02T05:01:00Z");
    assert_eq!(world.work().await, 1, "but a while later");

    assert_eq!(TRIES.load(Ordering::SeqCst), tries + 2);
    assert_eq!(stream::end(&world.ctx(SRI)).await.unwrap(), 0);
}

#[tokio::test]
async fn an_event_that_was_changed_afterwards_shows() {
    let world = world().await;
    for _ in 0..3 {
        let tx = world.ctx(AYU).begin().await.unwrap();
        tx.record(something().with("amount", 5));
        tx.commit().await.unwrap();
    }
    let tx = world.ctx(SRI).begin().await.unwrap();
    let second = sea_orm::ColumnTrait::eq(&stream::Column::Seq, 2);
    let forged = vec![(stream::Column::Data, "{\"amount\":6}".into())];
    tx.update_where::<stream::Entity, _>(stream::Column::CompanyId, second, forged).await.unwrap();
    tx.commit().await.unwrap();

    assert_eq!(stream::first_broken(&world.ctx(SRI)).await.unwrap(), Some(2));
}

#[tokio::test]
async fn whoever_may_not_come_in_leaves_no_work_done() {
    let world = world().await;

    let asked = (world.app.actor_of)(&world.ctx(SRI), JOKO.person()).await;

    assert!(matches!(asked, Err(Error::Denied)));
    assert_ne!(id("joko"), id("ayu"));
}

#[tokio::test]
async fn the_bundled_sqlite_is_built_as_was_decided() {
    let built_with = world().await.app.db.built_with().await.unwrap();
    if built_with.is_empty() {
        return;
    }

    let has = |flag: &str| built_with.iter().any(|it| it == flag);
    assert!(has("ENABLE_QPSG") && has("DEFAULT_MEMSTATUS=0"), "{built_with:?}");
    assert!(!has("ENABLE_MEMORY_MANAGEMENT") && !has("ENABLE_STAT4"), "{built_with:?}");
}

const JOBS: &[Kind] = &[Kind::of::<Count>()];

static TRIES: AtomicUsize = AtomicUsize::new(0);

/// Records that it ran, and fails when told.
#[derive(Serialize, Deserialize)]
struct Count {
    fail: bool,
}

impl Job for Count {
    const NAME: &'static str = "testing.count";

    async fn run(self, tx: &Tx) -> Result<()> {
        assert_eq!(tx.actor.person, AYU.person());
        tx.record(something());
        if self.fail {
            TRIES.fetch_add(1, Ordering::SeqCst);
            return Err(Error::Denied);
        }
        Ok(())
    }
}
