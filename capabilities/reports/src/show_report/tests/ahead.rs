//! The pipeline and its forecast, and visits beside what was sold.

use accounts::AccountId;
use catalogue::{ProductId, product};
use frame::Ctx;
use pipeline::opportunity::{self, OpportunityId, OpportunityKind};
use pipeline::rules::{LARGEST_AMOUNT, Quantity};
use pipeline::{NewLine, keep_lines};
use sea_orm::ActiveValue::Set;
use serde_json::Value as Json;
use testing::{AYU, BUDI, DEWI, FAJAR, HENDRA, MAYA, RIZKY, SRI, Someone, WATI, World, id};
use visits::visit;
use visits::{VisitId, VisitState};

/// Whose deal, its name, pipeline, stage, value, currency, expected end, days in its stage.
type Deal<'a> = (Someone, &'a str, &'a str, &'a str, i64, &'a str, Option<&'a str>, i64);

const DEALS: &[Deal<'_>] = &[
    (AYU, "A1", "new_business", "Prospecting", 333, "IDR", Some("2026-03-20"), 3),
    (AYU, "A2", "new_business", "Prospecting", 333, "IDR", Some("2026-04-02"), 31),
    (AYU, "A3", "new_business", "Negotiation", 1_000_000, "IDR", Some("2026-03-31"), 21),
    (WATI, "W1", "new_business", "Negotiation", 400_000, "IDR", None, 22),
    (WATI, "W2", "renewal", "Upcoming", 50_00, "USD", Some("2026-03-05"), 0),
];

async fn world() -> World {
    world_of(DEALS).await
}

async fn world_of(deals: &[Deal<'_>]) -> World {
    let world = World::with(crate::routes()).await;
    let tx = Ctx::begin(world.ctx(SRI)).await.unwrap();
    let row = |(owner, name, pipeline, stage, value, currency, end, days): &Deal<'_>| {
        opportunity::ActiveModel {
            company_id: Set(tx.actor.company),
            id: Set(OpportunityId(id(name))),
            owner_id: Set(owner.person()),
            account_id: Set((*owner == AYU).then(|| AccountId(id("toko-maju")))),
            product_id: Set(None),
            name: Set((*name).to_owned()),
            name_key: Set(name.to_lowercase()),
            pipeline: Set((*pipeline).to_owned()),
            stage: Set((*stage).to_owned()),
            kind: Set(OpportunityKind::Open),
            expected_close_on: Set(end.map(|it| it.parse().unwrap())),
            value_amount: Set(Some(*value)),
            value_currency: Set((*currency).to_owned()),
            created_at: Set(tx.now),
            stage_since: Set(tx.now.plus_days(-days)),
            updated_at: Set(tx.now),
            version: Set(1),
            ..Default::default()
        }
    };
    tx.insert_all(deals.iter().map(row).collect::<Vec<_>>()).await.unwrap();
    tx.commit().await.unwrap();
    world
}

async fn asked(world: &World, who: Someone, query: &str) -> Json {
    let seen = world.browse(who).get(&format!("/api/v1/reports/{query}")).await;
    assert_eq!(seen.status, 200, "{query}: {}", seen.body);
    seen.json()
}

fn lines(report: &Json) -> Vec<String> {
    let line = |line: &Json| {
        let figures = line["figures"].as_array().unwrap().iter();
        let figures: Vec<_> = figures.map(|it| it["value"].as_str().unwrap_or("-")).collect();
        format!("{} {}", line["label"].as_str().unwrap(), figures.join(" "))
    };
    report["lines"].as_array().unwrap().iter().map(line).collect()
}

/// Deals, value, weighted, committed, days in the stage, too long; stages stand as deals go.
#[tokio::test]
async fn open_deals_are_weighed_by_their_stage() {
    let world = world().await;

    let stages = asked(&world, HENDRA, "pipeline").await;

    assert_eq!(
        lines(&stages),
        [
            // Twice 33.3 is 66.6: rounded once.
            "Prospecting · New business 2 666 67 0 17.0 1",
            "Negotiation · New business 2 1400000 1050000 1400000 21.5 1",
            "Upcoming · Renewal 1 50.00 30.00 0.00 0.0 0",
        ]
    );
    let totals: Vec<_> = stages["total"].as_array().unwrap().iter().collect();
    assert_eq!(totals[0]["figures"][2]["value"], "1050067");
    assert_eq!(totals[1]["figures"][1]["value"], "50.00", "currencies stay apart");
}

