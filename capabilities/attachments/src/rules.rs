//! What may be attached, how it is called, and why something is refused.

pub mod format;
pub mod name;
mod refused;

pub use format::{Format, Kind, Seen};
pub use name::clean;
pub use refused::{AttachmentRefused, FileRefused};

/// How many come at once.
pub const MOST_FILES: usize = 20;
/// The longest description, in letters.
pub const LONGEST_DESCRIPTION: usize = 1_000;
