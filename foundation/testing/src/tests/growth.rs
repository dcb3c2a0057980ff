//! PostgreSQL knows of what grew without waiting for its own next look.

use std::time::Duration;

use sea_orm::{ConnectionTrait, DbBackend, Statement};

use super::{something, world};
use crate::AYU;

const MANY: usize = 300;

#[tokio::test(flavor = "multi_thread")]
#[expect(clippy::disallowed_methods, reason = "what the engine knows is no entity")]
async fn the_program_has_the_server_look_at_what_grew_though_it_owns_no_table() {
    let world = world().await;
    let db = &world.app.db;
    if db.backend() != DbBackend::Postgres {
        assert_eq!(db.look_at_what_grew().await.unwrap(), 0);
        return;
    }
    let tx = world.ctx(AYU).begin().await.unwrap();
    for _ in 0..MANY {
        tx.record(something());
    }
    tx.commit().await.unwrap();

    let known = "select greatest(reltuples, 0)::bigint from pg_class where relname = 'event'";
    let known = || db.pool().query_one_raw(Statement::from_string(DbBackend::Postgres, known));
    // What a transaction did is counted within a second of it; by itself the server looks once a
    // minute.
    for _ in 0..100 {
        db.look_at_what_grew().await.unwrap();
        let events: i64 = known().await.unwrap().unwrap().try_get_by_index(0).unwrap();
        if i64::try_from(MANY).unwrap() <= events {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }

    panic!("the server still takes the stream for empty");
}
