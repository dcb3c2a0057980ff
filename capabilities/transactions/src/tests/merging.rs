//! The ledger of a client goes where the client goes, and comes back with it.

use accounts::AccountId;
use sea_orm::{ColumnTrait, QueryFilter};
use serde_json::json;
use testing::{AYU, FAJAR, World, id};

use super::batches::{of_number, two_days};
use super::{MAJU, is_proven};
use crate::sales_month;

const SEHAT: &str = "apotek-sehat";

async fn world() -> World {
    let routes = crate::routes().merge(accounts::routes());
    World::furnished(routes, |made| {
        made.follows = vec![accounts::FOLLOWS, crate::FOLLOWS];
        made.readers = vec![accounts::READERS, crate::READERS];
    })
    .await
}

async fn sums(world: &World, account: &str) -> Vec<sales_month::Model> {
    let ctx = world.ctx(testing::SRI);
    let of_it = sales_month::Column::AccountId.eq(AccountId(id(account)));
    ctx.whole_company::<sales_month::Entity>().filter(of_it).all(&ctx).await.unwrap()
}

#[tokio::test]
async fn a_merged_client_takes_its_ledger_along_and_back() {
    let world = world().await;
    two_days(&world).await;
    let before = sums(&world, MAJU).await;
    let ayu = world.browse(AYU);

    let paid = json!({
        "key": "T-1", "account_id": id(MAJU), "day": "2026-03-01", "currency": "IDR", "amount": "5",
    });
    let fajar = world.browse(FAJAR);
    assert_eq!(fajar.post_json("/api/v1/payments", &paid).await.status, 201);

    let path = format!("/api/v1/accounts/{}/merge", id(SEHAT));
    let merged = ayu.post_json(&path, &json!({"merged_id": id(MAJU), "take": []})).await;

    assert_eq!(merged.status, 200, "{}", merged.body);
    assert_eq!(of_number(&world, "536365").await.account_id, AccountId(id(SEHAT)));
    assert!(sums(&world, MAJU).await.is_empty());
    let moved = sums(&world, SEHAT).await;
    assert_eq!(moved.iter().map(|it| it.net).collect::<Vec<_>>(), [before[0].net]);
    is_proven(&world).await;
    let again = fajar.post_json("/api/v1/payments", &paid).await;
    assert_eq!(again.status, 200, "told again under the old client: {}", again.body);

    let page = ayu.get(&format!("/accounts/{}", id(SEHAT))).await.body;
    let from = page.find("/merges/").unwrap() + "/merges/".len();
    let undone = ayu.post(&format!("/api/v1/merges/{}/undo", &page[from..from + 36]), "").await;

    assert_eq!(undone.status, 200, "{}", undone.body);
    assert_eq!(sums(&world, MAJU).await, before);
    assert!(sums(&world, SEHAT).await.is_empty());
    is_proven(&world).await;
}
