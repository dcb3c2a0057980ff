//! A task has a time, reminds once, and comes again, once.

use kernel::Zone;
use people::person;
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use serde_json::{Value, json};
use testing::{AYU, BUDI, Browser, RIZKY, SRI, World};

use super::{MAJU, account, world};

async fn add(browser: &Browser, new: Value) -> Value {
    let made = browser.post_json("/api/v1/tasks", &new).await;
    assert_eq!(made.status, 201, "{}", made.body);
    made.json()
}

fn path(task: &Value) -> String {
    format!("/api/v1/tasks/{}", task["id"].as_str().unwrap())
}

async fn open(browser: &Browser) -> Vec<(String, String)> {
    let list = browser.get("/api/v1/tasks").await.json();
    let text = |it: &Value, key: &str| it[key].as_str().unwrap_or_default().to_owned();
    let items = list["items"].as_array().unwrap();
    items.iter().map(|it| (text(it, "text"), text(it, "due_on"))).collect()
}

/// What stands under the bell of whoever asks.
async fn reminders(browser: &Browser) -> Vec<String> {
    let list = browser.get("/api/v1/notices").await.json();
    let items = list["items"].as_array().unwrap().iter();
    let due = items.filter(|it| it["name"] == "accounts.task_reminded");
    due.map(|it| it["sentence"].as_str().unwrap_or_default().to_owned()).collect()
}

/// Ayu at 14:00 in Jakarta on the day of the world, reminded an hour before.
fn at_two() -> Value {
    json!({"text": "Telepon", "due_on": "2026-03-02", "due_time": "14:00", "remind_minutes": 60,
           "account_id": account(MAJU)})
}

#[tokio::test]
async fn a_time_is_that_of_whoever_says_it() {
    let world = world().await;
    let ayu = world.browse(AYU);

    let task = add(&ayu, at_two()).await;

    assert_eq!(task["due_at"], "2026-03-02T07:00:00Z");
    assert_eq!(task["due_zone"], "Asia/Jakarta");
    let page = ayu.get("/tasks").await.body;
    assert!(page.contains("today 14:00 WIB"), "{page}");
    let edit = ayu.get(&format!("/tasks/{}/edit", task["id"].as_str().unwrap())).await.body;
    assert!(edit.contains("Time (WIB)") && edit.contains("value=\"14:00\""), "{edit}");

    world.at("2026-03-02T07:00:01Z");
    let overdue = ayu.get("/api/v1/tasks?when=overdue").await.json();
    assert_eq!(overdue["items"][0]["id"], task["id"], "at once, not when the day is over");
}

#[tokio::test]
async fn a_colleague_in_another_zone_reads_both_clocks() {
    let world = world().await;
    add(&world.browse(AYU), at_two()).await;
    let tx = super::tx(&world, SRI).await;
    let budi = tx.get::<person::Entity>(BUDI.person()).await.unwrap();
    let mut row = budi.into_active_model();
    row.zone = Set(Some(Zone::makassar()));
    tx.update(row).await.unwrap();
    tx.commit().await.unwrap();

    let page = world.browse(BUDI).get("/tasks?whose=all").await.body;

    assert!(page.contains("today 15:00 WITA (14:00 WIB)"), "{page}");
}

#[tokio::test]
async fn a_reminder_comes_once() {
    let world = world().await;
    let ayu = world.browse(AYU);
    add(&ayu, at_two()).await;

    world.at("2026-03-02T05:59:59Z");
    world.work().await;
    assert_eq!(reminders(&ayu).await, [""; 0]);
    world.at("2026-03-02T06:00:00Z");
    world.work().await;
    world.work().await;

    let told = reminders(&ayu).await;
    assert_eq!(told, ["Reminder: Telepon (Toko Maju), 2 Mar 2026, 14:00 WIB"]);
    assert_eq!(reminders(&world.browse(BUDI)).await, [""; 0]);
}

#[tokio::test]
async fn a_reminder_after_an_outage_comes_once_and_says_so() {
    let world = world().await;
    let ayu = world.browse(AYU);
    add(&ayu, at_two()).await;

    world.at("2026-03-02T06:40:00Z");
    world.work().await;
    world.work().await;

    let told = reminders(&ayu).await;
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].starts_with("A late reminder"), "{told:?}");
}

