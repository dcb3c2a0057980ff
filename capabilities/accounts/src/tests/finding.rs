//! Lists and search: within rights, page by page, whatever is typed.

use testing::{ANDI, AYU, BUDI, RIZKY, SRI, WATI};

use super::{kept, tx, world};
use crate::{AccountFields, NewAccount, open_account};

fn names(seen: &testing::Seen) -> Vec<String> {
    let items = seen.json()["items"].as_array().unwrap_or_else(|| panic!("{}", seen.body)).clone();
    items.iter().map(|it| it["name"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn a_list_holds_what_one_may_see() {
    let world = world().await;

    for (who, expected) in [
        (AYU, vec!["Apotek Sehat", "Toko Maju"]),
        (BUDI, vec!["Apotek Sehat", "Toko Maju", "Warung Sari"]),
        (WATI, vec!["Gudang Utara"]),
        (ANDI, vec!["Kapal Bali"]),
    ] {
        let seen = world.browse(who).get("/api/v1/accounts").await;
        assert_eq!(names(&seen), expected, "{}", who.name);
        let page = world.browse(who).get("/accounts").await;
        assert!(expected.iter().all(|it| page.body.contains(it)), "{}", page.body);
    }
}

#[tokio::test]
async fn filters_narrow_and_stay_in_the_address() {
    let world = world().await;
    let browser = world.browse(BUDI);
    let rizky = format!("owner_id={}", RIZKY.person());
    let team = format!("team_id={}", testing::id("selatan"));
    let above = format!("team_id={}", testing::id("jabodetabek"));

    for (filter, expected) in [
        ("q=TOKO", vec!["Toko Maju"]),
        ("q=rina", vec!["Toko Maju"]),
        ("q=0811-1234", vec!["Toko Maju"]),
        ("q=021+555", vec!["Toko Maju"]),
        ("q=021999", vec![]),
        ("q=%2B6221555", vec!["Toko Maju"]),
        ("q=%25", vec![]),
        ("q=_", vec![]),
        ("q=%5C", vec![]),
        ("status=prospect", vec!["Apotek Sehat"]),
        ("tier=C", vec!["Warung Sari"]),
        ("industry=Retail", vec!["Toko Maju"]),
        ("unvisited_days=30", vec!["Apotek Sehat", "Toko Maju", "Warung Sari"]),
        (rizky.as_str(), vec!["Warung Sari"]),
        (team.as_str(), vec!["Apotek Sehat", "Toko Maju", "Warung Sari"]),
        (above.as_str(), vec!["Apotek Sehat", "Toko Maju", "Warung Sari"]),
        ("status=deleted", vec![]),
        ("sort=-updated&limit=1&q=maju", vec!["Toko Maju"]),
    ] {
        let seen = browser.get(&format!("/api/v1/accounts?{filter}")).await;
        assert_eq!(names(&seen), expected, "{filter}");
    }
    let page = browser.get("/accounts?tier=C&q=warung").await;
    assert!(page.body.contains(r#"value="warung""#), "{}", page.body);
    assert!(page.body.contains(r#"<option value="C" selected>"#), "{}", page.body);
}

#[tokio::test]
async fn what_cannot_be_is_said() {
    let world = world().await;

    for filter in
        ["status=dead", "tier=Z", "owner_id=x", "sort=price", "unvisited_days=-1", "limit=0"]
    {
        let seen = world.browse(AYU).get(&format!("/api/v1/accounts?{filter}")).await;
        assert_eq!(seen.status, 400, "{filter}");
    }
    // A cursor of one order is not read in another.
    let first = world.browse(AYU).get("/api/v1/accounts?limit=1").await.json();
    let cursor = first["next_cursor"].as_str().unwrap().to_owned();
    let other =
        world.browse(AYU).get(&format!("/api/v1/accounts?sort=-updated&cursor={cursor}")).await;
    assert_eq!(other.status, 400);
}

#[tokio::test]
async fn every_order_reaches_every_account_once() {
    let world = world().await;
    for name in ["Zamrud", "zamrud", "Ärger", "apotek", "Toko-Maju", "toko Maju 2", "ZZ"] {
        let tx = tx(&world, BUDI).await;
        let owner = Some(AYU.person());
        let fields = AccountFields::named(name);
        let made = open_account(&tx, NewAccount { id: None, owner, fields }).await;
        kept(tx, made).await;
    }

    for sort in ["name", "-updated", "last_visit"] {
        for who in [AYU, BUDI, SRI] {
            let all = world.browse(who).get(&format!("/api/v1/accounts?sort={sort}")).await;
            let all = names(&all);
            let mut found = Vec::new();
            let mut cursor = String::new();
            loop {
                let path = format!("/api/v1/accounts?sort={sort}&limit=2&cursor={cursor}");
                let page = world.browse(who).get(&path).await;
                found.extend(names(&page));
                match page.json()["next_cursor"].as_str() {
                    Some(next) => next.clone_into(&mut cursor),
                    None => break,
                }
            }
            assert_eq!(found, all, "{sort} {}", who.name);
        }
    }
}

#[tokio::test]
async fn search_finds_accounts_and_people_within_rights() {
    let world = world().await;

    let mine = world.browse(AYU).get("/search?q=rina").await;
    let theirs = world.browse(RIZKY).get("/search?q=rina").await;
    let everything = world.browse(AYU).get("/search?q=%25").await;
    let nothing = world.browse(AYU).get("/search").await;

    let rina = "<mark>Rina</mark> Hartati";
    assert!(mine.body.contains(rina) && mine.body.contains("Toko Maju"), "{}", mine.body);
    assert!(!theirs.body.contains("Hartati"), "{}", theirs.body);
    assert!(!everything.body.contains("Toko Maju"), "{}", everything.body);
    assert_eq!(nothing.status, 200);
}

#[tokio::test]
async fn hostile_words_are_only_words() {
    let world = world().await;
    let path =
        concat!(env!("CARGO_MANIFEST_DIR"), "/../../testdata/hostile-input/naughty-strings.json");
    let naughty: Vec<String> =
        serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();

    let writing = tx(&world, AYU).await;
    for words in &naughty {
        let owner = Some(AYU.person());
        let fields = AccountFields { industry: Some(words.clone()), ..AccountFields::named(words) };
        match open_account(&writing, NewAccount { id: None, owner, fields }).await {
            Ok(_) => {}
            Err(error) => assert!(error.is_refusal(), "{words:?}: {error}"),
        }
    }
    writing.commit().await.unwrap();

    // Every fifth is enough to search for: each is a request.
    for words in naughty.iter().step_by(5) {
        let path = frame::web::page::address("/search", [("q", words.as_str())]);
        let seen = world.browse(BUDI).get(&path).await;
        assert_eq!(seen.status, 200, "{words:?}");
        assert!(!seen.body.contains("<script>alert"), "{words:?}");
    }
    let list = world.browse(AYU).get("/accounts?sort=-updated&limit=200").await;
    assert_eq!(list.status, 200);
    assert!(
        !list.body.contains("<script>alert") && !list.body.contains("<img src=x"),
        "{}",
        list.body
    );
}
