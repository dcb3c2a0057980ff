//! Being at work: when somebody's day began and ended, and how well that is known.

pub mod rules;
