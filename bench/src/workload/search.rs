//! Whatever somebody types into the search field, in a small book of clients and a large one, each
//! with its ledger.

use std::path::Path;

use anyhow::Result;
use frame::jobs::{run_due, run_scheduled};

use super::Measure;
use crate::engine::Engine;
use crate::figure::Figure;
use crate::read::{Reading, read};
use crate::seed::{self, Size};
use crate::server::Server;

/// What is typed, and what is hard about it.
const TYPED: &[(&str, &str)] = &[
    ("one name, exact", "q=000008"),
    ("a begun word that thousands have", "q=se"),
    ("two words that thousands have", "q=toko+sejahtera"),
    ("a misspelt word", "q=sejahterra"),
    ("a phone", "q=0812-0000"),
    ("a word that nobody says", "q=xylofon"),
    ("the whole number of a document", "q=INV-2026-00200"),
    ("a number of which all begin so", "q=inv-2026-0"),
    ("the end of a number", "q=00200"),
    ("a number that nothing has", "q=INV-2031-77777"),
];

pub async fn run(engine: &Engine, data: &Path, measure: Measure) -> Result<Vec<Figure>> {
    let app = engine.open(data).await?;
    let small = (measure.size(5_000, 500), measure.size(1_300, 300));
    // With the forty lines of each, a million.
    let large = (measure.size(100_000, 2_000), measure.size(26_000, 600));
    let mut companies = Vec::new();
    for (name, (accounts, documents)) in [("Buku Kecil", small), ("Buku Besar", large)] {
        let size = Size { people: 200, accounts };
        let company = seed::company(&app, name, size).await?;
        seed::documents(&app, &company, documents).await?;
        companies.push((accounts, company));
    }
    // The book was written past the index; it is built as after an upgrade.
    run_scheduled(&app).await?;
    while 0 < run_due(&app).await? {}
    app.db.clone().close().await?;

    let server = Server::start(data, engine).await?;
    let mut figures = Vec::new();
    for (accounts, company) in &companies {
        let readers =
            [("everybody's", &company.administrator.cookie), ("own", &company.people[0].cookie)];
        for (whose, cookie) in readers {
            for (what, typed) in TYPED {
                let name = format!("search {accounts}, {what}, {whose}");
                let path = format!("/search/offers?{typed}");
                let reading = Reading { name, path, cookie, encoding: "identity" };
                figures.extend(read(&server, engine, &reading, measure).await?);
            }
        }
    }
    Ok(figures)
}