#[tokio::test]
async fn what_was_moved_reminds_anew_and_what_is_done_or_gone_does_not() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let moved = add(&ayu, at_two()).await;
    let done = add(&ayu, at_two()).await;
    let gone = add(&ayu, at_two()).await;

    let later = json!({"text": "Telepon lagi", "due_time": "16:00"});
    assert_eq!(ayu.ask("PATCH", &path(&moved), &later.to_string()).await.status, 200);
    ayu.ask("PATCH", &path(&done), r#"{"done": true}"#).await;
    ayu.ask("DELETE", &path(&gone), "").await;
    world.at("2026-03-02T06:00:00Z");
    world.work().await;
    assert_eq!(reminders(&ayu).await, [""; 0]);

    world.at("2026-03-02T08:00:00Z");
    world.work().await;
    assert_eq!(reminders(&ayu).await.len(), 1);

    // Put off after it has come, it comes again.
    let next = json!({"due_on": "2026-03-03"});
    ayu.ask("PATCH", &path(&moved), &next.to_string()).await;
    world.at("2026-03-03T08:00:00Z");
    world.work().await;
    assert_eq!(reminders(&ayu).await.len(), 2);
}

#[tokio::test]
async fn moved_there_and_back_a_reminder_still_comes_once() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let task = add(&ayu, at_two()).await;

    for time in ["15:00", "14:00"] {
        let time = json!({ "due_time": time }).to_string();
        ayu.ask("PATCH", &path(&task), &time).await;
    }
    world.at("2026-03-02T09:00:00Z");
    world.work().await;

    assert_eq!(reminders(&ayu).await.len(), 1);
}

#[tokio::test]
async fn what_is_wrong_stands_beside_its_input_and_nothing_typed_is_lost() {
    let world = world().await;
    let ayu = world.browse(AYU);

    for (form, field) in [
        ("text=Rapat&due_time=25:00&due_on=2026-03-05", "due_time"),
        ("text=Rapat&due_time=14:00", "due_on"),
        ("text=Rapat&remind=60", "due_on"),
        ("text=Rapat&due_on=2026-03-05&repeat=daily&every=0", "every"),
        ("text=Rapat&due_on=2026-03-05&repeat=daily&until=2026-03-04", "until"),
        ("text=Rapat&due_on=2026-03-05&repeat=daily&times=0", "until"),
        ("text=Rapat&due_on=2026-03-05&repeat=hourly", "repeat"),
        ("text=Rapat&due_on=2026-03-05&remind=99999", "remind"),
    ] {
        let refused = ayu.post("/tasks", form).await;

        assert_eq!(refused.status, 422, "{form}");
        let beside = format!("id=\"{field}-error\"");
        assert!(refused.body.contains(&beside), "{form}: {}", refused.body);
        assert!(refused.body.contains("value=\"Rapat\""), "{form}");
    }
    let wrong =
        json!({"text": "Rapat", "due_on": "2026-03-05", "repeat": "FREQ=MONTHLY;BYMONTHDAY=31"});
    let refused = ayu.post_json("/api/v1/tasks", &wrong).await;
    assert_eq!(refused.json()["code"], "accounts.task_no_rule", "{}", refused.body);
}

#[tokio::test]
async fn the_next_one_is_made_when_one_is_done_and_never_two() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let weekly = "text=Laporan&due_on=2026-03-03&repeat=weekly&tu=on&th=on&remind=0";
    let made = ayu.post("/tasks", weekly).await;
    assert_eq!(made.status, 303, "{}", made.body);
    let list = ayu.get("/api/v1/tasks").await.json();
    let first = list["items"][0].clone();
    assert_eq!(first["repeat"], "FREQ=WEEKLY;BYDAY=TU,TH");

    for done in ["true", "false", "true"] {
        let seen = ayu.ask("PATCH", &path(&first), &format!("{{\"done\": {done}}}")).await;
        assert_eq!(seen.status, 200, "{}", seen.body);
    }
    world.at("2026-03-03T12:00:00Z");
    world.work().await;

    assert_eq!(open(&ayu).await, [("Laporan".to_owned(), "2026-03-05".to_owned())]);
    let page = ayu.get("/tasks").await.body;
    assert!(page.contains("Every Tue, Thu"), "{page}");
}

