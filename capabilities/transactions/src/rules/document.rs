//! A document before it is kept: whether it is whole, and what it comes to.

use kernel::exact::Rounding;
use kernel::{Exact, labels};

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
    /// What the other system made of it; otherwise quantity times price.
    pub net: Option<Exact>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftTax {
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
/// ten-thousandth; one that came with an amount of its own may differ from that by the rounding
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
    let Some(said) = line.net else { return Ok(product) };
    if MOST_ROUNDED < said.0.abs_diff(product.0) {
        return Err(LedgerRefused::LineDiffers { line: number });
    }
    Ok(said)
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
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn exact(text: &str) -> Exact {
        text.parse().unwrap()
    }

    fn line(quantity: &str, price: &str) -> DraftLine {
        DraftLine { quantity: exact(quantity), price: exact(price), net: None }
    }

    #[test]
    fn a_document_is_added_up_to_the_last_decimal() {
        let draft = Draft {
            lines: vec![line("6", "2.55"), line("0.5", "0.0421"), line("-1", "27.5")],
            taxes: vec![DraftTax { base: exact("15.3211"), amount: exact("1.69") }],
        };

        let totals = totals(&draft).unwrap();

        assert_eq!(totals.nets, [exact("15.3"), exact("0.0211"), exact("-27.5")]);
        assert_eq!(totals.total, exact("-10.4889"));
    }

    #[test]
    fn a_line_may_be_rounded_and_not_made_up() {
        let said = |net: &str| {
            let line = DraftLine { net: Some(exact(net)), ..line("3", "0.3333") };
            totals(&Draft { lines: vec![line], taxes: Vec::new() }).map(|it| it.net)
        };

        assert_eq!(said("1"), Ok(exact("1")));
        assert_eq!(said("5"), Err(LedgerRefused::LineDiffers { line: 1 }));
        assert_eq!(totals(&Draft::default()), Err(LedgerRefused::NoLines));
    }

    #[test]
    fn a_credit_note_takes_back_and_an_invoice_asks() {
        assert!(sign_fits(InvoiceKind::Invoice, exact("-1")).is_err());
        assert!(sign_fits(InvoiceKind::CreditNote, exact("1")).is_err());
        assert!(sign_fits(InvoiceKind::Adjustment, exact("-1")).is_ok());
        assert!(may_take_back(exact("60"), exact("100"), exact("40")).is_ok());
        let left = exact("60");
        assert_eq!(
            may_take_back(exact("60.0001"), exact("100"), exact("40")),
            Err(LedgerRefused::CreditTooMuch { left })
        );
    }

    proptest! {
        #[test]
        fn the_total_is_the_sum_of_its_parts(
            lines in prop::collection::vec((-9_999_999_i64..9_999_999, -9_999_999_i64..9_999_999), 1..40),
            taxes in prop::collection::vec(-9_999_999_i64..9_999_999, 0..5),
        ) {
            let line = |&(quantity, price): &(i64, i64)| {
                DraftLine { quantity: Exact(quantity), price: Exact(price), net: None }
            };
            let tax = |&amount: &i64| DraftTax { base: Exact::ZERO, amount: Exact(amount) };
            let draft = Draft {
                lines: lines.iter().map(line).collect(),
                taxes: taxes.iter().map(tax).collect(),
            };
            let totals = totals(&draft).unwrap();

            prop_assert_eq!(totals.net.0, totals.nets.iter().map(|it| it.0).sum::<i64>());
            prop_assert_eq!(totals.total.0, totals.net.0 + taxes.iter().sum::<i64>());
        }
    }
}
