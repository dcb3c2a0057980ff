//! What one row of a document comes to: quantity, price, discount, amount and tax, to the minor
//! unit.

use kernel::{Exact, tax};

use super::Wrong;
use super::taxes::{self, TaxAmounts};
use crate::rules::document_refused::DocumentRefused;
use crate::rules::draft::Field;
use crate::rules::row_refused::RowRefused;

/// The amounts that a row says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RowAmounts {
    pub quantity: Option<Exact>,
    /// Of one, before the discount.
    pub price: Option<Exact>,
    /// Of the line after its discount, without its tax.
    pub amount: Option<Exact>,
    /// What comes off the line, with or without a minus before it.
    pub discount: Option<Exact>,
    /// The same in percent.
    pub discount_rate: Option<Exact>,
    /// In percent.
    pub rate: Option<Exact>,
    /// What the tax is taken of, where that is not the amount.
    pub tax_base: Option<Exact>,
    pub tax: Option<Exact>,
    /// A discount may come off the whole document, so that only all its rows tell what a tax is
    /// taken of.
    pub is_taxed_as_a_whole: bool,
    /// Of the whole document.
    pub total: Option<Exact>,
    /// What the whole document adds to its lines, less what it takes off.
    pub besides: Besides,
}

/// What stands beside the lines of a document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Besides {
    #[default]
    Nothing,
    Is(Exact),
    /// So many percent of lines that are not told.
    Untold,
}

/// What a line comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineAmounts {
    pub quantity: Exact,
    pub price: Exact,
    /// Below zero on a line that is.
    pub discount: Exact,
    pub net: Exact,
    pub tax: Option<TaxAmounts>,
}

/// Ten-thousandths in one.
const ONE: Exact = Exact(10_000);
const TEN_THOUSAND: i128 = 10_000;
/// Ten-thousandths of a percent in a whole.
const WHOLE: i128 = 1_000_000;
const HUNDRED_PERCENT: Exact = Exact(1_000_000);
/// As the ledger has it: what rounding may make of a line, in ten-thousandths.
const MOST_ROUNDED: i128 = 10_000;

/// What a row comes to. A row that says nothing but the total is the whole document.
pub fn line(said: &RowAmounts, currency: &str) -> Result<LineAmounts, Wrong> {
    let discount_rate = said.discount_rate.filter(|it| *it != Exact::ZERO);
    let said = RowAmounts { discount_rate, ..*said };
    if discount_rate.is_some_and(|it| HUNDRED_PERCENT < it) {
        return Err((Field::DiscountRate, DocumentRefused::DiscountTooMuch.into()));
    }
    let unit = i128::from(tax::minor_unit(currency));
    let quantity = said.quantity.unwrap_or(ONE);
    let (price, discount, net) = match (said.amount, said.price) {
        (Some(net), Some(price)) => {
            (price, discount_beside(&said, (price, quantity), net, unit)?, net)
        }
        (None, Some(price)) => of_price(&said, price, quantity, unit)?,
        (Some(net), None) => of_net(&said, net, quantity)?,
        (None, None) => of_net(&said, net_of_total(&said)?, quantity)?,
    };
    let tax = taxes::of_row(&said, net, currency)?;
    Ok(LineAmounts { quantity, price, discount, net, tax })
}

/// In hundred-millionths.
fn times(price: Exact, quantity: Exact) -> i128 {
    i128::from(price.0) * i128::from(quantity.0)
}

fn exact(number: i128) -> Result<Exact, Wrong> {
    i64::try_from(number).map(Exact).map_err(|_| (Field::Amount, RowRefused::TooLarge))
}

/// A price times a quantity, in hundred-millionths; no more than an amount can be.
fn gross_of(price: Exact, quantity: Exact) -> Result<i128, Wrong> {
    let gross = times(price, quantity);
    exact(gross / TEN_THOUSAND)?;
    Ok(gross)
}

/// What comes off something of this sign.
fn off(discount: Exact, is_negative: bool) -> i128 {
    let size = i128::from(discount.0).abs();
    if is_negative { -size } else { size }
}

/// What comes off a line whose price and amount are both told: as it is told, if that explains the
/// difference between them.
fn discount_beside(
    said: &RowAmounts,
    (price, quantity): (Exact, Exact),
    net: Exact,
    unit: i128,
) -> Result<Exact, Wrong> {
    let gross = gross_of(price, quantity)?;
    // The price was rounded to the minor unit, and so was the amount.
    let explained = (i128::from(quantity.0).abs() + TEN_THOUSAND) * unit / 2;
    let explained = explained.min(MOST_ROUNDED * TEN_THOUSAND);
    let left = gross - i128::from(net.0) * TEN_THOUSAND;
    let differs = |off: i128, explained: i128| explained < (left - off).abs();
    if let Some(discount) = said.discount {
        let discount = off(discount, gross < 0);
        if gross.abs() + explained < discount.abs() * TEN_THOUSAND {
            return Err((Field::Discount, DocumentRefused::DiscountTooMuch.into()));
        }
        if differs(discount * TEN_THOUSAND, explained) {
            return Err((Field::Amount, DocumentRefused::LineDiffers.into()));
        }
        fits_rate(said.discount_rate, gross, discount, unit)?;
        return exact(discount);
    }
    let Some(rate) = said.discount_rate else {
        let is_other = differs(0, explained);
        let wrong = || (Field::Amount, DocumentRefused::LineDiffers.into());
        return if is_other { Err(wrong()) } else { Ok(Exact::ZERO) };
    };
    // The discount was rounded, too.
    let explained = (explained + unit * TEN_THOUSAND / 2).min(MOST_ROUNDED * TEN_THOUSAND);
    if differs(rounded(gross * i128::from(rate.0), WHOLE), explained) {
        return Err((Field::Amount, DocumentRefused::LineDiffers.into()));
    }
    let discount = exact(rounded(left, TEN_THOUSAND))?;
    // Nothing comes off a line that rounding made larger.
    let is_turned = discount.is_negative() != (gross < 0);
    Ok(if is_turned { Exact::ZERO } else { discount })
}

