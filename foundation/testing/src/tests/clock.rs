//! A clock that jumps, ahead or back, breaks no order, and neither loses work nor does it twice.

use frame::jobs::{Every, run_due, run_scheduled};
use frame::stream;
use sea_orm::ConnectionTrait;
use utoipa_axum::router::OpenApiRouter;

use super::{Count, JOBS, something};
use crate::{AYU, SRI, World};

const HOURLY: Every = Every {
    name: "testing.hourly",
    minutes: 60,
    run: |tx| {
        Box::pin(async {
            tx.record(something());
            Ok(())
        })
    },
};

const NOON: &str = "2026-03-02T05:00:00Z";
const IN_TEN_YEARS: &str = "2036-03-02T05:00:00Z";

async fn world() -> World {
    World::furnished(OpenApiRouter::new(), |made| {
        made.jobs = vec![JOBS];
        made.every = vec![HOURLY];
    })
    .await
}

async fn ends_at(world: &World) -> i64 {
    stream::end(&world.ctx(SRI)).await.unwrap()
}

/// How often what comes round has run for Ayu's company by now.
async fn rounds(world: &World) -> i64 {
    run_scheduled(&world.app).await.unwrap();
    ends_at(world).await
}

#[tokio::test]
async fn the_stream_keeps_its_order_whatever_the_clock_says() {
    let world = World::with(OpenApiRouter::new()).await;
    let moments = [
        NOON,
        "2026-03-02T05:00:01Z",
        "2026-03-02T04:59:59Z",
        IN_TEN_YEARS,
        "2016-03-02T05:00:00Z",
        "1970-01-01T00:00:00Z",
        NOON,
    ];
    for (number, moment) in moments.iter().enumerate() {
        world.at(moment);
        let tx = world.ctx(AYU).begin().await.unwrap();
        tx.record(something().about(AYU.person()).with("number", number));
        tx.commit().await.unwrap();
    }

    let about = stream::about(&world.ctx(SRI), AYU.person().0, None, 50).await.unwrap();
    let numbers: Vec<_> = about.iter().rev().map(|it| it.says()["number"].clone()).collect();
    assert_eq!(numbers, [0, 1, 2, 3, 4, 5, 6].map(serde_json::Value::from));
    let said: Vec<String> = about.iter().rev().map(|it| it.at.to_string()).collect();
    assert_eq!(said, moments, "each keeps what the clock said");
    assert_eq!(stream::first_broken(&world.ctx(SRI)).await.unwrap(), None);
}

#[tokio::test]
async fn what_comes_round_goes_on_after_a_clock_was_years_ahead() {
    let world = world().await;
    assert_eq!(rounds(&world).await, 1);
    world.at(IN_TEN_YEARS);
    assert_eq!(rounds(&world).await, 2);

    world.at("2026-03-02T05:10:00Z");

    assert_eq!(rounds(&world).await, 3, "at once");
    assert_eq!(rounds(&world).await, 3, "and once");
    world.at("2026-03-02T06:00:00Z");
    assert_eq!(rounds(&world).await, 4);
}

#[tokio::test]
async fn what_comes_round_does_not_come_twice_when_the_clock_steps_back() {
    let world = world().await;
    assert_eq!(rounds(&world).await, 1);

    for moment in ["2026-03-02T04:59:59Z", "2026-03-02T05:00:00Z", "2026-03-02T05:59:00Z"] {
        world.at(moment);
        assert_eq!(rounds(&world).await, 1, "{moment}");
    }
}

#[tokio::test]
async fn a_job_is_done_neither_early_nor_twice() {
    let world = world().await;
    let tx = world.ctx(AYU).begin().await.unwrap();
    tx.later(tx.now.plus_minutes(5), &Count { fail: false }).unwrap();
    tx.commit().await.unwrap();

    world.at("2026-03-02T04:00:00Z");
    assert_eq!(run_due(&world.app).await.unwrap(), 0);
    world.at("2026-03-02T05:05:00Z");
    assert_eq!(run_due(&world.app).await.unwrap(), 1);
    world.at("2026-03-02T04:00:00Z");
    assert_eq!(run_due(&world.app).await.unwrap(), 0);

    assert_eq!(ends_at(&world).await, 1);
}

#[expect(clippy::disallowed_methods, reason = "a row is held back as no program would")]
#[tokio::test]
async fn a_job_that_a_clock_far_ahead_held_back_is_done_when_the_clock_is_right() {
    let world = world().await;
    for (claimed_until, due_at) in [("2036-03-02T05:02:00Z", NOON), (NOON, "2036-03-02T05:00:30Z")]
    {
        let before = ends_at(&world).await;
        let tx = world.ctx(AYU).begin().await.unwrap();
        tx.later(tx.now, &Count { fail: false }).unwrap();
        tx.commit().await.unwrap();
        let micros = |text: &str| text.parse::<kernel::Instant>().unwrap().0;
        let held = format!(
            "update job set attempts = 1, claimed_until = {}, due_at = {}",
            micros(claimed_until) - 1,
            micros(due_at)
        );
        world.app.db.owner().execute_unprepared(&held).await.unwrap();

        assert_eq!(run_due(&world.app).await.unwrap(), 1, "{claimed_until} {due_at}");

        assert_eq!(ends_at(&world).await, before + 1);
    }
}
