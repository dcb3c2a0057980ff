//! A client's timeline tells of its deals to those who see them.

use serde_json::json;
use testing::{AYU, BUDI, RIZKY, World, id};

use super::{MAJU, opened, path, world};

fn client() -> String {
    format!("/accounts/{}", id(MAJU))
}

/// Ayu lets Rizky work on Toko Maju; her deals there stay hers.
async fn shared(world: &World) {
    let team = format!("/api/v1{}/team/{}", client(), RIZKY.person());
    let part = json!({ "role": "specialist", "kind": "overlay" }).to_string();
    let put = world.browse(AYU).ask("PUT", &team, &part).await;
    assert_eq!(put.status, 200, "{}", put.body);
}

#[tokio::test]
async fn whoever_shares_a_client_is_not_told_of_a_deal_that_is_not_theirs() {
    let world = world().await;
    shared(&world).await;
    let deal = opened(&world.browse(AYU), "Kertas Rahasia", 7_654_321).await;

    for who in [AYU, BUDI] {
        let page = world.browse(who).get(&client()).await.body;
        assert!(page.contains("Kertas Rahasia"), "{}: {page}", who.name);
    }
    let rizky = world.browse(RIZKY);
    for address in [client(), format!("{}?part=deals", client())] {
        let seen = rizky.get(&address).await;
        assert_eq!(seen.status, 200, "{address}");
        assert!(!seen.body.contains("Kertas Rahasia"), "{address}: {}", seen.body);
    }
    assert_eq!(rizky.get(&path(&deal, "")).await.status, 404);
    // Deleted, it is still told to those whose it was.
    let deleted = world.browse(AYU).post(&path(&deal, "/delete"), "").await;
    assert_eq!(deleted.status, 303, "{}", deleted.body);
    assert!(world.browse(AYU).get(&client()).await.body.contains("Kertas Rahasia"));
    assert!(!rizky.get(&client()).await.body.contains("Kertas Rahasia"));
}

#[tokio::test]
async fn a_page_of_what_happened_is_full_whatever_one_does_not_see() {
    let world = world().await;
    shared(&world).await;
    let notes = format!("{}/notes", client());
    let noted = world.browse(RIZKY).post(&notes, "text=Tutup+hari+Jumat").await;
    assert_eq!(noted.status, 303, "{}", noted.body);
    for number in 0..40 {
        opened(&world.browse(AYU), &format!("Pesanan {number}"), 1_000).await;
    }

    let page = world.browse(RIZKY).get(&client()).await.body;

    assert!(page.contains("Tutup hari Jumat"), "{page}");
}
