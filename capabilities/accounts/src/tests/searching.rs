//! The search finds what one may see, however it is spelt.

use serde_json::json;
use testing::{AYU, BUDI, HENDRA, RIZKY, SRI, World};

use super::world;

/// What the API finds, as `kind: title`.
async fn found(world: &World, who: testing::Someone, words: &str) -> Vec<String> {
    let path = frame::web::page::address("/api/v1/search", [("q", words)]);
    let seen = world.browse(who).get(&path).await.json();
    let mut found = Vec::new();
    for group in seen.as_array().unwrap() {
        for hit in group["hits"].as_array().unwrap() {
            let title = hit["title"].as_str().unwrap();
            found.push(format!("{}: {title}", group["kind"].as_str().unwrap()));
        }
    }
    found
}

#[tokio::test]
async fn a_slip_of_the_finger_does_no_harm() {
    let world = world().await;

    for words in ["toko maju", "maju toko", "TOKO", "tok maj", "tko maju", "toko mjau", "mau toko"]
    {
        assert!(
            found(&world, AYU, words).await.contains(&"account: Toko Maju".to_owned()),
            "{words}: {:?}",
            found(&world, AYU, words).await
        );
    }
    for words in ["apotik sehat", "apotek seht", "sehat"] {
        assert_eq!(found(&world, AYU, words).await, ["account: Apotek Sehat"], "{words}");
    }
    for words in ["", "zzz", "%", "toko apotek", "#8111234567", "~"] {
        assert_eq!(found(&world, AYU, words).await, Vec::<String>::new(), "{words}");
    }
}

#[tokio::test]
async fn a_number_is_found_in_any_spelling() {
    let world = world().await;

    for number in ["0811-1234", "+62 811 1234 567", "62811", "4567", "0062 811 1234567"] {
        assert_eq!(found(&world, AYU, number).await, ["contact: Rina Hartati"], "{number}");
    }
    assert_eq!(found(&world, AYU, "(021) 555-0101").await, ["account: Toko Maju"]);
    let tax = json!({"tax_number": "01.312.166.0-091.000"});
    let account = format!("/api/v1/accounts/{}", super::account(super::MAJU));
    let seen = world.browse(AYU).ask("PATCH", &account, &tax.to_string()).await;
    assert_eq!(seen.json()["tax_number"], "0013121660091000", "{}", seen.body);
    for number in ["0013121660091000", "01.312.166", "091000"] {
        assert_eq!(found(&world, AYU, number).await, ["account: Toko Maju"], "{number}");
    }
}

#[tokio::test]
async fn what_is_written_is_found_at_once_and_what_was_is_not() {
    let world = world().await;
    let page = format!("/accounts/{}", super::account(super::MAJU));
    let ayu = world.browse(AYU);

    ayu.post(&format!("{page}/edit"), "name=Toko+Makmur&status=client").await;

    assert_eq!(found(&world, AYU, "makmur").await, ["account: Toko Makmur"]);
    assert_eq!(found(&world, AYU, "maju").await, Vec::<String>::new());
    let shown = ayu.get("/search?q=makmur").await;
    assert!(shown.body.contains("Toko <mark>Makmur</mark>"), "{}", shown.body);
}

#[tokio::test]
async fn nobody_finds_what_they_may_not_see() {
    let world = world().await;

    assert_eq!(found(&world, RIZKY, "toko").await, Vec::<String>::new());
    assert_eq!(found(&world, RIZKY, "rina").await, Vec::<String>::new());
    assert_eq!(found(&world, BUDI, "warung").await, ["account: Warung Sari"]);
    assert_eq!(found(&world, SRI, "kapal").await, Vec::<String>::new());
    let offers = world.browse(AYU).get("/search/offers?q=tok").await;
    assert!(offers.body.contains("role=\"option\""), "{}", offers.body);
    assert_eq!(world.browse(testing::DEWI).get("/search/offers?q=tok").await.status, 403);
}

#[tokio::test]
async fn a_deleted_client_is_found_no_more_until_it_is_back() {
    let world = world().await;
    let page = format!("/accounts/{}", super::account(super::MAJU));

    world.browse(AYU).post(&format!("{page}/delete"), "").await;
    let gone = found(&world, AYU, "maju").await;
    world.browse(AYU).post(&format!("{page}/restore"), "").await;

    assert_eq!(gone, Vec::<String>::new());
    assert_eq!(found(&world, AYU, "maju").await, ["account: Toko Maju"]);
}

/// A company is large: what is one's own is led to by its indexes, and not read out of everything.
#[tokio::test]
async fn what_is_ones_own_is_not_sought_among_everything() {
    let world = world().await;
    for who in [AYU, HENDRA] {
        let ctx = world.ctx(who);
        let accounts = ctx.find::<crate::account::Entity>();
        let contacts = ctx.find::<crate::contact::Entity>();

        for plan in [testing::plan(&ctx, &accounts).await, testing::plan(&ctx, &contacts).await] {
            // PostgreSQL decides by how much there is.
            let Some(plan) = plan else { return };
            assert!(plan.contains("account_owner (company_id=? AND owner_id=?)"), "{plan}");
            let whole =
                plan.lines().find(|it| it.starts_with("SCAN") || it.ends_with("(company_id=?)"));
            assert_eq!(whole, None, "{} reads a whole company:\n{plan}", who.name);
        }
    }
}
