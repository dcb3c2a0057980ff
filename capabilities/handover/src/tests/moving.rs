//! A book of clients moves as planned, once, with all that goes with it, and comes back.

use people::person::{self, PersonStatus};
use sea_orm::ColumnTrait;
use sea_orm::sea_query::SimpleExpr;
use serde_json::json;
use testing::{
    ANDI, AYU, BUDI, FAJAR, GILANG, HENDRA, LINA, MAYA, RIZKY, SARI, SRI, Someone, WATI, World, id,
};

use super::{
    API, APOTEK, MAJU, account, api, code, deal, planned, read, run, see_deal, states, undo, world,
};

#[tokio::test]
async fn a_deal_keeps_stage_notes_and_log_when_its_client_moves() {
    let world = world().await;
    let it = deal(&world).await;
    let notes = format!("/api/v1/accounts/{}/activities", id(MAJU));
    let note = world
        .browse(AYU)
        .post_json(&notes, &json!({ "kind": "call", "text": "Minta contoh" }))
        .await;
    assert_eq!(note.status, 201, "{}", note.body);
    world.app.clock.turn(world.now().plus_days(2));
    let before = see_deal(&world.browse(AYU), &it).await.json();

    let plan = planned(&world.browse(BUDI)).await;
    run(&world, &plan).await;

    let after = see_deal(&world.browse(RIZKY), &it).await.json();
    assert_eq!(after["owner_id"], json!(RIZKY.person()));
    for kept in ["stage", "stage_since", "next_step", "log", "value", "pipeline", "created_at"] {
        assert_eq!(after[kept], before[kept], "{kept}");
    }
    assert_eq!(after["log"].as_array().unwrap().len(), 2, "{after}");
    let told = world.browse(RIZKY).get(&notes).await.json();
    assert_eq!(told["items"][0]["text"], "Minta contoh");
    let page = world.browse(RIZKY).get(&format!("/accounts/{}", id(MAJU))).await.body;
    assert!(page.contains("Ayu Lestari → Rizky Pratama"), "{page}");
}

#[tokio::test]
async fn whoever_had_it_sees_it_no_more_and_whoever_has_it_sees_all() {
    let world = world().await;
    let it = deal(&world).await;
    let tasks = json!({ "text": "Kirim faktur", "account_id": id(MAJU) });
    assert_eq!(world.browse(AYU).post_json("/api/v1/tasks", &tasks).await.status, 201);

    let plan = planned(&world.browse(BUDI)).await;
    assert_eq!(account(&world.browse(AYU), MAJU).await.status, 200, "a plan moves nothing");
    run(&world, &plan).await;

    for name in [MAJU, APOTEK] {
        assert_eq!(account(&world.browse(AYU), name).await.status, 404, "{name}");
        assert_eq!(account(&world.browse(RIZKY), name).await.status, 200, "{name}");
    }
    assert_eq!(see_deal(&world.browse(AYU), &it).await.status, 404);
    let tasks = world.browse(RIZKY).get("/api/v1/tasks").await.json();
    assert_eq!(tasks["items"][0]["text"], "Kirim faktur");
    let done = read(&world.browse(BUDI), &plan).await;
    assert_eq!(
        (&done["state"], &done["moved"], &done["left_behind"]),
        (&json!("done"), &json!(2), &json!(0))
    );
}

#[tokio::test]
async fn what_was_won_stays_with_whoever_won_it() {
    let world = world().await;
    let it = deal(&world).await;
    let path = format!("/api/v1/opportunities/{}/won", it["id"].as_str().unwrap());
    assert_eq!(world.browse(AYU).ask("POST", &path, "{}").await.status, 200);

    let plan = planned(&world.browse(BUDI)).await;
    run(&world, &plan).await;

    let after = see_deal(&world.browse(AYU), &it).await.json();
    assert_eq!(
        (&after["owner_id"], &after["won_by"]),
        (&json!(AYU.person()), &json!(AYU.person()))
    );
}

