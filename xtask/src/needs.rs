//! What the tests need and a machine may lack: installed where that is allowed, named where not.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use crate::{process, workspace};

const OLDEST_POSTGRES: u32 = 15;

/// The folder of the PostgreSQL server's own programs.
pub fn postgres() -> Result<PathBuf> {
    find_or_install(find_postgres, "a PostgreSQL server, 15 or newer", &["postgresql"])
}

/// The browser.
pub fn chromium() -> Result<PathBuf> {
    find_or_install(find_chromium, "Chromium", &["chromium", "fonts-liberation"])
}

/// What asks the API whatever its description allows: in a folder of its own below `target/`, at
/// the version that `e2e/requirements.txt` names.
pub fn schemathesis() -> Result<PathBuf> {
    let home = workspace::target()?.join("schemathesis");
    let wanted = fs::read_to_string(workspace::root().join("e2e/requirements.txt"))?;
    let (program, installed) = (home.join("bin/schemathesis"), home.join("installed.txt"));
    if program.exists() && fs::read_to_string(&installed).is_ok_and(|it| it == wanted) {
        return Ok(program);
    }
    let made = |python: &str| {
        let venv = Command::new(python).args(["-m", "venv", "--clear"]).arg(&home).status();
        venv.is_ok_and(|it| it.success())
    };
    let python = || ["python3", "/usr/bin/python3"].into_iter().find(|it| made(it));
    find_or_install(|| python().map(PathBuf::from), "Python with venv", &["python3-venv"])?;
    println!("The tests need {}; installing it below target/.", wanted.trim());
    let mut pip = Command::new(home.join("bin/pip"));
    pip.args(["install", "--quiet", "--disable-pip-version-check", "--requirement"]);
    let status = process::run(pip.arg(workspace::root().join("e2e/requirements.txt")))?;
    if !status.success() {
        bail!("The tests need {}, and pip did not bring it ({status}).", wanted.trim());
    }
    fs::write(installed, wanted)?;
    Ok(program)
}

fn find_or_install(
    find: impl Fn() -> Option<PathBuf>,
    what: &str,
    packages: &[&str],
) -> Result<PathBuf> {
    if let Some(found) = find() {
        return Ok(found);
    }
    let Some(apt) = apt() else {
        bail!("The tests need {what}: install it (in Debian: {}).", packages.join(" "));
    };
    println!("The tests need {what}; installing {}.", packages.join(" "));
    let update = process::run(apt_get(&apt).arg("update").arg("--quiet=2"))?;
    let install = process::run(
        apt_get(&apt)
            .args(["install", "--yes", "--no-install-recommends", "--quiet=2"])
            .args(packages),
    )?;
    match find() {
        Some(found) => Ok(found),
        None => bail!(
            "The tests need {what}, and installing {} did not bring it (update: {update}, install: {install}).",
            packages.join(" ")
        ),
    }
}

/// The words that begin a command of `apt-get`, if this person may install at all.
fn apt() -> Option<Vec<&'static str>> {
    process::output_of(Command::new("apt-get").arg("--version"))?;
    if rustix::process::geteuid().is_root() {
        return Some(vec!["apt-get"]);
    }
    process::output_of(Command::new("sudo").args(["--non-interactive", "true"]))?;
    Some(vec!["sudo", "--non-interactive", "--preserve-env=DEBIAN_FRONTEND", "apt-get"])
}

fn apt_get(words: &[&str]) -> Command {
    let mut command = Command::new(words[0]);
    command.args(&words[1..]).env("DEBIAN_FRONTEND", "noninteractive");
    command
}

fn find_postgres() -> Option<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").ok().into_iter().flatten().flatten();
    let debian = versions.map(|version| version.path().join("bin"));
    let other = process::output_of(Command::new("pg_config").arg("--bindir")).map(PathBuf::from);
    debian
        .chain(other)
        .filter_map(|folder| Some((postgres_version(&folder)?, folder)))
        .filter(|(version, _)| OLDEST_POSTGRES <= *version)
        .max()
        .map(|(_, folder)| folder)
}

fn postgres_version(folder: &Path) -> Option<u32> {
    folder.join("initdb").exists().then_some(())?;
    let version = process::output_of(Command::new(folder.join("postgres")).arg("--version"))?;
    // "postgres (PostgreSQL) 15.18 (Debian …)"
    version.split_whitespace().nth(2)?.split('.').next()?.parse().ok()
}

fn find_chromium() -> Option<PathBuf> {
    let names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
    names.into_iter().find_map(|name| {
        let path = process::output_of(Command::new("sh").args(["-c", "command -v \"$0\"", name]))?;
        // The name may be a stub that only points at another way to install it.
        process::output_of(Command::new(&path).arg("--version"))?;
        Some(PathBuf::from(path))
    })
}
