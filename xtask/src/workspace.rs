//! Where things are in this repository.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::Value;

/// The folder that holds everything.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

/// `cargo`, at home in the root of the repository.
pub fn cargo(arguments: &[&str]) -> Command {
    let mut cargo = Command::new("cargo");
    cargo.current_dir(root()).args(arguments);
    cargo
}

/// Where cargo puts what it builds.
pub fn target() -> Result<PathBuf> {
    let metadata = metadata()?;
    let target = metadata["target_directory"].as_str().context("cargo named no target folder")?;
    Ok(PathBuf::from(target))
}

/// Whether the workspace has a package of this name.
pub fn has_package(name: &str) -> Result<bool> {
    let metadata = metadata()?;
    let packages = metadata["packages"].as_array().context("cargo named no packages")?;
    Ok(packages.iter().any(|package| package["name"] == name))
}

fn metadata() -> Result<Value> {
    let output =
        cargo(&["metadata", "--format-version=1", "--no-deps"]).output().context("cargo")?;
    if !output.status.success() {
        bail!("{}", String::from_utf8_lossy(&output.stderr).trim());
    }
    Ok(serde_json::from_slice(&output.stdout)?)
}
