//! Days of a real wholesaler come in from the browser, are stopped, killed, and go again.

use std::fmt::Write;

use frame::Owned;
use sea_orm::EntityTrait;
use serde_json::{Value as Json, json};
use testing::{AYU, HENDRA, SARI, SRI, Seen, World};

use super::testdata;
use super::web::{all, api, form, run, world};
use crate::run::RunId;

const BOUNDARY: &str = "X-import-X";

/// Three real days: 1,194 lines.
fn packed() -> Vec<u8> {
    std::fs::read(testdata("online-retail/few-days.zip")).unwrap()
}

/// The same days, each in its file.
fn unpacked() -> Vec<(String, Vec<u8>)> {
    let path = testdata("online-retail/few-days.zip");
    let unpacked = crate::ledger::unpack(&[path], crate::ledger::Limits::default()).unwrap();
    let file = |(day, path): (&kernel::Day, &std::path::PathBuf)| {
        (format!("{day}.csv"), std::fs::read(path).unwrap())
    };
    unpacked.days.iter().map(file).collect()
}

async fn upload(world: &World, files: &[(&str, &[u8])]) -> Seen {
    let kind = format!("multipart/form-data; boundary={BOUNDARY}");
    world.browse(SRI).send("POST", "/settings/imports/new", &kind, form(files)).await
}

/// The page of an import whose files were recognised.
async fn brought(world: &World, files: &[(&str, &[u8])]) -> String {
    let seen = upload(world, files).await;
    assert_eq!(seen.status, 303, "{}", seen.body);
    seen.location().strip_suffix("/check").expect("it needs no mapping").to_owned()
}

async fn check(world: &World, page: &str) -> Json {
    let path = format!("{}/check", page.replace("/settings", "/api/v1"));
    world.browse(SRI).get(&path).await.json()
}

/// All that an import of days writes, to the byte.
async fn dump(world: &World) -> String {
    async fn of<E: Owned + EntityTrait>(world: &World, out: &mut String) {
        let mut rows: Vec<String> =
            all::<E>(world).await.iter().map(|it| format!("{it:?}")).collect();
        rows.sort_unstable();
        writeln!(out, "{}", rows.join("\n")).unwrap();
    }
    let mut out = super::whole::dump(world).await;
    of::<catalogue::product::Entity>(world, &mut out).await;
    of::<transactions::invoice::Entity>(world, &mut out).await;
    of::<transactions::invoice_line::Entity>(world, &mut out).await;
    of::<transactions::correction::Entity>(world, &mut out).await;
    of::<transactions::ledger_batch::Entity>(world, &mut out).await;
    of::<transactions::source_account::Entity>(world, &mut out).await;
    of::<transactions::source_product::Entity>(world, &mut out).await;
    of::<transactions::sales_month::Entity>(world, &mut out).await;
    of::<transactions::sales_product_month::Entity>(world, &mut out).await;
    out
}

async fn proven(world: &World) -> transactions::Proof {
    let proof = transactions::prove(&world.ctx(SRI)).await.unwrap();
    assert_eq!(proof.faults, Vec::<String>::new());
    proof
}

fn id(page: &str) -> RunId {
    page.rsplit('/').next().unwrap().parse().unwrap()
}

/// Created and unchanged records of a kind.
fn counts(told: &Json, kind: &str) -> [u64; 2] {
    ["created", "unchanged"].map(|it| told["summary"]["records"][kind][it].as_u64().unwrap())
}

/// Counted once with another tool, over the files themselves.
fn is_as_counted(told: &Json) {
    assert_eq!((counts(told, "ledger-day"), counts(told, "product")), ([3, 0], [704, 0]));
    assert_eq!(counts(told, "account"), [49, 0], "48 clients, and those who are not named");
    let ledger = &told["summary"]["ledger"];
    for (what, count) in [
        ("documents", json!(57)),
        ("lines", json!(1_194)),
        ("net", json!("15127.08")),
        ("lines_without_customer", json!(70)),
        ("repeated_lines", json!(21)),
        ("cancelled_lines", json!(20)),
        ("ties", json!({ "not-bought": 12, "other-quantity": 1, "tied": 7 })),
    ] {
        assert_eq!(ledger[what], count, "{what}");
    }
}

