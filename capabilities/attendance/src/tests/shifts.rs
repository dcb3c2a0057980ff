//! Shifts are set by whoever may, and the days follow.

use evidence::FactKind;
use serde_json::json;
use testing::{AYU, BUDI, DEWI, RIZKY, SARI, SRI, WATI};

use super::{MONDAY, day, punch, world};
use crate::rules::DayReason;

const PAGE: &str = "/settings/shifts";
const API: &str = "/api/v1/attendance/shifts";
const SETTINGS: &str = "name=PT&zone=Asia/Jakarta&currency=IDR&lang=id&country=ID&radius_m=150\
    &good_accuracy_m=50&usable_accuracy_m=200&fastest_kmh=150&photo_at_check_in=optional\
    &photo_at_clock_in=off&photo_max_px=1600&standard_minutes=480&unvisited_days=30\
    &silent_minutes=120";

fn form(team: &str, starts: &str, from: &str) -> String {
    let team = if team.is_empty() { String::new() } else { testing::id(team).to_string() };
    format!(
        "team_id={team}&name=Pagi&starts={starts}&ends=17%3A00&grace_minutes=5&meaning=local\
         &weekdays=1&weekdays=2&weekdays=6&from={from}"
    )
}

#[tokio::test]
async fn hr_and_the_administrator_set_shifts_and_nobody_else() {
    let world = world().await;
    for reader in [SRI, DEWI] {
        let page = world.browse(reader).get(PAGE).await;
        assert!(page.body.contains("Kantor") && page.body.contains("08:00–17:00"), "{}", page.body);
    }
    for denied in [BUDI, AYU] {
        assert_eq!(world.browse(denied).get(PAGE).await.status, 403);
        let posted = world.browse(denied).post(PAGE, &form("", "07%3A00", "2026-03-03")).await;
        assert_eq!(posted.status, 403);
        assert_eq!(world.browse(denied).get(API).await.status, 403);
    }
    assert_eq!(world.browse(None).get(PAGE).await.status, 303);
    assert!(!world.browse(SARI).get(PAGE).await.body.contains("Kantor"), "another company's");
}

#[tokio::test]
async fn a_shift_from_today_on_judges_today_again() {
    let world = world().await;
    punch(&world, AYU, FactKind::ClockIn, "2026-03-02T02:00:00Z").await;
    punch(&world, WATI, FactKind::ClockIn, "2026-03-02T02:00:00Z").await;
    assert_eq!(day(&world, AYU, MONDAY).await.late_minutes, 60);

    let set = world.browse(DEWI).post(PAGE, &form("selatan", "09%3A00", MONDAY)).await;
    assert_eq!(set.status, 303);
    while 0 < world.work().await {}

    assert_eq!(day(&world, AYU, MONDAY).await.late_minutes, 0);
    assert_eq!(day(&world, WATI, MONDAY).await.late_minutes, 60, "another team's shift");
    let page = world.browse(DEWI).get(PAGE).await.body;
    assert!(page.contains("09:00–17:00") && page.contains("Mon Tue Sat"), "{page}");
}

#[tokio::test]
async fn a_shift_for_later_leaves_today_alone() {
    let world = world().await;
    world.browse(DEWI).post(PAGE, &form("", "10%3A00", "2026-03-03")).await;
    punch(&world, AYU, FactKind::ClockIn, "2026-03-02T02:00:00Z").await;
    punch(&world, RIZKY, FactKind::ClockIn, "2026-03-03T03:00:00Z").await;

    assert_eq!(day(&world, AYU, MONDAY).await.late_minutes, 60);
    assert_eq!(day(&world, RIZKY, "2026-03-03").await.late_minutes, 0);
}

