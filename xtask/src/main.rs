//! The chores of this repository: what a person types, and what continuous integration runs.
#![expect(clippy::print_stdout, reason = "these chores speak to the person who typed them")]

mod check;
mod test;
mod postgres;
mod bench;
mod capability;
mod words;

mod steps;
mod tally;
mod process;
mod needs;
mod node;
mod workspace;

use std::process::ExitCode;

use anyhow::Result;
use clap::Parser;

/// The chores of this repository.
#[derive(Parser)]
#[command(name = "cargo xtask", version, propagate_version = false)]
enum Chore {
    /// Formatting, lints, types, licences: everything that needs no test to run.
    Check(check::Check),
    /// Every test there is, on both databases and in the browser; or one crate's.
    Test(test::Test),
    /// Runs a command beside a PostgreSQL server that lives as long as it does.
    Postgres(postgres::Postgres),
    /// Measures how fast the program is.
    Bench(bench::Bench),
    /// Makes the folder of a new capability.
    Capability(capability::Capability),
    /// Lists the messages that nobody says any more.
    Words,
}

fn main() -> ExitCode {
    match chore(Chore::parse()) {
        Ok(code) => code,
        Err(_) if process::stopped() => ExitCode::from(130),
        Err(failure) => {
            eprintln!("{failure:#}");
            ExitCode::FAILURE
        }
    }
}

fn chore(chore: Chore) -> Result<ExitCode> {
    process::listen_for_signals()?;
    match chore {
        Chore::Check(check) => check.run(),
        Chore::Test(test) => test.run(),
        Chore::Postgres(postgres) => postgres.run(),
        Chore::Bench(bench) => bench.run(),
        Chore::Capability(capability) => capability.run(),
        Chore::Words => words::run(),
    }
}
