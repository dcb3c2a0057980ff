//! A day in the field, as the phone tells it and as the server keeps it.

mod model;
mod chain;
mod photos;

use serde_json::{Value as Json, json};
use testing::{ANDI, AYU, Browser, JOKO, RIZKY, SRI, Seen, Someone, World, id};
use uuid::Uuid;

pub const EVENTS: &str = "/api/v1/field/events";
pub const SNAPSHOT: &str = "/api/v1/field/snapshot";

/// At the door of Toko Maju.
pub fn at_the_door() -> Json {
    json!({"lat": -6.2001, "lon": 106.8001, "accuracy_m": 12.0, "altitude_m": 30.5, "age_ms": 300})
}

/// An event of Ayu's phone, numbered so that its id is known.
#[expect(clippy::needless_pass_by_value, reason = "calls read better with the value in them")]
pub fn event(number: u128, kind: &str, claimed_at: &str, payload: Json) -> Json {
    json!({
        "id": Uuid::from_u128(number), "person": AYU.person(), "device": id("phone"), "seq": number % 1_000,
        "kind": kind, "claimed_at": claimed_at, "zone": "Asia/Jakarta",
        "time_token": null, "since_token_ms": null, "fix": at_the_door(), "fix_error": null,
        "fixes": [], "photos": [], "payload": payload,
    })
}

/// The same, made by somebody else.
fn by(someone: Someone, mut event: Json) -> Json {
    event["person"] = json!(someone.person());
    event
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
async fn what_somebody_made_waits_for_their_own_session() {
    let world = World::with(crate::routes()).await;
    let (ayu, rizky) = (world.browse(AYU), world.browse(RIZKY));
    let hers = event(1, "clock_in", "2026-03-02T05:00:00Z", json!({}));
    let his = by(RIZKY, event(2, "clock_in", "2026-03-02T05:00:00Z", json!({})));
    let batch = [hers, his];

    // They share a phone, and he is signed in.
    let seen = send(&rizky, &batch).await;

    assert_eq!(statuses(&seen), ["rejected", "created"], "{}", seen.body);
    let reason = &seen.json()["results"][0]["reason"];
    assert_eq!(reason["code"], "field.other_person");
    assert!(reason["message"].as_str().unwrap().contains("when they sign in here"), "{reason}");
    // Nothing of hers was kept, so nothing stands in its way when she comes.
    assert_eq!(statuses(&send(&ayu, &batch).await), ["created", "rejected"]);
    let unnamed = json!({"id": Uuid::from_u128(3), "kind": "clock_in"});
    assert_eq!(statuses(&send(&ayu, &[unnamed]).await), ["rejected"]);
}

#[tokio::test]
async fn a_required_photo_that_is_missing_says_why() {
    let world = World::with(crate::routes().merge(people::routes())).await;
    let settings = "name=PT+Nusantara&zone=Asia/Jakarta&currency=IDR&lang=id&country=ID&radius_m=150\
        &good_accuracy_m=50&usable_accuracy_m=200&fastest_kmh=150&photo_at_check_in=required\
        &photo_at_clock_in=off&photo_max_px=1600&close_tolerance_minutes=300&standard_minutes=480\
        &unvisited_days=30&silent_minutes=120";
    assert_eq!(world.browse(SRI).post("/settings", settings).await.status, 303);
    let mut there = event(1, "visit_check_in", "2026-03-02T05:00:00Z", arriving());
    there["photo_error"] = json!("no_camera");

    let seen = send(&world.browse(AYU), &[there]).await;

    let receipt = &seen.json()["results"][0]["receipt"];
    assert_eq!(receipt["signals"][0]["code"], "missing_photo", "{}", seen.body);
    assert_eq!(receipt["review"], "pending");
    let sentence = receipt["signals"][0]["sentence"].as_str().unwrap();
    assert!(sentence.contains("the camera could not be opened"), "{sentence}");
}

#[tokio::test]
async fn a_phones_store_opens_for_its_own_person_alone() {
    let world = World::with(crate::routes()).await;
    let key = async |someone: Someone| {
        let key = world.browse(someone).get(SNAPSHOT).await.json()["storage_key"].clone();
        frame::secrets::from_text(key.as_str().unwrap()).unwrap()
    };

    let hers = key(AYU).await;
    assert_eq!(hers.len(), 32);
    assert_eq!(hers, key(AYU).await, "what was sealed yesterday opens today");
    assert_ne!(hers, key(RIZKY).await);
    assert_eq!(world.browse(JOKO).get(SNAPSHOT).await.status, 401, "whoever is shut out gets none");
}

#[tokio::test]
async fn the_phone_hears_what_left_the_plan() {
    let world = World::with(crate::routes().merge(visits::routes())).await;
    let ayu = world.browse(AYU);
    let cursor = ayu.get(SNAPSHOT).await.json()["cursor"].as_str().unwrap().to_owned();
    let visit = format!("/api/v1/visits/{}", id("plan-toko-maju"));
    assert_eq!(ayu.ask("DELETE", &visit, "").await.status, 204);

    let snapshot = ayu.get(&format!("{SNAPSHOT}?since={cursor}")).await.json();

    assert_eq!(snapshot["removed"]["visits"], json!([id("plan-toko-maju")]), "{snapshot}");
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
    assert_eq!(statuses(&send(&world.browse(RIZKY), &[by(RIZKY, first)]).await), ["conflict"]);
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
async fn what_was_kept_without_its_lost_photo_is_known_again() {
    let world = World::with(crate::routes()).await;
    let ayu = world.browse(AYU);
    let mut there = event(1, "visit_check_in", "2026-03-02T05:00:00Z", arriving());
    let lost = "a".repeat(64);
    there["photos"] = json!([lost]);

    let batch = json!({ "events": [there.clone()], "lost_photos": [lost] });
    assert_eq!(statuses(&ayu.post_json(EVENTS, &batch).await), ["created"]);
    assert_eq!(statuses(&send(&ayu, &[there]).await), ["exists"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn more_phones_at_once_than_connections_are_all_heard() {
    const PHONES: u128 = 40;
    let world = std::sync::Arc::new(World::with(crate::routes()).await);
    let mut phones = tokio::task::JoinSet::new();
    for number in 1..=PHONES {
        let world = std::sync::Arc::clone(&world);
        phones.spawn(async move {
            let clock_in = event(number, "clock_in", "2026-03-02T05:00:00Z", json!({}));
            statuses(&send(&world.browse(AYU), &[clock_in]).await)
        });
    }

    while let Some(said) = phones.join_next().await {
        assert_eq!(said.unwrap(), ["created"]);
    }
}

#[tokio::test]
async fn only_whoever_works_here_is_heard() {
    let world = World::with(crate::routes()).await;
    let clock_in = event(1, "clock_in", "2026-03-02T05:00:00Z", json!({}));
    let there = event(2, "visit_check_in", "2026-03-02T05:00:00Z", arriving());
    let code = |seen: &Seen| seen.json()["results"][0]["reason"]["code"].clone();

    assert_eq!(send(&world.browse(JOKO), &[by(JOKO, clock_in.clone())]).await.status, 401);
    assert_eq!(send(&world.browse(None), std::slice::from_ref(&clock_in)).await.status, 401);
    for somebody in [ANDI, RIZKY] {
        let seen = send(&world.browse(somebody), &[by(somebody, there.clone())]).await;
        assert_eq!(code(&seen), "not_found", "{}", somebody.name);
        assert!(seen.body.contains("is not yours now"), "{}", seen.body);
    }
    assert_eq!(statuses(&send(&world.browse(SRI), &[by(SRI, clock_in)]).await), ["created"]);
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
