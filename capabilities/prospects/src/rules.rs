//! What is true of prospects, and to whom they go, as pure functions.

pub mod assign;
pub mod fits;
mod refused;

use kernel::labels;

pub use refused::ProspectRefused;

/// The longest name of a prospect or of somebody there, in letters.
pub const LONGEST_NAME: usize = 200;
/// The longest line of any other kind.
pub const LONGEST_LINE: usize = 300;
/// The longest note.
pub const LONGEST_NOTE: usize = 4_000;
/// The longest name of a rule, a source or a reason.
pub const LONGEST_LABEL: usize = 60;
/// No amount is larger, in minor units.
pub const LARGEST_AMOUNT: i64 = 1_000_000_000_000_000;
/// No limit of a rule is larger.
pub const LARGEST_LIMIT: i32 = 100_000;
/// No company has more rules.
pub const MOST_RULES: usize = 50;
/// No more prospects are given to others at once.
pub const MOST_AT_ONCE: usize = 500;
/// What was deleted, or turned into a client, can be taken back for so many days.
pub const DAYS_TO_RESTORE: i64 = 30;

labels! {
    /// How far a prospect has come.
    #[derive(Default)]
    pub enum ProspectStatus {
        #[default]
        New = "new",
        /// Somebody has spoken with them.
        Contacted = "contacted",
        /// They need what we sell, and can decide.
        Qualified = "qualified",
        /// Let go, for a reason.
        Disqualified = "disqualified",
        /// A client came of it.
        Converted = "converted",
    }
}

impl ProspectStatus {
    /// Somebody still works on it.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::New | Self::Contacted | Self::Qualified)
    }

    /// Those that somebody still works on.
    pub const OPEN: [Self; 3] = [Self::New, Self::Contacted, Self::Qualified];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_open_is_neither_let_go_nor_converted() {
        for &status in ProspectStatus::ALL {
            assert_eq!(status.is_open(), ProspectStatus::OPEN.contains(&status), "{status:?}");
        }
    }
}
