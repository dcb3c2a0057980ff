//! Deals are found, sorted, read page by page and added up.

use serde_json::json;
use testing::{ANDI, AYU, BUDI, DEWI, HENDRA, MAYA, RIZKY, SRI, WATI, id, plan};

use super::{API, imported, names, opened, world};
use crate::find_opportunities::{Looked, Sort, filtered, ids_of};
use crate::opportunity::OpportunityKind::{Lost, Open, Won};
use crate::stage::pipelines;
use crate::totals::heaps_of;

#[tokio::test]
async fn deals_stay_with_their_owners_and_those_who_answer_for_them() {
    let world = world().await;
    imported(
        &world,
        &[
            ("D1", RIZKY, "Won", Won, Some(700), "2026-02-01"),
            ("D2", AYU, "Lost", Lost, None, "2026-02-02"),
            ("D3", WATI, "Engaging", Open, Some(5), "2026-02-03"),
        ],
    )
    .await;

    for (who, seen) in [
        (AYU, vec!["Kertas D2"]),
        (RIZKY, vec!["Kertas D1"]),
        (BUDI, vec!["Kertas D1", "Kertas D2"]),
        (HENDRA, vec!["Kertas D1", "Kertas D2", "Kertas D3"]),
        (SRI, vec!["Kertas D1", "Kertas D2", "Kertas D3"]),
        (DEWI, vec![]),
        (ANDI, vec![]),
    ] {
        assert_eq!(names(&world, who, "?sort=name").await, seen, "{}", who.name);
    }
    assert_eq!(world.browse(None).get(API).await.status, 401);
}

#[tokio::test]
async fn every_filter_narrows_and_every_order_holds() {
    let world = world().await;
    imported(
        &world,
        &[
            ("D1", AYU, "Won", Won, Some(700), "2026-02-01"),
            ("D2", RIZKY, "Lost", Lost, None, "2026-01-02"),
            ("D3", AYU, "Engaging", Open, Some(5_000), "2025-12-03"),
            ("D4", WATI, "Engaging", Open, Some(50), "2026-02-20"),
        ],
    )
    .await;
    let ayu = format!("?owner_id={}&sort=name", AYU.person());
    let selatan = format!("?team_id={}&sort=name", id("selatan"));
    let client = format!("?account_id={}&sort=name", id("toko-maju"));

    for (query, found) in [
        ("?kind=open&sort=name", "D3 D4"),
        ("?stage=Lost", "D2"),
        ("?pipeline=renewal", ""),
        ("?q=d1", "D1"),
        ("?q=TOKO+MAJU&sort=name", "D1 D2 D3 D4"),
        (&ayu, "D1 D3"),
        (&selatan, "D1 D2 D3"),
        (&client, "D1 D2 D3 D4"),
        ("?close_from=2026-01-02&close_to=2026-01-31", "D2"),
        ("?stale=yes", "D3"),
        ("?sort=-amount", "D3 D1 D4 D2"),
        ("?kind=deleted", ""),
    ] {
        let found: Vec<String> =
            found.split_whitespace().map(|it| format!("Kertas {it}")).collect();
        assert_eq!(names(&world, SRI, query).await, found, "{query}");
    }
    for wrong in ["?kind=maybe", "?sort=colour", "?owner_id=x", "?close_from=soon", "?stale=no"] {
        let seen = world.browse(AYU).get(&format!("{API}{wrong}")).await;
        assert_eq!(seen.status, 400, "{wrong}");
    }
    let page = world.browse(SRI).get("/opportunities?stale=yes").await.body;
    assert!(page.contains("Kertas D3") && page.contains("Stale"), "{page}");
}

