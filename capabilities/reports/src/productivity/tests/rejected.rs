//! A visit whose evidence somebody rejected, wherever it is counted or shown.

use serde_json::{Value as Json, json};
use testing::{AYU, BUDI, DEWI, Seen, World, id};
use uuid::Uuid;

const MONDAY: &str = "from=2026-03-02&to=2026-03-02";
const CHECK_IN: u128 = 1;
const CHECK_OUT: u128 = 2;

async fn world() -> World {
    let routes = crate::routes()
        .merge(accounts::routes())
        .merge(evidence::routes())
        .merge(attendance::routes())
        .merge(visits::routes())
        .merge(field::routes());
    World::furnished(routes, |made| {
        made.readers = vec![attendance::READERS, visits::READERS];
        made.tellers = vec![accounts::TELLER, evidence::TELLER, visits::TELLER];
        made.panels = vec![&activities::TIMELINE, &visits::PANEL];
    })
    .await
}

/// Ayu's phone says this of her planned visit to Toko Maju, and cannot prove when.
async fn say(world: &World, number: u128, kind: &str, at: &str, payload: Json) -> Seen {
    let mut payload = payload;
    payload["visit_id"] = json!(id("plan-toko-maju"));
    let event = json!({
        "id": Uuid::from_u128(number), "person": AYU.person(), "device": id("phone"), "seq": number,
        "kind": kind,
        "claimed_at": at, "zone": "Asia/Jakarta", "time_token": null, "since_token_ms": null,
        "fix": {"lat": -6.2001, "lon": 106.8001, "accuracy_m": 12.0}, "fix_error": null,
        "fixes": [], "photos": [], "payload": payload,
    });
    let batch = json!({"events": [event]});
    let said = world.browse(AYU).post_json("/api/v1/field/events", &batch).await;
    assert_eq!(said.json()["results"][0]["status"], "created", "{}", said.body);
    said
}

/// Ayu was at Toko Maju from ten to eleven, and took an order.
async fn visited() -> World {
    let world = world().await;
    let account = json!({"account_id": id("toko-maju")});
    say(&world, CHECK_IN, "visit_check_in", "2026-03-02T03:00:00Z", account).await;
    let order = json!({"outcome": "order"});
    say(&world, CHECK_OUT, "visit_check_out", "2026-03-02T04:00:00Z", order).await;
    world
}

async fn decide(world: &World, fact: u128, verdict: &str) {
    let body =
        json!({"facts": [Uuid::from_u128(fact)], "verdict": verdict, "text": "Bukan di toko"});
    let decided = world.browse(BUDI).post_json("/api/v1/evidence/reviews", &body).await;
    assert_eq!(decided.status, 200, "{}", decided.body);
}

/// Of Ayu: done, unplanned, rejected, effective; clients that she covered.
async fn counted(world: &World) -> [i64; 5] {
    let report = world.browse(BUDI).get(&format!("/api/v1/reports/productivity?{MONDAY}")).await;
    let ayu = report.json()["people"][0].clone();
    let number = |it: &Json| it.as_i64().unwrap();
    let tally = |name: &str| number(&ayu["tally"][name]);
    [
        tally("done"),
        tally("unplanned"),
        tally("rejected"),
        tally("effective"),
        number(&ayu["accounts_visited"]),
    ]
}

async fn last_visit(world: &World) -> Json {
    let account = format!("/api/v1/accounts/{}", id("toko-maju"));
    world.browse(AYU).get(&account).await.json()["last_visit_on"].clone()
}

async fn on_the_phone(world: &World) -> Json {
    let snapshot = world.browse(AYU).get("/api/v1/field/snapshot").await.json();
    snapshot["visits"][0].clone()
}

