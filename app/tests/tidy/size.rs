//! Files stay small, and say what they are for.

use crate::files::{assert_none, files};

/// Longer than this and a file is about two things.
const LONGEST: usize = 400;
/// Nine of ten files stay below this.
const LONG: usize = 250;
/// Half of the files stay below this.
const USUAL: usize = 120;

const CODE: &[&str] = &["css", "html", "mjs", "rs", "ts"];

#[test]
fn a_file_is_about_one_thing() {
    let too_long = files(CODE).into_iter().filter_map(|file| {
        let lines = file.text.lines().count();
        (LONGEST < lines).then(|| format!("{} has {lines} lines; the most is {LONGEST}", file.path))
    });

    assert_none(&too_long.collect::<Vec<_>>());
}

#[test]
fn most_files_are_short() {
    let mut lengths: Vec<usize> =
        files(CODE).iter().map(|file| file.text.lines().count()).filter(|it| 0 < *it).collect();
    lengths.sort_unstable();

    let half = lengths[lengths.len() / 2];
    let nine_of_ten = lengths[lengths.len() * 9 / 10];

    assert!(half <= USUAL, "half of the files have {half} lines or more; aim for {USUAL}");
    assert!(nine_of_ten <= LONG, "a tenth has {nine_of_ten} lines or more; aim for {LONG}");
}

#[test]
fn a_file_begins_with_what_it_is_for() {
    let silent = files(&["rs"]).into_iter().filter(|file| {
        let first = file.text.lines().find(|line| !line.starts_with("#!["));
        // The tests of a module speak for themselves, and so do a few lines.
        let speaks = file.name() == "tests.rs" || file.text.lines().count() < 10;
        !speaks && !first.is_some_and(|line| line.starts_with("//"))
    });

    assert_none(
        &silent
            .map(|file| format!("{} does not begin with what it is for", file.path))
            .collect::<Vec<_>>(),
    );
}
