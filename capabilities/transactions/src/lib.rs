//! Transactions: what clients bought and paid, as facts that are only ever added to.
//!
//! A document (`invoice`) has lines; what was wrong is set right by an opposite document, tied to
//! what it takes back (`correction`). Payments are allocated to documents. What follows from these
//! (`rules::balance`) and what is summed of them (`sums`) is written in the same transaction.

kernel::words!();

pub mod rules;
pub mod invoice;
pub mod invoice_line;
pub mod invoice_tax;
pub mod correction;
pub mod payment;
pub mod allocation;
pub mod ledger_batch;
pub mod source_account;
pub mod source_product;
pub mod sales_month;
pub mod sales_product_month;
pub mod invoice_problem;
pub mod statement_link;
mod statement_out;

mod searched;
mod sums;
mod settle;
mod write;
mod tie;
mod record_batch;
mod take_back;
mod prove;
mod find_invoices;
mod ask_invoices;
mod list_invoices;
mod export_invoices;
mod show_invoice;
mod of_account;
pub mod record_invoice;
pub mod record_payment;
mod find_payments;
mod ask_payments;
mod list_payments;
mod export_payments;
mod raise_problem;
mod solve_problem;
mod list_problems;
mod export_problems;
mod client_statement;
mod statement_words;
mod statement_document;
mod statement_sheets;
mod show_statement;
mod share_statement;
mod open_link;
mod tell;
mod follow_merge;

use frame::stream::Reader;
use frame::web::list::Listed;
use frame::{App, Table};
use kernel::access::Area;
use utoipa_axum::router::OpenApiRouter;

pub use follow_merge::FOLLOWS;
pub use invoice::{InvoiceId, InvoiceOut};
pub use ledger_batch::BatchId;
pub use of_account::PANEL;
pub use payment::PaymentId;
pub use prove::{Proof, prove};
pub use raise_problem::{NewProblem, raise_problem};
pub use record_batch::{Batch, BatchDocument, BatchLine, Recorded, record_batch};
pub use record_invoice::{NewInvoice, NewLine, NewTax, bring_invoice, record_invoice};
pub use record_payment::{NewAllocation, NewPayment, bring_payment, record_payment};
pub use searched::SEARCHED;
pub use show_invoice::why_said;
pub use take_back::{take_back_batch, take_back_invoices, take_back_payments};
pub use tell::TELLER;
pub use tie::bought_before;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(list_invoices::routes())
        .merge(export_invoices::routes())
        .merge(list_payments::routes())
        .merge(export_payments::routes())
        .merge(list_problems::routes())
        .merge(export_problems::routes())
        .merge(show_invoice::routes())
        .merge(record_invoice::routes())
        .merge(record_payment::routes())
        .merge(raise_problem::routes())
        .merge(solve_problem::routes())
        .merge(show_statement::routes())
        .merge(share_statement::routes())
        .merge(open_link::routes())
}

/// What follows for the ledger from what happened elsewhere.
pub const READERS: &[Reader] = &[follow_merge::FOLLOW_MERGE];

/// Its list, of which people keep views.
pub const LIST: Listed = Listed {
    word: "transactions",
    path: "/transactions",
    section: "transactions",
    area: Area::Transactions,
    ask: |ctx, question| Box::pin(ask_invoices::ask_invoices(ctx, question)),
};

/// The same of payments.
pub const PAYMENT_LIST: Listed = Listed {
    word: "payments",
    path: "/payments",
    section: "transactions",
    area: Area::Transactions,
    ask: |ctx, question| Box::pin(ask_payments::ask_payments(ctx, question)),
};

/// The tables that are kept here.
pub const TABLES: &[Table] = &[
    Table::of::<ledger_batch::Entity>(),
    Table::of::<source_account::Entity>(),
    Table::of::<source_product::Entity>(),
    Table::of::<invoice::Entity>(),
    Table::of::<invoice_line::Entity>(),
    Table::of::<invoice_tax::Entity>(),
    Table::of::<correction::Entity>(),
    Table::of::<payment::Entity>(),
    Table::of::<allocation::Entity>(),
    Table::of::<sales_month::Entity>(),
    Table::of::<sales_product_month::Entity>(),
    Table::of::<invoice_problem::Entity>(),
    Table::of::<statement_link::Entity>(),
];

#[cfg(test)]
mod tests;
