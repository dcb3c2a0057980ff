//! A client is welcomed by hand: steps are tasks, ticked, skipped for a reason, and taken back.

use serde_json::{Value, json};
use testing::{ANDI, AYU, BUDI, FAJAR, RIZKY, SRI, WATI};

use super::{address, begun, maju, of, read, step, world};

#[tokio::test]
async fn each_step_is_somebody_s_task_with_a_day() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let page = format!("/accounts/{}", maju());
    assert!(ayu.get(&page).await.body.contains("No checklist for this new client yet"));

    let done = ayu.post(&format!("{page}/onboarding"), "template=standard").await;

    assert_eq!(done.status, 303, "{}", done.body);
    let body = ayu.get(&page).await.body;
    for part in ["1 of 4 steps", "the account is there", "Until 9 Mar 2026", "Fajar"] {
        assert!(body.contains(part), "{part}: {body}");
    }
    let now = read(&ayu, &maju()).await;
    // Monday the second: two, five and ten working days on.
    for (kind, day, who) in [
        ("payment", "2026-03-04", FAJAR),
        ("explain", "2026-03-09", AYU),
        ("order", "2026-03-16", AYU),
    ] {
        let it = step(&now, kind);
        assert_eq!((&it["due_on"], &it["owner_id"]), (&json!(day), &json!(who.person())), "{it}");
    }
    let tasks = ayu.get("/api/v1/tasks?whose=mine").await.json();
    assert_eq!(tasks["items"].as_array().unwrap().len(), 2, "{tasks}");
    let told = world.browse(FAJAR).get("/api/v1/notices").await.json();
    assert_eq!(told["items"][0]["name"], "onboarding.given", "{told}");
    let again = ayu.post_json(&of(&maju()), &json!({})).await;
    assert_eq!(again.json()["code"], "onboarding.begun");
}

#[tokio::test]
async fn a_step_is_ticked_and_that_is_taken_back() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let explain = step(&begun(&ayu).await, "explain").clone();

    assert_eq!(ayu.post(&address(&explain, "/done"), "").await.status, 303);
    assert_ne!(step(&read(&ayu, &maju()).await, "explain")["done_at"], Value::Null);
    assert_eq!(ayu.post(&address(&explain, "/reopen"), "").await.status, 303);
    assert_eq!(step(&read(&ayu, &maju()).await, "explain")["done_at"], Value::Null);

    // Done where tasks are, it is done here.
    let task = format!("/tasks/{}/done", explain["task_id"].as_str().unwrap());
    assert_eq!(ayu.post(&task, "").await.status, 303);
    assert_ne!(step(&read(&ayu, &maju()).await, "explain")["done_at"], Value::Null);
}

#[tokio::test]
async fn a_step_is_skipped_with_a_reason_and_taken_up_again() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let order = step(&begun(&ayu).await, "order").clone();

    let none = ayu.post(&address(&order, "/skip"), "reason=").await;
    assert_eq!(none.status, 422);
    let long = ["Beli lewat distributor"; 20].join(" ");
    let wordy = format!("reason={}", long.replace(' ', "+"));
    let wordy = ayu.post(&address(&order, "/skip"), &wordy).await;
    assert_eq!(wordy.status, 422);
    assert!(wordy.body.contains(&long) && wordy.body.contains("Too long."), "{}", wordy.body);
    assert_eq!(
        ayu.post(&address(&order, "/skip"), "reason=Beli+lewat+distributor").await.status,
        303
    );
    let body = ayu.get(&format!("/accounts/{}", maju())).await.body;
    assert!(body.contains("Beli lewat distributor") && body.contains("1 of 3 steps"), "{body}");
    let late = ayu.post(&address(&order, "/done"), "").await;
    assert_eq!(late.status, 422);
    assert_eq!(ayu.post(&address(&order, "/unskip"), "").await.status, 303);
    assert_eq!(step(&read(&ayu, &maju()).await, "order")["skipped_why"], Value::Null);
}

#[tokio::test]
async fn it_is_over_when_nothing_is_left_and_not_before() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let now = begun(&ayu).await;
    for kind in ["payment", "explain", "order"] {
        assert_eq!(read(&ayu, &maju()).await["ended_at"], Value::Null, "{kind}");
        assert_eq!(ayu.post(&address(step(&now, kind), "/done"), "").await.status, 303);
    }
    assert_ne!(read(&ayu, &maju()).await["ended_at"], Value::Null);

    ayu.post(&address(step(&now, "explain"), "/reopen"), "").await;

    assert_eq!(read(&ayu, &maju()).await["ended_at"], Value::Null);
}

#[tokio::test]
async fn whose_step_it_is_may_tick_it_and_whoever_works_on_the_client() {
    let world = world().await;
    let payment = step(&begun(&world.browse(AYU)).await, "payment").clone();

    for (who, status) in [(RIZKY, 404), (WATI, 404), (ANDI, 404)] {
        let seen = world.browse(who).post(&address(&payment, "/done"), "").await;
        assert_eq!(seen.status, status, "{}", who.name);
        assert_eq!(world.browse(who).get(&of(&maju())).await.status, 404, "{}", who.name);
        let list = world.browse(who).get("/api/v1/onboarding").await.json();
        assert_eq!(list["items"], json!([]), "{}", who.name);
    }
    assert_eq!(world.browse(FAJAR).post(&address(&payment, "/done"), "").await.status, 303);
    assert_eq!(world.browse(BUDI).post(&address(&payment, "/reopen"), "").await.status, 303);
    assert_eq!(world.browse(RIZKY).post_json(&of(&maju()), &json!({})).await.status, 404);
}

#[tokio::test]
async fn a_manager_sees_what_is_late_in_the_team_and_nothing_else() {
    let world = world().await;
    begun(&world.browse(AYU)).await;
    world.at("2026-03-10T05:00:00Z");

    let late = world.browse(BUDI).get("/onboarding?when=late").await.body;
    for part in ["Explain the products", "Late, was due 9 Mar 2026", "Toko Maju", "Ayu Lestari"] {
        assert!(late.contains(part), "{part}: {late}");
    }
    assert!(!late.contains("First order"), "{late}");
    let other = world.browse(WATI).get("/onboarding").await.body;
    assert!(other.contains("No step is waiting"), "{other}");
    let page = world.browse(SRI).get("/api/v1/onboarding?limit=1").await.json();
    let next = page["next_cursor"].as_str().unwrap();
    let rest = world.browse(SRI).get(&format!("/api/v1/onboarding?cursor={next}")).await.json();
    assert_eq!(rest["items"].as_array().unwrap().len(), 2, "{rest}");
}

#[tokio::test]
async fn it_is_stopped_and_may_begin_anew() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let it = begun(&ayu).await;
    let stop = format!("/onboarding/{}/stop", it["id"].as_str().unwrap());
    assert_eq!(world.browse(WATI).post(&stop, "").await.status, 404);

    assert_eq!(ayu.post(&stop, "").await.status, 303);

    assert_eq!(ayu.get(&of(&maju())).await.status, 404);
    let tasks = ayu.get("/api/v1/tasks?whose=mine").await.json();
    assert_eq!(tasks["items"], json!([]), "{tasks}");
    begun(&ayu).await;
}
