//! A run is a list of steps: each is named, timed and counted, and none hides behind another.

use std::io::IsTerminal;
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use anyhow::Result;

use crate::process;
use crate::tally::Tally;

#[derive(Default)]
pub struct Steps {
    tally: Tally,
    done: Vec<Done>,
}

struct Done {
    name: String,
    took: Duration,
    tally: Tally,
}

impl Steps {
    /// A step that goes well or does not: it counts as one.
    pub fn check(&mut self, name: &str, command: &mut Command) -> Result<()> {
        self.step(name, || {
            let status = process::run(colourful(command))?;
            Ok(if status.success() { PASSED } else { FAILED })
        })
    }

    /// A step that runs tests: it counts as many as its runner says it ran.
    pub fn suite(&mut self, name: &str, command: &mut Command) -> Result<()> {
        self.step(name, || {
            let mut tally = Tally::default();
            let status = process::run_and_read(colourful(command), |line| tally.read(line))?;
            // A runner that dies without a word about it has failed at least once.
            if !status.success() && tally.failed == 0 {
                tally.failed = 1;
            }
            Ok(tally)
        })
    }

    /// A step that could not even begin.
    pub fn missing(&mut self, name: &str, reason: &anyhow::Error) -> Result<()> {
        self.step(name, || {
            println!("{reason:#}");
            Ok(FAILED)
        })
    }

    /// Prints what each step took, and last the line that counts.
    pub fn close(&self) -> ExitCode {
        println!();
        for Done { name, took, tally } in &self.done {
            let mark = if tally.failed == 0 { "ok" } else { "FAILED" };
            println!("{:>8.1} s  {mark:<6}  {name}", took.as_secs_f32());
        }
        println!("\n{} passed, {} failed", self.tally.passed, self.tally.failed);
        if self.tally.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }

    fn step(&mut self, name: &str, work: impl FnOnce() -> Result<Tally>) -> Result<()> {
        process::go_on()?;
        println!("\n── {name}");
        let began = Instant::now();
        let tally = work()?;
        let took = began.elapsed();
        println!("── {name}: {:.1} s", took.as_secs_f32());
        self.tally.add(tally);
        self.done.push(Done { name: name.to_owned(), took, tally });
        Ok(())
    }
}

const PASSED: Tally = Tally { passed: 1, failed: 0 };
const FAILED: Tally = Tally { passed: 0, failed: 1 };

/// Colours survive the pipe that the counting needs, when a person is watching.
fn colourful(command: &mut Command) -> &mut Command {
    if std::io::stdout().is_terminal() {
        command.env("CARGO_TERM_COLOR", "always").env("FORCE_COLOR", "1");
    }
    command
}
