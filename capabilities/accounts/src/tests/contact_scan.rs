//! People at clients who may be one are found, and what is said of them stays said.

use serde_json::{Value, json};
use testing::{AYU, BUDI, RIZKY, Someone, WATI, World};

use super::contact_twins::way_back;
use super::{MAJU, account, world};

const SEHAT: &str = "apotek-sehat";
const PAIRS: &str = "/api/v1/contact-duplicates";
const PAGE: &str = "/contacts/duplicates";

/// Somebody who came to be like this after they were written down, so that nobody was warned.
async fn grown(world: &World, number: u8, at: &str, what: Value) -> String {
    let budi = world.browse(BUDI);
    let new = json!({"account_id": account(at), "name": format!("Orang {number}")});
    let made = budi.post_json("/api/v1/contacts", &new).await;
    assert_eq!(made.status, 201, "{}", made.body);
    let id = made.json()["id"].as_str().unwrap().to_owned();
    let kept = budi.ask("PATCH", &format!("/api/v1/contacts/{id}"), &what.to_string()).await;
    assert_eq!(kept.status, 200, "{}", kept.body);
    id
}

async fn look(world: &World) {
    let begun = world.browse(BUDI).post("/api/v1/duplicates/scans", "").await;
    assert_eq!(begun.status, 202, "{}", begun.body);
    world.work().await;
}

async fn pairs(world: &World, who: Someone, state: &str) -> Vec<Value> {
    let found = world.browse(who).get(&format!("{PAIRS}?state={state}")).await.json();
    found["items"].as_array().unwrap_or_else(|| panic!("{found}")).clone()
}

/// Who is with whom, in no order.
fn names(pairs: &[Value]) -> Vec<[String; 2]> {
    let both = |it: &Value| {
        let mut both = ["first", "second"].map(|at| it[at]["name"].as_str().unwrap().to_owned());
        both.sort();
        both
    };
    let mut names: Vec<[String; 2]> = pairs.iter().map(both).collect();
    names.sort();
    names
}

/// One person at two clients of Ayu's, under one number.
async fn one_twice(world: &World) -> [String; 2] {
    let rina = json!({"name": "Rina Wulandari", "phone": "0811 2345 678"});
    let again = json!({"name": "Ibu Rina", "whatsapp": "+62 811-2345-678"});
    [grown(world, 1, MAJU, rina).await, grown(world, 2, SEHAT, again).await]
}

fn body_of(pair: &Value) -> Value {
    json!({"first_id": pair["first"]["id"], "second_id": pair["second"]["id"]})
}

#[tokio::test]
async fn one_person_written_down_twice_is_found_and_those_who_share_a_thing_are_not() {
    let world = world().await;
    one_twice(&world).await;
    let office =
        |name: &str| json!({"name": name, "phone": "021 555 0101", "email": "info@toko.example"});
    let family = |name: &str| json!({"name": name, "phone": "0812 555 0001"});
    for (number, at, what) in [
        // One name at one client, in two spellings.
        (3, SEHAT, json!({"name": "Rizky Pratama"})),
        (4, SEHAT, json!({"name": "Rizki Pratama"})),
        // A common name at two clients.
        (5, MAJU, json!({"name": "Budi Santoso"})),
        (6, SEHAT, json!({"name": "Budi Santoso"})),
        // Father, son and mother with one phone.
        (7, MAJU, family("Hasan Basri")),
        (8, MAJU, family("Rizal Basri")),
        (9, MAJU, family("Siti Aminah")),
        // The number on the client's own page, and an address that nobody has alone.
        (10, MAJU, office("Agus Wijaya")),
        (11, MAJU, office("Dewi Lestari")),
    ] {
        grown(&world, number, at, what).await;
    }

    look(&world).await;

    let found = pairs(&world, AYU, "").await;
    let expected = [["Ibu Rina", "Rina Wulandari"], ["Rizki Pratama", "Rizky Pratama"]];
    assert_eq!(names(&found), expected, "{found:?}");
    assert_eq!(found[0]["score"], 75, "the likest first: {found:?}");
    assert_eq!(found[0]["reasons"][0]["part"], "phone");
    assert_eq!(found[0]["reasons"][1]["part"], "part_of_name");
    let page = world.browse(AYU).get(PAGE).await.body;
    for part in ["Contacts (2)", "same phone", "one name is the beginning", "/merge?with="] {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert_eq!(world.browse(WATI).get(PAGE).await.status, 200);
    assert_eq!(pairs(&world, WATI, "").await, Vec::<Value>::new(), "they are not hers");
}

#[tokio::test]
async fn that_two_are_two_is_remembered_and_can_be_taken_back() {
    let world = world().await;
    one_twice(&world).await;
    look(&world).await;
    let ayu = world.browse(AYU);
    let both = body_of(&pairs(&world, AYU, "").await[0]);

    assert_eq!(ayu.post_json(&format!("{PAIRS}/dismiss"), &both).await.status, 204);
    look(&world).await;
    assert_eq!(pairs(&world, AYU, "").await, Vec::<Value>::new());
    assert_eq!(pairs(&world, AYU, "dismissed").await.len(), 1);
    let page = ayu.get(&format!("{PAGE}?state=dismissed")).await.body;
    assert!(page.contains("marked these as different"), "{page}");

    assert_eq!(ayu.post_json(&format!("{PAIRS}/reopen"), &both).await.status, 204);
    assert_eq!(pairs(&world, AYU, "").await.len(), 1, "it waits again");
    let (first, second) = (both["first_id"].as_str().unwrap(), both["second_id"].as_str().unwrap());
    let form = format!("first_id={first}&second_id={second}");
    assert_eq!(ayu.post(&format!("{PAGE}/dismiss"), &form).await.status, 303);
    assert_eq!(pairs(&world, AYU, "").await, Vec::<Value>::new());
    assert_eq!(ayu.post(&format!("{PAGE}/reopen"), &form).await.status, 303);
    assert_eq!(ayu.get(&format!("{PAIRS}?state=merged")).await.status, 400);
}

#[tokio::test]
async fn whoever_is_written_down_anyway_is_said_to_be_two() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let new =
        |name: &str| json!({"account_id": account(MAJU), "name": name, "phone": "0811 7788 990"});
    ayu.post_json("/api/v1/contacts", &new("Dewi Lestari")).await;

    let anyway = ayu.post_json("/api/v1/contacts?anyway=true", &new("Ibu Dewi")).await;
    assert_eq!(anyway.status, 201, "{}", anyway.body);
    look(&world).await;

    assert_eq!(pairs(&world, AYU, "").await, Vec::<Value>::new());
    let said = names(&pairs(&world, AYU, "dismissed").await);
    assert_eq!(said, [["Dewi Lestari", "Ibu Dewi"]]);
}

