//! A large file of clients is looked through: what would be new, and what is wrong.

use std::fmt::Write;
use std::path::Path;

use anyhow::Result;

use super::Measure;
use crate::engine::Engine;
use crate::figure::Figure;
use crate::seed::{self, Size};
use crate::shell;

pub async fn run(engine: &Engine, data: &Path, measure: Measure) -> Result<Vec<Figure>> {
    let app = engine.open(data).await?;
    seed::company(&app, "Impor", Size { people: 10, accounts: 10 }).await?;
    app.db.clone().close().await?;

    let rows = measure.size(100_000, 1_000);
    let mut text = "Nama,Telepon,Kota,Situs\n".to_owned();
    for row in 0..rows {
        let phone = 10_000_000 + row;
        writeln!(text, "PT Klien {row},0812{phone},Bandung,klien{row}.example")?;
    }
    let file = data.join("clients.csv");
    std::fs::write(&file, text)?;
    let file = file.display().to_string();
    let took = shell::run(engine, data, &["import", "auto", &file, "--dry-run"]).await?;
    let ms = took.wall.as_secs_f64() * 1_000.0;
    Ok(vec![Figure {
        workload: format!("preview of {rows} rows"),
        engine: engine.word(),
        requests: 1,
        p50_ms: ms,
        p99_ms: ms,
        cpu_ms: took.cpu_ms,
        note: format!("the most memory {:.0} MB", took.memory_mb),
        ..Figure::default()
    }])
}
