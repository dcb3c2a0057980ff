//! What a tax of a row is taken of, and whether it is its rate of that.

use kernel::{Exact, tax};

use super::Wrong;
use super::amounts::RowAmounts;
use crate::rules::document_refused::DocumentRefused;
use crate::rules::draft::Field;
use crate::rules::row_refused::RowRefused;

/// The tax of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TaxAmounts {
    /// In percent; nothing where only an amount is said.
    pub rate: Exact,
    pub base: Exact,
    pub amount: Exact,
    /// The amount is not said, and follows from the rate.
    pub is_computed: bool,
    /// The file says what it is taken of.
    pub has_base: bool,
}

/// The rate of PPN that is mostly taken of 11/12 of the price, and where.
const PPN: (Exact, &str) = (Exact(120_000), "IDR");

/// The tax of a row whose line comes to this.
pub fn of_row(said: &RowAmounts, net: Exact, currency: &str) -> Result<Option<TaxAmounts>, Wrong> {
    let (base, has_base) = (said.tax_base.unwrap_or(net), said.tax_base.is_some());
    let made =
        |rate, base, amount, is_computed| TaxAmounts { rate, base, amount, is_computed, has_base };
    let tax = match (said.rate, said.tax) {
        (None, None) => return Ok(None),
        (None, Some(amount)) => made(Exact::ZERO, base, amount, false),
        (Some(rate), None) => {
            let amount = tax::percent(rate, base, currency);
            let amount = amount.ok_or((Field::Tax, RowRefused::TooLarge))?;
            made(rate, base, amount, true)
        }
        (Some(rate), Some(amount)) if said.is_taxed_as_a_whole && !has_base => {
            made(rate, base, amount, false)
        }
        (Some(rate), Some(amount)) => {
            let tax = made(rate, base, amount, false);
            let base = base_of(&tax, currency, 1).ok_or_else(|| differs(&tax, currency))?;
            TaxAmounts { base, ..tax }
        }
    };
    let is_nothing = tax.rate == Exact::ZERO && tax.amount == Exact::ZERO;
    Ok((!is_nothing).then_some(tax))
}

/// What a tax of so many lines is taken of, if it is its rate of that: the base itself, or 11/12 of
/// it where no base is told and that is how PPN is taken. A tax without a rate is what it is.
pub fn base_of(said: &TaxAmounts, currency: &str, lines: usize) -> Option<Exact> {
    let fits = |base: Exact| tax::is_percent(said.amount, said.rate, base, currency, lines);
    if said.rate == Exact::ZERO || fits(said.base) {
        return Some(said.base);
    }
    let may_be_other = !said.has_base && PPN == (said.rate, currency);
    Some(tax::other_base(said.base)).filter(|it| may_be_other && fits(*it))
}

/// The tax is not what its rate makes of its base.
pub fn differs(said: &TaxAmounts, currency: &str) -> Wrong {
    match tax::percent(said.rate, said.base, currency) {
        Some(expected) => (Field::Tax, DocumentRefused::TaxDiffers { expected }.into()),
        None => (Field::Tax, RowRefused::TooLarge),
    }
}
