//! The program as a command of the shell, watched while it works.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use crate::engine::Engine;
use crate::server;

/// How often the kernel is asked what the process uses.
const LOOK: Duration = Duration::from_millis(20);

/// What a command took.
pub struct Took {
    pub wall: Duration,
    /// Of the processors, by the command.
    pub cpu_ms: f64,
    /// The most that it held at once.
    pub memory_mb: f64,
}

/// Runs the program with these words on this data.
pub async fn run(engine: &Engine, data: &Path, words: &[&str]) -> Result<Took> {
    let mut command = Command::new(server::program()?);
    command.args(words).arg("--data").arg(data);
    if let Engine::Postgres { url, owner } = engine {
        command.arg("--database-url").arg(url).arg("--database-owner-url").arg(owner);
    }
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    let began = Instant::now();
    let mut child = command.spawn()?;
    let mut took = Took { wall: Duration::ZERO, cpu_ms: 0.0, memory_mb: 0.0 };
    let status = loop {
        // A process that has just ended tells nothing any more; the look before is near enough.
        if let Ok(cpu_ms) = server::cpu_ms(child.id()) {
            took.cpu_ms = cpu_ms.max(took.cpu_ms);
        }
        if let Ok(memory_mb) = server::memory_mb(child.id(), "VmHWM:") {
            took.memory_mb = memory_mb.max(took.memory_mb);
        }
        if let Some(status) = child.try_wait()? {
            break status;
        }
        tokio::time::sleep(LOOK).await;
    };
    took.wall = began.elapsed();
    if !status.success() {
        let mut said = String::new();
        if let Some(mut errors) = child.stderr.take() {
            std::io::Read::read_to_string(&mut errors, &mut said)?;
        }
        bail!("`jembatan {}` ended with {status}: {said}", words.join(" "));
    }
    Ok(took)
}
