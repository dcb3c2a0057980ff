//! Reports are kept, opened in the reader's own reach, frozen, deleted and taken back.

use accounts::AccountId;
use frame::Ctx;
use pipeline::opportunity::{self, OpportunityId, OpportunityKind};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, QueryFilter};
use serde_json::{Value as Json, json};
use testing::{ANDI, AYU, BUDI, DEWI, HENDRA, MAYA, RIZKY, SRI, Someone, WATI, World, id};

use crate::kept_report;

async fn won(world: &World, owner: Someone, name: &str, value: i64) {
    let tx = Ctx::begin(world.ctx(SRI)).await.unwrap();
    tx.insert_all(vec![opportunity::ActiveModel {
        company_id: Set(tx.actor.company),
        id: Set(OpportunityId(id(name))),
        owner_id: Set(owner.person()),
        account_id: Set(Some(AccountId(id("toko-maju")))),
        name: Set(name.to_owned()),
        name_key: Set(name.to_lowercase()),
        pipeline: Set("new_business".to_owned()),
        stage: Set("Won".to_owned()),
        kind: Set(OpportunityKind::Won),
        closed_on: Set(Some("2026-02-10".parse().unwrap())),
        value_amount: Set(Some(value)),
        value_currency: Set("IDR".to_owned()),
        created_at: Set(tx.now),
        stage_since: Set(tx.now),
        updated_at: Set(tx.now),
        version: Set(1),
        ..Default::default()
    }])
    .await
    .unwrap();
    tx.commit().await.unwrap();
}

async fn world() -> World {
    let world = World::with(crate::routes()).await;
    won(&world, AYU, "A1", 700_000).await;
    won(&world, WATI, "W1", 40_000).await;
    world
}

async fn keep(world: &World, who: Someone, more: Json) -> Json {
    let mut new = json!({
        "report": "sales-progress",
        "asked": {"within": "all", "by": "person"},
        "name": "Angka tim",
    });
    new.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    let seen = world.browse(who).post_json("/api/v1/kept-reports", &new).await;
    assert_eq!(seen.status, 201, "{}", seen.body);
    seen.json()
}

fn of(kept: &Json) -> String {
    kept["id"].as_str().unwrap().to_owned()
}

async fn names(world: &World, who: Someone) -> Vec<String> {
    let kept = world.browse(who).get("/api/v1/kept-reports").await.json();
    let names = kept.as_array().unwrap().iter();
    names.map(|it| it["name"].as_str().unwrap().to_owned()).collect()
}

fn value(opened: &Json) -> &Json {
    &opened["answer"]["total"][0]["figures"][3]["value"]
}

#[tokio::test]
async fn a_question_is_kept_named_anew_deleted_and_taken_back() {
    let world = world().await;
    let budi = world.browse(BUDI);

    let seen = budi
        .post(
            "/reports/sales-progress/keep?within=all&by=team",
            "name=Angka&shared=own&what=question",
        )
        .await;
    assert_eq!(seen.status, 303, "{}", seen.body);
    let kept = budi.get("/api/v1/kept-reports").await.json();
    let one = of(&kept[0]);
    assert_eq!(kept[0]["asked"], json!({"within": "all", "by": "team"}));
    let opened = budi.get(&format!("/reports/kept/{one}")).await;
    assert_eq!(opened.location(), "/reports/sales-progress?within=all&by=team");
    assert!(budi.get("/reports").await.body.contains("Angka"));

    let edited = budi.post(&format!("/reports/kept/{one}/edit"), "name=Lain&shared=team").await;
    assert_eq!(edited.status, 303, "{}", edited.body);
    assert_eq!(names(&world, BUDI).await, ["Lain"]);
    for bad in ["name=&shared=own", &format!("name={}&shared=own", "a".repeat(121))] {
        let refused = budi.post(&format!("/reports/kept/{one}/edit"), bad).await;
        assert_eq!(refused.status, 422, "{}", refused.body);
    }

    let deleted = budi.post(&format!("/reports/kept/{one}/delete"), "").await;
    assert_eq!(deleted.location(), format!("/reports/kept/{one}/edit"));
    assert!(names(&world, BUDI).await.is_empty());
    assert_eq!(budi.get(&format!("/reports/kept/{one}")).await.status, 404);
    assert_eq!(budi.get(&format!("/reports/kept/{one}/edit")).await.status, 200);
    assert_eq!(budi.post(&format!("/reports/kept/{one}/restore"), "").await.status, 303);
    assert_eq!(names(&world, BUDI).await, ["Lain"]);
    budi.ask("DELETE", &format!("/api/v1/kept-reports/{one}"), "").await;
    world.at("2026-04-10T05:00:00Z");
    let late = budi.post(&format!("/api/v1/kept-reports/{one}/restore"), "").await;
    assert_eq!(late.status, 422, "{}", late.body);
}

