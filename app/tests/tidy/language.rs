//! Both languages say the same things, with the same names in them.

use std::fs;

use crate::files::{assert_none, files, root};

#[test]
fn both_languages_say_the_same() {
    let mut faults = Vec::new();
    for indonesian in files(&["ftl"]).iter().filter(|file| file.name() == "id.ftl") {
        let other = root().join(indonesian.folder()).join("en.ftl");
        let english = fs::read_to_string(other).unwrap_or_default();
        if let Err(fault) = words::code(&indonesian.text, &english) {
            faults.push(format!("{}: {fault}", indonesian.folder()));
        }
    }

    assert_none(&faults);
}

/// In Rust the compiler knows; a script that asks for a sentence that is not there shows its name.
#[test]
fn scripts_say_only_what_there_is() {
    let texts: Vec<String> = files(&["ftl"]).into_iter().map(|file| file.text).collect();
    let known = format!("\n{}", texts.join("\n"));
    let scripts = files(&["ts"]);
    let unknown = scripts.iter().flat_map(|script| {
        let said = script.text.split("say(\"").skip(1).filter_map(|it| it.split('"').next());
        said.filter(|name| !known.contains(&format!("\n{name} =")))
            .map(|name| format!("{}: {name}", script.path))
    });

    assert_none(&unknown.collect::<Vec<_>>());
}

#[test]
fn no_language_stands_alone() {
    let alone = files(&["ftl"]).into_iter().filter(|file| {
        let pair = if file.name() == "id.ftl" { "en.ftl" } else { "id.ftl" };
        !root().join(file.folder()).join(pair).exists()
    });

    assert_none(&alone.map(|it| format!("{} has no other language", it.path)).collect::<Vec<_>>());
}

/// Words that lengthen a sentence and help nobody.
const IDLE: &[&str] = &["please", "successfully", "silakan", "mohon ", "berhasil dengan sukses"];

#[test]
fn sentences_are_plain() {
    let mut faults = Vec::new();
    for file in files(&["ftl"]) {
        for line in file.text.lines().filter(|line| !line.starts_with('#')) {
            let small = line.to_lowercase();
            let idle = IDLE.iter().filter(|word| small.contains(**word));
            faults.extend(idle.map(|word| format!("{}: “{word}” in: {line}", file.path)));
        }
    }

    assert_none(&faults);
}