#[tokio::test]
async fn a_twin_out_of_reach_is_told_to_whoever_sees_both() {
    let world = world().await;
    let fields = |at: &str, name: &str| json!({"account_id": account(at), "name": name, "phone": "0812 999 111"});
    let oka = fields("warung-sari", "Pak Oka");
    assert_eq!(world.browse(BUDI).post_json("/api/v1/contacts", &oka).await.status, 201);

    let oka = fields(MAJU, "Oka Mahendra");
    let made = world.browse(AYU).post_json("/api/v1/contacts", &oka).await;

    assert_eq!(made.status, 201, "as if there were none: {}", made.body);
    let expected = [["Oka Mahendra", "Pak Oka"]];
    let before = pairs(&world, BUDI, "").await;
    assert_eq!(names(&before), expected, "at once, and after a look");
    look(&world).await;
    assert_eq!(names(&pairs(&world, BUDI, "").await), expected);
    for who in [AYU, RIZKY] {
        assert_eq!(pairs(&world, who, "").await, Vec::<Value>::new());
        let page = world.browse(who).get(PAGE).await.body;
        assert!(page.contains("Contacts (0)"), "{page}");
    }
    let both = body_of(&before[0]);
    let parted = world.browse(AYU).post_json(&format!("{PAIRS}/dismiss"), &both).await;
    assert_eq!(parted.status, 404, "{}", parted.body);
}

#[tokio::test]
async fn a_merge_settles_a_pair_and_whoever_is_gone_waits_for_nobody() {
    let world = world().await;
    let [rina, again] = one_twice(&world).await;
    look(&world).await;
    let ayu = world.browse(AYU);

    let merge = format!("/api/v1/contacts/{rina}/merge");
    let merged = ayu.post_json(&merge, &json!({"merged_id": again})).await;
    assert_eq!(merged.status, 200, "{}", merged.body);
    look(&world).await;
    assert_eq!(pairs(&world, AYU, "").await, Vec::<Value>::new());
    let undone = ayu.post(&way_back(&world, &rina).await, "").await;
    assert_eq!(undone.status, 200, "{}", undone.body);
    assert_eq!(pairs(&world, AYU, "").await.len(), 1, "they are two again, and may be one");

    let contact = format!("/api/v1/contacts/{again}");
    assert_eq!(ayu.ask("DELETE", &contact, "").await.status, 204);
    assert_eq!(pairs(&world, AYU, "").await, Vec::<Value>::new());
    assert_eq!(ayu.post(&format!("{contact}/restore"), "").await.status, 200);
    assert_eq!(pairs(&world, AYU, "").await.len(), 1);

    // Whoever has another number now is alike no more, once somebody looks.
    world.at("2026-03-02T06:00:00Z");
    let other = json!({"whatsapp": "0813 000 4455"}).to_string();
    ayu.ask("PATCH", &contact, &other).await;
    look(&world).await;
    assert_eq!(pairs(&world, AYU, "").await, Vec::<Value>::new());
}

#[tokio::test]
async fn people_come_together_where_their_clients_do() {
    let world = world().await;
    let ayu = world.browse(AYU);
    grown(&world, 1, MAJU, json!({"name": "Budi Santoso"})).await;
    grown(&world, 2, SEHAT, json!({"name": "Budi Santoso"})).await;
    look(&world).await;
    assert_eq!(pairs(&world, AYU, "").await, Vec::<Value>::new());

    let merge = format!("/api/v1/accounts/{}/merge", account(MAJU));
    let merged = ayu.post_json(&merge, &json!({"merged_id": account(SEHAT)})).await;
    assert_eq!(merged.status, 200, "{}", merged.body);
    look(&world).await;

    let found = names(&pairs(&world, AYU, "").await);
    assert_eq!(found, [["Budi Santoso", "Budi Santoso"]], "one name at one client");
}
