//! Eight o'clock: 10,000 phones clock in within a minute, each when its person presses the
//! button, whether or not the one before has been answered.

use std::path::Path;
use std::time::Duration;

use anyhow::Result;

use super::Measure;
use super::check_in::created;
use crate::engine::Engine;
use crate::figure::Figure;
use crate::load;
use crate::phone;
use crate::seed::{self, Size};
use crate::server::Server;

/// 10,000 within 60 seconds are some 167 each second.
const EVERY: Duration = Duration::from_millis(6);
const PHONES: usize = 10_000;

pub async fn run(engine: &Engine, data: &Path, measure: Measure) -> Result<Vec<Figure>> {
    let app = engine.open(data).await?;
    // As many as come within the time that was given, so that the pace stays that of the minute.
    let within = usize::try_from(measure.lasting.as_micros() / EVERY.as_micros())?;
    let people = measure.size(PHONES, within.min(PHONES));
    let company = seed::company(&app, "Pukul Delapan", Size { people, accounts: people }).await?;
    seed::yesterday(&app, &company).await?;

    let server = Server::start(data, engine).await?;
    let phones = company.people.iter().enumerate();
    let requests = phones
        .map(|(at, member)| phone::batch(&app, company.id, member, "clock_in", 0, seed::point(at)));
    let requests = requests.collect();
    let cpu = server.cpu_ms()?;
    let (seen, at_once) = load::open(server.address, EVERY, requests, created).await;
    let cpu = server.cpu_ms()? - cpu;
    app.db.clone().close().await?;
    let mut figure = Figure::of("burst-0800", engine.word(), &seen, cpu);
    if figure.note.is_empty() {
        figure.note = format!("{at_once} under way at the most");
    }
    Ok(vec![figure])
}
