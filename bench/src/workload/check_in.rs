//! Executives check in at their clients, each on a phone of their own.

use std::cell::Cell;
use std::path::Path;

use anyhow::Result;
use frame::App;

use super::Measure;
use crate::bare;
use crate::client::Answer;
use crate::engine::Engine;
use crate::figure::Figure;
use crate::load;
use crate::phone;
use crate::seed::{self, Company, Size};
use crate::server::Server;

const CLIENTS: [usize; 2] = [8, 32];

pub async fn run(engine: &Engine, data: &Path, measure: Measure) -> Result<Vec<Figure>> {
    let app = engine.open(data).await?;
    let people = measure.size(10_000, 500);
    let size = Size { people, accounts: 2 * people };
    let company = seed::company(&app, "Lapangan", size).await?;
    seed::yesterday(&app, &company).await?;

    let server = Server::start(data, engine).await?;
    // Each checks in once, and only then somebody for the second time.
    let turn = Cell::new(0);
    let mut figures = Vec::new();
    for clients in CLIENTS {
        let bare = bare::commits(engine, data, clients, measure.lasting / 4).await?;
        let cpu = server.cpu_ms()?;
        let next = || Some(check_in(&app, &company, turn.replace(turn.get() + 1)));
        let seen = load::closed(server.address, clients, measure.lasting, next, created).await?;
        let cpu = server.cpu_ms()? - cpu;
        let figure = Figure::of("check-in", engine.word(), &seen, cpu).clients(clients);
        figures.push(Figure { bare_per_second: Some(bare), ..figure });
    }
    app.db.clone().close().await?;
    Ok(figures)
}

fn check_in(app: &App, company: &Company, turn: usize) -> Vec<u8> {
    let people = company.people.len();
    let (who, seq) = (turn % people, turn / people);
    let member = &company.people[who];
    let account = who + seq % member.accounts.len() * people;
    phone::batch(app, company.id, member, "visit_check_in", seq, seed::point(account))
}

/// The event was kept, now.
pub fn created(answer: &Answer) -> Result<(), String> {
    load::fine(answer)?;
    let said = String::from_utf8_lossy(&answer.body);
    if said.contains("\"status\":\"created\"") { Ok(()) } else { Err(said.into_owned()) }
}
