//! Pipeline: deals that may be won, and those that were.

kernel::words!();

pub mod opportunity;

mod list_opportunities;
mod of_account;

use frame::follows::Follows;
use frame::{App, Table};
use utoipa_axum::router::OpenApiRouter;

pub use of_account::PANEL;
pub use opportunity::{OpportunityId, OpportunityKind, OpportunityOut};

/// Deals go where their client goes.
pub const FOLLOWS: &[Follows] = &[Follows::moves("account", "opportunity", "account_id")];

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().merge(list_opportunities::routes())
}

/// The tables that are kept here.
pub const TABLES: &[Table] = &[Table::of::<opportunity::Entity>()];

#[cfg(test)]
mod tests;
