//! What comes in a file and what the API tells are the same books.

use accounts::AccountId;
use frame::{Ctx, Error, Result};
use serde_json::{Value as Json, json};
use testing::{FAJAR, SARI, SRI, Seen, Someone, World, id};
use tokio::task::JoinSet;

use super::{MAJU, invoice, is_proven, pay, read, record, world};
use crate::invoice::{API, FILE};
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
        account_id: AccountId(id(MAJU)),
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

/// Whether a document or a payment may stand beside what is known, for all that the database knows.
fn stands(added: Result<()>) -> bool {
    match added {
        Ok(()) => true,
        Err(Error::Taken(_)) => false,
        Err(other) => panic!("{other}"),
    }
}

#[tokio::test]
async fn the_database_keeps_a_number_and_a_key_once_in_a_company_s_books() {
    let world = world().await;
    let file = brought(&world, "F-1").await;
    let payment = paid(&world, file, "5000").await;
    let (known, paid) = {
        let ctx = world.ctx(SRI);
        let known = ctx.get::<crate::invoice::Entity>(file).await.unwrap();
        (known, ctx.get::<crate::payment::Entity>(payment).await.unwrap())
    };
    // Past everything that looks first.
    let document = async |who: Someone, account: &str, source: &str, number: &str| {
        let tx = Ctx::begin(world.ctx(who)).await.unwrap();
        let row = crate::invoice::Model {
            company_id: tx.actor.company,
            id: tx.id(),
            account_id: AccountId(id(account)),
            person_id: None,
            source: source.to_owned(),
            number: number.to_owned(),
            ..known.clone()
        };
        stands(tx.add::<_, crate::invoice::ActiveModel>(row).await.map(|_| ()))
    };
    let money = async |source: &str, key: &str| {
        let tx = Ctx::begin(world.ctx(SRI)).await.unwrap();
        let (source, key) = (source.to_owned(), key.to_owned());
        let row = crate::payment::Model { id: tx.id(), source, key, ..paid.clone() };
        stands(tx.add::<_, crate::payment::ActiveModel>(row).await.map(|_| ()))
    };

    for source in [API, FILE] {
        assert!(!document(SRI, MAJU, source, "F-1").await, "{source}");
        assert!(document(SRI, MAJU, source, "F-2").await, "{source}");
        assert!(!money(source, "BYR-1").await, "{source}");
        assert!(money(source, "BYR-2").await, "{source}");
    }
    assert!(document(SRI, MAJU, "kasir", "F-1").await, "another system counts by itself");
    assert!(money("kasir", "BYR-1").await, "another system counts by itself");
    assert!(document(SARI, "kapal-bali", API, "F-1").await, "another company does, too");
}

/// What each of many hears who tell one of these two at the same moment, with which they told.
async fn at_once(world: &World, path: &'static str, told: [Json; 2]) -> Vec<(usize, Seen)> {
    let mut telling = JoinSet::new();
    for at in 0..10 {
        let (browser, which) = (world.browse(FAJAR), at % 2);
        let told = told[which].clone();
        telling.spawn(async move { (which, browser.post_json(path, &told).await) });
    }
    telling.join_all().await
}

/// One was first. Whoever told the same hears of it, and whoever told something else is refused, as
/// if they had come a day later.
fn one_was_first(heard: &[(usize, Seen)], code: &str) {
    let first: Vec<_> = heard.iter().filter(|it| it.1.status == 201).collect();
    let bodies = || heard.iter().map(|it| it.1.body.as_str()).collect::<Vec<_>>().join("\n");
    assert_eq!(first.len(), 1, "{}", bodies());
    let (which, kept) = (first[0].0, first[0].1.json());
    for (told, seen) in heard.iter().filter(|it| it.1.status != 201) {
        let (status, json) = (seen.status, seen.json());
        if *told == which {
            assert_eq!((status, &json["id"]), (200, &kept["id"]), "{json}");
        } else {
            assert_eq!((status, json["code"].as_str()), (422, Some(code)), "{json}");
            assert_eq!(json["fields"].as_array().unwrap().len(), 1, "{json}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_who_tell_one_number_at_once_one_is_first() {
    let world = world().await;
    let mut other = invoice("INV-1");
    other["lines"][0]["price"] = json!("56000");

    let heard = at_once(&world, "/api/v1/invoices", [invoice("INV-1"), other]).await;

    one_was_first(&heard, "transactions.number_taken");
    assert_eq!(is_proven(&world).await.documents, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_who_take_back_the_same_at_once_one_is_first() {
    let world = world().await;
    let sold = record(&world, &invoice("INV-1")).await.json();
    let back = |note: &str| {
        let mut back = invoice("CN-1");
        back["kind"] = json!("credit-note");
        back["note"] = json!(note);
        back["taxes"] = json!([]);
        back["lines"] = json!([{"text": "Retur", "quantity": "-2", "price": "55000"}]);
        back["cancels"] = sold["id"].clone();
        back
    };

    let heard = at_once(&world, "/api/v1/invoices", [back("Rusak"), back("Salah kirim")]).await;

    one_was_first(&heard, "transactions.number_taken");
    assert_eq!(read(&world, &sold).await["credited"], "110000");
    is_proven(&world).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_who_tell_one_payment_at_once_one_is_first() {
    let world = world().await;
    let payment = |amount: &str| {
        json!({
            "key": "BCA-1", "account_id": id(MAJU), "day": "2026-03-01", "currency": "IDR",
            "amount": amount,
        })
    };

    let heard = at_once(&world, "/api/v1/payments", [payment("5000"), payment("6000")]).await;

    one_was_first(&heard, "transactions.key_taken");
    let listed = world.browse(FAJAR).get("/api/v1/payments").await.json();
    assert_eq!(listed["items"].as_array().unwrap().len(), 1, "{listed}");
}
