//! Prospects are written down, changed, deleted and taken back; twins are warned of.

use serde_json::json;
use testing::{ANDI, AYU, BUDI, DEWI, FAJAR, GILANG, RIZKY, SRI, WATI};

use super::{API, api, client, code, is, named, path, read, world, written};

#[tokio::test]
async fn a_prospect_is_written_down_and_is_one_s_own() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let form = ayu.get("/prospects/new").await;
    assert!(form.body.contains("By the rules of assignment"), "{}", form.body);
    let typed = format!(
        "name=Klinik+Harapan&contact_name=Ibu+Yuni&contact_role=Pemilik&phone=0812-5550-991\
         &email=yuni%40harapan.example&source=website&industry=Klinik&city=Bandung\
         &province=Jawa+Barat&amount=12.500.000&currency=IDR&next_step=Telepon\
         &next_step_on=2026-03-04&note=Minta+katalog&owner_id={}",
        AYU.person()
    );

    let done = ayu.post("/prospects/new", &typed).await;

    assert_eq!(done.status, 303, "{}", done.body);
    let page = ayu.get(done.location()).await.body;
    for part in [
        "Klinik Harapan",
        "Ibu Yuni",
        "Rp12.500.000",
        "Website",
        "Bandung, Jawa Barat",
        "Telepon, 4 Mar 2026",
        "Minta katalog",
        "Written down and followed up by Ayu Lestari",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
}

#[tokio::test]
async fn what_is_wrong_stands_beside_the_field_and_nothing_typed_is_lost() {
    let world = world().await;
    let typed = "name=&phone=banyak&email=bukan&source=gaib&amount=mahal&currency=IDR\
        &next_step_on=kapan&city=Bandung&owner_id=rules";

    let refused = world.browse(AYU).post("/prospects/new", typed).await;

    assert_eq!(refused.status, 422);
    for part in [
        "Write the name",
        "no telephone number",
        "no address",
        "not on the company’s list",
        "no amount of money",
        "Choose a date",
        "value=\"Bandung\"",
        "value=\"banyak\"",
    ] {
        assert!(refused.body.contains(part), "{part}: {}", refused.body);
    }
    for (body, status, says) in [
        (json!({"name": " "}), 422, "prospects.no_name"),
        (json!({"name": "A", "source": "none"}), 422, "prospects.unknown_source"),
        (json!({"name": "A", "next_step_on": "2026-03-05"}), 422, "prospects.day_of_no_step"),
        (json!({"name": "A", "owner_id": "siapa"}), 422, "prospects.unknown_owner"),
        (json!({"name": "A", "owner_id": RIZKY.person()}), 403, "denied"),
        (json!({"name": "A", "owner_id": "inbox"}), 403, "denied"),
        (json!({"name": "A", "external_key": "SF-1"}), 403, "denied"),
        (json!({"name": "A", "surprise": 1}), 400, "malformed"),
    ] {
        let seen = world.browse(AYU).post_json(API, &body).await;
        assert_eq!((seen.status, code(&seen).as_str()), (status, says), "{}", seen.body);
    }
}

#[tokio::test]
async fn only_whom_it_concerns_sees_a_prospect_and_only_some_change_it() {
    let world = world().await;
    let own = written(&world.browse(AYU), &named("Klinik Harapan")).await;
    let inbox = json!({ "name": "Hotel Baru", "owner_id": "inbox" });
    let inbox = written(&world.browse(SRI), &inbox).await;
    let patch = r#"{"next_step": "Telepon"}"#;

    for (who, reads, writes, waits) in [
        (AYU, 200, 200, 404),
        (BUDI, 200, 200, 200),
        (SRI, 200, 200, 200),
        (GILANG, 404, 404, 200),
        (FAJAR, 404, 404, 404),
        (RIZKY, 404, 404, 404),
        (WATI, 404, 404, 404),
        (DEWI, 404, 404, 404),
        (ANDI, 404, 404, 404),
    ] {
        let browser = world.browse(who);
        assert_eq!(browser.get(&api(&own, "")).await.status, reads, "{}", who.name);
        assert_eq!(browser.get(&path(&own, "")).await.status, reads, "{}", who.name);
        let changed = browser.ask("PATCH", &api(&own, ""), patch).await;
        assert_eq!(changed.status, writes, "{} {}", who.name, changed.body);
        assert_eq!(browser.get(&api(&inbox, "")).await.status, waits, "{}", who.name);
    }
    assert_eq!(world.browse(None).get(&api(&own, "")).await.status, 401);
}

