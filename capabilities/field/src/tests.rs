//! A day in the field, as the phone tells it and as the server keeps it.

mod model;

use serde_json::{Value as Json, json};
use testing::{ANDI, AYU, Browser, JOKO, RIZKY, SRI, Seen, World, id};
use uuid::Uuid;

pub const EVENTS: &str = "/api/v1/field/events";
pub const SNAPSHOT: &str = "/api/v1/field/snapshot";

/// At the door of Toko Maju.
pub fn at_the_door() -> Json {
    json!({"lat": -6.2001, "lon": 106.8001, "accuracy_m": 12.0, "altitude_m": 30.5, "age_ms": 300})
}

/// An event of one phone, numbered so that its id is known.
#[expect(clippy::needless_pass_by_value, reason = "calls read better with the value in them")]
pub fn event(number: u128, kind: &str, claimed_at: &str, payload: Json) -> Json {
    json!({
        "id": Uuid::from_u128(number), "device": id("phone"), "seq": number % 1_000,
        "kind": kind, "claimed_at": claimed_at, "zone": "Asia/Jakarta",
        "time_token": null, "since_token_ms": null, "fix": at_the_door(), "fix_error": null,
        "fixes": [], "photos": [], "payload": payload,
    })
}

pub async fn send(browser: &Browser, events: &[Json]) -> Seen {
    browser.post_json(EVENTS, &json!({ "events": events })).await
}

fn statuses(seen: &Seen) -> Vec<String> {
    let results = seen.json()["results"].as_array().cloned().unwrap_or_default();
    results.iter().map(|it| it["status"].as_str().unwrap_or_default().to_owned()).collect()
}

fn arriving() -> Json {
    json!({"visit_id": id("plan-toko-maju"), "account_id": id("toko-maju")})
}

async fn token(browser: &Browser) -> Json {
    browser.get(SNAPSHOT).await.json()["time_token"].clone()
}

#[tokio::test]
async fn a_day_offline_arrives_whole_and_once() {
    let world = World::with(crate::routes()).await;
    let ayu = world.browse(AYU);
    world.at("2026-03-02T00:30:00Z");
    let token = token(&ayu).await;
    let mut day = vec![
        event(1, "clock_in", "2026-03-02T00:58:00Z", json!({})),
        event(2, "visit_check_in", "2026-03-02T03:00:00Z", arriving()),
        event(
            3,
            "visit_check_out",
            "2026-03-02T03:40:00Z",
            json!({"visit_id": id("plan-toko-maju"), "outcome": "order", "note": "10 rim",
                   "next_step": {"text": "Kirim faktur", "due_on": "2026-03-04"}}),
        ),
    ];
    for event in &mut day {
        event["time_token"] = token.clone();
    }
    world.at("2026-03-02T05:00:00Z");

    let first = send(&ayu, &day).await;
    let again = send(&ayu, &day).await;

    assert_eq!(first.status, 200, "{}", first.body);
    assert_eq!(statuses(&first), ["created", "created", "created"], "{}", first.body);
    assert_eq!(statuses(&again), ["exists", "exists", "exists"]);
    assert_eq!(first.json()["results"][1]["receipt"], again.json()["results"][1]["receipt"]);
    let receipt = &first.json()["results"][1]["receipt"];
    assert_eq!(receipt["time"]["grade"], "bounded", "{receipt}");
    assert_eq!(receipt["place"]["verdict"], "inside", "{receipt}");
    assert_eq!(receipt["recorded_at"], "2026-03-02T03:00:00Z");

    let snapshot = ayu.get(SNAPSHOT).await.json();
    assert_eq!(snapshot["work_day"]["state"], "open", "{snapshot}");
    assert_eq!(snapshot["work_day"]["opened_at"], "2026-03-02T00:58:00Z");
    assert_eq!(snapshot["visits"][0]["state"], "done");
    assert_eq!(snapshot["visits"][0]["dwell_minutes"], 40);
    assert_eq!(snapshot["tasks"][0]["text"], "Kirim faktur");
    assert_eq!(snapshot["accounts"].as_array().unwrap().len(), 2, "Ayu's own clients alone");
}

#[tokio::test]
async fn another_body_under_the_same_id_is_a_conflict() {
    let world = World::with(crate::routes()).await;
    let ayu = world.browse(AYU);
    let first = event(1, "clock_in", "2026-03-02T05:00:00Z", json!({}));
    let other = event(1, "clock_in", "2026-03-02T04:00:00Z", json!({}));
    send(&ayu, std::slice::from_ref(&first)).await;

    assert_eq!(statuses(&send(&ayu, &[other]).await), ["conflict"]);
    // Nor may somebody else learn by a guess what an id stands for.
    assert_eq!(statuses(&send(&world.browse(RIZKY), &[first]).await), ["conflict"]);
}