#[tokio::test]
async fn deals_are_read_page_by_page_in_every_order() {
    let world = world().await;
    let keys = ["D1", "D2", "D3", "D4", "D5"];
    let rows: Vec<_> = (1..)
        .zip(keys)
        .map(|(n, key)| (key, AYU, "Engaging", Open, Some(n * 10), "2026-02-01"))
        .collect();
    imported(&world, &rows).await;

    for sort in Sort::ALL {
        let mut seen = Vec::new();
        let mut cursor = String::new();
        loop {
            let query = format!("{API}?limit=2&sort={}&cursor={cursor}", sort.word());
            let page = world.browse(AYU).get(&query).await.json();
            let items = page["items"].as_array().unwrap().clone();
            seen.extend(items.iter().map(|it| it["name"].as_str().unwrap().to_owned()));
            assert_eq!(page["count"], 5);
            match page["next_cursor"].as_str() {
                Some(next) => next.clone_into(&mut cursor),
                None => break,
            }
        }
        seen.sort();
        assert_eq!(seen, keys.map(|it| format!("Kertas {it}")), "{sort:?}");
    }
}

/// Whatever the amounts: what the list says they are worth is the sum of its rows.
#[tokio::test]
async fn the_sums_are_the_sums_of_the_rows() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let mut random = 12_345_i64;
    let mut next = |most: i64| {
        random = (random * 1_103_515_245 + 12_345).rem_euclid(2_147_483_648);
        random % most
    };
    for number in 0..30 {
        let deal = opened(&ayu, &format!("D{number}"), next(1_000_000)).await;
        let stage = ["Prospecting", "Engaging", "Proposal", "Negotiation"]
            [usize::try_from(next(4)).unwrap()];
        let body = json!({ "stage": stage }).to_string();
        ayu.ask("POST", &super::api(&deal, "/stage"), &body).await;
    }

    for query in ["", "&stage=Engaging", "&q=d1", "&kind=open&pipeline=new_business"] {
        let page = ayu.get(&format!("{API}?limit=200{query}")).await.json();
        let known = pipelines(&world.ctx(AYU)).await.unwrap();
        let (mut sum, mut hundredths) = (0_i64, 0_i64);
        for item in page["items"].as_array().unwrap() {
            let amount: i64 = item["value"]["amount"].as_str().unwrap().parse().unwrap();
            let stage = item["stage"].as_str().unwrap();
            let probability = known.stage("new_business", stage).unwrap().probability;
            sum += amount;
            hundredths += amount * i64::from(probability);
        }
        let weighted = (hundredths + 50).div_euclid(100);
        assert_eq!(page["worth"][0]["sum"]["amount"], json!(sum.to_string()), "{query}");
        assert_eq!(page["worth"][0]["weighted"]["amount"], json!(weighted.to_string()), "{query}");
    }
}

#[tokio::test]
async fn lists_sums_and_columns_are_read_from_their_indexes() {
    let world = world().await;
    for who in [SRI, BUDI, AYU] {
        let ctx = world.ctx(who);
        let all = filtered(&ctx, &Looked::default()).await.unwrap();
        for (sort, index) in [
            (Sort::Newest, "opportunity_updated"),
            (Sort::Close, "opportunity_close"),
            (Sort::Amount, "opportunity_amount"),
            (Sort::Name, "opportunity_name"),
        ] {
            let Some(plan) = plan(&ctx, &ids_of(all.clone(), sort, 51)).await else { return };
            let covered = format!("USING COVERING INDEX {index}");
            // One's own are few: they are led to by whose they are, and put in order.
            let own =
                who == AYU && plan.contains("opportunity_owner (company_id=? AND owner_id=?)");
            assert!(plan.contains(&covered) || own, "{sort:?} {plan}");
        }
        let sums = plan(&ctx, &heaps_of(all.clone())).await.unwrap();
        let covered = ["opportunity_stage", "opportunity_owner"];
        assert!(covered.iter().any(|it| sums.contains(&format!("INDEX {it}"))), "{sums}");
        let looked = Looked { pipeline: "new_business".to_owned(), ..Looked::default() };
        let known = pipelines(&ctx).await.unwrap();
        let found = filtered(&ctx, &looked).await.unwrap();
        let cards =
            crate::board::cards_of(&ctx, found, known.stage("new_business", "Won").unwrap());
        let cards = plan(&ctx, &cards).await.unwrap();
        assert!(cards.contains("INDEX opportunity_stage"), "{cards}");
        assert!(!cards.contains("TEMP B-TREE"), "{cards}");
    }
}

