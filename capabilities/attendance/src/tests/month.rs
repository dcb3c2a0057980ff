//! The month: whoever may see whom, in pages, lists and sheets.

use evidence::FactKind;
use frame::stream::{Sought, audit};
use testing::{AYU, BUDI, DEWI, FAJAR, GILANG, HENDRA, MAYA, RIZKY, SARI, SRI, WATI};

use super::{claim, punch, uuid, world};

const SHEET: &str = "/attendance?month=2026-03";

#[tokio::test]
async fn a_month_shows_only_those_in_reach() {
    let world = world().await;
    punch(&world, AYU, FactKind::ClockIn, "2026-03-02T01:30:00Z").await;

    let expected = [
        (BUDI, [true, true, false]),
        (MAYA, [false, false, true]),
        (HENDRA, [true, true, true]),
        (GILANG, [false, false, false]),
        (DEWI, [true, true, true]),
        (SRI, [true, true, true]),
        (SARI, [false, false, false]),
    ];
    for (reader, sees) in expected {
        let page = world.browse(reader).get(SHEET).await;
        assert_eq!(page.status, 200, "{reader:?}");
        for (name, sees) in ["Ayu Lestari", "Rizky Pratama", ">Wati<"].into_iter().zip(sees) {
            assert_eq!(page.body.contains(name), sees, "{reader:?} {name}");
        }
    }
    assert_eq!(world.browse(None).get(SHEET).await.status, 303);
}

#[tokio::test]
async fn whoever_answers_for_nobody_sees_their_own_month() {
    let world = world().await;
    punch(&world, AYU, FactKind::ClockIn, "2026-03-02T01:30:00Z").await;

    let page = world.browse(AYU).get(SHEET).await;
    assert!(page.body.contains("My attendance"), "{}", page.body);
    assert!(page.body.contains("Monday, 2 Mar 2026") && page.body.contains("Late"));
    let other = format!("/attendance/{}?month=2026-03", uuid(RIZKY));
    assert_eq!(world.browse(AYU).get(&other).await.status, 404);
    assert_eq!(world.browse(BUDI).get(&other).await.status, 200);
    assert_eq!(world.browse(MAYA).get(&other).await.status, 404);
    assert_eq!(world.browse(SARI).get(&other).await.status, 404);
}

#[tokio::test]
async fn an_open_day_is_as_long_as_it_is_now_wherever_it_is_shown() {
    let world = world().await;
    punch(&world, AYU, FactKind::ClockIn, "2026-03-02T01:00:00Z").await;
    world.at("2026-03-02T04:40:00Z");
    let budi = world.browse(BUDI);

    let listed = budi.get("/api/v1/attendance/days").await.json();
    let sheet = budi.get(SHEET).await.body;
    let own = world.browse(AYU).get(SHEET).await.body;
    let file = world.browse(SRI).get("/attendance.csv?month=2026-03").await.body;

    assert_eq!(listed["items"][0]["worked_minutes"], 220, "{listed}");
    assert!(sheet.contains("3:40"), "{sheet}");
    assert!(own.contains("3:40"), "{own}");
    assert!(file.contains(",220,"), "{file}");
}

#[tokio::test]
async fn a_cell_that_stands_out_says_why() {
    let world = world().await;
    punch(&world, AYU, FactKind::ClockIn, "2026-03-02T01:30:00Z").await;
    punch(&world, AYU, FactKind::ClockOut, "2026-03-02T10:00:00Z").await;
    world.at("2026-03-04T05:00:00Z");

    let page = world.browse(BUDI).get(SHEET).await.body;
    let cell = format!("<td class=\"full late\"><a href=\"/attendance/{}/2026-03-02\"", uuid(AYU));
    assert!(page.contains(&cell), "{page}");
    // Tuesday was due and is over; Wednesday may still come.
    let row = page.split("Ayu Lestari").nth(1).unwrap().split("</tr>").next().unwrap();
    let row = row.split("<th scope=\"row\"").next().unwrap();
    assert_eq!(row.matches("class=\"gone\"").count(), 1, "{row}");
    assert!(row.contains("8:30"));
}

#[tokio::test]
async fn a_sheet_is_narrowed_to_a_team_and_all_below_it() {
    let world = world().await;
    let of = |team: &str| format!("{SHEET}&team={}", testing::id(team));

    let upper = world.browse(DEWI).get(&of("jabodetabek")).await.body;
    assert!(upper.contains("Ayu Lestari") && upper.contains(">Wati<"));
    let south = world.browse(DEWI).get(&of("selatan")).await.body;
    assert!(south.contains("Ayu Lestari") && !south.contains(">Wati<"));
    let nobody = world.browse(DEWI).get(&of("bali")).await.body;
    assert!(nobody.contains("Nobody in this team"));
    assert_eq!(world.browse(DEWI).get("/attendance?month=2026-13").await.status, 400);
}

