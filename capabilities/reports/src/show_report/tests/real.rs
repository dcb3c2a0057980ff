//! CRM Sales Opportunities (Maven Analytics, public domain): figures that a spreadsheet gives too.

use std::path::Path;

use importing::{Import, preset, source_file};
use kernel::Lang;
use testing::{SRI, World};

use super::{asked, lines};

async fn imported() -> World {
    let world = World::with(crate::routes()).await;
    let folder =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../testdata/crm-sales-opportunities");
    let mapping = preset::named("crm-sales-opportunities").unwrap();
    let sources = source_file::gather(&[folder], &mapping).unwrap();
    let import = Import {
        preset: "crm-sales-opportunities",
        mapping: &mapping,
        sources: &sources,
        lang: Lang::En,
    };
    importing::import(&world.ctx(SRI), &import, |_| ()).await.unwrap();
    world
}

/// 4,238 won, 2,473 lost, 63.15 % and 10,005,534 dollars; five agents have no deal at all.
#[tokio::test]
async fn the_real_deals_give_the_figures_of_their_files() {
    let world = imported().await;

    let agents = asked(&world, SRI, "").await;
    let total = &agents["total"][0]["figures"];
    let total: Vec<_> = (0..4).map(|it| total[it]["value"].as_str().unwrap()).collect();
    assert_eq!(total, ["4238", "2473", "63.15", "10005534.00"]);
    let by_agent = lines(&agents);
    assert_eq!(by_agent[0].0, "Darcel Schlecht");
    assert_eq!(by_agent[0].1[3], "1153214.00");
    let idle =
        by_agent.iter().filter(|it| it.1[0] == "0" && it.1[1] == "0").map(|it| it.0.as_str());
    let imported_idle = idle.filter(|it| {
        ["Mei-Mei Johns", "Elizabeth Anderson", "Natalya Ivanova", "Carol Thompson", "Carl Lin"]
            .contains(it)
    });
    assert_eq!(imported_idle.count(), 5);

    for (by, first, value) in [
        ("office", "West", "3568647.00"),
        ("manager", "Melvin Marxen", "2251930.00"),
        ("product", "GTX Pro", "3510578.00"),
        ("quarter", "Q1 2017", "1134672.00"),
    ] {
        let report = asked(&world, SRI, &format!("&by={by}")).await;
        let lines = lines(&report);
        assert_eq!((lines[0].0.as_str(), lines[0].1[3].as_str()), (first, value), "{by}");
        let sum: f64 = lines.iter().map(|it| it.1[3].parse::<f64>().unwrap()).sum();
        assert!((sum - 10_005_534.0).abs() < 0.001, "{by} adds up to {sum}");
    }
}
