//! A prospect becomes a client, once, and that can be taken back while nothing hangs on it.

use serde_json::{Value, json};
use testing::{ANDI, AYU, BUDI, FAJAR, RIZKY, SRI, WATI, World, id};

use super::{API, api, client, code, path, read, world, written};

/// Somebody who may become a client, of Ayu's.
async fn clinic(world: &World) -> Value {
    let body = json!({
        "name": "Klinik Harapan", "contact_name": "Ibu Yuni", "contact_role": "Pemilik",
        "phone": "0812-5550-991", "email": "yuni@harapan.example", "industry": "Klinik",
        "street": "Jl. Merdeka 5", "city": "Bandung", "province": "Jawa Barat",
        "value": {"amount": "12500000", "currency": "IDR"},
        "next_step": "Kirim katalog", "next_step_on": "2026-03-04", "note": "Punya dua cabang",
    });
    written(&world.browse(AYU), &body).await
}

async fn converted(world: &World, it: &Value, how: Value) -> Value {
    let seen = world.browse(AYU).post_json(&api(it, "/convert"), &how).await;
    assert_eq!(seen.status, 200, "{}", seen.body);
    seen.json()
}

#[tokio::test]
async fn account_contact_and_deal_come_in_one_act() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let it = clinic(&world).await;
    let form = ayu.get(&path(&it, "/convert")).await.body;
    for part in ["New client: Klinik Harapan", "New contact: Ibu Yuni", "value=\"12500000\""] {
        assert!(form.contains(part), "{part}: {form}");
    }
    let typed = "client=new&account_status=prospect&person=new&with_deal=on\
        &deal_name=Map+rekam+medis&stage=new_business/Engaging&amount=15.000.000";

    let done = ayu.post(&path(&it, "/convert"), typed).await;

    assert_eq!(done.status, 303, "{}", done.body);
    let client = ayu.get(done.location()).await.body;
    for part in [
        "Klinik Harapan",
        "Ibu Yuni",
        "Jl. Merdeka 5",
        "Map rekam medis",
        "Rp15.000.000",
        "Came from a prospect",
    ] {
        assert!(client.contains(part), "{part}: {client}");
    }
    let now = read(&ayu, &it).await;
    assert_eq!(now["status"], "converted");
    let deal = now["opportunity_id"].as_str().unwrap();
    let deal = ayu.get(&format!("/api/v1/opportunities/{deal}")).await.json();
    assert_eq!((&deal["next_step"], &deal["stage"]), (&json!("Kirim katalog"), &json!("Engaging")));
    assert_eq!(deal["contacts"][0]["name"], "Ibu Yuni", "{deal}");
    // The history stays, and is read from there.
    let page = ayu.get(&path(&it, "")).await.body;
    assert!(page.contains("Punya dua cabang") && page.contains("Became a client"), "{page}");
}

#[tokio::test]
async fn it_happens_once_and_by_whoever_may() {
    let world = world().await;
    let it = clinic(&world).await;
    for (who, status) in [(RIZKY, 404), (WATI, 404), (FAJAR, 404), (ANDI, 404)] {
        let seen = world.browse(who).post_json(&api(&it, "/convert"), &json!({})).await;
        assert_eq!(seen.status, status, "{}", who.name);
    }
    converted(&world, &it, json!({})).await;

    let again = world.browse(AYU).post_json(&api(&it, "/convert"), &json!({})).await;

    assert_eq!(code(&again), "prospects.converted");
    let accounts = world.browse(AYU).get("/api/v1/accounts?q=Klinik").await.json();
    assert_eq!(accounts["items"].as_array().unwrap().len(), 1, "{accounts}");
    let gone = world.browse(AYU).post(&path(&it, "/delete"), "").await;
    assert_eq!(gone.status, 422, "it is the client's history");
    // What waits in the inbox is nobody's to convert.
    let inbox = json!({ "name": "Hotel Baru", "owner_id": "inbox" });
    let inbox = written(&world.browse(SRI), &inbox).await;
    let nobody = world.browse(BUDI).post_json(&api(&inbox, "/convert"), &json!({})).await;
    assert_eq!(code(&nobody), "prospects.nobody");
}

