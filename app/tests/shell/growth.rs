//! Whoever serves or imports has PostgreSQL look at what grew meanwhile.

#![expect(clippy::disallowed_methods, reason = "what the engine knows is no entity")]

use std::fmt::Write;
use std::time::Duration;

use sea_orm::{ConnectionTrait, Database, DatabaseConnection, DbBackend, Statement};
use tokio::runtime::Runtime;
use tokio::time::{interval, timeout};

use crate::Machine;

/// Longer than anybody waits for the first look, on a machine that does much else.
const PATIENCE: Duration = Duration::from_secs(20);

/// The machine has other things to do than to answer this.
const BETWEEN_QUESTIONS: Duration = Duration::from_millis(50);

/// A table beside the program's own has grown. What a transaction did is counted when it ends, and
/// not up to a second later.
const GROWS: &str = "create table grown (number integer not null); \
    insert into grown select generate_series(1, 1000); \
    select pg_stat_force_next_flush()";

/// How often the server was told to look at it; its own looks, which come by themselves, aside.
const LOOKS: &str = "select analyze_count from pg_stat_user_tables where relname = 'grown'";

/// A machine with a company, and its owner's way to the database; none on SQLite.
fn machine() -> Option<(Machine, String)> {
    let machine = Machine::with_company();
    let (_, owner) = machine.database.clone()?;
    Some((machine, owner))
}

/// Lets the table grow, of which the server knows nothing yet.
fn grow(owner: &str) {
    Runtime::new().unwrap().block_on(async {
        let database = Database::connect(owner).await.unwrap();
        database.execute_unprepared(GROWS).await.unwrap();
        assert_eq!(looks(&database).await, 0);
        database.close().await.unwrap();
    });
}

/// Whether the server is told to look at it before patience ends.
fn is_looked_at(owner: &str) -> bool {
    Runtime::new().unwrap().block_on(async {
        let database = Database::connect(owner).await.unwrap();
        let looked = timeout(PATIENCE, async {
            let mut now_and_then = interval(BETWEEN_QUESTIONS);
            while looks(&database).await == 0 {
                now_and_then.tick().await;
            }
        });
        let looked = looked.await;
        database.close().await.unwrap();
        looked.is_ok()
    })
}

async fn looks(database: &DatabaseConnection) -> i64 {
    let asked = Statement::from_string(DbBackend::Postgres, LOOKS);
    let row = database.query_one_raw(asked).await.unwrap().unwrap();
    row.try_get_by_index(0).unwrap()
}

#[test]
fn whoever_serves_has_the_server_look() {
    let Some((machine, owner)) = machine() else { return };
    grow(&owner);

    let serve = ["serve", "--listen", "127.0.0.1:0"];
    let looked = machine.run_while(&serve, || is_looked_at(&owner));

    assert!(looked, "nobody told the server to look");
}

#[test]
fn an_import_has_the_server_look() {
    let Some((machine, owner)) = machine() else { return };
    // Enough that the import is not over before the first look has begun.
    let mut rows = "Nama;Industri\n".to_owned();
    for number in 0..500 {
        writeln!(rows, "Toko {number};ritel").unwrap();
    }
    machine.file("klien.csv", &rows);
    grow(&owner);

    let done = machine.run(&["import", "auto", "klien.csv"]);

    assert_eq!(done.code, Some(0), "{done:?}");
    assert!(is_looked_at(&owner), "nobody told the server to look");
}
