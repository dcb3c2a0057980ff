//! Two contacts who became one and were parted again are who they were, whatever names them.

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Value, json};
use testing::{AYU, SRI, Seen, World, id};

use super::{MAJU, SEHAT, dump, world};

/// Something that names a contact, or is known of them.
#[derive(Clone, Copy, Debug)]
enum Named {
    /// They are at the other client, too, as something else.
    Post,
    /// They left the one where they were.
    Left,
    Note,
    Deal,
    Prospect,
    Own,
    Phone,
    Whatsapp,
    Email,
    Birthday,
    Agrees,
    Refuses,
}

const ALL: [Named; 12] = [
    Named::Post,
    Named::Left,
    Named::Note,
    Named::Deal,
    Named::Prospect,
    Named::Own,
    Named::Phone,
    Named::Whatsapp,
    Named::Email,
    Named::Birthday,
    Named::Agrees,
    Named::Refuses,
];

async fn patch(world: &World, contact: &str, what: &Value) -> Seen {
    let path = format!("/api/v1/contacts/{contact}");
    world.browse(AYU).ask("PATCH", &path, &what.to_string()).await
}

/// Names this contact, who is at one client, and may come to another.
async fn name(world: &World, number: usize, named: Named, contact: &str, at: [&str; 2]) {
    let ayu = world.browse(AYU);
    let seen = match named {
        Named::Post => {
            let form = format!("contact_id={contact}");
            ayu.post(&format!("/accounts/{}/contacts/link", id(at[1])), &form).await
        }
        Named::Left => {
            let known = ayu.get(&format!("/api/v1/contacts/{contact}")).await.json();
            let form = format!(
                "name={}&role=Kasir+{number}&left_on=2026-02-0{}",
                known["name"].as_str().unwrap().replace(' ', "+"),
                1 + number % 9,
            );
            ayu.post(&format!("/accounts/{}/contacts/{contact}/edit", id(at[0])), &form).await
        }
        Named::Note => {
            let note = json!({"kind": "call", "text": "Harga", "contact_ids": [contact]});
            ayu.post_json(&format!("/api/v1/accounts/{}/activities", id(at[0])), &note).await
        }
        Named::Deal => {
            let value = json!({"amount": "250000", "currency": "IDR"});
            let name = format!("Rak {number}");
            let deal = json!({"name": name, "account_id": id(at[0]), "value": value});
            let deal = ayu.post_json("/api/v1/opportunities", &deal).await.json();
            let path = format!("/opportunities/{}/contacts", deal["id"].as_str().unwrap());
            ayu.post(&path, &format!("contact_id={contact}&role=decides")).await
        }
        Named::Prospect => {
            let phone = format!("0813 555 {number:04}");
            let new = json!({"name": format!("Calon {number}"), "phone": phone});
            let made = ayu.post_json("/api/v1/prospects?anyway=true", &new).await.json();
            let path = format!("/api/v1/prospects/{}/convert", made["id"].as_str().unwrap());
            ayu.post_json(&path, &json!({"account_id": id(at[0]), "contact_id": contact})).await
        }
        Named::Own => {
            let path = "/settings/clients/fields/new";
            let field =
                "record=contact&kind=text&label_id=Hobi&seen_by=everybody&kept_by=everybody";
            world.browse(SRI).post(path, field).await;
            patch(world, contact, &json!({"custom": {"hobi": format!("Catur {number}")}})).await
        }
        Named::Phone => {
            patch(world, contact, &json!({"phone": format!("0811 555 {number:04}")})).await
        }
        Named::Whatsapp => {
            patch(world, contact, &json!({"whatsapp": format!("0812 555 {number:04}")})).await
        }
        Named::Email => {
            patch(world, contact, &json!({"email": format!("orang{number}@toko.example")})).await
        }
        Named::Birthday => patch(world, contact, &json!({"birthday": "1988-04-12"})).await,
        Named::Agrees => {
            let said = json!({"consent": "given", "consent_on": "2026-01-02"});
            patch(world, contact, &said).await
        }
        Named::Refuses => {
            let said = json!({"consent": "refused", "consent_note": "Lewat telepon"});
            patch(world, contact, &said).await
        }
    };
    // Whoever is there already is there already.
    assert!(
        seen.status < 500 && !matches!(seen.status, 400 | 401 | 403 | 404),
        "{named:?}: {} {}",
        seen.status,
        seen.body
    );
}

