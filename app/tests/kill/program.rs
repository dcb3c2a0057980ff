//! The program as it is built, started and killed.

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use jembatan::config::{Config, Given};
use tempfile::TempDir;
use tokio::runtime::Runtime;

/// Longer than any start takes, on a machine that does much else.
const PATIENCE: Duration = Duration::from_mins(1);

/// Where the program keeps its things while it is killed and started again.
pub struct Home {
    folder: TempDir,
    database: Option<(String, String)>,
    pub runtime: Runtime,
}

impl Home {
    pub fn make() -> Self {
        let runtime = Runtime::new().unwrap();
        let database = runtime.block_on(testing::empty_database());
        Self { folder: tempfile::tempdir().unwrap(), database, runtime }
    }

    /// The settings with which it runs.
    pub fn config(&self) -> Config {
        Config::settle(Given {
            data: Some(self.folder.path().to_owned()),
            database_url: self.database.as_ref().map(|it| it.0.clone()),
            database_owner_url: self.database.as_ref().map(|it| it.1.clone()),
            ..Given::default()
        })
        .unwrap()
    }

    fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_jembatan"));
        command.args(["serve", "--listen", "127.0.0.1:0", "--data"]).arg(self.folder.path());
        if let Some((url, owner)) = &self.database {
            command.args(["--database-url", url, "--database-owner-url", owner]);
        }
        // How long a connection was waited for says how busy the machine is, not what went wrong.
        command.env("RUST_LOG", "warn,sqlx::pool=error,jembatan::command=info");
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
        command
    }
}

/// A program that answers.
pub struct Program {
    process: Started,
    pub address: SocketAddr,
}

/// A program that may not answer yet. It goes when this is dropped.
pub struct Started {
    child: Child,
    /// What it says, line by line, until it ends.
    says: Receiver<String>,
}

impl Program {
    /// Starts it, without waiting for an answer.
    pub fn begin(home: &Home) -> Started {
        let mut child = home.command().spawn().unwrap();
        let lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let (said, says) = channel();
        std::thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                if said.send(line).is_err() {
                    return;
                }
            }
        });
        Started { child, says }
    }

    /// Starts it and waits until it says where it answers.
    pub fn start(home: &Home) -> Self {
        let process = Self::begin(home);
        let mut heard = String::new();
        loop {
            match process.says.recv_timeout(PATIENCE) {
                Ok(line) => match address_in(&line) {
                    Some(address) => return Self { process, address },
                    None => heard.push_str(&line),
                },
                Err(cause) => panic!("it does not start ({cause}): {heard}"),
            }
        }
    }

    /// Waits so long, and no fault may show meanwhile.
    pub fn must_live_for(&mut self, time: Duration) {
        match self.process.says.recv_timeout(time) {
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => panic!("it ended by itself"),
            Ok(line) => panic!("it complained: {line}"),
        }
    }

    /// As the system kills: at once, without a word.
    pub fn kill(self) {
        drop(self);
    }
}

impl Started {
    /// Lets it live so long, unless it ends before, and kills it.
    pub fn kill_after(self, time: Duration) {
        while let Ok(line) = self.says.recv_timeout(time) {
            assert!(address_in(&line).is_some(), "it complained: {line}");
        }
    }
}

impl Drop for Started {
    fn drop(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

/// Where it answers, if this line of its log says so.
fn address_in(line: &str) -> Option<SocketAddr> {
    let said: serde_json::Value = serde_json::from_str(line).ok()?;
    said["fields"]["address"].as_str()?.parse().ok()
}
