//! Steps with new clients as a file, and the checklists that they are of.

use frame::stream::{Sought, audit};
use serde_json::json;
use testing::{ANDI, AYU, BUDI, DEWI, FAJAR, HENDRA, MAYA, RIZKY, SRI, TONO, WATI};

use super::{address, begun, maju, step, world};

#[tokio::test]
async fn the_steps_that_wait_are_taken_out_by_whoever_may() {
    let world = world().await;
    begun(&world.browse(AYU)).await;

    for (who, steps) in [(BUDI, 3), (HENDRA, 3), (FAJAR, 3), (SRI, 3), (MAYA, 0)] {
        let browser = world.browse(who);
        let text = browser.get("/onboarding.csv").await;
        assert_eq!(text.status, 200, "{}", text.body);
        assert_eq!(text.body.lines().count(), 1 + steps, "{}", who.name);
        assert_eq!(browser.get("/onboarding.xlsx").await.sheet().len(), 1 + steps);
        let all = browser.get("/onboarding/checklists.xlsx").await.sheet();
        assert_eq!(all.len(), if steps == 0 { 1 } else { 5 }, "{}", who.name);
    }
    for who in [AYU, RIZKY, WATI, DEWI, TONO, ANDI] {
        for path in ["/onboarding.csv", "/onboarding.xlsx", "/onboarding/checklists.csv"] {
            assert_eq!(world.browse(who).get(path).await.status, 403, "{} {path}", who.name);
        }
    }
    let page = world.browse(AYU).get("/onboarding").await.body;
    assert!(!page.contains("/onboarding.csv") && !page.contains("/checklists.csv"), "{page}");
}

#[tokio::test]
async fn a_file_of_steps_is_narrowed_says_how_each_stands_and_executes_nothing() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let explain = step(&begun(&ayu).await, "explain").clone();
    let client = format!("/api/v1/accounts/{}", maju());
    let called = ayu.ask("PATCH", &client, &json!({"name": "=Toko Maju"}).to_string()).await;
    assert_eq!(called.status, 200, "{}", called.body);
    // The first of the three is late by now.
    world.at("2026-03-05T05:00:00Z");
    let budi = world.browse(BUDI);

    let page = budi.get("/onboarding?when=late").await.body;
    assert!(page.contains("/onboarding.csv?when=late"), "{page}");
    let late = budi.get("/onboarding.csv?when=late").await.body;
    let rows: Vec<&str> = late.lines().skip(1).collect();
    assert_eq!(rows.len(), 1, "{late}");
    assert!(rows[0].starts_with("'=Toko Maju,"), "{late}");
    assert!(rows[0].contains("Fajar Nugroho,2026-03-04,Late,,,"), "{late}");
    let all = budi.get("/onboarding.xlsx").await.sheet();
    assert_eq!((all.len(), all[1][0].as_str()), (4, "=Toko Maju"), "a text, and no formula");
    assert_eq!(all[2][5], "Still to be done");
    assert_eq!(budi.get("/onboarding.csv?when=soon").await.status, 400);

    ayu.post(&address(&explain, "/done"), "").await;
    let text = budi.get("/onboarding/checklists.csv").await.body;
    assert_eq!(text.lines().count(), 5, "{text}");
    assert!(text.contains(",Ayu Lestari,2026-03-09,Done,2026-03-05,,"), "{text}");

    let name = "onboarding.checklists_exported".to_owned();
    let events = audit(&world.ctx(SRI), &Sought { name, ..Sought::default() }, 9).await.unwrap();
    assert_eq!(events.len(), 1);
}
