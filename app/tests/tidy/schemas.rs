//! The description of the API calls no two things the same: the later would silently take the
//! earlier one's place.

use std::collections::BTreeMap;

use crate::files::{File, assert_none, files};

#[test]
fn no_two_schemas_have_one_name() {
    assert_none(&twice(&files(&["rs"])));
}

#[test]
fn a_name_that_is_given_twice_is_found() {
    let file = |path: &str, text: &str| File { path: path.into(), text: text.into() };
    let first = file("a.rs", "#[derive(Serialize, utoipa::ToSchema)]\npub struct LineOut {\n");
    let same = file("b.rs", "#[derive(ToSchema)]\n#[serde(default)]\nstruct LineOut {\n");
    let other =
        file("b.rs", "#[derive(ToSchema)]\n#[schema(as = DealLineOut)]\nstruct LineOut {\n");
    let label = file("c.rs", "kernel::labels! {\n    /// A line.\n    pub enum LineOut {\n");

    assert_eq!(twice(&[first.clone(), same]).len(), 1);
    assert_eq!(twice(&[first.clone(), label]).len(), 1);
    assert_eq!(twice(&[first, other]), Vec::<String>::new());
}

fn twice(files: &[File]) -> Vec<String> {
    let mut places: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for file in files.iter().filter(|it| !it.path.contains("/tests/")) {
        for name in names(&file.text) {
            places.entry(name).or_default().push(&file.path);
        }
    }
    let several = places.into_iter().filter(|(_, places)| 1 < places.len());
    several.map(|(name, places)| format!("{name}: {}; say `as`", places.join(", "))).collect()
}

/// The names under which the types of this file are described.
fn names(text: &str) -> Vec<String> {
    let derived = text.split("ToSchema").skip(1).chain(text.split("labels! {").skip(1));
    let names = derived.filter_map(|rest| {
        let (attributes, after) = split_at_type(rest)?;
        let given = attributes.split("#[schema(as = ").nth(1);
        Some(word(given.unwrap_or(after)))
    });
    names.filter(|it| !it.is_empty()).collect()
}

/// What stands before the next type, and what begins with its name.
fn split_at_type(text: &str) -> Option<(&str, &str)> {
    let starts = ["struct ", "enum "].iter().filter_map(|it| Some((text.find(it)?, it.len())));
    let (at, length) = starts.min()?;
    Some((&text[..at], &text[at + length..]))
}

fn word(text: &str) -> String {
    text.chars().take_while(|it| it.is_alphanumeric() || *it == '_').collect()
}
