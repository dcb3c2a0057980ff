//! The owner of a deal says how much one may count on it.

use serde_json::json;
use testing::{ANDI, AYU, BUDI, FAJAR, RIZKY, SRI};

use super::{api, code, opened, path, read, world};

#[tokio::test]
async fn one_click_says_how_a_deal_counts() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let deal = opened(&ayu, "Kertas", 1_000).await;

    let set = ayu.post(&path(&deal, "/category"), "category=commit&version=1").await;

    assert_eq!(set.location(), path(&deal, ""));
    let now = read(&ayu, &deal).await;
    assert_eq!((&now["category"], &now["version"]), (&json!("commit"), &json!(2)));
    let page = ayu.get(&path(&deal, "")).await.body;
    assert!(page.contains("In the forecast: Pipeline → Commit"), "{page}");
    let second = ayu.post(&path(&deal, "/category"), "category=omitted&version=1").await;
    assert!(second.body.contains("Ayu Lestari has just changed"), "{}", second.body);
}

#[tokio::test]
async fn what_its_stage_says_anyway_follows_the_stage() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let deal = opened(&ayu, "Kertas", 1_000).await;
    ayu.ask("PUT", &api(&deal, "/category"), r#"{"category": "best-case"}"#).await;

    let as_stage = ayu.ask("PUT", &api(&deal, "/category"), r#"{"category": "pipeline"}"#).await;
    let nothing = ayu.ask("PUT", &api(&deal, "/category"), "{}").await;

    assert_eq!(as_stage.json()["category"], json!(null), "{}", as_stage.body);
    assert_eq!(nothing.json()["version"], as_stage.json()["version"]);
}

#[tokio::test]
async fn only_an_open_deal_is_counted_on_and_only_by_whoever_may_change_it() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let deal = opened(&ayu, "Kertas", 1_000).await;
    let body = r#"{"category": "commit"}"#;
    for (who, status) in [(RIZKY, 404), (ANDI, 404), (FAJAR, 403), (BUDI, 200)] {
        let seen = world.browse(who).ask("PUT", &api(&deal, "/category"), body).await;
        assert_eq!(seen.status, status, "{}", who.name);
    }

    let closed = ayu.ask("PUT", &api(&deal, "/category"), r#"{"category": "closed"}"#).await;
    ayu.ask("POST", &api(&deal, "/won"), "{}").await;
    let won = ayu.ask("PUT", &api(&deal, "/category"), body).await;

    assert_eq!(code(&closed), "pipeline.no_category");
    assert_eq!(code(&won), "pipeline.closed");
}

#[tokio::test]
async fn a_stage_says_how_its_deals_count() {
    let world = world().await;
    let sri = world.browse(SRI);
    let stage =
        "pipeline=new_business&code=Proposal&label_id=Penawaran&label_en=Proposal&probability=50";

    let kept =
        sri.post("/settings/pipelines/stages/change", &format!("{stage}&category=commit")).await;
    let left = sri.post("/settings/pipelines/stages/change", stage).await;
    let wrong =
        sri.post("/settings/pipelines/stages/change", &format!("{stage}&category=closed")).await;

    assert_eq!((kept.status, left.status, wrong.status), (303, 303, 422), "{}", wrong.body);
    let known = world.browse(AYU).get("/api/v1/pipelines").await.json();
    let stages = known["items"][0]["stages"].as_array().unwrap();
    let proposal = stages.iter().find(|it| it["code"] == "Proposal").unwrap();
    assert_eq!(proposal["category"], "commit");
}