#[tokio::test]
async fn an_archive_is_recognised_checked_and_brought_in() {
    let world = world().await;
    let sri = world.browse(SRI);
    let before = dump(&world).await;

    let page = brought(&world, &[("by-day.zip", &packed())]).await;
    let map = sri.get(&format!("{page}/map")).await.body;
    let seen = sri.get(&format!("{page}/check")).await.body;
    let checked = check(&world, &page).await;

    assert!(map.contains("read as online-retail writes them") && map.contains("CustomerID"));
    assert!(!map.contains("Map it myself"), "an archive cannot be mapped");
    assert_eq!(dump(&world).await, before, "nothing has changed");
    is_as_counted(&checked);
    assert!(seen.contains("Import 1.194 lines") || seen.contains("Import 1,194 lines"), "{seen}");
    assert!(seen.contains("takes back a line of invoice 543813"), "{seen}");
    assert!(seen.contains("Pembeli tanpa nama (Online Retail)"), "{seen}");
    let ties = checked["ledger"]["cancellations"].as_array().unwrap();
    let tied = ties.iter().find(|it| it["why"] == "tied").unwrap();
    assert_eq!((&tied["number"], &tied["target"]), (&json!("C543818"), &json!("543813")));

    let done = run(&world, &page).await;

    assert_eq!((&done["state"], &done["ledger"]), (&json!("finished"), &json!("online-retail")));
    assert_eq!((&done["steps"], &done["done"]), (&json!(1_194), &json!(1_194)));
    is_as_counted(&done);
    let proof = proven(&world).await;
    assert_eq!((proof.lines, proof.net.to_string()), (1_194, "15127.08".to_owned()));
    let folder = crate::brought::folder(&world.ctx(SRI), id(&page));
    let left = std::fs::read_dir(folder).unwrap().count();
    assert_eq!(left, 1, "the archive stays, what was unpacked goes");
}

#[tokio::test]
async fn a_day_comes_once_and_goes_to_the_byte() {
    let world = world().await;
    let before = dump(&world).await;
    let page = brought(&world, &[("by-day.zip", &packed())]).await;
    run(&world, &page).await;
    let with = dump(&world).await;

    let days = unpacked();
    let files: Vec<(&str, &[u8])> =
        days.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    let again = brought(&world, &files).await;
    let seen = world.browse(SRI).get(&format!("{again}/check")).await.body;
    let done = run(&world, &again).await;

    assert!(seen.contains("everything is the same already"), "{seen}");
    assert_eq!(counts(&done, "ledger-day"), [0, 3], "{done}");
    assert_eq!(dump(&world).await, with, "brought in twice it changes nothing");

    world.browse(SRI).post(&format!("{page}/undo"), "").await;
    while world.work().await != 0 {}
    let undone = api(&world, &page).await;
    assert_eq!((&undone["state"], &undone["stayed"]), (&json!("undone"), &json!(0)), "{undone}");
    assert_eq!(dump(&world).await, before);
}

