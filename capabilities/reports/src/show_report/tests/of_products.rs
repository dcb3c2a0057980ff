//! What was won, by product: each deal counts once, and is worth what its lines are.

use catalogue::{ProductId, product};
use frame::Ctx;
use pipeline::line;
use pipeline::opportunity::OpportunityId;
use sea_orm::ActiveValue::Set;
use testing::{HENDRA, SRI, id};

use super::{DEALS, asked, lines, world};

#[tokio::test]
async fn a_won_deal_of_two_products_counts_once_and_is_worth_what_its_lines_are() {
    let world = world(DEALS).await;
    let (paper, ink) = (ProductId(id("kertas")), ProductId(id("tinta")));
    let tx = Ctx::begin(world.ctx(SRI)).await.unwrap();
    let product = product::ActiveModel {
        company_id: Set(tx.actor.company),
        id: Set(ink),
        name: Set("Tinta hitam".to_owned()),
        price_amount: Set(100_000),
        price_currency: Set("IDR".to_owned()),
        created_at: Set(tx.now),
        ..Default::default()
    };
    tx.insert_all(vec![product]).await.unwrap();
    let of = |deal: &str, number, product, thousandths| line::ActiveModel {
        company_id: Set(tx.actor.company),
        opportunity_id: Set(OpportunityId(id(deal))),
        number: Set(number),
        product_id: Set(product),
        quantity_thousandths: Set(thousandths),
        price_amount: Set(100_000),
    };
    // A lost deal's lines are worth nothing.
    let written = [of("A3", 1, paper, 3_000), of("A3", 2, ink, 2_000), of("A2", 1, ink, 9_000)];
    tx.insert_all(written.into()).await.unwrap();
    tx.commit().await.unwrap();

    let report = asked(&world, HENDRA, "&by=product&currency=IDR").await;

    let told: Vec<String> = lines(&report)
        .into_iter()
        .map(|(label, it)| format!("{label}: {} won, {} lost, {}", it[0], it[1], it[3]))
        .collect();
    assert_eq!(told, ["Kertas A4: 3 won, 1 lost, 1550000", "Tinta hitam: 0 won, 0 lost, 200000"]);
}
