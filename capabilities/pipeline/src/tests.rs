//! What people do with deals, over HTTP, and what they may not.

mod boarding;
mod closing;
mod counting;
mod finding;
mod moving;
mod opening;
mod settling;
mod telling;
mod working;

use frame::Ctx;
use frame::app::Made;
use sea_orm::ActiveValue::Set;
use serde_json::{Value, json};
use testing::{AYU, Browser, SRI, Seen, Someone, World, id};

use crate::opportunity::{self, OpportunityId, OpportunityKind};
use crate::pipeline::NEW_BUSINESS;

const MAJU: &str = "toko-maju";
const API: &str = "/api/v1/opportunities";

/// A world in which clients have pages, too.
async fn world() -> World {
    let routes = crate::routes()
        .merge(accounts::routes())
        .merge(tasks::routes())
        .merge(activities::routes());
    World::furnished(routes, |made: &mut Made| {
        made.panels = vec![&crate::PANEL, &activities::TIMELINE];
        made.tellers = vec![crate::TELLER, accounts::TELLER, tasks::TELLER, activities::TELLER];
        made.searched = vec![accounts::SEARCHED, crate::SEARCHED];
    })
    .await
}

/// Opens a deal with Toko Maju, and answers what the API says of it.
async fn opened(browser: &Browser, name: &str, amount: i64) -> Value {
    let body = json!({
        "name": name, "account_id": id(MAJU),
        "value": {"amount": amount.to_string(), "currency": "IDR"},
    });
    let seen = browser.post_json(API, &body).await;
    assert_eq!(seen.status, 201, "{}", seen.body);
    seen.json()
}

fn path(deal: &Value, end: &str) -> String {
    format!("/opportunities/{}{end}", deal["id"].as_str().unwrap())
}

fn api(deal: &Value, end: &str) -> String {
    format!("/api/v1{}", path(deal, end))
}

async fn read(browser: &Browser, deal: &Value) -> Value {
    let seen = browser.get(&api(deal, "")).await;
    assert_eq!(seen.status, 200, "{}", seen.body);
    seen.json()
}

fn code(seen: &Seen) -> String {
    let json = seen.json();
    let field = json["fields"][0]["code"].as_str().or(json["code"].as_str());
    field.unwrap_or_default().to_owned()
}

/// A deal as an import writes it: key, whose, stage, how it stands, amount, and the day.
type Row<'a> = (&'a str, Someone, &'a str, OpportunityKind, Option<i64>, &'a str);

/// Writes deals with Toko Maju down, as an import does.
async fn imported(world: &World, rows: &[Row<'_>]) {
    let tx = Ctx::begin(world.ctx(SRI)).await.unwrap();
    let rows = rows.iter().map(|(key, owner, stage, kind, amount, day)| {
        let day: kernel::Day = day.parse().unwrap();
        opportunity::ActiveModel {
            company_id: Set(tx.actor.company),
            id: Set(OpportunityId(id(key))),
            owner_id: Set(owner.person()),
            account_id: Set(Some(accounts::AccountId(id(MAJU)))),
            product_id: Set(Some(catalogue::ProductId(id("kertas")))),
            external_key: Set(Some((*key).to_owned())),
            name: Set(format!("Kertas {key}")),
            name_key: Set(format!("kertas {}", key.to_lowercase())),
            pipeline: Set(NEW_BUSINESS.to_owned()),
            stage: Set((*stage).to_owned()),
            kind: Set(*kind),
            stage_since: Set(day.start(&tx.actor.zone)),
            engaged_on: Set(Some(day)),
            closed_on: Set((*kind != OpportunityKind::Open).then_some(day)),
            value_amount: Set(*amount),
            value_currency: Set("IDR".to_owned()),
            created_at: Set(tx.now),
            updated_at: Set(tx.now),
            version: Set(1),
            ..Default::default()
        }
    });
    tx.insert_all(rows.collect()).await.unwrap();
    tx.commit().await.unwrap();
}

async fn names(world: &World, who: Someone, query: &str) -> Vec<String> {
    let seen = world.browse(who).get(&format!("{API}{query}")).await;
    assert_eq!(seen.status, 200, "{}", seen.body);
    let json = seen.json();
    let items = json["items"].as_array().unwrap().iter();
    items.map(|it| it["name"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn a_client_s_page_shows_open_deals_first_with_stage_and_value() {
    let world = world().await;
    let page = format!("/accounts/{}", id(MAJU));
    let before = world.browse(AYU).get(&page).await;
    assert!(before.body.contains("No opportunities with this client yet"), "{}", before.body);
    let open = OpportunityKind::Open;
    let won = OpportunityKind::Won;
    imported(
        &world,
        &[
            ("D1", AYU, "Won", won, Some(1_500_000), "2026-02-01"),
            ("D2", AYU, "Won", won, Some(500_000), "2026-02-02"),
            ("D3", AYU, "Lost", OpportunityKind::Lost, Some(0), "2026-02-03"),
            ("D4", AYU, "Engaging", open, Some(700_000), "2026-01-04"),
        ],
    )
    .await;

    let seen = world.browse(AYU).get(&page).await.body;

    for part in ["Rp2.000.000", "Engaging", "Rp700.000", "<dd>2</dd>"] {
        assert!(seen.contains(part), "{part}: {seen}");
    }
    let at = |text: &str| seen.find(text).unwrap_or_else(|| panic!("{text}: {seen}"));
    assert!(at("Kertas D4") < at("Kertas D2") && at("Kertas D3") < at("Kertas D1"));
}
