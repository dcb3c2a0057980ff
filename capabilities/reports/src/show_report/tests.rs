//! Reports are asked over HTTP, about a few deals and about 8,800 real ones.

mod ahead;
mod of_products;
mod real;
mod sold;

use accounts::AccountId;
use calamine::{Data, Reader, Xlsx};
use catalogue::ProductId;
use frame::Ctx;
use frame::stream::Sought;
use pipeline::opportunity::{self, OpportunityId, OpportunityKind};
use sea_orm::ActiveValue::Set;
use serde_json::Value as Json;
use testing::{
    ANDI, AYU, BUDI, DEWI, FAJAR, GILANG, HENDRA, RIZKY, SRI, Someone, TONO, WATI, World,
};

const ALL: &str = "/api/v1/reports/sales-progress?within=all";

/// Somebody's deal: its value, when it began and when it ended.
type Deal<'a> = (Someone, &'a str, OpportunityKind, i64, &'a str, &'a str);

const WON: OpportunityKind = OpportunityKind::Won;
const LOST: OpportunityKind = OpportunityKind::Lost;

/// Ayu won two of three in February and March, Wati one in rupiah and one in dollars.
const DEALS: &[Deal<'_>] = &[
    (AYU, "A1", WON, 1_000_000, "2026-01-05", "2026-02-04"),
    (AYU, "A2", LOST, 0, "2026-02-01", "2026-02-20"),
    (AYU, "A3", WON, 500_000, "2026-02-20", "2026-03-02"),
    (WATI, "W1", WON, 250_000, "2026-01-01", "2026-03-01"),
    (WATI, "W2", WON, 99_00, "2026-01-01", "2025-03-15"),
];

async fn world(deals: &[Deal<'_>]) -> World {
    let world = World::with(crate::routes()).await;
    let tx = Ctx::begin(world.ctx(SRI)).await.unwrap();
    let row = |(owner, key, kind, value, from, to): &Deal<'_>| opportunity::ActiveModel {
        company_id: Set(tx.actor.company),
        id: Set(OpportunityId(testing::id(key))),
        owner_id: Set(owner.person()),
        account_id: Set((*owner == AYU).then(|| AccountId(testing::id("toko-maju")))),
        product_id: Set(Some(ProductId(testing::id("kertas")))),
        external_key: Set(Some((*key).to_owned())),
        name: Set((*key).to_owned()),
        name_key: Set(key.to_lowercase()),
        pipeline: Set("new_business".to_owned()),
        stage: Set(if *kind == WON { "Won" } else { "Lost" }.to_owned()),
        kind: Set(*kind),
        engaged_on: Set(Some(from.parse().unwrap())),
        closed_on: Set(Some(to.parse().unwrap())),
        value_amount: Set(Some(*value)),
        value_currency: Set(if *key == "W2" { "USD" } else { "IDR" }.to_owned()),
        created_at: Set(tx.now),
        stage_since: Set(tx.now),
        updated_at: Set(tx.now),
        version: Set(1),
        ..Default::default()
    };
    tx.insert_all(deals.iter().map(row).collect::<Vec<_>>()).await.unwrap();
    tx.commit().await.unwrap();
    world
}

/// The label and the figures of each line.
fn lines(report: &Json) -> Vec<(String, Vec<String>)> {
    let figures = |line: &Json| {
        let figures = line["figures"].as_array().unwrap().iter();
        figures.map(|it| it["value"].as_str().unwrap_or("-").to_owned()).collect()
    };
    let lines = report["lines"].as_array().unwrap().iter();
    lines.map(|it| (it["label"].as_str().unwrap().to_owned(), figures(it))).collect()
}

fn line(name: &str, figures: [&str; 6]) -> (String, Vec<String>) {
    (name.to_owned(), figures.map(str::to_owned).to_vec())
}

async fn asked(world: &World, who: Someone, more: &str) -> Json {
    asked_of(world, who, &format!("within=all{more}")).await
}

async fn asked_of(world: &World, who: Someone, query: &str) -> Json {
    let seen = world.browse(who).get(&format!("/api/v1/reports/sales-progress?{query}")).await;
    assert_eq!(seen.status, 200, "{}", seen.body);
    seen.json()
}