#[tokio::test]
async fn what_is_no_shift_is_refused_beside_its_field() {
    let world = world().await;
    let wrong = "team_id=&name=+&starts=08%3A00&ends=08%3A00&grace_minutes=soon&meaning=local\
                 &margin_after_minutes=361&from=2025-03-02";

    let page = world.browse(DEWI).post(PAGE, wrong).await;

    assert_eq!(page.status, 422);
    for said in [
        "Write a name for the shift.",
        "It ends when it starts.",
        "Write 0 to 240 minutes.",
        "Write 0 to 360 minutes.",
        "Choose at least one day.",
        "more than 62 days back",
    ] {
        assert!(page.body.contains(said), "{said}: {}", page.body);
    }
    let unread = world.browse(DEWI).post(PAGE, "starts=8+pagi&ends=&from=kapan").await;
    assert_eq!(unread.status, 422);
    assert!(unread.body.contains("Write a date between 1000 and 2999."), "{}", unread.body);
}

#[tokio::test]
async fn programs_set_shifts_too() {
    let world = world().await;
    let dewi = world.browse(DEWI);
    let shift = |team: &str| {
        json!({
            "team_id": team, "name": "Malam", "starts": "18:00", "ends": "07:00",
            "grace_minutes": 0, "meaning": "company", "weekdays": [1, 7], "from": "2026-03-09",
        })
    };

    let made = dewi.post_json(API, &shift(&testing::id("utara").to_string())).await;
    assert_eq!(made.status, 201, "{}", made.body);
    assert_eq!(made.json()["weekdays"], json!([1, 7]));
    // What is not said is as usual.
    assert_eq!(made.json()["grace_out_minutes"], 0);
    assert_eq!(made.json()["margin_before_minutes"], 60);
    let listed = dewi.get(API).await.json();
    assert_eq!(listed["items"].as_array().unwrap().len(), 2);
    // Another company's team is no team.
    let foreign = dewi.post_json(API, &shift(&testing::id("laut").to_string())).await;
    assert_eq!((foreign.status, &foreign.json()["code"]), (422, &json!("attendance.shift_team")));
    // A day that no week has is not left out in silence.
    let mut ninth = shift(&testing::id("utara").to_string());
    ninth["weekdays"] = json!([1, 9]);
    let ninth = dewi.post_json(API, &ninth).await;
    assert_eq!((ninth.status, &ninth.json()["fields"][0]["name"]), (422, &json!("weekdays")));
    // The same team and day again is the same shift, mended.
    dewi.post_json(API, &shift(&testing::id("utara").to_string())).await;
    assert_eq!(dewi.get(API).await.json()["items"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn grace_and_margins_are_set_with_the_shift() {
    let world = world().await;
    let said = format!(
        "{}&grace_out_minutes=15&margin_before_minutes=120&margin_after_minutes=90",
        form("", "08%3A00", MONDAY)
    );

    assert_eq!(world.browse(DEWI).post(PAGE, &said).await.status, 303);

    let page = world.browse(DEWI).get(PAGE).await.body;
    assert!(page.contains("5 / 15 min") && page.contains("120 / 90 min"), "{page}");
    punch(&world, AYU, FactKind::ClockIn, "2026-03-02T01:00:00Z").await;
    punch(&world, AYU, FactKind::ClockOut, "2026-03-02T09:50:00Z").await;
    world.at("2026-03-02T11:00:00Z");
    assert_eq!(day(&world, AYU, MONDAY).await.left_early_minutes, 0);
}

#[tokio::test]
async fn what_the_company_settles_about_its_days_holds_from_today() {
    let world = world().await;
    punch(&world, AYU, FactKind::ClockIn, "2026-03-02T01:00:00Z").await;
    let until = async || day(&world, AYU, MONDAY).await.judgment().unwrap().explanation;
    let waits = |minutes: &str| format!("{SETTINGS}&close_tolerance_minutes={minutes}");
    let before = until().await;

    assert_eq!(world.browse(SRI).post("/settings", &waits("300")).await.status, 303);
    let due = frame::jobs::run_due(&world.app).await.unwrap();
    assert_eq!(due, 0, "nothing by which days are judged has changed");
    assert_eq!(world.browse(SRI).post("/settings", &waits("30")).await.status, 303);
    while 0 < world.work().await {}

    let at = |text: &str| DayReason::StillOpen { until: super::moment(text) };
    assert_eq!(before.last(), Some(&at("2026-03-02T16:00:00Z")));
    assert_eq!(until().await.last(), Some(&at("2026-03-02T11:30:00Z")));
}
