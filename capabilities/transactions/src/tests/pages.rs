//! The ledger in the browser.

use serde_json::json;
use testing::{AYU, DEWI, FAJAR, id};

use super::{MAJU, invoice, pay, record, world};

#[tokio::test]
async fn an_empty_ledger_says_where_transactions_come_from() {
    let world = world().await;

    let seen = world.browse(FAJAR).get("/transactions").await;

    assert!(seen.body.contains("jembatan import online-retail"), "{}", seen.body);
    assert_eq!(world.browse(DEWI).get("/transactions").await.status, 403);
}

#[tokio::test]
async fn the_list_keeps_its_filters_and_says_what_all_comes_to() {
    let world = world().await;
    record(&world, &invoice("INV-1")).await;
    let mut pounds = invoice("INV-2");
    (pounds["currency"], pounds["due_on"]) = (json!("GBP"), json!("2026-12-01"));
    record(&world, &pounds).await;

    let all = world.browse(AYU).get("/transactions").await.body;
    for part in ["Rp138.750,415", "GBP 138,750.415", "INV-1", "INV-2", "Toko Maju", "Overdue"] {
        assert!(all.contains(part), "{part}: {all}");
    }
    let some = world.browse(AYU).get("/transactions?state=open&q=inv-2&from=2026-02-01").await.body;
    assert!(some.contains("INV-2") && !some.contains("INV-1"), "{some}");
    let none = world.browse(AYU).get("/transactions?kind=adjustment").await.body;
    assert!(none.contains("No transaction fits"), "{none}");
    let gift = world.browse(AYU).get("/transactions?kind=gift").await.body;
    assert!(gift.contains("no longer there") && !gift.contains("INV-1"), "{gift}");
    let other = format!("/transactions?account_id={}", id("warung-sari"));
    let other = world.browse(AYU).get(&other).await.body;
    assert!(other.contains("not for you") && !other.contains("Warung Sari"), "{other}");
    assert_eq!(world.browse(AYU).get("/api/v1/invoices?kind=gift").await.status, 400);
    let chosen = world.browse(AYU).get("/transactions?columns=due,tax&q=inv-2").await.body;
    assert!(chosen.contains(">Due</th>") && !chosen.contains(">Total</th>"), "{chosen}");
    assert!(chosen.contains(r#"href="/transactions?columns=due%2Ctax""#), "{chosen}");
}

#[tokio::test]
async fn a_document_s_page_says_why_so_much_is_owed() {
    let world = world().await;
    let made = record(&world, &invoice("INV-1")).await.json();
    pay(&world, "BCA-1", &made, "100000").await;

    let path = format!("/transactions/{}", made["id"].as_str().unwrap());
    let seen = world.browse(AYU).get(&path).await.body;

    for part in [
        "Invoice INV-1",
        "Kertas A4",
        "PPN 11%",
        "Rp10.000,25",
        "Payment of 1 Mar 2026 (BCA-1)",
        "−Rp100.000",
        "Rp38.750,415",
        "Indonesia",
    ] {
        assert!(seen.contains(part), "{part}: {seen}");
    }
}

#[tokio::test]
async fn a_client_s_page_shows_the_year_at_a_glance() {
    let world = world().await;
    let page = format!("/accounts/{}", id(MAJU));
    let before = world.browse(AYU).get(&page).await.body;
    assert!(!before.contains("Last invoice"), "nothing bought, no panel: {before}");
    let made = record(&world, &invoice("INV-1")).await.json();
    pay(&world, "BCA-1", &made, "8750.415").await;

    let seen = world.browse(AYU).get(&page).await.body;

    for part in
        ["Last invoice", "INV-1", "Sales Apr 2025 – Mar 2026 (IDR)", "Rp130.000", "Rp125.000,375"]
    {
        assert!(seen.contains(part), "{part}: {seen}");
    }
    assert_eq!(seen.matches("class=\"bar\"").count(), 12);
}
