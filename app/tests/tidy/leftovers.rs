//! Nothing half done, nothing of one machine, and no test that merely waits.

use crate::files::{assert_none, files};

const ALL: &[&str] =
    &["css", "ftl", "html", "json", "md", "mjs", "rs", "sql", "toml", "ts", "txt", "yaml", "yml"];

/// In two halves, so that this file is not its own first fault.
const UNFINISHED: &[(&str, &str)] = &[("TO", "DO"), ("FIX", "ME"), ("XX", "X"), ("HA", "CK")];

/// Folders of one person's machine, and shops that only lock files may name.
const ELSEWHERE: &[(&str, &str)] = &[
    ("/ho", "me/"),
    ("/ro", "ot/"),
    ("/Use", "rs/"),
    ("/wo", "rk/"),
    ("crates", ".io"),
    ("npmjs", ".org"),
    ("pypi", ".org"),
    ("debian", ".org"),
];

/// A test that waits for time to pass is slow on a fast machine and wrong on a slow one.
const WAITING: &[(&str, &str)] = &[("sle", "ep("), ("waitFor", "Timeout(")];

#[test]
fn nothing_is_left_half_done() {
    assert_none(&find(UNFINISHED, |text, mark| {
        text.split(|it: char| !it.is_alphanumeric()).any(|word| word == mark)
    }));
}

#[test]
fn nothing_belongs_to_one_machine() {
    assert_none(&find(ELSEWHERE, |text, mark| text.contains(mark)));
}

#[test]
fn no_test_waits_for_time_to_pass() {
    let mut faults = Vec::new();
    for file in files(&["rs", "mjs", "ts"]) {
        let (_, tests) = file.parts();
        for mark in WAITING.iter().map(whole) {
            if tests.contains(&mark) {
                faults.push(format!("{}: {mark}", file.path));
            }
        }
    }

    assert_none(&faults);
}

fn find(marks: &[(&str, &str)], is_in: impl Fn(&str, &str) -> bool) -> Vec<String> {
    let mut faults = Vec::new();
    let written = files(ALL).into_iter().filter(|file| {
        // What others wrote is kept as it came.
        file.name() != "package-lock.json" && !file.path.starts_with("testdata/")
    });
    for file in written {
        for (number, line) in file.text.lines().enumerate() {
            let found = marks.iter().map(whole).filter(|mark| is_in(line, mark));
            faults.extend(found.map(|mark| format!("{}:{}: {mark}", file.path, number + 1)));
        }
    }
    faults
}

fn whole((first, second): &(&str, &str)) -> String {
    format!("{first}{second}")
}
