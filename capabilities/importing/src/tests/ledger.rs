//! Days of a real wholesaler, and of a small one, become a ledger and go again.

use std::path::PathBuf;

use kernel::Lang;
use sea_orm::{ColumnTrait, PaginatorTrait, QueryFilter};
use transactions::rules::InvoiceKind;
use transactions::{invoice, invoice_line, ledger_batch, source_account};

use super::shop::Shop;
use super::testdata;
use crate::ledger::{LedgerImport, LedgerImported, dry_run_ledger, import_ledger};
use crate::ledger_summary::LedgerSummary;

const HEAD: &str =
    "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

fn line(day: &str, number: &str, code: &str, quantity: &str, customer: &str) -> String {
    format!("{number},{code},BAG {code},{quantity},{day} 10:00:00,2.555,{customer},EIRE\n")
}

/// Two days: sales with a duplicate line, one to nobody, and a cancellation.
fn days(shop: &Shop) -> Vec<PathBuf> {
    let (one, two) = ("2010-12-01", "2010-12-02");
    let first = [
        line(one, "1", "A", "6", "17850.0"),
        line(one, "1", "A", "6", "17850.0"),
        line(one, "2", "B", "1", ""),
    ];
    let second = [line(two, "C3", "A", "-6", "17850.0"), line(two, "4", "C", "2", "13047.0")];
    vec![
        shop.file("2010-12-01.csv", &format!("{HEAD}{}", first.concat())),
        shop.file("2010-12-02.csv", &format!("{HEAD}{}", second.concat())),
    ]
}

fn asked(paths: Vec<PathBuf>) -> LedgerImport {
    LedgerImport { paths, lang: Lang::Id }
}

async fn import(shop: &Shop, paths: Vec<PathBuf>) -> LedgerImported {
    import_ledger(&shop.ctx(), &asked(paths), |_| ()).await.unwrap()
}

fn ledger(imported: &LedgerImported) -> &LedgerSummary {
    imported.summary.ledger.as_ref().unwrap()
}

/// Created and unchanged records of a kind.
fn counts(imported: &LedgerImported, kind: &str) -> (u64, u64) {
    let counts = &imported.summary.records[kind];
    (counts.created, counts.unchanged)
}

async fn proven(shop: &Shop) -> transactions::Proof {
    let proof = transactions::prove(&shop.ctx()).await.unwrap();
    assert_eq!(proof.faults, Vec::<String>::new());
    proof
}

#[tokio::test]
async fn days_become_clients_products_and_documents() {
    let shop = Shop::new().await;
    let dry = dry_run_ledger(&shop.ctx(), &asked(days(&shop))).await.unwrap();
    assert_eq!(proven(&shop).await.documents, 0, "nothing was changed");

    let imported = import(&shop, days(&shop)).await;

    for told in [&dry, &imported] {
        assert_eq!(counts(told, "ledger-day"), (2, 0));
        assert_eq!((counts(told, "account"), counts(told, "product")), ((3, 0), (3, 0)));
        let ledger = ledger(told);
        assert_eq!((ledger.documents, ledger.lines, ledger.lines_without_customer), (4, 5, 1));
        assert_eq!((ledger.net.to_string(), ledger.cancelled_lines), ("22.995".to_owned(), 1));
    }
    assert_eq!(ledger(&imported).ties, [("tied".to_owned(), 1)].into());
    let client = shop.account("Pelanggan 17850").await;
    assert_eq!((client.country.as_deref(), client.owner_id), (Some("IE"), None));
    let house = shop.account("Pembeli tanpa nama (Online Retail)").await;
    let ctx = shop.ctx();
    assert!(source_account::is_house(&ctx, house.id).await.unwrap());
    assert!(!source_account::is_house(&ctx, client.id).await.unwrap());
    assert_eq!(proven(&shop).await.net.to_string(), "22.995");
}

#[tokio::test]
async fn a_day_comes_once_and_a_changed_one_is_refused() {
    let shop = Shop::new().await;
    let paths = days(&shop);
    import(&shop, paths.clone()).await;

    let again = import(&shop, paths.clone()).await;
    assert_eq!((counts(&again, "ledger-day"), counts(&again, "account")), ((0, 2), (0, 2)));
    shop.file("2010-12-01.csv", &format!("{HEAD}{}", line("2010-12-01", "1", "A", "7", "17850.0")));
    shop.file("2010-12-03.csv", &format!("{HEAD}{}", line("2010-12-03", "9", "A", "viele", "")));
    let mut paths = paths;
    paths.push(paths[0].with_file_name("2010-12-03.csv"));
    let changed = import(&shop, paths).await;

    let refused = &ledger(&changed).refused;
    assert_eq!(changed.summary.rejected, 2);
    assert_eq!(
        (refused[0].day.as_str(), refused[0].code.as_str()),
        ("2010-12-01", "importing.day_changed")
    );
    assert!(refused[1].sentence.contains("Baris 2, Quantity: viele"), "{refused:?}");
    assert_eq!(proven(&shop).await.lines, 5);
}

