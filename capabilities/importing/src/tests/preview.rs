//! Whoever looks before anything is written sees what was rejected, and takes it along.

use std::fmt::Write;
use std::path::PathBuf;

use kernel::Lang;
use testing::{AYU, HENDRA, SARI, SRI};

use super::testdata;
use super::web::{brought, run, world};
use crate::brought::{assemble, bring};
use crate::few_at_once::turn;
use crate::own::Own;
use crate::prepare::prepare;
use crate::preview::preview;
use crate::{Import, dry_run};

/// None of these clients can be imported as it is.
const WRONG: &str = "Nama;Telepon\nHotel Senja;telepon\nHotel Fajar;nomor\n";

#[tokio::test]
async fn rows_of_which_none_can_be_imported_are_mended_in_their_file() {
    let world = world().await;
    let sri = world.browse(SRI);

    let page = brought(&world, &[("klien.csv", WRONG.as_bytes())]).await;
    let check = sri.get(&format!("{page}/check")).await.body;
    let errors = sri.get(&format!("{page}/check/errors/0")).await;
    let mended = errors.body.replace(";telepon;", ";021-555-0107;");
    let mended = mended.replace(";nomor;", ";021-555-0108;");
    let again = brought(&world, &[("klien-errors.csv", mended.as_bytes())]).await;
    let done = run(&world, &again).await;

    assert!(check.contains(&format!("{page}/check/errors/0")), "{check}");
    assert_eq!(errors.headers["content-type"], "text/csv; charset=utf-8");
    let name = errors.headers["content-disposition"].to_str().unwrap();
    assert!(name.starts_with("attachment") && name.ends_with("-errors-0.csv\""), "{name}");
    let lines: Vec<&str> = errors.body.lines().collect();
    assert_eq!(lines[0], "\u{feff}Nama;Telepon;line;column;reason");
    assert!(lines[1].starts_with("Hotel Senja;telepon;2;Telepon;This is not a tele"), "{lines:?}");
    assert_eq!(lines.len(), 3);
    assert_eq!(done["summary"]["records"]["account"]["created"], 2, "{done}");
}

#[tokio::test]
async fn each_file_has_its_own_rejected_rows_beyond_those_that_are_shown() {
    let world = world().await;
    let sri = world.browse(SRI);
    let mut many = "Nama,Telepon\n".to_owned();
    for number in 0..120 {
        writeln!(many, "Hotel {number},telepon").unwrap();
    }
    let good = "Nama,Telepon\nHotel Baik,021-555-0107\n";

    let files = [("baik.csv", good.as_bytes()), ("buruk.csv", many.as_bytes())];
    let page = brought(&world, &files).await;
    let check = sri.get(&format!("{page}/check")).await.body;
    let api = sri.get(&format!("{}/check", page.replace("/settings", "/api/v1"))).await.json();
    let errors = sri.get(&format!("{page}/check/errors/1")).await;
    let none = sri.get(&format!("{page}/check/errors/0")).await.status;
    let nowhere = sri.get(&format!("{page}/check/errors/2")).await.status;

    assert!(check.contains("check/errors/1") && !check.contains("check/errors/0"), "{check}");
    assert_eq!(api["faults"].as_array().unwrap().len(), 100);
    assert_eq!(api["summary"]["rejected"], 120);
    assert_eq!(errors.body.lines().count(), 121);
    assert_eq!((none, nowhere), (404, 404), "a file without any has none");
}

#[tokio::test]
async fn nobody_else_takes_rejected_rows_and_nobody_after_the_import() {
    let world = world().await;
    let rows = format!("{WRONG}Hotel Baik;021-555-0107\n");
    let page = brought(&world, &[("klien.csv", rows.as_bytes())]).await;
    let errors = format!("{page}/check/errors/0");

    for someone in [AYU, HENDRA] {
        assert_eq!(world.browse(someone).get(&errors).await.status, 403);
    }
    assert_eq!(world.browse(SARI).get(&errors).await.status, 404);
    run(&world, &page).await;
    let after = world.browse(SRI).get(&errors).await;
    let kept = world.browse(SRI).get(&format!("{page}/errors/0")).await;

    assert_eq!((after.status, kept.status), (422, 200));
    assert_eq!(kept.body.lines().count(), 3);
}

#[tokio::test]
async fn whoever_comes_while_others_look_is_told_to_wait() {
    let world = world().await;
    let sri = world.browse(SRI);
    let page = brought(&world, &[("klien.csv", WRONG.as_bytes())]).await;
    let check = format!("{page}/check");

    let others = (turn().await.unwrap(), turn().await.unwrap());
    let waits = sri.get(&check).await;
    let api = sri.get(&check.replace("/settings", "/api/v1")).await;
    drop(others);
    let seen = sri.get(&check).await;

    assert_eq!((waits.status, waits.headers["refresh"].to_str().unwrap()), (200, "3"));
    assert!(waits.body.contains("waiting its turn"), "{}", waits.body);
    assert_eq!((api.status, &api.json()["code"]), (422, &"importing.busy".into()));
    assert!(seen.body.contains("Hotel Senja") || seen.body.contains("klien.csv"), "{}", seen.body);
    assert!(!seen.headers.contains_key("refresh"));
}

#[tokio::test]
async fn an_import_that_runs_waits_for_nobody_who_looks() {
    let world = world().await;
    let page = brought(&world, &[("klien.csv", b"Nama;Telepon\nHotel Senja;021-555-0107\n")]).await;

    let others = (turn().await.unwrap(), turn().await.unwrap());
    let done = run(&world, &page).await;
    drop(others);

    assert_eq!(done["state"], "finished", "{done}");
}

/// What is only looked at, what the shell says, and what is carried out are one plan.
#[tokio::test]
async fn a_look_counts_as_the_import_does() {
    let world = world().await;
    let files = ["accounts.csv", "products.csv", "sales_teams.csv", "sales_pipeline.csv"];
    let paths: Vec<PathBuf> =
        files.iter().map(|it| testdata("crm-sales-opportunities").join(it)).collect();
    let scratch = tempfile::tempdir().unwrap();
    let found = bring(&paths, scratch.path(), &Own::default()).unwrap();
    let (mapping, sources) = assemble(&found, "IDR").unwrap();
    let import = Import { preset: "auto", mapping: &mapping, sources: &sources, lang: Lang::En };

    let planned = prepare(world.ctx(SRI), &import).await.unwrap();
    let looked = preview(world.ctx(SRI), &import, turn().await.unwrap()).await.unwrap();
    let told = dry_run(&world.ctx(SRI), &import).await.unwrap();

    assert_eq!(planned.summary.total().created, 9 + 41 + 7 + 85 + 8_800);
    assert_eq!(looked.summary, planned.summary);
    assert_eq!(told.summary, planned.summary);
    assert_eq!(planned.plan.steps.len() as u64, planned.summary.total().created);
    let shown: Vec<&str> = looked.samples.iter().map(|it| it.file.as_str()).collect();
    assert!(shown.contains(&"accounts.csv") && shown.contains(&"sales_pipeline.csv"), "{shown:?}");
}
