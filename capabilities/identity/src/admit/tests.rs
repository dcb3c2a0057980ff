use serde_json::json;
use testing::{AYU, DEWI, SRI, World};

use crate::real::{sign_in, world};

const PASSWORDS: &str = "password=ombak+di+laut+selatan&again=ombak+di+laut+selatan";

/// The path of the link that stands on a page.
fn link(body: &str) -> String {
    let rest = &body[body.find("/welcome/").expect("a link")..];
    rest[..rest.find('<').expect("its end")].to_owned()
}

async fn new_link(world: &World) -> String {
    let form = "name=Nur&email=nur@nusantara.example&role-account-executive=on&lang=id";
    let shown = sign_in(world, DEWI).await.post("/people/new", form).await;
    assert_eq!(shown.status, 200, "{}", shown.body);
    link(&shown.body)
}

#[tokio::test]
async fn somebody_new_comes_in_by_the_link_that_is_shown_once() {
    let world = world().await;
    let link = new_link(&world).await;
    let nobody = world.browse(None);

    let welcome = nobody.get(&link).await;
    let entered = nobody.post(&link, PASSWORDS).await;
    let nur = world.browse_holding(entered.session());

    assert!(welcome.body.contains("Welcome, Nur"), "{}", welcome.body);
    assert_eq!(entered.status, 303, "{}", entered.body);
    assert_eq!(nur.get("/me").await.status, 200);
    assert_eq!(nobody.get(&link).await.status, 422, "a second time");
    assert_eq!(nobody.post(&link, PASSWORDS).await.status, 422, "a second time");
}

#[tokio::test]
async fn a_link_runs_out_and_another_replaces_it() {
    let world = world().await;
    let first = new_link(&world).await;
    let nobody = world.browse(None);
    let dewi = sign_in(&world, DEWI).await;
    let found = dewi.get("/api/v1/people?q=nur").await.json();
    let id = found["items"].as_array().unwrap().iter().find(|it| it["name"] == "Nur").unwrap();
    let id = id["id"].as_str().unwrap().to_owned();

    let shown = dewi.post(&format!("/people/{id}/link"), "").await;
    let second = link(&shown.body);

    assert_eq!(nobody.get(&first).await.status, 422, "the old one is worthless");
    assert_eq!(nobody.get(&second).await.status, 200);
    world.at("2026-03-09T05:00:01Z");
    assert_eq!(nobody.get(&second).await.status, 422, "a week is over");
    assert_eq!(nobody.post(&second, PASSWORDS).await.status, 422);
}

#[tokio::test]
async fn a_wrong_link_tells_nothing() {
    let world = world().await;
    let link = new_link(&world).await;
    let nobody = world.browse(None);
    let mut other = link.clone();
    let last = other.pop().unwrap();
    other.push(if last == 'A' { 'E' } else { 'A' });

    assert_eq!(nobody.get(&other).await.status, 422);
    assert_eq!(nobody.get("/welcome/x").await.status, 404);
    assert_eq!(nobody.get("/welcome/x.y").await.status, 404);
    let elsewhere = link.replace(
        &DEWI.company().0.simple().to_string(),
        &testing::SARI.company().0.simple().to_string(),
    );
    assert_eq!(nobody.get(&elsewhere).await.status, 422);
}

#[tokio::test]
async fn hr_hires_executives_and_an_administrator_anybody() {
    let world = world().await;
    let manager = json!({ "name": "Putu", "email": "putu@x.example", "roles": ["manager"] });
    let dewi = sign_in(&world, DEWI).await;
    let sri = sign_in(&world, SRI).await;

    let refused = dewi.post_json("/api/v1/people", &manager).await;
    let admitted = sri.post_json("/api/v1/people", &manager).await;
    let same = sri.post_json("/api/v1/people", &manager).await;

    assert_eq!(refused.json()["code"], "people.role_not_yours");
    assert_eq!(admitted.status, 201, "{}", admitted.body);
    assert!(admitted.json()["invitation_url"].as_str().unwrap().contains("/welcome/"));
    assert_eq!(same.json()["code"], "people.email_taken");
    assert_eq!(sign_in(&world, AYU).await.post_json("/api/v1/people", &manager).await.status, 403);
    assert_eq!(world.browse(None).post_json("/api/v1/people", &manager).await.status, 401);
    assert!(!dewi.get("/people/new").await.body.contains("role-administrator"));
}

#[tokio::test]
async fn somebody_without_an_address_is_known_and_not_asked_in() {
    let world = world().await;
    let dewi = sign_in(&world, DEWI).await;

    let added = dewi.post("/people/new", "name=Made&role-support=on").await;
    let link = dewi.post(&format!("{}/link", added.location()), "").await;

    assert_eq!(added.status, 303, "{}", added.body);
    assert_eq!(link.status, 422, "there is nowhere to send it");
}