#[tokio::test]
async fn a_client_that_changed_since_the_preview_is_told_and_not_moved() {
    let world = world().await;
    let plan = planned(&world.browse(BUDI)).await;
    world.app.clock.turn(world.now().plus_minutes(5));
    let path = format!("/api/v1/accounts/{}", id(MAJU));
    let patched = world.browse(AYU).ask("PATCH", &path, r#"{"website": "maju.example"}"#).await;
    assert_eq!(patched.status, 200, "{}", patched.body);

    run(&world, &plan).await;

    let budi = world.browse(BUDI);
    let states = states(&budi, &plan).await;
    assert_eq!(states, [(APOTEK.into(), "moved".into()), (MAJU.into(), "changed".into())]);
    assert_eq!(read(&budi, &plan).await["left_behind"], 1);
    assert_eq!(account(&world.browse(AYU), MAJU).await.status, 200);
}

#[tokio::test]
async fn a_plan_is_carried_out_once() {
    let world = world().await;
    let plan = planned(&world.browse(BUDI)).await;
    let (budi, hendra) = (world.browse(BUDI), world.browse(HENDRA));
    let path = api(&plan, "/run");

    let (one, other) = tokio::join!(budi.ask("POST", &path, ""), hendra.ask("POST", &path, ""));
    world.work().await;
    let again = budi.ask("POST", &path, "").await;

    let mut statuses = [one.status, other.status];
    statuses.sort_unstable();
    assert_eq!(statuses[0], 202, "{} {}", one.body, other.body);
    assert_ne!(statuses[1], 202, "{} {}", one.body, other.body);
    assert_eq!(code(&again), "handover.not_planned");
    let packs = world.browse(RIZKY).get("/api/v1/handovers").await.json();
    assert_eq!(packs["items"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn somebody_decides_of_several_clients_at_once() {
    let world = world().await;
    let budi = world.browse(BUDI);
    let plan = planned(&budi).await;
    let page = format!("/book-moves/{}", plan["id"].as_str().unwrap());
    let both = format!("chosen={}&chosen={}", id(MAJU), id(APOTEK));

    let stay = budi.post(&format!("{page}/accounts"), &format!("{both}&to_id=")).await;
    assert_eq!(stay.status, 303, "{}", stay.body);
    let states_then = states(&budi, &plan).await;
    assert!(states_then.iter().all(|it| it.1 == "stays"), "{states_then:?}");
    let one = format!("chosen={}&to_id={}", id(APOTEK), RIZKY.person());
    assert_eq!(budi.post(&format!("{page}/accounts"), &one).await.status, 303);
    let stranger = format!("{both}&to_id={}", WATI.person());
    let refused = budi.post(&format!("{page}/accounts"), &stranger).await;
    let nobody = budi.post(&format!("{page}/accounts"), "to_id=").await;
    let foreign = format!("chosen={}&to_id=", id("gudang-utara"));
    let foreign = budi.post(&format!("{page}/accounts"), &foreign).await;
    run(&world, &plan).await;

    assert_eq!(refused.status, 422, "of another team: {}", refused.body);
    assert_eq!(nobody.status, 303, "nothing was ticked, which is said");
    assert_eq!(foreign.status, 404, "not of this move");
    let states = states(&budi, &plan).await;
    assert_eq!(states, [(APOTEK.into(), "moved".into()), (MAJU.into(), "stays".into())]);
    let shown = budi.get(&page).await.body;
    assert!(!shown.contains("data-row"), "nothing is decided any more: {shown}");
}

#[tokio::test]
async fn programs_name_takers_as_people_do() {
    let world = world().await;
    let budi = world.browse(BUDI);
    let plan = planned(&budi).await;
    let page = budi.get(&format!("/book-moves/{}", plan["id"].as_str().unwrap())).await.body;
    assert_eq!(page.matches("data-row ").count(), 2, "{page}");

    let kept = json!({ "accounts": [id(MAJU), id(APOTEK)] });
    let kept = budi.post_json(&api(&plan, "/accounts"), &kept).await;
    let denied = json!({ "accounts": [id(MAJU)], "to_id": RIZKY.person() });
    let denied = world.browse(AYU).post_json(&api(&plan, "/accounts"), &denied).await;

    assert_eq!((kept.status, &kept.json()["changed"]), (200, &json!(2)), "{}", kept.body);
    assert_eq!(denied.status, 403, "{}", denied.body);
    assert_eq!(code(&budi.ask("POST", &api(&plan, "/run"), "").await), "handover.nothing_moves");
}

/// Somebody works here no more from now on.
async fn leaves(world: &World, who: Someone) {
    let tx = frame::Ctx::begin(world.ctx(SRI)).await.unwrap();
    let them = person::Column::Id.eq(who.person());
    let values = vec![(person::Column::Status, SimpleExpr::from(PersonStatus::Left.word()))];
    tx.update_where::<person::Entity, _>(person::Column::CompanyId, them, values).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_client_that_is_refused_says_why_and_the_others_move() {
    let world = world().await;
    let it = deal(&world).await;
    let plan = json!({
        "from_id": AYU.person(), "takers": [RIZKY.person(), BUDI.person()],
        "named": { id(MAJU).to_string(): RIZKY.person(), id(APOTEK).to_string(): BUDI.person() },
    });
    let plan = world.browse(BUDI).post_json(API, &plan).await.json();
    leaves(&world, RIZKY).await;

    run(&world, &plan).await;

    let budi = world.browse(BUDI);
    assert_eq!(
        states(&budi, &plan).await,
        [(APOTEK.into(), "moved".into()), (MAJU.into(), "refused".into())]
    );
    let rows = budi.get(&api(&plan, "/accounts")).await.json();
    assert_eq!(rows["items"][0]["refused"], json!(null));
    let why = rows["items"][1]["refused"].as_str().unwrap();
    assert!(why.contains("does not work here"), "{why}");
    let page = budi.get(&format!("/book-moves/{}", plan["id"].as_str().unwrap())).await.body;
    assert!(page.contains(why), "{page}");
    // All of it stays with whoever had it.
    assert_eq!(account(&world.browse(AYU), MAJU).await.status, 200);
    assert_eq!(see_deal(&world.browse(AYU), &it).await.json()["owner_id"], json!(AYU.person()));
    let done = read(&budi, &plan).await;
    assert_eq!((&done["moved"], &done["left_behind"]), (&json!(1), &json!(1)));
}

#[tokio::test]
async fn what_cannot_come_back_says_why_and_the_others_do() {
    let world = world().await;
    let plan = planned(&world.browse(BUDI)).await;
    run(&world, &plan).await;
    leaves(&world, AYU).await;

    undo(&world, &plan).await;

    let budi = world.browse(BUDI);
    assert!(states(&budi, &plan).await.iter().all(|it| it.1 == "left"));
    let rows = budi.get(&api(&plan, "/accounts")).await.json();
    assert!(rows["items"][0]["refused"].as_str().unwrap().contains("does not work here"), "{rows}");
    assert_eq!(account(&world.browse(RIZKY), MAJU).await.status, 200);
}

#[tokio::test]
async fn a_move_is_taken_back_as_far_as_nothing_changed() {
    let world = world().await;
    let it = deal(&world).await;
    let plan = planned(&world.browse(BUDI)).await;
    run(&world, &plan).await;
    // Rizky works on the deal; his word on it stays his.
    let path = format!("/api/v1/opportunities/{}/stage", it["id"].as_str().unwrap());
    let moved = world.browse(RIZKY).ask("POST", &path, r#"{"stage": "Proposal"}"#).await;
    assert_eq!(moved.status, 200, "{}", moved.body);
    // And Budi gives one client on by hand.
    let given = format!("/accounts/{}/owner", id(APOTEK));
    let form = format!("owner_id={}", BUDI.person());
    assert_eq!(world.browse(BUDI).post(&given, &form).await.status, 303);

    undo(&world, &plan).await;

    let budi = world.browse(BUDI);
    let states = states(&budi, &plan).await;
    assert_eq!(states, [(APOTEK.into(), "left".into()), (MAJU.into(), "undone".into())]);
    assert_eq!(read(&budi, &plan).await["state"], "undone");
    assert_eq!(account(&world.browse(AYU), MAJU).await.status, 200);
    assert_eq!(see_deal(&world.browse(RIZKY), &it).await.json()["stage"], "Proposal");
    let again = budi.ask("POST", &api(&plan, "/undo"), "").await;
    assert_eq!(code(&again), "handover.not_done");
}

#[tokio::test]
async fn all_of_it_comes_back_when_nobody_touched_it() {
    let world = world().await;
    let it = deal(&world).await;
    let plan = planned(&world.browse(BUDI)).await;
    run(&world, &plan).await;

    undo(&world, &plan).await;

    let after = see_deal(&world.browse(AYU), &it).await;
    assert_eq!(after.status, 200);
    assert_eq!(after.json()["stage"], "Negotiation");
    assert_eq!(see_deal(&world.browse(RIZKY), &it).await.status, 404);
}

#[tokio::test]
async fn a_preview_says_why_and_what_stands_in_the_way() {
    let world = world().await;
    deal(&world).await;
    world.at("2026-03-02T05:00:00Z");
    let budi = world.browse(BUDI);
    let form = format!(
        "from_id={}&way=least-loaded&takers={}&takers={}&cap=10",
        AYU.person(),
        RIZKY.person(),
        BUDI.person(),
    );

    let seen = budi.post("/book-moves/new", &form).await;

    assert_eq!(seen.status, 303, "{}", seen.body);
    let page = budi.get(seen.location()).await.body;
    for part in
        ["Toko Maju", "Has fewest", "There is a visit today", "1 opportunity", "Rizky Pratama"]
    {
        assert!(page.contains(part), "{part}: {page}");
    }
    let full = form.replace("cap=10", "cap=1");
    let full = budi.post("/book-moves/new", &full).await;
    let page = budi.get(full.location()).await.body;
    assert!(page.contains("reached the cap of 1"), "{page}");
}

#[tokio::test]
async fn a_wrong_choice_is_told_beside_it() {
    let world = world().await;
    let budi = world.browse(BUDI);
    let ayu = AYU.person();
    let gilang = GILANG.person();
    for (form, says) in [
        (format!("from_id={ayu}"), "at least one person"),
        (format!("from_id={ayu}&takers={gilang}"), "within your reach"),
        (format!("from_id={ayu}&takers={}&cap=nol", RIZKY.person()), "whole number above zero"),
        (format!("takers={}&note=Penting", RIZKY.person()), "No client fits"),
    ] {
        let seen = budi.post("/book-moves/new", &form).await;
        assert_eq!(seen.status, 422, "{form}");
        assert!(seen.body.contains(says), "{says}: {}", seen.body);
    }
    let kept = budi.post("/book-moves/new", "note=Penting").await;
    assert!(kept.body.contains("Penting"), "{}", kept.body);
}

#[tokio::test]
async fn nobody_moves_what_they_do_not_answer_for() {
    let world = world().await;
    let plan = json!({ "from_id": AYU.person(), "takers": [RIZKY.person()] });
    for (who, status) in
        [(AYU, 403), (FAJAR, 403), (MAYA, 403), (GILANG, 403), (SARI, 422), (ANDI, 403)]
    {
        let seen = world.browse(who).post_json(API, &plan).await;
        assert_eq!(seen.status, status, "{}: {}", who.name, seen.body);
    }
    let left = json!({ "from_id": AYU.person(), "takers": [LINA.person()] });
    assert_eq!(code(&world.browse(BUDI).post_json(API, &left).await), "handover.unknown_taker");
    let of_budi = planned(&world.browse(BUDI)).await;
    for (who, status) in [(MAYA, 404), (GILANG, 404), (SARI, 404), (AYU, 403), (HENDRA, 200)] {
        assert_eq!(world.browse(who).get(&api(&of_budi, "")).await.status, status, "{}", who.name);
    }
}
