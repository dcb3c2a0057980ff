//! The program as it is typed in a shell: what it prints, and how it ends.

#![expect(clippy::unwrap_used, reason = "a test that cannot ask should stop")]

mod growth;
mod import;
mod ledger;

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use serde_json::Value as Json;
use tempfile::TempDir;

/// A machine with an empty data directory.
pub struct Machine {
    folder: TempDir,
    database: Option<(String, String)>,
}

/// A program that is killed when nobody looks any more, however that ends.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself.
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

/// What a command said, and how it ended.
#[derive(Debug)]
pub struct Said {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

impl Said {
    /// What is printed for a machine.
    pub fn json(&self) -> Json {
        serde_json::from_str(&self.out).unwrap_or_else(|_| panic!("no JSON: {self:?}"))
    }

    /// How often it said this, wherever.
    pub fn times(&self, words: &str) -> usize {
        self.out.matches(words).count() + self.err.matches(words).count()
    }
}

impl Machine {
    pub fn bare() -> Self {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        let database = runtime.block_on(testing::empty_database());
        Self { folder: tempfile::tempdir().unwrap(), database }
    }

    /// With a company on it.
    pub fn with_company() -> Self {
        let machine = Self::bare();
        let founded =
            machine.run(&["init", "--company", "PT Uji", "--admin", "admin@uji.example", "--json"]);
        assert_eq!(founded.code, Some(0), "{founded:?}");
        machine
    }

    /// A file in the folder in which commands are typed.
    pub fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    }

    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.folder.path().join(name)).unwrap()
    }

    pub fn run(&self, arguments: &[&str]) -> Said {
        let ended = self.command(arguments).output().unwrap();
        Said {
            code: ended.status.code(),
            out: String::from_utf8(ended.stdout).unwrap(),
            err: String::from_utf8(ended.stderr).unwrap(),
        }
    }

    /// Runs until it says something like this on the standard error, and is killed there and then.
    pub fn kill_at(&self, arguments: &[&str], words: impl Fn(&str) -> bool) {
        let mut command = self.command(arguments);
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let said = BufReader::new(child.stderr.take().unwrap()).lines();
        let reached = said.map_while(Result::ok).any(|line| words(&line));
        assert!(reached, "it ended before it said so");
        child.kill().unwrap();
        child.wait().unwrap();
    }

    /// Runs for as long as somebody looks, and is killed then.
    pub fn run_while<T>(&self, arguments: &[&str], look: impl FnOnce() -> T) -> T {
        let mut command = self.command(arguments);
        let child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let _running = Running(child);
        look()
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_jembatan"));
        command.current_dir(self.folder.path()).env_remove("RUST_LOG").stdin(Stdio::null());
        command.arg("--data").arg(self.folder.path().join("data"));
        if let Some((url, owner)) = &self.database {
            command.args(["--database-url", url, "--database-owner-url", owner]);
        }
        command.args(arguments);
        command
    }
}
