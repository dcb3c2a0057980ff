//! Rows of one number become a document of the ledger, or a payment, whole or not at all.

use std::collections::{BTreeMap, BTreeSet};

use kernel::Exact;

use crate::rules::document_refused::DocumentRefused;
use crate::rules::draft::{
    DocumentKind, Field, InvoiceDraft, LineDraft, PartDraft, PaymentDraft, TaxDraft,
};
use crate::rules::row_refused::RowRefused;
use crate::rules::said::Said;

mod amounts;
mod besides;
mod taxes;
mod words;
#[cfg(test)]
mod tests;

pub use self::amounts::{Besides, LineAmounts, RowAmounts, line};
pub use self::words::{KIND_WORDS, kind_meant};

/// More lines than any document of a real business has; the ledger takes no more.
pub const MOST_LINES: usize = 5_000;
/// The ledger takes no more taxes.
const MOST_TAXES: usize = 20;

/// The field at which a document is wrong, and why.
pub type Wrong = (Field, RowRefused);

/// What all rows of a document say together.
pub fn invoice(rows: &[&InvoiceDraft]) -> Result<InvoiceDraft, Wrong> {
    let first = rows.first().ok_or((Field::Number, RowRefused::Required))?;
    if MOST_LINES < rows.len() {
        return Err((Field::Number, RowRefused::TooMany { limit: MOST_LINES }));
    }
    if rows.iter().any(|it| it.currency != first.currency) {
        return Err((Field::AmountCurrency, DocumentRefused::Contradicts.into()));
    }
    let mut whole = InvoiceDraft {
        number: first.number.clone(),
        kind: agreed(Field::DocumentKind, rows, |it| &it.kind)?,
        day: agreed(Field::Day, rows, |it| &it.day)?,
        due_on: agreed(Field::DueOn, rows, |it| &it.due_on)?,
        client: agreed(Field::Account, rows, |it| &it.client)?,
        currency: first.currency.clone(),
        cancels: agreed(Field::Cancels, rows, |it| &it.cancels)?,
        total: agreed(Field::Total, rows, |it| &it.total)?,
        lines: rows.iter().flat_map(|it| it.lines.iter().cloned()).collect(),
        taxes: taxes(rows)?,
        discount: agreed(Field::DocumentDiscount, rows, |it| &it.discount)?,
        fee: agreed(Field::Fee, rows, |it| &it.fee)?,
        credited: Exact::ZERO,
        paid: Exact::ZERO,
    };
    required(Field::Account, &whole.client)?;
    required(Field::Day, &whole.day)?;
    if let (Some(day), Some(due)) = (whole.day.value(), whole.due_on.value())
        && due < day
    {
        return Err((Field::DueOn, DocumentRefused::DueBeforeDay.into()));
    }
    besides::fold(&mut whole)?;
    settle_sign(&mut whole)?;
    let sum = whole.sum().ok_or((Field::Amount, RowRefused::TooLarge))?;
    if let Some(total) = whole.total.value()
        && *total != sum
    {
        return Err((Field::Total, DocumentRefused::TotalDiffers { sum }.into()));
    }
    whole.total = Said::Is(sum);
    Ok(whole)
}

/// What it is follows from what it comes to, unless that is said. Many systems write what a credit
/// note takes back without a minus.
fn settle_sign(whole: &mut InvoiceDraft) -> Result<(), Wrong> {
    let too_large = || (Field::Amount, RowRefused::TooLarge);
    let sum = whole.sum().ok_or_else(too_large)?;
    let kind = match whole.kind.value() {
        Some(kind) => *kind,
        None if sum.is_negative() => DocumentKind::CreditNote,
        None => DocumentKind::Invoice,
    };
    if kind == DocumentKind::Invoice && sum.is_negative() {
        return Err((Field::DocumentKind, DocumentRefused::BelowZero.into()));
    }
    if !kind.is_opposite() && whole.cancels.value().is_some() {
        return Err((Field::Cancels, DocumentRefused::TakesNothingBack.into()));
    }
    if kind.is_opposite() && Exact::ZERO < sum {
        turn(whole).ok_or_else(too_large)?;
    }
    whole.kind = Said::Is(kind);
    Ok(())
}

/// The same document with the signs turned.
fn turn(whole: &mut InvoiceDraft) -> Option<()> {
    for line in &mut whole.lines {
        line.quantity = line.quantity.checked_neg()?;
        line.discount = line.discount.checked_neg()?;
        line.net = line.net.checked_neg()?;
    }
    for tax in &mut whole.taxes {
        tax.base = tax.base.checked_neg()?;
        tax.amount = tax.amount.checked_neg()?;
    }
    if let Said::Is(total) = &mut whole.total
        && Exact::ZERO < *total
    {
        *total = total.checked_neg()?;
    }
    Some(())
}

