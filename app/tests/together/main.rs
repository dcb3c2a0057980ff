//! Several processes on one database: each job runs once, and what one commits is seen at another.

#![expect(clippy::unwrap_used, reason = "a test that cannot ask should stop")]
#![expect(clippy::disallowed_methods, reason = "plays several processes, and counts past them")]

mod jobs;
mod wakes;

use sea_orm::DbBackend;
use testing::World;

/// Two processes on one PostgreSQL database; nothing on SQLite, which has one process alone.
fn are_several(world: &World) -> bool {
    world.app.db.backend() == DbBackend::Postgres
}
