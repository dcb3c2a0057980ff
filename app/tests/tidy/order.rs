//! Capabilities stand in an order, and each uses only those above it.

use std::collections::BTreeMap;
use std::fs;

use crate::files::{assert_none, root};

/// What each foundation may use of ours, and nothing else.
const FOUNDATIONS: &[(&str, &[&str])] = &[
    ("foundation/kernel", &[]),
    ("foundation/words", &[]),
    ("foundation/migrations", &[]),
    ("foundation/frame", &["kernel", "words", "assets"]),
    ("foundation/documents", &["frame", "kernel"]),
    ("web", &[]),
];

#[test]
fn a_capability_uses_only_those_above_it() {
    let order = capabilities();
    let mut faults = Vec::new();
    for (place, capability) in order.iter().enumerate() {
        for used in uses(&format!("capabilities/{capability}")) {
            if let Some(below) = order.iter().position(|it| *it == used)
                && place <= below
            {
                faults.push(format!("{capability} uses {used}, which stands below it"));
            }
        }
    }

    assert_none(&faults);
}

#[test]
fn every_capability_has_its_place_in_the_order() {
    let order = capabilities();
    let folders = fs::read_dir(root().join("capabilities")).unwrap();
    let placeless = folders
        .map(|folder| folder.unwrap().file_name().into_string().unwrap())
        .filter(|folder| !order.contains(folder));

    assert_none(
        &placeless.map(|it| format!("{it} is not listed in Cargo.toml")).collect::<Vec<_>>(),
    );
}

#[test]
fn a_foundation_knows_no_capability() {
    let ours: Vec<String> = paths().into_keys().collect();
    let mut faults = Vec::new();
    for (foundation, known) in FOUNDATIONS {
        let used = uses(foundation);
        let foreign = used.iter().filter(|it| ours.contains(it) && !known.contains(&it.as_str()));
        faults.extend(foreign.map(|it| format!("{foundation} uses {it}")));
    }

    assert_none(&faults);
}

/// The capabilities in the order in which the workspace lists them.
fn capabilities() -> Vec<String> {
    let workspace = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let listed = workspace.lines().filter(|line| line.contains("path = \"capabilities/"));
    listed.map(|line| line.split_once(" =").unwrap().0.to_owned()).collect()
}

/// Our crates by name, as the workspace lists them.
fn paths() -> BTreeMap<String, String> {
    let workspace = manifest("");
    let listed = workspace["workspace"]["dependencies"].as_table().unwrap();
    let ours = listed.iter().filter_map(|(name, it)| {
        Some((name.clone(), it.as_table()?.get("path")?.as_str()?.to_owned()))
    });
    ours.collect()
}

/// What a crate needs to run.
fn uses(folder: &str) -> Vec<String> {
    let manifest = manifest(folder);
    let listed = manifest.get("dependencies").and_then(toml::Value::as_table);
    listed.map(|it| it.keys().cloned().collect()).unwrap_or_default()
}

fn manifest(folder: &str) -> toml::Table {
    let path = root().join(folder).join("Cargo.toml");
    fs::read_to_string(&path).unwrap().parse().unwrap_or_else(|it| panic!("{folder}: {it}"))
}
