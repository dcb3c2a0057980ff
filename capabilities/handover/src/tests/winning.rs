//! A client that a sales representative has won goes to an executive, where the company says so.

use serde_json::{Value, json};
use testing::{AYU, BUDI, HENDRA, RIZKY, SRI, WATI, World, id};

use super::world;

const GUDANG: &str = "gudang-utara";

async fn settle(world: &World, form: &str) {
    let seen = world.browse(SRI).post("/settings/handover", form).await;
    assert_eq!(seen.status, 303, "{}", seen.body);
}

/// Wati wins a deal with her client.
async fn won(world: &World) -> Value {
    let wati = world.browse(WATI);
    let body = json!({
        "name": "Rak", "account_id": id(GUDANG), "value": {"amount": "9", "currency": "IDR"},
    });
    let opened = wati.post_json("/api/v1/opportunities", &body).await;
    assert_eq!(opened.status, 201, "{}", opened.body);
    let path = format!("/api/v1/opportunities/{}/won", opened.json()["id"].as_str().unwrap());
    let won = wati.ask("POST", &path, "{}").await;
    assert_eq!(won.status, 200, "{}", won.body);
    won.json()
}

async fn owner(world: &World) -> Value {
    super::account(&world.browse(SRI), GUDANG).await.json()["owner_id"].clone()
}

#[tokio::test]
async fn without_a_rule_a_client_stays() {
    let world = world().await;

    won(&world).await;

    assert_eq!(owner(&world).await, json!(WATI.person()));
}

#[tokio::test]
async fn by_the_rule_it_goes_once_with_a_pack_and_the_credit_stays() {
    let world = world().await;
    settle(&world, "way=least-loaded&grace_days=30").await;

    let deal = won(&world).await;

    // Rizky has one client, Ayu two.
    assert_eq!(owner(&world).await, json!(RIZKY.person()));
    assert_eq!(
        (&deal["owner_id"], &deal["won_by"]),
        (&json!(WATI.person()), &json!(WATI.person()))
    );
    let packs = world.browse(RIZKY).get("/api/v1/handovers").await.json();
    assert_eq!(packs["items"][0]["from_id"], json!(WATI.person()));
    assert_eq!(packs["items"][0]["grace_until"], "2026-04-01");
    for who in [WATI, RIZKY] {
        let told = world.browse(who).get("/notices").await.body;
        assert!(told.contains("Gudang Utara passed to an account executive"), "{told}");
    }
}

#[tokio::test]
async fn whoever_answers_for_both_takes_it_back() {
    let world = world().await;
    settle(&world, &format!("way=named&person_id={}&grace_days=90", AYU.person())).await;
    won(&world).await;
    assert_eq!(owner(&world).await, json!(AYU.person()));
    let moves = world.browse(HENDRA).get("/api/v1/book-moves").await.json();
    let path = format!("/api/v1/book-moves/{}/undo", moves["items"][0]["id"].as_str().unwrap());

    let by_budi = world.browse(BUDI).ask("POST", &path, "").await;
    let by_hendra = world.browse(HENDRA).ask("POST", &path, "").await;
    world.work().await;

    assert_eq!((by_budi.status, by_hendra.status), (404, 202), "{}", by_hendra.body);
    assert_eq!(owner(&world).await, json!(WATI.person()));
}

#[tokio::test]
async fn an_executive_keeps_what_they_win() {
    let world = world().await;
    settle(&world, "way=least-loaded&grace_days=30").await;
    let deal = super::deal(&world).await;
    let path = format!("/api/v1/opportunities/{}/won", deal["id"].as_str().unwrap());

    assert_eq!(world.browse(AYU).ask("POST", &path, "{}").await.status, 200);

    let client = super::account(&world.browse(AYU), super::MAJU).await;
    assert_eq!(client.json()["owner_id"], json!(AYU.person()));
}

#[tokio::test]
async fn only_the_administrator_settles_it() {
    let world = world().await;

    for who in [AYU, BUDI, WATI, HENDRA] {
        assert_eq!(world.browse(who).get("/settings/handover").await.status, 403, "{}", who.name);
        let seen = world.browse(who).post("/settings/handover", "way=nobody&grace_days=1").await;
        assert_eq!(seen.status, 403, "{}", who.name);
    }
    let nobody = world.browse(SRI).post("/settings/handover", "way=named&grace_days=30").await;
    let late = world.browse(SRI).post("/settings/handover", "way=nobody&grace_days=9999").await;
    assert!(nobody.body.contains("Choose an account executive"), "{}", nobody.body);
    assert!(late.body.contains("from 0 to 365 days"), "{}", late.body);
}
