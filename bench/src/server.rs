//! The program under measurement, as a process of its own.

use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::client::{self, Client};
use crate::engine::Engine;

/// Longer than this and it will not start any more.
const PATIENCE: Duration = Duration::from_secs(30);
/// How finely the kernel counts the time of a process on this platform: 100 times a second.
const TICK_MS: f64 = 10.0;

pub struct Server {
    child: Child,
    pub address: SocketAddr,
    /// From the start of the process to the first answer.
    pub first_answer: Duration,
}

impl Server {
    /// Starts the program that was built beside this one, and waits for its first answer.
    pub async fn start(data: &Path, engine: &Engine) -> Result<Self> {
        engine.settle().await?;
        let address = free_address()?;
        let began = Instant::now();
        let mut command = Command::new(program()?);
        command.arg("serve").arg("--data").arg(data).arg("--listen").arg(address.to_string());
        if let Engine::Postgres { url, owner } = engine {
            command.arg("--database-url").arg(url).arg("--database-owner-url").arg(owner);
        }
        // Logging as in production, to where a service manager would read it.
        let log = std::fs::File::create(data.join("log"))?;
        let child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(log).spawn()?;
        let mut server = Self { child, address, first_answer: Duration::ZERO };
        while !server.answers().await {
            if PATIENCE < began.elapsed() || server.child.try_wait()?.is_some() {
                bail!("the program did not start; see its log in {}", data.display());
            }
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
        server.first_answer = began.elapsed();
        Ok(server)
    }

    async fn answers(&self) -> bool {
        let Ok(mut client) = Client::connect(self.address).await else { return false };
        let answer = client.ask(&client::get("/sign-in", "", "identity")).await;
        answer.is_ok_and(|it| it.status == 200)
    }

    /// What the process has used of the processors so far, in milliseconds.
    pub fn cpu_ms(&self) -> Result<f64> {
        cpu_ms(self.child.id())
    }

    /// What the process holds in memory, in megabytes.
    pub fn memory_mb(&self) -> Result<f64> {
        memory_mb(self.child.id(), "VmRSS:")
    }

    /// The most that the process has held so far.
    pub fn most_memory_mb(&self) -> Result<f64> {
        memory_mb(self.child.id(), "VmHWM:")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself, which is as good.
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

/// The program that was built with this one.
pub fn program() -> Result<PathBuf> {
    let program = std::env::current_exe()?.with_file_name("jembatan");
    if !program.exists() {
        bail!("{} is not built; `cargo xtask bench` builds it", program.display());
    }
    Ok(program)
}

fn free_address() -> Result<SocketAddr> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?)
}

/// What a process has used of the processors so far, in milliseconds.
pub fn cpu_ms(process: u32) -> Result<f64> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat"))?;
    // The name of the program stands in brackets and may hold anything.
    let (_, rest) = stat.rsplit_once(')').context("an unknown /proc")?;
    let fields: Vec<&str> = rest.split_whitespace().collect();
    let ticks = |at: usize| fields.get(at).and_then(|it| it.parse::<f64>().ok());
    let (user, system) = (ticks(11).context("no time")?, ticks(12).context("no time")?);
    Ok((user + system) * TICK_MS)
}

/// What the kernel says of a process's memory under this name, in megabytes.
pub fn memory_mb(process: u32, name: &str) -> Result<f64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status"))?;
    let line = status.lines().find_map(|it| it.strip_prefix(name)).context("no memory")?;
    let kb: f64 = line.trim().trim_end_matches("kB").trim().parse()?;
    Ok(kb / 1_024.0)
}
