mod following;
mod files;
mod settling;
mod welcoming;

use serde_json::{Value, json};
use testing::{Browser, World, id};

const MAJU: &str = "toko-maju";

/// A world in which everything that a new client goes through has pages.
async fn world() -> World {
    let routes = crate::routes()
        .merge(accounts::routes())
        .merge(tasks::routes())
        .merge(pipeline::routes())
        .merge(prospects::routes())
        .merge(transactions::routes())
        .merge(people::routes());
    World::furnished(routes, |made| {
        made.panels = vec![&crate::PANEL, &prospects::PANEL, &pipeline::PANEL];
        made.tellers = vec![crate::TELLER, prospects::TELLER, accounts::TELLER, pipeline::TELLER];
        made.readers = vec![accounts::READERS, crate::READERS];
        made.follows = vec![
            accounts::FOLLOWS,
            tasks::FOLLOWS,
            transactions::FOLLOWS,
            pipeline::FOLLOWS,
            prospects::FOLLOWS,
            crate::FOLLOWS,
        ];
    })
    .await
}

fn of(account: &str) -> String {
    format!("/api/v1/accounts/{account}/onboarding")
}

fn maju() -> String {
    id(MAJU).to_string()
}

async fn begun(browser: &Browser) -> Value {
    let seen = browser.post_json(&of(&maju()), &json!({})).await;
    assert_eq!(seen.status, 201, "{}", seen.body);
    seen.json()
}

async fn read(browser: &Browser, account: &str) -> Value {
    let seen = browser.get(&of(account)).await;
    assert_eq!(seen.status, 200, "{}", seen.body);
    seen.json()
}

/// The step of this kind.
fn step<'a>(onboarding: &'a Value, kind: &str) -> &'a Value {
    let steps = onboarding["steps"].as_array().unwrap();
    steps.iter().find(|it| it["kind"] == kind).unwrap()
}

fn address(step: &Value, end: &str) -> String {
    format!("/onboarding/steps/{}{end}", step["id"].as_str().unwrap())
}
