//! What comes in a file and what the API tells are the same books.

use frame::Ctx;
use serde_json::json;
use testing::{FAJAR, SRI, World, id};

use super::{MAJU, invoice, is_proven, pay, read, record, world};
use crate::{
    InvoiceId, NewAllocation, NewInvoice, NewPayment, PaymentId, bring_invoice, bring_payment,
    take_back_invoices, take_back_payments,
};

async fn brought(world: &World, number: &str) -> InvoiceId {
    let new: NewInvoice = serde_json::from_value(invoice(number)).unwrap();
    let tx = Ctx::begin(world.ctx(SRI)).await.unwrap();
    let (kept, is_new) = bring_invoice(&tx, new).await.unwrap();
    tx.commit().await.unwrap();
    assert!(is_new);
    kept.id
}

async fn paid(world: &World, invoice: InvoiceId, amount: &str) -> PaymentId {
    let amount = amount.parse().unwrap();
    let new = NewPayment {
        key: "BYR-1".to_owned(),
        account_id: accounts::AccountId(id(MAJU)),
        day: "2026-03-01".parse().unwrap(),
        currency: "IDR".to_owned(),
        amount,
        method: None,
        note: None,
        allocations: vec![NewAllocation { invoice_id: invoice, amount }],
    };
    let tx = Ctx::begin(world.ctx(SRI)).await.unwrap();
    let (kept, _) = bring_payment(&tx, new).await.unwrap();
    tx.commit().await.unwrap();
    kept.id
}

/// How many of these documents are gone.
async fn take_back(world: &World, ids: &[InvoiceId]) -> usize {
    let tx = Ctx::begin(world.ctx(SRI)).await.unwrap();
    let gone = take_back_invoices(&tx, ids).await.unwrap();
    tx.commit().await.unwrap();
    gone.len()
}

#[tokio::test]
async fn a_number_is_one_document_whichever_way_it_came() {
    let world = world().await;
    let file = brought(&world, "F-1").await;

    let same = record(&world, &invoice("F-1")).await;
    let mut other = invoice("F-1");
    other["lines"][0]["price"] = json!("56000");
    let other = record(&world, &other).await;

    assert_eq!((same.status, &same.json()["id"]), (200, &json!(file)), "{}", same.body);
    assert_eq!((other.status, &other.json()["code"]), (422, &json!("transactions.number_taken")));
    let page = world.browse(FAJAR).get(&format!("/transactions/{file}")).await;
    assert!(page.body.contains("File of the books"), "{}", page.body);
}

#[tokio::test]
async fn what_came_in_a_file_goes_unless_something_needs_it() {
    let world = world().await;
    let told = record(&world, &invoice("A-1")).await.json();
    let [one, two] = [brought(&world, "F-1").await, brought(&world, "F-2").await];
    let payment = paid(&world, two, "5000").await;
    let api: InvoiceId = told["id"].as_str().unwrap().parse().unwrap();

    assert_eq!(take_back(&world, &[one, two]).await, 1, "one of them was paid");
    let tx = Ctx::begin(world.ctx(SRI)).await.unwrap();
    take_back_payments(&tx, &[payment]).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(take_back(&world, &[two]).await, 1);
    assert_eq!(take_back(&world, &[api]).await, 0, "no file brought it");

    assert_eq!(read(&world, &told).await["number"], "A-1");
    assert_eq!(pay(&world, "B-1", &told, "5000").await.status, 201);
    is_proven(&world).await;
}
