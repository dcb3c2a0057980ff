//! A document before it is kept: whether it is whole, and what it comes to.

use kernel::exact::Rounding;
use kernel::{Exact, labels, tax};

use crate::rules::refused::LedgerRefused;

labels! {
    /// What a document is.
    pub enum InvoiceKind {
        /// Something was sold.
        Invoice = "invoice",
        /// Something of it is taken back, and the client keeps the difference.
        CreditNote = "credit-note",
        /// A sale did not happen.
        Cancellation = "cancellation",
        /// The books are set right, such as for a debt that nobody will pay.
        Adjustment = "adjustment",
    }
}

impl InvoiceKind {
    /// Takes back what another document says.
    pub const fn is_opposite(self) -> bool {
        matches!(self, Self::CreditNote | Self::Cancellation)
    }
}

/// More lines than any document of a real business has.
pub const MOST_LINES: usize = 5_000;
pub const MOST_TAXES: usize = 20;
/// Longer than this a number or a key is no longer one.
pub const LONGEST_NUMBER: usize = 60;
pub const LONGEST_TEXT: usize = 300;
pub const LONGEST_NOTE: usize = 2_000;

/// Lines and taxes as somebody says them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    pub lines: Vec<DraftLine>,
    pub taxes: Vec<DraftTax>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftLine {
    pub quantity: Exact,
    pub price: Exact,
    /// What is taken off; below zero on a line that is.
    pub discount: Exact,
    /// What the other system made of it; otherwise quantity times price, less the discount.
    pub net: Option<Exact>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftTax {
    /// In percent; nothing where it has none.
    pub rate: Exact,
    pub base: Exact,
    pub amount: Exact,
}

/// What a document comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Totals {
    /// Of each line.
    pub nets: Vec<Exact>,
    pub net: Exact,
    pub tax: Exact,
    pub total: Exact,
}

/// Adds a document up. A line is quantity times price, rounded half away from zero to a
/// ten-thousandth, less its discount; one that came with an amount of its own may differ from that by the rounding
/// of a minor unit, and by no more.
pub fn totals(draft: &Draft) -> Result<Totals, LedgerRefused> {
    if draft.lines.is_empty() {
        return Err(LedgerRefused::NoLines);
    }
    if MOST_LINES < draft.lines.len() || MOST_TAXES < draft.taxes.len() {
        return Err(LedgerRefused::TooManyLines);
    }
    let mut nets = Vec::with_capacity(draft.lines.len());
    for (number, line) in (1..).zip(&draft.lines) {
        nets.push(net_of(line, number)?);
    }
    let too_large = || LedgerRefused::TooLarge;
    let net = Exact::sum(nets.iter().copied()).ok_or_else(too_large)?;
    let tax = Exact::sum(draft.taxes.iter().map(|it| it.amount)).ok_or_else(too_large)?;
    let total = net.checked_add(tax).ok_or_else(too_large)?;
    Ok(Totals { nets, net, tax, total })
}

/// A whole major unit, for currencies that have no smaller.
const MOST_ROUNDED: u64 = 10_000;

fn net_of(line: &DraftLine, number: i64) -> Result<Exact, LedgerRefused> {
    let product = line.price.times(line.quantity, Rounding::HalfAwayFromZero);
    let product = product.ok_or(LedgerRefused::TooLarge)?;
    let discount = line.discount;
    let turned = discount != Exact::ZERO
        && product != Exact::ZERO
        && discount.is_negative() != product.is_negative();
    if turned || product.0.unsigned_abs() + MOST_ROUNDED < discount.0.unsigned_abs() {
        return Err(LedgerRefused::DiscountTooMuch { line: number });
    }
    let left = product.checked_sub(discount).ok_or(LedgerRefused::TooLarge)?;
    let Some(said) = line.net else { return Ok(left) };
    if MOST_ROUNDED < said.0.abs_diff(left.0) {
        return Err(LedgerRefused::LineDiffers { line: number });
    }
    Ok(said)
}

/// Whether each tax is its rate of its base, up to what rounding explains. One without a rate is
/// what it is: a stamp duty, or the tax of a system that tells amounts alone.
pub fn taxes_fit(draft: &Draft, currency: &str) -> Result<(), LedgerRefused> {
    for (number, it) in (1..).zip(&draft.taxes) {
        let has_none = it.rate == Exact::ZERO;
        if has_none || tax::is_percent(it.amount, it.rate, it.base, currency, draft.lines.len()) {
            continue;
        }
        let expected = tax::percent(it.rate, it.base, currency).ok_or(LedgerRefused::TooLarge)?;
        let expected = expected.money(currency);
        return Err(LedgerRefused::TaxDiffers { tax: number, expected });
    }
    Ok(())
}

/// What a document of this kind may come to.
pub fn sign_fits(kind: InvoiceKind, total: Exact) -> Result<(), LedgerRefused> {
    match kind {
        InvoiceKind::Invoice if total.is_negative() => Err(LedgerRefused::InvoiceBelowZero),
        InvoiceKind::CreditNote | InvoiceKind::Cancellation if Exact::ZERO < total => {
            Err(LedgerRefused::CreditAboveZero)
        }
        _ => Ok(()),
    }
}

/// How much of an invoice a document may take back: what it comes to itself, and no more than
/// nobody has taken back before.
pub fn may_take_back(amount: Exact, total: Exact, credited: Exact) -> Result<(), LedgerRefused> {
    let left = total.checked_sub(credited).ok_or(LedgerRefused::TooLarge)?;
    if amount <= left { Ok(()) } else { Err(LedgerRefused::CreditTooMuch { left }) }
}

#[cfg(test)]
mod tests;
