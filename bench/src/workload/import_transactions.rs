//! A real year of a wholesaler from the shell: the first time, and once more.

use std::path::Path;

use anyhow::Result;

use super::Measure;
use crate::engine::Engine;
use crate::figure::Figure;
use crate::ledger;
use crate::seed::{self, Size};
use crate::shell;

/// The days of a smoke run.
const FEW_DAYS: usize = 5;

pub async fn run(engine: &Engine, data: &Path, measure: Measure) -> Result<Vec<Figure>> {
    let app = engine.open(data).await?;
    seed::company(&app, "Grosir", Size { people: 10, accounts: 10 }).await?;
    app.db.clone().close().await?;
    let few = measure.quick.then(|| ledger::first_days(data, FEW_DAYS)).transpose()?;
    let days = few.as_deref().and_then(Path::to_str).unwrap_or(ledger::DAYS);

    let mut figures = Vec::new();
    for name in ["import-transactions", "import-transactions, once more"] {
        let took = shell::run(engine, data, &["import", "online-retail", days]).await?;
        let ms = took.wall.as_secs_f64() * 1_000.0;
        figures.push(Figure {
            workload: name.to_owned(),
            engine: engine.word(),
            requests: 1,
            p50_ms: ms,
            p99_ms: ms,
            cpu_ms: took.cpu_ms,
            note: format!("the most memory {:.0} MB", took.memory_mb),
            ..Figure::default()
        });
    }
    Ok(figures)
}