#[tokio::test]
async fn undoing_leaves_nothing_and_what_is_used_stays() {
    let shop = Shop::new().await;
    let before = shop.dump().await;
    let run = import(&shop, days(&shop)).await.run.unwrap();

    let undone = shop.undo(run).await;
    assert_eq!((undone.undone, undone.stayed), (8, 0));
    assert_eq!(shop.dump().await, before);
    let ctx = shop.ctx();
    assert_eq!(ctx.find::<source_account::Entity>().count(&ctx).await.unwrap(), 0);
    assert_eq!(proven(&shop).await.documents, 0);

    let run = import(&shop, days(&shop)).await.run.unwrap();
    let ctx = shop.ctx();
    let sale = invoice::of_number(&ctx, "online-retail", "1").await.unwrap().unwrap();
    let tx = ctx.again().begin().await.unwrap();
    let payment = transactions::NewPayment {
        key: "K".to_owned(),
        account_id: sale.account_id,
        day: sale.day,
        currency: sale.currency.clone(),
        amount: "1".parse().unwrap(),
        method: None,
        note: None,
        allocations: Vec::new(),
    };
    transactions::record_payment(&tx, payment).await.unwrap();
    tx.commit().await.unwrap();
    let undone = shop.undo(run).await;
    assert_eq!((undone.undone, undone.stayed), (7, 1), "somebody has paid");
    assert_eq!(shop.account("Pelanggan 17850").await.id, sale.account_id);
}

#[tokio::test]
async fn an_import_that_stopped_goes_on_where_it_was() {
    let shop = Shop::new().await;
    let paths = days(&shop);
    // The first day alone, and then a run that never ended.
    import(&shop, paths[..1].to_vec()).await;
    let stopped = crate::import::begin(&shop.ctx(), "online-retail").await.unwrap();

    let rest = import(&shop, paths).await;

    assert_eq!(shop.run(stopped).await.0.state, crate::RunState::Interrupted);
    assert_eq!(counts(&rest, "ledger-day"), (1, 1));
    assert_eq!(ledger(&rest).ties, [("tied".to_owned(), 1)].into());
    assert_eq!(proven(&shop).await.lines, 5);
}

#[tokio::test]
async fn a_client_that_is_renamed_is_found_again_by_its_number() {
    let shop = Shop::new().await;
    let paths = days(&shop);
    import(&shop, paths[..1].to_vec()).await;
    let client = shop.account("Pelanggan 17850").await;
    let tx = shop.ctx().begin().await.unwrap();
    let named =
        vec![(accounts::account::Column::Name, sea_orm::sea_query::Expr::value("Dublin Ltd"))];
    let this = accounts::account::Column::Id.eq(client.id);
    let company = accounts::account::Column::CompanyId;
    tx.update_where::<accounts::account::Entity, _>(company, this, named).await.unwrap();
    tx.commit().await.unwrap();

    import(&shop, paths).await;

    let ctx = shop.ctx();
    let credit = invoice::of_number(&ctx, "online-retail", "C3").await.unwrap().unwrap();
    assert_eq!(credit.account_id, client.id);
}

/// A month of the real data; all of it is imported by the test of the shell.
#[tokio::test]
async fn a_real_month_arrives_line_by_line() {
    let shop = Shop::new().await;
    let folder = tempfile::tempdir().unwrap();
    let packed = testdata("online-retail").join("by-day.tar.xz");
    let unpacked = crate::ledger::unpack(&[packed], crate::ledger::Limits::default()).unwrap();
    assert_eq!(unpacked.days.len(), 305);
    for (day, path) in unpacked.days.iter().filter(|it| it.0.to_string().starts_with("2010-12")) {
        std::fs::copy(path, folder.path().join(format!("{day}.csv"))).unwrap();
    }

    let imported = import(&shop, vec![folder.path().to_owned()]).await;

    assert_eq!(counts(&imported, "ledger-day"), (20, 0));
    assert_eq!((counts(&imported, "account"), counts(&imported, "product")), ((949, 0), (2822, 0)));
    let ctx = shop.ctx();
    assert_eq!(ctx.find::<invoice::Entity>().count(&ctx).await.unwrap(), 2_025);
    assert_eq!(ctx.find::<invoice_line::Entity>().count(&ctx).await.unwrap(), 42_481);
    let cancelled = invoice::Column::Kind.eq(InvoiceKind::Cancellation);
    let cancelled = ctx.find::<invoice::Entity>().filter(cancelled).all(&ctx).await.unwrap();
    let ties: u64 = ledger(&imported).ties.values().sum();
    assert_eq!(cancelled.iter().map(|it| it.lines).sum::<i64>().unsigned_abs(), ties);
    // Counted once with another tool, over the files themselves.
    let counted = [
        ("cancelled-already", 6),
        ("no-customer", 38),
        ("not-bought", 385),
        ("other-price", 10),
        ("other-quantity", 158),
        ("several", 16),
        ("tied", 115),
    ];
    let counted = counted.map(|(why, count)| (why.to_owned(), count));
    assert_eq!(ledger(&imported).ties, counted.into());
    let proof = proven(&shop).await;
    assert_eq!((proof.lines, proof.net.to_string()), (42_481, "748957.02".to_owned()));
    let batches = ctx.find::<ledger_batch::Entity>().all(&ctx).await.unwrap();
    assert_eq!(batches.iter().map(|it| it.lines).sum::<i64>(), 42_481);
}
