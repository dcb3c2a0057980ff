//! What an activity must be, what a line of it says, and who is named in it.

pub mod activity;
pub mod mentioned;
pub mod quick;
