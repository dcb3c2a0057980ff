//! What of a client is narrower in reach than the client: a parent, a field, the people there after
//! it passed on.

use serde_json::{Value, json};
use testing::{AYU, BUDI, RIZKY, SRI, WATI, World};

use super::{MAJU, account, world};

const UTARA: &str = "gudang-utara";

fn api() -> String {
    format!("/api/v1/accounts/{}", account(MAJU))
}

fn page() -> String {
    format!("/accounts/{}", account(MAJU))
}

/// The administrator puts Toko Maju below a client that Ayu does not see.
async fn below_utara(world: &World) {
    let parent = json!({ "parent_id": account(UTARA) }).to_string();
    let put = world.browse(SRI).ask("PATCH", &api(), &parent).await;
    assert_eq!(put.status, 200, "{}", put.body);
}

async fn parent(world: &World) -> Value {
    world.browse(SRI).get(&api()).await.json()["parent_id"].clone()
}

#[tokio::test]
async fn a_parent_out_of_reach_stays_and_has_no_name() {
    let world = world().await;
    below_utara(&world).await;
    let ayu = world.browse(AYU);

    for path in [page(), format!("{}/edit", page())] {
        let seen = ayu.get(&path).await;
        assert_eq!(seen.status, 200, "{path}");
        assert!(!seen.body.contains("Gudang Utara"), "{path}: {}", seen.body);
    }
    let edit = ayu.get(&format!("{}/edit", page())).await.body;
    assert!(edit.contains("a parent that you cannot see"), "{edit}");
    let timeline = ayu.get(&page()).await.body;
    assert!(timeline.contains("a client you cannot see"), "{timeline}");
    let timeline = world.browse(SRI).get(&page()).await.body;
    assert!(timeline.contains("Gudang Utara"), "{timeline}");

    let saved = ayu.post(&format!("{}/edit", page()), "name=Toko+Maju&status=former").await;
    assert_eq!(saved.status, 303, "{}", saved.body);
    let patched = ayu.ask("PATCH", &api(), r#"{"website": "tokomaju.co.id"}"#).await;
    assert_eq!(patched.status, 200, "{}", patched.body);
    assert_eq!(parent(&world).await, account(UTARA).to_string());
    let list = world.browse(BUDI).get("/accounts.csv").await;
    assert_eq!(list.status, 200, "{}", list.body);
    assert!(
        list.body.contains("Toko Maju") && !list.body.contains("Gudang Utara"),
        "{}",
        list.body
    );

    // Nobody names as a parent what they do not see.
    let other = json!({ "parent_id": account("warung-sari") }).to_string();
    let refused = ayu.ask("PATCH", &api(), &other).await;
    assert_eq!(refused.json()["code"], "accounts.unknown_parent", "{}", refused.body);
}

#[tokio::test]
async fn many_clients_are_changed_whose_parent_is_out_of_reach() {
    let world = world().await;
    below_utara(&world).await;

    let form = format!("field=tier&to_tier=C&expected=1&chosen={}", account(MAJU));
    let changed = world.browse(AYU).post("/accounts/bulk", &form).await;

    assert_eq!(changed.status, 303, "{}", changed.body);
    assert_eq!(parent(&world).await, account(UTARA).to_string());
}

#[tokio::test]
async fn of_two_clients_of_one_name_the_parent_is_chosen_by_its_address() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let mut ids = Vec::new();
    for phone in ["0215550801", "0215550802"] {
        let new = json!({ "name": "Induk Kembar", "status": "client", "phone": phone });
        let made = ayu.post_json("/api/v1/accounts?anyway=true", &new).await;
        assert_eq!(made.status, 201, "{}", made.body);
        ids.push(made.json()["id"].as_str().unwrap().to_owned());
    }
    let edit = format!("{}/edit", page());
    let below = |parent: &str| format!("name=Toko+Maju&status=client&parent_id={parent}");

    let named = ayu.post(&edit, &below("Induk+Kembar")).await;
    assert_eq!(named.status, 422, "{}", named.body);
    assert!(named.body.contains("Several clients have this name"), "{}", named.body);
    let address = format!("https%3A%2F%2Fjembatan.example%2Faccounts%2F{}", ids[1]);
    let chosen = ayu.post(&edit, &below(&address)).await;
    assert_eq!(chosen.status, 303, "{}", chosen.body);
    assert_eq!(parent(&world).await, ids[1].as_str());
    // Untouched, it is still the one that it was.
    let saved = ayu.post(&edit, &below("Induk+Kembar")).await;
    assert_eq!(saved.status, 303, "{}", saved.body);
    assert_eq!(parent(&world).await, ids[1].as_str());
}

#[tokio::test]
async fn what_is_written_into_a_field_is_told_to_whoever_sees_the_field() {
    let world = world().await;
    let field = "record=account&label_id=Kreditmaks&kind=text&seen_by=managers&kept_by=managers";
    assert_eq!(world.browse(SRI).post("/settings/clients/fields/new", field).await.status, 303);
    let value = json!({ "custom": { "kreditmaks": "tiga puluh hari" } }).to_string();
    let kept = world.browse(BUDI).ask("PATCH", &api(), &value).await;
    assert_eq!(kept.status, 200, "{}", kept.body);

    assert!(world.browse(BUDI).get(&page()).await.body.contains("Kreditmaks"));
    let seen = world.browse(AYU).get(&page()).await;
    assert_eq!(seen.status, 200);
    assert!(!seen.body.contains("Kreditmaks"), "{}", seen.body);
}

#[tokio::test]
async fn whoever_lost_a_client_keeps_their_note_and_learns_nothing_by_it() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let rina = testing::id("rina").to_string();
    let call = json!({ "kind": "call", "text": "Minta penawaran", "contact_ids": [rina] });
    let path = format!("{}/activities", api());
    let note = ayu.post_json(&path, &call).await.json();
    let owner = format!("owner_id={}", WATI.person());
    let passed = world.browse(SRI).post(&format!("{}/owner", page()), &owner).await;
    assert_eq!(passed.status, 303, "{}", passed.body);
    let new = json!({ "name": "Sekar Ayuningtyas", "account_id": account(MAJU) });
    let sekar = world.browse(WATI).post_json("/api/v1/contacts", &new).await;
    assert_eq!(sekar.status, 201, "{}", sekar.body);
    let sekar = sekar.json()["id"].clone();
    let id = note["id"].as_str().unwrap();
    let activity = format!("/api/v1/activities/{id}");

    let edit = ayu.get(&format!("/notes/{id}/edit")).await;
    assert_eq!(edit.status, 200, "{}", edit.body);
    assert!(edit.body.contains("Rina Hartati"), "{}", edit.body);
    assert!(!edit.body.contains("Sekar Ayuningtyas"), "{}", edit.body);
    let with = json!({ "contact_ids": [rina, sekar] }).to_string();
    let refused = ayu.ask("PATCH", &activity, &with).await;
    assert_eq!(refused.json()["code"], "accounts.activity_contact_unknown", "{}", refused.body);

    let named = json!({ "text": "Minta penawaran, @Wati", "contact_ids": [rina] }).to_string();
    let kept = ayu.ask("PATCH", &activity, &named).await;
    assert_eq!(kept.status, 200, "{}", kept.body);
    assert_eq!(kept.json()["contact_ids"], json!([rina]));
    assert_eq!(kept.json()["mentioned_ids"], json!([]), "she is told nothing by who sees nothing");
    assert_eq!(world.browse(RIZKY).get(&activity).await.status, 404);
}
