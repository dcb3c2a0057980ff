//! What is true of clients that pass to others, as pure functions.

pub mod sharing_out;
pub mod baseline;
mod refused;

pub use refused::HandoverRefused;
pub use sharing_out::{Reason, Way};

/// The longest note and the longest question.
pub const LONGEST_TEXT: usize = 4_000;
/// No more clients move at once.
pub const MOST_ACCOUNTS: usize = 20_000;
/// No grace is longer, in days.
pub const MOST_GRACE_DAYS: i32 = 365;
/// For how long the figures of an inherited client are not held against whoever got it, unless
/// told: three months, as those do who have written down why.
pub const USUAL_GRACE_DAYS: i32 = 90;
/// A move can be taken back for so many days.
pub const DAYS_TO_UNDO: i64 = 30;