/// The taxes of all rows, those of one rate and name together.
fn taxes(rows: &[&InvoiceDraft]) -> Result<Vec<TaxDraft>, Wrong> {
    let mut sums: BTreeMap<(Exact, &str), TaxDraft> = BTreeMap::new();
    for tax in rows.iter().flat_map(|it| &it.taxes) {
        let Some(sum) = sums.get_mut(&(tax.rate, tax.name.as_str())) else {
            sums.insert((tax.rate, tax.name.as_str()), tax.clone());
            continue;
        };
        let grown = sum.base.checked_add(tax.base).zip(sum.amount.checked_add(tax.amount));
        (sum.base, sum.amount) = grown.ok_or((Field::Tax, RowRefused::TooLarge))?;
        sum.is_computed &= tax.is_computed;
        sum.has_base |= tax.has_base;
    }
    if MOST_TAXES < sums.len() {
        return Err((Field::Tax, RowRefused::TooMany { limit: MOST_TAXES }));
    }
    Ok(sums.into_values().collect())
}

/// What all rows of a payment say together.
pub fn payment(rows: &[&PaymentDraft]) -> Result<PaymentDraft, Wrong> {
    let first = rows.first().ok_or((Field::Number, RowRefused::Required))?;
    if MOST_LINES < rows.len() {
        return Err((Field::Number, RowRefused::TooMany { limit: MOST_LINES }));
    }
    if rows.iter().any(|it| it.currency != first.currency) {
        return Err((Field::AmountCurrency, DocumentRefused::Contradicts.into()));
    }
    let mut parts: Vec<PartDraft> = rows.iter().flat_map(|it| it.parts.iter().cloned()).collect();
    parts.sort();
    let whole = PaymentDraft {
        number: first.number.clone(),
        day: agreed(Field::Day, rows, |it| &it.day)?,
        client: agreed(Field::Account, rows, |it| &it.client)?,
        currency: first.currency.clone(),
        method: agreed(Field::Method, rows, |it| &it.method)?,
        parts,
    };
    required(Field::Account, &whole.client)?;
    required(Field::Day, &whole.day)?;
    let mut paid = BTreeSet::new();
    if !whole.parts.iter().all(|it| paid.insert(&it.pays)) {
        return Err((Field::Pays, DocumentRefused::PaidTwice.into()));
    }
    let goes_back = first.parts.iter().any(|it| it.amount.is_negative());
    if whole.parts.iter().any(|it| it.amount.is_negative() != goes_back) {
        return Err((Field::Amount, DocumentRefused::OtherSign.into()));
    }
    whole.amount().ok_or((Field::Amount, RowRefused::TooLarge))?;
    Ok(whole)
}

/// What rows say of one field: those that say something say the same.
fn agreed<Row, T: Clone + PartialEq>(
    field: Field,
    rows: &[&Row],
    of: impl Fn(&Row) -> &Said<T>,
) -> Result<Said<T>, Wrong> {
    let mut said = rows.iter().copied().map(of).filter(|it| it.value().is_some());
    let Some(first) = said.next() else { return Ok(Said::Silent) };
    if said.all(|it| it == first) {
        Ok(first.clone())
    } else {
        Err((field, DocumentRefused::Contradicts.into()))
    }
}

fn required<T>(field: Field, said: &Said<T>) -> Result<(), Wrong> {
    if said.value().is_some() { Ok(()) } else { Err((field, RowRefused::Required)) }
}

/// The field in which a document differs from the one that is recorded under its number; whose
/// they are is compared by whoever knows the clients.
pub fn differs(said: &InvoiceDraft, recorded: &InvoiceDraft) -> Option<Field> {
    fn lines(draft: &InvoiceDraft) -> Vec<(&str, [Exact; 4])> {
        let line = |it: &LineDraft| [it.quantity, it.price, it.discount, it.net];
        let mut lines: Vec<_> = draft.lines.iter().map(|it| (it.text.as_str(), line(it))).collect();
        lines.sort_unstable();
        lines
    }
    fn taxes(draft: &InvoiceDraft) -> Vec<(Exact, Exact)> {
        let mut taxes: Vec<_> = draft.taxes.iter().map(|it| (it.rate, it.amount)).collect();
        taxes.sort_unstable();
        taxes
    }

    let is_other_due = said.due_on.value().is_some() && said.due_on != recorded.due_on;
    let is_other_target = said.cancels.value().is_some() && said.cancels != recorded.cancels;
    [
        (Field::DocumentKind, said.kind != recorded.kind),
        (Field::Day, said.day != recorded.day),
        (Field::DueOn, is_other_due),
        (Field::AmountCurrency, said.currency != recorded.currency),
        (Field::Cancels, is_other_target),
        (Field::Total, said.total != recorded.total),
        (Field::Tax, taxes(said) != taxes(recorded)),
        (Field::Amount, lines(said) != lines(recorded)),
    ]
    .into_iter()
    .find_map(|(field, is_other)| is_other.then_some(field))
}

/// As [`differs`], of a payment.
pub fn payment_differs(said: &PaymentDraft, recorded: &PaymentDraft) -> Option<Field> {
    fn parts(draft: &PaymentDraft) -> Vec<&PartDraft> {
        let mut parts: Vec<_> = draft.parts.iter().filter(|it| it.pays.is_some()).collect();
        parts.sort_unstable();
        parts
    }

    let is_other_method = said.method.value().is_some() && said.method != recorded.method;
    [
        (Field::Day, said.day != recorded.day),
        (Field::AmountCurrency, said.currency != recorded.currency),
        (Field::Amount, said.amount() != recorded.amount()),
        (Field::Method, is_other_method),
        (Field::Pays, parts(said) != parts(recorded)),
    ]
    .into_iter()
    .find_map(|(field, is_other)| is_other.then_some(field))
}
