use std::io::Read;
use std::path::Path;

use sea_orm::{ConnectionTrait, Statement};

use super::*;
use crate::backup::backup;
use crate::config::Given;
use crate::doctor::examine;
use crate::{founding, start};

fn config(data: &Path) -> Config {
    Config::settle(Given { data: Some(data.to_owned()), ..Given::default() }).unwrap()
}

/// A company of one that began with a starter, with a photo and what somebody attached.
async fn installation(data: &Path) -> Config {
    let config = config(data);
    let app = start::start(&config).await.unwrap();
    let mail = "sri@cadangan.example";
    let (company, _) =
        founding::init(&app, "PT Cadangan", "Sri", mail, Some("fmcg")).await.unwrap();
    let mut tx = app.company(company.id).begin().await.unwrap();
    let person = people::sign_in_name::known(&app, "sri@cadangan.example").await.unwrap();
    let person = person[0].person_id;
    drop(tx);
    let mut actor = frame::Actor::nobody(company.id);
    actor.person = person;
    tx = frame::Ctx::new(app.clone(), actor, app.now()).begin().await.unwrap();
    let png = include_bytes!("../../../web/public/icons/apple-touch.png").to_vec();
    let name = secrets::sha256_hex(&png);
    let (photo, stored) = frame::files::take_in(&tx, &name, png).await.unwrap();
    frame::files::keep(&tx, &name, &photo, stored).await.unwrap();
    let mut incoming = frame::files::Incoming::begin(&tx, 100).await.unwrap();
    incoming.take(b"Penawaran").await.unwrap();
    frame::files::keep_content(&tx, incoming.end().await.unwrap()).await.unwrap();
    tx.commit().await.unwrap();
    app.db.clone().close().await.unwrap();
    config
}

async fn wrong(config: &Config) -> Vec<&'static str> {
    let checks = examine(config).await;
    checks.iter().filter(|it| !it.ok).map(|it| it.name).collect()
}

/// Changes the database behind the program's back.
#[expect(clippy::disallowed_methods, reason = "what nobody may do is done here")]
async fn tamper(config: &Config, sql: &str) {
    let db = Db::sqlite(&config.file(DATABASE)).await.unwrap();
    let statement = Statement::from_string(db.backend(), sql);
    db.owner().execute_raw(statement).await.unwrap();
    db.close().await.unwrap();
}

#[tokio::test]
async fn what_was_backed_up_comes_back_whole() {
    let folder = tempfile::tempdir().unwrap();
    let old = installation(&folder.path().join("old")).await;
    let archive = folder.path().join("jembatan.tar.gz");

    let made = backup(&old, &archive).await.unwrap();
    let new = config(&folder.path().join("new"));
    let came = restore(&new, &archive).await.unwrap();

    assert_eq!(made, came);
    assert_eq!(came.companies[0].slug, "pt-cadangan");
    assert_eq!(wrong(&new).await, [""; 0]);
    let key = |config: &Config| std::fs::read(config.file(KEY)).unwrap();
    assert_eq!(key(&old), key(&new));
    let files = examine(&new).await;
    let files = files.iter().find(|it| it.name == "files").unwrap();
    assert_eq!(files.said, "2 files, each there and whole");
    let left: Vec<_> = std::fs::read_dir(&new.data).unwrap().collect();
    assert_eq!(left.len(), 3, "nothing but what belongs there: {left:?}");
}

#[tokio::test]
async fn a_folder_that_holds_something_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let old = installation(&folder.path().join("old")).await;
    let archive = folder.path().join("jembatan.tar.gz");
    backup(&old, &archive).await.unwrap();

    let refused = restore(&old, &archive).await.unwrap_err();
    let again = backup(&old, &archive).await.unwrap_err();

    assert!(refused.to_string().contains("is not empty"), "{refused}");
    assert!(again.to_string().contains("exists already"), "{again}");
}

/// With one bit turned over, in the middle or soon after: among many zeros a bit may say the same
/// in another way, and then nothing is damaged.
fn one_bit_wrong(bytes: &[u8]) -> Vec<u8> {
    let unpacked = |bytes: &[u8]| {
        let mut all = Vec::new();
        let read = flate2::read::GzDecoder::new(bytes).read_to_end(&mut all);
        read.map(|_| all).ok()
    };
    let whole = unpacked(bytes);
    let turned = |at: usize| {
        let mut bytes = bytes.to_vec();
        bytes[at] ^= 1;
        bytes
    };
    let mut damaged = (bytes.len() / 2..bytes.len()).map(turned);
    damaged.find(|it| unpacked(it) != whole).unwrap()
}

#[tokio::test]
async fn a_damaged_backup_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let old = installation(&folder.path().join("old")).await;
    let archive = folder.path().join("jembatan.tar.gz");
    backup(&old, &archive).await.unwrap();
    let bytes = std::fs::read(&archive).unwrap();
    let new = config(&folder.path().join("new"));

    for (case, damaged) in [
        ("cut short", bytes[..bytes.len() / 2].to_vec()),
        ("without its end", bytes[..bytes.len() - 600].to_vec()),
        ("one bit", one_bit_wrong(&bytes)),
        ("empty", Vec::new()),
        ("no archive", b"PK\x03\x04 this is something else".to_vec()),
    ] {
        let file = folder.path().join("damaged.tar.gz");
        std::fs::write(&file, damaged).unwrap();

        assert!(restore(&new, &file).await.is_err(), "{case}");
        let left = std::fs::read_dir(&new.data).map(Iterator::count).unwrap_or_default();
        assert_eq!(left, 0, "{case}");
    }
}

#[tokio::test]
async fn a_schema_from_the_future_is_not_restored() {
    let folder = tempfile::tempdir().unwrap();
    let old = installation(&folder.path().join("old")).await;
    let step = "insert into seaql_migrations (version, applied_at) values ('m9999_later', 0)";
    tamper(&old, step).await;
    let archive = folder.path().join("jembatan.tar.gz");
    backup(&old, &archive).await.unwrap();

    let refused = restore(&config(&folder.path().join("new")), &archive).await.unwrap_err();

    assert!(refused.to_string().contains("newer than the program"), "{refused}");
    assert_eq!(wrong(&old).await, ["schema"]);
}

#[tokio::test]
async fn the_doctor_finds_what_was_changed_behind_our_back() {
    for (sql, found) in [
        ("update event set data = '{}' where seq = 2", "stream"),
        ("delete from event where seq = 2", "stream"),
        ("delete from line", "line"),
        ("update file set stored = 'abcd'", "files"),
        ("update content set sha256 = 'abcd'", "files"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let config = installation(folder.path()).await;

        tamper(&config, sql).await;

        assert_eq!(wrong(&config).await, [found], "{sql}");
    }
}

#[tokio::test]
async fn the_doctor_makes_nothing() {
    let folder = tempfile::tempdir().unwrap();

    assert_eq!(wrong(&config(folder.path())).await, ["key", "database"]);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}
