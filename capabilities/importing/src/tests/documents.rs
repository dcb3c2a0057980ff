//! Invoices, credit notes and payments of ordinary books come whole, once, and go again.

use accounts::{AccountFields, NewAccount, open_account};
use kernel::{Exact, Lang, Refusal};
use serde_json::Value as Json;
use testing::{SRI, World};
use transactions::rules::{InvoiceKind, InvoiceState};
use transactions::{correction, invoice, invoice_line, invoice_tax, payment, sales_month};

use super::testdata;
use super::web::{all, brought, run, world};
use super::whole::{counts, faults, import, undo};
use crate::rules::draft::TargetKind;
use crate::rules::row_refused::RowRefused;

fn file(name: &str) -> String {
    std::fs::read_to_string(testdata(&format!("ledger-csv/{name}"))).unwrap()
}

/// Brings three files at once; the page of the import.
async fn books(world: &World) -> String {
    let [invoices, credits, payments] =
        ["faktur.csv", "retur.csv", "pembayaran.csv"].map(|it| (it, file(it)));
    let files = [&invoices, &credits, &payments].map(|(name, text)| (*name, text.as_bytes()));
    brought(world, &files).await
}

async fn document(world: &World, number: &str) -> invoice::Model {
    let documents = all::<invoice::Entity>(world).await;
    documents.into_iter().find(|it| it.number == number).unwrap_or_else(|| panic!("{number}"))
}

/// Sums and judgments are what the documents make them.
async fn is_proven(world: &World) {
    let proof = transactions::prove(&world.ctx(SRI)).await.unwrap();
    assert_eq!(proof.faults, Vec::<String>::new());
}

fn exact(text: &str) -> Exact {
    text.parse().unwrap()
}

fn fault(line: u64, column: &str, code: &str) -> (u64, String, String) {
    (line, column.to_owned(), format!("importing.{code}"))
}

#[tokio::test]
async fn books_come_whole_once_and_go_again() {
    let world = world().await;

    let page = books(&world).await;
    let done = run(&world, &page).await;
    let paid = document(&world, "FK-001").await;
    let credit = document(&world, "NK-001").await;
    let lines = all::<invoice_line::Entity>(&world).await;
    is_proven(&world).await;

    assert_eq!(done["summary"]["rejected"], 0, "{done}");
    assert_eq!((counts(&done, "invoice"), counts(&done, "payment")), ([4, 0, 0], [3, 0, 0]));
    assert_eq!(paid.account_id.0, testing::id("toko-maju"));
    assert_eq!(
        (paid.net, paid.tax, paid.total),
        (exact("160000"), exact("17600"), exact("177600"))
    );
    assert_eq!((paid.credited, paid.paid), (exact("22200"), exact("155400")));
    assert_eq!((paid.state, paid.source.as_str()), (InvoiceState::Paid, invoice::FILE));
    assert_eq!((credit.kind, credit.total), (InvoiceKind::CreditNote, exact("-22200")));
    let paper = lines.iter().find(|it| it.invoice_id == paid.id && it.number == 1).unwrap();
    assert_eq!(paper.product_id.map(|it| it.0), Some(testing::id("kertas")));

    let again = books(&world).await;
    let twice = run(&world, &again).await;
    assert_eq!((counts(&twice, "invoice"), counts(&twice, "payment")), ([0, 0, 4], [0, 0, 3]));

    let undone = undo(&world, &page).await;
    assert_eq!((&undone["undone"], &undone["stayed"]), (&7.into(), &0.into()), "{undone}");
    assert_eq!(all::<invoice::Entity>(&world).await, []);
    assert_eq!(all::<invoice_line::Entity>(&world).await, []);
    assert_eq!(all::<invoice_tax::Entity>(&world).await, []);
    assert_eq!(all::<correction::Entity>(&world).await, []);
    assert_eq!(all::<payment::Entity>(&world).await, []);
    assert_eq!(all::<sales_month::Entity>(&world).await, []);
    is_proven(&world).await;
}

#[tokio::test]
async fn what_is_recorded_is_never_changed() {
    let world = world().await;
    import(&world, "faktur.csv", &file("faktur.csv")).await;
    let before = document(&world, "FK-002").await;

    let other =
        file("faktur.csv").replace("12;7500;90000;9900;99900", "12;8000;96000;10560;106560");
    let page = brought(&world, &[("faktur.csv", other.as_bytes())]).await;
    let faults = faults(&world, &page).await;
    let done = run(&world, &page).await;

    assert_eq!(faults, [fault(4, "Nilai Faktur", "recorded_otherwise")]);
    assert_eq!((counts(&done, "invoice"), &done["summary"]["rejected"]), ([0, 0, 2], &1.into()));
    assert_eq!(document(&world, "FK-002").await, before);
}

