//! A client is shared with colleagues: they reach it at once, and no more once they are off.

use serde_json::json;
use testing::{ANDI, AYU, BUDI, FAJAR, GILANG, LINA, MAYA, RIZKY, SARI, SRI, TONO, WATI, World};

use super::{MAJU, account, told, tx, world};
use crate::snapshot;

async fn put(world: &World, who: testing::Someone, share: &str) -> testing::Seen {
    let path = format!("/api/v1/accounts/{}/team/{}", account(MAJU), who.person());
    let body = json!({ "role": "specialist", "kind": "revenue", "share": share });
    world.browse(AYU).ask("PUT", &path, &body.to_string()).await
}

async fn take_off(world: &World, who: testing::Someone) -> testing::Seen {
    let path = format!("/api/v1/accounts/{}/team/{}", account(MAJU), who.person());
    world.browse(AYU).ask("DELETE", &path, "").await
}

/// What shows that somebody reaches the client: its page, the list, the search, a contact, the API.
async fn reaches(world: &World, who: testing::Someone) -> [bool; 6] {
    let browser = world.browse(who);
    let id = account(MAJU);
    let says = async |path: &str, word: &str| browser.get(path).await.body.contains(word);
    [
        browser.get(&format!("/accounts/{id}")).await.status == 200,
        says("/accounts", "Toko Maju").await,
        says("/search?q=toko+maju", &id.to_string()).await,
        says("/api/v1/accounts?sort=last_visit", "Toko Maju").await,
        says("/api/v1/contacts", "Rina Hartati").await,
        browser.get(&format!("/api/v1/accounts/{id}")).await.status == 200,
    ]
}

#[tokio::test]
async fn a_shared_client_is_found_everywhere_and_lost_at_once() {
    let world = world().await;
    assert_eq!(reaches(&world, WATI).await, [false; 6]);

    let shared = put(&world, WATI, "20").await;
    assert_eq!(shared.status, 200, "{}", shared.body);
    assert_eq!(reaches(&world, WATI).await, [true; 6]);
    // Whoever answers for her sees what she works on.
    assert_eq!(reaches(&world, MAYA).await, [true; 6]);
    for other in [RIZKY, GILANG, TONO, ANDI, SARI] {
        assert_eq!(reaches(&world, other).await, [false; 6], "{}", other.name);
    }

    assert_eq!(take_off(&world, WATI).await.status, 204);
    assert_eq!(reaches(&world, WATI).await, [false; 6]);
    assert_eq!(reaches(&world, MAYA).await, [false; 6]);
    assert_eq!(take_off(&world, WATI).await.status, 404);
}

#[tokio::test]
async fn a_phone_gets_a_shared_client_and_gives_it_back() {
    let world = world().await;
    let holds = async |since| {
        let snapshot = snapshot(&world.ctx(WATI), since).await.unwrap();
        let has = snapshot.clients.iter().any(|it| it.account.id == account(MAJU));
        (has, snapshot.removed.contains(&account(MAJU)))
    };
    assert_eq!(holds(None).await, (false, false));
    let before = world.app.now();

    put(&world, WATI, "20").await;
    assert_eq!(holds(Some(before)).await, (true, false));

    take_off(&world, WATI).await;
    assert_eq!(holds(Some(before)).await, (false, true));
}

#[tokio::test]
async fn the_team_works_on_a_client_and_does_not_settle_it() {
    let world = world().await;
    put(&world, WATI, "20").await;
    let (id, browser) = (account(MAJU), world.browse(WATI));

    for (path, body) in
        [("contacts/new", "name=Dedi"), ("edit", "name=Toko+Maju+Baru&status=client")]
    {
        let seen = browser.post(&format!("/accounts/{id}/{path}"), body).await;
        assert_eq!(seen.status, 303, "{path}: {}", seen.body);
    }
    for (path, body) in [
        ("delete", String::new()),
        ("owner", format!("owner_id={}", WATI.person())),
        ("team", format!("person_id={}&role=support&kind=overlay", RIZKY.person())),
        ("team/remove", format!("person_id={}", WATI.person())),
    ] {
        let seen = browser.post(&format!("/accounts/{id}/{path}"), &body).await;
        assert_eq!(seen.status, 403, "{path}: {}", seen.body);
    }
    assert_eq!(browser.get(&format!("/accounts/{id}/team")).await.status, 403);
    let page = browser.get(&format!("/accounts/{id}")).await.body;
    assert!(!page.contains(&format!("/accounts/{id}/delete")), "{page}");
}

