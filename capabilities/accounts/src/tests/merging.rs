//! Two accounts become one, and two again.

use serde_json::{Value, json};
use testing::{AYU, BUDI, RIZKY, World};

use super::{account, world};

const MAJU: &str = "toko-maju";
const SEHAT: &str = "apotek-sehat";

async fn merge(world: &World, survivor: &str, merged: &str, take: &[&str]) -> testing::Seen {
    let body = json!({"merged_id": account(merged), "take": take});
    let path = format!("/api/v1/accounts/{}/merge", account(survivor));
    world.browse(AYU).post_json(&path, &body).await
}

async fn whole(world: &World, name: &str) -> Value {
    world.browse(AYU).get(&format!("/api/v1/accounts/{}", account(name))).await.json()
}

/// The address at which the page of the survivor offers the way back.
async fn way_back(world: &World, survivor: &str) -> String {
    let page = world.browse(AYU).get(&format!("/accounts/{}", account(survivor))).await;
    let from = page.body.find("/merges/").unwrap_or_else(|| panic!("{}", page.body)) + 8;
    format!("/api/v1/merges/{}/undo", &page.body[from..from + 36])
}

#[tokio::test]
async fn everything_of_both_stays() {
    let world = world().await;
    let sehat = format!("/accounts/{}", account(SEHAT));
    world.browse(AYU).post(&format!("{sehat}/contacts/new"), "name=Dedi").await;

    let merged = merge(&world, SEHAT, MAJU, &["name"]).await;

    assert_eq!(merged.status, 200, "{}", merged.body);
    let now = whole(&world, SEHAT).await;
    assert_eq!(now["name"], "Toko Maju");
    assert_eq!(now["tier"], "B", "what was not taken stays");
    assert_eq!(now["phone"], "+62215550101", "what was not known is taken anyway");
    assert_eq!(now["contacts"].as_array().unwrap().len(), 2);
    assert_eq!(now["addresses"][0]["city"], "Jakarta Selatan");
    assert_eq!(now["place"]["state"], "confirmed");
    let page = world.browse(AYU).get(&sehat).await;
    for said in ["Dedi", "Rina Hartati", "was merged into"] {
        assert!(page.body.contains(said), "{said}: {}", page.body);
    }
}

#[tokio::test]
async fn what_was_merged_leads_to_what_it_became_part_of() {
    let world = world().await;
    merge(&world, MAJU, SEHAT, &[]).await;
    let (old, new) = (account(SEHAT), account(MAJU));

    let page = world.browse(AYU).get(&format!("/accounts/{old}")).await;
    let api = world.browse(AYU).get(&format!("/api/v1/accounts/{old}")).await;
    let restored = world.browse(AYU).post(&format!("/accounts/{old}/restore"), "").await;
    let deleted = world.browse(AYU).get("/api/v1/accounts?status=deleted").await.json();
    let other = world.browse(RIZKY).get(&format!("/accounts/{old}")).await;
    let found = world.browse(AYU).get("/search?q=apotek").await;

    assert_eq!(page.location(), format!("/accounts/{new}"));
    assert_eq!((api.status, api.location()), (307, &*format!("/api/v1/accounts/{new}")));
    assert_eq!(restored.status, 422);
    assert_eq!(deleted["items"], json!([]));
    assert_eq!(other.status, 404);
    assert!(found.body.contains(&new.to_string()), "found by its former name: {}", found.body);
}

#[tokio::test]
async fn a_merge_is_taken_back_but_for_what_happened_since() {
    let world = world().await;
    let (before_maju, before_sehat) = (whole(&world, MAJU).await, whole(&world, SEHAT).await);
    merge(&world, MAJU, SEHAT, &["status", "tier"]).await;
    world.at("2026-03-02T06:00:00Z");
    let page = format!("/accounts/{}", account(MAJU));
    let address = "street=Jl.+Sesudahnya+1&city=Jakarta&label=billing";
    world.browse(AYU).post(&format!("{page}/addresses/new"), address).await;
    let patch = json!({"tier": "C"}).to_string();
    world.browse(AYU).ask("PATCH", &format!("/api/v1{page}"), &patch).await;

    let undone = world.browse(AYU).post(&way_back(&world, MAJU).await, "").await;

    assert_eq!(undone.status, 200, "{}", undone.body);
    assert_eq!(undone.json()["made_since"], 1, "{}", undone.body);
    assert_eq!(undone.json()["changed_since"], 1, "{}", undone.body);
    let (maju, sehat) = (whole(&world, MAJU).await, whole(&world, SEHAT).await);
    assert_eq!(maju["tier"], "C", "what somebody changed since stays");
    assert_eq!(maju["status"], before_maju["status"]);
    for field in ["name", "tier", "status", "phone", "contacts", "addresses", "place"] {
        assert_eq!(sehat[field], before_sehat[field], "{field}");
    }
    let page = world.browse(AYU).get(&page).await;
    assert!(page.body.contains("Sesudahnya"), "{}", page.body);
}

#[tokio::test]
async fn not_everything_is_merged() {
    let world = world().await;
    let child = json!({"parent_id": account(MAJU)}).to_string();
    let sehat = format!("/api/v1/accounts/{}", account(SEHAT));
    world.browse(AYU).ask("PATCH", &sehat, &child).await;

    for (survivor, merged, status) in
        [(MAJU, MAJU, 422), (MAJU, SEHAT, 422), (SEHAT, MAJU, 422), (MAJU, "warung-sari", 404)]
    {
        assert_eq!(merge(&world, survivor, merged, &[]).await.status, status, "{merged}");
    }
}

#[tokio::test]
async fn the_last_merge_is_taken_back_first() {
    let world = world().await;
    merge(&world, MAJU, SEHAT, &[]).await;
    let first = way_back(&world, MAJU).await;
    let path = format!("/api/v1/accounts/{}/merge", account("warung-sari"));
    let body = json!({"merged_id": account(MAJU)});
    let seen = world.browse(BUDI).post_json(&path, &body).await;
    assert_eq!(seen.status, 200, "{}", seen.body);

    let early = world.browse(BUDI).post(&first, "").await;
    let page = world.browse(BUDI).get(&format!("/accounts/{}", account(SEHAT))).await;
    let denied = world.browse(RIZKY).post(&first, "").await;

    assert_eq!(early.json()["code"], "accounts.later_merge", "{}", early.body);
    assert_eq!(page.location(), format!("/accounts/{}", account("warung-sari")));
    assert_eq!(denied.status, 404);
}
