//! A deal's page shows what is to be done for it and what was done, and takes both down.

use serde_json::json;
use testing::{ANDI, AYU, BUDI, RIZKY, WATI};

use super::{api, opened, path, world};

#[tokio::test]
async fn a_task_and_a_call_stand_on_the_page_of_their_deal() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let deal = opened(&ayu, "Kertas 2026", 1_000_000).await;

    let task = ayu.post(&path(&deal, "/tasks"), "task=Kirim+draf&due_on=2026-03-05").await;
    let call = ayu.post(&path(&deal, "/activities"), "kind=call&text=Minta+harga+baru").await;

    assert_eq!((task.status, call.status), (303, 303), "{} {}", task.body, call.body);
    let page = ayu.get(&path(&deal, "")).await.body;
    for said in ["Kirim draf", "5 Mar 2026", "Minta harga baru"] {
        assert!(page.contains(said), "{said}: {page}");
    }
    let tasks = ayu.get(&api(&deal, "/tasks")).await.json();
    assert_eq!(tasks["items"][0]["opportunity_id"], deal["id"]);
    assert_eq!(tasks["items"][0]["account_id"], deal["account_id"]);
    let id = tasks["items"][0]["id"].as_str().unwrap();
    let done = ayu.post(&format!("/tasks/{id}/done"), "from=deal").await;
    assert_eq!(done.location(), path(&deal, ""));
    // What was said stands with the client, too.
    let client = deal["account_id"].as_str().unwrap();
    let said = ayu.get(&format!("/api/v1/accounts/{client}/activities")).await.json();
    assert_eq!(said["items"][0]["opportunity_id"], deal["id"]);
}

#[tokio::test]
async fn nobody_names_a_deal_that_they_do_not_see() {
    let world = world().await;
    let deal = opened(&world.browse(AYU), "Kertas 2026", 1_000_000).await;
    let task = json!({"text": "Kirim draf"});
    let call = json!({"kind": "call", "text": "Minta harga"});

    for someone in [RIZKY, WATI, ANDI] {
        let browser = world.browse(someone);
        assert_eq!(browser.post_json(&api(&deal, "/tasks"), &task).await.status, 404);
        assert_eq!(browser.post_json(&api(&deal, "/activities"), &call).await.status, 404);
        assert_eq!(browser.get(&api(&deal, "/tasks")).await.status, 404);
    }
    assert_eq!(world.browse(BUDI).post_json(&api(&deal, "/tasks"), &task).await.status, 201);
    // There is no other door by which a task would name one.
    let named = json!({"text": "Kirim draf", "opportunity_id": deal["id"]});
    assert_eq!(world.browse(AYU).post_json("/api/v1/tasks", &named).await.status, 400);
}

#[tokio::test]
async fn what_is_wrong_stands_on_the_deals_page() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let deal = opened(&ayu, "Kertas 2026", 1_000_000).await;

    let empty = ayu.post(&path(&deal, "/tasks"), "task=&due_on=2026-03-05").await;
    assert_eq!(empty.status, 422);
    assert!(empty.body.contains("id=\"task-error\""), "{}", empty.body);
    let no_day = ayu.post(&path(&deal, "/tasks"), "task=Kirim&due_on=besok").await;
    assert!(no_day.body.contains("value=\"Kirim\""), "{}", no_day.body);
    let silent = ayu.post(&path(&deal, "/activities"), "kind=note&text=").await;
    assert_eq!(silent.status, 422, "{}", silent.body);
}
