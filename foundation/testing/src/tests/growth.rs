//! PostgreSQL knows of what grew without waiting for its own next look.

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
    // What a transaction did is counted when it ends, and not up to a second later.
    let count_now = "select pg_stat_force_next_flush()";
    let count_now = Statement::from_string(DbBackend::Postgres, count_now);
    tx.query_one_raw(count_now).await.unwrap();
    tx.commit().await.unwrap();

    let looked = db.look_at_what_grew().await.unwrap();

    let known = "select greatest(reltuples, 0)::bigint from pg_class where relname = 'event'";
    let known = Statement::from_string(DbBackend::Postgres, known);
    let known = db.pool().query_one_raw(known).await.unwrap().unwrap();
    let events: i64 = known.try_get_by_index(0).unwrap();
    assert!(0 < looked, "{looked}");
    assert!(i64::try_from(MANY).unwrap() <= events, "{events}");
}
