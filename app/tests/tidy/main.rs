//! The rules of the house that the compiler does not know.
#![expect(clippy::unwrap_used, reason = "a test that cannot read should stop")]

mod files;
mod size;
mod purity;
mod schemas;
mod order;
mod readers;
mod tellers;
mod templates;
mod language;
mod leftovers;
mod documents;
