//! Deals are won and lost, and may be opened again.

use serde_json::json;
use testing::{AYU, RIZKY};

use super::{api, code, opened, path, read, world};

#[tokio::test]
async fn a_deal_is_won_on_a_day_and_for_an_amount() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let deal = opened(&ayu, "Kertas", 1_000).await;
    let form = ayu.get(&path(&deal, "/won")).await;
    assert!(form.body.contains("value=\"2026-03-02\""), "today: {}", form.body);
    for (typed, said) in [
        ("closed_on=2026-03-03&amount=5", "has not come yet"),
        ("closed_on=&amount=5", "Choose a date"),
        ("closed_on=0000-01-01&amount=5", "between 1000 and 2999"),
        ("closed_on=2026-03-01&amount=lima", "no amount"),
    ] {
        let refused = ayu.post(&path(&deal, "/won"), typed).await;
        assert_eq!(refused.status, 422);
        assert!(refused.body.contains(said), "{said}: {}", refused.body);
    }
    let given = ayu.ask("POST", &api(&deal, "/won"), r#"{"closed_on": "0000-01-01"}"#).await;
    assert_eq!((given.status, code(&given)), (400, "malformed".to_owned()));

    let won = ayu.post(&path(&deal, "/won"), "closed_on=2026-03-01&amount=1,250&version=1").await;

    assert_eq!(won.status, 303, "{}", won.body);
    let now = read(&ayu, &deal).await;
    assert_eq!((&now["kind"], &now["stage"]), (&json!("won"), &json!("Won")));
    assert_eq!(
        (&now["closed_on"], &now["value"]["amount"]),
        (&json!("2026-03-01"), &json!("1250"))
    );
    assert_eq!(now["won_by"], json!(AYU.person()));
    let again = ayu.ask("POST", &api(&deal, "/won"), "{}").await;
    assert_eq!(code(&again), "pipeline.closed");
    let moved = ayu.ask("POST", &api(&deal, "/stage"), r#"{"stage": "Proposal"}"#).await;
    assert_eq!(code(&moved), "pipeline.closed");
}

#[tokio::test]
async fn a_deal_without_an_amount_is_not_won_without_one() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let deal = ayu.post_json(super::API, &json!({"name": "Kertas"})).await.json();

    let refused = ayu.ask("POST", &api(&deal, "/won"), "{}").await;
    let won = ayu.ask("POST", &api(&deal, "/won"), r#"{"amount": "7"}"#).await;

    assert_eq!(code(&refused), "pipeline.no_amount");
    assert_eq!((won.status, &won.json()["closed_on"]), (200, &json!("2026-03-02")));
}

#[tokio::test]
async fn a_loss_without_a_reason_is_refused_and_other_needs_a_note() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let deal = opened(&ayu, "Kertas", 1_000).await;
    let lost = path(&deal, "/lost");

    let without = ayu.post(&lost, "closed_on=2026-03-02&lost_note=Terlalu+jauh").await;
    assert_eq!(without.status, 422);
    for part in ["Choose why it was lost", "Terlalu jauh"] {
        assert!(without.body.contains(part), "{part}: {}", without.body);
    }
    for (body, code_of) in [
        ("{}", "pipeline.no_reason"),
        (r#"{"lost_reason": "made up"}"#, "pipeline.no_reason"),
        (r#"{"lost_reason": "other"}"#, "pipeline.no_note"),
        (r#"{"lost_reason": "other", "lost_note": "  "}"#, "pipeline.no_note"),
    ] {
        let refused = ayu.ask("POST", &api(&deal, "/lost"), body).await;
        assert_eq!((refused.status, code(&refused).as_str()), (422, code_of), "{body}");
    }
    assert_eq!(read(&ayu, &deal).await["kind"], "open");
    assert_eq!(world.browse(RIZKY).post(&lost, "lost_reason=price").await.status, 404);

    let done = ayu.post(&lost, "closed_on=2026-03-02&lost_reason=other&lost_note=Toko+tutup").await;

    assert_eq!(done.status, 303, "{}", done.body);
    let page = ayu.get(&path(&deal, "")).await.body;
    assert!(page.contains("Lost: Other") && page.contains("Toko tutup"), "{page}");
}

#[tokio::test]
async fn what_had_ended_goes_on_where_it_was() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let deal = opened(&ayu, "Kertas", 1_000).await;
    ayu.ask("POST", &api(&deal, "/stage"), r#"{"stage": "Negotiation"}"#).await;
    let early = ayu.ask("POST", &api(&deal, "/reopen"), "{}").await;
    assert_eq!(code(&early), "pipeline.open");
    let lost = ayu.ask("POST", &api(&deal, "/lost"), r#"{"lost_reason": "price"}"#).await;
    assert_eq!(lost.status, 200, "{}", lost.body);

    let open = ayu.post(&path(&deal, "/reopen"), "version=3").await;

    assert_eq!(open.status, 303, "{}", open.body);
    let now = read(&ayu, &deal).await;
    assert_eq!((&now["stage"], &now["kind"]), (&json!("Negotiation"), &json!("open")));
    assert_eq!((&now["closed_on"], &now["lost_reason"]), (&json!(null), &json!(null)));
    assert_eq!(now["log"].as_array().unwrap().len(), 4);
}
