//! Payments are looked through, told to programs and taken out, each as far as somebody reaches.

use frame::stream::{Sought, audit};
use serde_json::{Value as Json, json};
use testing::{
    ANDI, AYU, BUDI, DEWI, FAJAR, HENDRA, MAYA, RIZKY, SARI, SRI, Seen, TONO, WATI, World, id,
};

use super::{MAJU, invoice, pay, record, world};

/// One payment that is allocated as a whole, one in part, and one in pounds not at all.
async fn three(world: &World) -> Json {
    let made = record(world, &invoice("INV-1")).await.json();
    let first = pay(world, "BCA-1", &made, "100000").await;
    assert_eq!(first.status, 201, "{}", first.body);
    for payment in [
        json!({
            "key": "=BCA-2", "account_id": id(MAJU), "day": "2026-02-10", "currency": "IDR",
            "amount": "50000", "note": "+62 kasir",
            "allocations": [{"invoice_id": made["id"], "amount": "20000"}],
        }),
        json!({
            "key": "BCA-3", "account_id": id(MAJU), "day": "2026-02-01", "currency": "GBP",
            "amount": "12.5", "method": "Transfer bank",
        }),
    ] {
        let seen = world.browse(FAJAR).post_json("/api/v1/payments", &payment).await;
        assert_eq!(seen.status, 201, "{}", seen.body);
    }
    made
}

