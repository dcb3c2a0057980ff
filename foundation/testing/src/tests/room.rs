//! A disk that is full refuses clearly, keeps nothing halfway, and is forgiven when it has room.

use axum::http::StatusCode;
use frame::jobs::Job;
use frame::{Ctx, Error, Event, Result, Tx, stream};
use sea_orm::{ConnectionTrait, DbBackend};
use serde::{Deserialize, Serialize};
use utoipa_axum::router::OpenApiRouter;

use crate::{AYU, SRI, World};

/// More than what is left free in a file.
const MUCH: usize = 4_000_000;

/// A job with a body, which nobody runs.
#[derive(Serialize, Deserialize)]
struct Left {
    body: String,
}

impl Job for Left {
    const NAME: &'static str = "testing.left";

    async fn run(self, _: &Tx) -> Result<()> {
        Ok(())
    }
}

/// Where the disk gives out.
#[derive(Clone, Copy, Debug)]
enum At {
    /// At a statement of the transaction.
    Statement,
    /// When all of the group is written.
    Commit,
}

/// From here on the disk is full, until the connection is opened anew.
#[expect(clippy::disallowed_methods, reason = "the engine itself is told to have no room")]
async fn fill(tx: &Tx) -> Result<()> {
    let sql = match tx.get_database_backend() {
        DbBackend::Sqlite => "pragma max_page_count = 1",
        // Nobody can fill the disk of a server from here; what it would then say is known.
        _ => "do $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$",
    };
    tx.execute_unprepared(sql).await?;
    Ok(())
}

fn happened(text: &str) -> Event {
    Event::of("testing.happened", "person", AYU.person()).owner(AYU.person()).with("text", text)
}

/// Records something small and something large, on a disk that fills up meanwhile.
async fn write_too_much(ctx: Ctx, at: At) -> Result<()> {
    let tx = ctx.begin().await?;
    tx.record(happened("small"));
    fill(&tx).await?;
    match at {
        At::Statement => tx.later(tx.now, &Left { body: "x".repeat(MUCH) })?,
        At::Commit => tx.record(happened(&"x".repeat(MUCH))),
    }
    tx.commit().await
}

async fn write(ctx: Ctx) -> Result<()> {
    let tx = ctx.begin().await?;
    tx.record(happened("small"));
    tx.later(tx.now, &Left { body: "x".to_owned() })?;
    tx.commit().await
}

#[tokio::test]
async fn a_write_on_a_full_disk_is_refused_whole_and_the_next_one_is_kept() {
    let world = World::with(OpenApiRouter::new()).await;
    let mut kept = 0;
    for at in [At::Statement, At::Commit, At::Commit, At::Statement] {
        let refused = write_too_much(world.ctx(AYU), at).await.unwrap_err();

        assert!(matches!(refused, Error::Unstored(_)), "{at:?}: {refused}");
        assert_eq!(stream::end(&world.ctx(SRI)).await.unwrap(), kept, "{at:?}");
        write(world.ctx(AYU)).await.unwrap_or_else(|error| panic!("{at:?}: {error}"));
        kept += 1;
        assert_eq!(stream::end(&world.ctx(SRI)).await.unwrap(), kept, "{at:?}");
    }
    assert_eq!(stream::first_broken(&world.ctx(SRI)).await.unwrap(), None);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_told_yes_by_a_disk_that_gave_out_under_all_of_them() {
    let world = World::with(OpenApiRouter::new()).await;
    let mut writers = tokio::task::JoinSet::new();
    for number in 0..60 {
        let ctx = world.ctx(AYU);
        writers.spawn(async move {
            match number % 10 {
                3 => write_too_much(ctx, At::Statement).await,
                7 => write_too_much(ctx, At::Commit).await,
                _ => write(ctx).await,
            }
        });
    }

    let mut yes = 0;
    while let Some(written) = writers.join_next().await {
        match written.unwrap() {
            Ok(()) => yes += 1,
            Err(error) => assert!(matches!(error, Error::Unstored(_)), "{error}"),
        }
    }

    assert_eq!(stream::end(&world.ctx(SRI)).await.unwrap(), yes);
    assert_eq!(stream::first_broken(&world.ctx(SRI)).await.unwrap(), None);
    assert!(yes <= 48, "{yes}");
    write(world.ctx(AYU)).await.unwrap();
}

#[tokio::test]
async fn a_program_hears_that_it_may_try_again_later() {
    let keep = axum::routing::post(|ctx: Ctx| write_too_much(ctx, At::Commit));
    let routes = OpenApiRouter::new().route("/api/v1/keep", keep);
    let world = World::with(routes).await;

    let seen = world.browse(AYU).post_json("/api/v1/keep", &serde_json::json!({})).await;

    assert_eq!(seen.status, StatusCode::INSUFFICIENT_STORAGE.as_u16(), "{}", seen.body);
    assert_eq!(seen.headers["content-type"], "application/problem+json");
    assert_eq!(seen.json()["code"], "not_stored");
}
