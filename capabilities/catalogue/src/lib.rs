//! Catalogue: what the company sells.

kernel::words!();

pub mod product;

mod find_products;
mod list_products;
mod export_products;
mod tell;

use frame::{App, Table};
use utoipa_axum::router::OpenApiRouter;

pub use product::{ProductId, ProductOut};
pub use tell::TELLER;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().merge(list_products::routes()).merge(export_products::routes())
}

/// The tables that are kept here.
pub const TABLES: &[Table] = &[Table::of::<product::Entity>()];
