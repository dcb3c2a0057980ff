//! What a manager asks: of 8,800 real deals, and of a million real lines.

use std::path::Path;

use anyhow::Result;

use super::Measure;
use crate::engine::Engine;
use crate::figure::Figure;
use crate::ledger;
use crate::read::{Reading, read};
use crate::seed::{self, Size};
use crate::server::Server;
use crate::shell;

/// The ready reports, and what is asked of each.
const REPORTS: &[(&str, &str)] = &[
    ("deals by agent", "sales-progress?by=person&within=all"),
    (
        "deals by quarter, beside the one before",
        "sales-progress?by=quarter&compare=before&from=2017-07-01&to=2017-12-31",
    ),
    ("deals by product", "sales-progress?by=product&within=all"),
    ("pipeline by stage", "pipeline?by=stage"),
    ("a million lines by client", "sales?by=account&within=all"),
    ("a million lines by month", "sales?by=month&within=all"),
    ("a million lines by product", "products?by=product&within=all"),
    ("growth by client", "growth?by=account&from=2013-01-01&to=2013-12-09"),
    ("silent clients", "silent-clients"),
    ("new and lost clients", "new-and-lost-clients?by=month&within=all"),
    ("coverage by person", "coverage"),
];

pub async fn run(engine: &Engine, data: &Path, measure: Measure) -> Result<Vec<Figure>> {
    let app = engine.open(data).await?;
    let company = seed::company(&app, "Laporan", Size { people: 10, accounts: 10 }).await?;
    app.db.clone().close().await?;
    shell::run(engine, data, &["import", "crm-sales-opportunities", ledger::DEALS]).await?;
    fill(engine, data, measure).await?;

    let server = Server::start(data, engine).await?;
    let mut figures = Vec::new();
    for (what, asked) in REPORTS {
        for (as_what, path) in [("page", "/reports/"), ("API", "/api/v1/reports/")] {
            let reading = Reading {
                name: format!("sales-report, {what}, {as_what}"),
                path: format!("{path}{asked}"),
                cookie: &company.administrator.cookie,
                encoding: "identity",
            };
            figures.extend(read(&server, engine, &reading, measure).await?);
        }
    }
    Ok(figures)
}

/// Two years of the ledger: 1,083,818 lines; a few days of each for a smoke run.
pub async fn fill(engine: &Engine, data: &Path, measure: Measure) -> Result<()> {
    let days = measure.size(usize::MAX, 5);
    let few = measure.quick.then(|| ledger::first_days(data, days)).transpose()?;
    let first = few.as_deref().and_then(Path::to_str).unwrap_or(ledger::DAYS);
    shell::run(engine, data, &["import", "online-retail", first]).await?;
    let later = ledger::two_years_later(data, days)?;
    shell::run(engine, data, &["import", "online-retail", &later.display().to_string()]).await?;
    Ok(())
}
