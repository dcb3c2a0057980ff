//! Who gets what from every address: `access.txt` is the answer, in full.
//!
//! A new address gets its line in `asks.rs`; then `UPDATE=1` writes the table, and the difference
//! is read as carefully as code.

#![expect(clippy::unwrap_used, reason = "a test that cannot ask should stop")]
#![expect(clippy::disallowed_methods, reason = "looks at the database itself, past the program")]

mod addresses;
mod asks;
mod forms;
mod before;
mod comes_back;
mod dump;
mod hostile;

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use sea_orm::DbBackend;
use testing::{ANDI, EVERYONE, JOKO, LINA, SARI, Seen, Someone, World, id};
use tokio::task::JoinSet;

use asks::{Ask, asks};
use before::Before;
use dump::Dump;

const LEGEND: &str = "\
What each person gets from each address, with a body that Ayu or whoever may would send.
A number is the status; a word is what became of the one event in a phone's batch.
`*`: the answer names one of Ayu's clients or somebody there.

";

/// Whom Ayu keeps, and who is met there.
const CLIENTS_OF_AYU: &[&str] = &["Toko Maju", "Apotek Sehat", "Rina Hartati", "Fatmawati"];

/// What no stranger may read, by company.
const OF_NUSANTARA: &[&str] =
    &["Toko Maju", "Apotek Sehat", "Warung Sari", "Gudang Utara", "Rina Hartati", "Ayu Lestari"];
const OF_SAMUDRA: &[&str] = &["Kapal Bali", "Andi Saputra"];

/// A column of the table.
const WIDTH: usize = 9;

/// How many rows are asked side by side.
const AT_ONCE: usize = 4;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn everyone_gets_what_access_txt_says() {
    let before = Arc::new(Before::new().await);
    let mut parts = JoinSet::new();
    for part in 0..AT_ONCE {
        let before = Arc::clone(&before);
        parts.spawn(async move {
            let mut rows = Rows::begin(before).await;
            let mut found = Vec::new();
            for (number, ask) in asks().enumerate().skip(part).step_by(AT_ONCE) {
                found.push((number, rows.row(number, ask).await));
            }
            found
        });
    }
    let mut rows: Vec<(usize, String)> = parts.join_all().await.concat();
    rows.sort();

    let mut table = format!("{LEGEND}{:52}", "");
    for someone in everyone() {
        write!(table, "{:>WIDTH$}", someone.map_or("nobody", |it| it.name)).unwrap();
    }
    for (_, row) in rows {
        write!(table, "\n{row}").unwrap();
    }
    table.push('\n');
    same_as_kept(&table);
}

fn same_as_kept(table: &str) {
    if std::env::var_os("UPDATE").is_some() {
        fs::write(file(), table).unwrap();
    }
    let kept = kept();
    let mut differences = String::new();
    for line in table.lines().filter(|line| !kept.lines().any(|it| it == *line)) {
        writeln!(differences, "now:  {line}").unwrap();
    }
    for line in kept.lines().filter(|line| !table.lines().any(|it| it == *line)) {
        writeln!(differences, "kept: {line}").unwrap();
    }
    assert_eq!(table, kept, "run with UPDATE=1 and read the difference\n{differences}");
}

fn file() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/access.txt")
}

fn kept() -> String {
    fs::read_to_string(file()).unwrap_or_default()
}

fn everyone() -> impl Iterator<Item = Option<Someone>> {
    EVERYONE.iter().copied().map(Some).chain([None])
}

/// Asks row after row, in one world for as long as nothing in it changes.
struct Rows {
    before: Arc<Before>,
    world: World,
    dump: Dump,
    /// What the table says already; empty when it is to be written anew.
    kept: String,
}

impl Rows {
    async fn begin(before: Arc<Before>) -> Self {
        let world = before.world().await;
        let dump = Dump::of(&world).await;
        let kept = if std::env::var_os("UPDATE").is_some() { String::new() } else { kept() };
        Self { before, world, dump, kept }
    }

    /// A world in which nothing was done: what is in it is known already.
    async fn anew(&mut self) {
        let fresh = self.before.world().await;
        std::mem::replace(&mut self.world, fresh).end().await;
    }

