//! Every deal counts once, in its period, its currency and its category.

use serde_json::json;
use testing::{AYU, BUDI, GILANG, HENDRA, RIZKY, SARI, TONO, WATI};

use super::{Q1, count, deal, figures, of, target, won, world};

#[tokio::test]
async fn a_deal_counts_as_its_owner_says_and_not_as_its_stage() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let sure = deal(&ayu, "Pasti", (1_000, "IDR"), "2026-03-20").await;
    deal(&ayu, "Baru", (500, "IDR"), "2026-03-31").await;
    let dropped = deal(&ayu, "Batal", (9_000, "IDR"), "2026-03-31").await;
    let done = deal(&ayu, "Menang", (200, "IDR"), "2026-03-10").await;
    deal(&ayu, "Nanti", (70_000, "IDR"), "2026-04-01").await;
    count(&ayu, &sure, "commit").await;
    count(&ayu, &dropped, "omitted").await;
    won(&ayu, &done).await;

    let it = figures(&ayu, "?period=2026-q1").await;

    assert_eq!(it[0]["won"], "200");
    assert_eq!(it[0]["commit"], "1000");
    assert_eq!(it[0]["pipeline"], "500");
    // (1000 + 500) × 10 %
    assert_eq!(it[0]["weighted"], "150");
    assert_eq!(it[0]["deals"], 3);
    let later = figures(&ayu, "?period=2026-q2").await;
    assert_eq!(later[0]["pipeline"], "70000");
}

#[tokio::test]
async fn a_deal_that_moves_to_another_period_leaves_the_first() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let it = deal(&ayu, "Kertas", (1_000, "IDR"), "2026-03-31").await;
    let patch = format!("/api/v1/opportunities/{}", it["id"].as_str().unwrap());

    let moved = ayu.ask("PATCH", &patch, r#"{"expected_close_on": "2026-04-01"}"#).await;

    assert_eq!(moved.status, 200, "{}", moved.body);
    assert_eq!(figures(&ayu, "?period=2026-q1").await, json!([]));
    assert_eq!(figures(&ayu, "?period=2026-04").await[0]["pipeline"], "1000");
}

#[tokio::test]
async fn currencies_stand_apart() {
    let world = world().await;
    let ayu = world.browse(AYU);
    deal(&ayu, "Rupiah", (1_000, "IDR"), "2026-03-20").await;
    deal(&ayu, "Dolar", (500, "USD"), "2026-03-20").await;

    let it = figures(&ayu, "?period=2026-q1").await;

    let pairs: Vec<_> =
        it.as_array().unwrap().iter().map(|it| (&it["currency"], &it["pipeline"])).collect();
    assert_eq!(pairs, [(&json!("IDR"), &json!("1000")), (&json!("USD"), &json!("500"))]);
}

#[tokio::test]
async fn a_team_is_the_sum_of_its_people_and_of_the_teams_below() {
    let world = world().await;
    for (who, amount) in [(AYU, 100), (RIZKY, 20), (WATI, 3)] {
        deal(&world.browse(who), who.name, (amount, "IDR"), "2026-03-20").await;
    }
    target(&world.browse(HENDRA), &of(AYU, Q1, "50")).await;

    let all = world.browse(HENDRA).get("/api/v1/forecast/team?period=2026-q1").await.json();
    let south = world.browse(BUDI).get("/api/v1/forecast/team?period=2026-q1").await.json();

    assert_eq!(all["figures"][0]["pipeline"], "123");
    assert_eq!(all["teams"][0]["figures"][0]["pipeline"], "123", "the region: {all}");
    assert_eq!(south["figures"][0]["pipeline"], "120");
    assert_eq!(south["figures"][0]["target"], "50");
    let page = world.browse(HENDRA).get("/forecast/team?period=2026-q1").await.body;
    for part in ["Jabodetabek", "Jakarta Selatan", "Jakarta Utara", "Ayu Lestari", "Wati", "Rp12<"]
    {
        assert!(page.contains(part), "{part}: {page}");
    }
}

#[tokio::test]
async fn nobody_reads_what_is_not_theirs_to_read() {
    let world = world().await;
    deal(&world.browse(AYU), "Kertas", (100, "IDR"), "2026-03-20").await;
    let of_ayu = format!("/forecast?person_id={}", AYU.person());

    for (who, status) in [
        (AYU, 200),
        (BUDI, 200),
        (HENDRA, 200),
        (RIZKY, 404),
        (GILANG, 404),
        (SARI, 404),
        (TONO, 403),
    ] {
        let seen = world.browse(who).get(&of_ayu).await;
        assert_eq!(seen.status, status, "{}", who.name);
    }
    let apart = world.browse(GILANG).get("/api/v1/forecast/team?period=2026-q1").await.json();
    assert_eq!(apart["figures"], json!([]), "a manager outside the tree: {apart}");
    assert_eq!(world.browse(AYU).get("/forecast/team").await.status, 403);
    let file = world.browse(BUDI).get("/forecast/team.csv?period=2026-q1").await;
    assert!(file.body.contains("Ayu Lestari") && !file.body.contains("Wati"), "{}", file.body);
}

#[tokio::test]
async fn whoever_reads_the_page_is_told_what_counts_in_no_period() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let body = json!({ "name": "Tanpa tanggal", "value": {"amount": "5", "currency": "IDR"} });
    ayu.post_json("/api/v1/opportunities", &body).await;

    let page = ayu.get("/forecast?period=2026-q1").await.body;

    assert!(page.contains("1 open opportunity has no expected close"), "{page}");
    assert!(page.contains("Nothing in this period yet"), "{page}");
}
