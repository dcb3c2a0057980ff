//! What is true of deals and of the way they go, as pure functions.

pub mod ageing;
pub mod amount;
pub mod category;
pub mod closing;
pub mod naming;
mod refused;

pub use amount::{Line, Part, Quantity};
pub use category::ForecastCategory;
pub use refused::PipelineRefused;

/// The longest name of a deal, in letters.
pub const LONGEST_NAME: usize = 200;
/// The longest next step, and the longest note about a loss.
pub const LONGEST_TEXT: usize = 1_000;
/// The longest name of a pipeline, a stage or a reason.
pub const LONGEST_LABEL: usize = 60;
/// No deal has more lines.
pub const MOST_LINES: usize = 100;
/// No amount is larger, in minor units, so that thousands of deals still add up.
pub const LARGEST_AMOUNT: i64 = 1_000_000_000_000_000;
/// No stage expects a deal for longer.
pub const MOST_EXPECTED_DAYS: i32 = 3_650;
/// What was deleted can be taken back for so many days.
pub const DAYS_TO_RESTORE: i64 = 30;
