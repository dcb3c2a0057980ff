//! Clients that pass to others, over HTTP.

mod moving;
mod packing;
mod winning;

use frame::app::Made;
use serde_json::{Value, json};
use testing::{AYU, BUDI, Browser, RIZKY, Seen, World, id};

const MAJU: &str = "toko-maju";
const APOTEK: &str = "apotek-sehat";
const API: &str = "/api/v1/book-moves";

/// A world in which clients, deals and visits have pages, too.
async fn world() -> World {
    let routes = crate::routes()
        .merge(accounts::routes())
        .merge(tasks::routes())
        .merge(activities::routes())
        .merge(pipeline::routes())
        .merge(visits::routes())
        .merge(people::routes());
    World::furnished(routes, |made: &mut Made| {
        made.tellers = vec![crate::TELLER, accounts::TELLER, pipeline::TELLER, visits::TELLER];
        made.jobs = vec![accounts::JOBS, tasks::JOBS, crate::JOBS];
        made.readers = vec![crate::READERS];
        made.panels = vec![&crate::PANEL, &activities::TIMELINE];
    })
    .await
}

/// Plans that everything of Ayu's goes to Rizky.
async fn planned(browser: &Browser) -> Value {
    let plan = json!({ "from_id": AYU.person(), "takers": [RIZKY.person()], "note": "Suka pagi" });
    let seen = browser.post_json(API, &plan).await;
    assert_eq!(seen.status, 201, "{}", seen.body);
    seen.json()
}

fn api(it: &Value, end: &str) -> String {
    format!("{API}/{}{end}", it["id"].as_str().unwrap())
}

/// Carries a plan out, to its end.
async fn run(world: &World, it: &Value) {
    let seen = world.browse(BUDI).ask("POST", &api(it, "/run"), "").await;
    assert_eq!(seen.status, 202, "{}", seen.body);
    world.work().await;
}

async fn undo(world: &World, it: &Value) {
    let seen = world.browse(BUDI).ask("POST", &api(it, "/undo"), "").await;
    assert_eq!(seen.status, 202, "{}", seen.body);
    world.work().await;
}

async fn read(browser: &Browser, it: &Value) -> Value {
    let seen = browser.get(&api(it, "")).await;
    assert_eq!(seen.status, 200, "{}", seen.body);
    seen.json()
}

/// What became of each client.
async fn states(browser: &Browser, it: &Value) -> Vec<(String, String)> {
    let rows = browser.get(&api(it, "/accounts")).await.json();
    let name = |row: &Value| {
        let names = [MAJU, APOTEK, "warung-sari"];
        let of = |name: &&&str| row["account_id"] == json!(id(name));
        names.iter().find(of).map_or("?", |it| *it).to_owned()
    };
    let rows = rows["items"].as_array().unwrap().iter();
    rows.map(|it| (name(it), it["state"].as_str().unwrap().to_owned())).collect()
}

/// A deal of Ayu's with Toko Maju that has come further than its first stage.
async fn deal(world: &World) -> Value {
    let ayu = world.browse(AYU);
    let body = json!({
        "name": "Kertas 2026", "account_id": id(MAJU),
        "value": {"amount": "1000", "currency": "IDR"}, "next_step": "Kirim contoh",
    });
    let opened = ayu.post_json("/api/v1/opportunities", &body).await;
    assert_eq!(opened.status, 201, "{}", opened.body);
    world.app.clock.turn(world.now().plus_days(1));
    let path = format!("/api/v1/opportunities/{}/stage", opened.json()["id"].as_str().unwrap());
    let moved = ayu.ask("POST", &path, r#"{"stage": "Negotiation"}"#).await;
    assert_eq!(moved.status, 200, "{}", moved.body);
    moved.json()
}

async fn see_deal(browser: &Browser, deal: &Value) -> Seen {
    browser.get(&format!("/api/v1/opportunities/{}", deal["id"].as_str().unwrap())).await
}

async fn account(browser: &Browser, name: &str) -> Seen {
    browser.get(&format!("/api/v1/accounts/{}", id(name))).await
}

fn code(seen: &Seen) -> String {
    let json = seen.json();
    let field = json["fields"][0]["code"].as_str().or(json["code"].as_str());
    field.unwrap_or_default().to_owned()
}