#[tokio::test]
async fn agents_are_told_apart_and_whoever_has_nothing_is_there() {
    let world = world(DEALS).await;

    let report = asked(&world, HENDRA, "&currency=IDR").await;

    assert_eq!(
        lines(&report),
        [
            line("Ayu Lestari", ["2", "1", "66.67", "1500000", "750000", "20.0"]),
            line("Wati", ["1", "0", "100.00", "250000", "250000", "59.0"]),
            line("Rizky Pratama", ["0", "0", "-", "0", "-", "-"]),
        ]
    );
    let rate = &report["total"][0]["figures"][2];
    assert_eq!(
        (&rate["part"], &rate["whole"], &rate["value"]),
        (&"3".into(), &"4".into(), &"75.00".into())
    );
}

#[tokio::test]
async fn a_report_reaches_no_further_than_its_reader() {
    let world = world(DEALS).await;
    let won = async |who: Someone| {
        let report = asked(&world, who, "&currency=IDR").await;
        report["total"][0]["figures"][0]["value"].as_str().map(str::to_owned)
    };

    for (who, expected) in [
        (SRI, Some("3")),
        (FAJAR, Some("3")),
        (HENDRA, Some("3")),
        (BUDI, Some("2")),
        (AYU, Some("2")),
        (WATI, Some("1")),
        (RIZKY, None),
        (GILANG, None),
        (ANDI, None),
    ] {
        assert_eq!(won(who).await.as_deref(), expected, "{who:?}");
    }
    // Whoever may see no deals finds no report of them, and nobody finds what is none.
    for who in [DEWI, TONO] {
        assert_eq!(world.browse(who).get(ALL).await.status, 404, "{who:?}");
    }
    assert_eq!(world.browse(None).get(ALL).await.status, 401);
    assert_eq!(world.browse(SRI).get("/reports/nosuch").await.status, 404);
    // A filter finds nothing beyond the reach either.
    let ayu = testing::id("ayu");
    let others = asked(&world, RIZKY, &format!("&person={ayu}")).await;
    assert_eq!(others["total"].as_array().unwrap().len(), 0);
    let behind = format!("/reports/sales-progress/rows?within=all&person={ayu}");
    assert!(!world.browse(RIZKY).get(&behind).await.body.contains("A1"));
}

#[tokio::test]
async fn every_part_of_a_period_is_in_it_and_beside_the_one_before() {
    let world = world(DEALS).await;

    let report =
        asked_of(&world, BUDI, "from=2026-01-01&to=2026-03-31&by=month&compare=year-before").await;

    let won: Vec<_> =
        lines(&report).into_iter().map(|(label, figures)| (label, figures[0].clone())).collect();
    let expected = [("Jan 2026", "0"), ("Feb 2026", "1"), ("Mar 2026", "1")];
    assert_eq!(won, expected.map(|(month, won)| (month.to_owned(), won.to_owned())));
    assert_eq!(report["compared_with"]["from"], "2025-01-01");

    let wati =
        asked_of(&world, WATI, "from=2026-01-01&to=2026-03-31&by=month&compare=year-before").await;
    let march = &wati["lines"][2];
    assert_eq!(march["key"], "2026-03");
    assert_eq!(march["figures"][0]["value"], "1");
    assert_eq!(march["before"][0]["value"], "0", "the year before was in dollars");
}

#[tokio::test]
async fn currencies_are_never_added() {
    let world = world(DEALS).await;

    let report = asked(&world, WATI, "&by=quarter").await;
    let page = world.browse(WATI).get("/reports/sales-progress?within=all&by=quarter").await;

    let total = report["total"].as_array().unwrap();
    let of = |it: &Json| (it["currency"].clone(), it["figures"][3]["value"].clone());
    assert_eq!(
        total.iter().map(of).collect::<Vec<_>>(),
        [("IDR".into(), "250000".into()), ("USD".into(), "99.00".into())]
    );
    assert!(page.body.contains("USD 99.00") && page.body.contains("Rp250.000"), "{}", page.body);
}

#[tokio::test]
async fn a_figure_leads_to_what_stands_behind_it() {
    let world = world(DEALS).await;
    let ayu = testing::id("ayu");

    let page = world.browse(BUDI).get("/reports/sales-progress?within=all&by=month").await;
    let behind = format!("/reports/sales-progress/rows?within=all&by=person&person={ayu}");
    let rows = world.browse(BUDI).get(&format!("{behind}&month=2026-02")).await;

    assert!(page.body.contains("month=2026-02"), "{}", page.body);
    // Short words may stand in what is drawn by lot (a nonce, an id): names stand between marks.
    for (name, is_there) in [(">A1<", true), (">A2<", true), (">A3<", false)] {
        assert_eq!(rows.body.contains(name), is_there, "{name}: {}", rows.body);
    }
    assert!(rows.body.contains("Toko Maju") && rows.body.contains("Kertas A4"));
    let first = world.browse(BUDI).get(&format!("{behind}&limit=2")).await;
    assert!(first.body.contains(">A3<") && !first.body.contains(">A1<"), "{}", first.body);
    let next = first.body.split("rel=\"next\"").next().unwrap().rsplit("href=\"").next().unwrap();
    let next = next.split('"').next().unwrap().replace("&amp;", "&");
    assert!(world.browse(BUDI).get(&next).await.body.contains(">A1<"), "{next}");
}

