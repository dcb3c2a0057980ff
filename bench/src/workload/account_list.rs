//! The first page of the book of clients, as a page and as data, in a small book and a large one.

use std::path::Path;

use anyhow::Result;

use super::Measure;
use crate::engine::Engine;
use crate::figure::Figure;
use crate::read::{Reading, read};
use crate::seed::{self, Size};
use crate::server::Server;

pub async fn run(engine: &Engine, data: &Path, measure: Measure) -> Result<Vec<Figure>> {
    let app = engine.open(data).await?;
    let (small, large) = (measure.size(5_000, 500), measure.size(100_000, 2_000));
    let mut companies = Vec::new();
    for (name, accounts) in [("Buku Kecil", small), ("Buku Besar", large)] {
        let size = Size { people: 200, accounts };
        companies.push((accounts, seed::company(&app, name, size).await?));
    }
    app.db.clone().close().await?;

    let server = Server::start(data, engine).await?;
    let mut figures = Vec::new();
    for (accounts, company) in &companies {
        let everybody = &company.administrator.cookie;
        let own = &company.people[0].cookie;
        for (what, path, cookie, encoding) in [
            ("page, one's own", "/accounts", own, "identity"),
            ("page, everybody's", "/accounts", everybody, "identity"),
            ("page, everybody's, compressed", "/accounts", everybody, "gzip, deflate, br"),
            ("API, everybody's", "/api/v1/accounts", everybody, "identity"),
        ] {
            let name = format!("account-list {accounts}, {what}");
            let reading = Reading { name, path: path.to_owned(), cookie, encoding };
            figures.extend(read(&server, engine, &reading, measure).await?);
        }
    }
    Ok(figures)
}
