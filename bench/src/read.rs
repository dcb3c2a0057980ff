//! Pages that are read again and again: by one reader, who waits for nobody, and by eight at a time.

use anyhow::Result;

use crate::client::{self, Client};
use crate::engine::Engine;
use crate::figure::Figure;
use crate::load;
use crate::server::Server;
use crate::workload::Measure;

const CLIENTS: [usize; 2] = [1, 8];

pub struct Reading<'a> {
    pub name: String,
    pub path: String,
    pub cookie: &'a str,
    pub encoding: &'static str,
}

/// Reads one address; one that does not answer is named and not measured.
pub async fn read(
    server: &Server,
    engine: &Engine,
    reading: &Reading<'_>,
    measure: Measure,
) -> Result<Vec<Figure>> {
    let request = client::get(&reading.path, reading.cookie, reading.encoding);
    let first = Client::connect(server.address).await?.ask(&request).await?;
    if first.status == 404 {
        let why = format!("{} is not there yet", reading.path);
        return Ok(vec![Figure::not_measured(&reading.name, engine.word(), why)]);
    }
    let mut figures = Vec::new();
    for clients in CLIENTS {
        let cpu = server.cpu_ms()?;
        let next = || Some(request.clone());
        let seen = load::closed(server.address, clients, measure.lasting, next, load::fine).await?;
        let cpu = server.cpu_ms()? - cpu;
        let mut figure = Figure::of(&reading.name, engine.word(), &seen, cpu).clients(clients);
        if figure.note.is_empty() {
            figure.note = format!("{} bytes", first.body.len());
        }
        figures.push(figure);
    }
    Ok(figures)
}
