//! Catalogue: what the company sells.

pub mod product;

mod list_products;

use frame::{App, Table};
use utoipa_axum::router::OpenApiRouter;

pub use product::{ProductId, ProductOut};

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().merge(list_products::routes())
}

/// The tables that are kept here.
pub const TABLES: &[Table] = &[Table::of::<product::Entity>()];
