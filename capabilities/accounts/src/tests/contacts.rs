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

#[tokio::test]
async fn how_somebody_wishes_to_be_reached_is_kept_and_shown() {
    let world = world().await;
    let page = format!("/accounts/{}", account(MAJU));
    let form = "name=Bu+Tini&phone=0811234567&channel=whatsapp&birthday=12+April\
        &consent=refused&consent_note=Lewat+telepon";

    let added = world.browse(AYU).post(&format!("{page}/contacts/new"), form).await;
    assert_eq!(added.status, 303, "{}", added.body);

    let shown = world.browse(AYU).get(&page).await.body;
    for words in ["Prefers WhatsApp", "Birthday 12 Apr", "Wants no offers"] {
        assert!(shown.contains(words), "{words}: {shown}");
    }
    let listed = format!("/api/v1/contacts?account_id={}&q=tini", account(MAJU));
    let tini = world.browse(AYU).get(&listed).await.json()["items"][0].clone();
    assert_eq!(tini["birthday"], "--04-12");
    assert_eq!((&tini["consent"], &tini["consent_on"]), (&"refused".into(), &"2026-03-02".into()));
    let card = format!("{page}/contacts/{}/card.vcf", tini["id"].as_str().unwrap());
    let card = world.browse(AYU).get(&format!("{card}?version=4.0")).await.body;
    assert!(card.contains("VERSION:4.0\r\n") && card.contains("BDAY:--0412\r\n"), "{card}");
}

#[tokio::test]
async fn a_wish_that_cannot_be_met_is_refused_beside_its_field() {
    let world = world().await;
    let page = format!("/accounts/{}/contacts/new", account(MAJU));

    for (typed, sentence) in [
        ("channel=email", "Fill in the number or address for this channel first."),
        ("channel=pigeon", "Choose one of the list."),
        ("birthday=31+Februari", "Write day and month"),
        ("birthday=12/04/2030", "Write day and month"),
        ("consent=given&consent_on=2026-03-03", "Choose today or a day before."),
    ] {
        let seen = world.browse(AYU).post(&page, &format!("name=Bu+Tini&{typed}")).await;
        assert_eq!(seen.status, 422, "{typed}");
        assert!(seen.body.contains(sentence), "{typed}: {}", seen.body);
    }
}
