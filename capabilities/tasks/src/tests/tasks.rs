//! Steps are listed, put off, done and taken back, and given to those who may see the client.

use serde_json::{Value, json};
use testing::{AYU, BUDI, RIZKY};

use super::{MAJU, account, world};

fn texts(list: &Value) -> Vec<&str> {
    list["items"].as_array().unwrap().iter().map(|it| it["text"].as_str().unwrap()).collect()
}

async fn task(browser: &testing::Browser, text: &str, due_on: Option<&str>) -> String {
    let new = json!({ "text": text, "due_on": due_on, "account_id": account(MAJU) });
    let made = browser.post_json("/api/v1/tasks", &new).await;
    assert_eq!(made.status, 201, "{}", made.body);
    made.json()["id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn steps_are_listed_by_their_day_and_narrowed() {
    let world = world().await;
    let browser = world.browse(AYU);
    for (text, day) in [
        ("tanpa hari", None),
        ("pekan depan", Some("2026-03-20")),
        ("lewat", Some("2026-02-27")),
        ("hari ini", Some("2026-03-02")),
        ("lusa", Some("2026-03-04")),
    ] {
        task(&browser, text, day).await;
    }

    for (when, expected) in [
        ("open", vec!["lewat", "hari ini", "lusa", "pekan depan", "tanpa hari"]),
        ("overdue", vec!["lewat"]),
        ("today", vec!["lewat", "hari ini"]),
        ("week", vec!["lewat", "hari ini", "lusa"]),
        ("done", vec![]),
    ] {
        let list = browser.get(&format!("/api/v1/tasks?when={when}")).await.json();
        assert_eq!(texts(&list), expected, "{when}");
        assert_eq!(browser.get(&format!("/tasks?when={when}")).await.status, 200);
    }
    let first = browser.get("/api/v1/tasks?limit=3").await.json();
    let cursor = first["next_cursor"].as_str().unwrap();
    let rest = browser.get(&format!("/api/v1/tasks?limit=3&cursor={cursor}")).await.json();
    assert_eq!(texts(&rest), ["pekan depan", "tanpa hari"]);
    assert_eq!(browser.get("/api/v1/tasks?when=soon").await.status, 400);
    assert_eq!(texts(&world.browse(RIZKY).get("/api/v1/tasks").await.json()), [""; 0]);
    let managers = world.browse(BUDI).get("/tasks?whose=all").await.body;
    assert!(managers.contains("lusa"), "{managers}");
    assert!(!world.browse(BUDI).get("/tasks").await.body.contains("lusa"));
}

#[tokio::test]
async fn what_was_done_or_put_off_can_be_taken_back() {
    let world = world().await;
    let browser = world.browse(AYU);
    let id = task(&browser, "Telepon", Some("2026-02-27")).await;
    let list = |when: &'static str| {
        let browser = world.browse(AYU);
        async move { browser.get(&format!("/api/v1/tasks?when={when}")).await.json() }
    };

    browser.post(&format!("/tasks/{id}/postpone"), "days=1&from=list").await;
    assert_eq!(list("open").await["items"][0]["due_on"], "2026-03-03");
    let done = browser.post(&format!("/tasks/{id}/done"), "from=list").await;
    assert_eq!(done.location(), "/tasks");
    assert_eq!(texts(&list("done").await), ["Telepon"]);
    let late = browser.post(&format!("/tasks/{id}/postpone"), "days=1").await;
    assert_eq!(late.status, 422, "{}", late.body);
    browser.post(&format!("/tasks/{id}/reopen"), "").await;
    assert_eq!(texts(&list("open").await), ["Telepon"]);

    browser.post(&format!("/tasks/{id}/hide"), "").await;
    assert_eq!(texts(&list("open").await), [""; 0]);
    assert_eq!(browser.get(&format!("/tasks/{id}/edit")).await.status, 404);
    browser.post(&format!("/tasks/{id}/restore"), "").await;
    assert_eq!(texts(&list("open").await), ["Telepon"]);
    for act in ["postpone", "done", "reopen", "hide", "restore", "edit"] {
        let foreign = world.browse(RIZKY).post(&format!("/tasks/{id}/{act}"), "text=x").await;
        assert_eq!(foreign.status, 404, "{act}");
    }
}

#[tokio::test]
async fn a_step_is_given_only_to_whoever_sees_the_client() {
    let world = world().await;
    let give = |to: testing::Someone| json!({ "text": "Telepon", "account_id": account(MAJU), "owner_id": to.person() });

    let to_ayu = world.browse(BUDI).post_json("/api/v1/tasks", &give(AYU)).await;
    let to_rizky = world.browse(BUDI).post_json("/api/v1/tasks", &give(RIZKY)).await;
    let up = world.browse(AYU).post_json("/api/v1/tasks", &give(BUDI)).await;

    assert_eq!(to_ayu.status, 201, "{}", to_ayu.body);
    assert_eq!(to_rizky.json()["code"], "accounts.task_unseen", "{}", to_rizky.body);
    assert_eq!(up.status, 403, "{}", up.body);
    let told = world.browse(AYU).get("/api/v1/notices").await.json();
    assert_eq!(told["items"][0]["name"], "accounts.task_assigned", "{told}");
    let rizky = world.browse(RIZKY).get("/api/v1/notices").await.json();
    assert_eq!(rizky["items"], json!([]));
}

#[tokio::test]
async fn the_list_of_tasks_says_what_it_is_asked() {
    let world = world().await;
    let budi = world.browse(BUDI);

    let page = budi.get("/tasks?when=week&whose=all").await.body;
    assert!(page.contains(r#"<a class="chip" href="/tasks?whose=all">"#), "{page}");
    assert!(
        page.contains("/views/new?list=tasks&#38;question=when%3Dweek%26whose%3Dall"),
        "{page}"
    );
    let usual = budi.get("/tasks?when=open&whose=mine").await.body;
    assert!(!usual.contains("/views/new"), "that is what it shows anyway: {usual}");
    let client = format!("/tasks?account_id={}", account(MAJU));
    assert!(budi.get(&client).await.body.contains("Client: Toko Maju"));
    let gone = budi.get("/tasks?when=never").await;
    assert_eq!(gone.status, 200, "{}", gone.body);
    assert!(gone.body.contains("no longer there"), "{}", gone.body);
    assert_eq!(budi.get("/api/v1/tasks?when=never").await.status, 400);
}