#[tokio::test]
async fn one_bad_event_never_blocks_the_next() {
    let world = World::with(crate::routes()).await;
    let ayu = world.browse(AYU);
    let nobody = json!({"visit_id": id("v"), "account_id": id("gudang-utara")});
    let batch = [
        json!({"id": Uuid::from_u128(9), "kind": "teleport"}),
        event(2, "visit_check_in", "2026-03-02T05:00:00Z", nobody),
        event(3, "clock_in", "2026-03-02T05:00:00Z", json!({})),
    ];

    let seen = send(&ayu, &batch).await;

    assert_eq!(statuses(&seen), ["rejected", "rejected", "created"], "{}", seen.body);
    assert_eq!(seen.json()["results"][1]["reason"]["code"], "not_found");
    assert_eq!(seen.json()["results"][0]["reason"]["code"], "malformed");
}

#[tokio::test]
async fn far_away_is_kept_and_asks_a_person() {
    let world = World::with(crate::routes()).await;
    let mut far = event(1, "visit_check_in", "2026-03-02T05:00:00Z", arriving());
    far["fix"] = json!({"lat": -6.3, "lon": 106.8, "accuracy_m": 10.0});

    let seen = send(&world.browse(AYU), &[far]).await;

    let receipt = &seen.json()["results"][0]["receipt"];
    assert_eq!(receipt["place"]["verdict"], "outside", "{}", seen.body);
    assert_eq!(receipt["review"], "pending");
}

#[tokio::test]
async fn checking_in_elsewhere_ends_the_open_visit_and_says_so() {
    let world = World::with(crate::routes()).await;
    let ayu = world.browse(AYU);
    let next = json!({"visit_id": id("unplanned"), "account_id": id("apotek-sehat")});
    let batch = [
        event(1, "visit_check_in", "2026-03-02T04:50:00Z", arriving()),
        event(2, "visit_check_in", "2026-03-02T04:58:00Z", next),
    ];

    let seen = send(&ayu, &batch).await;

    assert_eq!(statuses(&seen), ["created", "created"], "{}", seen.body);
    let snapshot = ayu.get(SNAPSHOT).await.json();
    let visits = snapshot["visits"].as_array().unwrap();
    let state = |name: &str| visits.iter().find(|it| it["id"] == json!(id(name))).unwrap().clone();
    assert_eq!(state("plan-toko-maju")["closed_by"], "next");
    assert_eq!(state("unplanned")["state"], "open");
    assert_eq!(state("unplanned")["planned"], false);
}

#[tokio::test]
async fn a_new_client_stands_where_it_was_met() {
    let world = World::with(crate::routes()).await;
    let ayu = world.browse(AYU);
    let new = json!({"account_id": id("new"), "name": "Toko Baru", "address": "Jl. Radio 3",
                     "contact": {"name": "Pak Dedi", "phone": "0812 3456 7890"}});

    let seen = send(&ayu, &[event(1, "account_create", "2026-03-02T05:00:00Z", new)]).await;

    assert_eq!(statuses(&seen), ["created"], "{}", seen.body);
    let snapshot = ayu.get(SNAPSHOT).await.json();
    let accounts = snapshot["accounts"].as_array().unwrap();
    let account = accounts.iter().find(|it| it["name"] == "Toko Baru").unwrap();
    assert_eq!(account["place"]["state"], "proposed");
    assert_eq!(account["contacts"][0]["phone"], "+6281234567890");
}

#[tokio::test]
async fn only_whoever_works_here_is_heard() {
    let world = World::with(crate::routes()).await;
    let clock_in = [event(1, "clock_in", "2026-03-02T05:00:00Z", json!({}))];
    let there = [event(2, "visit_check_in", "2026-03-02T05:00:00Z", arriving())];

    assert_eq!(send(&world.browse(JOKO), &clock_in).await.status, 401);
    assert_eq!(send(&world.browse(None), &clock_in).await.status, 401);
    assert_eq!(statuses(&send(&world.browse(ANDI), &there).await), ["rejected"]);
    let refused = send(&world.browse(RIZKY), &there).await;
    assert_eq!(statuses(&refused), ["rejected"]);
    assert!(refused.body.contains("is not yours now"), "{}", refused.body);
    assert_eq!(statuses(&send(&world.browse(SRI), &clock_in).await), ["created"]);
}

