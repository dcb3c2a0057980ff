//! Who sees and changes whose accounts.

use serde_json::json;
use testing::{ANDI, AYU, BUDI, DEWI, FAJAR, GILANG, MAYA, RIZKY, SARI, SRI, WATI};

use super::{MAJU, account, world};

#[tokio::test]
async fn a_client_is_seen_by_its_owner_and_by_those_who_answer_for_them() {
    let world = world().await;
    let page = format!("/accounts/{}", account(MAJU));

    for who in [AYU, BUDI, SRI, FAJAR] {
        assert_eq!(world.browse(who).get(&page).await.status, 200, "{}", who.name);
    }
    for who in [RIZKY, MAYA, GILANG, WATI, DEWI, SARI, ANDI] {
        assert_eq!(world.browse(who).get(&page).await.status, 404, "{}", who.name);
    }
    let nobody = world.browse(None).get(&page).await;
    assert_eq!(nobody.status, 303);
    assert!(nobody.location().starts_with("/sign-in"), "{}", nobody.location());
}

#[tokio::test]
async fn nobody_changes_what_they_may_not() {
    let world = world().await;
    let id = account(MAJU);

    for (who, status) in [(RIZKY, 404), (GILANG, 404), (ANDI, 404), (FAJAR, 403)] {
        let browser = world.browse(who);
        for path in ["edit", "owner", "place", "contacts/new", "addresses/new"] {
            let seen = browser.get(&format!("/accounts/{id}/{path}")).await;
            assert_eq!(seen.status, status, "{} {path}", who.name);
        }
        for (path, body) in [
            ("edit", "name=Punya+saya"),
            ("delete", ""),
            ("place", "point=-6.1,+106.1&radius_m=100"),
            ("place/move", "decision=agree"),
            ("contacts/new", "name=Siapa"),
            ("addresses/new", "street=Jl.+Satu&label=main"),
        ] {
            let seen = browser.post(&format!("/accounts/{id}/{path}"), body).await;
            assert_eq!(seen.status, status, "{} {path}: {}", who.name, seen.body);
        }
        let api = format!("/api/v1/accounts/{id}");
        assert_eq!(browser.ask("PATCH", &api, r#"{"name":"Saya"}"#).await.status, status);
        assert_eq!(browser.ask("DELETE", &api, "").await.status, status);
    }
    let unchanged = world.browse(AYU).get(&format!("/api/v1/accounts/{id}")).await.json();
    assert_eq!(unchanged["name"], "Toko Maju");
    assert_eq!(unchanged["addresses"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn an_executive_opens_accounts_for_nobody_else() {
    let world = world().await;
    let for_rizky = json!({ "name": "Toko Baru", "owner_id": RIZKY.person() });

    let refused = world.browse(AYU).post_json("/api/v1/accounts", &for_rizky).await;
    let manager = world.browse(BUDI).post_json("/api/v1/accounts", &for_rizky).await;
    let mine = world.browse(AYU).post_json("/api/v1/accounts", &json!({ "name": "Punyaku" })).await;

    assert_eq!(refused.status, 403, "{}", refused.body);
    assert_eq!(manager.status, 201, "{}", manager.body);
    assert_eq!(mine.json()["owner_id"], AYU.person().to_string());
}

#[tokio::test]
async fn an_account_changes_hands_within_reach_only() {
    let world = world().await;
    let path = format!("/accounts/{}/owner", account(MAJU));
    let to = |who: testing::Someone| format!("owner_id={}", who.person());

    // Whoever has nobody to hand over to is not asked to whom.
    assert_eq!(world.browse(AYU).get(&path).await.status, 403);
    assert_eq!(world.browse(BUDI).get(&path).await.status, 200);

    let outside = world.browse(BUDI).post(&path, &to(WATI)).await;
    let by_owner = world.browse(AYU).post(&path, &to(RIZKY)).await;
    let within = world.browse(BUDI).post(&path, &to(RIZKY)).await;

    assert_eq!((outside.status, by_owner.status), (403, 403));
    assert_eq!(within.status, 303, "{}", within.body);
    let page = format!("/accounts/{}", account(MAJU));
    assert_eq!(world.browse(AYU).get(&page).await.status, 404);
    assert_eq!(world.browse(RIZKY).get(&page).await.status, 200);
}

#[tokio::test]
async fn the_api_asks_who_is_there() {
    let world = world().await;

    for path in ["/api/v1/accounts", "/api/v1/contacts"] {
        assert_eq!(world.browse(None).get(path).await.status, 401, "{path}");
    }
    assert_eq!(world.browse(None).get("/search?q=a").await.status, 303);
}
