//! Many records at once, from the files of other systems.
//!
//! A file is looked at (`reading`), its rows become drafts by a mapping (`preset`,
//! `rules::drafting`), and all drafts together become a plan (`rules::planning`): what would be
//! created, updated, left as it is or rejected, and why. Nothing is written before a plan stands.

kernel::words!();

pub mod rules;
pub mod reading;
pub mod source_file;
pub mod preset;
pub mod error_file;

#[cfg(test)]
mod tests;
