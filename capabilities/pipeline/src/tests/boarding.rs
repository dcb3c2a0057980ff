//! The board: a column for each stage, cut at a sensible number, with what lies in it.

use testing::{ANDI, AYU, BUDI, DEWI, FAJAR, SRI};

use super::{imported, opened, path, world};
use crate::opportunity::OpportunityKind::{Open, Won};

const BOARD: &str = "/opportunities/board";

#[tokio::test]
async fn a_column_tells_how_many_how_much_and_how_likely() {
    let world = world().await;
    let ayu = world.browse(AYU);
    opened(&ayu, "Kertas", 1_000).await;
    opened(&ayu, "Tinta", 2_010).await;
    imported(
        &world,
        &[
            ("D1", AYU, "Engaging", Open, Some(8_000), "2025-11-01"),
            ("D2", AYU, "Won", Won, Some(77_000), "2026-02-20"),
            ("D3", AYU, "Won", Won, Some(99_000), "2017-02-20"),
        ],
    )
    .await;

    let board = ayu.get(BOARD).await.body;

    for part in [
        "Rp3.010",
        "Weighted Rp301",
        "10% likely",
        "Weighted Rp2.000",
        "Stale",
        "121 days in this stage",
        "Rp77.000",
        "Last 30 days",
        "Toko Maju",
    ] {
        assert!(board.contains(part), "{part}: {board}");
    }
    assert!(!board.contains("Kertas D3"), "it ended long ago: {board}");
}

#[tokio::test]
async fn a_long_column_is_cut_and_leads_to_the_list() {
    let world = world().await;
    let keys: Vec<String> = (0..23).map(|it| format!("D{it:02}")).collect();
    let rows: Vec<_> = keys
        .iter()
        .map(|key| (key.as_str(), AYU, "Engaging", Open, Some(1), "2026-02-20"))
        .collect();
    imported(&world, &rows).await;

    let board = world.browse(AYU).get(BOARD).await.body;

    assert_eq!(board.matches("class=\"deal-card").count(), 20, "{board}");
    assert!(board.contains("3 more in the list"), "{board}");
    assert!(board.contains("/opportunities?pipeline=new_business&#38;stage=Engaging"), "{board}");
}

#[tokio::test]
async fn a_card_moves_without_a_script_and_goes_back() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let deal = opened(&ayu, "Kertas", 1_000).await;
    let card = "stage=Proposal&version=1&back=board";

    let moved = ayu.post(&path(&deal, "/stage"), card).await;

    assert!(moved.location().starts_with(BOARD), "{}", moved.location());
    let board = ayu.get(moved.location()).await.body;
    assert!(board.contains("Kertas is now in Proposal"), "{board}");
    let undo = "stage=Prospecting&version=2&back=board";
    assert_eq!(ayu.post(&path(&deal, "/stage"), undo).await.status, 303);
    let now = ayu.get(&super::api(&deal, "")).await.json();
    assert_eq!((&now["stage"], now["log"].as_array().unwrap().len()), (&"Prospecting".into(), 3));
}

#[tokio::test]
async fn whoever_reads_alone_finds_no_way_to_move() {
    let world = world().await;
    opened(&world.browse(AYU), "Kertas", 1_000).await;

    for (who, cards, forms) in [(AYU, 1, 1), (BUDI, 1, 1), (SRI, 1, 1), (FAJAR, 1, 0), (ANDI, 0, 0)]
    {
        let board = world.browse(who).get(BOARD).await;
        assert_eq!(board.status, 200, "{}", who.name);
        assert_eq!(board.body.matches("class=\"deal-card").count(), cards, "{}", who.name);
        assert_eq!(board.body.matches("draggable=\"true\"").count(), forms, "{}", who.name);
    }
    assert_eq!(world.browse(DEWI).get(BOARD).await.status, 403);
    assert_eq!(world.browse(AYU).get("/opportunities/board?pipeline=none").await.status, 404);
}
