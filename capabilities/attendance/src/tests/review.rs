//! Flagged facts are decided by whoever answers for their people, and the days follow.

use evidence::{FactKind, answer};
use kernel::FactId;
use serde_json::json;
use testing::{AYU, BUDI, DEWI, FAJAR, GILANG, HENDRA, MAYA, RIZKY, SARI, SRI, World};

use super::{MONDAY, claim, day, uuid, world};
use crate::rules::{DayMark, DayState};

const PAGE: &str = "/team/review";
const API: &str = "/api/v1/evidence/reviews";

/// Noon; Ayu's phone says that she clocked in at eight, and cannot prove it.
async fn flagged() -> (World, FactId) {
    let world = world().await;
    let fact = claim(&world, AYU, FactKind::ClockIn, "2026-03-02T01:00:00Z").await;
    (world, fact)
}

fn form(fact: FactId, verdict: &str, text: &str) -> String {
    format!("facts={fact}&text={text}&verdict={verdict}")
}

#[tokio::test]
async fn what_waits_is_seen_by_whoever_may_decide() {
    let (world, _) = flagged().await;
    for (reader, sees) in
        [(BUDI, true), (HENDRA, true), (DEWI, true), (MAYA, false), (GILANG, false), (SARI, false)]
    {
        let page = world.browse(reader).get(PAGE).await;
        if reader == SARI {
            // Whoever holds the keys judges nobody's days.
            assert_eq!(page.status, 403);
            continue;
        }
        assert_eq!(page.body.contains("Ayu Lestari</b>"), sees, "{reader:?}");
        assert_eq!(page.body.contains("Nothing waits"), !sees, "{reader:?}");
    }
    for denied in [AYU, RIZKY, FAJAR, SRI] {
        assert_eq!(world.browse(denied).get(PAGE).await.status, 403, "{denied:?}");
    }
    assert_eq!(world.browse(None).get(PAGE).await.status, 303);
    let sheet = world.browse(BUDI).get("/attendance").await.body;
    assert!(sheet.contains("<span class=\"count\">1</span>"), "{sheet}");
}

