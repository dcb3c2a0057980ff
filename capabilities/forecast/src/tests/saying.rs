//! People say what will come, and what they said stays as it was said.

use serde_json::json;
use testing::{AYU, BUDI, RIZKY};

use super::{Q1, code, count, deal, path, say, won, world};

#[tokio::test]
async fn what_was_said_stays_though_deals_change() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let it = deal(&ayu, "Kertas", (1_000, "IDR"), "2026-03-20").await;
    count(&ayu, &it, "commit").await;

    let said = say(&ayu, &json!({ "IDR": "1200" })).await;
    let api = format!("/api/v1/opportunities/{}", it["id"].as_str().unwrap());
    let changed = ayu
        .ask("PATCH", &api, r#"{"name": "Lain", "value": {"amount": "5", "currency": "IDR"}}"#)
        .await;

    assert_eq!(changed.status, 200, "{}", changed.body);
    let kept = ayu.get(&path(&said, "")).await.json();
    assert_eq!(kept["figures"][0]["commit"], "1000");
    assert_eq!(kept["figures"][0]["called"], "1200");
    assert_eq!(kept["figures"][0]["expected"], "1200");
    let page = ayu.get(&format!("/forecasts/{}", said["id"].as_str().unwrap())).await.body;
    for part in ["Kertas", "Rp1.000", "Rp1.200", "Menunggu tanda tangan"] {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(!page.contains(">Lain<"), "{page}");
}

#[tokio::test]
async fn one_answer_is_awaited_and_may_be_taken_back() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let said = say(&ayu, &json!({})).await;
    let again = ayu.post_json("/api/v1/forecasts", &json!({ "period": Q1 })).await;
    assert_eq!(code(&again), "forecast.waiting");

    let by_rizky = world.browse(RIZKY).ask("POST", &path(&said, "/withdraw"), "").await;
    let by_budi = world.browse(BUDI).ask("POST", &path(&said, "/withdraw"), "").await;
    let back = ayu.ask("POST", &path(&said, "/withdraw"), "").await;

    assert_eq!((by_rizky.status, by_budi.status, back.status), (404, 403, 200));
    assert_eq!(back.json()["state"], "withdrawn");
    say(&ayu, &json!({})).await;
}

#[tokio::test]
async fn the_form_keeps_what_was_typed() {
    let world = world().await;
    let ayu = world.browse(AYU);

    let wrong =
        ayu.post("/forecast", "period=2026-q1&call-IDR=banyak&comment=Hampir+selesai").await;
    let long_over = ayu.post("/forecast", "period=2024-q1").await;

    assert_eq!(wrong.status, 422);
    for part in ["banyak", "Hampir selesai", "no amount"] {
        assert!(wrong.body.contains(part), "{part}: {}", wrong.body);
    }
    assert!(long_over.body.contains("over for long"), "{}", long_over.body);
}

#[tokio::test]
async fn a_week_is_kept_by_itself_and_whoever_is_silent_is_reminded() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let it = deal(&ayu, "Kertas", (1_000, "IDR"), "2026-03-20").await;
    world.at("2026-03-23T05:00:00Z");
    world.work().await;
    won(&ayu, &it).await;
    world.at("2026-03-24T05:00:00Z");
    world.work().await;

    let kept = ayu.get("/api/v1/forecasts?state=kept").await.json();

    assert_eq!(kept["items"].as_array().unwrap().len(), 1, "once a week: {kept}");
    let page = ayu.get("/forecast/accuracy?period=2026-q1").await.body;
    for part in ["Week of 23 Mar 2026", "Weekly record", "Rp1.000", "−100.0%"] {
        assert!(page.contains(part), "{part}: {page}");
    }
    let notices = ayu.get("/notices").await.body;
    assert!(notices.contains("You have not said what will come"), "{notices}");
}
