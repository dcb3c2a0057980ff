//! Whoever saves what another changed meanwhile is told so, and loses nothing that they typed.

use std::fmt::Write;

use serde_json::json;
use testing::{AYU, BUDI, Browser};

use super::{MAJU, account, world};

/// What a form carries of what it was made from, as a browser sends it back.
async fn carried(browser: &Browser, path: &str) -> String {
    let page = browser.get(path).await.body;
    sent(&page)
}

fn sent(page: &str) -> String {
    let (_, rest) = page.split_once("name=\"was\" value=\"").unwrap_or_else(|| panic!("{page}"));
    let (value, _) = rest.split_once('"').unwrap();
    let plain = [("&#34;", "\""), ("&#39;", "'"), ("&#60;", "<"), ("&#62;", ">"), ("&#38;", "&")];
    let value = plain.iter().fold(value.to_owned(), |it, (from, to)| it.replace(from, to));
    let mut sent = String::new();
    for byte in value.bytes() {
        write!(sent, "%{byte:02X}").unwrap();
    }
    sent
}

#[tokio::test]
async fn a_client_that_another_changed_is_saved_by_whoever_has_seen_it() {
    let world = world().await;
    let (ayu, budi) = (world.browse(AYU), world.browse(BUDI));
    let edit = format!("/accounts/{}/edit", account(MAJU));
    let typed = |name: &str, was: &str| format!("name={name}&status=client&was={was}");
    let (hers, his) = (carried(&ayu, &edit).await, carried(&budi, &edit).await);

    let first = budi.post(&edit, &typed("Toko+Maju+Budi", &his)).await;
    assert_eq!(first.status, 303, "{}", first.body);
    let second = ayu.post(&edit, &typed("Toko+Maju+Ayu", &hers)).await;

    assert_eq!(second.status, 422, "{}", second.body);
    for part in ["Budi Santoso has changed this", "Toko Maju → Toko Maju Budi", "Toko Maju Ayu"] {
        assert!(second.body.contains(part), "{part}: {}", second.body);
    }
    let read = ayu.get(&format!("/api/v1/accounts/{}", account(MAJU))).await.json();
    assert_eq!(read["name"], "Toko Maju Budi");
    let again = ayu.post(&edit, &typed("Toko+Maju+Ayu", &sent(&second.body))).await;
    assert_eq!(again.status, 303, "{}", again.body);
    let read = ayu.get(&format!("/api/v1/accounts/{}", account(MAJU))).await.json();
    assert_eq!(read["name"], "Toko Maju Ayu");
}

