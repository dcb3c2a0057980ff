mod assigning;
mod converting;
mod finding;
mod passing;
mod settling;
mod writing;

use serde_json::{Value, json};
use testing::{Browser, SRI, Seen, Someone, World, id};

const API: &str = "/api/v1/prospects";

/// A world in which clients and deals have pages, too.
async fn world() -> World {
    let routes = crate::routes()
        .merge(accounts::routes())
        .merge(tasks::routes())
        .merge(activities::routes())
        .merge(pipeline::routes())
        .merge(people::routes());
    World::furnished(routes, |made| {
        made.panels = vec![&crate::PANEL, &pipeline::PANEL];
        made.tellers = vec![crate::TELLER, accounts::TELLER, pipeline::TELLER];
        made.follows = vec![
            accounts::FOLLOWS,
            tasks::FOLLOWS,
            activities::FOLLOWS,
            pipeline::FOLLOWS,
            crate::FOLLOWS,
        ];
        made.searched = vec![accounts::SEARCHED, crate::SEARCHED];
    })
    .await
}

/// Writes a prospect down, and answers what the API says of it.
async fn written(browser: &Browser, body: &Value) -> Value {
    let seen = browser.post_json(API, body).await;
    assert_eq!(seen.status, 201, "{}", seen.body);
    seen.json()
}

/// Opens a client, and answers its id.
async fn client(browser: &Browser, name: &str) -> String {
    let seen = browser.post_json("/api/v1/accounts", &json!({ "name": name })).await;
    assert_eq!(seen.status, 201, "{}", seen.body);
    seen.json()["id"].as_str().unwrap().to_owned()
}

/// Of a name that looks like no other.
fn named(name: &str) -> Value {
    json!({ "name": name, "source": "website" })
}

fn path(prospect: &Value, end: &str) -> String {
    format!("/prospects/{}{end}", prospect["id"].as_str().unwrap())
}

fn api(prospect: &Value, end: &str) -> String {
    format!("/api/v1{}", path(prospect, end))
}

async fn read(browser: &Browser, prospect: &Value) -> Value {
    let seen = browser.get(&api(prospect, "")).await;
    assert_eq!(seen.status, 200, "{}", seen.body);
    seen.json()
}

fn code(seen: &Seen) -> String {
    let json = seen.json();
    let field = json["fields"][0]["code"].as_str().or(json["code"].as_str());
    field.unwrap_or_default().to_owned()
}

fn is(json: &Value, who: Someone) -> bool {
    json["owner_id"] == json!(who.person())
}

/// A rule that shares out within a team, in turn.
async fn rule(world: &World, form: &str) {
    let seen = world.browse(SRI).post("/settings/prospects/rules/new", form).await;
    assert_eq!(seen.status, 303, "{}", seen.body);
}

fn in_turn(more: &str) -> String {
    format!("name=Selatan&way=turn&team_id={}{more}", id("selatan"))
}