#[tokio::test]
async fn a_month_is_exported_by_whoever_may() {
    let world = world().await;
    punch(&world, AYU, FactKind::ClockIn, "2026-03-02T01:30:00Z").await;
    punch(&world, WATI, FactKind::ClockIn, "2026-03-02T01:00:00Z").await;
    let path = "/attendance.csv?month=2026-03";

    let sheet = world.browse(BUDI).get(path).await;
    assert_eq!(sheet.headers["content-type"], "text/csv; charset=utf-8");
    let lines: Vec<&str> = sheet.body.lines().collect();
    assert_eq!(lines.len(), 2, "{}", sheet.body);
    assert!(
        lines[1].starts_with("Ayu Lestari,Jakarta Selatan,2026-03-02,At work,2026-03-02 08:30,")
    );
    assert_eq!(world.browse(DEWI).get(path).await.body.lines().count(), 3);
    for denied in [AYU, FAJAR] {
        assert_eq!(world.browse(denied).get(path).await.status, 403);
    }
    let sought = Sought { name: "attendance.exported".to_owned(), ..Sought::default() };
    let taken = audit(&world.ctx(SRI), &sought, 10).await.unwrap();
    let by: Vec<_> =
        taken.iter().rev().map(|it| (it.actor_id, it.says()["days"].clone())).collect();
    assert_eq!(by, [(Some(BUDI.person()), 1.into()), (Some(DEWI.person()), 2.into())]);
}

#[tokio::test]
async fn programs_list_days_and_punches_page_by_page() {
    let world = world().await;
    punch(&world, AYU, FactKind::ClockIn, "2026-03-02T01:30:00Z").await;
    punch(&world, RIZKY, FactKind::ClockIn, "2026-03-02T01:31:00Z").await;
    punch(&world, WATI, FactKind::ClockIn, "2026-03-02T01:32:00Z").await;
    punch(&world, AYU, FactKind::ClockOut, "2026-03-02T10:00:00Z").await;
    let budi = world.browse(BUDI);

    let days = "/api/v1/attendance/days?from=2026-03-01&to=2026-03-31";
    let all = budi.get(days).await.json();
    assert_eq!(all["items"].as_array().unwrap().len(), 2);
    let first = budi.get(&format!("{days}&limit=1")).await.json();
    let cursor = first["next_cursor"].as_str().unwrap();
    let second = budi.get(&format!("{days}&limit=1&cursor={cursor}")).await.json();
    assert_eq!(first["items"][0], all["items"][0]);
    assert_eq!(second["items"][0], all["items"][1]);
    let ayu = budi.get(&format!("{days}&person_id={}", uuid(AYU))).await.json();
    assert_eq!(ayu["items"][0]["late_minutes"], 30);
    assert_eq!(ayu["items"][0]["marks"], serde_json::json!(["late"]));
    let wati = budi.get(&format!("{days}&person_id={}", uuid(WATI))).await.json();
    assert!(wati["items"].as_array().unwrap().is_empty());

    let punches = "/api/v1/attendance/punches?sort=oldest";
    let all = budi.get(punches).await.json();
    assert_eq!(all["items"].as_array().unwrap().len(), 3);
    assert_eq!(all["items"][0]["time"]["grade"], "exact");
    let first = budi.get(&format!("{punches}&limit=2")).await.json();
    let cursor = first["next_cursor"].as_str().unwrap();
    let rest = budi.get(&format!("{punches}&limit=2&cursor={cursor}")).await.json();
    assert_eq!(rest["items"][0], all["items"][2]);
    let newest = budi.get("/api/v1/attendance/punches").await.json();
    assert_eq!(newest["items"][0]["kind"], "clock_out");
    let own = world.browse(WATI).get(punches).await.json();
    assert_eq!(own["items"].as_array().unwrap().len(), 1);
    for wrong in ["sort=fastest", "kind=nap", "limit=900", "cursor=x", "person_id=x"] {
        let answer = budi.get(&format!("/api/v1/attendance/punches?{wrong}")).await;
        assert_eq!(answer.status, 400, "{wrong}");
    }
}

#[tokio::test]
async fn a_claim_is_listed_with_what_speaks_against_it() {
    let world = world().await;
    claim(&world, AYU, FactKind::ClockIn, "2026-03-02T01:00:00Z").await;

    let path = "/api/v1/attendance/punches?review=pending";
    let punches = world.browse(AYU).get(path).await.json();
    assert_eq!(punches["items"][0]["time"]["grade"], "unproven");
    assert_eq!(punches["items"][0]["review"], "pending");
}