#[tokio::test]
async fn a_shared_question_is_answered_in_the_reach_of_whoever_opens_it() {
    let world = world().await;

    let all = keep(&world, HENDRA, json!({"shared": "company", "name": "Semua"})).await;
    keep(&world, BUDI, json!({"shared": "team", "name": "Tim Budi"})).await;
    keep(&world, BUDI, json!({"name": "Budi sendiri"})).await;

    for (who, expected) in [
        (BUDI, vec!["Budi sendiri", "Semua", "Tim Budi"]),
        (AYU, vec!["Semua", "Tim Budi"]),
        (WATI, vec!["Semua"]),
        (ANDI, vec![]),
    ] {
        assert_eq!(names(&world, who).await, expected, "{who:?}");
    }
    let path = format!("/api/v1/kept-reports/{}", of(&all));
    for (who, expected) in
        [(HENDRA, json!("740000")), (AYU, json!("700000")), (WATI, json!("40000"))]
    {
        let opened = world.browse(who).get(&path).await.json();
        assert_eq!(*value(&opened), expected, "{who:?}");
    }
    assert_eq!(world.browse(RIZKY).get(&path).await.json()["answer"]["total"], json!([]));
    // Whoever may see no deals does not find it, nor does another company; others change nothing.
    for who in [DEWI, ANDI] {
        assert_eq!(world.browse(who).get(&path).await.status, 404, "{who:?}");
    }
    assert_eq!(world.browse(AYU).ask("DELETE", &path, "").await.status, 403);
    let edit = format!("/reports/kept/{}/edit", of(&all));
    assert_eq!(world.browse(AYU).post(&edit, "name=Saya&shared=own").await.status, 403);
    assert_eq!(names(&world, HENDRA).await, ["Semua"]);
}

#[tokio::test]
async fn a_frozen_copy_never_changes_and_says_what_it_was_computed_from() {
    let world = world().await;
    let copy = keep(
        &world,
        HENDRA,
        json!({"frozen": true, "shared": "company", "asked": {"within": "all", "split": "month"}}),
    )
    .await;
    let one = of(&copy);
    let path = format!("/api/v1/kept-reports/{one}");
    let before = world.browse(HENDRA).get(&path).await;
    let page = world.browse(HENDRA).get(&format!("/reports/copies/{one}")).await;

    won(&world, WATI, "W2", 999).await;
    let after = world.browse(HENDRA).get(&path).await;
    let live = world.browse(HENDRA).get("/api/v1/reports/sales-progress?within=all").await.json();
    let csv = world.browse(HENDRA).get(&format!("/reports/copies/{one}/table.csv")).await;

    assert_eq!(before.body, after.body);
    assert_eq!(*value(&after.json()), json!("740000"));
    assert_eq!(live["total"][0]["figures"][3]["value"], "740999");
    assert_eq!((&copy["copy"]["reach"], &copy["shared"]), (&json!("team"), &json!("own")));
    assert!(copy["copy"]["stream_seq"].is_i64() && copy["copy"]["sha256"].is_string());
    assert_eq!(page.status, 200);
    assert!(page.body.contains("Rp740.000") && page.body.contains("Wati"), "{}", page.body);
    assert!(page.body.contains("never change") && !page.body.contains("/rows?"));
    assert!(csv.status == 200 && csv.body.contains("740000"), "{}", csv.body);
    // It holds the figures of its keeper's reach: nobody else finds it, and it is not shared.
    for who in [SRI, BUDI, AYU, MAYA, ANDI] {
        for path in
            [&path, &format!("/reports/kept/{one}"), &format!("/reports/copies/{one}/table.csv")]
        {
            assert_eq!(world.browse(who).get(path).await.status, 404, "{who:?} {path}");
        }
    }
    let shared = world.browse(HENDRA).ask("PATCH", &path, r#"{"shared": "company"}"#).await;
    assert_eq!(shared.status, 422, "{}", shared.body);
}

#[tokio::test]
async fn a_copy_that_somebody_changed_says_so() {
    let world = world().await;
    let one = of(&keep(&world, AYU, json!({"frozen": true})).await);

    let tx = Ctx::begin(world.ctx(SRI)).await.unwrap();
    let found = tx.whole_company::<kept_report::Entity>();
    let found = found.filter(kept_report::Column::Id.eq(id("none"))).one(&*tx).await.unwrap();
    assert!(found.is_none());
    let answer = tx.whole_company::<kept_report::Entity>().one(&*tx).await.unwrap().unwrap();
    let forged = answer.answer.unwrap().replace("700000", "900000");
    tx.update_where::<kept_report::Entity, _>(
        kept_report::Column::CompanyId,
        kept_report::Column::Id.eq(answer.id),
        vec![(kept_report::Column::Answer, forged.into())],
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();

    let page = world.browse(AYU).get(&format!("/reports/copies/{one}")).await;
    assert!(page.body.contains("no longer as it was frozen"), "{}", page.body);
}
