//! Every test there is: checks, rules, the program on both databases, and the browser.

use std::path::PathBuf;
use std::process::{Command, ExitCode};

use anyhow::{Result, bail};
use clap::Args;

use crate::postgres::{Cluster, Disk};
use crate::steps::Steps;
use crate::workspace::{cargo, root};
use crate::{check, needs, node, process, workspace};

const PROGRAM: &str = "jembatan";

/// Every test there is, on both databases and in the browser; or one crate's.
#[derive(Args)]
pub struct Test {
    /// A crate, such as `visits`, or `browser`.
    only: Option<String>,
}

/// Which tests of the workspace.
#[derive(Clone, Copy)]
enum Which<'a> {
    All,
    /// Those that a database can matter to.
    OfTheProgram,
    Of(&'a str),
}

impl Test {
    pub fn run(self) -> Result<ExitCode> {
        let mut steps = Steps::default();
        match self.only.as_deref() {
            None => {
                check::check(&mut steps)?;
                field_app(&mut steps)?;
                rust(&mut steps, "tests on SQLite", Which::All, None)?;
                on_postgres(&mut steps, Which::OfTheProgram)?;
                browser(&mut steps)?;
            }
            Some("browser") => browser(&mut steps)?,
            Some(package) if workspace::has_package(package)? => {
                rust(&mut steps, "tests on SQLite", Which::Of(package), None)?;
                on_postgres(&mut steps, Which::Of(package))?;
            }
            Some(other) => bail!("There is no crate `{other}` here."),
        }
        Ok(steps.close())
    }
}

fn on_postgres(steps: &mut Steps, which: Which<'_>) -> Result<()> {
    let name = "tests on PostgreSQL";
    match Cluster::start(Disk::Quick) {
        Ok(cluster) => rust(steps, name, which, Some(&cluster)),
        Err(reason) => {
            process::go_on()?;
            steps.missing(name, &reason)
        }
    }
}

fn rust(steps: &mut Steps, name: &str, which: Which<'_>, cluster: Option<&Cluster>) -> Result<()> {
    let nextest =
        process::output_of(Command::new("cargo-nextest").args(["nextest", "--version"])).is_some();
    let mut test = if nextest {
        cargo(&["nextest", "run", "--no-tests=pass", "--no-fail-fast"])
    } else {
        cargo(&["test", "--no-fail-fast", "--quiet"])
    };
    // One choice of packages means one set of features, so nothing is built again.
    match which {
        Which::All => test.arg("--workspace"),
        Which::Of(package) if nextest => {
            test.args(["--workspace", "--filterset", &format!("package({package})")])
        }
        Which::Of(package) => test.arg("--package").arg(package),
        Which::OfTheProgram if nextest => test.args([
            "--workspace",
            "--filterset",
            "rdeps(testing) - test(/rules::/) - binary(tidy)",
        ]),
        Which::OfTheProgram => test.args(["--workspace", "--exclude=xtask", "--exclude=kernel"]),
    };
    if let Some(cluster) = cluster {
        test.envs(cluster.environment());
    } else {
        test.env_remove("JEMBATAN_TEST_POSTGRES").env_remove("JEMBATAN_TEST_POSTGRES_OWNER");
    }
    steps.suite(name, &mut test)
}

/// The rules of the field app, without a browser.
fn field_app(steps: &mut Steps) -> Result<()> {
    let name = "rules of the field app";
    match node::install("web") {
        Ok(()) => {
            let mut test = Command::new("npm");
            test.current_dir(root().join("web")).args(["test", "--silent"]);
            steps.suite(name, &mut test)
        }
        Err(reason) => steps.missing(name, &reason),
    }
}

/// Journeys through the program as it was just built.
fn browser(steps: &mut Steps) -> Result<()> {
    let name = "journeys in the browser";
    // As the tests have built it already: one choice of packages, one set of features.
    let build = ["test", "--workspace", "--no-run", "--quiet"];
    steps.check("building the program", &mut cargo(&build))?;
    let needed =
        node::install("e2e").and_then(|()| Ok((needs::chromium()?, needs::schemathesis()?)));
    let (chromium, schemathesis) = match needed {
        Ok(needed) => needed,
        Err(reason) => {
            process::go_on()?;
            return steps.missing(name, &reason);
        }
    };
    let mut journeys = Command::new("node");
    journeys.current_dir(root().join("e2e")).args(["--test", "--test-reporter=spec"]);
    journeys.args(journey_files()?);
    journeys.env("JEMBATAN_CHROMIUM", chromium);
    journeys.env("JEMBATAN_SCHEMATHESIS", schemathesis);
    journeys.env("JEMBATAN_PROGRAM", workspace::target()?.join("debug").join(PROGRAM));
    steps.suite(name, &mut journeys)
}

fn journey_files() -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in root().join("e2e").read_dir()? {
        let path = entry?.path();
        if path.to_string_lossy().ends_with(".test.mjs") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
