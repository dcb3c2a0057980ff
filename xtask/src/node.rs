//! Node, and the packages of the two folders that use it.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

use anyhow::{Result, bail};

use crate::{process, workspace};

const OLDEST: u32 = 20;

/// The packages of this folder, as its lock file names them.
pub fn install(folder: &str) -> Result<()> {
    match process::output_of(Command::new("node").arg("--version")) {
        Some(version) if OLDEST <= major(&version) => {}
        Some(version) => bail!("Node {OLDEST} or newer is needed; this machine has {version}."),
        None => bail!("Node {OLDEST} or newer is needed and is not installed."),
    }
    let home = workspace::root().join(folder);
    let installed = changed(&home.join("node_modules/.package-lock.json"));
    if installed.is_some() && changed(&home.join("package-lock.json")) <= installed {
        return Ok(());
    }
    let status = process::run(Command::new("npm").current_dir(&home).args([
        "ci",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--loglevel=error",
    ]))?;
    if !status.success() {
        bail!("`npm ci` failed in {folder}/.");
    }
    Ok(())
}

/// A program that the packages of `e2e/` bring along.
pub fn tool(name: &str) -> Command {
    let mut tool = Command::new(workspace::root().join("e2e/node_modules/.bin").join(name));
    tool.current_dir(workspace::root());
    tool
}

fn major(version: &str) -> u32 {
    version.trim_start_matches('v').split('.').next().and_then(|it| it.parse().ok()).unwrap_or(0)
}

fn changed(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|it| it.modified()).ok()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_version_of_node_is_read() {
        assert_eq!(super::major("v20.20.2"), 20);
        assert_eq!(super::major("nonsense"), 0);
    }
}
