//! A million lines as a file, and what the program holds meanwhile.

use std::path::Path;
use std::time::Instant;

use anyhow::{Result, bail};

use super::{Measure, sales_report};
use crate::client::{self, Client};
use crate::engine::Engine;
use crate::figure::Figure;
use crate::seed::{self, Size};
use crate::server::Server;

pub async fn run(engine: &Engine, data: &Path, measure: Measure) -> Result<Vec<Figure>> {
    let app = engine.open(data).await?;
    let company = seed::company(&app, "Ekspor", Size { people: 10, accounts: 10 }).await?;
    app.db.clone().close().await?;
    sales_report::fill(engine, data, measure).await?;

    let mut figures = Vec::new();
    for form in ["csv", "xlsx"] {
        // A process of its own for each, so that the most it held is what this file took.
        let server = Server::start(data, engine).await?;
        let path = format!("/transactions/lines.{form}");
        let request = client::get(&path, &company.administrator.cookie, "identity");
        let cpu = server.cpu_ms()?;
        let began = Instant::now();
        let answer = Client::connect(server.address).await?.ask(&request).await?;
        let ms = began.elapsed().as_secs_f64() * 1_000.0;
        if answer.status != 200 {
            bail!("{path} answered {}", answer.status);
        }
        let (size, memory) = (answer.body.len() / 1_000_000, server.most_memory_mb()?);
        figures.push(Figure {
            workload: format!("export-1m, {form}"),
            engine: engine.word(),
            requests: 1,
            p50_ms: ms,
            p99_ms: ms,
            cpu_ms: server.cpu_ms()? - cpu,
            note: format!("{size} MB; the most memory {memory:.0} MB"),
            ..Figure::default()
        });
    }
    Ok(figures)
}
