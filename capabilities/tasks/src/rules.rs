//! What a task and a template of tasks must be, when one is due, and when it comes again.

pub mod task;
pub mod repeat;
pub mod timing;
pub mod steps;

/// The longest name of a template, in letters.
pub const LONGEST_NAME: usize = 200;
/// What is to be done is said in one line.
pub const LONGEST_LINE: usize = 300;