    /// A world of its own for everyone who may change something is dear on PostgreSQL: there, the
    /// first of them is enough, and the others are as the table says. Whoever may not is asked.
    fn spared(&self, number: usize, row: &str, place: usize, changed: bool) -> Option<String> {
        if !changed || self.world.app.db.backend() != DbBackend::Postgres {
            return None;
        }
        let line = self.kept.lines().nth(LEGEND.lines().count() + 1 + number)?;
        let line = line.starts_with(row).then_some(line)?;
        let cell = line.get(row.len()..row.len() + WIDTH)?.trim();
        let done = cell.starts_with(['2', '3']) || cell == "created";
        (done && place < EVERYONE.len()).then(|| cell.to_owned())
    }

    async fn row(&mut self, number: usize, ask: &Ask) -> String {
        let (method, address, _) = *ask;
        let mut row = format!("{method:7}{address:45}");
        let mut changed = false;
        for (place, someone) in everyone().enumerate() {
            if let Some(cell) = self.spared(number, &row, place, changed) {
                write!(row, "{cell:>WIDTH$}").unwrap();
                continue;
            }
            let seen = asks::send(&self.world.browse(someone), someone, ask).await;
            keeps_to_itself(ask, someone, &seen);
            write!(row, "{:>WIDTH$}", cell(&seen)).unwrap();
            if method != "GET" {
                changed |= self.settle(ask, someone, &seen).await;
            }
        }
        let now = Dump::of(&self.world).await;
        let mut written = self.dump.changed(&now);
        if !written.is_empty() {
            // Reading writes nothing, but for the audit of who took a whole list out.
            written.retain(|it| !["event", "stream_head"].contains(it));
            // And but for a link that counts how often it was followed.
            written.retain(|it| !(address.starts_with("/s/") && *it == "statement_link"));
            written.retain(|it| !(address.starts_with("/calendar/") && *it == "calendar_feed"));
            assert_eq!(written, Vec::<&str>::new(), "{method} {address} wrote");
            self.anew().await;
        }
        row
    }

    /// What was refused has changed nothing. What was done must not colour what the next one
    /// gets, so they get a world of their own. Answers whether anything changed.
    async fn settle(&mut self, ask: &Ask, someone: Option<Someone>, seen: &Seen) -> bool {
        let now = Dump::of(&self.world).await;
        let changed = self.dump.changed(&now);
        if changed.is_empty() {
            return false;
        }
        let (method, address, _) = ask;
        let name = someone.map_or("nobody", |it| it.name);
        let refused = 400 <= seen.status
            || seen.location().starts_with("/sign-in") && !address.starts_with("/sign-out")
            || result(seen).is_some_and(|it| it == "rejected");
        assert!(!refused, "{method} {address}: {name} was refused, and yet {changed:?} changed");
        self.anew().await;
        true
    }
}

fn cell(seen: &Seen) -> String {
    let names = CLIENTS_OF_AYU.iter().any(|it| seen.body.contains(it));
    let ids = ["toko-maju", "apotek-sehat"].map(|it| id(it).to_string());
    let told = seen.status < 300 && (names || ids.iter().any(|it| seen.body.contains(it)));
    let star = if told { "*" } else { "" };
    let status = || format!("{}{star}", seen.status);
    result(seen).unwrap_or_else(status)
}

/// What became of the one event of a batch.
fn result(seen: &Seen) -> Option<String> {
    let body: serde_json::Value = serde_json::from_str(&seen.body).ok()?;
    Some(body["results"][0]["status"].as_str()?.to_owned())
}

/// Nothing of a company is told to strangers; nothing at all to those who may not come in.
fn keeps_to_itself(ask: &Ask, someone: Option<Someone>, seen: &Seen) {
    let strangers = match someone {
        None | Some(LINA | JOKO) => [OF_NUSANTARA, OF_SAMUDRA].concat(),
        Some(SARI | ANDI) => OF_NUSANTARA.to_vec(),
        Some(_) => OF_SAMUDRA.to_vec(),
    };
    let (method, address, _) = ask;
    let name = someone.map_or("nobody", |it| it.name);
    // A link tells whoever holds it of its one client, and of nobody else.
    let given: &[&str] = match *address {
        it if it.starts_with("/s/") => &["Toko Maju"],
        // And a calendar tells of what its owner has to do.
        it if it.starts_with("/calendar/") => &["Toko Maju", "Apotek Sehat", "Ayu Lestari"],
        _ => &[],
    };
    for secret in strangers.into_iter().filter(|it| !given.contains(it)) {
        assert!(!seen.body.contains(secret), "{method} {address}: {name} reads of {secret}");
    }
}
