//! A client begins to be welcomed by itself, once, and steps tick themselves where it can be seen.

use serde_json::{Value, json};
use testing::{AYU, Browser, FAJAR, World, id};

use super::{maju, of, read, step, world};

/// A prospect of Ayu's that became a client.
async fn converted(browser: &Browser) -> (String, Value) {
    let body = json!({ "name": "Klinik Harapan", "industry": "Klinik" });
    let it = browser.post_json("/api/v1/prospects", &body).await.json();
    let convert = format!("/api/v1/prospects/{}/convert", it["id"].as_str().unwrap());
    let it = browser.post_json(&convert, &json!({})).await;
    assert_eq!(it.status, 200, "{}", it.body);
    let it = it.json();
    (it["account_id"].as_str().unwrap().to_owned(), it)
}

async fn won(world: &World) {
    let ayu = world.browse(AYU);
    let deal = json!({
        "name": "Kertas", "account_id": id("toko-maju"),
        "value": {"amount": "1000", "currency": "IDR"},
    });
    let deal = ayu.post_json("/api/v1/opportunities", &deal).await.json();
    let win = format!("/api/v1/opportunities/{}/won", deal["id"].as_str().unwrap());
    let done = ayu.post_json(&win, &json!({})).await;
    assert_eq!(done.status, 200, "{}", done.body);
}

fn invoice(account: &str) -> Value {
    json!({
        "number": "INV-9", "kind": "invoice", "account_id": account, "day": "2026-03-02",
        "currency": "IDR",
        "lines": [{"text": "Kertas A4", "quantity": "1", "price": "55000"}],
    })
}

#[tokio::test]
async fn it_begins_when_a_prospect_becomes_a_client_and_goes_with_the_undoing() {
    let world = world().await;
    let ayu = world.browse(AYU);

    let (account, it) = converted(&ayu).await;

    let now = read(&ayu, &account).await;
    assert_eq!(now["why"], "converted");
    assert_eq!(step(&now, "account")["seen"], "account");
    let undo = format!("/api/v1/prospects/{}/unconvert", it["id"].as_str().unwrap());
    let undone = ayu.post_json(&undo, &json!({})).await;
    assert_eq!(undone.status, 200, "tasks that came with it are none of its own: {}", undone.body);
    let tasks = ayu.get("/api/v1/tasks?whose=mine").await.json();
    assert_eq!(tasks["items"], json!([]), "{tasks}");
}

#[tokio::test]
async fn a_step_that_somebody_did_keeps_the_conversion() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let (account, it) = converted(&ayu).await;
    let now = read(&ayu, &account).await;
    world.at("2026-03-03T05:00:00Z");
    let explain = step(&now, "explain")["id"].as_str().unwrap().to_owned();
    let done = json!({ "act": "done" });
    let done = ayu.post_json(&format!("/api/v1/onboarding/steps/{explain}"), &done).await;
    assert_eq!(done.status, 200, "{}", done.body);

    let undo = format!("/api/v1/prospects/{}/unconvert", it["id"].as_str().unwrap());
    let undone = ayu.post_json(&undo, &json!({})).await;

    assert_eq!(undone.json()["code"], "prospects.hangs_on", "{}", undone.body);
}

#[tokio::test]
async fn it_begins_when_a_deal_is_won_and_only_once() {
    let world = world().await;
    won(&world).await;
    let first = read(&world.browse(AYU), &maju()).await;
    assert_eq!(first["why"], "won");

    won(&world).await;

    let again = read(&world.browse(AYU), &maju()).await;
    assert_eq!(again["id"], first["id"]);
    let tasks = world.browse(AYU).get("/api/v1/tasks?whose=mine").await.json();
    assert_eq!(tasks["items"].as_array().unwrap().len(), 2, "{tasks}");
}

#[tokio::test]
async fn whoever_has_bought_before_is_not_welcomed_for_a_deal() {
    let world = world().await;
    let sold = world.browse(FAJAR).post_json("/api/v1/invoices", &invoice(&maju())).await;
    assert_eq!(sold.status, 201, "{}", sold.body);

    won(&world).await;

    assert_eq!(world.browse(AYU).get(&of(&maju())).await.status, 404);
}

#[tokio::test]
async fn it_begins_when_an_account_becomes_a_client() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let account = format!("/api/v1/accounts/{}", maju());
    for status in ["prospect", "client"] {
        let patch = json!({ "status": status }).to_string();
        let seen = ayu.ask("PATCH", &account, &patch).await;
        assert_eq!(seen.status, 200, "{}", seen.body);
    }

    assert_eq!(read(&ayu, &maju()).await["why"], "client");
}

#[tokio::test]
async fn payment_and_first_order_tick_themselves_and_say_why() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let (account, _) = converted(&ayu).await;

    let paid = json!({ "method": "qris" }).to_string();
    let paid = ayu.ask("PUT", &format!("/api/v1/accounts/{account}/payment"), &paid).await;
    assert!(paid.status < 300, "{} {}", paid.status, paid.body);
    let now = read(&ayu, &account).await;
    assert_eq!(step(&now, "payment")["seen"], "payment");
    assert_eq!(step(&now, "order")["done_at"], Value::Null);
    let sold = world.browse(FAJAR).post_json("/api/v1/invoices", &invoice(&account)).await;
    assert_eq!(sold.status, 201, "{}", sold.body);

    let now = read(&ayu, &account).await;
    assert_eq!(step(&now, "order")["seen"], "order");
    let page = ayu.get(&format!("/accounts/{account}")).await.body;
    for part in ["the way of payment is settled", "the first invoice is recorded", "3 of 4 steps"] {
        assert!(page.contains(part), "{part}: {page}");
    }
}

#[tokio::test]
async fn what_is_settled_already_is_ticked_from_the_beginning() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let paid = json!({ "method": "qris" }).to_string();
    let paid = ayu.ask("PUT", &format!("/api/v1/accounts/{}/payment", maju()), &paid).await;
    assert!(paid.status < 300, "{} {}", paid.status, paid.body);

    let now = super::begun(&ayu).await;

    assert_eq!(step(&now, "payment")["seen"], "payment");
}
