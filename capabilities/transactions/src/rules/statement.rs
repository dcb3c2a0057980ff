//! The statement of one client: what was owed before, what happened since, and what is owed now
//! and for how long. One for each currency.

use std::collections::BTreeMap;

use kernel::{Day, Exact};

use super::InvoiceKind;
use crate::{InvoiceId, PaymentId};

/// A document as it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    pub id: InvoiceId,
    pub kind: InvoiceKind,
    pub number: String,
    pub day: Day,
    pub due_on: Option<Day>,
    pub currency: String,
    /// What it adds to what is owed; below zero for what takes back.
    pub total: Exact,
}

/// Money that came, or with a minus went back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paid {
    pub id: PaymentId,
    pub key: String,
    pub method: Option<String>,
    pub day: Day,
    pub currency: String,
    pub amount: Exact,
}

/// Everything that is known of one client.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    pub documents: Vec<Document>,
    pub payments: Vec<Paid>,
    /// What a document takes back of another.
    pub ties: Vec<(InvoiceId, InvoiceId, Exact)>,
    /// What a payment settles of a document.
    pub allocations: Vec<(PaymentId, InvoiceId, Exact)>,
}

/// What happened, in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub day: Day,
    pub what: What,
    /// What it adds to what is owed.
    pub amount: Exact,
    /// What is owed after it.
    pub balance: Exact,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    Document { id: InvoiceId, kind: InvoiceKind, number: String, due_on: Option<Day> },
    Payment { key: String, method: Option<String> },
}

/// What is owed at the end, by how long it has been due.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ageing {
    /// Not due yet, up to 30 days over, up to 60, up to 90, and longer.
    pub buckets: [Exact; 5],
    /// Payments and credits that are set against no document yet; below zero.
    pub unallocated: Exact,
}

/// A statement in one currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    pub currency: String,
    /// Owed before the first day.
    pub opening: Exact,
    pub entries: Vec<Entry>,
    /// What invoices added.
    pub charged: Exact,
    /// What credit notes and cancellations took back, without a sign of its own.
    pub credited: Exact,
    /// What came in, less what went back.
    pub paid: Exact,
    pub closing: Exact,
    pub ageing: Ageing,
}

/// The statements of a period, the first and last day included. None if the amounts are out of all
/// bounds.
pub fn statements(ledger: &Ledger, from: Day, to: Day) -> Option<Vec<Statement>> {
    let mut by: BTreeMap<&str, Vec<Entry>> = BTreeMap::new();
    for it in ledger.documents.iter().filter(|it| it.day <= to) {
        let (id, number) = (it.id, it.number.clone());
        let what = What::Document { id, kind: it.kind, number, due_on: it.due_on };
        let entry = Entry { day: it.day, what, amount: it.total, balance: Exact::ZERO };
        by.entry(&it.currency).or_default().push(entry);
    }
    for it in ledger.payments.iter().filter(|it| it.day <= to) {
        let what = What::Payment { key: it.key.clone(), method: it.method.clone() };
        let amount = it.amount.checked_neg()?;
        let entry = Entry { day: it.day, what, amount, balance: Exact::ZERO };
        by.entry(&it.currency).or_default().push(entry);
    }
    by.into_iter().map(|(currency, entries)| one(ledger, currency, entries, from, to)).collect()
}

fn one(
    ledger: &Ledger,
    currency: &str,
    mut entries: Vec<Entry>,
    from: Day,
    to: Day,
) -> Option<Statement> {
    // Of one day: what is owed before what is paid, and each in the order of its number.
    entries.sort_by(|one, other| order(one).cmp(&order(other)));
    let opening = Exact::sum(entries.iter().filter(|it| it.day < from).map(|it| it.amount))?;
    entries.retain(|it| from <= it.day);
    let mut statement = Statement {
        currency: currency.to_owned(),
        opening,
        entries: Vec::new(),
        charged: Exact::ZERO,
        credited: Exact::ZERO,
        paid: Exact::ZERO,
        closing: opening,
        ageing: ageing(ledger, currency, to)?,
    };
    for entry in entries {
        statement.closing = statement.closing.checked_add(entry.amount)?;
        match &entry.what {
            What::Payment { .. } => {
                statement.paid = statement.paid.checked_sub(entry.amount)?;
            }
            What::Document { kind, .. } if kind.is_opposite() => {
                statement.credited = statement.credited.checked_sub(entry.amount)?;
            }
            What::Document { .. } => {
                statement.charged = statement.charged.checked_add(entry.amount)?;
            }
        }
        statement.entries.push(Entry { balance: statement.closing, ..entry });
    }
    Some(statement)
}

fn order(entry: &Entry) -> (Day, bool, &str) {
    match &entry.what {
        What::Document { number, .. } => (entry.day, false, number),
        What::Payment { key, .. } => (entry.day, true, key),
    }
}

/// What every document still stood open with on this day, and since when that was due.
fn ageing(ledger: &Ledger, currency: &str, to: Day) -> Option<Ageing> {
    let documents = ledger.documents.iter().filter(|it| it.day <= to && it.currency == currency);
    let mut open: BTreeMap<InvoiceId, (Day, Exact)> =
        documents.map(|it| (it.id, (it.due_on.unwrap_or(it.day), it.total))).collect();
    let payments = ledger.payments.iter().filter(|it| it.day <= to && it.currency == currency);
    let mut left: BTreeMap<PaymentId, Exact> = payments.map(|it| (it.id, it.amount)).collect();
    for (document, target, amount) in &ledger.ties {
        if document == target || !open.contains_key(document) || !open.contains_key(target) {
            continue;
        }
        let taken = open.get_mut(target)?;
        taken.1 = taken.1.checked_sub(*amount)?;
        let used = open.get_mut(document)?;
        used.1 = used.1.checked_add(*amount)?;
    }
    for (payment, document, amount) in &ledger.allocations {
        let (Some(left), Some(open)) = (left.get_mut(payment), open.get_mut(document)) else {
            continue;
        };
        *left = left.checked_sub(*amount)?;
        open.1 = open.1.checked_sub(*amount)?;
    }
    let mut ageing = Ageing::default();
    for (due, open) in open.into_values() {
        let place = if open.is_negative() {
            &mut ageing.unallocated
        } else {
            &mut ageing.buckets[bucket(to.days_since(due))]
        };
        *place = place.checked_add(open)?;
    }
    for left in left.into_values() {
        ageing.unallocated = ageing.unallocated.checked_sub(left)?;
    }
    Some(ageing)
}

const fn bucket(days_over: i64) -> usize {
    match days_over {
        ..=0 => 0,
        1..=30 => 1,
        31..=60 => 2,
        61..=90 => 3,
        _ => 4,
    }
}

#[cfg(test)]
mod tests;
