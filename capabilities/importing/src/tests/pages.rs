//! Administrators see imports and take them back; nobody else does.

use std::sync::LazyLock;

use kernel::Lang;
use testing::{AYU, HENDRA, SARI, SRI, World};

use super::shop::PRESET;
use super::{ACCOUNTS, maven};
use crate::source_file::gather;
use crate::{Import, RunId};

static ROWS: LazyLock<String> =
    LazyLock::new(|| format!("{ACCOUNTS}Hotel A,r,,,1,KE,\nHotel B,r,,,x,KE,\n"));

/// Sri has imported one account; one row was rejected.
async fn imported() -> (World, RunId) {
    let world = World::with_jobs(crate::routes(), vec![crate::JOBS]).await;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("accounts.csv");
    std::fs::write(&path, &*ROWS).unwrap();
    let sources = gather(&[path], maven()).unwrap();
    let import = Import { preset: PRESET, mapping: maven(), sources: &sources, lang: Lang::En };
    let imported = crate::import(&world.ctx(SRI), &import, |_| ()).await.unwrap();
    let run = imported.run.unwrap();
    (world, run)
}

#[tokio::test]
async fn an_administrator_sees_what_was_imported() {
    let (world, run) = imported().await;
    let sri = world.browse(SRI);

    let runs = sri.get("/settings/imports").await;
    let one = sri.get(&format!("/settings/imports/{run}")).await;
    let errors = sri.get(&format!("/settings/imports/{run}/errors/0")).await;
    let api = sri.get("/api/v1/imports").await.json();

    assert!(runs.body.contains(PRESET) && runs.body.contains("Finished"), "{}", runs.body);
    assert!(one.body.contains("accounts.csv") && one.body.contains("Undo the import"));
    assert!(errors.body.contains("Hotel B,r,,,x,KE"), "{}", errors.body);
    assert_eq!(errors.headers["content-type"], "text/csv; charset=utf-8");
    assert_eq!(api["items"][0]["summary"]["records"]["account"]["created"], 1);
    assert_eq!(api["items"][0]["person_id"], SRI.person().to_string());
}

#[tokio::test]
async fn a_company_without_imports_is_told_how() {
    let world = World::with(crate::routes()).await;

    let seen = world.browse(SRI).get("/settings/imports").await;

    assert!(seen.body.contains("No imports yet") && seen.body.contains("/settings/imports/new"));
}

#[tokio::test]
async fn an_import_is_undone_on_its_page() {
    let (world, run) = imported().await;
    let sri = world.browse(SRI);
    let path = format!("/settings/imports/{run}");

    let undone = sri.post(&format!("{path}/undo"), "").await;
    while world.work().await != 0 {}
    let seen = sri.get(&path).await;
    let api = sri.get(&format!("/api/v1/imports/{run}")).await.json();
    let again = sri.post(&format!("/api/v1/imports/{run}/undo"), "{}").await;

    assert_eq!((undone.status, undone.location()), (303, path.as_str()));
    assert!(seen.body.contains("Undone") && !seen.body.contains("Undo the import"));
    assert_eq!(
        (&api["state"], &api["undone"], &api["stayed"]),
        (&"undone".into(), &1.into(), &0.into())
    );
    assert_eq!((again.status, &again.json()["code"]), (422, &"importing.already_undone".into()));
}

#[tokio::test]
async fn nobody_else_sees_or_undoes_it() {
    let (world, run) = imported().await;
    let page = format!("/settings/imports/{run}");
    let paths = ["/settings/imports".to_owned(), page.clone(), format!("{page}/errors/0")];

    for someone in [AYU, HENDRA] {
        for path in &paths {
            assert_eq!(world.browse(someone).get(path).await.status, 403, "{path}");
        }
        assert_eq!(world.browse(someone).post(&format!("{page}/undo"), "").await.status, 403);
        assert_eq!(world.browse(someone).get("/api/v1/imports").await.status, 403);
    }
    let sari = world.browse(SARI);
    for path in &paths[1..] {
        assert_eq!(sari.get(path).await.status, 404, "{path}");
    }
    assert_eq!(sari.post(&format!("{page}/undo"), "").await.status, 404);
    assert!(!sari.get("/settings/imports").await.body.contains(&run.to_string()));
    assert_eq!(world.browse(None).get(&page).await.status, 303);
    assert_eq!(world.browse(None).get("/api/v1/imports").await.status, 401);
}
