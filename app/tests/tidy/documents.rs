//! What the documents point at is there.

use crate::files::{File, assert_none, files, root};

#[test]
fn documents_point_at_things_that_exist() {
    let documents = files(&["md"]);
    let lost = documents.iter().flat_map(|document| {
        links(&document.text)
            .into_iter()
            .filter(|link| !exists(document, link))
            .map(|link| format!("{} points at {link}, which is not there", document.path))
    });

    assert_none(&lost.collect::<Vec<_>>());
}

/// The map stays a map: longer, and nobody reads it to the end.
#[test]
fn the_map_fits_in_one_sitting() {
    let map = std::fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();

    assert!(map.lines().count() <= 200, "ARCHITECTURE.md has {} lines", map.lines().count());
}

fn exists(document: &File, link: &str) -> bool {
    let path = link.split('#').next().unwrap();
    path.is_empty() || root().join(document.folder()).join(path).exists()
}

/// The targets of links inside the repository; pictures are made by the browser tests.
fn links(text: &str) -> Vec<String> {
    let after = text.split("](").collect::<Vec<_>>();
    let targets = after.windows(2).filter_map(|pair| {
        let is_picture = pair[0].rsplit_once('[').is_some_and(|(before, _)| before.ends_with('!'));
        let target = pair[1].split(')').next()?;
        (!is_picture && !target.contains("://") && !target.starts_with("mailto:"))
            .then(|| target.to_owned())
    });
    targets.collect()
}