#[tokio::test]
async fn an_import_that_is_killed_or_stopped_goes_on() {
    let world = world().await;
    let sri = world.browse(SRI);
    let page = brought(&world, &[("by-day.zip", &packed())]).await;
    let id = id(&page);
    sri.post(&format!("{page}/run"), "").await;
    let turn = async |keep: bool| {
        let ctx = world.ctx(SRI);
        let run = crate::run::get(&ctx, id).await.unwrap();
        crate::ledger::look_ahead(&ctx, &run).await.unwrap();
        let tx = ctx.again().begin().await.unwrap();
        crate::ledger::turn(&tx, &run).await.unwrap();
        if keep {
            tx.commit().await.unwrap();
        }
    };

    // One day is kept, the next one is given up before its commit; then nothing is left in memory.
    turn(true).await;
    turn(false).await;
    let running = sri.get(&page).await;
    let half = api(&world, &page).await;
    crate::ledger::forget(id);
    let stopped = sri.post(&format!("{page}/cancel"), "").await;
    while world.work().await != 0 {}
    let cancelled = sri.get(&page).await.body;
    let kept = proven(&world).await.lines;
    let done = run(&world, &page).await;

    assert_eq!(running.headers["refresh"].to_str().unwrap(), "2");
    assert_eq!((&half["state"], &half["done"]), (&json!("running"), &json!(291)), "{half}");
    assert_eq!((&half["steps"], counts(&half, "ledger-day")), (&json!(1_194), [1, 0]));
    assert!(running.body.contains("lines written"), "{}", running.body);
    assert_eq!((stopped.status, kept), (303, 291));
    assert!(cancelled.contains("Go on importing") && cancelled.contains("lines are written"));
    assert_eq!(done["state"], "finished", "{done}");
    is_as_counted(&done);
    assert_eq!(proven(&world).await.lines, 1_194);
}

#[tokio::test]
async fn a_day_that_is_refused_is_mended_in_its_file() {
    let world = world().await;
    let mut days = unpacked();
    let good = String::from_utf8(days[0].1.clone()).unwrap();
    let (head, rest) = good.split_once('\n').unwrap();
    let (first, others) = rest.split_once('\n').unwrap();
    let cells: Vec<&str> = first.split(',').collect();
    let broken = first.replacen(',', ",=cmd ", 1);
    let broken = broken.replacen(&format!(",{},2010", cells[3]), ",viele,2010", 1);
    days[0].1 = format!("{head}\n{broken}\n{others}").into_bytes();
    let files: Vec<(&str, &[u8])> =
        days.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();

    let page = brought(&world, &files).await;
    let sri = world.browse(SRI);
    let check = sri.get(&format!("{page}/check")).await.body;
    let early = sri.get(&format!("{page}/check/errors/0")).await.body;
    let none = sri.get(&format!("{page}/check/errors/1")).await.status;
    let done = run(&world, &page).await;
    let seen = world.browse(SRI).get(&page).await.body;
    let errors = world.browse(SRI).get(&format!("{page}/errors/0")).await.body;

    assert!(check.contains(&format!("{page}/check/errors/0")), "{check}");
    assert_eq!(early.lines().count(), errors.lines().count());
    assert!(early.contains(",viele,") && none == 404, "{early}");
    assert_eq!((counts(&done, "ledger-day"), &done["summary"]["rejected"]), ([2, 0], &json!(1)));
    assert!(seen.contains(" 2, Quantity: viele") && seen.contains("errors/0"), "{seen}");
    assert!(errors.starts_with("\u{feff}InvoiceNo,StockCode,"), "{errors}");
    assert!(errors.contains(",'=cmd ") && errors.contains(",2,Quantity,"), "{errors}");

    let mended = errors.replacen(",viele,", ",6,", 1);
    let page = brought(&world, &[("import-errors.csv", mended.as_bytes())]).await;
    let done = run(&world, &page).await;
    assert_eq!((counts(&done, "ledger-day"), &done["summary"]["rejected"]), ([1, 0], &json!(0)));
    assert_eq!(proven(&world).await.lines, 1_194);
    let products = all::<transactions::source_product::Entity>(&world).await;
    assert!(products.iter().any(|it| it.key.starts_with("=cmd ")), "the guard came off");
}

