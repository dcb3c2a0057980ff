//! A month of the working days of 200 people, as whoever keeps people's time reads it.

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
    let people = measure.size(200, 20);
    let size = Size { people, accounts: people };
    let company = seed::company(&app, "Sebulan Kerja", size).await?;
    let first = seed::month(&app, &company).await?.to_string();
    app.db.clone().close().await?;

    let server = Server::start(data, engine).await?;
    let month = &first[..7];
    let reading = Reading {
        name: format!("attendance-month, {people} people"),
        path: format!("/attendance?month={month}"),
        cookie: &company.administrator.cookie,
        encoding: "identity",
    };
    read(&server, engine, &reading, measure).await
}
