//! Somebody at a client is deleted, taken off, and brought back.

use serde_json::{Value, json};
use testing::{AYU, BUDI, RIZKY, WATI, World, id};

use super::{MAJU, account, kept, told, tx, world};
use crate::{ContactId, hide_contact, link_contact, restore_contact};

const SEHAT: &str = "apotek-sehat";

fn rina() -> ContactId {
    ContactId(id("rina"))
}

fn page() -> String {
    format!("/accounts/{}/contacts/{}", account(MAJU), rina())
}

/// Everywhere that Ayu could read of Rina, with whether she is there.
async fn seen(world: &World) -> Vec<(String, bool)> {
    let (ayu, budi, maju) = (world.browse(AYU), world.browse(BUDI), account(MAJU));
    let mut seen = Vec::new();
    for path in [
        format!("/accounts/{maju}"),
        format!("/api/v1/accounts/{maju}"),
        "/contacts".to_owned(),
        "/api/v1/contacts".to_owned(),
        format!("/api/v1/contacts?account_id={maju}"),
        "/contacts.csv".to_owned(),
        "/search?q=hartati".to_owned(),
        "/search/offers?q=hartati".to_owned(),
        format!("/accounts/{}/contacts/new?find=rina", account(SEHAT)),
        format!("/accounts/{maju}/contacts.vcf"),
        "/api/v1/accounts?q=hartati".to_owned(),
    ] {
        // Executives take no lists out.
        let reader = if path == "/contacts.csv" { &budi } else { &ayu };
        let body = reader.get(&path).await.body;
        let there = if path == format!("/accounts/{maju}") {
            body.contains(&format!("contacts/{}/edit", rina()))
        } else if path.starts_with("/api/v1/accounts?") {
            body.contains(&maju.to_string())
        } else {
            body.contains("Hartati")
        };
        seen.push((path, there));
    }
    let one = ayu.get(&format!("/api/v1/contacts/{}", rina())).await;
    seen.push(("one".to_owned(), one.status == 200));
    let card = ayu.get(&format!("{}/card.vcf", page())).await;
    seen.push(("card".to_owned(), card.status == 200));
    let linked = link_contact(&tx(world, AYU).await, account(SEHAT), rina(), None).await;
    seen.push(("linked".to_owned(), linked.is_ok()));
    let clients = crate::snapshot(&world.ctx(AYU), None).await.unwrap().clients;
    let phone = clients.iter().any(|it| it.contacts.iter().any(|it| it.0.id == rina()));
    seen.push(("phone".to_owned(), phone));
    let (first, last) = ("2026-04-01".parse().unwrap(), "2026-04-30".parse().unwrap());
    let birthdays = crate::birthdays(&world.ctx(AYU), AYU.person(), first, last).await.unwrap();
    seen.push(("birthday".to_owned(), birthdays.iter().any(|it| it.contact == rina())));
    seen
}

#[tokio::test]
async fn whoever_is_deleted_is_nowhere_and_all_of_it_comes_back() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let born = json!({"birthday": "1988-04-12", "phone": "0811 1234 567"}).to_string();
    ayu.ask("PATCH", &format!("/api/v1/contacts/{}", rina()), &born).await;
    for (place, there) in seen(&world).await {
        assert!(there, "before: {place}");
    }

    let deleted = ayu.post(&format!("{}/delete", page()), "").await;
    assert_eq!((deleted.status, deleted.location()), (303, &*format!("{}/edit", page())));
    for (place, there) in seen(&world).await {
        assert!(!there, "still there: {place}");
    }
    let hidden = ayu.get(&format!("{}/edit", page())).await.body;
    assert!(hidden.contains("can be restored until 1 Apr 2026"), "{hidden}");
    assert!(ayu.get("/contacts?status=deleted").await.body.contains("Rina Hartati"));
    let told = told(&world, AYU, MAJU).await;
    assert!(told.contains("Contact deleted: Rina Hartati"), "{told}");

    let restored = ayu.post(&format!("{}/restore", page()), "").await;
    assert_eq!(restored.status, 303, "{}", restored.body);
    for (place, there) in seen(&world).await {
        assert!(there, "not back: {place}");
    }
    assert!(!ayu.get("/contacts?status=deleted").await.body.contains("Rina Hartati"));
}

