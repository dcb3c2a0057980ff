//! Rules are made of values: no clock, no database, no file, no waiting.

use crate::files::{File, assert_none, files};

/// What a rule may be made of.
const PURE: &[&str] = &[
    "core",
    "std",
    "crate",
    "super",
    "self",
    "kernel",
    "csv",
    "csv_core",
    "encoding_rs",
    "jiff",
    "rust_decimal",
    "serde",
    "serde_json",
    "strsim",
    "thiserror",
    "utoipa",
];

/// What its tests may use besides.
const PURE_TESTS: &[&str] = &["proptest", "testing", "uuid"];

/// Pure crates that have a door to the outside.
const DOORS: &[&str] = &[
    "std::env",
    "std::fs",
    "stdin(",
    "stdout(",
    "stderr(",
    "std::net",
    "std::process",
    "std::thread",
    "std::time::Instant",
    "SystemTime",
    "Timestamp::now",
    "Zoned::now",
    "from_path(",
    "async fn",
    "async move",
    ".await",
    "println!",
    "include_bytes!",
];

#[test]
fn rules_do_no_io() {
    let rules = files(&["rs"]).into_iter().filter(is_rule);
    assert_none(&rules.flat_map(|rule| faults(&rule)).collect::<Vec<_>>());
}

#[test]
fn a_rule_that_opens_a_file_is_found() {
    let rule = |text: &str| File { path: "capabilities/x/src/rules.rs".into(), text: text.into() };

    assert_eq!(faults(&rule("use std::fs;\n")).len(), 1);
    assert_eq!(faults(&rule("use sea_orm::Set;\n")).len(), 1);
    assert_eq!(faults(&rule("pub use kernel::Day;\n\nfn f() {}\n")).len(), 0);
    assert_eq!(faults(&rule("use proptest::prelude::*;\n")).len(), 1);
    assert_eq!(faults(&rule("#[cfg(test)]\nmod tests {\n    use proptest::x;\n}\n")).len(), 0);
}

fn is_rule(file: &File) -> bool {
    file.path.starts_with("capabilities/")
        && file.path.split('/').any(|part| part == "rules" || part == "rules.rs")
}

fn faults(rule: &File) -> Vec<String> {
    let (code, tests) = rule.parts();
    let in_tests = [PURE, PURE_TESTS].concat();
    let imports = foreign_imports(code, PURE).chain(foreign_imports(tests, &in_tests));
    let doors = DOORS.iter().filter(|door| code.contains(**door)).map(|door| (*door).to_owned());
    imports.chain(doors).map(|fault| format!("{}: {fault}", rule.path)).collect()
}

fn foreign_imports<'a>(code: &'a str, known: &'a [&str]) -> impl Iterator<Item = String> + 'a {
    code.lines().filter_map(|line| {
        let line = line.trim_start();
        let line = line.strip_prefix("pub ").unwrap_or(line);
        let used = line.strip_prefix("use ")?;
        let first = used.split([':', ';', ' ']).next()?;
        // A type that is in scope already, or a part of the same rule.
        let near = first.starts_with(char::is_uppercase)
            || [format!("mod {first};"), format!("mod {first} ")]
                .iter()
                .any(|it| code.contains(it));
        (!near && !known.contains(&first)).then(|| line.to_owned())
    })
}
