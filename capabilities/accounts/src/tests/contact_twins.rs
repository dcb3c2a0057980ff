//! Somebody at a client who is there already is warned of; two who are one become one.

use serde_json::{Value, json};
use testing::{AYU, BUDI, RIZKY, Seen, World, id};

use super::{MAJU, account, told, world};
use crate::ContactId;

const SEHAT: &str = "apotek-sehat";

fn rina() -> ContactId {
    ContactId(id("rina"))
}

async fn written(world: &World, at: &str, fields: Value) -> String {
    let mut body = fields;
    body["account_id"] = json!(account(at));
    let made = world.browse(BUDI).post_json("/api/v1/contacts?anyway=true", &body).await;
    assert_eq!(made.status, 201, "{}", made.body);
    made.json()["id"].as_str().unwrap().to_owned()
}

async fn one(world: &World, contact: &str) -> Value {
    world.browse(BUDI).get(&format!("/api/v1/contacts/{contact}")).await.json()
}

async fn merge(world: &World, survivor: &str, merged: &str, take: &[&str]) -> Seen {
    let path = format!("/api/v1/contacts/{survivor}/merge");
    world.browse(AYU).post_json(&path, &json!({"merged_id": merged, "take": take})).await
}

/// The address at which the page of the survivor offers the way back.
pub async fn way_back(world: &World, survivor: &str) -> String {
    let page = format!("/accounts/{}/contacts/{survivor}/edit", account(MAJU));
    let page = world.browse(AYU).get(&page).await.body;
    let from = page.find("/merges/").unwrap_or_else(|| panic!("{page}")) + 8;
    format!("/api/v1/contact-merges/{}/undo", &page[from..from + 36])
}

#[tokio::test]
async fn whoever_looks_like_a_contact_is_warned_of_and_written_down_anyway() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let kept = json!({"phone": "0811 1234 567", "email": "rina@toko.example"}).to_string();
    ayu.ask("PATCH", &format!("/api/v1/contacts/{}", rina()), &kept).await;

    for (at, fields, why) in [
        (SEHAT, json!({"name": "Ibu R", "phone": "+62 811-1234-567"}), "same phone"),
        (SEHAT, json!({"name": "Ibu R", "whatsapp": "08111234567"}), "same phone"),
        (SEHAT, json!({"name": "Ibu R", "email": "RINA@Toko.example"}), "same email"),
        (MAJU, json!({"name": "rina  HARTATI"}), "same name, at the same client"),
    ] {
        let mut body = fields;
        body["account_id"] = json!(account(at));
        let seen = ayu.post_json("/api/v1/contacts", &body).await;
        assert_eq!((seen.status, &seen.json()["code"]), (422, &json!("contacts.looks_like")));
        assert!(seen.body.contains(why), "{why}: {}", seen.body);
    }
    // The same name at another client is another person.
    let elsewhere = json!({"account_id": account(SEHAT), "name": "Rina Hartati"});
    assert_eq!(ayu.post_json("/api/v1/contacts", &elsewhere).await.status, 201);

    let form = format!("/accounts/{}/contacts/new", account(SEHAT));
    let warned = ayu.post(&form, "name=Ibu+R&phone=08111234567").await;
    assert_eq!(warned.status, 422);
    for part in ["This person may be a contact already", "same phone", "contacts/link\""] {
        assert!(warned.body.contains(part), "{part}: {}", warned.body);
    }
    let anyway = ayu.post(&form, "name=Ibu+R&phone=08111234567&anyway=on").await;
    assert_eq!(anyway.status, 303, "{}", anyway.body);
    let like =
        format!("/api/v1/contacts/like?account_id={}&name=X&phone=08111234567", account(MAJU));
    let like = ayu.get(&like).await.json();
    assert_eq!(like[0]["reasons"][0]["part"], "phone", "{like}");
}

#[tokio::test]
async fn nobody_out_of_reach_or_deleted_is_warned_of() {
    let world = world().await;
    let fields = json!({"name": "Pak Oka", "phone": "0812 999 111"});
    let oka = written(&world, "warung-sari", fields.clone()).await;
    let mut same = fields;
    same["account_id"] = json!(account(MAJU));

    let by_ayu = world.browse(AYU).post_json("/api/v1/contacts", &same).await;
    assert_eq!(by_ayu.status, 201, "she does not see the other: {}", by_ayu.body);
    let by_budi = world.browse(BUDI).post_json("/api/v1/contacts", &same).await;
    assert_eq!(by_budi.json()["code"], "contacts.looks_like");

    let made = by_ayu.json()["id"].as_str().unwrap().to_owned();
    for gone in [oka, made] {
        world.browse(BUDI).ask("DELETE", &format!("/api/v1/contacts/{gone}"), "").await;
    }
    let by_budi = world.browse(BUDI).post_json("/api/v1/contacts", &same).await;
    assert_eq!(by_budi.status, 201, "{}", by_budi.body);
}

