//! Invoices of other accounting programs arrive by their headers, with discounts, fees and taxes to
//! the last unit.

use kernel::Exact;
use testing::{SRI, World};
use transactions::rules::InvoiceKind;
use transactions::{invoice, invoice_line, invoice_tax};

use super::testdata;
use super::web::{all, brought, run, world};
use super::whole::{counts, faults, import};

fn file(name: &str) -> String {
    std::fs::read_to_string(testdata(&format!("ledger-exports/{name}"))).unwrap()
}

fn exact(text: &str) -> Exact {
    text.parse().unwrap()
}

async fn document(world: &World, number: &str) -> invoice::Model {
    let documents = all::<invoice::Entity>(world).await;
    documents.into_iter().find(|it| it.number == number).unwrap_or_else(|| panic!("{number}"))
}

/// Discount and net of each line.
async fn lines(world: &World, of: &invoice::Model) -> Vec<(String, Exact, Exact)> {
    let mut lines = all::<invoice_line::Entity>(world).await;
    lines.retain(|it| it.invoice_id == of.id);
    lines.sort_by_key(|it| it.number);
    lines.into_iter().map(|it| (it.text, it.discount, it.net)).collect()
}

fn line(text: &str, discount: &str, net: &str) -> (String, Exact, Exact) {
    (text.to_owned(), exact(discount), exact(net))
}

/// Sums and judgments are what the documents make them.
async fn is_proven(world: &World) {
    let proof = transactions::prove(&world.ctx(SRI)).await.unwrap();
    assert_eq!(proof.faults, Vec::<String>::new());
}

#[tokio::test]
async fn jurnal_is_known_by_its_header() {
    let world = world().await;

    let (_, done) = import(&world, "penjualan.csv", &file("jurnal-penjualan.csv")).await;
    let (_, again) = import(&world, "penjualan.csv", &file("jurnal-penjualan.csv")).await;

    assert_eq!((counts(&done, "invoice"), &done["summary"]["rejected"]), ([2, 0, 0], &0.into()));
    assert_eq!(counts(&again, "invoice"), [0, 0, 2], "{again}");
    let first = document(&world, "INV-J1").await;
    assert_eq!(first.day.to_string(), "2026-01-15");
    assert_eq!(
        lines(&world, &first).await,
        [
            line("Kertas A4 80 gram", "11000", "99000"),
            line("Pulpen", "0", "50000"),
            line("InvoiceDiscountRate(%)", "0", "-7450"),
            line("ShippingFee", "0", "15000"),
        ]
    );
    // 11 % of what both discounts leave; freight bears none.
    assert_eq!((first.net, first.tax), (exact("156550"), exact("15571")));
    let taxes = all::<invoice_tax::Entity>(&world).await;
    assert_eq!((taxes.len(), taxes[0].base), (1, exact("141550")));
    is_proven(&world).await;
}

#[tokio::test]
async fn the_list_of_invoices_of_quickbooks_is_known_by_its_header() {
    let world = world().await;
    let text = file("quickbooks-invoice-list.csv");

    let (_, done) = import(&world, "Invoice List by Date.csv", &text).await;

    assert_eq!((counts(&done, "invoice"), &done["summary"]["rejected"]), ([2, 0, 0], &0.into()));
    let sold = document(&world, "1041").await;
    assert_eq!((sold.kind, sold.total), (InvoiceKind::Invoice, exact("1250000")));
    assert_eq!(sold.due_on.map(|it| it.to_string()).as_deref(), Some("2026-02-19"));
    let back = document(&world, "1042").await;
    assert_eq!((back.kind, back.total), (InvoiceKind::CreditNote, exact("-75500")));
    is_proven(&world).await;
}

#[tokio::test]
async fn discounts_are_checked_against_the_sums() {
    let world = world().await;
    let text = file("accurate-faktur.csv");
    let other = text.replace("SI-001", "SI-003").replace(";11000;9000;", ";11000;9001;");
    let other = other.replace("SI-002", "SI-004").replace(";12;7500;;;;", ";12;7500;10;8999;;");

    let (_, done) = import(&world, "faktur.csv", &text).await;
    let page = brought(&world, &[("faktur.csv", other.as_bytes())]).await;
    let mut wrong = faults(&world, &page).await;
    wrong.sort_unstable();

    assert_eq!((counts(&done, "invoice"), &done["summary"]["rejected"]), ([2, 0, 0], &0.into()));
    let first = document(&world, "SI-001").await;
    assert_eq!((first.net, first.tax), (exact("140000"), exact("15400")));
    assert_eq!(
        lines(&world, &first).await,
        [
            line("Kertas A4", "11000", "99000"),
            line("Pulpen", "0", "50000"),
            line("Diskon Faktur (Rp)", "0", "-9000"),
        ]
    );
    let fault = |line, column: &str, code: &str| (line, column.to_owned(), code.to_owned());
    assert_eq!(
        wrong,
        [
            fault(2, "Nilai Faktur", "importing.total_differs"),
            fault(3, "Nilai Faktur", "importing.total_differs"),
            fault(4, "Diskon Barang (Rp)", "importing.discount_differs"),
        ]
    );
    is_proven(&world).await;
}

#[tokio::test]
async fn a_tax_that_is_not_its_rate_is_rejected_with_what_it_would_be() {
    let world = world().await;
    let text = "No. Faktur;Tgl Faktur;Pelanggan;Jumlah Harga;Tarif PPN;PPN\n\
        A-1;2026-02-02;Toko Maju;1000000;12%;110000\n\
        A-2;2026-02-02;Toko Maju;1000000;12%;115000\n";

    let page = brought(&world, &[("faktur.csv", text.as_bytes())]).await;
    let wrong = faults(&world, &page).await;
    let path = format!("{}/check", page.replace("/settings", "/api/v1"));
    let check = world.browse(SRI).get(&path).await.body;
    let done = run(&world, &page).await;

    assert_eq!(wrong, [(3, "PPN".to_owned(), "importing.tax_differs".to_owned())]);
    assert!(check.contains("it should be 120,000"), "{check}");
    assert_eq!(counts(&done, "invoice"), [1, 0, 0], "{done}");
    let taxes = all::<invoice_tax::Entity>(&world).await;
    assert_eq!((taxes[0].rate, taxes[0].base), (exact("12"), exact("916666.6667")));
    is_proven(&world).await;
}
