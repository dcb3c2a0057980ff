//! The ledger, over HTTP and by the operations that have no page.

use serde_json::{Value as Json, json};
use testing::{AYU, FAJAR, Seen, World, id};

use crate::PANEL;

mod api;
mod batches;
mod books;
mod merging;
mod pages;
mod payments;
mod problem_files;
mod problems;
mod rights;
mod searching;
mod statements;

const MAJU: &str = "toko-maju";

async fn world() -> World {
    let routes = crate::routes().merge(accounts::routes()).merge(people::routes());
    World::furnished(routes, |made| {
        made.panels = vec![&PANEL, &activities::TIMELINE];
        made.tellers = vec![accounts::TELLER, crate::TELLER];
    })
    .await
}

/// Two cartons of paper and a tax, to Toko Maju.
fn invoice(number: &str) -> Json {
    json!({
        "number": number,
        "kind": "invoice",
        "account_id": id(MAJU),
        "day": "2026-02-20",
        "due_on": "2026-03-01",
        "currency": "IDR",
        "country": "Indonesia",
        "lines": [
            {"product_id": id("kertas"), "text": "Kertas A4", "quantity": "2", "price": "55000"},
            {"text": "Ongkos kirim", "quantity": "1.5", "price": "10000.25"},
        ],
        "taxes": [{"name": "PPN", "rate": "11", "base": "125000.375", "amount": "13750.04"}],
    })
}

async fn record(world: &World, invoice: &Json) -> Seen {
    world.browse(FAJAR).post_json("/api/v1/invoices", invoice).await
}

async fn pay(world: &World, key: &str, invoice: &Json, amount: &str) -> Seen {
    let payment = json!({
        "key": key,
        "account_id": id(MAJU),
        "day": "2026-03-01",
        "currency": "IDR",
        "amount": amount,
        "allocations": [{"invoice_id": invoice["id"], "amount": amount}],
    });
    world.browse(FAJAR).post_json("/api/v1/payments", &payment).await
}

/// The document as whoever looks after the client reads it.
async fn read(world: &World, invoice: &Json) -> Json {
    let path = format!("/api/v1/invoices/{}", invoice["id"].as_str().unwrap());
    world.browse(AYU).get(&path).await.json()
}

/// Sums and judgments are what the documents make them.
async fn is_proven(world: &World) -> crate::Proof {
    let ctx = world.ctx(testing::SRI);
    let proof = crate::prove(&ctx).await.unwrap();
    assert_eq!(proof.faults, Vec::<String>::new());
    proof
}
