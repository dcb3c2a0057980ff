//! One client whole: people, place, tasks and what happened.

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
    let size = Size { people: 200, accounts: measure.size(5_000, 500) };
    let company = seed::company(&app, "Satu Klien", size).await?;
    let account = company.people[0].accounts[0];
    seed::story(&app, &company, account).await?;
    app.db.clone().close().await?;

    let server = Server::start(data, engine).await?;
    let mut figures = Vec::new();
    for (what, path) in [("page", "/accounts/"), ("API", "/api/v1/accounts/")] {
        let reading = Reading {
            name: format!("account-page, {what}"),
            path: format!("{path}{account}"),
            cookie: &company.people[0].cookie,
            encoding: "identity",
        };
        figures.extend(read(&server, engine, &reading, measure).await?);
    }
    Ok(figures)
}
