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
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn document(id: u128, kind: InvoiceKind, on: &str, total: i64) -> Document {
        Document {
            id: InvoiceId(Uuid::from_u128(id)),
            kind,
            number: format!("F-{id}"),
            day: day(on),
            due_on: Some(day(on).plus(30)),
            currency: "IDR".to_owned(),
            total: Exact(total),
        }
    }

    fn paid(id: u128, on: &str, amount: i64) -> Paid {
        Paid {
            id: PaymentId(Uuid::from_u128(id)),
            key: format!("B-{id}"),
            method: None,
            day: day(on),
            currency: "IDR".to_owned(),
            amount: Exact(amount),
        }
    }

    fn ledger() -> Ledger {
        let invoice = |id: u128| InvoiceId(Uuid::from_u128(id));
        let payment = |id: u128| PaymentId(Uuid::from_u128(id));
        Ledger {
            documents: vec![
                document(1, InvoiceKind::Invoice, "2025-12-01", 1_000),
                document(2, InvoiceKind::Invoice, "2026-01-10", 500),
                document(3, InvoiceKind::CreditNote, "2026-01-15", -200),
                document(4, InvoiceKind::Invoice, "2026-03-20", 70),
            ],
            payments: vec![paid(1, "2026-01-20", 600), paid(2, "2026-02-01", 90)],
            ties: vec![(invoice(3), invoice(2), Exact(200))],
            allocations: vec![(payment(1), invoice(1), Exact(600))],
        }
    }

    #[test]
    fn the_balance_runs_from_what_was_owed_to_what_is() {
        let all = statements(&ledger(), day("2026-01-01"), day("2026-03-31")).unwrap();

        let one = &all[0];
        assert_eq!((all.len(), one.opening, one.closing), (1, Exact(1_000), Exact(680)));
        assert_eq!((one.charged, one.credited, one.paid), (Exact(570), Exact(200), Exact(690)));
        let balances: Vec<i64> = one.entries.iter().map(|it| it.balance.0).collect();
        assert_eq!(balances, [1_500, 1_300, 700, 610, 680]);
    }

    #[test]
    fn what_is_owed_is_aged_by_the_day_it_was_due() {
        let all = statements(&ledger(), day("2026-01-01"), day("2026-03-31")).unwrap();

        // 400 of the first, due on 31 December, 90 days over; 300 of the second, due on 9 February.
        let ageing = all[0].ageing;
        assert_eq!(ageing.buckets.map(|it| it.0), [70, 0, 300, 400, 0]);
        assert_eq!(ageing.unallocated, Exact(-90), "a payment that settles nothing yet");
    }

    #[test]
    fn a_past_day_is_told_as_it_was() {
        let all = statements(&ledger(), day("2025-12-01"), day("2026-01-12")).unwrap();

        assert_eq!(all[0].closing, Exact(1_500));
        assert_eq!(all[0].ageing.buckets.map(|it| it.0), [500, 1_000, 0, 0, 0]);
        assert!(statements(&ledger(), day("2020-01-01"), day("2020-12-31")).unwrap().is_empty());
    }

    proptest! {
        #[test]
        fn ages_and_credits_make_the_balance(
            totals in prop::collection::vec((-1_000_i64..1_000, 0_i64..400), 0..12),
            payments in prop::collection::vec((-1_000_i64..1_000, 0_i64..400), 0..8),
            ties in prop::collection::vec((0_u128..12, 0_u128..12, 0_i64..500), 0..8),
            allocations in prop::collection::vec((0_u128..8, 0_u128..12, 0_i64..500), 0..8),
            to in 0_i64..400,
        ) {
            let first = day("2026-01-01");
            let on = |after: i64| first.plus(after).to_string();
            let kind = |total: i64| {
                if total < 0 { InvoiceKind::CreditNote } else { InvoiceKind::Invoice }
            };
            let invoice = |id: u128| InvoiceId(Uuid::from_u128(id));
            let ledger = Ledger {
                documents: (0..).zip(&totals)
                    .map(|(id, (total, after))| document(id, kind(*total), &on(*after), *total))
                    .collect(),
                payments: (0..).zip(&payments)
                    .map(|(id, (amount, after))| paid(id, &on(*after), *amount))
                    .collect(),
                ties: ties.iter()
                    .map(|(one, other, it)| (invoice(*one), invoice(*other), Exact(*it)))
                    .collect(),
                allocations: allocations.iter()
                    .map(|(one, other, it)| {
                        (PaymentId(Uuid::from_u128(*one)), invoice(*other), Exact(*it))
                    })
                    .collect(),
            };

            for one in statements(&ledger, first.plus(100), first.plus(to)).unwrap() {
                let aged = Exact::sum(one.ageing.buckets).unwrap();
                prop_assert_eq!(aged.checked_add(one.ageing.unallocated).unwrap(), one.closing);
                let moved = one.charged.0 - one.credited.0 - one.paid.0;
                prop_assert_eq!(one.opening.0 + moved, one.closing.0);
            }
        }
    }
}
