//! Whoever answers for somebody accepts what they said, adjusts it, or sends it back.

use serde_json::json;
use testing::{AYU, BUDI, FAJAR, GILANG, HENDRA, MAYA, RIZKY, SARI, SRI, WATI};

use super::{Q1, code, count, deal, path, say, world};

#[tokio::test]
async fn only_whoever_answers_for_somebody_decides() {
    let world = world().await;
    let said = say(&world.browse(AYU), &json!({})).await;
    let body = r#"{"verdict": "approve"}"#;

    for (who, status) in
        [(RIZKY, 404), (MAYA, 404), (GILANG, 404), (SARI, 404), (FAJAR, 403), (AYU, 403)]
    {
        let seen = world.browse(who).ask("POST", &path(&said, "/decide"), body).await;
        assert_eq!(seen.status, status, "{}: {}", who.name, seen.body);
    }
    let own = say(&world.browse(MAYA), &json!({})).await;
    let by_herself = world.browse(MAYA).ask("POST", &path(&own, "/decide"), body).await;
    assert_eq!(code(&by_herself), "forecast.own_forecast");
    let decided = world.browse(BUDI).ask("POST", &path(&said, "/decide"), body).await;
    assert_eq!((decided.status, &decided.json()["state"]), (200, &json!("approved")));
}

#[tokio::test]
async fn whoever_sends_back_says_why_and_the_person_hears_it() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let said = say(&ayu, &json!({ "IDR": "5" })).await;
    let page = format!("/forecasts/{}", said["id"].as_str().unwrap());

    let budi = world.browse(BUDI);
    let wordless = budi.post(&format!("{page}/decide"), "verdict=return&version=1").await;
    let back =
        budi.post(&format!("{page}/decide"), "verdict=return&version=1&why=Terlalu+rendah").await;

    assert!(wordless.body.contains("Write why"), "{}", wordless.body);
    assert_eq!(back.status, 303, "{}", back.body);
    assert!(ayu.get(&page).await.body.contains("Terlalu rendah"));
    assert!(ayu.get("/notices").await.body.contains("was sent back"));
    say(&ayu, &json!({ "IDR": "9" })).await;
}

#[tokio::test]
async fn an_adjustment_is_what_the_team_counts_with() {
    let world = world().await;
    let (ayu, rizky, budi) = (world.browse(AYU), world.browse(RIZKY), world.browse(BUDI));
    let it = deal(&ayu, "Kertas", (1_000, "IDR"), "2026-03-20").await;
    count(&ayu, &it, "commit").await;
    let other = deal(&rizky, "Map", (300, "IDR"), "2026-03-20").await;
    count(&rizky, &other, "commit").await;
    let said = say(&ayu, &json!({ "IDR": "1200" })).await;

    let body = r#"{"verdict": "approve", "adjusted": {"IDR": "900"}}"#;
    let decided = budi.ask("POST", &path(&said, "/decide"), body).await;

    assert_eq!(decided.json()["figures"][0]["adjusted"], "900", "{}", decided.body);
    let team = budi.get("/api/v1/forecast/team?period=2026-q1").await.json();
    assert_eq!(team["figures"][0]["expected"], "1200", "900 and 300: {team}");
    assert_eq!(team["figures"][0]["commit"], "1300");
}

#[tokio::test]
async fn of_two_who_decide_at_once_the_second_is_told() {
    let world = world().await;
    let said = say(&world.browse(AYU), &json!({})).await;
    let body = r#"{"verdict": "approve", "version": 1}"#;
    let first = world.browse(BUDI).ask("POST", &path(&said, "/decide"), body).await;
    assert_eq!(first.status, 200, "{}", first.body);

    let second = world.browse(HENDRA).ask("POST", &path(&said, "/decide"), body).await;

    assert_eq!(code(&second), "forecast.not_waiting");
}

#[tokio::test]
async fn a_decision_is_taken_back() {
    let world = world().await;
    let said = say(&world.browse(AYU), &json!({})).await;
    let budi = world.browse(BUDI);
    budi.ask("POST", &path(&said, "/decide"), r#"{"verdict": "approve"}"#).await;
    let page = format!("/forecasts/{}", said["id"].as_str().unwrap());

    let by_ayu = world.browse(AYU).post(&format!("{page}/reopen"), "").await;
    let back = budi.post(&format!("{page}/reopen"), "").await;

    assert_eq!((by_ayu.status, back.status), (403, 303), "{}", back.body);
    assert_eq!(budi.get(&path(&said, "")).await.json()["state"], "submitted");
}

#[tokio::test]
async fn a_lead_speaks_for_the_whole_team() {
    let world = world().await;
    let (ayu, budi) = (world.browse(AYU), world.browse(BUDI));
    let it = deal(&ayu, "Kertas", (1_000, "IDR"), "2026-03-20").await;
    count(&ayu, &it, "commit").await;
    say(&ayu, &json!({ "IDR": "1100" })).await;

    let body = json!({ "period": Q1, "scope": "team", "called": {"IDR": "1500"} });
    let word = budi.post_json("/api/v1/forecasts", &body).await;
    let by_ayu = ayu.post_json("/api/v1/forecasts", &body).await;

    assert_eq!(word.status, 201, "{}", word.body);
    assert_eq!(word.json()["figures"][0]["expected"], "1500");
    assert_eq!(word.json()["figures"][0]["called"], "1100", "what its people said stays");
    assert_eq!(by_ayu.status, 403);
    let decide = path(&word.json(), "/decide");
    let decided = world.browse(SRI).ask("POST", &decide, r#"{"verdict": "approve"}"#).await;
    assert_eq!(decided.status, 200, "{}", decided.body);
    let above = world.browse(HENDRA).get(&path(&word.json(), "")).await;
    assert_eq!(above.status, 200, "whoever stands above reads it");
}

#[tokio::test]
async fn what_is_made_of_a_team_stands_beside_a_lead_without_deals() {
    let world = world().await;
    let (wati, maya) = (world.browse(WATI), world.browse(MAYA));
    let it = deal(&wati, "Kertas", (1_000, "IDR"), "2026-03-20").await;
    count(&wati, &it, "commit").await;
    let body = json!({ "period": Q1, "scope": "team" });
    let said = maya.post_json("/api/v1/forecasts", &body).await;
    assert_eq!(said.status, 201, "{}", said.body);

    let body = r#"{"verdict": "approve", "adjusted": {"IDR": "800"}}"#;
    let decided =
        world.browse(HENDRA).ask("POST", &path(&said.json(), "/decide"), body).await.json();

    let figures = &decided["figures"][0];
    assert_eq!((&figures["adjusted"], &figures["expected"]), (&json!("800"), &json!("800")));
    assert_eq!(figures["commit"], "1000", "what its people said stays");
}

#[tokio::test]
async fn a_word_without_a_deal_behind_it_counts_in_the_team() {
    let world = world().await;
    let said = say(&world.browse(AYU), &json!({ "IDR": "500" })).await;
    let budi = world.browse(BUDI);
    let team = || budi.get("/api/v1/forecast/team?period=2026-q1");

    assert_eq!(team().await.json()["figures"][0]["expected"], "500");
    let body = r#"{"verdict": "approve", "adjusted": {"IDR": "400"}}"#;
    budi.ask("POST", &path(&said, "/decide"), body).await;

    assert_eq!(team().await.json()["figures"][0]["expected"], "400");
}