#[tokio::test]
async fn a_key_sent_again_writes_nothing_twice() {
    let world = world().await;
    let sri = world.browse(SRI);
    let body = json!({ "name": "Hotel Baru", "external_key": "SF-1", "source": "website" });
    let first = written(&sri, &body).await;

    let again = sri.post_json(API, &body).await;
    let other = json!({ "name": "Hotel Lama", "external_key": "SF-1" });
    let other = sri.post_json(API, &other).await;

    assert_eq!((again.status, &again.json()["id"]), (200, &first["id"]));
    assert_eq!(code(&other), "prospects.key_taken");
    let list = sri.get(API).await.json();
    assert_eq!(list["items"].as_array().unwrap().len(), 1, "{list}");
}

#[tokio::test]
async fn a_twin_is_warned_of_with_its_reason_and_may_be_another() {
    let world = world().await;
    let ayu = world.browse(AYU);
    written(&ayu, &json!({ "name": "PT Harapan Jaya", "phone": "0812-5550-991" })).await;
    let there = client(&ayu, "PT Sinar Abadi").await;

    let typed = "name=SINAR+ABADI&owner_id=rules&currency=IDR";
    let known = ayu.post("/prospects/new", typed).await;
    let number = json!({ "name": "Harapan Jaya", "phone": "+62 812 5550 991" });
    let number = ayu.post_json(API, &number).await;
    let anyway = ayu.post_json(&format!("{API}?anyway=true"), &named("Sinar Abadi")).await;

    assert_eq!(known.status, 422, "{}", known.body);
    let link = format!("/accounts/{there}");
    for part in [link.as_str(), "Client · ", "It is another, save it", "value=\"SINAR ABADI\""] {
        assert!(known.body.contains(part), "{part}: {}", known.body);
    }
    assert_eq!(code(&number), "prospects.looks_like");
    assert!(number.json()["detail"].as_str().unwrap().contains("PT Harapan Jaya (Prospect"));
    assert_eq!(anyway.status, 201);
}

#[tokio::test]
async fn a_twin_out_of_reach_is_not_given_away() {
    let world = world().await;
    let wati = world.browse(WATI);
    written(&world.browse(AYU), &json!({ "name": "PT Harapan", "phone": "0812-5550-991" })).await;

    client(&world.browse(AYU), "PT Sinar Abadi").await;
    let prospect = json!({ "name": "Harapan", "phone": "0812-5550-991" });
    let prospect = wati.post_json(API, &prospect).await;
    let other = wati.post_json(API, &named("Sinar Abadi")).await;

    assert_eq!(prospect.status, 201, "{}", prospect.body);
    assert_eq!(other.status, 201, "{}", other.body);
    let page = wati.get(&path(&other.json(), "")).await.body;
    assert!(!page.contains("looks like what is there"), "{page}");
    // Whoever sees both is told.
    let both = world.browse(SRI).get(&api(&prospect.json(), "")).await.json();
    assert_eq!(both["twins"][0]["name"], "PT Harapan", "{both}");
}

#[tokio::test]
async fn what_was_said_in_a_talk_is_not_lost_when_it_is_too_long() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let it = written(&ayu, &named("Klinik Harapan")).await;
    let long = ["Minta katalog"; 30].join(" ");

    let typed = format!("status=contacted&note={}", long.replace(' ', "+"));
    let refused = ayu.post(&path(&it, "/status"), &typed).await;

    assert_eq!(refused.status, 422, "{}", refused.body);
    assert!(refused.body.contains(&long), "{}", refused.body);
    assert!(refused.body.contains("Too long. At most 300 letters."), "{}", refused.body);
    assert_eq!(read(&ayu, &it).await["status"], "new");
}

