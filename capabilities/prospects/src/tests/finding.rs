//! Prospects are found by list, search and file, within reach and no further.

use serde_json::{Value, json};
use testing::{ANDI, AYU, BUDI, FAJAR, GILANG, RIZKY, SRI, Someone, WATI, World};

use super::{API, in_turn, named, rule, world, written};

async fn names(world: &World, who: Someone, query: &str) -> Vec<String> {
    let seen = world.browse(who).get(&format!("{API}{query}")).await;
    assert_eq!(seen.status, 200, "{}", seen.body);
    let json = seen.json();
    let items = json["items"].as_array().unwrap().iter();
    items.map(|it| it["name"].as_str().unwrap().to_owned()).collect()
}

async fn some(world: &World) {
    let ayu = world.browse(AYU);
    let clinic = json!({
        "name": "Klinik Harapan", "city": "Bandung", "province": "Jawa Barat",
        "industry": "Klinik", "source": "website", "phone": "0812-5550-991",
    });
    written(&ayu, &clinic).await;
    written(&ayu, &json!({ "name": "Hotel 50%", "city": "Bogor", "source": "referral" })).await;
    written(&world.browse(WATI), &named("Warung Rahasia")).await;
    written(&world.browse(SRI), &json!({ "name": "Apotek Menunggu", "owner_id": "inbox" })).await;
}

#[tokio::test]
async fn a_list_is_narrowed_sorted_and_read_on() {
    let world = world().await;
    some(&world).await;

    for (query, found) in [
        ("?sort=name", vec!["Hotel 50%", "Klinik Harapan"]),
        ("?q=harap", vec!["Klinik Harapan"]),
        ("?q=0812+5550+991", vec!["Klinik Harapan"]),
        ("?q=50%25", vec!["Hotel 50%"]),
        ("?place=jawa+barat", vec!["Klinik Harapan"]),
        ("?industry=KLINIK", vec!["Klinik Harapan"]),
        ("?source=referral", vec!["Hotel 50%"]),
        ("?status=converted", vec![]),
        ("?status=open&sort=created", vec!["Klinik Harapan", "Hotel 50%"]),
    ] {
        let mut names = names(&world, AYU, query).await;
        if query.contains("created") {
            names.sort();
            names.reverse();
        }
        assert_eq!(names, found, "{query}");
    }
    let page = world.browse(AYU).get(&format!("{API}?sort=name&limit=1")).await.json();
    let next = page["next_cursor"].as_str().unwrap();
    assert_eq!(
        names(&world, AYU, &format!("?sort=name&limit=1&cursor={next}")).await,
        ["Klinik Harapan"]
    );
    for wrong in ["?sort=x", "?status=x", "?owner_id=x", &format!("?sort=created&cursor={next}")] {
        assert_eq!(world.browse(AYU).get(&format!("{API}{wrong}")).await.status, 400, "{wrong}");
    }
    assert_eq!(names(&world, BUDI, "?owner_id=none").await, ["Apotek Menunggu"]);
}

#[tokio::test]
async fn a_junior_finds_nothing_of_another_team_s() {
    let world = world().await;
    some(&world).await;
    let secret = "Rahasia";

    for who in [AYU, RIZKY, BUDI, GILANG, ANDI] {
        let browser = world.browse(who);
        for address in [
            "/prospects",
            "/prospects?q=Rahasia",
            "/prospects.csv",
            "/prospects.xlsx",
            "/prospects/inbox?of=all",
            "/prospects/people",
            "/search?q=Rahasia",
            "/api/v1/search?q=Rahasia",
            "/api/v1/prospects?q=Rahasia",
            "/api/v1/prospects/inbox?of=all",
            "/notices",
        ] {
            let seen = browser.get(address).await;
            let told = seen.body.replace("value=\"Rahasia\"", "").replace("“Rahasia”", "");
            assert!(!told.contains(&format!("Warung {secret}")), "{} {address}", who.name);
        }
    }
    let inbox = names(&world, AYU, "").await;
    assert!(!inbox.contains(&"Apotek Menunggu".to_owned()), "{inbox:?}");
}

#[tokio::test]
async fn the_one_search_finds_them() {
    let world = world().await;
    some(&world).await;

    let hits = |found: Value| {
        let kind = found.as_array().unwrap().iter().find(|it| it["kind"] == "prospect").cloned();
        kind.map(|it| it["hits"][0]["title"].clone()).unwrap_or_default()
    };
    let browser = world.browse(AYU);

    for words in ["harapn", "Klinik", "08125550991"] {
        let found = browser.get(&format!("/api/v1/search?q={words}")).await.json();
        assert_eq!(hits(found.clone()), "Klinik Harapan", "{words}: {found}");
    }
    let finance = world.browse(FAJAR).get("/api/v1/search?q=Klinik").await.json();
    assert_eq!(hits(finance), Value::Null);
}

#[tokio::test]
async fn the_list_is_a_file_for_whoever_may_take_it_out() {
    let world = world().await;
    some(&world).await;
    written(&world.browse(AYU), &json!({ "name": "=1+1 Toko", "source": "website" })).await;

    let taken = world.browse(BUDI).get("/prospects.csv?source=website").await;

    assert_eq!(taken.status, 200);
    for part in ["Name of the prospect", "Klinik Harapan", "'=1+1 Toko", "Jawa Barat"] {
        assert!(taken.body.contains(part), "{part}: {}", taken.body);
    }
    assert!(!taken.body.contains("Warung") && !taken.body.contains("Hotel"), "{}", taken.body);
    assert_eq!(world.browse(AYU).get("/prospects.csv").await.status, 403);
    assert_eq!(world.browse(FAJAR).get("/prospects.csv").await.status, 403);
}

#[tokio::test]
async fn pages_say_what_to_do_first() {
    let world = world().await;
    let empty = world.browse(AYU).get("/prospects").await.body;
    assert!(empty.contains("No prospects yet") && empty.contains("/prospects/new"), "{empty}");
    rule(&world, &in_turn("")).await;
    let inbox = world.browse(BUDI).get("/prospects/inbox").await.body;
    assert!(inbox.contains("The inbox is empty"), "{inbox}");
    some(&world).await;
    let list = world.browse(BUDI).get("/prospects").await.body;
    assert!(list.contains("1 prospect waits in the inbox"), "{list}");
}