#[tokio::test]
async fn only_whoever_may_change_them_deletes_and_only_for_a_while() {
    let world = world().await;
    let contact = format!("/api/v1/contacts/{}", rina());
    assert_eq!(world.browse(RIZKY).ask("DELETE", &contact, "").await.status, 404);
    assert_eq!(world.browse(WATI).ask("DELETE", &contact, "").await.status, 404);
    let by_rizky = hide_contact(&tx(&world, RIZKY).await, rina()).await;
    assert_eq!(by_rizky.unwrap_err().code(), "not_found");

    // Of two clients of two owners, each may: both are told.
    let writing = tx(&world, BUDI).await;
    let made = link_contact(&writing, account("warung-sari"), rina(), None).await;
    kept(writing, made).await;
    let writing = tx(&world, RIZKY).await;
    let hidden = hide_contact(&writing, rina()).await;
    kept(writing, hidden).await;
    let told = told(&world, AYU, MAJU).await;
    assert!(told.contains("Contact deleted: Rina Hartati"), "{told}");
    assert_eq!(world.browse(AYU).ask("DELETE", &contact, "").await.status, 404);

    world.at("2026-04-20T06:00:00Z");
    let late = restore_contact(&tx(&world, AYU).await, rina()).await;
    assert_eq!(late.unwrap_err().code(), "contacts.too_late");
}

#[tokio::test]
async fn whoever_is_taken_off_one_client_stays_at_the_others_and_is_put_back() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let writing = tx(&world, AYU).await;
    let made = link_contact(&writing, account(SEHAT), rina(), Some("Pembeli")).await;
    kept(writing, made).await;
    let contact = format!("/api/v1/contacts/{}", rina());
    let posts = |seen: &Value| seen["accounts"].as_array().unwrap().len();

    let off = ayu.post(&format!("{}/take-off", page()), "").await;
    assert_eq!((off.status, off.location()), (303, &*format!("/accounts/{}", account(MAJU))));
    let now = ayu.get(&contact).await.json();
    assert_eq!((posts(&now), &now["accounts"][0]["role"]), (1, &json!("Pembeli")), "{now}");
    let told = told(&world, AYU, MAJU).await;
    assert!(told.contains("Rina Hartati taken off this client"), "{told}");

    let back = ayu.post(&format!("{}/put-back", page()), "").await;
    assert_eq!(back.status, 303, "{}", back.body);
    let now = ayu.get(&contact).await.json();
    assert_eq!(posts(&now), 2, "{now}");
    let owner = now["accounts"].as_array().unwrap().iter().find(|it| it["role"] == "Pemilik");
    assert!(owner.is_some(), "as what they were: {now}");
    let twice = ayu.post(&format!("{}/put-back", page()), "").await;
    assert_eq!(twice.status, 422, "{}", twice.body);
}

#[tokio::test]
async fn whoever_is_taken_off_their_only_client_is_deleted() {
    let world = world().await;
    let ayu = world.browse(AYU);

    let off = ayu.post(&format!("{}/take-off", page()), "").await;
    assert_eq!((off.status, off.location()), (303, &*format!("{}/edit", page())));
    let page = ayu.get(off.location()).await.body;
    assert!(page.contains("Restore contact"), "{page}");

    let path = format!("/api/v1/accounts/{}/contacts/{}", account(MAJU), rina());
    assert_eq!(ayu.ask("DELETE", &path, "").await.status, 404, "they are gone already");
}

#[tokio::test]
async fn the_page_tells_leaving_taking_off_and_deleting_apart() {
    let world = world().await;

    let page = world.browse(AYU).get(&format!("{}/edit", page())).await.body;

    for words in [
        "They left the company",
        "They never were at this client",
        "They should not be kept at all",
        "They are here twice",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
}
