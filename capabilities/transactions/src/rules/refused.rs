//! What the ledger does not take, and why.

use kernel::{Exact, Lang, Refusal};

use crate::words::Words;

/// A rule of the ledger said no.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LedgerRefused {
    #[error("a document without lines")]
    NoLines,
    #[error("too many lines")]
    TooManyLines,
    #[error("an amount is out of all bounds")]
    TooLarge,
    #[error("line {line} comes to something else than its quantity times its price")]
    LineDiffers { line: i64 },
    #[error("line {line} gives more than it comes to")]
    DiscountTooMuch { line: i64 },
    #[error("tax {tax} is not its rate of its base, which would be {expected}")]
    TaxDiffers { tax: i64, expected: String },
    #[error("an invoice comes to less than nothing")]
    InvoiceBelowZero,
    #[error("an opposite document comes to more than nothing")]
    CreditAboveZero,
    #[error("only {left} is left to take back")]
    CreditTooMuch { left: Exact },
    #[error("only {left} is left to pay")]
    PaidTooMuch { left: Exact },
    #[error("more is allocated than was paid")]
    AllocatedTooMuch,
    #[error("what is allocated has another sign than what was paid")]
    OtherSign,
    #[error("a payment over nothing")]
    NothingPaid,
    #[error("there is no such account")]
    UnknownAccount,
    #[error("there is no product {product}")]
    UnknownProduct { product: String },
    /// Found out by whoever loads it.
    #[error("there is no invoice {invoice} of this client")]
    UnknownInvoice { field: &'static str, invoice: String },
    #[error("the invoice is in {currency}")]
    OtherCurrency { field: &'static str, currency: String },
    #[error("`cancels` with a document that takes nothing back")]
    CancelsNothing,
    #[error("the number is another document's")]
    NumberTaken { number: String },
    #[error("the key is another payment's")]
    KeyTaken { key: String },
    #[error("a text is missing")]
    Missing { field: &'static str },
    #[error("a text is too long")]
    TooLong { field: &'static str, limit: i64 },
    #[error("no currency is written so")]
    NoCurrency,
    #[error("no country is written so")]
    NoCountry,
    #[error("due before its own day")]
    DueBeforeDay,
    #[error("nobody who works here")]
    UnknownPerson,
    #[error("{name} does not see this client")]
    CannotSee { name: String },
    #[error("the problem was solved before")]
    AlreadySolved,
    /// Somebody reads it in the result of an import.
    #[error("the day {name} was imported with other content")]
    BatchDiffers { name: String },
    #[error("the document {number} stands in another day already")]
    DocumentElsewhere { number: String },
    #[error("a link is good for 1 to {most} days")]
    LinkDays { most: i64 },
    #[error("no day in `{field}`")]
    NoDay { field: &'static str },
    #[error("the last day is before the first")]
    DaysTurned,
    #[error("no language")]
    NoLanguage,
}

impl Refusal for LedgerRefused {
    fn code(&self) -> &'static str {
        match self {
            Self::NoLines => "transactions.no_lines",
            Self::TooManyLines => "transactions.too_many_lines",
            Self::TooLarge => "transactions.too_large",
            Self::LineDiffers { .. } => "transactions.line_differs",
            Self::DiscountTooMuch { .. } => "transactions.discount_too_much",
            Self::TaxDiffers { .. } => "transactions.tax_differs",
            Self::InvoiceBelowZero => "transactions.invoice_below_zero",
            Self::CreditAboveZero => "transactions.credit_above_zero",
            Self::CreditTooMuch { .. } => "transactions.credit_too_much",
            Self::PaidTooMuch { .. } => "transactions.paid_too_much",
            Self::AllocatedTooMuch => "transactions.allocated_too_much",
            Self::OtherSign => "transactions.other_sign",
            Self::NothingPaid => "transactions.nothing_paid",
            Self::UnknownAccount => "transactions.unknown_account",
            Self::UnknownProduct { .. } => "transactions.unknown_product",
            Self::UnknownInvoice { .. } => "transactions.unknown_invoice",
            Self::OtherCurrency { .. } => "transactions.other_currency",
            Self::CancelsNothing => "transactions.cancels_nothing",
            Self::NumberTaken { .. } => "transactions.number_taken",
            Self::KeyTaken { .. } => "transactions.key_taken",
            Self::Missing { .. } => "transactions.missing",
            Self::TooLong { .. } => "transactions.too_long",
            Self::NoCurrency => "transactions.no_currency",
            Self::NoCountry => "transactions.no_country",
            Self::DueBeforeDay => "transactions.due_before_day",
            Self::UnknownPerson => "transactions.unknown_person",
            Self::CannotSee { .. } => "transactions.cannot_see",
            Self::AlreadySolved => "transactions.already_solved",
            Self::BatchDiffers { .. } => "transactions.batch_differs",
            Self::DocumentElsewhere { .. } => "transactions.document_elsewhere",
            Self::LinkDays { .. } => "transactions.link_days",
            Self::NoDay { .. } => "transactions.no_day",
            Self::DaysTurned => "transactions.days_turned",
            Self::NoLanguage => "transactions.no_language",
        }
    }

    fn sentence(&self, lang: Lang) -> String {
        let w = Words::of(lang);
        match self {
            Self::NoLines => w.refused_no_lines().to_owned(),
            Self::TooManyLines => w.refused_too_many_lines().to_owned(),
            Self::TooLarge => w.refused_too_large().to_owned(),
            Self::LineDiffers { line } => w.refused_line_differs(line),
            Self::DiscountTooMuch { line } => w.refused_discount_too_much(line),
            Self::TaxDiffers { tax, expected } => w.refused_tax_differs(tax, expected),
            Self::InvoiceBelowZero => w.refused_invoice_below_zero().to_owned(),
            Self::CreditAboveZero => w.refused_credit_above_zero().to_owned(),
            Self::CreditTooMuch { left } => w.refused_credit_too_much(left.shown(lang, 0)),
            Self::PaidTooMuch { left } => w.refused_paid_too_much(left.shown(lang, 0)),
            Self::AllocatedTooMuch => w.refused_allocated_too_much().to_owned(),
            Self::OtherSign => w.refused_other_sign().to_owned(),
            Self::NothingPaid => w.refused_nothing_paid().to_owned(),
            Self::UnknownAccount => w.refused_unknown_account().to_owned(),
            Self::UnknownProduct { product } => w.refused_unknown_product(product),
            Self::UnknownInvoice { invoice, .. } => w.refused_unknown_invoice(invoice),
            Self::OtherCurrency { currency, .. } => w.refused_other_currency(currency),
            Self::CancelsNothing => w.refused_cancels_nothing().to_owned(),
            Self::NumberTaken { number } => w.refused_number_taken(number),
            Self::KeyTaken { key } => w.refused_key_taken(key),
            Self::Missing { .. } => w.refused_missing().to_owned(),
            Self::TooLong { limit, .. } => w.refused_too_long(limit),
            Self::NoCurrency => w.refused_no_currency().to_owned(),
            Self::NoCountry => w.refused_no_country().to_owned(),
            Self::DueBeforeDay => w.refused_due_before_day().to_owned(),
            Self::UnknownPerson => w.refused_unknown_person().to_owned(),
            Self::CannotSee { name } => w.refused_cannot_see(name),
            Self::AlreadySolved => w.refused_already_solved().to_owned(),
            Self::BatchDiffers { name } => w.refused_batch_differs(name),
            Self::DocumentElsewhere { number } => w.refused_document_elsewhere(number),
            Self::LinkDays { most } => w.refused_link_days(*most),
            Self::NoDay { .. } => w.refused_no_day().to_owned(),
            Self::DaysTurned => w.refused_days_turned().to_owned(),
            Self::NoLanguage => w.refused_no_language().to_owned(),
        }
    }

    fn field(&self) -> Option<&'static str> {
        Some(match self {
            Self::NoLines
            | Self::TooManyLines
            | Self::LineDiffers { .. }
            | Self::DiscountTooMuch { .. }
            | Self::UnknownProduct { .. } => "lines",
            Self::TaxDiffers { .. } => "taxes",
            Self::InvoiceBelowZero | Self::CreditAboveZero => "kind",
            Self::CreditTooMuch { .. } | Self::CancelsNothing => "cancels",
            Self::PaidTooMuch { .. } | Self::AllocatedTooMuch | Self::OtherSign => "allocations",
            Self::NothingPaid => "amount",
            Self::UnknownAccount => "account_id",
            Self::UnknownInvoice { field, .. }
            | Self::OtherCurrency { field, .. }
            | Self::Missing { field }
            | Self::NoDay { field }
            | Self::TooLong { field, .. } => field,
            Self::DaysTurned => "to",
            Self::NoLanguage => "lang",
            Self::NumberTaken { .. } => "number",
            Self::KeyTaken { .. } => "key",
            Self::NoCurrency => "currency",
            Self::NoCountry => "country",
            Self::DueBeforeDay => "due_on",
            Self::UnknownPerson | Self::CannotSee { .. } => "assignee_id",
            Self::LinkDays { .. } => "days",
            Self::TooLarge
            | Self::AlreadySolved
            | Self::BatchDiffers { .. }
            | Self::DocumentElsewhere { .. } => return None,
        })
    }
}