#[tokio::test]
async fn the_one_who_stays_keeps_what_is_known_and_gets_what_is_not() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let mine = json!({
        "phone": "0811 1111 111", "email": null, "whatsapp": null,
        "consent": "given", "consent_on": "2026-01-05",
    });
    ayu.ask("PATCH", &format!("/api/v1/contacts/{}", rina()), &mine.to_string()).await;
    let theirs = json!({
        "name": "Ibu Rina", "role": "Pembeli", "phone": "0812 2222 222", "email": "r@toko.example",
        "birthday": "1988-04-12", "channel": "email",
        "consent": "refused", "consent_on": "2025-11-20", "consent_note": "Lewat telepon",
    });
    let other = written(&world, SEHAT, theirs).await;

    let merged = merge(&world, &rina().to_string(), &other, &[]).await;

    assert_eq!(merged.status, 200, "{}", merged.body);
    let now = merged.json();
    assert_eq!((&now["name"], &now["phone"]), (&json!("Rina Hartati"), &json!("+628111111111")));
    assert_eq!(now["email"], "r@toko.example", "what was not known comes from the other");
    assert_eq!((&now["birthday"], &now["channel"]), (&json!("1988-04-12"), &json!("email")));
    assert_eq!(now["consent"], "refused", "a no wins");
    assert_eq!(now["consent_on"], "2025-11-20");
    assert_eq!(now["consent_note"], "Lewat telepon");
    assert_eq!(now["accounts"].as_array().unwrap().len(), 2, "{now}");
    // Whoever looks for the other finds her.
    for sought in ["ibu", "8122222222"] {
        let found = ayu.get(&format!("/api/v1/search?q={sought}")).await.body;
        assert!(found.contains(&rina().to_string()), "{sought}: {found}");
    }
    let gone = ayu.get(&format!("/api/v1/contacts/{other}")).await;
    assert_eq!((gone.status, gone.location()), (307, &*format!("/api/v1/contacts/{}", rina())));
    let page = format!("/accounts/{}/contacts/{other}/edit", account(SEHAT));
    let there = format!("/accounts/{}/contacts/{}/edit", account(SEHAT), rina());
    assert_eq!(ayu.get(&page).await.location(), there);
    let told = told(&world, AYU, SEHAT).await;
    assert!(told.contains("The contact Ibu Rina was merged into Rina Hartati"), "{told}");
    let deleted = ayu.get("/api/v1/contacts?status=deleted").await.json();
    assert_eq!(deleted["items"], json!([]), "that is not deleted");
    let restored = ayu.post(&format!("/api/v1/contacts/{other}/restore"), "").await;
    assert_eq!(restored.status, 404, "they are nowhere themselves");
}

#[tokio::test]
async fn one_who_left_as_one_of_the_two_is_still_there() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let other = written(&world, MAJU, json!({"name": "Bu Rina", "role": "Kasir"})).await;
    let edit = format!("/accounts/{}/contacts/{}/edit", account(MAJU), rina());
    ayu.post(&edit, "name=Rina+Hartati&role=&left_on=2026-02-01").await;

    let merged = merge(&world, &rina().to_string(), &other, &["name"]).await.json();

    assert_eq!(merged["name"], "Bu Rina");
    assert_eq!(merged["accounts"].as_array().unwrap().len(), 1, "{merged}");
    assert_eq!(merged["accounts"][0]["left_on"], Value::Null);
    assert_eq!(merged["accounts"][0]["role"], "Kasir");
}

#[tokio::test]
async fn a_merge_is_taken_back_but_for_what_happened_since() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let other = written(&world, MAJU, json!({"name": "Bu Rina", "phone": "0812 555 001"})).await;
    let (before, theirs) = (one(&world, &rina().to_string()).await, one(&world, &other).await);
    merge(&world, &rina().to_string(), &other, &["name"]).await;
    world.at("2026-03-02T06:00:00Z");
    let change = json!({"email": "rina@toko.example"}).to_string();
    ayu.ask("PATCH", &format!("/api/v1/contacts/{}", rina()), &change).await;

    let undone = ayu.post(&way_back(&world, &rina().to_string()).await, "").await;

    assert_eq!(undone.status, 200, "{}", undone.body);
    assert_eq!(undone.json()["made_since"], 0, "{}", undone.body);
    let now = one(&world, &rina().to_string()).await;
    assert_eq!(now["name"], before["name"]);
    assert_eq!(now["email"], "rina@toko.example", "what somebody wrote since stays");
    let mut back = one(&world, &other).await;
    // All of it is as it was; when it last changed is now.
    back["updated_at"] = theirs["updated_at"].clone();
    assert_eq!(back, theirs);
    let twice = ayu.post(&format!("/api/v1/contact-merges/{}/undo", id("nobody")), "").await;
    assert_eq!(twice.status, 404);
}

