//! Deals move from stage to stage, and their log says how long they stood.

use serde_json::json;
use testing::{ANDI, AYU, BUDI, FAJAR, RIZKY, WATI};

use super::{api, code, opened, path, read, world};

#[tokio::test]
async fn a_deal_moves_on_and_back_and_its_log_counts_the_days() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let deal = opened(&ayu, "Kertas", 1_000).await;
    world.app.clock.turn(world.now().plus_days(3));
    let on = ayu.ask("POST", &api(&deal, "/stage"), r#"{"stage": "Negotiation"}"#).await;
    assert_eq!((on.status, &on.json()["stage"]), (200, &json!("Negotiation")), "{}", on.body);
    world.app.clock.turn(world.now().plus_days(2));

    let back = ayu.post(&path(&deal, "/stage"), "stage=Engaging&version=2").await;

    assert_eq!(back.location(), path(&deal, &format!("?moved={}", deal["id"].as_str().unwrap())));
    let log = read(&ayu, &deal).await["log"].clone();
    let told: Vec<_> = log
        .as_array()
        .unwrap()
        .iter()
        .map(|it| (it["from_stage"].clone(), it["stage"].clone(), it["stayed_s"].clone()))
        .collect();
    assert_eq!(
        told,
        [
            (json!(null), json!("Prospecting"), json!(null)),
            (json!("Prospecting"), json!("Negotiation"), json!(3 * 86_400)),
            (json!("Negotiation"), json!("Engaging"), json!(2 * 86_400)),
        ]
    );
    assert_eq!(log[1]["person_id"], json!(AYU.person()));
    let page = ayu.get(back.location()).await.body;
    for part in ["3 days in Prospecting", "Negotiation → Engaging", "Undo", "Ayu Lestari"] {
        assert!(page.contains(part), "{part}: {page}");
    }
}

#[tokio::test]
async fn of_two_who_move_the_same_deal_the_second_is_told() {
    let world = world().await;
    let deal = opened(&world.browse(AYU), "Kertas", 1_000).await;
    let first = world.browse(BUDI).post(&path(&deal, "/stage"), "stage=Proposal&version=1").await;
    assert_eq!(first.status, 303);

    let card = "stage=Negotiation&version=1&back=board";
    let second = world.browse(AYU).post(&path(&deal, "/stage"), card).await;

    assert_eq!(second.status, 422);
    assert!(second.body.contains("Budi Santoso has just changed"), "{}", second.body);
    let body = r#"{"stage": "Negotiation", "version": 1}"#;
    let second = world.browse(AYU).ask("POST", &api(&deal, "/stage"), body).await;
    assert_eq!((second.status, code(&second).as_str()), (422, "pipeline.stale"));
    let now = read(&world.browse(AYU), &deal).await;
    assert_eq!((&now["stage"], &now["version"]), (&json!("Proposal"), &json!(2)));
}

#[tokio::test]
async fn two_at_the_same_moment_leave_one_move() {
    let world = world().await;
    let deal = opened(&world.browse(AYU), "Kertas", 1_000).await;
    let (ayu, budi) = (world.browse(AYU), world.browse(BUDI));
    let path = api(&deal, "/stage");

    let (one, other) = tokio::join!(
        ayu.ask("POST", &path, r#"{"stage": "Proposal", "version": 1}"#),
        budi.ask("POST", &path, r#"{"stage": "Negotiation", "version": 1}"#),
    );

    let mut statuses = [one.status, other.status];
    statuses.sort_unstable();
    assert_eq!(statuses[0], 200, "{} {}", one.body, other.body);
    assert_ne!(statuses[1], 200, "{} {}", one.body, other.body);
    assert_eq!(read(&ayu, &deal).await["log"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn somebody_else_neither_sees_nor_moves_it() {
    let world = world().await;
    let deal = opened(&world.browse(AYU), "Kertas", 1_000).await;
    let to = r#"{"stage": "Proposal"}"#;

    for (who, status) in [(RIZKY, 404), (WATI, 404), (ANDI, 404), (FAJAR, 403)] {
        let moved = world.browse(who).ask("POST", &api(&deal, "/stage"), to).await;
        assert_eq!(moved.status, status, "{}", who.name);
    }
    assert_eq!(read(&world.browse(AYU), &deal).await["stage"], "Prospecting");
}

#[tokio::test]
async fn a_stage_that_ends_a_deal_asks_for_more() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let deal = opened(&ayu, "Kertas", 1_000).await;

    let won = ayu.post(&path(&deal, "/stage"), "stage=Won&version=1&back=board").await;
    let lost = ayu.post(&path(&deal, "/stage"), "stage=Lost&version=1").await;
    let api_won = ayu.ask("POST", &api(&deal, "/stage"), r#"{"stage": "Won"}"#).await;
    let unknown = ayu.ask("POST", &api(&deal, "/stage"), r#"{"stage": "Upcoming"}"#).await;
    let other = r#"{"pipeline": "renewal", "stage": "Upcoming"}"#;
    let other = ayu.ask("POST", &api(&deal, "/stage"), other).await;

    assert_eq!(won.location(), path(&deal, "/won?back=board"));
    assert_eq!(lost.location(), path(&deal, "/lost"));
    assert_eq!(code(&api_won), "pipeline.closing_stage");
    assert_eq!(code(&unknown), "pipeline.unknown_stage", "it is another pipeline's");
    assert_eq!((other.status, &other.json()["pipeline"]), (200, &json!("renewal")));
}
