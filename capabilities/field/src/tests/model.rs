//! Batches repeated, reordered and cut short: whatever the network does, each event is kept once.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Value as Json, json};
use testing::{AYU, World, id};

use super::{SNAPSHOT, event, send};

/// What a network does with a batch on its way.
#[derive(Clone, Debug)]
enum Delivery {
    /// The batch arrives from here, so many events of it.
    Part { from: usize, count: usize },
    /// The same, last event first.
    Backwards { from: usize, count: usize },
}

/// A morning of punches and notes: none depends on another, so that any order is possible.
fn morning() -> Vec<Json> {
    let note = |n: u128| {
        let text = format!("Catatan {n}");
        event(
            n,
            "note",
            "2026-03-02T04:00:00Z",
            json!({"account_id": id("toko-maju"), "text": text}),
        )
    };
    let punch = |n: u128, kind| event(n, kind, "2026-03-02T04:30:00Z", json!({}));
    let mut all: Vec<Json> = (1..=8).map(note).collect();
    all.push(punch(9, "clock_in"));
    all.push(punch(10, "clock_out"));
    all
}

fn deliveries() -> impl Strategy<Value = Vec<Delivery>> {
    let part = (0usize..10, 1usize..6);
    let one = prop_oneof![
        part.clone().prop_map(|(from, count)| Delivery::Part { from, count }),
        part.prop_map(|(from, count)| Delivery::Backwards { from, count }),
    ];
    prop::collection::vec(one, 1..8)
}

#[test]
fn each_event_is_kept_once_whatever_the_network_does() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let mut runner = TestRunner::new(Config { cases: 12, ..Config::default() });
    let outcome = runner.run(&deliveries(), |deliveries| {
        runtime.block_on(deliver(deliveries));
        Ok(())
    });
    outcome.unwrap();
}

/// The model is a set of ids: the first answer for each is `created`, each later one `exists`.
async fn deliver(deliveries: Vec<Delivery>) {
    let world = World::with(crate::routes()).await;
    let ayu = world.browse(AYU);
    let events = morning();
    let mut kept: BTreeSet<String> = BTreeSet::new();
    let last = Delivery::Part { from: 0, count: events.len() };
    for delivery in deliveries.into_iter().chain([last]) {
        let batch: Vec<Json> = match delivery {
            Delivery::Part { from, count } => {
                events.iter().skip(from).take(count).cloned().collect()
            }
            Delivery::Backwards { from, count } => {
                events.iter().skip(from).take(count).rev().cloned().collect()
            }
        };
        if batch.is_empty() {
            continue;
        }
        let seen = send(&ayu, &batch).await.json();
        for (sent, result) in batch.iter().zip(seen["results"].as_array().unwrap()) {
            let name = sent["id"].as_str().unwrap().to_owned();
            assert_eq!(result["id"], sent["id"]);
            let expected = if kept.insert(name) { "created" } else { "exists" };
            assert_eq!(result["status"], expected, "{result}");
        }
    }

    let record = ayu.get("/api/v1/field/record").await.json();
    let facts = record["days"][0]["facts"].as_array().unwrap();
    assert_eq!(facts.len(), events.len());
    let snapshot = ayu.get(SNAPSHOT).await.json();
    assert_eq!(snapshot["work_day"]["state"], "closed");
}
