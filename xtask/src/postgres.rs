//! A PostgreSQL server of our own: in a temporary folder, gone when the run is.

mod cluster;

use std::process::{Command, ExitCode};

use anyhow::{Context, Result};
use clap::Args;

use crate::{process, workspace};

pub use cluster::{Cluster, Disk};

/// Runs a command beside a PostgreSQL server that lives as long as it does.
///
/// The command finds it in `JEMBATAN_TEST_POSTGRES` and `JEMBATAN_TEST_POSTGRES_OWNER`.
#[derive(Args)]
pub struct Postgres {
    /// What is committed survives the machine, as in production: for whoever measures.
    #[arg(long)]
    durable: bool,
    /// The command and its arguments.
    #[arg(last = true, required = true)]
    command: Vec<String>,
}

impl Postgres {
    pub fn run(self) -> Result<ExitCode> {
        let cluster = Cluster::start(if self.durable { Disk::Durable } else { Disk::Quick })?;
        let (program, arguments) = self.command.split_first().context("no command")?;
        let mut command = Command::new(program);
        command.current_dir(workspace::root()).args(arguments).envs(cluster.environment());
        let status = process::converse(&mut command)?;
        let code = status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(1);
        Ok(ExitCode::from(code))
    }
}
