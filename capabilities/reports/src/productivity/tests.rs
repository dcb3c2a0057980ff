mod rejected;

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
    let xlsx = world.browse(BUDI).get(&format!("/team/productivity.xlsx?{PERIOD}")).await;
    assert!(xlsx.body.starts_with("PK"), "a zip");
    for someone in [AYU, RIZKY] {
        assert_eq!(world.browse(someone).get("/team/productivity.csv").await.status, 403);
    }
    assert_eq!(world.browse(None).get("/team/productivity.csv").await.status, 303);
}