#[tokio::test]
async fn two_axes_make_a_table_of_both() {
    let world = world(DEALS).await;

    let page = world
        .browse(HENDRA)
        .get("/reports/sales-progress?within=all&by=person&split=month&show=won&currency=IDR")
        .await;
    let report = asked(&world, HENDRA, "&by=person&split=industry&currency=IDR").await;

    assert!(page.body.contains("Feb 2026") && page.body.contains("heat-5"), "{}", page.body);
    let cells = report["split"]["cells"].as_array().unwrap();
    let keys: Vec<_> = cells.iter().map(|it| it["keys"][1].as_str()).collect();
    assert!(keys.contains(&Some("retail")) && keys.contains(&None), "{report}");
}

#[tokio::test]
async fn a_report_is_taken_out_by_whoever_may_and_the_audit_says_so() {
    let world = world(&[(AYU, "=1+1", WON, 5, "2026-02-01", "2026-02-02")]).await;

    let csv = world.browse(BUDI).get("/reports/sales-progress/table.csv?within=all").await;
    let xlsx = world.browse(BUDI).get("/reports/sales-progress/table.xlsx?within=all").await;
    let own = world.browse(AYU).get("/reports/sales-progress/table.csv?within=all").await;

    assert_eq!((csv.status, xlsx.status, own.status), (200, 200, 403));
    assert!(csv.body.contains("Ayu Lestari,IDR,1,0,100.00,5,5,1.0"), "{}", csv.body);
    let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(xlsx.bytes)).unwrap();
    let sheet = book.worksheet_range_at(0).unwrap().unwrap();
    let ayu: Vec<_> = sheet.rows().nth(1).unwrap().iter().take(5).cloned().collect();
    let number = |it: f64| Data::Float(it);
    let text = |it: &str| Data::String(it.to_owned());
    assert_eq!(ayu, [text("Ayu Lestari"), text("IDR"), number(1.0), number(0.0), number(100.0)]);
    let sought = Sought { name: "reports.exported".to_owned(), ..Sought::default() };
    let taken = frame::stream::audit(&world.ctx(SRI), &sought, 9).await;
    assert_eq!(taken.unwrap().len(), 2);
}

#[tokio::test]
async fn what_cannot_be_asked_is_said() {
    let world = world(&[]).await;

    for wrong in [
        "by=colour",
        "by=stage",
        "within=yesterday",
        "from=monday",
        "show=luck",
        "compare=never",
        "split=weather",
        "account=x",
        "month=%25",
        "quarter=2017-Q5",
    ] {
        let seen = world.browse(SRI).get(&format!("/api/v1/reports/sales-progress?{wrong}")).await;
        assert_eq!(seen.status, 400, "{wrong}: {}", seen.body);
    }
    let empty = world.browse(SRI).get("/reports/sales-progress").await;
    assert!(empty.status == 200 && empty.body.contains("Ayu Lestari"), "everybody who sells");
}

#[tokio::test]
async fn a_report_and_the_pack_are_documents_within_reach() {
    let world = world(DEALS).await;

    for (who, status) in [(SRI, 200), (BUDI, 200), (FAJAR, 200), (AYU, 403), (TONO, 404)] {
        let report = world.browse(who).get("/reports/sales-progress/table.pdf?within=all").await;
        assert_eq!(report.status, status, "{}", who.name);
        assert_eq!(report.body.starts_with("%PDF-"), status == 200, "{}", who.name);
    }
    for (who, status) in [(SRI, 200), (BUDI, 200), (FAJAR, 200), (AYU, 403), (TONO, 403)] {
        for asked in ["", "?within=all", "?from=2026-01-01&to=2026-03-31&compare=year-before"] {
            let pack = world.browse(who).get(&format!("/reports/pack.pdf{asked}")).await;
            assert_eq!(pack.status, status, "{} {asked}", who.name);
            assert_eq!(pack.body.starts_with("%PDF-"), status == 200, "{}", who.name);
        }
    }
    assert_eq!(world.browse(SRI).get("/reports/pack.pdf?from=2026-13-01").await.status, 400);
}
