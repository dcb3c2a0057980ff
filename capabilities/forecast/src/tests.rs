//! Targets and forecasts, over HTTP.

mod asking;
mod counting;
mod saying;
mod deciding;

use frame::app::Made;
use serde_json::{Value, json};
use testing::{Browser, Seen, Someone, World, id};

const Q1: &str = "2026-q1";

/// A world in which deals have pages, too.
async fn world() -> World {
    let routes = crate::routes().merge(pipeline::routes()).merge(people::routes());
    World::furnished(routes, |made: &mut Made| {
        made.tellers = vec![crate::TELLER, pipeline::TELLER];
        made.every = crate::EVERY.to_vec();
    })
    .await
}

/// Opens a deal of somebody's that is thought to end on a day.
async fn deal(
    browser: &Browser,
    name: &str,
    (amount, currency): (i64, &str),
    close_on: &str,
) -> Value {
    let body = json!({
        "name": name, "value": {"amount": amount.to_string(), "currency": currency},
        "expected_close_on": close_on,
    });
    let seen = browser.post_json("/api/v1/opportunities", &body).await;
    assert_eq!(seen.status, 201, "{}", seen.body);
    seen.json()
}

/// Says how a deal counts.
async fn count(browser: &Browser, deal: &Value, category: &str) {
    let path = format!("/api/v1/opportunities/{}/category", deal["id"].as_str().unwrap());
    let seen = browser.ask("PUT", &path, &json!({ "category": category }).to_string()).await;
    assert_eq!(seen.status, 200, "{}", seen.body);
}

async fn won(browser: &Browser, deal: &Value) {
    let path = format!("/api/v1/opportunities/{}/won", deal["id"].as_str().unwrap());
    let seen = browser.ask("POST", &path, "{}").await;
    assert_eq!(seen.status, 200, "{}", seen.body);
}

/// Asks for something in a period.
async fn target(browser: &Browser, body: &Value) -> Seen {
    browser.ask("PUT", "/api/v1/targets", &body.to_string()).await
}

fn of(someone: Someone, period: &str, amount: &str) -> Value {
    json!({ "person_id": someone.person(), "period": period, "amount": amount })
}

async fn figures(browser: &Browser, query: &str) -> Value {
    let seen = browser.get(&format!("/api/v1/forecast{query}")).await;
    assert_eq!(seen.status, 200, "{}", seen.body);
    seen.json()["figures"].clone()
}

/// Says what will come in the first quarter.
async fn say(browser: &Browser, called: &Value) -> Value {
    let body = json!({ "period": Q1, "called": called, "comment": "Menunggu tanda tangan" });
    let seen = browser.post_json("/api/v1/forecasts", &body).await;
    assert_eq!(seen.status, 201, "{}", seen.body);
    seen.json()
}

fn path(forecast: &Value, end: &str) -> String {
    format!("/api/v1/forecasts/{}{end}", forecast["id"].as_str().unwrap())
}

fn code(seen: &Seen) -> String {
    let json = seen.json();
    let field = json["fields"][0]["code"].as_str().or(json["code"].as_str());
    field.unwrap_or_default().to_owned()
}

fn team(name: &str) -> Value {
    json!(id(name))
}
