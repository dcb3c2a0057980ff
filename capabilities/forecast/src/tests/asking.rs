//! Targets are set by whoever answers for somebody, by month, and stay locked once approved.

use serde_json::json;
use testing::{ANDI, AYU, BUDI, DEWI, FAJAR, HENDRA, MAYA, RIZKY, SARI, TONO};

use super::{Q1, code, of, path, say, target, team, world};

#[tokio::test]
async fn a_quarter_is_the_sum_of_its_months() {
    let world = world().await;
    let budi = world.browse(BUDI);

    let set = target(&budi, &of(AYU, Q1, "100")).await;

    assert_eq!(set.status, 200, "{}", set.body);
    let months: Vec<_> = set.json()["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| (it["month"].as_str().unwrap().to_owned(), it["amount"].clone()))
        .collect();
    assert_eq!(
        months,
        [
            ("2026-01".to_owned(), json!("33")),
            ("2026-02".to_owned(), json!("33")),
            ("2026-03".to_owned(), json!("34")),
        ]
    );
    target(&budi, &of(AYU, "2026-02", "50")).await;
    let figures = super::figures(&world.browse(AYU), "?period=2026-q1").await;
    assert_eq!(figures[0]["target"], "117");
}

#[tokio::test]
async fn nobody_sets_their_own_target_nor_a_stranger_s() {
    let world = world().await;

    for (who, whom, status) in [
        (AYU, AYU, 403),
        (RIZKY, AYU, 403),
        (MAYA, AYU, 403),
        (TONO, AYU, 403),
        (BUDI, AYU, 200),
        (HENDRA, AYU, 200),
        (DEWI, AYU, 200),
        (FAJAR, AYU, 200),
        (HENDRA, MAYA, 200),
    ] {
        let set = target(&world.browse(who), &of(whom, Q1, "100")).await;
        assert_eq!(set.status, status, "{} for {}: {}", who.name, whom.name, set.body);
    }
    let own = target(&world.browse(MAYA), &of(MAYA, Q1, "100")).await;
    assert_eq!(code(&own), "forecast.own_target");
    for stranger in [SARI, ANDI] {
        let set = target(&world.browse(stranger), &of(AYU, Q1, "100")).await;
        assert!([403, 404].contains(&set.status), "{}", set.body);
    }
}

#[tokio::test]
async fn a_team_may_be_asked_for_more_than_its_people() {
    let world = world().await;
    let hendra = world.browse(HENDRA);
    target(&hendra, &of(AYU, Q1, "100")).await;
    target(&hendra, &of(RIZKY, Q1, "50")).await;
    let own = json!({ "team_id": team("selatan"), "period": Q1, "amount": "180" });
    assert_eq!(code(&target(&world.browse(BUDI), &own).await), "forecast.own_target");

    let set = target(&hendra, &own).await;

    assert_eq!(set.status, 200, "{}", set.body);
    let page = world.browse(BUDI).get("/forecast/team?period=2026-q1").await;
    assert_eq!(page.status, 200, "{}", page.body);
    assert!(page.body.contains("Rp30 more than its people together"), "{}", page.body);
    let seen = world.browse(AYU).get("/api/v1/targets?period=2026").await.json();
    assert_eq!(seen["items"].as_array().unwrap().len(), 3, "her own, and not her team's: {seen}");
}

#[tokio::test]
async fn the_grid_keeps_what_was_changed_and_says_who_was_first() {
    let world = world().await;
    let cell = format!("person:{}-2026-03", AYU.person());
    let form = |amount: &str, seen: &str| {
        format!("year=2026&measure=won-value&currency=IDR&a-{cell}={amount}&s-{cell}={seen}")
    };
    let budi = world.browse(BUDI);
    let kept = budi.post("/forecast/targets", &form("1.500.000", "")).await;
    assert_eq!(kept.status, 303, "{}", kept.body);

    let second = world.browse(HENDRA).post("/forecast/targets", &form("9.000", "")).await;
    let wrong = budi.post("/forecast/targets", &form("lima", "1.500.000")).await;

    assert_eq!(second.status, 422);
    assert!(second.body.contains("Budi Santoso has just changed"), "{}", second.body);
    assert!(second.body.contains("9.000"), "what was typed stays: {}", second.body);
    assert!(wrong.body.contains("no amount") && wrong.body.contains("lima"), "{}", wrong.body);
    let grid = budi.get("/forecast/targets?year=2026").await.body;
    assert!(grid.contains("1.500.000"), "{grid}");
    let history = budi.get("/forecast/targets/history").await.body;
    assert!(history.contains("Ayu Lestari") && history.contains("Rp1.500.000"), "{history}");
    assert_eq!(world.browse(AYU).get("/forecast/targets").await.status, 403);
}

#[tokio::test]
async fn a_pasted_table_is_kept_whole_or_not_at_all() {
    let world = world().await;
    let budi = world.browse(BUDI);
    let form = |rows: &str| format!("year=2026&measure=won-value&pasted={rows}");

    let wrong = budi
        .post("/forecast/targets/paste", &form("Ayu+Lestari;2026-q2;300%0AJoni;2026-q2;5"))
        .await;
    let none = budi.get("/api/v1/targets?period=2026").await.json();
    let kept = budi
        .post("/forecast/targets/paste", &form("Nama;Periode;Target%0AAyu+Lestari;2026-q2;300"))
        .await;

    assert!(wrong.body.contains("Line 2") && wrong.body.contains("Joni"), "{}", wrong.body);
    assert_eq!(none["items"], json!([]));
    assert_eq!(kept.status, 303, "{}", kept.body);
    let rows = budi.get("/api/v1/targets?period=2026").await.json();
    assert_eq!(rows["items"].as_array().unwrap().len(), 3);
}

#[tokio::test]
async fn last_year_is_copied_where_nothing_stands() {
    let world = world().await;
    let budi = world.browse(BUDI);
    target(&budi, &of(AYU, "2025-01", "1000")).await;
    target(&budi, &of(AYU, "2025-02", "2000")).await;
    target(&budi, &of(AYU, "2026-02", "7")).await;

    let form = "year=2026&measure=won-value&growth=10";
    let copied = budi.post("/forecast/targets/copy", form).await;
    let again = budi.post("/forecast/targets/copy", form).await;

    assert_eq!(copied.status, 303, "{}", copied.body);
    assert!(again.body.contains("nothing to copy"), "{}", again.body);
    let rows = budi.get("/api/v1/targets?period=2026").await.json();
    let amounts: Vec<_> =
        rows["items"].as_array().unwrap().iter().map(|it| it["amount"].clone()).collect();
    assert_eq!(amounts, [json!("1100"), json!("7")]);
}

#[tokio::test]
async fn what_was_approved_is_locked_until_somebody_says_why() {
    let world = world().await;
    let budi = world.browse(BUDI);
    target(&budi, &of(AYU, Q1, "300")).await;
    let said = say(&world.browse(AYU), &json!({})).await;
    let decided = budi.ask("POST", &path(&said, "/decide"), r#"{"verdict": "approve"}"#).await;
    assert_eq!(decided.status, 200, "{}", decided.body);

    let locked = target(&budi, &of(AYU, "2026-03", "5")).await;
    let open =
        |why: &str| format!("year=2026&holder=person:{}&period=2026-q1&why={why}", AYU.person());
    let wordless = budi.post("/forecast/targets/open", &open("")).await;
    let by_ayu = world.browse(AYU).post("/forecast/targets/open", &open("Salah")).await;
    let opened = budi.post("/forecast/targets/open", &open("Salah+ketik")).await;

    assert_eq!(code(&locked), "forecast.locked");
    assert!(wordless.body.contains("Write why"), "{}", wordless.body);
    assert_eq!(by_ayu.status, 403);
    assert_eq!(opened.status, 303, "{}", opened.body);
    assert_eq!(target(&budi, &of(AYU, "2026-03", "5")).await.status, 200);
    let history = budi.get("/forecast/targets/history").await.body;
    assert!(history.contains("Salah ketik"), "{history}");
}
