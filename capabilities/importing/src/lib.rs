//! Many records at once, from the files of other systems.
//!
//! A file is looked at (`rules::survey`), its rows become drafts by a mapping (`rules::drafting`,
//! `preset`), and all drafts together become a plan (`rules::planning`): what would be created,
//! updated, left as it is or rejected, and why. Nothing is written before a plan stands.

kernel::words!();

pub mod rules;
pub mod preset;
pub mod source_file;

#[cfg(test)]
mod tests;
