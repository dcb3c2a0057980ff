//! Catalogue: what the company sells.

pub mod product;

pub use product::{ProductId, ProductOut};
