//! From nothing to the first answer, and what the program holds while nobody asks.

use std::path::Path;
use std::time::Duration;

use anyhow::Result;

use super::Measure;
use crate::engine::Engine;
use crate::figure::Figure;
use crate::seed::{self, Size};
use crate::server::Server;

const TIMES: u32 = 5;

pub async fn run(engine: &Engine, data: &Path, measure: Measure) -> Result<Vec<Figure>> {
    let app = engine.open(data).await?;
    let size = Size { people: 200, accounts: measure.size(5_000, 500) };
    seed::company(&app, "Mulai", size).await?;
    app.db.clone().close().await?;

    let (mut took, mut memory) = (Vec::new(), 0.0);
    for _ in 0..TIMES {
        let server = Server::start(data, engine).await?;
        took.push(server.first_answer);
        // Scheduled work has its first look round meanwhile.
        tokio::time::sleep(Duration::from_secs(2)).await;
        memory = server.memory_mb()?.max(memory);
    }
    took.sort_unstable();
    let ms = |it: Duration| it.as_secs_f64() * 1_000.0;
    let (middle, longest) = (took[took.len() / 2], took[took.len() - 1]);
    Ok(vec![Figure {
        workload: "start".to_owned(),
        engine: engine.word(),
        requests: took.len(),
        p50_ms: ms(middle),
        p99_ms: ms(longest),
        note: format!("first answer after start; idle memory {memory:.0} MB"),
        ..Figure::default()
    }])
}