fn keys(seen: &Seen) -> Vec<String> {
    let json = seen.json();
    let items = json["items"].as_array().unwrap();
    items.iter().map(|it| it["key"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn payments_are_listed_from_the_latest_day_on_and_narrowed() {
    let world = world().await;
    let made = three(&world).await;
    let ayu = world.browse(AYU);

    let all = ayu.get("/api/v1/payments").await;
    assert_eq!(keys(&all), ["BCA-1", "=BCA-2", "BCA-3"]);
    let json = all.json();
    assert_eq!(json["items"][1]["allocations"][0]["invoice_id"], made["id"]);
    assert_eq!(json["items"][2]["allocations"], json!([]));
    let pounds = json!({"currency": "GBP", "payments": 1, "amount": "12.5", "left": "12.5"});
    let rupiah = json!({"currency": "IDR", "payments": 2, "amount": "150000", "left": "30000"});
    assert_eq!(json["totals"], json!([pounds, rupiah]));
    let maju = format!("account_id={}", id(MAJU));
    for (asked, expected) in [
        ("allocated=none", vec!["BCA-3"]),
        ("allocated=part", vec!["=BCA-2"]),
        ("allocated=all", vec!["BCA-1"]),
        ("currency=gbp", vec!["BCA-3"]),
        ("method=TRANSFER", vec!["BCA-3"]),
        ("q=bca-1", vec!["BCA-1"]),
        ("q=toko", vec!["BCA-1", "=BCA-2", "BCA-3"]),
        ("from=2026-02-05&to=2026-02-28", vec!["=BCA-2"]),
        (maju.as_str(), vec!["BCA-1", "=BCA-2", "BCA-3"]),
    ] {
        let seen = ayu.get(&format!("/api/v1/payments?{asked}")).await;
        assert_eq!(keys(&seen), expected, "{asked}");
    }

    let first = ayu.get("/api/v1/payments?limit=2").await;
    let cursor = first.json()["next_cursor"].as_str().unwrap().to_owned();
    let rest = ayu.get(&format!("/api/v1/payments?limit=2&cursor={cursor}")).await;
    assert_eq!(keys(&first), ["BCA-1", "=BCA-2"]);
    assert_eq!(keys(&rest), ["BCA-3"]);
    for wrong in ["allocated=some", "from=soon", "account_id=me"] {
        let seen = ayu.get(&format!("/api/v1/payments?{wrong}")).await;
        assert_eq!(seen.status, 400, "{wrong}");
    }
}

#[tokio::test]
async fn the_page_says_what_they_come_to_and_what_they_pay() {
    let world = world().await;
    let empty = world.browse(FAJAR).get("/payments").await.body;
    assert!(empty.contains("No payments yet"), "{empty}");
    let made = three(&world).await;
    let ayu = world.browse(AYU);

    let page = ayu.get("/payments").await.body;
    let document = format!(r#"<a href="/transactions/{}">INV-1</a>"#, made["id"].as_str().unwrap());
    for part in [
        "BCA-1",
        "Toko Maju",
        "Rp150.000",
        "Rp30.000",
        "GBP 12.50",
        "Partly allocated",
        document.as_str(),
        r#"<a href="/transactions">Transactions</a>"#,
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    let ledger = ayu.get("/transactions").await.body;
    assert!(ledger.contains(r#"<a href="/payments">Payments</a>"#), "{ledger}");
    let some = ayu.get("/payments?allocated=none&columns=method").await.body;
    assert!(some.contains("Transfer bank") && !some.contains("BCA-1"), "{some}");
    assert!(some.contains(">Method</th>") && !some.contains(">Client</th>"), "{some}");
    let none = ayu.get("/payments?currency=USD").await.body;
    assert!(none.contains("No payment fits"), "{none}");
    let gone = ayu.get("/payments?allocated=some").await.body;
    assert!(gone.contains("no longer there") && !gone.contains("BCA-1"), "{gone}");
    let other = format!("/payments?account_id={}", id("warung-sari"));
    let other = ayu.get(&other).await.body;
    assert!(other.contains("not for you") && !other.contains("Warung Sari"), "{other}");
}

#[tokio::test]
async fn payments_are_seen_through_their_client() {
    let world = world().await;
    three(&world).await;

    for (who, count) in [
        (AYU, Some(3)),
        (BUDI, Some(3)),
        (HENDRA, Some(3)),
        (SRI, Some(3)),
        (FAJAR, Some(3)),
        (RIZKY, Some(0)),
        (WATI, Some(0)),
        (MAYA, Some(0)),
        (SARI, Some(0)),
        (ANDI, Some(0)),
        (DEWI, None),
        (TONO, None),
    ] {
        let browser = world.browse(who);
        let listed = browser.get("/api/v1/payments").await;
        let page = browser.get("/payments").await;
        match count {
            Some(count) => {
                assert_eq!(keys(&listed).len(), count, "{}", who.name);
                assert_eq!(page.body.contains("BCA-1"), 0 < count, "{}", who.name);
                assert_eq!(listed.json()["totals"] == json!([]), count == 0, "{}", who.name);
            }
            None => assert_eq!((listed.status, page.status), (403, 403), "{}", who.name),
        }
    }
    assert_eq!(world.browse(None).get("/api/v1/payments").await.status, 401);
}

#[tokio::test]
async fn payments_are_taken_out_by_whoever_may_and_execute_nothing() {
    let world = world().await;
    three(&world).await;

    for (who, rows) in [(BUDI, 3), (HENDRA, 3), (FAJAR, 3), (SRI, 3), (MAYA, 0), (SARI, 0)] {
        let browser = world.browse(who);
        let text = browser.get("/payments.csv").await;
        assert_eq!(text.status, 200, "{}", text.body);
        assert_eq!(text.body.lines().count(), 1 + rows, "{}", who.name);
        assert_eq!(browser.get("/payments.xlsx").await.sheet().len(), 1 + rows, "{}", who.name);
    }
    for who in [AYU, RIZKY, WATI, DEWI, TONO, ANDI] {
        for path in ["/payments.csv", "/payments.xlsx"] {
            assert_eq!(world.browse(who).get(path).await.status, 403, "{} {path}", who.name);
        }
    }
    assert!(!world.browse(AYU).get("/payments").await.body.contains("/payments.csv"));

    let text = world.browse(BUDI).get("/payments.csv").await.body;
    let second = text.lines().nth(2).unwrap();
    let cells = "'=BCA-2,Toko Maju,2026-02-10,Partly allocated,50000,30000,INV-1,,'+62 kasir,IDR";
    assert!(second.starts_with(cells), "{second}");
    let sheet = world.browse(BUDI).get("/payments.xlsx").await.sheet();
    assert_eq!(sheet[2][0], "=BCA-2", "a text, and no formula");
    assert_eq!(sheet[2][4], "50000");
}

#[tokio::test]
async fn a_file_of_payments_is_narrowed_as_the_list_is_and_remembered() {
    let world = world().await;
    three(&world).await;
    let budi = world.browse(BUDI);

    let page = budi.get("/payments?allocated=none&currency=GBP").await.body;
    assert!(page.contains("/payments.csv?currency=GBP&#38;allocated=none"), "{page}");
    let text = budi.get("/payments.csv?currency=GBP&allocated=none").await.body;
    assert!(text.contains("BCA-3") && text.lines().count() == 2, "{text}");
    let sheet = budi.get("/payments.xlsx?allocated=all&columns=amount,day").await.sheet();
    assert_eq!(sheet[0], ["Key", "Currency", "Amount", "Date"]);
    assert_eq!((sheet.len(), sheet[1][0].as_str()), (2, "BCA-1"));
    assert_eq!(budi.get("/payments.csv?allocated=some").await.status, 400);

    let name = "transactions.payments_exported".to_owned();
    let events = audit(&world.ctx(SRI), &Sought { name, ..Sought::default() }, 9).await.unwrap();
    assert_eq!(events.len(), 2);
    let told: Vec<String> = events.iter().map(|it| it.says()["asked"].to_string()).collect();
    assert!(told.iter().all(|it| it.contains("allocated")), "{told:?}");
}