#[tokio::test]
async fn many_deals_of_the_greatest_amount_are_weighed_exactly() {
    let names: Vec<String> = (0..130).map(|it| format!("G{it}")).collect();
    let greatest = |name| {
        let of = ("new_business", "Negotiation");
        (WATI, name, of.0, of.1, LARGEST_AMOUNT, "IDR", None, 0)
    };
    let deals: Vec<Deal<'_>> = names.iter().map(|it| greatest(it.as_str())).collect();
    let world = world_of(&deals).await;

    let stages = asked(&world, HENDRA, "pipeline").await;

    let (sum, weighted) = ("130000000000000000", "97500000000000000");
    let expected = format!("Negotiation · New business 130 {sum} {weighted} {sum} 0.0 0");
    assert_eq!(lines(&stages), [expected]);
}

#[tokio::test]
async fn the_forecast_is_by_the_month_of_the_expected_end() {
    let world = world().await;

    let months = asked(&world, HENDRA, "pipeline?by=month&currency=IDR").await;
    let next = asked(&world, HENDRA, "pipeline?by=month&within=next-month").await;
    let pipelines = asked(&world, HENDRA, "pipeline?by=pipeline").await;
    let rows = world.browse(HENDRA).get("/reports/pipeline/rows?month=-").await;
    let stage = world
        .browse(HENDRA)
        .get("/reports/pipeline/rows?stage=new_business%2FNegotiation&limit=1")
        .await;

    let value = |it: &str| it.split(' ').take(4).collect::<Vec<_>>().join(" ");
    assert_eq!(
        lines(&months).iter().map(|it| value(it)).collect::<Vec<_>>(),
        ["Mar 2026 2 1000333", "Apr 2026 1 333", "No expected close 1"]
    );
    assert_eq!(lines(&next)[0], "Apr 2026 1 333 33 0 31.0 1");
    assert!(lines(&pipelines)[0].starts_with("New business 4 1400666 "), "{pipelines}");
    assert!(rows.body.contains(">W1<") && !rows.body.contains(">A1<"), "{}", rows.body);
    assert!(stage.body.contains(">A3<") && stage.body.contains("Negotiation · 75%"));
    let next = stage.body.split("rel=\"next\"").next().unwrap().rsplit("href=\"").next().unwrap();
    let next = next.split('"').next().unwrap().replace("&amp;", "&");
    assert!(world.browse(HENDRA).get(&next).await.body.contains(">W1<"), "{next}");
    for wrong in ["stage=Negotiation", "month=2026", "within=next-year"] {
        let seen = world.browse(HENDRA).get(&format!("/reports/pipeline?{wrong}")).await;
        let behind = world.browse(HENDRA).get(&format!("/reports/pipeline/rows?{wrong}")).await;
        assert_eq!((seen.status, behind.status), (400, 400), "{wrong}");
    }
}

#[tokio::test]
async fn the_pipeline_reaches_no_further_than_its_reader() {
    let world = world().await;

    for (who, deals) in
        [(SRI, 5), (HENDRA, 5), (FAJAR, 5), (BUDI, 3), (AYU, 3), (WATI, 2), (RIZKY, 0)]
    {
        let report = asked(&world, who, "pipeline").await;
        let count = report["lines"].as_array().unwrap().iter();
        let count: i64 = count
            .map(|it| it["figures"][0]["value"].as_str().unwrap().parse::<i64>().unwrap())
            .sum();
        assert_eq!(count, deals, "{who:?}");
    }
    let others = format!("/reports/pipeline/rows?person={}", id("ayu"));
    assert!(!world.browse(MAYA).get(&others).await.body.contains(">A1<"));
    assert_eq!(world.browse(DEWI).get("/reports/pipeline").await.status, 404);
}