#[tokio::test]
async fn a_rejected_check_in_takes_the_visit_away_until_it_is_accepted() {
    let world = visited().await;
    assert_eq!(counted(&world).await, [1, 0, 0, 1, 1]);
    assert_eq!(last_visit(&world).await, "2026-03-02");

    decide(&world, CHECK_IN, "reject").await;

    assert_eq!(counted(&world).await, [0, 0, 1, 0, 0]);
    assert_eq!(last_visit(&world).await, Json::Null);
    let phone = on_the_phone(&world).await;
    assert_eq!((&phone["state"], &phone["rejected"]), (&json!("done"), &json!("check_in")));
    assert_eq!(phone["rejected_why"], "Bukan di toko");
    let list = world.browse(AYU).get("/visits?state=rejected").await.body;
    assert!(list.contains("Toko Maju") && list.contains("this visit does not count"), "{list}");
    for state in ["made", "done"] {
        let list = world.browse(AYU).get(&format!("/api/v1/visits?state={state}")).await.json();
        assert_eq!(list["items"], json!([]), "{state}");
    }
    let page = world.browse(AYU).get(&format!("/visits/{}", id("plan-toko-maju"))).await.body;
    assert!(page.contains("this visit does not count") && page.contains("Bukan di toko"), "{page}");
    let why = world.browse(BUDI).get(&format!("/team/productivity/why?{MONDAY}&rate=pjp")).await;
    assert!(why.body.contains("Rejected"), "{}", why.body);
    let client = world.browse(AYU).get(&format!("/accounts/{}", id("toko-maju"))).await.body;
    assert!(client.contains("Visit does not count: check-in rejected"), "{client}");

    decide(&world, CHECK_IN, "accept").await;

    assert_eq!(counted(&world).await, [1, 0, 0, 1, 1]);
    assert_eq!(last_visit(&world).await, "2026-03-02");
    assert_eq!(on_the_phone(&world).await["rejected"], Json::Null);
    assert_eq!(on_the_phone(&world).await["rejected_why"], Json::Null);
}

#[tokio::test]
async fn a_rejected_check_out_takes_what_it_said() {
    let world = visited().await;

    decide(&world, CHECK_OUT, "reject").await;

    assert_eq!(counted(&world).await, [1, 0, 0, 0, 1]);
    let visit = format!("/api/v1/visits/{}", id("plan-toko-maju"));
    let read = world.browse(AYU).get(&visit).await.json();
    assert_eq!((&read["dwell_minutes"], &read["effective"]), (&Json::Null, &Json::Null));
    assert_eq!((&read["outcome"], &read["rejected"]), (&json!("order"), &json!("check_out")));

    decide(&world, CHECK_OUT, "accept").await;

    assert_eq!(counted(&world).await, [1, 0, 0, 1, 1]);
    assert_eq!(world.browse(AYU).get(&visit).await.json()["dwell_minutes"], 60);
}

#[tokio::test]
async fn a_question_changes_nothing_until_it_is_decided() {
    let world = visited().await;

    decide(&world, CHECK_IN, "ask").await;

    assert_eq!(counted(&world).await, [1, 0, 0, 1, 1]);
}

#[tokio::test]
async fn whoever_was_rejected_at_the_door_checks_out_all_the_same_and_may_go_again() {
    let world = world().await;
    let account = json!({"account_id": id("toko-maju")});
    say(&world, CHECK_IN, "visit_check_in", "2026-03-02T02:00:00Z", account.clone()).await;
    decide(&world, CHECK_IN, "reject").await;
    let order = json!({"outcome": "order"});
    say(&world, CHECK_OUT, "visit_check_out", "2026-03-02T02:30:00Z", order.clone()).await;
    assert_eq!(counted(&world).await, [0, 0, 1, 0, 0]);

    say(&world, 3, "visit_check_in", "2026-03-02T04:00:00Z", account).await;
    say(&world, 4, "visit_check_out", "2026-03-02T04:20:00Z", order).await;

    assert_eq!(counted(&world).await, [1, 0, 0, 1, 1]);
    let phone = on_the_phone(&world).await;
    assert_eq!(
        (&phone["arrived_at"], &phone["rejected"]),
        (&json!("2026-03-02T04:00:00Z"), &Json::Null)
    );

    decide(&world, 3, "reject").await;
    assert_eq!(counted(&world).await, [0, 0, 1, 0, 0]);
    // One of the two arrivals is enough.
    decide(&world, CHECK_IN, "accept").await;
    assert_eq!(counted(&world).await, [1, 0, 0, 1, 1]);
    assert_eq!(on_the_phone(&world).await["arrived_at"], "2026-03-02T02:00:00Z");
}

#[tokio::test]
async fn whoever_may_see_no_clients_reads_no_names_of_them() {
    let world = visited().await;
    let visit = format!("/visits/{}", id("plan-toko-maju"));
    for page in ["/team/board", "/team/review", "/visits", &visit] {
        let manager = world.browse(BUDI).get(page).await;
        let hr = world.browse(DEWI).get(page).await;

        assert_eq!((manager.status, hr.status), (200, 200), "{page}");
        assert!(manager.body.contains("Toko Maju"), "{page}: {}", manager.body);
        assert!(!hr.body.contains("Toko Maju"), "{page}: {}", hr.body);
    }
    let board = world.browse(DEWI).get("/api/v1/team/board").await;
    assert!(!board.body.contains("Toko Maju"), "{}", board.body);
}
