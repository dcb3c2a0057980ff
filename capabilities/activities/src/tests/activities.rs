//! What happened with a client is kept, found, told to colleagues, changed and taken away.

use serde_json::json;
use testing::{AYU, BUDI, Browser, RIZKY, SRI, World};

use super::{MAJU, account, world};

fn activities() -> String {
    format!("/api/v1/accounts/{}/activities", account(MAJU))
}

async fn logged(browser: &Browser, body: serde_json::Value) -> serde_json::Value {
    let made = browser.post_json(&activities(), &body).await;
    assert_eq!(made.status, 201, "{}", made.body);
    made.json()
}

fn page() -> String {
    format!("/accounts/{}", account(MAJU))
}

async fn unread(world: &World, who: testing::Someone) -> usize {
    let notices = world.browse(who).get("/api/v1/notices").await.json();
    let items = notices["items"].as_array().unwrap();
    items.iter().filter(|it| it["read_at"].is_null()).count()
}

#[tokio::test]
async fn a_line_is_understood_before_it_is_kept() {
    let world = world().await;
    let line = "tel+Bu+Rina+10m:+minta+penawaran+%3E+kirim+penawaran+Jumat";

    let seen = world.browse(AYU).get(&format!("/log?line={line}")).await.body;

    for part in [
        r#"value="Toko Maju""#,
        r#"name="kind" value="call" checked"#,
        r#"name="minutes" type="text" value="10""#,
        ">minta penawaran</textarea>",
        r#"value="kirim penawaran""#,
        r#"value="2026-03-06""#,
        r#"value="on" checked><span class="chip"><i class="icon icon-user" aria-hidden="true"></i>Rina Hartati"#,
    ] {
        assert!(seen.contains(part), "{part}: {seen}");
    }
    assert!(!world.browse(AYU).get(&page()).await.body.contains("minta penawaran"));
}

#[tokio::test]
async fn what_is_kept_stands_on_the_page_and_its_step_is_a_task() {
    let world = world().await;
    let browser = world.browse(AYU);
    let contact = testing::id("rina");
    let form = format!(
        "account_id={}&kind=call&direction=in&minutes=10&text=Minta+%3Cb%3E&outcome=Setuju\
         &contact-{contact}=on&step=Kirim+penawaran&due_on=2026-03-06&internal=on",
        account(MAJU)
    );

    let saved = browser.post("/log", &form).await;
    let seen = browser.get(&page()).await.body;

    assert_eq!(saved.status, 303, "{}", saved.body);
    assert!(seen.contains("Call from the client with Rina Hartati, 10 minutes"), "{seen}");
    for part in ["Minta &#60;b&#62;", "Setuju", "Internal", "Kirim penawaran"] {
        assert!(seen.contains(part), "{part}: {seen}");
    }
    let tasks = browser.get("/api/v1/tasks").await.json();
    assert_eq!(tasks["items"][0]["due_on"], "2026-03-06", "{tasks}");
    let notes = browser.get(&format!("{}?part=notes", page())).await.body;
    let talks = browser.get(&format!("{}?part=talks", page())).await.body;
    assert!(!notes.contains("Minta &#60;b&#62;") && talks.contains("Minta &#60;b&#62;"));
}

#[tokio::test]
async fn what_was_typed_is_not_lost_to_a_mistake() {
    let world = world().await;
    let form = "account=Toko+Entah&kind=call&minutes=lama&text=Minta+harga&line=tel+entah";

    let refused = world.browse(AYU).post("/log", form).await;

    assert_eq!(refused.status, 422, "{}", refused.body);
    for kept in ["Toko Entah", "lama", "Minta harga", "tel entah"] {
        assert!(refused.body.contains(kept), "{kept}: {}", refused.body);
    }
    let future = json!({ "text": "x", "happened_at": "2026-03-09T05:00:00Z" });
    let future = world.browse(AYU).post_json(&activities(), &future).await;
    assert_eq!(future.json()["code"], "accounts.activity_not_yet", "{}", future.body);
    let stranger = json!({ "text": "x", "contact_ids": [testing::id("nobody-there")] });
    let stranger = world.browse(AYU).post_json(&activities(), &stranger).await;
    assert_eq!(stranger.status, 422, "{}", stranger.body);
    assert_eq!(world.browse(AYU).get(&activities()).await.json()["items"], json!([]));
}

#[tokio::test]
async fn a_colleague_who_sees_the_client_is_told_and_no_other() {
    let world = world().await;
    let names = world.browse(SRI).get("/api/v1/people").await.json();
    let name = |who: testing::Someone| {
        let all = names["items"].as_array().unwrap();
        let one = all.iter().find(|it| it["id"] == who.person().to_string()).unwrap();
        one["name"].as_str().unwrap().to_owned()
    };
    let text = format!("@{} @{} lihat ini", name(BUDI), name(RIZKY)).replace(' ', "+");

    let form = format!("account_id={}&kind=note&text={text}", account(MAJU));
    let saved = world.browse(AYU).post("/log", &form).await;

    assert_eq!(saved.status, 303, "{}", saved.body);
    assert_eq!((unread(&world, BUDI).await, unread(&world, RIZKY).await), (1, 0));
    let flash = saved.headers.get("set-cookie").unwrap().to_str().unwrap();
    let flash = flash.split(['=', ';']).nth(1).unwrap();
    let said = String::from_utf8(frame::secrets::from_text(flash).unwrap()).unwrap();
    assert!(said.contains(&name(RIZKY)) && !said.contains(&name(BUDI)), "{said}");

    let browser = world.browse(BUDI);
    let head = browser.get("/accounts").await.body;
    assert!(head.contains("For you: 1 unread"), "{head}");
    let list = browser.get("/api/v1/notices").await.json();
    let notice = &list["items"][0];
    assert!(notice["sentence"].as_str().unwrap().contains("Toko Maju"), "{notice}");
    let id = notice["id"].as_str().unwrap();
    assert_eq!(world.browse(AYU).post(&format!("/notices/{id}/open"), "").await.status, 404);
    let opened = browser.post(&format!("/notices/{id}/open"), "").await;
    assert_eq!(opened.location(), notice["link"]);
    assert!(browser.get(opened.location()).await.body.contains("lihat ini"));
    assert_eq!(unread(&world, BUDI).await, 0);
}

