//! What is true of documents, balances and cancellations.

pub mod balance;
pub mod allocated;
pub mod cancel;
pub mod document;
pub mod refused;
pub mod statement;
pub mod purchases;
pub mod link;
pub mod year;

pub use allocated::Allocated;
pub use balance::{Balance, InvoiceState};
pub use cancel::{Asked, Bought, Found, Tie, Why};
pub use document::{Draft, DraftLine, DraftTax, InvoiceKind};
pub use refused::LedgerRefused;