#[tokio::test]
async fn a_batch_is_one_to_fifty_events() {
    let world = World::with(crate::routes()).await;
    let ayu = world.browse(AYU);
    let many: Vec<Json> =
        (1..52).map(|n| event(n, "clock_in", "2026-03-02T05:00:00Z", json!({}))).collect();

    assert_eq!(send(&ayu, &[]).await.status, 400);
    assert_eq!(send(&ayu, &many).await.status, 400);
    assert_eq!(ayu.post(EVENTS, "{\"events\": 3}").await.status, 400);
    assert_eq!(ayu.post(EVENTS, "{\"events\"").await.status, 400);
}

#[tokio::test]
async fn a_photo_comes_first_and_is_seen_by_those_who_may() {
    let world = World::with(crate::routes()).await;
    let ayu = world.browse(AYU);
    let photo = include_bytes!("tests/one_pixel.png").to_vec();
    let name = frame::secrets::sha256_hex(&photo);
    let mut with_photo = event(1, "clock_in", "2026-03-02T05:00:00Z", json!({}));
    with_photo["photos"] = json!([name]);
    let put = format!("/api/v1/files/sha256/{name}");
    let show = format!("/files/sha256/{name}");

    assert_eq!(statuses(&send(&ayu, &[with_photo.clone()]).await), ["retry"]);
    let sent = ayu.send("PUT", &put, "image/png", photo.clone()).await;
    assert_eq!(sent.status, 201, "{}", sent.body);
    assert_eq!(ayu.send("PUT", &put, "image/png", photo.clone()).await.status, 200);
    assert_eq!(ayu.send("PUT", &put, "image/png", b"other".to_vec()).await.status, 200);
    assert_eq!(statuses(&send(&ayu, &[with_photo]).await), ["created"]);

    assert_eq!(ayu.get(&show).await.headers["content-type"], "image/jpeg");
    assert_eq!(world.browse(testing::BUDI).get(&show).await.status, 200);
    for somebody in [RIZKY, testing::GILANG, testing::SARI] {
        assert_eq!(world.browse(somebody).get(&show).await.status, 404, "{}", somebody.name);
    }
    let forged = format!("/api/v1/files/sha256/{}", "0".repeat(64));
    assert_eq!(ayu.send("PUT", &forged, "image/png", photo).await.status, 422);
}

#[tokio::test]
async fn what_my_manager_sees_is_what_i_see() {
    let world = World::with(crate::routes()).await;
    let ayu = world.browse(AYU);
    send(&ayu, &[event(1, "visit_check_in", "2026-03-02T05:00:00Z", arriving())]).await;

    let record = ayu.get("/api/v1/field/record?days=3").await.json();

    let fact = &record["days"][0]["facts"][0];
    assert_eq!(fact["account"], "Toko Maju", "{record}");
    assert_eq!(fact["place"]["verdict"], "inside");
    assert!(fact["time"]["sentence"].as_str().unwrap().starts_with("This phone's first contact"));
    assert_eq!(world.browse(RIZKY).get("/api/v1/field/record").await.json()["days"], json!([]));
}

#[tokio::test]
async fn a_server_whose_clock_was_set_back_believes_no_time_that_it_signed_ahead() {
    let world = World::with(crate::routes()).await;
    let ayu = world.browse(AYU);
    let before = ayu.get(SNAPSHOT).await.json();
    world.at("2026-03-02T04:00:00Z");
    let mut late = event(1, "clock_in", "2026-03-02T04:00:00Z", json!({}));
    late["time_token"] = before["time_token"].clone();
    late["since_token_ms"] = json!(1_000);

    let seen = send(&ayu, &[late]).await;

    let receipt = &seen.json()["results"][0]["receipt"];
    assert_eq!(receipt["time"]["grade"], "unproven", "{}", seen.body);
    assert_eq!(receipt["received_at"], "2026-03-02T04:00:00Z");
    assert_eq!(receipt["recorded_at"], "2026-03-02T04:00:00Z");
    assert_eq!(receipt["review"], "pending");
    // A phone that has looked into the future is told everything.
    let cursor = before["cursor"].as_str().unwrap();
    let again = ayu.get(&format!("{SNAPSHOT}?since={cursor}")).await.json();
    assert_eq!(again["full"], true);
    assert_eq!(again["work_day"]["state"], "open");
}
