//! PostgreSQL knows of what grew without waiting for its own next look.

#![expect(clippy::disallowed_methods, reason = "what the engine knows is no entity")]

use std::time::Duration;

use frame::db::looking;
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use tokio::time::{interval, timeout};

use super::{something, world};
use crate::{AYU, World};

const MANY: i64 = 300;
/// Longer than anybody waits for a look.
const PATIENCE: Duration = Duration::from_secs(20);

fn is_told_once_and_for_all(world: &World) -> bool {
    world.app.db.backend() != DbBackend::Postgres
}

/// Many events are recorded.
async fn grow(world: &World) {
    let tx = world.ctx(AYU).begin().await.unwrap();
    for _ in 0..MANY {
        tx.record(something());
    }
    // What a transaction did is counted when it ends, and not up to a second later.
    let count_now = "select pg_stat_force_next_flush()";
    let count_now = Statement::from_string(DbBackend::Postgres, count_now);
    tx.query_one_raw(count_now).await.unwrap();
    tx.commit().await.unwrap();
}

/// How many events the server plans for.
async fn known(world: &World) -> i64 {
    let known = "select greatest(reltuples, 0)::bigint from pg_class where relname = 'event'";
    let known = Statement::from_string(DbBackend::Postgres, known);
    let known = world.app.db.pool().query_one_raw(known).await.unwrap().unwrap();
    known.try_get_by_index(0).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_program_has_the_server_look_at_what_grew_though_it_owns_no_table() {
    let world = world().await;
    let db = &world.app.db;
    if is_told_once_and_for_all(&world) {
        assert_eq!(db.look_at_what_grew().await.unwrap(), 0);
        return;
    }
    grow(&world).await;

    let looked = db.look_at_what_grew().await.unwrap();

    let events = known(&world).await;
    assert!(0 < looked, "{looked}");
    assert!(MANY <= events, "{events}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_server_looks_while_work_goes_on_and_the_work_answers() {
    let world = world().await;
    let db = &world.app.db;
    assert_eq!(looking(db, async { 7 }).await, 7);
    if is_told_once_and_for_all(&world) {
        return;
    }
    grow(&world).await;

    let until_known = async {
        let mut now_and_then = interval(Duration::from_millis(50));
        while known(&world).await < MANY {
            now_and_then.tick().await;
        }
    };
    let looked = timeout(PATIENCE, looking(db, until_known)).await;

    assert!(looked.is_ok(), "nobody looked");
}