#[tokio::test]
async fn only_those_who_see_the_client_are_offered() {
    let world = world().await;
    let offers = format!("/accounts/{}/colleagues/offers?q=", account(MAJU));

    let offered = world.browse(AYU).get(&offers).await;
    let foreign = world.browse(RIZKY).get(&offers).await;

    assert!(offered.body.contains("Budi"), "{}", offered.body);
    assert!(!offered.body.contains("Rizky"), "{}", offered.body);
    assert_eq!(foreign.status, 404);
}

#[tokio::test]
async fn what_is_written_anew_keeps_what_it_said() {
    let world = world().await;
    let made = logged(&world.browse(AYU), json!({ "kind": "call", "text": "Harga naik" })).await;
    let path = format!("/api/v1/activities/{}", made["id"].as_str().unwrap());
    let note = format!("/notes/{}", made["id"].as_str().unwrap());

    let changed = world.browse(AYU).ask("PATCH", &path, r#"{"text":"Harga turun"}"#).await;
    let foreign = world.browse(RIZKY).ask("PATCH", &path, r#"{"text":"x"}"#).await;
    let seen = world.browse(BUDI).get(&note).await.body;

    assert_eq!((changed.status, foreign.status), (200, 404), "{}", changed.body);
    assert!(seen.contains("Harga naik") && seen.contains("Harga turun"), "{seen}");
    let by_manager = logged(&world.browse(BUDI), json!({ "text": "Kata manajer" })).await;
    let theirs = format!("/api/v1/activities/{}", by_manager["id"].as_str().unwrap());
    let not_mine = world.browse(AYU).ask("PATCH", &theirs, r#"{"text":"x"}"#).await;
    assert_eq!(not_mine.json()["code"], "accounts.activity_of_another", "{}", not_mine.body);
    let old = world.browse(AYU).get("/api/v1/search?q=turun").await.body;
    assert!(old.contains("Harga turun"), "{old}");
}

#[tokio::test]
async fn what_was_taken_away_is_nowhere_until_it_is_brought_back() {
    let world = world().await;
    let browser = world.browse(AYU);
    let made = logged(&browser, json!({ "text": "Rahasia dapur" })).await;
    let note = format!("/notes/{}", made["id"].as_str().unwrap());

    assert_eq!(browser.post(&format!("{note}/pin"), "").await.status, 303);
    assert!(browser.get(&page()).await.body.contains("Pinned"));
    assert_eq!(browser.post(&format!("{note}/hide"), "").await.status, 303);

    let seen = browser.get(&page()).await.body;
    assert!(!seen.contains("Rahasia dapur") && seen.contains("Activity deleted"), "{seen}");
    assert!(!browser.get("/api/v1/search?q=dapur").await.body.contains("Rahasia"));
    assert_eq!(browser.get(&activities()).await.json()["items"], json!([]));
    assert_eq!(world.browse(BUDI).get(&note).await.status, 200, "he answers for her");

    assert_eq!(browser.post(&format!("{note}/restore"), "").await.status, 303);
    assert!(browser.get(&page()).await.body.contains("Rahasia dapur"));
    browser.post(&format!("{note}/hide"), "").await;
    world.at("2026-04-05T05:00:00Z");
    assert_eq!(browser.post(&format!("{note}/restore"), "").await.status, 422);
}

#[tokio::test]
async fn a_merge_carries_what_happened_and_its_undo_brings_it_back() {
    let world = world().await;
    let browser = world.browse(AYU);
    let other = json!({ "name": "Toko Maju Dua" });
    let other = browser.post_json("/api/v1/accounts?anyway=true", &other).await.json();
    let other = other["id"].as_str().unwrap().to_owned();
    let theirs = format!("/api/v1/accounts/{other}/activities");
    browser.post_json(&theirs, &json!({ "kind": "meeting", "text": "Rapat lama" })).await;

    let merge = json!({ "merged_id": other });
    let merged =
        browser.post_json(&format!("/api/v1/accounts/{}/merge", account(MAJU)), &merge).await;
    let both = browser.get(&activities()).await.body;

    assert!(merged.status < 300, "{}", merged.body);
    assert!(both.contains("Rapat lama"), "{both}");
    assert!(browser.get(&page()).await.body.contains("Rapat lama"));
    let seen = browser.get(&page()).await.body;
    let from = seen.find("/merges/").unwrap() + 8;
    let undo = format!("/api/v1/merges/{}/undo", &seen[from..from + 36]);
    let undone = browser.post(&undo, "").await;
    assert!(undone.status < 300, "{}", undone.body);
    assert!(browser.get(&theirs).await.body.contains("Rapat lama"));
    assert!(!browser.get(&activities()).await.body.contains("Rapat lama"));
}
