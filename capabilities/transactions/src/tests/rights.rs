//! Documents are seen by whoever looks after the client, and written by whoever keeps the books.

use testing::{ANDI, AYU, BUDI, DEWI, FAJAR, HENDRA, MAYA, RIZKY, SARI, SRI, TONO, WATI};

use super::{invoice, record, world};

#[tokio::test]
async fn a_document_is_seen_through_its_client() {
    let world = world().await;
    let made = record(&world, &invoice("INV-1")).await.json();
    let one = made["id"].as_str().unwrap();

    for (who, status, count) in [
        (AYU, 200, Some(1)),
        (BUDI, 200, Some(1)),
        (HENDRA, 200, Some(1)),
        (SRI, 200, Some(1)),
        (FAJAR, 200, Some(1)),
        (RIZKY, 404, Some(0)),
        (WATI, 404, Some(0)),
        (MAYA, 404, Some(0)),
        (DEWI, 404, None),
        (TONO, 404, None),
        (SARI, 404, Some(0)),
        (ANDI, 404, Some(0)),
    ] {
        let browser = world.browse(who);
        for path in [format!("/api/v1/invoices/{one}"), format!("/transactions/{one}")] {
            assert_eq!(browser.get(&path).await.status, status, "{} {path}", who.name);
        }
        let listed = browser.get("/api/v1/invoices").await;
        match count {
            Some(count) => {
                let json = listed.json();
                assert_eq!(json["items"].as_array().unwrap().len(), count, "{}", who.name);
                assert_eq!(json["totals"].as_array().unwrap().len(), count, "{}", who.name);
            }
            None => assert_eq!(listed.status, 403, "{}", who.name),
        }
    }
    assert_eq!(world.browse(None).get("/api/v1/invoices").await.status, 401);
}

#[tokio::test]
async fn only_finance_and_administrators_write() {
    let world = world().await;
    for (who, status) in
        [(FAJAR, 201), (SRI, 200), (AYU, 403), (BUDI, 403), (DEWI, 403), (TONO, 403), (SARI, 422)]
    {
        let seen = world.browse(who).post_json("/api/v1/invoices", &invoice("INV-1")).await;
        assert_eq!(seen.status, status, "{}: {}", who.name, seen.body);
    }
}

#[tokio::test]
async fn documents_and_their_lines_are_taken_out_by_whoever_may() {
    let world = world().await;
    record(&world, &invoice("INV-1")).await;

    for (who, documents) in [(BUDI, 1), (HENDRA, 1), (FAJAR, 1), (SRI, 1), (MAYA, 0), (SARI, 0)] {
        let browser = world.browse(who);
        let file = browser.get("/transactions.csv").await;
        assert_eq!(file.status, 200, "{}", file.body);
        assert_eq!(file.body.lines().count(), 1 + documents, "{}", who.name);
        let lines = browser.get("/transactions/lines.csv").await;
        assert_eq!(documents == 1, lines.body.contains("INV-1"), "{}", who.name);
    }
    for who in [AYU, RIZKY, WATI, DEWI, TONO, ANDI] {
        for path in ["/transactions.csv", "/transactions.xlsx", "/transactions/lines.csv"] {
            assert_eq!(world.browse(who).get(path).await.status, 403, "{} {path}", who.name);
        }
    }
}
