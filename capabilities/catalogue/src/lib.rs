//! Catalogue: what the company sells.

pub mod product;

use frame::Table;

pub use product::{ProductId, ProductOut};

/// The tables that are kept here.
pub const TABLES: &[Table] = &[Table::of::<product::Entity>()];
