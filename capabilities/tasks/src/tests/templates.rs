//! A template is settled by the company, put on a client in one act, and taken back in one.

use serde_json::{Value, json};
use testing::{ANDI, AYU, BUDI, RIZKY, SARI, SRI, World};

use super::{MAJU, account, world};

async fn template(world: &World) -> String {
    let new = json!({"name": "Klien baru", "steps": [
        {"text": "Perkenalan", "days": 0},
        {"text": "Penawaran", "days": 3, "counted": "working"},
        {"text": "Telepon", "days": 7},
    ]});
    let made = world.browse(SRI).post_json("/api/v1/task-templates", &new).await;
    assert_eq!(made.status, 201, "{}", made.body);
    made.json()["id"].as_str().unwrap().to_owned()
}

fn page() -> String {
    format!("/accounts/{}/template", account(MAJU))
}

async fn tasks(world: &World) -> Vec<(String, String)> {
    let list = world.browse(AYU).get("/api/v1/tasks").await.json();
    let text = |it: &Value, key: &str| it[key].as_str().unwrap_or_default().to_owned();
    let items = list["items"].as_array().unwrap().iter();
    items.map(|it| (text(it, "text"), text(it, "due_on"))).collect()
}

#[tokio::test]
async fn its_dates_are_seen_before_they_are_made_and_taken_back_in_one_act() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let id = template(&world).await;

    // A Thursday: three working days later is a Tuesday.
    let seen = ayu.get(&format!("{}?template={id}&first=2026-03-05", page())).await;
    for said in ["Perkenalan", "5 Mar 2026", "10 Mar 2026", "12 Mar 2026", "Ayu Lestari"] {
        assert!(seen.body.contains(said), "{said}: {}", seen.body);
    }
    assert_eq!(tasks(&world).await, [], "nothing is made by looking");

    let made = ayu.post(&page(), &format!("template={id}&first=2026-03-05")).await;
    assert_eq!(made.status, 303, "{}", made.body);
    let expected =
        [("Perkenalan", "2026-03-05"), ("Penawaran", "2026-03-10"), ("Telepon", "2026-03-12")];
    assert_eq!(tasks(&world).await, expected.map(|(a, b)| (a.to_owned(), b.to_owned())));

    let list = ayu.get("/api/v1/tasks").await.json();
    let first = list["items"][0].clone();
    let used = first["template_use_id"].as_str().unwrap().to_owned();
    ayu.post(&format!("/tasks/{}/done", first["id"].as_str().unwrap()), "").await;
    let undo = format!("{}/{used}/undo", page());
    assert_eq!(world.browse(RIZKY).post(&undo, "").await.status, 404);
    assert_eq!(ayu.post(&undo, "").await.status, 303);
    assert_eq!(tasks(&world).await, [], "what was done stays done");
    let done = ayu.get("/api/v1/tasks?when=done").await.json();
    assert_eq!(done["items"].as_array().unwrap().len(), 1);
    assert_eq!(ayu.post(&undo, "").await.status, 422, "there is nothing left");
}

#[tokio::test]
async fn whoever_looks_after_the_client_gets_the_tasks_and_hears_of_them_once() {
    let world = world().await;
    let id = template(&world).await;

    let body = json!({"template_id": id, "first_on": "2026-03-03"});
    let uses = format!("/api/v1/accounts/{}/template-uses", account(MAJU));
    let made = world.browse(BUDI).post_json(&uses, &body).await;

    assert_eq!(made.status, 201, "{}", made.body);
    assert_eq!(made.json()["tasks"][0]["owner_id"], json!(AYU.person()));
    let told = world.browse(AYU).get("/api/v1/notices").await.json();
    assert_eq!(told["items"].as_array().unwrap().len(), 1, "{told}");
    assert_eq!(told["items"][0]["name"], "accounts.template_given");
    let foreign = world.browse(RIZKY).post_json(&uses, &body).await;
    assert_eq!(foreign.status, 404);
}

#[tokio::test]
async fn only_the_company_settles_its_templates() {
    let world = world().await;
    let id = template(&world).await;
    let address = format!("/settings/task-templates/{id}");

    assert_eq!(world.browse(AYU).get(&address).await.status, 403);
    assert_eq!(world.browse(SARI).get(&address).await.status, 404, "another company");
    let andi = world.browse(ANDI).get("/api/v1/task-templates").await.json();
    assert_eq!(andi["items"], json!([]));

    let sri = world.browse(SRI);
    let wrong = sri.post(&address, "name=&text=Perkenalan&days=0&counted=calendar").await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.body.contains("id=\"name-error\"") && wrong.body.contains("Perkenalan"));
    let no_days = sri.post(&address, "name=Baru&text=Telepon&days=x&counted=calendar").await;
    assert!(no_days.body.contains("Task 1: give days"), "{}", no_days.body);
    let form = "name=Baru&text=Telepon&days=2&counted=working&text=&days=&counted=calendar";
    assert_eq!(sri.post(&address, form).await.status, 303);
    let list = sri.get("/api/v1/task-templates").await.json();
    assert_eq!(
        list["items"][0]["steps"],
        json!([{"text": "Telepon", "days": 2, "counted": "working"}])
    );

    sri.post(&format!("{address}/retire"), "").await;
    let body = json!({ "template_id": id });
    let uses = format!("/api/v1/accounts/{}/template-uses", account(MAJU));
    let retired = world.browse(AYU).post_json(&uses, &body).await;
    assert_eq!(retired.json()["code"], "accounts.template_retired", "{}", retired.body);
    assert!(!world.browse(AYU).get(&page()).await.body.contains("Baru</option>"));
}
