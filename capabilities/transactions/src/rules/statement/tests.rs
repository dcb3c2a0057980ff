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