#[tokio::test]
async fn it_goes_its_way_is_let_go_for_a_reason_and_taken_up_again() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let it = written(&ayu, &named("Klinik Harapan")).await;

    let done = ayu.post(&path(&it, "/status"), "status=contacted&note=Minta+katalog").await;
    assert_eq!(done.status, 303, "{}", done.body);
    let none = ayu.post(&path(&it, "/disqualify"), "note=Pikir+dulu").await;
    assert_eq!(none.status, 422);
    assert!(none.body.contains("Choose the reason") && none.body.contains("Pikir dulu"));
    let done = ayu.post(&path(&it, "/disqualify"), "reason=no_budget&note=Tahun+depan").await;
    assert_eq!(done.status, 303, "{}", done.body);

    let page = ayu.get(&path(&it, "")).await.body;
    for part in ["Let go: No budget", "Tahun depan", "Minta katalog"] {
        assert!(page.contains(part), "{part}: {page}");
    }
    let late = ayu.ask("PATCH", &api(&it, ""), r#"{"city": "Bogor"}"#).await;
    assert_eq!(code(&late), "prospects.let_go");
    let other = ayu.post_json(&api(&it, "/status"), &json!({ "status": "converted" })).await;
    assert_eq!(code(&other), "prospects.no_status");
    assert_eq!(ayu.post(&path(&it, "/status"), "status=new").await.status, 303);
    assert_eq!(read(&ayu, &it).await["status"], "new");
}

#[tokio::test]
async fn whoever_comes_second_is_told_and_loses_nothing() {
    let world = world().await;
    let it = written(&world.browse(AYU), &named("Klinik Harapan")).await;
    let version = read(&world.browse(AYU), &it).await["version"].clone();
    let typed = |name: &str| format!("name={name}&source=website&currency=IDR&version={version}");
    let first = world.browse(BUDI).post(&path(&it, "/edit"), &typed("Klinik+Budi")).await;
    assert_eq!(first.status, 303, "{}", first.body);

    let second = world.browse(AYU).post(&path(&it, "/edit"), &typed("Klinik+Ayu")).await;

    assert_eq!(second.status, 422);
    for part in ["Budi Santoso has just changed", "value=\"Klinik Ayu\""] {
        assert!(second.body.contains(part), "{part}: {}", second.body);
    }
}

#[tokio::test]
async fn a_deleted_prospect_can_be_taken_back_for_thirty_days() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let it = written(&ayu, &named("Klinik Harapan")).await;

    assert_eq!(ayu.post(&path(&it, "/delete"), "").await.status, 303);
    assert_eq!(ayu.get(&api(&it, "")).await.status, 404);
    assert!(ayu.get(&path(&it, "")).await.body.contains("can be restored until"));
    assert!(ayu.get("/prospects?status=deleted").await.body.contains("Klinik Harapan"));
    assert_eq!(world.browse(RIZKY).post(&path(&it, "/restore"), "").await.status, 404);
    assert_eq!(ayu.post(&path(&it, "/restore"), "").await.status, 303);
    assert_eq!(ayu.get(&api(&it, "")).await.status, 200);

    assert_eq!(ayu.ask("DELETE", &api(&it, ""), "").await.status, 204);
    world.app.clock.turn(world.now().plus_days(31));
    assert_eq!(code(&ayu.post(&api(&it, "/restore"), "").await), "prospects.too_late");
}

#[tokio::test]
async fn a_manager_hands_it_to_somebody_who_hears_of_it() {
    let world = world().await;
    let it = written(&world.browse(AYU), &named("Klinik Harapan")).await;
    let to = |who: testing::Someone| format!("owner_id={}", who.person());
    assert_eq!(world.browse(AYU).post(&path(&it, "/owner"), &to(RIZKY)).await.status, 403);
    assert_eq!(world.browse(BUDI).post(&path(&it, "/owner"), &to(WATI)).await.status, 403);
    let nobody = world.browse(SRI).post(&path(&it, "/owner"), &to(FAJAR)).await;
    assert_eq!(nobody.status, 422, "finance follows nobody up");
    world.at("2026-03-02T06:00:00Z");

    let done = world.browse(BUDI).post(&path(&it, "/owner"), &to(RIZKY)).await;

    assert_eq!(done.status, 303, "{}", done.body);
    assert_eq!(world.browse(AYU).get(&api(&it, "")).await.status, 404);
    let now = read(&world.browse(RIZKY), &it).await;
    assert!(is(&now, RIZKY), "{now}");
    assert_eq!(now["assignments"][0]["why"], "Given to Rizky Pratama by Budi Santoso");
    let told = world.browse(RIZKY).get("/api/v1/notices").await.json();
    assert_eq!(told["items"][0]["name"], "prospects.assigned", "{told}");
    assert!(told["items"][0]["sentence"].as_str().is_none_or(|it| it.contains("Klinik Harapan")));
}