/// A discount that is told as an amount and in percent is both, to less than a minor unit.
fn fits_rate(rate: Option<Exact>, gross: i128, discount: i128, unit: i128) -> Result<(), Wrong> {
    let Some(rate) = rate else { return Ok(()) };
    let fine = gross * i128::from(rate.0);
    if (fine - discount * TEN_THOUSAND * WHOLE).abs() < unit * TEN_THOUSAND * WHOLE {
        return Ok(());
    }
    let expected = exact(rounded(fine, unit * TEN_THOUSAND * WHOLE) * unit)?;
    Err((Field::Discount, DocumentRefused::DiscountDiffers { expected }.into()))
}

/// A line whose amount follows from its price; a discount in percent is rounded to the minor unit.
fn of_price(
    said: &RowAmounts,
    price: Exact,
    quantity: Exact,
    unit: i128,
) -> Result<(Exact, Exact, Exact), Wrong> {
    let gross = gross_of(price, quantity)?;
    if gross % (unit * TEN_THOUSAND) != 0 {
        return Err((Field::Price, DocumentRefused::LineUnwhole.into()));
    }
    let discount = match (said.discount, said.discount_rate) {
        (None, None) => 0,
        (None, Some(rate)) => {
            rounded(gross * i128::from(rate.0), unit * TEN_THOUSAND * WHOLE) * unit
        }
        (Some(discount), rate) => {
            let discount = off(discount, gross < 0);
            fits_rate(rate, gross, discount, unit)?;
            discount
        }
    };
    let gross = gross / TEN_THOUSAND;
    if gross.abs() < discount.abs() {
        return Err((Field::Discount, DocumentRefused::DiscountTooMuch.into()));
    }
    Ok((price, exact(discount)?, exact(gross - discount)?))
}

/// A line of which the amount alone is told: its price is what that and its discount come to.
fn of_net(said: &RowAmounts, net: Exact, quantity: Exact) -> Result<(Exact, Exact, Exact), Wrong> {
    if said.discount.is_none() && said.discount_rate.is_some() {
        // So many percent of what?
        return Err((Field::Price, RowRefused::Required));
    }
    let is_negative = if net == Exact::ZERO { quantity.is_negative() } else { net.is_negative() };
    let discount = exact(off(said.discount.unwrap_or_default(), is_negative))?;
    let gross = net.checked_add(discount).ok_or((Field::Amount, RowRefused::TooLarge))?;
    Ok((price_of(gross, quantity)?, discount, net))
}

/// Of a document that is told in one row: its total without its tax and what stands beside it.
fn net_of_total(said: &RowAmounts) -> Result<Exact, Wrong> {
    let missing = || (Field::Amount, RowRefused::Required);
    let total = said.total.ok_or_else(missing)?;
    // How much of a total is tax does not follow from a rate to the last decimal.
    if said.tax.is_none() && said.rate.is_some_and(|it| it != Exact::ZERO) {
        return Err(missing());
    }
    let besides = match said.besides {
        Besides::Nothing => Exact::ZERO,
        Besides::Is(amount) => amount,
        Besides::Untold => return Err(missing()),
    };
    let tax = said.tax.unwrap_or_default();
    let net = total.checked_sub(tax).and_then(|it| it.checked_sub(besides));
    net.ok_or((Field::Total, RowRefused::TooLarge))
}

/// The price of one, to the ten-thousandth.
fn price_of(gross: Exact, quantity: Exact) -> Result<Exact, Wrong> {
    let differs = || (Field::Amount, DocumentRefused::LineDiffers.into());
    if quantity == Exact::ZERO {
        return if gross == Exact::ZERO { Ok(Exact::ZERO) } else { Err(differs()) };
    }
    let price = exact(rounded(i128::from(gross.0) * TEN_THOUSAND, i128::from(quantity.0)))?;
    let off = (times(price, quantity) - i128::from(gross.0) * TEN_THOUSAND).abs();
    if MOST_ROUNDED * TEN_THOUSAND < off { Err(differs()) } else { Ok(price) }
}

/// A half goes away from zero, as on invoices.
pub fn rounded(number: i128, by: i128) -> i128 {
    let (number, by) = if by < 0 { (-number, -by) } else { (number, by) };
    let half = if number < 0 { -by } else { by };
    (number * 2 + half) / (by * 2)
}
