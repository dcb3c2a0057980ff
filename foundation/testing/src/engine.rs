//! A copy of the world's database for one test, on the engine that the run is for.
#![expect(clippy::disallowed_methods, reason = "a test's database is made before anybody acts")]

use std::env;
use std::path::{Path, PathBuf};

use frame::db::Db;
use sea_orm::{ConnectionTrait, Database, DatabaseConnection, DbErr};
use tempfile::TempDir;

use crate::seed;

/// What a world lives in, and what goes with it.
pub struct Kept {
    folder: TempDir,
    /// The address of the database; none when it is a file in the folder.
    url: Option<String>,
}

impl Kept {
    pub fn folder(&self) -> &TempDir {
        &self.folder
    }

    /// The same database, opened by another process.
    pub async fn again(&self) -> Db {
        match &self.url {
            Some(url) => Db::postgres(url).await.expect("a database"),
            None => Db::sqlite(&self.folder.path().join(WORLD)).await.expect("a database"),
        }
    }

    /// Throws a database away that nobody asks any more; a file goes with its folder.
    pub async fn remove(&self) {
        let Some(url) = &self.url else { return };
        drop_database(url).await.expect("a database that is gone");
    }

    /// A copy of everything, while nobody has it open.
    pub async fn copy(&self) -> (Db, Self) {
        let folder = tempfile::tempdir().expect("a folder for the copy");
        copy_folder(self.folder.path(), folder.path()).expect("a copy of the files");
        let Some(url) = &self.url else {
            let db = Db::sqlite(&folder.path().join(WORLD)).await.expect("a database");
            return (db, Self { folder, url: None });
        };
        let owner = owner_of(url);
        let server = Database::connect(&owner).await.expect("the test's server");
        let url = clone(&server, url, database_in(url)).await;
        let db = Db::postgres(&url).await.expect("a database");
        (db, Self { folder, url: Some(url) })
    }
}

/// A server that keeps the databases of a thousand tests writes gigabytes of them to the disk.
impl Drop for Kept {
    fn drop(&mut self) {
        let Some(url) = self.url.take() else { return };
        // The end of a test cannot wait for a future of its own runtime.
        let gone = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
            Ok::<_, std::io::Error>(runtime.block_on(drop_database(&url)).ok())
        });
        // What stays goes with the server.
        let _ = gone.join();
    }
}

async fn drop_database(url: &str) -> Result<(), DbErr> {
    let server = Database::connect(owner_of(url)).await?;
    let sql = format!("drop database if exists {} with (force)", database_in(url));
    server.execute_unprepared(&sql).await?;
    server.close().await
}

fn copy_folder(from: &Path, to: &Path) -> std::io::Result<()> {
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let beside = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            std::fs::create_dir(&beside)?;
            copy_folder(&entry.path(), &beside)?;
        } else {
            std::fs::copy(entry.path(), &beside)?;
        }
    }
    Ok(())
}

const WORLD: &str = "world.db";

/// A new copy of the world.
pub async fn fresh() -> (Db, Kept) {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let (db, url) = match env::var("JEMBATAN_TEST_POSTGRES") {
        Ok(url) => postgres(&url).await,
        Err(_) => (sqlite(folder.path()).await, None),
    };
    (db, Kept { folder, url })
}

/// A file that is made once and copied for each test.
async fn sqlite(folder: &Path) -> Db {
    let template = template_file();
    if !template.exists() {
        let made = folder.join("made.db");
        let db = Db::sqlite(&made).await.expect("a database");
        migrations::run(&db.owner()).await.expect("the schema");
        seed::fill(&db.owner()).await;
        db.close().await.expect("a whole file");
        let parent = template.parent().expect("a folder");
        std::fs::create_dir_all(parent).expect("a folder for the template");
        // Tests run side by side: whoever is last wins, and all are the same.
        let beside = parent.join(format!("{}.tmp", std::process::id()));
        std::fs::copy(&made, &beside).expect("a copy");
        std::fs::rename(&beside, &template).expect("a template");
    }
    let file = folder.join(WORLD);
    std::fs::copy(template, &file).expect("a copy of the template");
    Db::sqlite(&file).await.expect("a database")
}