#[tokio::test]
async fn nobody_out_of_reach_is_merged_or_parted_nor_told_of() {
    let world = world().await;
    let far = json!({"name": "Pak Rahasia", "phone": "0813 777 001"});
    let far = written(&world, "warung-sari", far).await;
    let rina = rina().to_string();

    for (survivor, merged) in [(&rina, &far), (&far, &rina)] {
        let seen = merge(&world, survivor, merged, &[]).await;
        assert_eq!(seen.status, 404, "{}", seen.body);
        assert!(!seen.body.contains("Rahasia"), "{}", seen.body);
    }
    let page = format!("/accounts/{}/contacts/{rina}/merge", account(MAJU));
    let asked = world.browse(AYU).get(&format!("{page}?with={far}")).await;
    assert_eq!(asked.status, 404);
    assert!(!world.browse(AYU).get(&format!("{page}?q=rahasia")).await.body.contains("Rahasia<"));
    let itself = merge(&world, &rina, &rina, &[]).await;
    assert_eq!(itself.json()["code"], "contacts.with_itself");

    // Budi sees both and merges them; Rizky saw only the one of them, and may not part them.
    let path = format!("/api/v1/contacts/{rina}/merge");
    let merged = world.browse(BUDI).post_json(&path, &json!({"merged_id": far})).await;
    assert_eq!(merged.status, 200, "{}", merged.body);
    let undo = way_back_of(&world, &rina).await;
    let by_ayu = world.browse(AYU).post(&undo, "").await;
    assert_eq!(by_ayu.status, 404, "{}", by_ayu.body);
    assert_eq!(world.browse(RIZKY).get(&format!("/api/v1/contacts/{rina}")).await.status, 200);
    assert_eq!(world.browse(BUDI).post(&undo, "").await.status, 200);
}

/// As [`way_back`], as somebody sees it who answers for both.
async fn way_back_of(world: &World, survivor: &str) -> String {
    let page = format!("/accounts/{}/contacts/{survivor}/edit", account(MAJU));
    let page = world.browse(BUDI).get(&page).await.body;
    let from = page.find("/merges/").unwrap_or_else(|| panic!("{page}")) + 8;
    format!("/api/v1/contact-merges/{}/undo", &page[from..from + 36])
}

#[tokio::test]
async fn the_last_merge_of_contacts_is_taken_back_first() {
    let world = world().await;
    let rina = rina().to_string();
    let first = written(&world, MAJU, json!({"name": "Bu Rina"})).await;
    let second = written(&world, MAJU, json!({"name": "Bu R."})).await;
    merge(&world, &first, &second, &[]).await;
    let early = way_back(&world, &first).await;
    merge(&world, &rina, &first, &[]).await;

    let refused = world.browse(AYU).post(&early, "").await;

    assert_eq!(refused.json()["code"], "contacts.later_merge", "{}", refused.body);
    world.browse(AYU).post(&way_back(&world, &rina).await, "").await;
    assert_eq!(world.browse(AYU).post(&early, "").await.status, 200);
}

#[tokio::test]
async fn the_pages_of_a_merge_say_what_stays() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let no = json!({
        "name": "Bu Rina", "phone": "0812 345 678", "consent": "refused",
        "consent_on": "2026-01-20",
    });
    let other = written(&world, MAJU, no).await;
    let mine = json!({"phone": "0811 1234 567", "consent": "given", "consent_on": "2026-02-01"});
    ayu.ask("PATCH", &format!("/api/v1/contacts/{}", rina()), &mine.to_string()).await;
    let page = format!("/accounts/{}/contacts/{}/merge", account(MAJU), rina());

    let pick = ayu.get(&format!("{page}?q=rina")).await.body;
    assert!(pick.contains(&format!("with={other}")), "{pick}");
    let both = ayu.get(&format!("{page}?with={other}")).await.body;
    for part in ["Merge two contacts", "name=\"phone\"", "since 20 Jan 2026", "Toko Maju"] {
        assert!(both.contains(part), "{part}: {both}");
    }
    let done = ayu.post(&page, &format!("with={other}&name=mine&phone=theirs")).await;
    assert_eq!(done.status, 303, "{}", done.body);
    let now = one(&world, &rina().to_string()).await;
    assert_eq!((&now["name"], &now["phone"]), (&json!("Rina Hartati"), &json!("+62812345678")));
}
