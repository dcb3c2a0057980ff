//! What stands beside the lines of a document: what is taken off all of it, and what is added to it.

use kernel::{Exact, tax};

use super::amounts::rounded;
use super::taxes::{TaxAmounts, base_of, differs};
use super::{MOST_LINES, Wrong};
use crate::rules::document_refused::DocumentRefused;
use crate::rules::draft::{DiscountDraft, Field, InvoiceDraft, LineDraft, TaxDraft};
use crate::rules::row_refused::RowRefused;
use crate::rules::said::Said;

/// Ten-thousandths in one.
const ONE: Exact = Exact(10_000);
/// As many ten-thousandths of a percent are all of it.
const HUNDRED_PERCENT: Exact = Exact(1_000_000);

/// Makes lines of what stands beside the lines, and compares the taxes with what is left of these.
pub fn fold(whole: &mut InvoiceDraft) -> Result<(), Wrong> {
    let net = whole.net().ok_or((Field::Amount, RowRefused::TooLarge))?;
    let discount = std::mem::take(&mut whole.discount);
    let off = match discount.value() {
        Some(said) => taken_off(said, net, &whole.currency)?,
        None => Exact::ZERO,
    };
    if let (Some(said), true) = (discount.value(), off != Exact::ZERO) {
        let amount = off.checked_neg().ok_or((Field::DocumentDiscount, RowRefused::TooLarge))?;
        whole.lines.push(line(&said.name, amount));
    }
    if let Said::Is(fee) = std::mem::take(&mut whole.fee) {
        whole.lines.push(line(&fee.name, fee.amount));
    }
    if MOST_LINES < whole.lines.len() {
        return Err((Field::Number, RowRefused::TooMany { limit: MOST_LINES }));
    }
    let lines = whole.lines.len();
    for tax in &mut whole.taxes {
        settle(tax, (net, off), &whole.currency, lines)?;
    }
    Ok(())
}

/// What is taken off lines that come to this, with their sign.
fn taken_off(said: &DiscountDraft, net: Exact, currency: &str) -> Result<Exact, Wrong> {
    let by_rate = match said.rate {
        Some(rate) if HUNDRED_PERCENT < rate => {
            return Err((Field::DocumentDiscountRate, DocumentRefused::DiscountTooMuch.into()));
        }
        Some(rate) => {
            let off = tax::percent(rate, net, currency);
            Some(off.ok_or((Field::DocumentDiscountRate, RowRefused::TooLarge))?)
        }
        None => None,
    };
    let Some(amount) = said.amount else { return Ok(by_rate.unwrap_or_default()) };
    let size = amount.0.unsigned_abs();
    if net.0.unsigned_abs() < size {
        return Err((Field::DocumentDiscount, DocumentRefused::DiscountTooMuch.into()));
    }
    // No larger than what it comes off, which fits.
    let size = Exact(i64::try_from(size).unwrap_or(net.0));
    let off = if net.is_negative() { Exact(-size.0) } else { size };
    let unit = tax::minor_unit(currency).unsigned_abs();
    match by_rate {
        Some(expected) if unit <= expected.0.abs_diff(off.0) => {
            let why = DocumentRefused::DiscountDiffers { expected };
            Err((Field::DocumentDiscount, why.into()))
        }
        _ => Ok(off),
    }
}

/// A line of its own, of nothing that is sold.
fn line(text: &str, amount: Exact) -> LineDraft {
    LineDraft {
        text: text.to_owned(),
        quantity: ONE,
        price: amount,
        discount: Exact::ZERO,
        net: amount,
        products: Vec::new(),
    }
}

/// A tax is taken of what the discount leaves of its part of the lines, or of all of it where the
/// discount comes off after the tax. What was reckoned by row is reckoned again.
fn settle(
    tax: &mut TaxDraft,
    (net, off): (Exact, Exact),
    currency: &str,
    lines: usize,
) -> Result<(), Wrong> {
    let mut said = TaxAmounts {
        rate: tax.rate,
        base: tax.base,
        amount: tax.amount,
        is_computed: tax.is_computed,
        has_base: tax.has_base,
    };
    let before = said;
    if off != Exact::ZERO && !said.has_base {
        let share = rounded(i128::from(said.base.0) * i128::from(off.0), i128::from(net.0));
        let share = i64::try_from(share).map_err(|_| (Field::Tax, RowRefused::TooLarge))?;
        let left = said.base.checked_sub(Exact(share));
        said.base = left.ok_or((Field::Tax, RowRefused::TooLarge))?;
        if said.is_computed {
            let amount = kernel::tax::percent(said.rate, said.base, currency);
            said.amount = amount.ok_or((Field::Tax, RowRefused::TooLarge))?;
        }
    }
    let base = base_of(&said, currency, lines).or_else(|| base_of(&before, currency, lines));
    tax.base = base.ok_or_else(|| differs(&said, currency))?;
    tax.amount = said.amount;
    Ok(())
}