fn template_file() -> PathBuf {
    env::temp_dir().join("jembatan-worlds").join(format!("{}.db", seed::fingerprint()))
}

/// A template database that is made once and cloned for each test.
async fn postgres(url: &str) -> (Db, Option<String>) {
    let owner = owner_of(url);
    let server = Database::connect(&owner).await.expect("the test's server");
    let template = format!("world_{}", seed::fingerprint());
    make_template(&server, &owner, &template).await;
    let url = clone(&server, url, &template).await;
    (Db::postgres(&url).await.expect("a database"), Some(url))
}

/// Who may make databases where the program may only read and write one.
fn owner_of(url: &str) -> String {
    let owner = env::var("JEMBATAN_TEST_POSTGRES_OWNER");
    owner.unwrap_or_else(|_| url.to_owned())
}

/// A database of its own, as this one is; its address.
async fn clone(server: &DatabaseConnection, url: &str, template: &str) -> String {
    let name = format!("test_{}", uuid::Uuid::from_u128(rand_bits()).simple());
    // Copied as files: what it says in its log would be written twice, page by page.
    let sql = format!("create database {name} template {template} strategy file_copy");
    server.execute_unprepared(&sql).await.expect("a clone of the world");
    server.close_by_ref().await.expect("the server lets go");
    at(url, &name)
}

/// One test makes it while the others wait at the same lock.
async fn make_template(server: &DatabaseConnection, owner: &str, template: &str) {
    use sea_orm::TransactionTrait;
    let turn = server.begin().await.expect("a transaction");
    let lock = "select pg_advisory_xact_lock(4242)";
    turn.execute_unprepared(lock).await.expect("the lock");
    let known = format!("select 1 from pg_database where datname = '{template}'");
    let known = sea_orm::Statement::from_string(sea_orm::DbBackend::Postgres, known);
    if turn.query_one_raw(known).await.expect("the catalogue").is_none() {
        let making = format!("{template}_making");
        for sql in
            [format!("drop database if exists {making}"), format!("create database {making}")]
        {
            server.execute_unprepared(&sql).await.expect("a database to make");
        }
        let db = Database::connect(at(owner, &making)).await.expect("a database");
        migrations::run(&db).await.expect("the schema");
        migrations::grant(&db, "jembatan").await.expect("rows for the application's role");
        seed::fill(&db).await;
        db.close().await.expect("the template lets go");
        let named = format!("alter database {making} rename to {template}");
        server.execute_unprepared(&named).await.expect("a template");
    }
    turn.commit().await.expect("the lock ends");
}

/// Which database an address leads to.
fn database_in(url: &str) -> &str {
    let name = url.rsplit_once('/').expect("a database in the address").1;
    name.split_once('?').map_or(name, |it| it.0)
}

/// The same server, another database.
fn at(url: &str, database: &str) -> String {
    let (server, rest) = url.rsplit_once('/').expect("a database in the address");
    let options = rest.split_once('?').map(|it| it.1);
    match options {
        Some(options) => format!("{server}/{database}?{options}"),
        None => format!("{server}/{database}"),
    }
}

fn rand_bits() -> u128 {
    let bytes: [u8; 16] = frame::secrets::fresh()[..16].try_into().expect("32 bytes");
    u128::from_be_bytes(bytes)
}

/// A new, empty database on the server of the run, as the program and as its owner reach it;
/// nothing when the run is on SQLite.
pub async fn empty_database() -> Option<(String, String)> {
    let url = env::var("JEMBATAN_TEST_POSTGRES").ok()?;
    let owner = owner_of(&url);
    let name = format!("empty_{}", uuid::Uuid::from_u128(rand_bits()).simple());
    let server = Database::connect(&owner).await.expect("the test's server");
    let sql = format!("create database {name}");
    server.execute_unprepared(&sql).await.expect("an empty database");
    server.close().await.expect("the server lets go");
    Some((at(&url, &name), at(&owner, &name)))
}
