//! People at clients: at several, with a role at each, and gone from one.

use serde_json::json;
use testing::{AYU, BUDI, RIZKY, WATI};

use super::{MAJU, account, kept, tx, world};
use crate::{ContactId, link_contact};

fn rina() -> ContactId {
    ContactId(testing::id("rina"))
}

#[tokio::test]
async fn a_contact_of_two_owners_is_seen_by_both() {
    let world = world().await;
    assert_eq!(world.browse(RIZKY).get(&format!("/api/v1/contacts/{}", rina())).await.status, 404);

    // Only somebody who sees the person and both accounts can bring them together.
    let by_rizky =
        link_contact(&tx(&world, RIZKY).await, account("warung-sari"), rina(), None).await;
    assert_eq!(by_rizky.unwrap_err().code(), "not_found");
    let writing = tx(&world, BUDI).await;
    let made = link_contact(&writing, account("warung-sari"), rina(), Some("Pembeli")).await;
    kept(writing, made).await;

    for (who, account_name, role) in [(AYU, MAJU, "Pemilik"), (RIZKY, "warung-sari", "Pembeli")] {
        let seen = world.browse(who).get(&format!("/api/v1/contacts/{}", rina())).await.json();
        let posts = seen["accounts"].as_array().unwrap().clone();
        assert_eq!(posts.len(), 1, "each sees only their own account: {seen}");
        assert_eq!(posts[0]["account_id"], account(account_name).to_string());
        assert_eq!(posts[0]["role"], role);
    }
    let both = world.browse(BUDI).get(&format!("/api/v1/contacts/{}", rina())).await.json();
    assert_eq!(both["accounts"].as_array().unwrap().len(), 2);
    assert_eq!(world.browse(WATI).get(&format!("/api/v1/contacts/{}", rina())).await.status, 404);
}

#[tokio::test]
async fn whoever_left_one_client_stays_in_its_history() {
    let world = world().await;
    let page = format!("/accounts/{}", account(MAJU));
    let edit = format!("{page}/contacts/{}/edit", rina());
    let typed = "name=Rina+Hartati&role=Pemilik&phone=08111234567&whatsapp=08111234567&left_on=";

    let wrong = world.browse(AYU).post(&edit, &format!("{typed}kemarin")).await;
    let left = world.browse(AYU).post(&edit, &format!("{typed}2026-02-28")).await;
    let seen = world.browse(AYU).get(&page).await.body;

    assert_eq!(wrong.status, 422, "{}", wrong.body);
    assert_eq!(left.status, 303, "{}", left.body);
    assert!(
        seen.contains("Rina Hartati") && seen.contains("No longer here since 28 Feb 2026"),
        "{seen}"
    );
    let client = crate::snapshot(&world.ctx(AYU), None).await.unwrap().clients;
    let maju = client.iter().find(|it| it.account.id == account(MAJU)).unwrap();
    assert!(maju.contacts.is_empty(), "a phone does not offer to call those who left");
}

#[tokio::test]
async fn a_contact_is_written_down_in_browser_and_api_alike() {
    let world = world().await;
    let page = format!("/accounts/{}/contacts/new", account(MAJU));

    let form = world.browse(AYU).post(&page, "name=Dodi&phone=0812&email=dodi").await;
    let body = json!({ "account_id": account(MAJU), "name": "", "phone": "0812" });
    let api = world.browse(AYU).post_json("/api/v1/contacts", &body).await;
    let fine = json!({ "account_id": account(MAJU), "name": "Dodi", "role": "Kasir", "phone": "0812 555 777" });
    let fine = world.browse(AYU).post_json("/api/v1/contacts", &fine).await;

    assert_eq!((form.status, api.status), (422, 422));
    assert!(form.body.contains("This is no telephone number.") && form.body.contains("Dodi"));
    assert_eq!(fine.status, 201, "{}", fine.body);
    assert_eq!(fine.json()["phone"], "+62812555777");
    let at = world.browse(AYU).get(&format!("/api/v1/contacts?account_id={}", account(MAJU))).await;
    assert_eq!(at.json()["items"].as_array().unwrap().len(), 2, "{}", at.body);
    let renamed = format!("/api/v1/contacts/{}", fine.json()["id"].as_str().unwrap());
    let renamed = world.browse(AYU).ask("PATCH", &renamed, r#"{"name":"Dodi Kurnia"}"#).await;
    assert_eq!(renamed.json()["phone"], "+62812555777", "{}", renamed.body);
}

#[tokio::test]
async fn somebody_known_is_offered_for_another_client() {
    let world = world().await;
    let warung = account("warung-sari");

    let found = world.browse(BUDI).get(&format!("/accounts/{warung}/contacts/new?find=RINA")).await;
    let hidden =
        world.browse(RIZKY).get(&format!("/accounts/{warung}/contacts/new?find=rina")).await;
    let link = format!("contact_id={}", rina());
    let linked = world.browse(BUDI).post(&format!("/accounts/{warung}/contacts/link"), &link).await;
    let twice = world.browse(BUDI).post(&format!("/accounts/{warung}/contacts/link"), &link).await;

    assert!(found.body.contains("Rina Hartati"), "{}", found.body);
    assert!(!hidden.body.contains("Rina Hartati"), "{}", hidden.body);
    assert_eq!((linked.status, twice.status), (303, 422));
}
