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

fn browser_types(steps: &mut Steps) -> Result<()> {
    for folder in ["web", "e2e"] {
        let project = workspace::root().join(folder).join("tsconfig.json");
        if !project.exists() {
            continue;
        }
        let name = format!("types of {folder}/");
        match node::install("e2e").and_then(|()| node::install(folder)) {
            Ok(()) => {
                let mut tsc = node::tool("tsc");
                steps.check(&name, tsc.arg("--noEmit").arg("--project").arg(project))?;
            }
            Err(reason) => steps.missing(&name, &reason)?,
        }
    }
    Ok(())
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
