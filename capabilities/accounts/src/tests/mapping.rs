//! Where clients are: within rights, by city or by distance, with the filters of the list.

use frame::web::tiles::Tiles;
use serde_json::Value;
use testing::{ANDI, AYU, BUDI, FAJAR, RIZKY, Someone, TONO, World};

use super::{account, world};

async fn names(world: &World, who: Someone, query: &str) -> Vec<String> {
    let seen = world.browse(who).get(&format!("/api/v1/account-places{query}")).await;
    assert_eq!(seen.status, 200, "{}", seen.body);
    let json: Value = seen.json();
    let items = json["items"].as_array().unwrap().iter();
    items.map(|it| it["name"].as_str().unwrap().to_owned()).collect()
}

async fn put(world: &World, who: Someone, client: &str, point: &str) {
    let path = format!("/accounts/{}/place", account(client));
    let seen = world.browse(who).post(&path, &format!("point={point}&radius_m=100")).await;
    assert_eq!(seen.status, 303, "{}", seen.body);
}

#[tokio::test]
async fn everybody_sees_the_places_of_the_clients_that_they_see() {
    let world = world().await;
    put(&world, AYU, "apotek-sehat", "-6.3%2C106.9").await;

    assert_eq!(names(&world, AYU, "").await, ["Apotek Sehat", "Toko Maju"]);
    assert_eq!(names(&world, RIZKY, "").await, Vec::<String>::new());
    assert!(names(&world, BUDI, "").await.contains(&"Toko Maju".to_owned()));
    assert!(names(&world, FAJAR, "").await.contains(&"Toko Maju".to_owned()));
    assert!(!names(&world, ANDI, "").await.contains(&"Toko Maju".to_owned()));
    assert_eq!(names(&world, TONO, "").await, Vec::<String>::new());
    let page = world.browse(RIZKY).get("/accounts/map").await;
    assert!(!page.body.contains("Toko Maju"), "{}", page.body);
}

#[tokio::test]
async fn the_nearest_come_first_and_filters_stay() {
    let world = world().await;
    put(&world, AYU, "apotek-sehat", "-7.25%2C112.75").await;

    let from_surabaya = names(&world, AYU, "?near=-7.26,112.74").await;
    let from_jakarta = names(&world, AYU, "?near=-6.2,106.8").await;
    let narrowed = names(&world, AYU, "?near=-7.26,112.74&tier=A").await;
    let page = world.browse(AYU).get("/accounts/map?near=-7.26%2C112.74&tier=A&q=Toko").await.body;

    assert_eq!(from_surabaya, ["Apotek Sehat", "Toko Maju"]);
    assert_eq!(from_jakarta, ["Toko Maju", "Apotek Sehat"]);
    assert_eq!(narrowed, ["Toko Maju"]);
    assert!(page.contains("The nearest first") && page.contains(" km · "), "{page}");
    for kept in ["name=\"tier\" value=\"A\"", "/accounts?q=Toko&#38;tier=A", "value=\"Toko\""] {
        assert!(page.contains(kept), "{kept}: {page}");
    }
}

#[tokio::test]
async fn whoever_has_no_tiles_is_told_so_and_reads_by_city() {
    let world = world().await;

    let page = world.browse(AYU).get("/accounts/map").await.body;

    for said in [
        "No map is set up on this server",
        "Jakarta Selatan (1)",
        "1 client is shown here.",
        "1 client has no known location yet.",
        &format!("/accounts/{}/place", account("apotek-sehat")),
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    assert!(!page.contains("data-tiles"), "{page}");
}

#[tokio::test]
async fn tiles_come_from_whom_the_operator_named_and_from_nobody_else() {
    let tiles = Tiles::read("https://tiles.example/{z}/{x}/{y}.png", "© Ubin").unwrap();
    let world = World::furnished(crate::routes(), |made| made.tiles = Some(tiles)).await;

    let seen = world.browse(AYU).get("/accounts/map").await;

    assert!(seen.body.contains("data-tiles=\"https://tiles.example/{z}/{x}/{y}.png\""));
    assert!(seen.body.contains("© Ubin") && seen.body.contains("Toko Maju"));
    let policy = seen.headers["content-security-policy"].to_str().unwrap();
    assert!(policy.contains("img-src 'self' blob: data: https://tiles.example;"), "{policy}");
}

#[tokio::test]
async fn what_is_no_position_is_told_and_nothing_is_lost() {
    let world = world().await;

    let page = world.browse(AYU).get("/accounts/map?near=di+rumah&q=Toko").await;
    let api = world.browse(AYU).get("/api/v1/account-places?near=999,1").await;

    assert_eq!(page.status, 200);
    for said in ["aria-invalid=\"true\"", "di rumah", "value=\"Toko\"", "Toko Maju"] {
        assert!(page.body.contains(said), "{said}: {}", page.body);
    }
    assert_eq!((api.status, api.json()["code"].as_str()), (400, Some("malformed")));
}
