//! Evidence: what phones said, how far it proves itself, and what people made of it.
//!
//! A fact is appended and never changed but for its review. Nothing honest is refused here.

kernel::words!();

pub mod fact;
pub mod fact_photo;
pub mod phone_key;
pub mod say;
pub mod token;

mod rules;
mod keep;
mod odd;
mod review;
mod answer;
mod tell;

use frame::follows::Follows;
use frame::stream::{Sees, Teller};
use frame::{App, Table};
use utoipa_axum::router::OpenApiRouter;

pub use answer::answer;
pub use fact::FactKind;
pub use keep::{About, Incoming, Kept, Proof, Receipt, keep, policy_of};
pub use review::{Verdict, review, reviewable, waiting};

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().merge(review::routes())
}

/// How evidence tells its events.
pub const TELLER: Teller =
    Teller { prefix: "evidence.", tell: tell::tell, sees: Sees::Asked(tell::sees) };

/// A fact names the client whom it was about then, and is read through whatever that became.
pub const FOLLOWS: &[Follows] = &[Follows::stays("account", "fact", "account_id")];

/// The tables that are kept here.
pub const TABLES: &[Table] = &[
    Table::of::<fact::Entity>(),
    Table::of::<fact_photo::Entity>(),
    Table::of::<phone_key::Entity>(),
];