#[tokio::test]
async fn without_a_deal_the_next_step_becomes_a_task() {
    let world = world().await;
    let it = clinic(&world).await;

    let now = converted(&world, &it, json!({ "account_status": "client" })).await;

    let tasks = world.browse(AYU).get("/api/v1/tasks").await.json();
    let task = &tasks["items"][0];
    assert_eq!((&task["text"], &task["due_on"]), (&json!("Kirim katalog"), &json!("2026-03-04")));
    let account = format!("/api/v1/accounts/{}", now["account_id"].as_str().unwrap());
    let account = world.browse(AYU).get(&account).await.json();
    assert_eq!((&account["status"], &account["phone"]), (&json!("client"), &Value::Null));
    assert_eq!(account["industry"], "Klinik");
}

#[tokio::test]
async fn one_that_is_a_client_already_becomes_no_second_one() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let there = client(&ayu, "PT Sinar Abadi").await;
    let body = json!({ "name": "Sinar Abadi", "contact_name": "Pak Joko" });
    let it = ayu.post_json(&format!("{API}?anyway=true"), &body).await.json();

    let warned = ayu.post_json(&api(&it, "/convert"), &json!({})).await;
    let page = ayu.post(&path(&it, "/convert"), "client=new&person=new").await;
    assert_eq!(code(&warned), "prospects.looks_like");
    assert_eq!(page.status, 422);
    for part in ["The same as PT Sinar Abadi", "It is another, open a new client"] {
        assert!(page.body.contains(part), "{part}: {}", page.body);
    }
    let typed = format!("client={there}&person=new");
    let done = ayu.post(&path(&it, "/convert"), &typed).await;

    assert_eq!(done.location(), format!("/accounts/{there}"), "{}", done.body);
    let client = ayu.get(done.location()).await.body;
    assert!(client.contains("Pak Joko") && client.contains("Came from a prospect"), "{client}");
    let now = read(&ayu, &it).await;
    assert_eq!(now["account_id"], json!(there));
    // A client of another team is none that one could name.
    let other = written(&world.browse(WATI), &json!({ "name": "Hotel Baru" })).await;
    let far = json!({ "account_id": id("toko-maju") });
    let far = world.browse(WATI).post_json(&api(&other, "/convert"), &far).await;
    assert_eq!(code(&far), "prospects.unknown_account");
}

#[tokio::test]
async fn what_a_conversion_made_goes_when_it_is_undone() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let it = clinic(&world).await;
    let now = converted(&world, &it, json!({ "opportunity": { "name": "Map" } })).await;
    let made = |part: &str| now[part].as_str().unwrap().to_owned();
    let (account, deal) = (made("account_id"), made("opportunity_id"));
    let contact = format!("/api/v1/contacts/{}", made("contact_id"));
    assert_eq!(ayu.get(&contact).await.status, 200);
    assert_eq!(world.browse(RIZKY).post(&path(&it, "/unconvert"), "").await.status, 404);

    let undone = ayu.post(&path(&it, "/unconvert"), "").await;

    assert_eq!(undone.status, 303, "{}", undone.body);
    assert_eq!(ayu.get(&format!("/api/v1/accounts/{account}")).await.status, 404);
    assert_eq!(ayu.get(&format!("/api/v1/opportunities/{deal}")).await.status, 404);
    assert_eq!(ayu.get(&contact).await.status, 404);
    let now = read(&ayu, &it).await;
    assert_eq!((&now["status"], &now["account_id"]), (&json!("qualified"), &Value::Null));
    let again = ayu.post_json(&api(&it, "/unconvert"), &json!({})).await;
    assert_eq!(code(&again), "prospects.not_converted");
    // And it may become a client after all.
    converted(&world, &it, json!({})).await;
}

