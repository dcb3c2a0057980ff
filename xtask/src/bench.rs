//! Measures how fast the program is: builds it as it is measured, and runs what measures it.

use std::process::{Command, ExitCode};

use anyhow::Result;
use clap::{Args, ValueEnum};

use crate::postgres::{Cluster, Disk};
use crate::{process, workspace};

/// The profile of the figures; cargo puts what it builds into the folder `release`.
const PROFILE: &str = "bench";

/// Measures how fast the program is.
#[derive(Args)]
pub struct Bench {
    /// One workload, such as `check-in`; all of them without it.
    workload: Option<String>,
    #[arg(long, value_enum, default_value = "sqlite")]
    engine: Engine,
    /// How long each measuring lasts.
    #[arg(long)]
    seconds: Option<u64>,
    /// Small companies and one second: does it still run?
    #[arg(long)]
    quick: bool,
    /// One figure a line, for programs.
    #[arg(long)]
    json: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Engine {
    Sqlite,
    Postgres,
}

impl Bench {
    pub fn run(self) -> Result<ExitCode> {
        let mut build = workspace::cargo(&["build", "--profile", PROFILE]);
        build.args(["--package", "jembatan", "--package", "bench"]);
        if !process::run(&mut build)?.success() {
            return Ok(ExitCode::FAILURE);
        }
        let mut bench = Command::new(workspace::target()?.join("release/bench"));
        bench.current_dir(workspace::root()).args(&self.workload);
        if let Some(seconds) = self.seconds {
            bench.arg("--seconds").arg(seconds.to_string());
        }
        if self.quick {
            bench.arg("--quick");
        }
        if self.json {
            bench.arg("--json");
        }
        let status = match self.engine {
            Engine::Sqlite => process::run(&mut bench)?,
            Engine::Postgres => {
                let cluster = Cluster::start(Disk::Durable)?;
                bench.args(["--engine", "postgres"]).envs(cluster.environment());
                process::run(&mut bench)?
            }
        };
        Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }
}
