//! Many clients changed at once: shown first, within rights, and undone.

use serde_json::{Value as Json, json};
use testing::{ANDI, AYU, BUDI, FAJAR, MAYA, SRI, Someone, World};

use super::{MAJU, account, kept, tx, world};
use crate::{AccountFields, change_account};

async fn tier(world: &World, name: &str) -> Option<String> {
    let seen = world.browse(SRI).get(&format!("/api/v1/accounts/{}", account(name))).await.json();
    seen["tier"].as_str().map(str::to_owned)
}

async fn change(world: &World, who: Someone, more: Json) -> (u16, Json) {
    let names = ["toko-maju", "apotek-sehat", "warung-sari", "gudang-utara"];
    let mut asked = json!({"accounts": names.map(account), "field": "tier", "value": "C"});
    asked.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    let seen = world.browse(who).post_json("/api/v1/bulk-changes", &asked).await;
    (seen.status, seen.json())
}

#[tokio::test]
async fn a_manager_changes_those_of_the_team_and_takes_it_back() {
    let world = world().await;
    let before = tier(&world, MAJU).await;

    let (_, shown) = change(&world, BUDI, json!({"preview": true})).await;
    assert_eq!(tier(&world, MAJU).await, before, "a preview changes nothing");
    let (status, done) = change(&world, BUDI, json!({})).await;

    assert_eq!(status, 200, "{done}");
    for part in ["changed", "already", "not_theirs"] {
        assert_eq!(shown[part], done[part], "{part}");
    }
    assert_eq!(done["changed"].as_i64().unwrap() + done["already"].as_i64().unwrap(), 3);
    assert_eq!(tier(&world, MAJU).await.as_deref(), Some("C"));
    let undo = format!("/api/v1/bulk-changes/{}/undo", done["id"].as_str().unwrap());
    for who in [AYU, MAYA, SRI, ANDI] {
        assert_eq!(world.browse(who).ask("POST", &undo, "").await.status, 404, "{}", who.name);
    }
    let undone = world.browse(BUDI).ask("POST", &undo, "").await.json();
    assert_eq!((&undone["restored"], &undone["left"]), (&done["changed"], &json!(0)));
    assert_eq!(tier(&world, MAJU).await, before);
    let again = world.browse(BUDI).ask("POST", &undo, "").await;
    assert_eq!(again.json()["code"], "accounts.undone_already");
}

#[tokio::test]
async fn what_changed_since_is_left() {
    let world = world().await;
    let (_, done) = change(&world, BUDI, json!({})).await;
    let writing = tx(&world, AYU).await;
    let fields = AccountFields { tier: Some(crate::Tier::A), ..AccountFields::named("Toko Maju") };
    let made = change_account(&writing, account(MAJU), fields).await;
    kept(writing, made).await;

    let undo = format!("/api/v1/bulk-changes/{}/undo", done["id"].as_str().unwrap());
    let undone = world.browse(BUDI).ask("POST", &undo, "").await.json();

    assert_eq!(undone["left"], 1, "{undone}");
    assert_eq!(tier(&world, MAJU).await.as_deref(), Some("A"));
}

#[tokio::test]
async fn who_only_looks_changes_nothing() {
    let world = world().await;

    assert_eq!(change(&world, FAJAR, json!({})).await.0, 403);
    let (_, of_ayu) = change(&world, AYU, json!({})).await;
    let of_ayu = of_ayu["changed"].as_i64().unwrap() + of_ayu["already"].as_i64().unwrap();
    assert_eq!(of_ayu, 2, "her own, and of the others not even that they are there");
    let (_, of_andi) = change(&world, ANDI, json!({})).await;
    assert_eq!((&of_andi["changed"], &of_andi["not_theirs"]), (&json!(0), &json!(0)));
}

#[tokio::test]
async fn a_tag_is_hung_and_taken_off() {
    let world = world().await;
    let tags = async || {
        let path = format!("/api/v1/accounts/{}", account(MAJU));
        world.browse(AYU).get(&path).await.json()["tags"].clone()
    };
    let tag = |field: &str| json!({"field": field, "value": "Grosir"});

    change(&world, AYU, tag("add_tag")).await;
    assert_eq!(tags().await, json!(["Grosir"]));
    let (_, again) = change(&world, AYU, json!({"field": "add_tag", "value": "GROSIR"})).await;
    assert_eq!(again["changed"], 0, "it hangs there already");
    change(&world, AYU, tag("remove_tag")).await;
    assert_eq!(tags().await, json!([]));
}

#[tokio::test]
async fn what_was_shown_is_what_is_agreed_to() {
    let world = world().await;
    let page = "/accounts/bulk?q=toko+maju";
    let typed = "field=tier&to_tier=C";

    let shown = world.browse(AYU).post(page, typed).await;
    assert_eq!(shown.status, 200, "{}", shown.body);
    assert!(shown.body.contains("1 client will change.") && shown.body.contains("Toko Maju"));
    let moved = world.browse(AYU).post(page, &format!("{typed}&expected=2")).await;
    assert_eq!(moved.status, 422);
    assert!(moved.body.contains("no longer what you saw"), "{}", moved.body);
    assert_ne!(tier(&world, MAJU).await.as_deref(), Some("C"));

    let done = world.browse(AYU).post(page, &format!("{typed}&expected=1")).await;
    assert_eq!((done.status, done.location()), (303, "/accounts?q=toko+maju"), "{}", done.body);
    assert_eq!(tier(&world, MAJU).await.as_deref(), Some("C"));
}

#[tokio::test]
async fn what_cannot_be_written_is_refused_beside_its_field() {
    let world = world().await;
    for (typed, sentence) in [
        ("", "Choose one of the list."),
        ("field=status", "Choose one of the list."),
        ("field=tier&to_tier=Z", "Choose one of the list."),
        ("field=add_tag&to_tag=", "Write one tag."),
        ("field=add_tag&to_tag=a,b", "Write one tag."),
    ] {
        let seen = world.browse(AYU).post("/accounts/bulk", typed).await;
        assert_eq!(seen.status, 422, "{typed}");
        assert!(seen.body.contains(sentence), "{typed}: {}", seen.body);
    }
    let list = world.browse(AYU).get("/accounts?tier=A").await.body;
    assert!(list.contains("/accounts/bulk?tier=A"), "{list}");
    assert!(!world.browse(FAJAR).get("/accounts").await.body.contains("/accounts/bulk"));
}
