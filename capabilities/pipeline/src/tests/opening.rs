//! Deals are opened, changed, handed over, deleted and taken back.

use serde_json::json;
use testing::{ANDI, AYU, BUDI, DEWI, FAJAR, GILANG, RIZKY, SRI, WATI, id};

use super::{API, MAJU, api, code, opened, path, read, world};

#[tokio::test]
async fn a_deal_is_opened_on_a_client_s_page() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let form = ayu.get(&format!("/opportunities/new?account_id={}", id(MAJU))).await;
    assert!(form.body.contains("value=\"Toko Maju\""), "{}", form.body);
    let typed = "name=Kertas+2026&account_id=toko+maju&stage=new_business/Engaging\
        &amount=1.500.000&currency=IDR&expected_close_on=2026-04-01\
        &next_step=Kirim+contoh&next_step_on=2026-03-05";

    let done = ayu.post("/opportunities/new", typed).await;

    assert_eq!(done.status, 303, "{}", done.body);
    let page = ayu.get(done.location()).await;
    for part in
        ["Kertas 2026", "Toko Maju", "Rp1.500.000", "Engaging", "1 Apr 2026", "Kirim contoh"]
    {
        assert!(page.body.contains(part), "{part}: {}", page.body);
    }
    let timeline = ayu.get(&format!("/accounts/{}", id(MAJU))).await;
    assert!(timeline.body.contains("opened in Engaging"), "{}", timeline.body);
}

#[tokio::test]
async fn what_is_wrong_stands_beside_the_field_and_nothing_typed_is_lost() {
    let world = world().await;
    let typed = "name=&account_id=Toko+Gaib&stage=new_business/Won&amount=banyak&currency=IDR\
        &expected_close_on=kapan&next_step_on=2026-03-05";

    let refused = world.browse(AYU).post("/opportunities/new", typed).await;

    assert_eq!(refused.status, 422);
    for part in ["Write the opportunity", "None of your clients", "no amount of money", "Toko Gaib"]
    {
        assert!(refused.body.contains(part), "{part}: {}", refused.body);
    }
    let closing = json!({"name": "A", "stage": "Won"});
    let closing = world.browse(AYU).post_json(API, &closing).await;
    assert_eq!((closing.status, code(&closing).as_str()), (422, "pipeline.closing_stage"));
    for (body, status, code_of) in [
        (json!({"name": "A", "pipeline": "none"}), 422, "pipeline.unknown_pipeline"),
        (json!({"name": "A", "stage": "none"}), 422, "pipeline.unknown_stage"),
        (json!({"name": "A", "account_id": id("gudang-utara")}), 422, "pipeline.unknown_account"),
        (json!({"name": "A", "next_step_on": "2026-03-05"}), 422, "pipeline.day_of_no_step"),
        (json!({"name": "A", "owner_id": RIZKY.person()}), 403, "denied"),
        (json!({"name": "A", "surprise": 1}), 400, "malformed"),
    ] {
        let seen = world.browse(AYU).post_json(API, &body).await;
        assert_eq!((seen.status, code(&seen).as_str()), (status, code_of), "{}", seen.body);
    }
}

#[tokio::test]
async fn only_whom_it_concerns_sees_a_deal_and_only_some_change_it() {
    let world = world().await;
    let deal = opened(&world.browse(AYU), "Kertas", 1_000).await;
    let patch = r#"{"next_step": "Telepon"}"#;

    for (who, reads, writes) in [
        (AYU, 200, 200),
        (BUDI, 200, 200),
        (SRI, 200, 200),
        (FAJAR, 200, 403),
        (RIZKY, 404, 404),
        (WATI, 404, 404),
        (GILANG, 404, 404),
        (DEWI, 404, 404),
        (ANDI, 404, 404),
    ] {
        let browser = world.browse(who);
        assert_eq!(browser.get(&api(&deal, "")).await.status, reads, "{}", who.name);
        assert_eq!(browser.get(&path(&deal, "")).await.status, reads, "{}", who.name);
        let changed = browser.ask("PATCH", &api(&deal, ""), patch).await;
        assert_eq!(changed.status, writes, "{} {}", who.name, changed.body);
    }
    assert_eq!(world.browse(None).get(&api(&deal, "")).await.status, 401);
}

#[tokio::test]
async fn whoever_comes_second_is_told_and_loses_nothing() {
    let world = world().await;
    let deal = opened(&world.browse(AYU), "Kertas", 1_000).await;
    let typed = |name: &str| {
        format!("name={name}&account_id=Toko+Maju&amount=2.000&currency=IDR&version=1")
    };
    let first = world.browse(BUDI).post(&path(&deal, "/edit"), &typed("Kertas+Budi")).await;
    assert_eq!(first.status, 303, "{}", first.body);

    let second = world.browse(AYU).post(&path(&deal, "/edit"), &typed("Kertas+Ayu")).await;

    assert_eq!(second.status, 422);
    for part in ["Budi Santoso has just changed", "value=\"Kertas Ayu\"", "value=\"2\""] {
        assert!(second.body.contains(part), "{part}: {}", second.body);
    }
    assert_eq!(read(&world.browse(AYU), &deal).await["name"], "Kertas Budi");
    let stale = r#"{"name": "Lama", "version": 1}"#;
    let stale = world.browse(AYU).ask("PATCH", &api(&deal, ""), stale).await;
    assert_eq!((stale.status, code(&stale).as_str()), (422, "pipeline.stale"));
}