#[tokio::test]
async fn what_was_built_upon_stays_when_the_import_is_undone() {
    let world = world().await;
    let (page, _) = import(&world, "faktur.csv", &file("faktur.csv")).await;
    let payments = "No. Pembayaran;Tanggal;Pelanggan;No. Faktur;Jumlah\n\
        BYR-02;2026-02-21;Apotek Sehat;FK-002;50000\n";
    let (later, _) = import(&world, "pembayaran.csv", payments).await;

    let undone = undo(&world, &page).await;
    let left: Vec<String> =
        all::<invoice::Entity>(&world).await.into_iter().map(|it| it.number).collect();

    assert_eq!((&undone["undone"], &undone["stayed"]), (&2.into(), &1.into()), "{undone}");
    assert_eq!(undone["stayed_records"][0]["kind"], "invoice");
    assert_eq!(left, ["FK-002"]);
    undo(&world, &later).await;
    assert_eq!(document(&world, "FK-002").await.paid, Exact::ZERO);
    undo(&world, &page).await;
    assert_eq!(all::<invoice::Entity>(&world).await, []);
    is_proven(&world).await;
}

const HEAD: &str =
    "No. Faktur;Tgl Faktur;Pelanggan;Nama Barang;Kuantitas;Harga Satuan;Nilai Faktur\n";

#[tokio::test]
async fn a_document_stays_out_whole_and_comes_mended_from_its_file_of_errors() {
    let world = world().await;
    let text = format!(
        "{HEAD}A-1;2026-02-02;Toko Maju;Kertas A4;2;100;500\n\
        A-1;2026-02-02;Toko Maju;Pulpen;tiga;100;500\n\
        A-2;2026-02-02;Toko Maju;Map;1;100;100\n\
        A-3;2026-02-02;Toko Maju;Map;1;100;101\n"
    );

    let page = brought(&world, &[("faktur.csv", text.as_bytes())]).await;
    let faults = faults(&world, &page).await;
    let done = run(&world, &page).await;
    let errors = world.browse(SRI).get(&format!("{page}/errors/0")).await.body;
    let mended = errors.replace("tiga;100", "3;100").replace("1;100;101", "1;101;101");
    let (_, again) = import(&world, "faktur-errors.csv", &mended).await;

    assert_eq!(
        faults,
        [
            fault(2, "No. Faktur", "document_row_rejected"),
            fault(3, "Kuantitas", "not_a_number"),
            fault(5, "Nilai Faktur", "total_differs"),
        ]
    );
    assert_eq!((counts(&done, "invoice"), &done["summary"]["rejected"]), ([1, 0, 0], &3.into()));
    assert_eq!(counts(&again, "invoice"), [2, 0, 0], "{again}");
    assert_eq!(document(&world, "A-1").await.total, exact("500"));
}

#[tokio::test]
async fn what_two_files_say_of_one_document_is_not_added_up() {
    let world = world().await;
    let head = "No. Faktur;Tgl Faktur;Pelanggan;Nama Barang;Kuantitas;Harga Satuan\n";
    let one = format!("{head}A-1;2026-02-02;Toko Maju;Map;1;100\n");
    let two = format!("{one}A-2;2026-02-03;Toko Maju;Map;2;100\n");

    let files = [("faktur-jan.csv", one.as_bytes()), ("faktur-feb.csv", two.as_bytes())];
    let page = brought(&world, &files).await;
    let faults = faults(&world, &page).await;
    let done = run(&world, &page).await;

    let twice = fault(2, "No. Faktur", "document_in_several_files");
    assert_eq!(faults, [twice.clone(), twice]);
    assert_eq!(counts(&done, "invoice"), [1, 0, 0], "{done}");
}

#[tokio::test]
async fn a_client_of_another_company_does_not_exist() {
    let world = world().await;
    let row = |number: &str, client: &str| format!("{number};2026-02-02;{client};Map;1;100;100\n");
    let text = format!("{HEAD}{}{}", row("A-1", "Kapal Bali"), row("A-2", "Entah Siapa"));

    let page = brought(&world, &[("faktur.csv", text.as_bytes())]).await;

    let (other, nobody) = (fault(2, "Pelanggan", "no_such"), fault(3, "Pelanggan", "no_such"));
    assert_eq!(faults(&world, &page).await, [other, nobody]);
    let said = RowRefused::NoSuch { kind: TargetKind::Account }.sentence(Lang::En);
    assert_eq!(said, "There is no client of this name.");
}

