//! Notes are written on the page of a client, by those who may.

use serde_json::json;
use testing::{AYU, BUDI, FAJAR, SRI, WATI};

use super::{MAJU, account, page, tx, world};
use crate::write_note;

#[tokio::test]
async fn a_note_stands_on_the_page() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let notes = format!("{}/notes", page(MAJU));

    let written = ayu.post(&notes, "text=Ingin+diskon+%3Cb%3E").await;
    let empty = ayu.post(&notes, "text=++").await;

    assert_eq!((written.status, empty.status), (303, 422), "{}", written.body);
    let seen = ayu.get(&page(MAJU)).await.body;
    assert!(seen.contains("Ingin diskon &#60;b&#62;"), "{seen}");
}

#[tokio::test]
async fn what_was_typed_stands_on_the_page_of_the_client_with_what_is_wrong() {
    let world = world().await;
    let typed = format!("text=Kabar+panjang{}", "x".repeat(10_001));

    let refused = world.browse(AYU).post(&format!("{}/notes", page(MAJU)), &typed).await;

    assert_eq!(refused.status, 422);
    for part in ["Too long. The most is", "Kabar panjangxx", "<details open>"] {
        assert!(refused.body.contains(part), "{part}: {}", refused.body);
    }
    // Everything else is there as ever, once.
    assert!(refused.body.contains("Jl. Fatmawati 12"), "{}", refused.body);
    assert_eq!(refused.body.matches("class=\"log-sheet\"").count(), 1, "{}", refused.body);
}

#[tokio::test]
async fn whoever_may_not_write_is_offered_no_form() {
    let world = world().await;
    let form = "class=\"log-sheet\"";

    assert!(world.browse(AYU).get(&page(MAJU)).await.body.contains(form));
    let reader = world.browse(FAJAR).get(&page(MAJU)).await;
    assert_eq!(reader.status, 200);
    assert!(!reader.body.contains(form), "{}", reader.body);
    assert!(reader.body.contains("<h2>Timeline</h2>"), "{}", reader.body);
}

#[tokio::test]
async fn whoever_works_on_a_client_writes_about_it() {
    let world = world().await;
    let team = format!("/api/v1/accounts/{}/team/{}", account(MAJU), WATI.person());
    let seat = json!({ "role": "specialist", "kind": "revenue", "share": "20" }).to_string();
    let notes = format!("{}/notes", page(MAJU));
    assert_eq!(world.browse(WATI).post(&notes, "text=Dari+Wati").await.status, 404);

    assert_eq!(world.browse(AYU).ask("PUT", &team, &seat).await.status, 200);

    assert_eq!(world.browse(WATI).post(&notes, "text=Dari+Wati").await.status, 303);
    assert!(world.browse(AYU).get(&page(MAJU)).await.body.contains("Dari Wati"));
}

#[tokio::test]
async fn a_note_needs_an_author_who_may_write() {
    let world = world().await;

    let by_finance = write_note(&tx(&world, FAJAR).await, None, account(MAJU), None, "x").await;
    let by_manager = write_note(&tx(&world, BUDI).await, None, account(MAJU), None, "x").await;
    let elsewhere =
        write_note(&tx(&world, SRI).await, None, account("kapal-bali"), None, "x").await;

    assert_eq!(by_finance.unwrap_err().code(), "denied");
    assert!(by_manager.is_ok());
    assert_eq!(elsewhere.unwrap_err().code(), "not_found");
}