#[tokio::test]
async fn shares_add_up_with_the_owner_in_them() {
    let world = world().await;
    let path = format!("/api/v1/accounts/{}/team", account(MAJU));

    assert_eq!(put(&world, WATI, "30").await.status, 200);
    assert_eq!(put(&world, RIZKY, "12.5").await.status, 200);
    let too_much = put(&world, MAYA, "57.51").await;
    assert_eq!(too_much.json()["code"], "accounts.shares_too_large", "{}", too_much.body);
    assert_eq!(put(&world, MAYA, "57.5").await.status, 200);

    let team = world.browse(AYU).get(&path).await.json();
    assert_eq!(team["owner_share"], "0");
    assert_eq!(team["members"].as_array().unwrap().len(), 3);
    let theirs = |it: &&serde_json::Value| it["person_id"] == RIZKY.person().to_string();
    let rizky = team["members"].as_array().unwrap().iter().find(theirs).unwrap();
    assert_eq!(rizky["share"], "12.5");
    // Somebody who is there already gets another part, not a second one.
    assert_eq!(put(&world, MAYA, "0").await.status, 200);
    assert_eq!(world.browse(AYU).get(&path).await.json()["owner_share"], "57.5");
}

#[tokio::test]
async fn who_cannot_be_on_a_team_is_refused_in_words() {
    let world = world().await;

    for (who, code) in [
        (AYU, "accounts.owner_on_team"),
        (LINA, "accounts.unknown_colleague"),
        (TONO, "accounts.unknown_colleague"),
        (ANDI, "accounts.unknown_colleague"),
    ] {
        let seen = put(&world, who, "10").await;
        assert_eq!((seen.status, seen.json()["code"].as_str()), (422, Some(code)), "{}", who.name);
    }
    let none = put(&world, WATI, "ten").await;
    assert_eq!(none.json()["code"], "accounts.no_share");
    let team = world.browse(SRI).get(&format!("/accounts/{}/team", account(MAJU))).await;
    assert!(team.body.contains("Client team") && team.body.contains("Wati"), "{}", team.body);
}

#[tokio::test]
async fn nobody_shares_what_is_not_theirs() {
    let world = world().await;
    let path = format!("/accounts/{}/team", account(MAJU));
    let body = format!("person_id={}&role=support&kind=overlay&share=5", RIZKY.person());

    for (who, status) in [(RIZKY, 404), (GILANG, 404), (ANDI, 404), (FAJAR, 403), (BUDI, 303)] {
        assert_eq!(world.browse(who).post(&path, &body).await.status, status, "{}", who.name);
    }
    assert_eq!(world.browse(None).post(&path, &body).await.status, 401);
    let page = world.browse(AYU).get(&format!("/accounts/{}", account(MAJU))).await.body;
    assert!(page.contains("Support · 5% overlay"), "{page}");
    let told = told(&world, AYU, MAJU).await;
    assert!(told.contains("Rizky Pratama joined the team"), "{told}");
}

#[tokio::test]
async fn whoever_becomes_the_owner_has_what_the_others_leave() {
    let world = world().await;
    put(&world, RIZKY, "30").await;

    let owner = tx(&world, BUDI).await;
    crate::change_owner(&owner, account(MAJU), Some(RIZKY.person())).await.unwrap();
    owner.commit().await.unwrap();

    let team = world.browse(RIZKY).get(&format!("/api/v1/accounts/{}/team", account(MAJU))).await;
    assert_eq!(team.json()["owner_share"], "100");
    assert_eq!(team.json()["members"].as_array().unwrap().len(), 0);
    assert_eq!(reaches(&world, AYU).await, [false; 6]);
}

#[tokio::test]
async fn a_merge_brings_both_teams_together_and_parts_them_again() {
    let world = world().await;
    put(&world, WATI, "60").await;
    let sehat = account("apotek-sehat");
    let path = format!("/api/v1/accounts/{sehat}/team/{}", RIZKY.person());
    let body = json!({ "role": "support", "kind": "revenue", "share": "70" }).to_string();
    assert_eq!(world.browse(AYU).ask("PUT", &path, &body).await.status, 200);
    let merge = json!({ "merged_id": sehat });
    let merge_path = format!("/api/v1/accounts/{}/merge", account(MAJU));
    assert_eq!(world.browse(AYU).post_json(&merge_path, &merge).await.status, 200);

    assert_eq!(reaches(&world, WATI).await, [true; 6]);
    assert_eq!(reaches(&world, RIZKY).await, [true; 6]);
    let page = world.browse(AYU).get(&format!("/accounts/{}", account(MAJU))).await.body;
    assert!(page.contains("More than 100% is shared"), "{page}");

    let from = page.find("/merges/").unwrap() + 8;
    let undo = format!("/api/v1/merges/{}/undo", &page[from..from + 36]);
    assert_eq!(world.browse(AYU).ask("POST", &undo, "").await.status, 200);
    assert_eq!(reaches(&world, RIZKY).await, [false; 6]);
    assert_eq!(world.browse(RIZKY).get(&format!("/accounts/{sehat}")).await.status, 200);
}