/// Ayu looks after two clients and was at one of them twice; one check-in was not believed.
#[tokio::test]
async fn visits_stand_beside_what_was_sold() {
    let world = world().await;
    let tx = Ctx::begin(world.ctx(SRI)).await.unwrap();
    let made =
        |name: &str, client: &str, day: &str, effective: bool, rejected| visit::ActiveModel {
            company_id: Set(tx.actor.company),
            id: Set(VisitId(id(name))),
            owner_id: Set(AYU.person()),
            account_id: Set(AccountId(id(client))),
            day: Set(day.parse().unwrap()),
            sequence: Set(0),
            planned: Set(false),
            state: Set(VisitState::Done),
            arrived_at: Set(Some(tx.now.plus_days(-5))),
            left_at: Set(Some(tx.now.plus_days(-5).plus_minutes(30))),
            effective: Set(Some(effective)),
            rejected: Set(rejected),
            created_at: Set(tx.now),
            updated_at: Set(tx.now),
            ..Default::default()
        };
    tx.insert_all(vec![
        made("v1", "toko-maju", "2026-02-25", true, None),
        made("v2", "toko-maju", "2026-02-26", false, None),
        made("v3", "apotek-sehat", "2026-02-26", true, Some(visits::rules::Rejected::CheckIn)),
        made("v4", "apotek-sehat", "2025-02-26", true, None),
    ])
    .await
    .unwrap();
    tx.commit().await.unwrap();

    let report = asked(&world, HENDRA, "coverage").await;
    let team = asked(&world, BUDI, "coverage?by=team").await;
    let rows = world.browse(HENDRA).get("/reports/coverage/rows").await;

    assert_eq!(lines(&report)[0], "Ayu Lestari 2 1 50.00 2 50.00 0 0");
    assert!(lines(&report).contains(&"Wati 1 0 0.00 0 - 0 0".to_owned()), "{report}");
    assert!(lines(&team)[0].starts_with("Jakarta Selatan 3 1 33.33 2 50.00"), "{team}");
    assert!(rows.body.contains("Toko Maju") && !rows.body.contains("Apotek Sehat"));
    // Only whoever may see clients, deals, visits and the ledger sees them beside each other.
    let other = asked(&world, MAYA, "coverage").await;
    assert!(!other.to_string().contains("Ayu Lestari"), "{other}");
    assert_eq!(world.browse(DEWI).get("/reports/coverage").await.status, 404);
    assert_eq!(world.browse(FAJAR).get("/reports/coverage").await.status, 404);
}

/// A deal counts once, under what makes most of it; its worth stands where its lines are.
#[tokio::test]
async fn a_deal_of_two_products_counts_once_and_is_worth_what_its_lines_are() {
    let world = world().await;
    let (paper, ink) = (ProductId(id("kertas")), ProductId(id("tinta")));
    let tx = Ctx::begin(world.ctx(SRI)).await.unwrap();
    let product = product::ActiveModel {
        company_id: Set(tx.actor.company),
        id: Set(ink),
        name: Set("Tinta hitam".to_owned()),
        price_amount: Set(90_000),
        price_currency: Set("IDR".to_owned()),
        created_at: Set(tx.now),
        ..Default::default()
    };
    tx.insert_all(vec![product]).await.unwrap();
    let of =
        |product, thousandths, price| NewLine { product, quantity: Quantity(thousandths), price };
    // 2.5 × 33,333 is 83,332.5: each line is rounded, half up.
    let lines_of_a3 = [of(paper, 2_500, 33_333), of(ink, 5_000, 90_000), of(paper, 1_000, 1)];
    keep_lines(&tx, OpportunityId(id("A3")), None, &lines_of_a3).await.unwrap();
    tx.commit().await.unwrap();

    let products = asked(&world, HENDRA, "pipeline?by=product&currency=IDR").await;
    let of_paper = format!("pipeline?by=stage&currency=IDR&product={}", paper.0);
    let of_paper = asked(&world, HENDRA, &of_paper).await;
    let behind = format!("/reports/pipeline/rows?product={}", paper.0);
    let behind = world.browse(HENDRA).get(&behind).await;

    let figures = |it: &Json| {
        let lines = lines(it).into_iter();
        lines.map(|it| it.rsplitn(4, ' ').last().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(
        figures(&products),
        ["Tinta hitam 1 450000 337500", "Kertas A4 0 83334 62501", "No product 3 400666 300067",]
    );
    let total = &products["total"][0]["figures"];
    assert_eq!((&total[0]["value"], &total[1]["value"]), (&"4".into(), &"934000".into()));
    assert_eq!(figures(&of_paper), ["Negotiation · New business 0 83334 62501"]);
    assert!(behind.body.contains(">A3<") && !behind.body.contains(">A1<"), "{}", behind.body);
    assert!(behind.body.contains("Rp83.334"), "its share: {}", behind.body);
}
