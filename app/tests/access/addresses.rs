//! No address is left out of the table, and none in it is gone.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::asks;

const METHODS: &[&str] = &["get", "post", "put", "patch", "delete"];

/// Nobody's in particular: whether it lives, and the description of the API.
const ANYBODYS: &[&str] = &["/livez", "/readyz", "/metrics", "/api/v1/openapi.json"];

type Address = (String, String);

#[test]
fn no_address_is_left_out() {
    let asked: BTreeSet<Address> =
        asks::all().map(|(method, address, _)| ((*method).to_owned(), plain(address))).collect();
    let answered: BTreeSet<Address> =
        pages().union(&described()).map(|(method, it)| (method.clone(), plain(it))).collect();

    let missing: Vec<_> = answered.difference(&asked).collect();
    assert!(missing.is_empty(), "add to asks.rs: {missing:#?}");
    let gone: Vec<_> = asked.difference(&answered).collect();
    assert!(gone.is_empty(), "nobody answers: {gone:#?}");
}

#[test]
fn every_address_of_the_api_is_described() {
    let hidden: Vec<Address> =
        pages().into_iter().filter(|(_, address)| address.starts_with("/api/")).collect();
    assert!(hidden.is_empty(), "use `routes!` for {hidden:?}");
}

/// The same address whatever its parts are called, and whatever is asked of it.
fn plain(address: &str) -> String {
    let path = address.split('?').next().unwrap();
    let parts = path.split('/').map(|part| if part.starts_with('{') { "{}" } else { part });
    parts.collect::<Vec<_>>().join("/")
}

/// As the description of the API says.
fn described() -> BTreeSet<Address> {
    let api = serde_json::to_value(jembatan::routes::openapi()).unwrap();
    let mut found = BTreeSet::new();
    for (address, answers) in api["paths"].as_object().unwrap() {
        for method in METHODS.iter().filter(|it| answers.get(**it).is_some()) {
            found.insert((method.to_uppercase(), address.clone()));
        }
    }
    found
}

/// As the sources say: `.route("/address", get(…).post(…))`.
fn pages() -> BTreeSet<Address> {
    let app = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![app.join("src"), app.parent().unwrap().join("capabilities")];
    let mut found = BTreeSet::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                for route in text.split(".route(").skip(1) {
                    found.extend(answers(route));
                }
            }
        }
    }
    found
}

/// The address and the methods at the beginning of this text.
fn answers(text: &str) -> Vec<Address> {
    let Some(text) = text.trim_start().strip_prefix('"') else { return Vec::new() };
    let (address, rest) = text.split_once('"').unwrap();
    if ANYBODYS.contains(&address) {
        return Vec::new();
    }
    let mut depth = 1;
    let end = rest.find(|it: char| {
        depth += i32::from(it == '(') - i32::from(it == ')');
        depth == 0
    });
    let rest = &rest[..end.unwrap()];
    let calls = |method: &str| {
        rest.match_indices(&format!("{method}(")).any(|(at, _)| {
            !rest[..at].ends_with(|before: char| before.is_alphanumeric() || before == '_')
        })
    };
    let methods = METHODS.iter().filter(|method| calls(method));
    methods.map(|method| (method.to_uppercase(), address.to_owned())).collect()
}