#[tokio::test]
async fn what_somebody_did_not_touch_stays_as_another_left_it() {
    let world = world().await;
    let (ayu, budi) = (world.browse(AYU), world.browse(BUDI));
    let api = format!("/api/v1/accounts/{}", account(MAJU));
    let edit = format!("/accounts/{}/edit", account(MAJU));
    ayu.ask("PATCH", &api, r#"{"phone": "0215550111"}"#).await;
    let typed = |phone: &str, was: &str| {
        format!("name=Toko+Maju+Baru&status=client&phone=%2B62{phone}&was={was}")
    };
    let was = carried(&ayu, &edit).await;

    let changed = budi.ask("PATCH", &api, r#"{"phone": "0215550999"}"#).await;
    assert_eq!(changed.status, 200, "{}", changed.body);
    let told = ayu.post(&edit, &typed("215550111", &was)).await;

    assert_eq!(told.status, 422, "{}", told.body);
    for value in ["value=\"Toko Maju Baru\"", "value=\"+62215550999\""] {
        assert!(told.body.contains(value), "{value}: {}", told.body);
    }
    let typed_over = ayu.post(&edit, &typed("215550777", &was)).await;
    assert!(typed_over.body.contains("value=\"+62215550777\""), "{}", typed_over.body);
    let saved = ayu.post(&edit, &typed("215550999", &sent(&told.body))).await;
    assert_eq!(saved.status, 303, "{}", saved.body);
    let read = ayu.get(&api).await.json();
    assert_eq!((&read["name"], &read["phone"]), (&json!("Toko Maju Baru"), &json!("+62215550999")));
}

#[tokio::test]
async fn what_happens_beside_a_form_does_not_refuse_it() {
    let world = world().await;
    let (ayu, budi) = (world.browse(AYU), world.browse(BUDI));
    let page = format!("/accounts/{}", account(MAJU));
    let edit = format!("{page}/edit");
    let was = carried(&ayu, &edit).await;

    let added = budi.post(&format!("{page}/contacts/new"), "name=Dedi+Kurnia").await;
    assert_eq!(added.status, 303, "{}", added.body);
    let noted = budi.post(&format!("{page}/notes"), "text=Tutup+hari+Jumat").await;
    assert_eq!(noted.status, 303, "{}", noted.body);

    let saved = ayu.post(&edit, &format!("name=Toko+Maju+Jaya&status=client&was={was}")).await;
    assert_eq!(saved.status, 303, "{}", saved.body);
}

#[tokio::test]
async fn words_and_fields_of_the_company_are_part_of_what_was_seen() {
    let world = world().await;
    let (ayu, budi) = (world.browse(AYU), world.browse(BUDI));
    let edit = format!("/accounts/{}/edit", account(MAJU));
    let was = carried(&ayu, &edit).await;

    let api = format!("/api/v1/accounts/{}", account(MAJU));
    let tagged = budi.ask("PATCH", &api, r#"{"tags": ["grosir besar"]}"#).await;
    assert_eq!(tagged.status, 200, "{}", tagged.body);

    let saved = ayu.post(&edit, &format!("name=Toko+Maju&status=client&was={was}")).await;
    assert_eq!(saved.status, 422, "{}", saved.body);
    assert!(saved.body.contains("grosir besar"), "{}", saved.body);
    assert_eq!(ayu.get(&api).await.json()["tags"], json!(["grosir besar"]));
}

#[tokio::test]
async fn a_contact_that_another_changed_is_not_overwritten_unseen() {
    let world = world().await;
    let (ayu, budi) = (world.browse(AYU), world.browse(BUDI));
    let edit = format!("/accounts/{}/contacts/{}/edit", account(MAJU), testing::id("rina"));
    let typed = |email: &str, was: &str| {
        format!("name=Rina+Hartati&role=Pemilik&email={email}%40toko.example&was={was}")
    };
    let (hers, his) = (carried(&ayu, &edit).await, carried(&budi, &edit).await);

    let first = budi.post(&edit, &typed("budi", &his)).await;
    assert_eq!(first.status, 303, "{}", first.body);
    let second = ayu.post(&edit, &typed("ayu", &hers)).await;

    assert_eq!(second.status, 422, "{}", second.body);
    for part in ["Budi Santoso has changed this", "budi@toko.example", "ayu@toko.example"] {
        assert!(second.body.contains(part), "{part}: {}", second.body);
    }
    let again = ayu.post(&edit, &typed("ayu", &sent(&second.body))).await;
    assert_eq!(again.status, 303, "{}", again.body);
}

#[tokio::test]
async fn a_note_that_another_wrote_anew_is_not_overwritten_unseen() {
    let world = world().await;
    let (ayu, budi) = (world.browse(AYU), world.browse(BUDI));
    let body = json!({ "kind": "note", "text": "Buka pukul delapan" });
    let path = format!("/api/v1/accounts/{}/activities", account(MAJU));
    let note = ayu.post_json(&path, &body).await.json();
    let edit = format!("/notes/{}/edit", note["id"].as_str().unwrap());
    let typed = |text: &str, was: &str| {
        format!("kind=note&direction=out&text={text}&happened_on=2026-03-02&was={was}")
    };
    let (hers, his) = (carried(&ayu, &edit).await, carried(&budi, &edit).await);

    let first = budi.post(&edit, &typed("Buka+pukul+sembilan", &his)).await;
    assert_eq!(first.status, 303, "{}", first.body);
    let second = ayu.post(&edit, &typed("Buka+pukul+tujuh", &hers)).await;

    assert_eq!(second.status, 422, "{}", second.body);
    for part in ["Budi Santoso has changed this", "Buka pukul sembilan", "Buka pukul tujuh"] {
        assert!(second.body.contains(part), "{part}: {}", second.body);
    }
    let again = ayu.post(&edit, &typed("Buka+pukul+tujuh", &sent(&second.body))).await;
    assert_eq!(again.status, 303, "{}", again.body);
}

#[tokio::test]
async fn a_task_that_another_wrote_anew_is_not_overwritten_unseen() {
    let world = world().await;
    let (ayu, budi) = (world.browse(AYU), world.browse(BUDI));
    let new = json!({ "text": "Kirim contoh", "account_id": account(MAJU) });
    let task = ayu.post_json("/api/v1/tasks", &new).await.json();
    let edit = format!("/tasks/{}/edit", task["id"].as_str().unwrap());
    let typed = |text: &str, was: &str| format!("text={text}&was={was}");
    let (hers, his) = (carried(&ayu, &edit).await, carried(&budi, &edit).await);

    let first = budi.post(&edit, &typed("Kirim+dua+contoh", &his)).await;
    assert_eq!(first.status, 303, "{}", first.body);
    let second = ayu.post(&edit, &typed("Kirim+brosur", &hers)).await;

    assert_eq!(second.status, 422, "{}", second.body);
    for part in ["Budi Santoso has changed this", "Kirim dua contoh", "Kirim brosur"] {
        assert!(second.body.contains(part), "{part}: {}", second.body);
    }
    let again = ayu.post(&edit, &typed("Kirim+brosur", &sent(&second.body))).await;
    assert_eq!(again.status, 303, "{}", again.body);
}

#[tokio::test]
async fn a_program_says_what_it_saw_or_does_not_ask() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let task = json!({ "text": "Kirim contoh", "account_id": account(MAJU) });
    let task = ayu.post_json("/api/v1/tasks", &task).await.json();
    let note = format!("/api/v1/accounts/{}/activities", account(MAJU));
    let note = ayu.post_json(&note, &json!({ "kind": "note", "text": "Buka siang" })).await.json();
    let id = |it: &serde_json::Value| it["id"].as_str().unwrap().to_owned();

    for (path, change, other, stamp) in [
        (format!("/api/v1/accounts/{}", account(MAJU)), "name", "website", "updated_at"),
        (format!("/api/v1/contacts/{}", testing::id("rina")), "name", "email", "updated_at"),
        (format!("/api/v1/tasks/{}", id(&task)), "text", "text", "updated_at"),
        (format!("/api/v1/activities/{}", id(&note)), "text", "outcome", "edited_at"),
    ] {
        let patch = |field: &str, value: &str, seen_at: &serde_json::Value| {
            json!({ field: value, "seen_at": seen_at }).to_string()
        };
        world.at("2026-03-02T06:00:00Z");
        let satu = json!({ change: "Satu" }).to_string();
        let first = world.browse(BUDI).ask("PATCH", &path, &satu).await;
        assert_eq!(first.status, 200, "{path}: {}", first.body);
        let seen = first.json()[stamp].clone();
        assert!(seen.is_string(), "{path}: {}", first.body);

        world.at("2026-03-02T07:00:00Z");
        let kept = ayu.ask("PATCH", &path, &patch(change, "Dua", &seen)).await;
        assert_eq!(kept.status, 200, "{path}: {}", kept.body);
        let late = ayu.ask("PATCH", &path, &patch(other, "tiga@toko.example", &seen)).await;
        assert_eq!(late.json()["code"], "accounts.stale", "{path}: {}", late.body);
        let unasked = json!({ change: "Empat" }).to_string();
        assert_eq!(ayu.ask("PATCH", &path, &unasked).await.status, 200, "{path}");
    }
}