#[tokio::test]
async fn the_evidence_stands_side_by_side() {
    let (world, _) = flagged().await;

    let page = world.browse(BUDI).get(PAGE).await.body;
    for said in [
        "Clock-in",
        "2 Mar 2026 08:00 WIB",
        "2 Mar 2026 12:00 WIB",
        "Without a time from the server",
        "Awaits review",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
}

#[tokio::test]
async fn an_accepted_fact_leaves_no_doubt_about_its_day() {
    let (world, fact) = flagged().await;
    assert_eq!(day(&world, AYU, MONDAY).await.marks(), [DayMark::InReview]);

    let done = world.browse(BUDI).post(PAGE, &form(fact, "accept", "")).await;

    assert_eq!((done.status, done.location()), (303, PAGE));
    let monday = day(&world, AYU, MONDAY).await;
    assert_eq!((monday.state, monday.marks()), (DayState::Open, Vec::new()));
    assert!(world.browse(BUDI).get(PAGE).await.body.contains("Nothing waits"));
}

#[tokio::test]
async fn a_question_is_asked_answered_and_decided() {
    let (world, fact) = flagged().await;
    let budi = world.browse(BUDI);

    let silent = budi.post(PAGE, &form(fact, "ask", "+")).await;
    assert_eq!(silent.status, 422);
    assert!(silent.body.contains("Write what you want to ask."), "{}", silent.body);
    assert!(silent.body.contains(&format!("value=\"{fact}\" data-row checked")));
    let asked = budi.post(PAGE, &form(fact, "ask", "Where+were+you%3F")).await;
    assert_eq!(asked.status, 303);
    assert!(budi.get(&format!("{PAGE}?state=asked")).await.body.contains("Where were you?"));

    let tx = world.ctx(AYU).begin().await.unwrap();
    answer(&tx, fact, "At the warehouse, without a signal").await.unwrap();
    tx.commit().await.unwrap();
    let page = budi.get(PAGE).await.body;
    assert!(page.contains("At the warehouse, without a signal"), "{page}");
    let day_page = format!("/attendance/{}/{MONDAY}", uuid(AYU));
    assert!(world.browse(AYU).get(&day_page).await.body.contains("Where were you?"));

    assert_eq!(budi.post(PAGE, &form(fact, "accept", "")).await.status, 303);
    assert!(day(&world, AYU, MONDAY).await.marks().is_empty());
}

#[tokio::test]
async fn a_rejected_clock_in_empties_the_day_and_can_be_taken_back() {
    let (world, fact) = flagged().await;
    let budi = world.browse(BUDI);

    assert_eq!(budi.post(PAGE, &form(fact, "reject", "")).await.status, 422);
    assert_eq!(budi.post(PAGE, &form(fact, "reject", "On+leave")).await.status, 303);

    let monday = day(&world, AYU, MONDAY).await;
    assert_eq!((monday.state, monday.opened_at, monday.worked_minutes), (DayState::None, None, 0));
    let decided = budi.get(&format!("{PAGE}?state=decided")).await.body;
    assert!(decided.contains("On leave") && decided.contains("Budi Santoso"), "{decided}");

    let again = format!("{PAGE}?state=decided");
    let back = budi.post(&again, &form(fact, "accept", "")).await;
    assert_eq!(back.location(), again);
    assert_eq!(day(&world, AYU, MONDAY).await.state, DayState::Open);

    world.at("2026-03-10T05:00:00Z");
    assert!(!budi.get(&again).await.body.contains("Ayu Lestari</b>"), "a week has passed");
}

#[tokio::test]
async fn several_are_decided_at_once_or_none() {
    let (world, first) = flagged().await;
    let second = claim(&world, RIZKY, FactKind::ClockIn, "2026-03-02T01:05:00Z").await;
    let third = claim(&world, testing::WATI, FactKind::ClockIn, "2026-03-02T01:05:00Z").await;
    let budi = world.browse(BUDI);

    let body = json!({ "facts": [first, third], "verdict": "accept" });
    assert_eq!(budi.post_json(API, &body).await.status, 404);
    assert_eq!(day(&world, AYU, MONDAY).await.marks(), [DayMark::InReview]);

    let body = json!({ "facts": [first, second], "verdict": "accept" });
    assert_eq!(budi.post_json(API, &body).await.json()["reviewed"], 2);
    for who in [AYU, RIZKY] {
        assert!(day(&world, who, MONDAY).await.marks().is_empty());
    }
    let nothing = budi.post_json(API, &json!({ "facts": [], "verdict": "accept" })).await;
    assert_eq!((nothing.status, &nothing.json()["code"]), (422, &json!("evidence.nothing_chosen")));
}

#[tokio::test]
async fn nobody_decides_about_their_own_or_about_strangers() {
    let (world, fact) = flagged().await;
    let own = claim(&world, BUDI, FactKind::ClockIn, "2026-03-02T01:00:00Z").await;
    let body = |fact: FactId| json!({ "facts": [fact], "verdict": "accept" });

    assert!(!world.browse(BUDI).get(PAGE).await.body.contains("Budi Santoso</b>"));
    let mine = world.browse(BUDI).post_json(API, &body(own)).await;
    assert_eq!((mine.status, &mine.json()["code"]), (422, &json!("evidence.own")));
    assert_eq!(world.browse(HENDRA).post_json(API, &body(own)).await.status, 200);
    for stranger in [MAYA, GILANG, SARI, RIZKY] {
        assert_eq!(world.browse(stranger).post_json(API, &body(fact)).await.status, 404);
    }
    // She sees her own fact, and may not judge it.
    assert_eq!(world.browse(AYU).post_json(API, &body(fact)).await.status, 403);
    assert_eq!(world.browse(SRI).post_json(API, &body(fact)).await.status, 403);
    assert_eq!(world.browse(None).post_json(API, &body(fact)).await.status, 401);
    assert_eq!(day(&world, AYU, MONDAY).await.marks(), [DayMark::InReview]);
}
