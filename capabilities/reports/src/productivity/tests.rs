mod rejected;

use calamine::{Data, Reader, Xlsx};
use testing::{ANDI, AYU, BUDI, FAJAR, GILANG, HENDRA, RIZKY, SRI, TONO, World};

const PERIOD: &str = "from=2026-03-02&to=2026-03-02";

#[tokio::test]
async fn people_without_visits_still_appear() {
    let world = World::with(crate::routes()).await;

    let page = world.browse(BUDI).get("/team/productivity").await;
    assert!(page.body.contains("Rizky Pratama") && page.body.contains("Ayu Lestari"));
    assert!(!page.body.contains("Wati") && !page.body.contains("Andi"), "{}", page.body);
    let numbers = world.browse(BUDI).get(&format!("/api/v1/reports/productivity?{PERIOD}")).await;
    let rizky = &numbers.json()["people"][1];
    assert_eq!(rizky["name"], "Rizky Pratama");
    assert_eq!((&rizky["tally"]["planned"], &rizky["accounts"]), (&0.into(), &1.into()));
    assert!(rizky["tally"]["pjp_rate"]["percent"].is_null(), "none of nothing");
}

#[tokio::test]
async fn a_report_reaches_no_further_than_its_reader() {
    let world = World::with(crate::routes()).await;
    let people = async |someone| {
        let seen = world.browse(someone).get("/api/v1/reports/productivity").await;
        seen.json()["people"].as_array().map(Vec::len)
    };

    for (someone, count) in [(BUDI, 2), (HENDRA, 3), (SRI, 3), (GILANG, 0), (AYU, 1), (ANDI, 1)] {
        assert_eq!(people(someone).await, Some(count), "{someone:?}");
    }
    for someone in [FAJAR, TONO] {
        assert_eq!(world.browse(someone).get("/team/productivity").await.status, 403);
    }
    assert_eq!(world.browse(None).get("/api/v1/reports/productivity").await.status, 401);
    for period in ["from=2026-03-03&to=2026-03-02", "from=2020-01-01", "from=monday"] {
        let seen = world.browse(BUDI).get(&format!("/team/productivity?{period}")).await;
        assert_eq!(seen.status, 400, "{period}");
    }
}

#[tokio::test]
async fn every_rate_lists_its_visits() {
    let world = World::with(crate::routes()).await;

    for rate in ["pjp", "call", "route"] {
        let why =
            world.browse(BUDI).get(&format!("/team/productivity/why?{PERIOD}&rate={rate}")).await;
        assert_eq!(why.status, 200, "{}", why.body);
        // Its day is not over, so it counts nowhere yet.
        assert!(!why.body.contains("Toko Maju"), "{}", why.body);
    }
    assert_eq!(world.browse(BUDI).get("/team/productivity/why?rate=king").await.status, 400);
    assert_eq!(world.browse(TONO).get("/team/productivity/why?rate=pjp").await.status, 403);
}

#[tokio::test]
async fn a_table_is_taken_out_by_those_who_may_and_executes_nothing() {
    let world = World::with(crate::routes()).await;

    let csv = world.browse(BUDI).get(&format!("/team/productivity.csv?{PERIOD}")).await;
    assert_eq!(csv.status, 200, "{}", csv.body);
    assert!(csv.body.contains("Rizky Pratama,Jakarta Selatan,0,0,0"), "{}", csv.body);
    assert!(csv.body.lines().all(|it| !it.starts_with(['=', '+', '@'])));
    for someone in [AYU, RIZKY] {
        assert_eq!(world.browse(someone).get("/team/productivity.csv").await.status, 403);
    }
    assert_eq!(world.browse(None).get("/team/productivity.csv").await.status, 303);
}

/// The rows of people as the page shows them: name, then its figures.
fn shown(page: &str) -> Vec<Vec<String>> {
    let table = page.split("<table").last().unwrap().split("</tbody>").next().unwrap();
    let text = |cell: &str| {
        let mut text = String::new();
        for part in cell.split('<').skip(1) {
            text.push_str(part.split_once('>').unwrap().1);
        }
        text.trim().to_owned()
    };
    let cells = |row: &str| {
        let parts = row.split("</th>").flat_map(|it| it.split("</td>"));
        parts.map(text).filter(|it| !it.is_empty()).collect()
    };
    table.split("<tr>").skip(2).map(cells).collect()
}

#[tokio::test]
async fn a_spreadsheet_holds_what_the_page_shows() {
    let every = visits::EVERY.to_vec();
    let world = World::furnished(crate::routes(), |made| made.every = every).await;
    let tx = world.ctx(SRI).begin().await.unwrap();
    let person = tx.get::<people::person::Entity>(RIZKY.person()).await.unwrap();
    let mut row = sea_orm::IntoActiveModel::into_active_model(person);
    // A name that a spreadsheet would rather calculate.
    row.name = sea_orm::ActiveValue::Set("=1+1".to_owned());
    tx.update(row).await.unwrap();
    tx.commit().await.unwrap();
    world.at("2026-03-03T05:00:00Z");
    world.work().await;
    let browser = world.browse(BUDI);

    let page = browser.get(&format!("/team/productivity?{PERIOD}")).await;
    let seen = browser.get(&format!("/team/productivity.xlsx?{PERIOD}")).await;

    let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(seen.bytes)).unwrap();
    assert!(book.worksheet_formula("Sheet1").unwrap().is_empty(), "nothing calculates");
    let sheet = book.worksheet_range("Sheet1").unwrap();
    let mut rows = sheet.rows();
    let heads: Vec<String> = rows.next().unwrap().iter().map(ToString::to_string).collect();
    assert_eq!(heads[..4], ["Person", "Team", "Days worked", "Planned"], "{heads:?}");
    let rows: Vec<&[Data]> = rows.collect();
    let shown = shown(&page.body);
    assert_eq!(rows.len(), 2, "a row for each person");
    for (row, shown) in rows.iter().zip(&shown) {
        assert_eq!(row[0], Data::String(shown[0].replace("&#61;", "=").replace("&#43;", "+")));
        for (cell, shown) in row[2..10].iter().zip(&shown[1..9]) {
            assert_eq!(cell, &Data::Float(shown.parse().unwrap()), "{shown:?} in {row:?}");
        }
    }
    let (renamed, other): (Vec<&[Data]>, Vec<&[Data]>) =
        rows.iter().partition(|it| it[0] == Data::String("=1+1".to_owned()));
    // What was planned and not made is counted, on the page and in the sheet.
    let planned_and_missed = (&other[0][3], &other[0][5]);
    assert_eq!(planned_and_missed, (&Data::Float(1.0), &Data::Float(1.0)), "{:?}", other[0]);
    assert_eq!(renamed[0][10], Data::Empty, "none of nothing is no number");
}
