//! The files of this repository, without what tools put between them.

use std::fs;
use std::path::{Path, PathBuf};

/// One file that a person wrote.
#[derive(Clone)]
pub struct File {
    /// From the root of the repository, with `/` between the parts.
    pub path: String,
    pub text: String,
}

impl File {
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap()
    }

    pub fn folder(&self) -> &str {
        self.path.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// Whether the compiler reads it for tests alone.
    pub fn is_test(&self) -> bool {
        self.path.starts_with("app/tests/")
            || self.path.starts_with("foundation/testing/")
            || self.path.starts_with("e2e/")
            || self.name() == "tests.rs"
            || self.path.contains("/tests/")
    }

    /// What stands before the tests of this file, and the tests.
    pub fn parts(&self) -> (&str, &str) {
        let tests = if self.is_test() { Some(0) } else { self.text.find("#[cfg(test)]\nmod ") };
        self.text.split_at(tests.unwrap_or(self.text.len()))
    }
}

/// Not ours: built, installed, or made by a run.
const FOREIGN: &[&str] = &[".git", "artefacts", "data", "dist", "node_modules", "target"];

pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

/// Every file whose name ends in one of these, such as `rs`.
pub fn files(extensions: &[&str]) -> Vec<File> {
    let mut found = Vec::new();
    walk(root(), extensions, &mut found);
    found.sort();
    let files = found.into_iter().map(|path| File {
        text: fs::read_to_string(&path).unwrap(),
        path: path.strip_prefix(root()).unwrap().to_str().unwrap().replace('\\', "/"),
    });
    files.collect()
}

/// Fails with every fault, not only with the first.
pub fn assert_none(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

fn walk(folder: &Path, extensions: &[&str], found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        if path.is_dir() {
            // A folder `data` inside a crate is ours; only the one at the top is a run's.
            if !FOREIGN.contains(&name) || (name == "data" && folder != root()) {
                walk(&path, extensions, found);
            }
        } else if path.extension().is_some_and(|it| extensions.iter().any(|known| it == *known)) {
            found.push(path);
        }
    }
}