async fn merge_and_undo(names: Vec<(Named, bool)>, take: Vec<&'static str>) {
    let world = world().await;
    let ayu = world.browse(AYU);
    let new = json!({"account_id": id(SEHAT), "name": "Rina H."});
    let other = ayu.post_json("/api/v1/contacts", &new).await.json();
    let (rina, other) = (id("rina").to_string(), other["id"].as_str().unwrap().to_owned());
    for (number, (named, first)) in names.into_iter().enumerate() {
        let (contact, at) = if first { (&rina, [MAJU, SEHAT]) } else { (&other, [SEHAT, MAJU]) };
        name(&world, number, named, contact, at).await;
    }
    let before = dump(&world).await;

    let path = format!("/api/v1/contacts/{rina}/merge");
    let merged = ayu.post_json(&path, &json!({"merged_id": other, "take": take})).await;
    assert_eq!(merged.status, 200, "{}", merged.body);
    assert_ne!(dump(&world).await, before);
    let page = ayu.get(&format!("/accounts/{}/contacts/{rina}/edit", id(MAJU))).await.body;
    let at = page.find("/merges/").unwrap() + 8;
    let undo = format!("/api/v1/contact-merges/{}/undo", &page[at..at + 36]);
    let undone = ayu.post(&undo, "").await;

    assert_eq!(undone.status, 200, "{}", undone.body);
    assert_eq!(undone.json()["changed_since"], 0, "{}", undone.body);
    let after = dump(&world).await;
    for (table, rows) in &before {
        assert_eq!(&after[table], rows, "{table}");
    }
}

#[test]
fn merged_and_parted_they_are_who_they_were() {
    let one = prop::sample::select(ALL.to_vec());
    let names = prop::collection::vec((one, any::<bool>()), 0..8);
    let fields = vec!["name", "phone", "whatsapp", "email", "channel", "birthday"];
    let take = prop::sample::subsequence(fields, 0..6);
    let runtime = tokio::runtime::Runtime::new().unwrap();

    // Each case is a world of its own.
    let mut runner =
        TestRunner::new(Config { cases: 8, failure_persistence: None, ..Config::default() });
    runner
        .run(&(names, take), |(names, take)| {
            runtime.block_on(merge_and_undo(names, take));
            Ok(())
        })
        .unwrap();
}

/// Everything at once, on both: what is there twice, and what only one of them has.
#[tokio::test]
async fn all_that_can_name_two_contacts_is_parted_again() {
    let on_both = ALL.into_iter().flat_map(|it| [(it, true), (it, false)]);

    merge_and_undo(on_both.collect(), vec!["name", "email"]).await;
}

/// A deleted contact keeps what names them, so that all of it is there again.
#[tokio::test]
async fn whoever_was_deleted_and_taken_back_is_who_they_were() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let rina = id("rina").to_string();
    for (number, named) in ALL.into_iter().enumerate() {
        name(&world, number, named, &rina, [MAJU, SEHAT]).await;
    }
    let before = dump(&world).await;

    let deleted = ayu.ask("DELETE", &format!("/api/v1/contacts/{rina}"), "").await;
    let back = ayu.post(&format!("/api/v1/contacts/{rina}/restore"), "").await;

    assert_eq!((deleted.status, back.status), (204, 200), "{}", back.body);
    let after = dump(&world).await;
    for (table, rows) in &before {
        assert_eq!(&after[table], rows, "{table}");
    }
}