#[tokio::test]
async fn days_may_be_mapped_by_hand_and_read_as_days_again() {
    let world = world().await;
    let sri = world.browse(SRI);
    let days = unpacked();
    let files: Vec<(&str, &[u8])> = vec![(days[0].0.as_str(), days[0].1.as_slice())];
    let page = brought(&world, &files).await;

    let map = sri.get(&format!("{page}/map")).await.body;
    let by_hand = sri.post(&format!("{page}/ledger"), "ledger=").await;
    let mapping = sri.get(&format!("{page}/map")).await.body;
    let again = sri.post(&format!("{page}/ledger"), "ledger=online-retail").await;
    let checked = check(&world, &page).await;
    let unknown = sri.post(&format!("{page}/ledger"), "ledger=siebel").await;

    assert!(map.contains("Map it myself"), "{map}");
    assert_eq!(by_hand.location(), format!("{page}/map"));
    assert!(mapping.contains("Read as days of a ledger") && mapping.contains("StockCode"));
    assert_eq!(again.location(), format!("{page}/check"));
    assert_eq!((counts(&checked, "ledger-day"), unknown.status), ([1, 0], 404));

    let clients = "Nama,Industri\nToko A,hotel\n";
    let table = super::web::brought(&world, &[("klien.csv", clients.as_bytes())]).await;
    let refused = sri.post(&format!("{table}/ledger"), "ledger=online-retail").await;
    assert_eq!(refused.status, 422, "its columns are others");
    let archive = brought(&world, &[("by-day.zip", &packed())]).await;
    let refused = sri.post(&format!("{archive}/ledger"), "ledger=").await;
    assert_eq!(refused.status, 422, "an archive cannot be mapped");
}

#[tokio::test]
async fn what_is_no_archive_of_days_is_refused_and_leaves_nothing() {
    let world = world().await;
    let other = |name: &str, text: &str| {
        let mut archive = tar::Builder::new(Vec::new());
        let mut header = tar::Header::new_gnu();
        header.set_size(text.len() as u64);
        header.set_mode(0o644);
        header.set_cksum();
        archive.append_data(&mut header, name, text.as_bytes()).unwrap();
        archive.into_inner().unwrap()
    };
    let photos = other("foto/1.jpg", "x");
    let columns = other("2010-12-01.csv", "a,b\n1,2\n");
    let days = packed();
    let clients: &[u8] = b"Nama,Industri\nToko A,hotel\n";
    for (files, said) in [
        (vec![("foto.tar", photos.as_slice())], "foto.tar: "),
        (vec![("lain.tar", columns.as_slice())], "a, b"),
        (vec![("potong.zip", &days[..2_000])], "potong.zip: "),
        (vec![("hari.zip", days.as_slice()), ("klien.csv", clients)], "Upload them separately"),
        (vec![("hari.zip", days.as_slice()), ("lagi.zip", days.as_slice())], "is there twice"),
    ] {
        let seen = upload(&world, &files).await;

        assert_eq!(seen.status, 422, "{said}");
        assert!(seen.body.contains(said), "{}", seen.body);
    }
    assert!(all::<crate::run::Entity>(&world).await.is_empty());
    let folder = crate::brought::all(&world.ctx(SRI));
    assert_eq!(std::fs::read_dir(folder).unwrap().count(), 0);
}

#[tokio::test]
async fn nobody_else_brings_days_or_sees_them() {
    let world = world().await;
    let page = brought(&world, &[("by-day.zip", &packed())]).await;
    let kind = format!("multipart/form-data; boundary={BOUNDARY}");

    for someone in [AYU, HENDRA] {
        let browser = world.browse(someone);
        let body = form(&[("by-day.zip", &packed())]);
        let sent = browser.send("POST", "/settings/imports/new", &kind, body).await;
        assert_eq!(sent.status, 403);
        for step in ["run", "ledger", "cancel", "undo"] {
            assert_eq!(browser.post(&format!("{page}/{step}"), "ledger=").await.status, 403);
        }
    }
    let sari = world.browse(SARI);
    for step in ["map", "check"] {
        assert_eq!(sari.get(&format!("{page}/{step}")).await.status, 404, "{step}");
    }
    for step in ["run", "ledger", "cancel", "undo"] {
        let seen = sari.post(&format!("{page}/{step}"), "ledger=online-retail").await;
        assert_eq!(seen.status, 404, "{step}");
    }
    assert!(all::<transactions::invoice::Entity>(&world).await.is_empty());
}