#[tokio::test]
async fn lines_say_what_a_deal_is_worth() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let deal = opened(&ayu, "Kertas", 1_000).await;
    let kertas = id("kertas");
    let lines = format!(
        "version=1&product={kertas}&quantity=2.5&price=55,000\
         &product={kertas}&quantity=&price=10,000&product=&quantity=&price="
    );

    let kept = ayu.post(&path(&deal, "/lines"), &lines).await;

    assert_eq!(kept.status, 303, "{}", kept.body);
    let now = read(&ayu, &deal).await;
    assert_eq!(now["value"]["amount"], "147500");
    assert_eq!(now["lines"][0]["quantity"], "2.5");
    assert_eq!(now["lines"][0]["amount"]["amount"], "137500");
    let other = r#"{"value": {"amount": "5", "currency": "IDR"}}"#;
    let other = ayu.ask("PATCH", &api(&deal, ""), other).await;
    assert_eq!((other.status, code(&other).as_str()), (422, "pipeline.amount_of_lines"));
    let wrong = format!("product={kertas}&quantity=dua&price=1");
    let wrong = ayu.post(&path(&deal, "/lines"), &wrong).await;
    assert!(wrong.status == 422 && wrong.body.contains("value=\"dua\""), "{}", wrong.body);
    let none = ayu.ask("PATCH", &api(&deal, ""), r#"{"lines": []}"#).await;
    assert_eq!(none.json()["value"]["amount"], "147500", "the amount stays when the lines go");
}

#[tokio::test]
async fn people_take_part_in_their_roles() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let deal = opened(&ayu, "Kertas", 1_000).await;
    let rina = id("rina");

    let there = format!("contact_id={rina}&role=decides");
    let added = ayu.post(&path(&deal, "/contacts"), &there).await;
    assert_eq!(added.status, 303);
    let page = ayu.get(&path(&deal, "")).await.body;
    assert!(page.contains("Rina Hartati") && page.contains("Decides"), "{page}");
    let stranger = format!("contact_id={}&role=decides", id("nobody"));
    assert_eq!(ayu.post(&path(&deal, "/contacts"), &stranger).await.status, 422);
    let out = ayu.post(&path(&deal, &format!("/contacts/{rina}/remove")), "").await;
    assert_eq!(out.status, 303);
    assert_eq!(read(&ayu, &deal).await["contacts"], json!([]));
}

#[tokio::test]
async fn a_manager_hands_a_deal_over_with_its_stage_and_its_log() {
    let world = world().await;
    let deal = opened(&world.browse(AYU), "Kertas", 1_000).await;
    let to = r#"{"stage": "Proposal"}"#;
    let moved = world.browse(AYU).ask("POST", &api(&deal, "/stage"), to).await;
    assert_eq!(moved.status, 200);
    let to = |who: testing::Someone| format!("owner_id={}", who.person());
    assert_eq!(world.browse(AYU).post(&path(&deal, "/owner"), &to(RIZKY)).await.status, 403);
    assert_eq!(world.browse(BUDI).post(&path(&deal, "/owner"), &to(WATI)).await.status, 403);

    let done = world.browse(BUDI).post(&path(&deal, "/owner"), &to(RIZKY)).await;

    assert_eq!(done.status, 303, "{}", done.body);
    assert_eq!(world.browse(AYU).get(&api(&deal, "")).await.status, 404);
    let now = read(&world.browse(RIZKY), &deal).await;
    assert_eq!((&now["stage"], now["log"].as_array().unwrap().len()), (&json!("Proposal"), 2));
}

#[tokio::test]
async fn a_deleted_deal_can_be_taken_back_for_thirty_days() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let deal = opened(&ayu, "Kertas", 1_000).await;

    assert_eq!(ayu.post(&path(&deal, "/delete"), "").await.status, 303);
    assert_eq!(ayu.get(&api(&deal, "")).await.status, 404);
    assert!(ayu.get(&path(&deal, "")).await.body.contains("can be restored until"));
    let list = ayu.get("/opportunities?kind=deleted").await;
    assert!(list.body.contains("Kertas"), "{}", list.body);
    assert_eq!(world.browse(RIZKY).post(&path(&deal, "/restore"), "").await.status, 404);
    assert_eq!(ayu.post(&path(&deal, "/restore"), "").await.status, 303);
    assert_eq!(ayu.get(&api(&deal, "")).await.status, 200);

    ayu.post(&path(&deal, "/delete"), "").await;
    world.app.clock.turn(world.now().plus_days(31));
    let late = ayu.post(&api(&deal, "/restore"), "").await;
    assert_eq!(code(&late), "pipeline.too_late");
}
