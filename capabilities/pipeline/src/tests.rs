//! Deals are seen by whoever they belong to, beside the client and in the API.

use accounts::AccountId;
use frame::Ctx;
use kernel::PersonId;
use sea_orm::ActiveValue::Set;
use testing::{ANDI, AYU, BUDI, DEWI, RIZKY, SRI, Someone, World};

use crate::opportunity::{self, OpportunityId, OpportunityKind};

const MAJU: &str = "toko-maju";

async fn world() -> World {
    let routes = crate::routes().merge(accounts::routes());
    World::furnished(routes, |made| made.panels = vec![&crate::PANEL]).await
}

/// Writes down deals with Toko Maju, as an import does.
async fn deals(world: &World, owner: Someone, deals: &[(&str, OpportunityKind, Option<i64>)]) {
    let tx = Ctx::begin(world.ctx(SRI)).await.unwrap();
    let owner: PersonId = owner.person();
    let row = |(number, (key, kind, value)): (usize, &(&str, OpportunityKind, Option<i64>))| {
        let day = format!("2026-02-{:02}", number + 1).parse().unwrap();
        opportunity::ActiveModel {
            company_id: Set(tx.actor.company),
            id: Set(OpportunityId(testing::id(key))),
            owner_id: Set(owner),
            account_id: Set(Some(AccountId(testing::id(MAJU)))),
            product_id: Set(Some(catalogue::ProductId(testing::id("kertas")))),
            external_key: Set((*key).to_owned()),
            stage: Set("Engaging".to_owned()),
            kind: Set(*kind),
            engaged_on: Set(Some(day)),
            closed_on: Set((*kind != OpportunityKind::Open).then_some(day)),
            value_amount: Set(*value),
            value_currency: Set("IDR".to_owned()),
            created_at: Set(tx.now),
        }
    };
    tx.insert_all(deals.iter().enumerate().map(row).collect::<Vec<_>>()).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_client_s_page_tells_how_deals_went() {
    let world = world().await;
    let page = format!("/accounts/{}", testing::id(MAJU));
    let before = world.browse(AYU).get(&page).await;
    assert!(!before.body.contains("Deals"), "no deals, no panel: {}", before.body);

    deals(
        &world,
        AYU,
        &[
            ("D1", OpportunityKind::Won, Some(1_500_000)),
            ("D2", OpportunityKind::Won, Some(500_000)),
            ("D3", OpportunityKind::Lost, Some(0)),
            ("D4", OpportunityKind::Open, None),
        ],
    )
    .await;

    let seen = world.browse(AYU).get(&page).await.body;
    for part in ["Deals", "Rp2.000.000", "Kertas A4", "4 Feb 2026", "<dd>2</dd>"] {
        assert!(seen.contains(part), "{part}: {seen}");
    }
}

#[tokio::test]
async fn deals_of_a_client_stay_with_their_owners() {
    let world = world().await;
    // Rizky once won something at Ayu's client.
    deals(&world, RIZKY, &[("D1", OpportunityKind::Won, Some(700))]).await;
    deals(&world, AYU, &[("D2", OpportunityKind::Lost, None)]).await;

    for (who, keys) in [
        (AYU, vec!["D2"]),
        (RIZKY, vec!["D1"]),
        (BUDI, vec!["D1", "D2"]),
        (SRI, vec!["D1", "D2"]),
        (DEWI, vec![]),
        (ANDI, vec![]),
    ] {
        let seen = world.browse(who).get("/api/v1/opportunities").await.json();
        let seen: Vec<_> = seen["items"].as_array().unwrap().clone();
        let found: Vec<_> = seen.iter().map(|it| it["external_key"].as_str().unwrap()).collect();
        assert_eq!(found, keys, "{}", who.name);
    }
    assert_eq!(world.browse(None).get("/api/v1/opportunities").await.status, 401);
}

#[tokio::test]
async fn deals_are_read_page_by_page() {
    let world = world().await;
    let kinds = [OpportunityKind::Open, OpportunityKind::Won];
    let names = ["D1", "D2", "D3", "D4", "D5"];
    let rows: Vec<_> =
        names.iter().zip(kinds.iter().cycle()).map(|(name, kind)| (*name, *kind, None)).collect();
    deals(&world, AYU, &rows).await;

    let first = world.browse(AYU).get("/api/v1/opportunities?limit=2&kind=open").await.json();
    let cursor = first["next_cursor"].as_str().unwrap();
    let path = format!("/api/v1/opportunities?limit=2&kind=open&cursor={cursor}");
    let second = world.browse(AYU).get(&path).await.json();

    assert_eq!(first["items"].as_array().unwrap().len(), 2);
    assert_eq!(second["items"][0]["external_key"], "D5");
    assert!(second["next_cursor"].is_null());
    let wrong = world.browse(AYU).get("/api/v1/opportunities?kind=maybe").await;
    assert_eq!(wrong.status, 400);
}
