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
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn exact(text: &str) -> Exact {
        text.parse().unwrap()
    }

    fn line(quantity: &str, price: &str) -> DraftLine {
        DraftLine {
            quantity: exact(quantity),
            price: exact(price),
            discount: Exact::ZERO,
            net: None,
        }
    }

    fn tax_of(rate: &str, base: &str, amount: &str) -> DraftTax {
        DraftTax { rate: exact(rate), base: exact(base), amount: exact(amount) }
    }

    #[test]
    fn a_document_is_added_up_to_the_last_decimal() {
        let draft = Draft {
            lines: vec![line("6", "2.55"), line("0.5", "0.0421"), line("-1", "27.5")],
            taxes: vec![tax_of("11", "15.3211", "1.69")],
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
    fn a_discount_comes_off_its_line_and_is_no_more_than_that() {
        let less = |quantity: &str, discount: &str| {
            let line = DraftLine { discount: exact(discount), ..line(quantity, "50") };
            totals(&Draft { lines: vec![line], taxes: Vec::new() }).map(|it| it.net)
        };

        assert_eq!(less("2", "10"), Ok(exact("90")));
        assert_eq!(less("-2", "-10"), Ok(exact("-90")));
        assert_eq!(less("2", "100"), Ok(Exact::ZERO));
        for (quantity, discount) in [("2", "101.5"), ("2", "-10"), ("-2", "10")] {
            let refused = Err(LedgerRefused::DiscountTooMuch { line: 1 });
            assert_eq!(less(quantity, discount), refused, "{quantity} {discount}");
        }
    }

    #[test]
    fn a_tax_is_its_rate_of_its_base() {
        let fits = |taxes: Vec<DraftTax>, lines: usize, currency: &str| {
            let draft = Draft { lines: vec![line("1", "1"); lines], taxes };
            taxes_fit(&draft, currency)
        };
        let differs = |tax, expected: &str| {
            Err(LedgerRefused::TaxDiffers { tax, expected: expected.to_owned() })
        };

        assert_eq!(fits(vec![tax_of("11", "1005", "110")], 1, "IDR"), Ok(()));
        assert_eq!(fits(vec![tax_of("12", "916667", "110000")], 1, "IDR"), Ok(()));
        assert_eq!(fits(vec![tax_of("0", "1005", "10000")], 1, "IDR"), Ok(()), "a stamp duty");
        assert_eq!(fits(vec![tax_of("11", "1005", "112")], 2, "IDR"), Ok(()), "a line, a rupiah");
        let second = vec![tax_of("11", "100", "11"), tax_of("12", "1000000", "110000")];
        assert_eq!(fits(second, 1, "IDR"), differs(2, "Rp120.000"));
        let pounds = vec![tax_of("20", "120.5", "24.11")];
        assert_eq!(fits(pounds, 1, "GBP"), differs(1, "GBP 24.10"));
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
                let (quantity, price) = (Exact(quantity), Exact(price));
                DraftLine { quantity, price, discount: Exact::ZERO, net: None }
            };
            let tax = |&amount: &i64| DraftTax { amount: Exact(amount), ..tax_of("0", "0", "0") };
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
