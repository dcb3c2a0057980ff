//! With whom something happened, when they are deleted, become one with somebody, and are parted.

use serde_json::json;
use testing::{AYU, BUDI, Seen, World, id};

use super::{MAJU, SEHAT, account, api, world};

/// Writes somebody down at a client, and answers their id.
async fn written(world: &World, at: &str, name: &str) -> String {
    let new = json!({"account_id": account(at), "name": name});
    let made = world.browse(BUDI).post_json("/api/v1/contacts?anyway=true", &new).await;
    assert_eq!(made.status, 201, "{}", made.body);
    made.json()["id"].as_str().unwrap().to_owned()
}

async fn merge_into_rina(world: &World, merged: &str) -> Seen {
    let path = format!("/api/v1/contacts/{}/merge", id("rina"));
    world.browse(AYU).post_json(&path, &json!({"merged_id": merged, "take": []})).await
}

#[tokio::test]
async fn whoever_is_deleted_is_offered_no_more() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let log = format!("/log?account_id={}", account(MAJU));
    let call = json!({"kind": "call", "text": "Harga", "contact_ids": [id("rina")]});
    let contact = format!("/api/v1/contacts/{}", id("rina"));
    assert!(ayu.get(&log).await.body.contains("Rina Hartati"));

    assert_eq!(ayu.ask("DELETE", &contact, "").await.status, 204);

    let gone = ayu.get(&log).await.body;
    assert!(!gone.contains("Hartati"), "{gone}");
    assert_eq!(ayu.post_json(&api(MAJU), &call).await.status, 422);
    assert_eq!(ayu.post(&format!("{contact}/restore"), "").await.status, 200);
    assert!(ayu.get(&log).await.body.contains("Rina Hartati"));
    assert_eq!(ayu.post_json(&api(MAJU), &call).await.status, 201);
}

#[tokio::test]
async fn what_names_somebody_keeps_them_while_they_are_deleted() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let rina = id("rina").to_string();
    let note = json!({"kind": "call", "text": "Harga", "contact_ids": [rina]});
    let note = ayu.post_json(&api(MAJU), &note).await.json();
    let note = format!("/api/v1/activities/{}", note["id"].as_str().unwrap());
    let contact = format!("/api/v1/contacts/{rina}");

    assert_eq!(ayu.ask("DELETE", &contact, "").await.status, 204);
    let edited = ayu.ask("PATCH", &note, r#"{"text": "Harga baru"}"#).await;
    assert_eq!(edited.status, 200, "{}", edited.body);
    assert!(!edited.body.contains(&rina), "{}", edited.body);

    assert_eq!(ayu.post(&format!("{contact}/restore"), "").await.status, 200);
    let now = ayu.get(&note).await;
    assert!(now.body.contains(&rina), "{}", now.body);
}

#[tokio::test]
async fn what_was_said_with_either_was_said_with_the_one_who_stays() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let other = written(&world, SEHAT, "Ibu Rina").await;
    let note = json!({"kind": "call", "text": "Harga", "contact_ids": [other]});
    let note = ayu.post_json(&api(SEHAT), &note).await.json();

    let merged = merge_into_rina(&world, &other).await;

    assert_eq!(merged.status, 200, "{}", merged.body);
    let note = format!("/api/v1/activities/{}", note["id"].as_str().unwrap());
    let said = ayu.get(&note).await.body;
    assert!(said.contains(&id("rina").to_string()), "{said}");
}

#[tokio::test]
async fn what_was_said_since_stays_with_the_one_who_stayed() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let other = written(&world, MAJU, "Bu Rina").await;
    assert_eq!(merge_into_rina(&world, &other).await.status, 200);
    world.at("2026-03-02T06:00:00Z");
    let note = json!({"kind": "call", "text": "Sesudahnya", "contact_ids": [id("rina")]});
    assert_eq!(ayu.post_json(&api(MAJU), &note).await.status, 201);

    let page = format!("/accounts/{}/contacts/{}/edit", account(MAJU), id("rina"));
    let page = ayu.get(&page).await.body;
    let from = page.find("/merges/").unwrap_or_else(|| panic!("{page}")) + 8;
    let undo = format!("/api/v1/contact-merges/{}/undo", &page[from..from + 36]);
    let undone = ayu.post(&undo, "").await;

    assert_eq!(undone.status, 200, "{}", undone.body);
    assert_eq!(undone.json()["made_since"], 1, "{}", undone.body);
}
