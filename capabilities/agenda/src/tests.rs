//! What is promised of the agenda and of the calendar that follows it.

mod agenda;
mod feed;
mod task_files;

use serde_json::{Value, json};
use testing::{Browser, World, id};

async fn world() -> World {
    let routes = crate::routes()
        .merge(people::routes())
        .merge(accounts::routes())
        .merge(tasks::routes())
        .merge(pipeline::routes())
        .merge(visits::routes());
    World::furnished(routes, |made| {
        made.panels = vec![&activities::TIMELINE];
        made.tellers =
            vec![crate::TELLER, accounts::TELLER, tasks::TELLER, pipeline::TELLER, visits::TELLER];
        made.jobs = vec![frame::JOBS, accounts::JOBS, tasks::JOBS];
        made.actor_of = identity::actor_of;
    })
    .await
}

async fn task(browser: &Browser, text: &str, due_on: &str, time: Option<&str>) -> Value {
    let new =
        json!({"text": text, "due_on": due_on, "due_time": time, "account_id": id("toko-maju")});
    let made = browser.post_json("/api/v1/tasks", &new).await;
    assert_eq!(made.status, 201, "{}", made.body);
    made.json()
}

async fn deal(browser: &Browser) -> Value {
    let new = json!({"name": "Kertas 2026", "account_id": id("toko-maju"),
        "expected_close_on": "2026-03-06", "next_step": "Kirim draf", "next_step_on": "2026-03-04"});
    let made = browser.post_json("/api/v1/opportunities", &new).await;
    assert_eq!(made.status, 201, "{}", made.body);
    made.json()
}
