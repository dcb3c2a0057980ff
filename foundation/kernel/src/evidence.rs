//! How far a fact proves itself: when, where, and what is odd about it.

pub mod time;
pub mod place;
pub mod learning;
