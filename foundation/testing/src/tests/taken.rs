//! What must be there once: whoever is second hears so in the same words, on both engines.

use frame::{Ctx, Error, Result, line, stream};
use sea_orm::ActiveValue::Set;
use utoipa_axum::router::OpenApiRouter;

use super::{line_of, something, world};
use crate::{AYU, RIZKY, SRI, Someone, WATI, World};

fn under_ayu(company: kernel::CompanyId, who: Someone) -> line::ActiveModel {
    line::ActiveModel {
        company_id: Set(company),
        manager_id: Set(AYU.person()),
        person_id: Set(who.person()),
    }
}

#[tokio::test]
async fn whoever_is_second_is_told_so_and_may_look_and_go_on() {
    let world = world().await;
    let tx = world.ctx(AYU).begin().await.unwrap();
    let company = tx.actor.company;

    let second = tx
        .unless_taken(async |tx| {
            tx.insert_all(vec![under_ayu(company, RIZKY)]).await?;
            tx.insert_all(vec![line_of(tx)]).await
        })
        .await
        .unwrap();
    let first = tx
        .unless_taken(async |tx| {
            tx.insert_all(vec![under_ayu(company, WATI)]).await?;
            tx.record(something());
            Ok(7)
        })
        .await
        .unwrap();
    tx.commit().await.unwrap();

    assert!(matches!(second, Err(Error::Taken(_))));
    assert!(matches!(first, Ok(7)));
    assert_eq!(stream::end(&world.ctx(SRI)).await.unwrap(), 1);
    let mut under = line::of_actor(&world.ctx(AYU)).await.unwrap();
    under.retain(|it| *it != AYU.person());
    assert_eq!(under, [WATI.person()], "what was added before it is gone with it");
}

#[tokio::test]
async fn any_other_failure_is_one_of_the_whole() {
    let world = world().await;
    let tx = world.ctx(AYU).begin().await.unwrap();

    let failed = tx.unless_taken(async |_| Err::<(), Error>(Error::Denied)).await;

    assert!(matches!(failed, Err(Error::Denied)));
}

async fn add_what_is_there(ctx: Ctx) -> Result<()> {
    let tx = ctx.begin().await?;
    tx.insert_all(vec![line_of(&tx)]).await?;
    tx.commit().await
}

#[tokio::test]
async fn a_rule_that_looked_too_early_is_no_fault_of_the_program() {
    let add = || axum::routing::post(add_what_is_there);
    let routes = OpenApiRouter::new().route("/api/v1/lines", add()).route("/lines", add());
    let world = World::with(routes).await;

    let told = world.browse(AYU).post_json("/api/v1/lines", &serde_json::json!({})).await;
    let shown = world.browse(AYU).post("/lines", "").await;

    assert_eq!(told.status, 409, "{}", told.body);
    assert_eq!(told.headers["content-type"], "application/problem+json");
    assert_eq!(told.json()["code"], "taken");
    assert_eq!(shown.status, 409, "{}", shown.body);
    assert!(shown.body.contains("Somebody else recorded the same"), "{}", shown.body);
}
