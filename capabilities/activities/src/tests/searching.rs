//! The search finds what was written, however it is spelt, for whoever may read it.

use testing::{AYU, HENDRA, RIZKY, Someone, World};

use super::{MAJU, page, world};
use crate::note;

/// The notes that the API finds.
async fn found(world: &World, who: Someone, words: &str) -> Vec<String> {
    let path = frame::web::page::address("/api/v1/search", [("q", words)]);
    let seen = world.browse(who).get(&path).await.json();
    let kinds = seen.as_array().unwrap().iter().filter(|it| it["kind"] == "note");
    let hits = kinds.flat_map(|it| it["hits"].as_array().unwrap());
    hits.map(|it| it["title"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn what_is_written_is_found_at_once() {
    let world = world().await;

    let text = "text=Menunggu+penawaran+kertas";
    world.browse(AYU).post(&format!("{}/notes", page(MAJU)), text).await;

    assert_eq!(found(&world, AYU, "penawarran").await, ["Menunggu penawaran kertas"]);
    assert_eq!(found(&world, RIZKY, "penawaran").await, Vec::<String>::new());
}

/// A company is large: what is one's own is led to by its indexes, and not read out of everything.
#[tokio::test]
async fn what_is_ones_own_is_not_sought_among_everything() {
    let world = world().await;
    for who in [AYU, HENDRA] {
        let ctx = world.ctx(who);

        // PostgreSQL decides by how much there is.
        let Some(plan) = testing::plan(&ctx, &ctx.find::<note::Entity>()).await else { return };
        assert!(plan.contains("account_owner (company_id=? AND owner_id=?)"), "{plan}");
        let whole =
            plan.lines().find(|it| it.starts_with("SCAN") || it.ends_with("(company_id=?)"));
        assert_eq!(whole, None, "{} reads a whole company:\n{plan}", who.name);
    }
}