#[tokio::test]
async fn a_client_is_known_by_their_tax_number_too() {
    let world = world().await;
    let tx = world.ctx(SRI).begin().await.unwrap();
    let fields = AccountFields {
        tax_number: Some("01.312.166.0-091.000".to_owned()),
        ..AccountFields::named("PT Lama")
    };
    open_account(&tx, NewAccount { fields, owner: None, id: None }).await.unwrap();
    tx.commit().await.unwrap();
    let text = "No. Faktur;Tgl Faktur;NPWP;Nilai Faktur\n\
        A-1;2026-02-02;0013121660091000;75000\n\
        A-2;2026-02-02;3171011708450001;75000\n";

    let page = brought(&world, &[("data.csv", text.as_bytes())]).await;
    let faults = faults(&world, &page).await;
    let done = run(&world, &page).await;

    assert_eq!(faults, [fault(3, "NPWP", "no_such_client")]);
    assert_eq!(counts(&done, "invoice"), [1, 0, 0], "{done}");
    assert_eq!(document(&world, "A-1").await.total, exact("75000"));
}

#[tokio::test]
async fn no_more_is_taken_back_or_paid_than_is_left() {
    let world = world().await;
    import(&world, "faktur.csv", &file("faktur.csv")).await;
    let credits = "No. Faktur;Tgl Faktur;Pelanggan;Faktur Asal;Jumlah Harga\n\
        NK-1;2026-02-10;Apotek Sehat;FK-002;-60000\n\
        NK-2;2026-02-10;Apotek Sehat;FK-002;-60000\n\
        NK-3;2026-02-10;Apotek Sehat;FK-001;-1000\n";
    let payments = "No. Pembayaran;Tanggal;Pelanggan;No. Faktur;Jumlah\n\
        B-2;2026-02-22;Warung Sari;FK-003;60000\n\
        B-1;2026-02-21;Warung Sari;FK-003;2000\n";

    let page = brought(&world, &[("retur.csv", credits.as_bytes())]).await;
    let of_credits = faults(&world, &page).await;
    let page = brought(&world, &[("pembayaran.csv", payments.as_bytes())]).await;
    let of_payments = faults(&world, &page).await;
    let done = run(&world, &page).await;

    assert_eq!(of_credits.len(), 3, "{of_credits:?}");
    assert!(of_credits.contains(&fault(4, "Faktur Asal", "document_of_another")));
    assert!(of_credits.contains(&fault(2, "Faktur Asal", "credit_too_much")));
    assert_eq!(of_payments, [fault(2, "Jumlah", "paid_too_much")], "the earlier one was first");
    assert_eq!(counts(&done, "payment"), [1, 0, 0], "{done}");
    is_proven(&world).await;
}

#[tokio::test]
async fn an_amount_that_reads_in_two_ways_is_asked_about() {
    let world = world().await;
    let text = "No. Faktur;Tgl Faktur;Pelanggan;Nilai Faktur\nA-1;2026-02-02;Toko Maju;150.000\n";
    let page = brought(&world, &[("faktur.csv", text.as_bytes())]).await;
    let path = page.replace("/settings", "/api/v1");

    let open: Json = world.browse(SRI).get(&format!("{path}/check")).await.json();
    let said = "f0-target=invoice&f0-c0=number&f0-c1=day&f0-c2=account&f0-c3=total&f0-mark=comma";
    world.browse(SRI).post(&format!("{page}/map"), said).await;
    let done = run(&world, &page).await;

    assert_eq!(open["code"], "importing.mark_unsettled", "{open}");
    assert_eq!(counts(&done, "invoice"), [1, 0, 0], "{done}");
    assert_eq!(document(&world, "A-1").await.total, exact("150000"));
}

#[tokio::test]
async fn each_currency_has_its_own_decimals() {
    let world = world().await;
    let row = |number: &str, amount: &str, currency: &str| {
        format!("{number},2026-02-02,Toko Maju,{amount},{currency}\n")
    };
    let text = [
        "Invoice Number,Invoice Date,Customer,Amount,Currency\n".to_owned(),
        row("A-1", "1500.5", "IDR"),
        row("A-2", "1500.5", "JPY"),
        row("A-3", "1500.5", "GBP"),
        row("A-4", "1500.55", "pound"),
    ];
    let text = text.concat();

    let page = brought(&world, &[("invoices.csv", text.as_bytes())]).await;
    let wrong = faults(&world, &page).await;
    let (_, pounds) = import(&world, "invoices-gbp.csv", &file("invoices-gbp.csv")).await;

    assert_eq!(
        wrong,
        [
            fault(2, "Amount", "too_many_decimals"),
            fault(3, "Amount", "too_many_decimals"),
            fault(5, "Currency", "not_a_currency"),
        ]
    );
    assert_eq!(counts(&pounds, "invoice"), [2, 0, 0], "{pounds}");
    let invoice = document(&world, "INV-100").await;
    assert_eq!((invoice.net, invoice.tax), (exact("132.75"), exact("24.1")));
    let credit = document(&world, "INV-101").await;
    assert_eq!((credit.kind, credit.total), (InvoiceKind::CreditNote, exact("-54.6")));
    is_proven(&world).await;
}
