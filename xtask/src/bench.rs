//! Measures how fast the program is: a name for `cargo run --release -p bench`.

use std::process::ExitCode;

use anyhow::{Result, bail};
use clap::Args;

use crate::{process, workspace};

/// Measures how fast the program is.
#[derive(Args)]
pub struct Bench {
    /// One workload, such as `check-in`; all of them without it.
    workload: Option<String>,
    /// What the measuring program is told besides.
    #[arg(last = true)]
    arguments: Vec<String>,
}

impl Bench {
    pub fn run(self) -> Result<ExitCode> {
        if !workspace::has_package("bench")? {
            bail!("There is no crate `bench` yet: it measures the program once there is one.");
        }
        let mut bench = workspace::cargo(&["run", "--release", "--package", "bench", "--"]);
        bench.args(self.workload).args(self.arguments);
        let status = process::run(&mut bench)?;
        Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }
}