#[tokio::test]
async fn what_hangs_on_it_keeps_it_and_is_named() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let it = clinic(&world).await;
    let now = converted(&world, &it, json!({})).await;
    let account = now["account_id"].as_str().unwrap();
    let note = format!("/accounts/{account}/notes");
    assert_eq!(ayu.post(&note, "text=Sudah+dikunjungi").await.status, 303);

    let undone = ayu.post_json(&api(&it, "/unconvert"), &json!({})).await;

    assert_eq!(code(&undone), "prospects.hangs_on", "{}", undone.body);
    assert!(undone.body.contains("1 of notes"), "{}", undone.body);
    assert_eq!(ayu.get(&format!("/api/v1/accounts/{account}")).await.status, 200);
    world.app.clock.turn(world.now().plus_days(31));
    let late = ayu.post_json(&api(&it, "/unconvert"), &json!({})).await;
    assert_eq!(code(&late), "prospects.too_late");
}

#[tokio::test]
async fn a_client_that_was_there_stays_when_it_is_undone() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let it = clinic(&world).await;
    converted(&world, &it, json!({ "account_id": id("toko-maju"), "without_contact": true })).await;

    let undone = ayu.post_json(&api(&it, "/unconvert"), &json!({})).await;

    assert_eq!(undone.status, 200, "{}", undone.body);
    assert_eq!(ayu.get(&format!("/api/v1/accounts/{}", id("toko-maju"))).await.status, 200);
}

#[tokio::test]
async fn whom_a_conversion_made_at_a_known_client_goes_unless_touched_since() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let it = clinic(&world).await;
    let of_maju = json!({ "account_id": id("toko-maju"), "opportunity": { "name": "Map" } });
    let now = converted(&world, &it, of_maju.clone()).await;
    let contact = format!("/api/v1/contacts/{}", now["contact_id"].as_str().unwrap());

    let undone = ayu.post_json(&api(&it, "/unconvert"), &json!({})).await;

    assert_eq!(undone.status, 200, "{}", undone.body);
    assert_eq!(ayu.get(&contact).await.status, 404);
    assert_eq!(ayu.get(&format!("/api/v1/accounts/{}", id("toko-maju"))).await.status, 200);

    let now = converted(&world, &it, of_maju).await;
    let contact = format!("/api/v1/contacts/{}", now["contact_id"].as_str().unwrap());
    world.app.clock.turn(world.now().plus_days(1));
    let email = r#"{"email": "ibu.yuni@harapan.example"}"#;
    assert_eq!(ayu.ask("PATCH", &contact, email).await.status, 200);
    let undone = ayu.post_json(&api(&it, "/unconvert"), &json!({})).await;
    assert_eq!(code(&undone), "prospects.hangs_on", "{}", undone.body);
    assert!(undone.body.contains("a change of the contact"), "{}", undone.body);
    assert_eq!(ayu.get(&contact).await.status, 200);
}

#[tokio::test]
async fn what_was_said_in_a_talk_is_not_lost_when_it_is_a_client_meanwhile() {
    let world = world().await;
    let it = clinic(&world).await;
    converted(&world, &it, json!({})).await;

    let talk = "status=contacted&note=Minta+katalog+lagi";
    let refused = world.browse(AYU).post(&path(&it, "/status"), talk).await;

    assert_eq!(refused.status, 422, "{}", refused.body);
    let (_, open) = refused.body.split_once("<details open>").unwrap();
    let form = open.split("</form>").next().unwrap();
    for part in ["value=\"Minta katalog lagi\"", "class=\"notice bad\""] {
        assert!(form.contains(part), "{part}: {form}");
    }
    assert_eq!(refused.body.matches("class=\"notice bad\"").count(), 1, "{}", refused.body);
}
