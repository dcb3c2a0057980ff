//! Meeting clients: what was planned, what was done, and what came of it.

kernel::words!();

pub mod rules;
