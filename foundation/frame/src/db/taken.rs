//! When what must be there once is there already.

use sea_orm::{DbErr, SqlErr};

/// Whether a unique index of either engine says that somebody else was quicker.
///
/// A rule looks first, and refuses in words. On PostgreSQL two may look at the same moment and both
/// find nothing; then the index decides, and the second hears of it here.
pub fn is_taken(cause: &DbErr) -> bool {
    matches!(cause.sql_err(), Some(SqlErr::UniqueConstraintViolation(_)))
}
