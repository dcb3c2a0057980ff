//! When the disk takes nothing any more: it is full, or it fails.

use std::io::ErrorKind;

use sea_orm::sqlx;
use sea_orm::{DbErr, RuntimeErr};

/// Whether the engine says that it could not store something, rather than that it must not.
pub fn is_unstored(cause: &DbErr) -> bool {
    let (DbErr::Exec(RuntimeErr::SqlxError(cause))
    | DbErr::Query(RuntimeErr::SqlxError(cause))
    | DbErr::Conn(RuntimeErr::SqlxError(cause))) = cause
    else {
        return false;
    };
    match &**cause {
        sqlx::Error::Io(cause) => is_full(cause),
        sqlx::Error::Database(cause) => cause.code().is_some_and(|code| speaks_of_room(&code)),
        _ => false,
    }
}

/// Whether the file system says so.
pub fn is_full(cause: &std::io::Error) -> bool {
    matches!(cause.kind(), ErrorKind::StorageFull | ErrorKind::QuotaExceeded)
}

/// SQLite counts its codes, PostgreSQL spells them.
fn speaks_of_room(code: &str) -> bool {
    const SQLITE_IOERR: i32 = 10;
    const SQLITE_FULL: i32 = 13;
    match code {
        // insufficient resources, disk full, an error of input or output
        "53000" | "53100" | "58030" => true,
        sqlite => sqlite.parse().is_ok_and(|it: i32| {
            // The lowest eight bits name the kind, those above it what exactly.
            it < 0x1_0000 && matches!(it & 0xff, SQLITE_IOERR | SQLITE_FULL)
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_disk_that_takes_nothing_is_out_of_room() {
        for full in ["13", "10", "778", "4874", "53100", "58030"] {
            assert!(speaks_of_room(full), "{full}");
        }
        // A rule of the database, a lock, and what cannot be read.
        for other in ["19", "2067", "787", "5", "23505", "23503", "40001", "53300", ""] {
            assert!(!speaks_of_room(other), "{other}");
        }
    }
}