#[tokio::test]
async fn deals_are_taken_out_as_the_list_is_narrowed() {
    let world = world().await;
    opened(&world.browse(AYU), "Kertas \"A4\"; =2+2", 1_500_000).await;
    opened(&world.browse(AYU), "Tinta", 90_000).await;

    let file = world.browse(BUDI).get("/opportunities.csv?q=kertas").await;

    assert_eq!(file.status, 200, "{}", file.body);
    let lines: Vec<&str> = file.body.lines().collect();
    assert_eq!(lines.len(), 2);
    assert!(
        lines[1].starts_with("\"Kertas \"\"A4\"\"; =2+2\",Toko Maju,Ayu Lestari,"),
        "{lines:?}"
    );
    assert!(lines[1].contains(",1500000,IDR,"), "{lines:?}");
    assert_eq!(world.browse(AYU).get("/opportunities.csv").await.status, 403);
    let other = world.browse(MAYA).get("/opportunities.csv").await;
    assert_eq!(other.body.lines().count(), 1, "another team's stay out");
}

#[tokio::test]
async fn filters_are_said_and_columns_are_chosen() {
    let world = world().await;
    opened(&world.browse(AYU), "Kertas", 1_500_000).await;
    let budi = world.browse(BUDI);

    let page = format!("/opportunities?account_id={}&stage=Prospecting", id("toko-maju"));
    let page = budi.get(&page).await.body;
    assert!(page.contains("Client: Toko Maju") && page.contains("Kertas"), "{page}");
    assert!(page.contains(r#"href="/opportunities?stage=Prospecting""#), "{page}");
    for gone in ["stage=Gone", "pipeline=gone", "close_from=soon", "owner_id=x"] {
        let seen = budi.get(&format!("/opportunities?{gone}")).await;
        assert_eq!(seen.status, 200, "{gone}: {}", seen.body);
        assert!(seen.body.contains("no longer there"), "{gone}: {}", seen.body);
        assert!(!seen.body.contains("Kertas"), "{gone}: {}", seen.body);
    }
    let chosen = budi.get("/opportunities?columns=client,amount").await.body;
    let client = chosen.find(">Client</th>").unwrap();
    assert!(client < chosen.find(">Value</th>").unwrap(), "{chosen}");
    assert!(!chosen.contains(">Stage</th>"), "{chosen}");
    let file = budi.get("/opportunities.csv?columns=client,amount").await.body;
    let lines: Vec<&str> = file.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(lines[0].split(',').count(), 4, "name, client, value and its currency: {lines:?}");
    assert!(lines[1].starts_with("Kertas,Toko Maju,"), "{lines:?}");
}

#[tokio::test]
async fn the_one_search_finds_deals_within_reach() {
    let world = world().await;
    let deal = opened(&world.browse(AYU), "Renovasi gudang Cikarang", 5_000_000).await;
    let found = async |who, words: &str| {
        let found = world.browse(who).get(&format!("/api/v1/search?q={words}")).await.json();
        let kind = found.as_array().unwrap().iter().find(|it| it["kind"] == "opportunity").cloned();
        kind.map(|it| it["hits"][0]["title"].as_str().unwrap().to_owned())
    };

    for words in ["cikarang", "renovsi", "gudang%20reno"] {
        assert_eq!(found(AYU, words).await.as_deref(), Some("Renovasi gudang Cikarang"), "{words}");
    }
    assert_eq!(found(RIZKY, "cikarang").await, None);
    assert_eq!(found(WATI, "cikarang").await, None);
    assert!(found(BUDI, "cikarang").await.is_some());

    let patch = r#"{"name": "Renovasi kantor Bekasi"}"#;
    let seen = world.browse(AYU).ask("PATCH", &super::api(&deal, ""), patch).await;
    assert_eq!(seen.status, 200, "{}", seen.body);
    assert_eq!(found(AYU, "cikarang").await, None);
    assert_eq!(found(AYU, "bekasi").await.as_deref(), Some("Renovasi kantor Bekasi"));

    let seen = world.browse(AYU).post(&super::path(&deal, "/delete"), "").await;
    assert!(seen.status < 400, "{}", seen.body);
    assert_eq!(found(AYU, "bekasi").await, None);
}
