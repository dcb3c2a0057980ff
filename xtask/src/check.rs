//! Everything that needs no test to run: formatting, lints, types, licences.

use std::io::IsTerminal;
use std::path::PathBuf;
use std::process::{Command, ExitCode};

use anyhow::{Result, bail};
use clap::Args;

use crate::steps::Steps;
use crate::workspace::cargo;
use crate::{node, process, workspace};

/// The version that `deny.toml` was written for.
const CARGO_DENY: &str = "cargo-deny@0.20.2";

/// Formatting, lints, types, licences: everything that needs no test to run.
#[derive(Args)]
pub struct Check {
    /// Formats first, and mends what a tool can mend.
    #[arg(long)]
    fix: bool,
}

impl Check {
    pub fn run(self) -> Result<ExitCode> {
        let mut steps = Steps::default();
        if self.fix {
            steps.check("formatting of Rust, mended", &mut cargo(&["fmt", "--all"]))?;
            browser_sources(&mut steps, &["check", "--write"])?;
        }
        check(&mut steps)?;
        Ok(steps.close())
    }
}

/// The steps of a check, as part of a longer run.
pub fn check(steps: &mut Steps) -> Result<()> {
    steps.check("formatting of Rust", &mut cargo(&["fmt", "--all", "--check"]))?;
    let clippy = ["clippy", "--workspace", "--all-targets", "--quiet", "--", "-D", "warnings"];
    steps.check("lints of Rust", &mut cargo(&clippy))?;
    browser_sources(steps, &["ci"])?;
    browser_types(steps)?;
    dependencies(steps)
}

/// TypeScript and CSS, wherever they stand.
fn browser_sources(steps: &mut Steps, arguments: &[&str]) -> Result<()> {
    let name = "formatting and lints of TypeScript and CSS";
    if let Err(reason) = node::install("e2e") {
        return steps.missing(name, &reason);
    }
    let colours = if std::io::stdout().is_terminal() { "--colors=force" } else { "--colors=off" };
    steps.check(name, node::tool("biome").args(arguments).args(["--error-on-warnings", colours]))
}

/// Each part of the browser's code has a project of its own: pages, field app, worker, journeys.
fn browser_types(steps: &mut Steps) -> Result<()> {
    for folder in ["web", "e2e"] {
        let installed = node::install("e2e").and_then(|()| node::install(folder));
        for project in projects(folder)? {
            let name = format!("types of {project}");
            match &installed {
                Ok(()) => {
                    let mut tsc = node::tool("tsc");
                    steps.check(&name, tsc.args(["--noEmit", "--project", &project]))?;
                }
                Err(reason) => steps.missing(&name, reason)?,
            }
        }
    }
    Ok(())
}

/// The projects of TypeScript in this folder and in those just inside it.
fn projects(folder: &str) -> Result<Vec<String>> {
    let mut projects = Vec::new();
    let mut folders = vec![folder.to_owned()];
    for entry in workspace::root().join(folder).read_dir()? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            folders.push(format!("{folder}/{}", entry.file_name().to_string_lossy()));
        }
    }
    for folder in folders {
        for entry in workspace::root().join(&folder).read_dir()? {
            let name = entry?.file_name().to_string_lossy().into_owned();
            if name.starts_with("tsconfig.") {
                projects.push(format!("{folder}/{name}"));
            }
        }
    }
    projects.sort();
    Ok(projects)
}

/// What our dependencies are, where they come from, and under which licence.
fn dependencies(steps: &mut Steps) -> Result<()> {
    let name = "licences, sources and bans of dependencies";
    match cargo_deny() {
        Ok(program) => {
            let mut deny = Command::new(program);
            deny.current_dir(workspace::root());
            // Advisories need a database from elsewhere; who can reach it asks for them by name.
            deny.args(["--locked", "--workspace", "--log-level=warn"]);
            steps.check(name, deny.args(["check", "bans", "licenses", "sources"]))
        }
        Err(reason) => steps.missing(name, &reason),
    }
}

/// `cargo-deny`, built once beside everything else when the machine has none.
fn cargo_deny() -> Result<PathBuf> {
    let installed = PathBuf::from("cargo-deny");
    if process::output_of(Command::new(&installed).arg("--version")).is_some() {
        return Ok(installed);
    }
    let tools = workspace::target()?.join("tools");
    let ours = tools.join("bin/cargo-deny");
    if ours.exists() {
        return Ok(ours);
    }
    println!("Building {CARGO_DENY}, which takes a minute and happens once.");
    let build = tools.join("build");
    let mut install = cargo(&["install", CARGO_DENY, "--locked", "--debug", "--quiet"]);
    // It reads a few files: what optimising it costs is never earned back.
    install.env("CARGO_PROFILE_DEV_DEBUG", "false").env("CARGO_TARGET_DIR", &build);
    if !process::run(install.arg("--root").arg(&tools))?.success() {
        bail!("{CARGO_DENY} could not be installed, so licences and bans were not checked.");
    }
    // What it was built from is larger than the program itself.
    std::fs::remove_dir_all(build).ok();
    Ok(ours)
}
