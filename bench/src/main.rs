//! Measures how fast the program is: starts it as a process of its own, fills it, and asks.
//!
//! `cargo xtask bench` builds both and runs this. `docs/performance.md` says what the figures
//! were, and what they mean.
#![expect(clippy::print_stdout, reason = "figures are for whoever asked")]

mod workload;
mod seed;
mod phone;
mod read;
mod load;
mod ledger;
mod shell;
mod bare;
mod client;
mod server;
mod engine;
mod figure;

use std::time::Duration;

use anyhow::Context;
use clap::{Parser, ValueEnum};

use crate::engine::{Engine, Which};
use crate::figure::HEAD;
use crate::workload::{Measure, Workload};

/// Measures how fast the program is.
#[derive(Parser)]
#[command(name = "cargo xtask bench")]
struct Bench {
    /// One workload; all of them without it
    workload: Option<Workload>,
    #[arg(long, value_enum, default_value = "sqlite")]
    engine: Which,
    /// The server, as `cargo xtask postgres` names it
    #[arg(long, env = "JEMBATAN_TEST_POSTGRES", hide_env_values = true)]
    database_url: Option<String>,
    /// The role that owns the database
    #[arg(long, env = "JEMBATAN_TEST_POSTGRES_OWNER", hide_env_values = true)]
    database_owner_url: Option<String>,
    /// How long each measuring lasts
    #[arg(long, default_value_t = 10)]
    seconds: u64,
    /// Small companies and one second: does it still run?
    #[arg(long)]
    quick: bool,
    /// One figure a line, for programs
    #[arg(long)]
    json: bool,
}

/// One thread for all clients, so that the other core is the program's.
#[tokio::main(flavor = "current_thread")]
async fn main() -> anyhow::Result<()> {
    let bench = Bench::parse();
    let engine = bench.engine()?;
    let seconds = if bench.quick { 1 } else { bench.seconds };
    let measure = Measure { lasting: Duration::from_secs(seconds), quick: bench.quick };
    let workloads = match bench.workload {
        Some(workload) => vec![workload],
        None => Workload::value_variants().to_vec(),
    };
    if !bench.json {
        println!("{}, {seconds} s each\n\n{HEAD}", engine.word());
    }
    for workload in workloads {
        for figure in workload.run(&engine, measure).await? {
            if bench.json {
                println!("{}", serde_json::to_string(&figure)?);
            } else {
                println!("{}", figure.row());
            }
        }
    }
    Ok(())
}

impl Bench {
    fn engine(&self) -> anyhow::Result<Engine> {
        Ok(match self.engine {
            Which::Sqlite => Engine::Sqlite,
            Which::Postgres => {
                let missing = "`cargo xtask bench --engine postgres` starts a server";
                let url = self.database_url.clone().context(missing)?;
                let owner = self.database_owner_url.clone().unwrap_or_else(|| url.clone());
                Engine::Postgres { url, owner }
            }
        })
    }
}
