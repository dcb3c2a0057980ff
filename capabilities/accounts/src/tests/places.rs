//! Places learn from check-ins, and only their owner moves them.

use kernel::evidence::learning::{LearningPolicy, PlaceStep, Sighting};
use kernel::geo::Fix;
use kernel::{FactId, PersonId};
use testing::{AYU, BUDI, World};

use super::{MAJU, account, kept, tx, world};
use crate::{PlaceState, account as noun, learn_place, place};

const APOTEK: &str = "apotek-sehat";

/// A check-in so many metres north of a point.
async fn check_in(world: &World, at: &str, metres: f64, fact: u128) -> PlaceStep {
    let writing = tx(world, AYU).await;
    let client = noun::get(&writing, account(at)).await.unwrap();
    let lat = -6.2 + metres / 111_194.926_6;
    let fix = Fix { lat, lon: 106.8, accuracy_m: 10.0, altitude_m: None, age_ms: Some(0) };
    let person: PersonId = AYU.person();
    let seen = Sighting { person, at: writing.now, fix };
    let fact = FactId(uuid::Uuid::from_u128(fact));
    let place = place::of(&writing, client.id).await.unwrap();
    let policy = LearningPolicy::default();
    let step = learn_place(&writing, &client, place, seen, fact, &policy).await;
    kept(writing, step).await
}

async fn known(world: &World, name: &str) -> Option<place::Model> {
    place::of(&world.ctx(AYU), account(name)).await.unwrap()
}

#[tokio::test]
async fn an_unknown_place_is_proposed_then_confirmed() {
    let world = world().await;
    assert_eq!(known(&world, APOTEK).await, None);

    let first = check_in(&world, APOTEK, 0.0, 1).await;
    assert!(matches!(first, PlaceStep::Propose { .. }), "{first:?}");
    assert_eq!(known(&world, APOTEK).await.unwrap().state, PlaceState::Proposed);

    world.at("2026-03-03T05:00:00Z");
    check_in(&world, APOTEK, 20.0, 2).await;
    // The same fact again teaches nothing.
    check_in(&world, APOTEK, 20.0, 2).await;
    assert_eq!(known(&world, APOTEK).await.unwrap().state, PlaceState::Proposed);

    world.at("2026-03-04T05:00:00Z");
    let third = check_in(&world, APOTEK, -20.0, 3).await;
    assert!(matches!(third, PlaceStep::Confirm { check_ins: 3, .. }), "{third:?}");
    let place = known(&world, APOTEK).await.unwrap();
    assert_eq!(place.state, PlaceState::Confirmed);
    assert!((place.lat + 6.2).abs() < 1e-4, "{place:?}");
}

#[tokio::test]
async fn a_move_waits_for_the_owner() {
    let world = world().await;
    for day in 3..=5 {
        world.at(&format!("2026-03-0{day}T05:00:00Z"));
        check_in(&world, MAJU, 900.0, day).await;
    }
    let asked = known(&world, MAJU).await.unwrap();
    assert_eq!(asked.state, PlaceState::Moved);
    assert!((asked.lat + 6.2).abs() < 1e-9, "nothing moves by itself");
    let page = format!("/accounts/{}", account(MAJU));
    let seen = world.browse(AYU).get(&page).await.body;
    assert!(seen.contains("The last check-ins were 900 m from here"), "{seen}");

    let declined = world.browse(AYU).post(&format!("{page}/place/move"), "decision=decline").await;
    assert_eq!(declined.status, 303, "{}", declined.body);
    let kept = known(&world, MAJU).await.unwrap();
    assert_eq!((kept.state, kept.moved_to()), (PlaceState::Confirmed, None));
    let twice = world.browse(AYU).post(&format!("{page}/place/move"), "decision=agree").await;
    assert_eq!(twice.status, 422);

    // What was declined is forgotten: it takes as many check-ins again.
    for day in 6..=8 {
        world.at(&format!("2026-03-0{day}T05:00:00Z"));
        let step = check_in(&world, MAJU, 900.0, day).await;
        assert_eq!(matches!(step, PlaceStep::ProposeMove { .. }), day == 8, "{day}: {step:?}");
    }
    world.browse(BUDI).post(&format!("{page}/place/move"), "decision=agree").await;
    let moved = known(&world, MAJU).await.unwrap();
    assert!((moved.lat - (-6.2 + 900.0 / 111_194.926_6)).abs() < 1e-4, "{moved:?}");
}

#[tokio::test]
async fn a_place_is_written_by_hand() {
    let world = world().await;
    let path = format!("/accounts/{}/place", account(APOTEK));

    let nowhere = world.browse(AYU).post(&path, "point=0,0&radius_m=150").await;
    let huge = world.browse(AYU).post(&path, "point=-6.25,106.79&radius_m=90000").await;
    let fine = world.browse(AYU).post(&path, "point=-6.25,+106.79&radius_m=80").await;

    assert_eq!((nowhere.status, huge.status, fine.status), (422, 422, 303));
    assert!(huge.body.contains("-6.25,106.79"), "{}", huge.body);
    let place = known(&world, APOTEK).await.unwrap();
    assert_eq!((place.state, place.radius_m), (PlaceState::Confirmed, 80.0));
}

#[tokio::test]
async fn a_phone_hears_what_changed_and_what_is_gone() {
    let world = world().await;
    let before = world.now();
    let all = crate::snapshot(&world.ctx(AYU), None).await.unwrap();
    assert_eq!(all.clients.len(), 2);
    let maju = all.clients.iter().find(|it| it.account.id == account(MAJU)).unwrap();
    assert_eq!(maju.address.as_ref().unwrap().street, "Jl. Fatmawati 12");
    assert!(maju.place.is_some());
    assert_eq!(maju.contacts[0].1.as_deref(), Some("Pemilik"));

    world.at("2026-03-03T05:00:00Z");
    let since = world.now();
    check_in(&world, APOTEK, 0.0, 7).await;
    let to_rizky = format!("owner_id={}", testing::RIZKY.person());
    world.browse(BUDI).post(&format!("/accounts/{}/owner", account(MAJU)), &to_rizky).await;

    let changed = crate::snapshot(&world.ctx(AYU), Some(since)).await.unwrap();
    assert_eq!(changed.clients.len(), 1, "{changed:?}");
    assert_eq!(changed.clients[0].account.id, account(APOTEK));
    assert_eq!(changed.removed, [account(MAJU)]);
    let rizky = crate::snapshot(&world.ctx(testing::RIZKY), Some(before)).await.unwrap();
    assert!(rizky.clients.iter().any(|it| it.account.id == account(MAJU)));
}

#[tokio::test]
async fn the_last_visit_is_the_latest_day() {
    let world = world().await;
    for day in ["2026-02-20", "2026-02-10"] {
        let writing = tx(&world, AYU).await;
        let made = crate::mark_visited(&writing, account(MAJU), day.parse().unwrap()).await;
        kept(writing, made).await;
    }

    let read = world.browse(AYU).get(&format!("/api/v1/accounts/{}", account(MAJU))).await;
    let waiting = world.browse(AYU).get("/api/v1/accounts?unvisited_days=14").await;

    assert_eq!(read.json()["last_visit_on"], "2026-02-20");
    assert_eq!(waiting.json()["items"].as_array().unwrap().len(), 1, "{}", waiting.body);
}