#[tokio::test]
async fn the_next_one_is_made_when_its_day_comes_and_what_was_missed_is_no_heap() {
    let world = world().await;
    let ayu = world.browse(AYU);
    add(&ayu, json!({"text": "Kas", "due_on": "2026-03-02", "repeat": "FREQ=DAILY"})).await;

    world.at("2026-03-02T06:00:00Z");
    world.work().await;
    let day = |day: &str| ("Kas".to_owned(), day.to_owned());
    assert_eq!(open(&ayu).await, [day("2026-03-02"), day("2026-03-03")]);

    // Nobody worked for ten days.
    world.at("2026-03-12T05:00:00Z");
    world.work().await;
    world.work().await;
    let list = open(&ayu).await;
    assert_eq!(list[..2], [day("2026-03-02"), day("2026-03-03")], "what was not done is overdue");
    assert_eq!(list[2..], [day("2026-03-12")]);
    world.at("2026-03-12T06:00:00Z");
    world.work().await;
    assert_eq!(open(&ayu).await.len(), 4, "its day has come");
}

#[tokio::test]
async fn after_it_is_done_counts_from_then_and_a_series_ends() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let new = json!({"text": "Cek stok", "due_on": "2026-03-02", "repeat": "FREQ=DAILY;INTERVAL=3;COUNT=2",
                     "repeat_from": "done"});
    let first = add(&ayu, new).await;

    world.at("2026-03-10T05:00:00Z");
    world.work().await;
    assert_eq!(open(&ayu).await.len(), 1, "it waits for the first");
    ayu.ask("PATCH", &path(&first), r#"{"done": true}"#).await;
    assert_eq!(open(&ayu).await, [("Cek stok".to_owned(), "2026-03-13".to_owned())]);

    let second = ayu.get("/api/v1/tasks").await.json()["items"][0].clone();
    ayu.ask("PATCH", &path(&second), r#"{"done": true}"#).await;
    assert_eq!(open(&ayu).await, [], "two were asked for");
}

#[tokio::test]
async fn one_that_was_put_off_or_taken_away_moves_no_other() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let new = json!({"text": "Kas", "due_on": "2026-03-02", "repeat": "FREQ=WEEKLY;BYDAY=MO"});
    let first = add(&ayu, new).await;

    ayu.ask("PATCH", &path(&first), r#"{"due_on": "2026-03-05"}"#).await;
    ayu.ask("PATCH", &path(&first), r#"{"done": true}"#).await;
    let next = ayu.get("/api/v1/tasks").await.json()["items"][0].clone();
    assert_eq!(next["due_on"], "2026-03-09", "a Monday, as the rule says");
    ayu.ask("DELETE", &path(&next), "").await;
    world.at("2026-03-20T05:00:00Z");
    world.work().await;

    assert_eq!(open(&ayu).await, [], "it comes no more");
    let id = next["id"].as_str().unwrap();
    ayu.post(&format!("/tasks/{id}/restore"), "").await;
    world.at("2026-03-20T06:00:00Z");
    world.work().await;
    let days: Vec<String> = open(&ayu).await.into_iter().map(|it| it.1).collect();
    assert_eq!(days, ["2026-03-09", "2026-03-23"]);
}

#[tokio::test]
async fn people_are_led_back_to_the_agenda_and_nowhere_else() {
    let world: World = world().await;
    let ayu = world.browse(AYU);
    let task = add(&ayu, json!({"text": "Kas", "due_on": "2026-03-02"})).await;
    let done = format!("/tasks/{}/done", task["id"].as_str().unwrap());

    let back = ayu.post(&done, "from=%2Fagenda%3Fview%3Dweek").await;
    assert_eq!(back.location(), "/agenda?view=week");
    let away = ayu.post(&done, "from=%2F%2Fevil.example").await;
    assert_eq!(away.location(), "/tasks");
    assert_eq!(world.browse(RIZKY).post(&done, "").await.status, 404);
}
