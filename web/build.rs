//! Builds the browser's files with Node, so that `cargo run` alone builds everything.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::{env, fs};

/// What the bundler reads, beside the page modules. A folder counts with all that is in it.
const SOURCES: [&str; 11] = [
    ".npmrc",
    "build",
    "build.mjs",
    "css",
    "field",
    "icons.txt",
    "package-lock.json",
    "package.json",
    "public",
    "src-ts",
    "tsconfig.json",
];

fn main() -> ExitCode {
    match said("CARGO_MANIFEST_DIR").map(PathBuf::from).and_then(|web| build(&web)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}

fn build(web: &Path) -> Result<(), String> {
    watch(web);
    install(web)?;
    bundle(web)
}

/// What cargo tells while the script runs: what it told when it compiled the script may be of
/// another folder, from which the checkout has moved.
#[expect(clippy::disallowed_methods, reason = "a build script is told its folders by cargo")]
fn said(name: &str) -> Result<String, String> {
    env::var(name).map_err(|_| format!("Cargo sets {name}; run this through cargo."))
}

fn watch(web: &Path) {
    // A path that does not exist would make cargo run this every time.
    let sources = SOURCES.iter().map(|source| web.join(source)).filter(|path| path.exists());
    for path in sources.chain(page_modules(web)) {
        println!("cargo::rerun-if-changed={}", path.display());
    }
}

/// The TypeScript beside the verbs, file by file: a change in the Rust around it is no reason to
/// bundle. A test of this crate notices a new one.
fn page_modules(web: &Path) -> Vec<PathBuf> {
    let capabilities = entries(&web.join("../capabilities"));
    let files = capabilities.iter().flat_map(|capability| entries(&capability.join("src")));
    files.filter(|path| path.extension().is_some_and(|ending| ending == "ts")).collect()
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    entries.filter_map(|entry| Some(entry.ok()?.path())).collect()
}

/// Installs what `package-lock.json` lists, unless exactly that is there.
fn install(web: &Path) -> Result<(), String> {
    let lock = fs::read(web.join("package-lock.json"))
        .map_err(|cause| format!("web/package-lock.json cannot be read: {cause}."))?;
    let stamp = web.join("node_modules/.installed-lock");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }

    run(Command::new("npm").args(["ci", "--ignore-scripts"]).current_dir(web))?;
    fs::write(&stamp, lock)
        .map_err(|cause| format!("{} cannot be written: {cause}.", stamp.display()))
}

fn bundle(web: &Path) -> Result<(), String> {
    let out = PathBuf::from(said("OUT_DIR")?).join("web");
    run(Command::new("node").arg("build.mjs").arg("--out").arg(out).current_dir(web))
}

fn run(command: &mut Command) -> Result<(), String> {
    let program = command.get_program().to_string_lossy().into_owned();
    let output = command.output().map_err(|_| {
        format!("Jembatan's pages are built with Node 20 or newer, and `{program}` was not found: install Node (https://nodejs.org) and build again.")
    })?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(format!("`{program}` could not build the web assets:\n{}", said.trim_end()))
}
