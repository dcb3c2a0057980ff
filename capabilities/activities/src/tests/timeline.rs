//! A client's page tells what happened, and leads back from it.

use accounts::{ContactId, link_contact};
use serde_json::json;
use testing::{AYU, id};

use super::{MAJU, SEHAT, account, api, page, tx, world};

#[tokio::test]
async fn whoever_was_taken_off_is_put_back_from_there() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let writing = tx(&world, AYU).await;
    let rina = ContactId(id("rina"));
    link_contact(&writing, account(SEHAT), rina, Some("Pembeli")).await.unwrap();
    writing.commit().await.unwrap();
    let there = format!("{}/contacts/{rina}", page(MAJU));

    assert_eq!(ayu.post(&format!("{there}/take-off"), "").await.status, 303);
    let told = ayu.get(&page(MAJU)).await.body;
    assert!(told.contains("Rina Hartati taken off this client"), "{told}");
    assert!(told.contains(&format!("{there}/put-back")), "{told}");

    assert_eq!(ayu.post(&format!("{there}/put-back"), "").await.status, 303);
    assert!(!ayu.get(&page(MAJU)).await.body.contains("/put-back"));
}

#[tokio::test]
async fn a_part_of_it_is_asked_for_by_the_address_of_the_page() {
    let world = world().await;
    let ayu = world.browse(AYU);
    ayu.post_json(&api(MAJU), &json!({"text": "Minta katalog"})).await;
    let contact = format!("/api/v1/contacts/{}", id("rina"));
    assert_eq!(ayu.ask("DELETE", &contact, "").await.status, 204);

    for (part, deleted, noted) in
        [("", true, true), ("?part=changes", true, false), ("?part=notes", false, true)]
    {
        let told = ayu.get(&format!("{}{part}", page(MAJU))).await.body;
        assert_eq!(told.contains("Contact deleted: Rina Hartati"), deleted, "{part}: {told}");
        assert_eq!(told.contains("Minta katalog"), noted, "{part}: {told}");
    }
    assert_eq!(ayu.get(&format!("{}?before=kemarin", page(MAJU))).await.status, 400);
}

#[tokio::test]
async fn older_things_stand_on_pages_of_their_own() {
    let world = world().await;
    let ayu = world.browse(AYU);
    for number in 1..=31 {
        let made = ayu.post_json(&api(MAJU), &json!({"text": format!("Kabar ke-{number};")})).await;
        assert_eq!(made.status, 201, "{}", made.body);
    }

    let latest = ayu.get(&page(MAJU)).await.body;
    let from = latest.find("before=").unwrap_or_else(|| panic!("{latest}")) + 7;
    let before: String = latest[from..].chars().take_while(char::is_ascii_digit).collect();
    let older = ayu.get(&format!("{}?before={before}", page(MAJU))).await.body;

    assert!(latest.contains("Kabar ke-31;") && !latest.contains("Kabar ke-1;"), "{latest}");
    assert!(older.contains("Kabar ke-1;") && !older.contains("Kabar ke-31;"), "{older}");
}

#[tokio::test]
async fn what_is_written_of_a_client_that_was_merged_is_told_of_the_one_that_stays() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let merge = json!({"merged_id": account(SEHAT), "take": []});
    let path = format!("/api/v1/accounts/{}/merge", account(MAJU));
    assert_eq!(ayu.post_json(&path, &merge).await.status, 200);
    world.at("2026-03-02T06:00:00Z");

    let written = ayu.post(&format!("{}/notes", page(SEHAT)), "text=Terlambat").await;

    assert_eq!(written.status, 303, "{}", written.body);
    let told = ayu.get(&page(MAJU)).await.body;
    assert!(told.contains("Terlambat"), "{told}");
    let from = told.find("/merges/").unwrap_or_else(|| panic!("{told}")) + 8;
    let undo = format!("/api/v1/merges/{}/undo", &told[from..from + 36]);
    let undone = ayu.post(&undo, "").await;
    assert_eq!(undone.json()["made_since"], 1, "{}", undone.body);
    assert!(ayu.get(&page(MAJU)).await.body.contains("Terlambat"));
}
