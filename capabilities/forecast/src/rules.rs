//! What is true of targets and forecasts, as pure functions.

pub mod period;
pub mod figures;
pub mod splitting;
pub mod pasted;
pub mod deciding;
mod refused;

pub use figures::{Figures, Pace};
pub use period::Period;
pub use refused::ForecastRefused;

/// No target and no call is larger, in minor units, so that thousands of them still add up.
pub const LARGEST_AMOUNT: i64 = 1_000_000_000_000_000;
/// The longest comment, and the longest reason.
pub const LONGEST_TEXT: usize = 1_000;
/// No more rows are pasted at once.
pub const MOST_PASTED: usize = 2_000;
/// Targets grow or shrink by no more, in percent.
pub const MOST_GROWTH: i64 = 1_000;
