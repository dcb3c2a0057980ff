//! Whole lists as files: within rights, as narrowed, and safe in a spreadsheet.

use frame::stream::{Sought, audit};
use kernel::access::Area;
use sea_orm::PaginatorTrait;
use testing::{ANDI, AYU, BUDI, DEWI, FAJAR, HENDRA, MAYA, SRI, Seen, Someone, WATI, World};

use super::{kept, tx, world};
use crate::{AccountFields, NewAccount, account, open_account};

/// The first cell of each row below the head.
fn names(seen: &Seen) -> Vec<String> {
    let rows = seen.body.lines().skip(1);
    rows.map(|it| it.split(',').next().unwrap().to_owned()).collect()
}

async fn open(world: &World, who: Someone, name: &str) {
    let tx = tx(world, who).await;
    let fields = AccountFields { name: name.to_owned(), ..AccountFields::default() };
    let made = open_account(&tx, NewAccount { fields, owner: Some(who.person()), id: None }).await;
    kept(tx, made).await;
}

#[tokio::test]
async fn a_file_holds_what_one_may_take_out() {
    let world = world().await;

    for (who, expected) in [
        (BUDI, vec!["Apotek Sehat", "Toko Maju", "Warung Sari"]),
        (MAYA, vec!["Gudang Utara"]),
        (HENDRA, vec!["Apotek Sehat", "Gudang Utara", "Toko Maju", "Warung Sari"]),
        (FAJAR, vec!["Apotek Sehat", "Gudang Utara", "Toko Maju", "Warung Sari"]),
    ] {
        let seen = world.browse(who).get("/accounts.csv").await;
        assert_eq!(seen.status, 200, "{}", seen.body);
        assert_eq!(names(&seen), expected, "{}", who.name);
    }
    for who in [AYU, WATI, DEWI, ANDI] {
        for path in ["/accounts.csv", "/accounts.xlsx", "/contacts.csv", "/contacts.xlsx"] {
            assert_eq!(world.browse(who).get(path).await.status, 403, "{} {path}", who.name);
        }
        let page = world.browse(who).get("/accounts").await;
        assert!(!page.body.contains("/accounts.csv"), "{}", who.name);
    }
}

#[tokio::test]
async fn a_file_is_narrowed_as_the_list_is() {
    let world = world().await;
    let browser = world.browse(BUDI);

    let page = browser.get("/accounts?tier=C&q=warung").await;
    assert!(page.body.contains("/accounts.csv?q=warung&#38;tier=C"), "{}", page.body);
    assert_eq!(names(&browser.get("/accounts.csv?q=warung&tier=C").await), ["Warung Sari"]);
    assert_eq!(names(&browser.get("/accounts.csv?q=nobody").await), [""; 0]);
    assert_eq!(browser.get("/accounts.csv?tier=Z").await.status, 400);
}

#[tokio::test]
async fn a_file_is_longer_than_a_page_and_executes_nothing() {
    let world = world().await;
    for at in 0..205 {
        open(&world, AYU, &format!("=Toko {at:03}")).await;
    }

    let seen = world.browse(BUDI).get("/accounts.csv?q=toko").await;

    assert_eq!(seen.headers["content-type"], "text/csv; charset=utf-8");
    let mut names = names(&seen);
    assert_eq!(names.len(), 206, "and Toko Maju");
    assert!(names.iter().filter(|it| *it != "Toko Maju").all(|it| it.starts_with("'=Toko")));
    names.dedup();
    assert_eq!(names.len(), 206, "none twice");
}

#[tokio::test]
async fn a_file_shows_one_moment_whatever_happens_meanwhile() {
    let world = world().await;
    let ctx = world.ctx(BUDI).taking_out(Area::Accounts).unwrap();
    let first = account::shown(&ctx).count(&ctx).await.unwrap();

    open(&world, AYU, "Toko Baru").await;

    assert_eq!(account::shown(&ctx).count(&ctx).await.unwrap(), first);
    let later = world.ctx(BUDI).taking_out(Area::Accounts).unwrap();
    assert_eq!(account::shown(&later).count(&later).await.unwrap(), first + 1);
}

#[tokio::test]
async fn contacts_come_with_where_they_are() {
    let world = world().await;

    let seen = world.browse(BUDI).get("/contacts.csv").await;

    assert_eq!(seen.status, 200);
    let rina = seen.body.lines().find(|it| it.contains("Rina")).unwrap();
    assert!(rina.contains("Toko Maju"), "{rina}");
    assert!(!seen.body.contains("Gudang Utara"));
}

#[tokio::test]
async fn that_a_list_was_taken_out_is_remembered() {
    let world = world().await;

    world.browse(BUDI).get("/accounts.xlsx?tier=A").await;

    let sought = Sought { name: "accounts.exported".to_owned(), ..Sought::default() };
    let events = audit(&world.ctx(SRI), &sought, 9).await.unwrap();
    assert_eq!(events.len(), 1);
    let says = events[0].says();
    assert_eq!(says["form"], "xlsx");
    assert!(says["asked"].as_str().unwrap().contains(r#""tier":"A""#), "{says}");
}
