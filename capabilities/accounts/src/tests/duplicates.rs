//! Whoever writes a client down twice is told, and the company can be looked through.

use serde_json::json;
use testing::{AYU, BUDI, RIZKY, SRI, WATI};

use super::world;

const OPEN: &str = "/api/v1/accounts";

#[tokio::test]
async fn whoever_writes_a_client_down_twice_is_told() {
    let world = world().await;
    let twice = "name=PT+Toko+Maju&status=client";

    let warned = world.browse(AYU).post("/accounts/new", twice).await;
    let anyway = world.browse(AYU).post("/accounts/new", &format!("{twice}&anyway=on")).await;

    assert_eq!(warned.status, 422);
    assert!(warned.body.contains("may be there already"), "{}", warned.body);
    assert!(warned.body.contains("names differ by the legal form only"), "{}", warned.body);
    assert!(warned.body.contains(&format!("/accounts/{}", super::account(super::MAJU))));
    assert_eq!(anyway.status, 303, "{}", anyway.body);
}

#[tokio::test]
async fn a_program_is_told_too() {
    let world = world().await;
    let new = json!({"name": "Toko Majoe", "phone": "(021) 555-0101"});

    let asked = "/api/v1/accounts/like?name=Toko%20Majoe&phone=021-5550101";
    let like = world.browse(AYU).get(asked).await.json();
    let refused = world.browse(AYU).post_json(OPEN, &new).await;
    let anyway = world.browse(AYU).post_json(&format!("{OPEN}?anyway=true"), &new).await;

    assert_eq!(like[0]["name"], "Toko Maju", "{like}");
    assert_eq!(like[0]["score"], 60);
    assert_eq!(like[0]["reasons"][1]["part"], "same_phone");
    assert_eq!(refused.status, 422);
    assert_eq!(refused.json()["code"], "accounts.looks_like");
    assert_eq!(anyway.status, 201, "{}", anyway.body);
}

#[tokio::test]
async fn a_client_out_of_reach_is_not_given_away_and_whoever_sees_both_is_asked() {
    let world = world().await;
    let typed = "name=Toko+Maju&phone=021+555+0101&status=client";

    let api = "/api/v1/accounts/like?name=Toko%20Maju&phone=021%20555%200101";
    assert_eq!(world.browse(RIZKY).get(api).await.json(), json!([]));
    let opened = world.browse(RIZKY).post("/accounts/new", typed).await;
    assert_eq!(opened.status, 303, "as if there were none: {}", opened.body);

    let pairs = |who| {
        let browser = world.browse(who);
        async move { browser.get("/accounts/duplicates").await }
    };
    let manager = pairs(BUDI).await;
    assert!(manager.body.contains(&super::account(super::MAJU).to_string()), "{}", manager.body);
    let rizky = pairs(RIZKY).await;
    assert!(!rizky.body.contains("Toko Maju"), "{}", rizky.body);
    assert!(!pairs(testing::MAYA).await.body.contains("Toko Maju"));
}

#[tokio::test]
async fn the_company_is_looked_through_and_what_is_said_stays_said() {
    let world = world().await;
    for name in ["Toko Maju PT", "Apotik Sehat", "Gudang Lain"] {
        let new = json!({"name": name, "phone": "(021) 555-0101", "owner_id": AYU.person()});
        let seen = world.browse(SRI).post_json(&format!("{OPEN}?anyway=true"), &new).await;
        assert_eq!(seen.status, 201, "{}", seen.body);
    }
    let merged = json!({"phone": "(021) 555-0101"});
    let account = format!("{OPEN}/{}", super::account("apotek-sehat"));
    world.browse(AYU).ask("PATCH", &account, &merged.to_string()).await;

    assert_eq!(world.browse(AYU).post("/accounts/duplicates/scan", "").await.status, 403);
    assert_eq!(world.browse(BUDI).post("/api/v1/duplicates/scans", "").await.status, 202);
    let running = world.browse(BUDI).get("/accounts/duplicates").await;
    assert!(running.body.contains("<progress"), "{}", running.body);
    world.work().await;

    // Marked as different when it was opened anyway; the other pair only looks alike since.
    let found = world.browse(AYU).get("/api/v1/duplicates").await.json();
    let pairs = found["items"].as_array().unwrap();
    assert_eq!(pairs.len(), 1, "{found}");
    assert_eq!(pairs[0]["score"], 60);
    assert_eq!(world.browse(WATI).get("/api/v1/duplicates").await.json()["items"], json!([]));
    let page = world.browse(AYU).get("/accounts/duplicates").await;
    assert!(page.body.contains("Apotik Sehat") && page.body.contains("names look alike"));

    let pair = json!({"first_id": pairs[0]["first"]["id"], "second_id": pairs[0]["second"]["id"]});
    assert_eq!(world.browse(AYU).post_json("/api/v1/duplicates/dismiss", &pair).await.status, 204);
    world.browse(BUDI).post("/accounts/duplicates/scan", "").await;
    world.work().await;
    assert_eq!(world.browse(AYU).get("/api/v1/duplicates").await.json()["items"], json!([]));
}
