//! What one row of a document comes to: quantity, price, amount and tax, to the minor unit.

use kernel::Exact;
use kernel::money::Money;

use super::Wrong;
use crate::rules::document_refused::DocumentRefused;
use crate::rules::draft::Field;
use crate::rules::row_refused::RowRefused;

/// The amounts that a row says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RowAmounts {
    pub quantity: Option<Exact>,
    /// Of one.
    pub price: Option<Exact>,
    /// Of the line, without its tax.
    pub amount: Option<Exact>,
    /// In percent.
    pub rate: Option<Exact>,
    pub tax: Option<Exact>,
    /// Of the whole document.
    pub total: Option<Exact>,
}

/// What a line comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineAmounts {
    pub quantity: Exact,
    pub price: Exact,
    pub net: Exact,
    /// Its rate in percent, and its amount.
    pub tax: Option<(Exact, Exact)>,
}

/// Ten-thousandths in one.
const ONE: Exact = Exact(10_000);
const TEN_THOUSAND: i128 = 10_000;
/// As the ledger has it: what rounding may make of a line, in ten-thousandths.
const MOST_ROUNDED: i128 = 10_000;

/// What a row comes to. A row that says nothing but the total is the whole document.
pub fn line(said: &RowAmounts, currency: &str) -> Result<LineAmounts, Wrong> {
    let unit = 10_i128.pow(4_u32.saturating_sub(Money::decimals(currency)));
    let quantity = said.quantity.unwrap_or(ONE);
    let (price, net) = match (said.amount, said.price) {
        (Some(net), Some(price)) => {
            let off = (times(price, quantity) - i128::from(net.0) * TEN_THOUSAND).abs();
            // The price was rounded to the minor unit, and so was the amount.
            let explained = (i128::from(quantity.0).abs() + TEN_THOUSAND) * unit / 2;
            if explained.min(MOST_ROUNDED * TEN_THOUSAND) < off {
                return Err((Field::Amount, DocumentRefused::LineDiffers.into()));
            }
            (price, net)
        }
        (Some(net), None) => (price_of(net, quantity)?, net),
        (None, Some(price)) => {
            let fine = times(price, quantity);
            if fine % (unit * TEN_THOUSAND) != 0 {
                return Err((Field::Price, DocumentRefused::LineUnwhole.into()));
            }
            (price, exact(fine / TEN_THOUSAND)?)
        }
        (None, None) => {
            let net = net_of_total(said)?;
            (price_of(net, quantity)?, net)
        }
    };
    let tax = tax(said, net, unit)?;
    Ok(LineAmounts { quantity, price, net, tax })
}

/// In hundred-millionths.
fn times(price: Exact, quantity: Exact) -> i128 {
    i128::from(price.0) * i128::from(quantity.0)
}

fn exact(number: i128) -> Result<Exact, Wrong> {
    i64::try_from(number).map(Exact).map_err(|_| (Field::Amount, RowRefused::TooLarge))
}

/// Of a document that is told in one row: its total without its tax.
fn net_of_total(said: &RowAmounts) -> Result<Exact, Wrong> {
    let missing = || (Field::Amount, RowRefused::Required);
    let total = said.total.ok_or_else(missing)?;
    // How much of a total is tax does not follow from a rate to the last decimal.
    if said.tax.is_none() && said.rate.is_some_and(|it| it != Exact::ZERO) {
        return Err(missing());
    }
    let tax = said.tax.unwrap_or_default();
    total.checked_sub(tax).ok_or((Field::Total, RowRefused::TooLarge))
}

/// The price of one, to the ten-thousandth.
fn price_of(net: Exact, quantity: Exact) -> Result<Exact, Wrong> {
    let differs = || (Field::Amount, DocumentRefused::LineDiffers.into());
    if quantity == Exact::ZERO {
        return if net == Exact::ZERO { Ok(Exact::ZERO) } else { Err(differs()) };
    }
    let price = exact(rounded(i128::from(net.0) * TEN_THOUSAND, i128::from(quantity.0)))?;
    let off = (times(price, quantity) - i128::from(net.0) * TEN_THOUSAND).abs();
    if MOST_ROUNDED * TEN_THOUSAND < off { Err(differs()) } else { Ok(price) }
}

/// The rate and the amount of a tax. Offices round it down, shops up: it is its rate to less than a
/// minor unit.
fn tax(said: &RowAmounts, net: Exact, unit: i128) -> Result<Option<(Exact, Exact)>, Wrong> {
    // In ten-thousandths of a hundred-millionth, as rates are percent.
    let fine = |rate: Exact| i128::from(net.0) * i128::from(rate.0);
    let per_unit = unit * TEN_THOUSAND * 100;
    let (rate, amount) = match (said.rate, said.tax) {
        (None, None) => return Ok(None),
        (None, Some(amount)) => (Exact::ZERO, amount),
        (Some(rate), None) => (rate, exact(rounded(fine(rate), per_unit) * unit)?),
        (Some(rate), Some(amount)) => {
            let off = (fine(rate) - i128::from(amount.0) * TEN_THOUSAND * 100).abs();
            if per_unit <= off {
                return Err((Field::Tax, DocumentRefused::TaxDiffers.into()));
            }
            (rate, amount)
        }
    };
    let is_nothing = rate == Exact::ZERO && amount == Exact::ZERO;
    Ok((!is_nothing).then_some((rate, amount)))
}

/// A half goes away from zero, as on invoices.
fn rounded(number: i128, by: i128) -> i128 {
    let (number, by) = if by < 0 { (-number, -by) } else { (number, by) };
    let half = if number < 0 { -by } else { by };
    (number * 2 + half) / (by * 2)
}
