//! Turns the Fluent files of a crate into typed functions, in the build script of that crate.
//!
//! `words/id.ftl` and `words/en.ftl` become `Words`, a copyable value with one method a message.
//! A message that one language lacks, or whose arguments differ, stops the build, and the
//! compiler's dead-code lint finds those that nobody says any more.

mod emit;
mod message;

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

use message::Message;

const LANGUAGES: [(&str, &str); 2] = [("id", "Id"), ("en", "En")];

/// Writes `$OUT_DIR/words.rs`; called by `build.rs`, and by nothing else.
///
/// # Panics
/// When a file is missing or wrong, with a sentence that says where.
#[expect(clippy::disallowed_methods, reason = "a build script is told its folders by cargo")]
#[expect(clippy::print_stdout, reason = "cargo reads what a build script prints")]
pub fn generate() {
    let home = env::var("CARGO_MANIFEST_DIR").expect("cargo sets CARGO_MANIFEST_DIR");
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    let texts = LANGUAGES.map(|(language, _)| {
        let path = Path::new(&home).join("words").join(format!("{language}.ftl"));
        println!("cargo::rerun-if-changed={}", path.display());
        fs::read_to_string(&path).unwrap_or_else(|cause| panic!("{}: {cause}", path.display()))
    });
    let code = code(&texts[0], &texts[1]).unwrap_or_else(|fault| panic!("{home}/words: {fault}"));
    fs::write(Path::new(&out).join("words.rs"), code).expect("OUT_DIR can be written");
}

/// The code for two texts in Fluent's syntax, Indonesian first.
pub fn code(indonesian: &str, english: &str) -> Result<String, String> {
    let indonesian = message::parse("id", indonesian)?;
    let english = message::parse("en", english)?;
    same_messages(&indonesian, &english)?;

    let mut out = String::from(emit::HEAD);
    for (id, first) in &indonesian {
        let second = &english[id];
        let arguments = message::arguments(id, first, second)?;
        emit::method(&mut out, id, &arguments, [first, second]);
    }
    writeln!(out, "}}").map_err(|cause| cause.to_string())?;
    Ok(out)
}

fn same_messages(
    indonesian: &BTreeMap<String, Message>,
    english: &BTreeMap<String, Message>,
) -> Result<(), String> {
    for (has, lacks, language) in [(indonesian, english, "en"), (english, indonesian, "id")] {
        if let Some(id) = has.keys().find(|id| !lacks.contains_key(*id)) {
            return Err(format!("{language}.ftl lacks `{id}`"));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_message_is_a_constant() {
        let code = code("save = Simpan", "save = Save").unwrap();

        assert!(code.contains("pub const fn save(self) -> &'static str"), "{code}");
        assert!(code.contains(r#"kernel::Lang::Id => "Simpan""#), "{code}");
    }

    #[test]
    fn a_count_is_a_number_in_both_languages() {
        let code = code(
            "unsent = { $count } belum terkirim, sejak { $since }",
            "unsent = { $count ->\n    [one] { $count } event\n   *[other] { $count } events\n } unsent since { $since }",
        )
        .unwrap();

        assert!(
            code.contains("pub fn unsent(self, count: i64, since: impl std::fmt::Display)"),
            "{code}"
        );
    }

    #[test]
    fn a_message_that_one_language_lacks_stops_the_build() {
        assert_eq!(code("a = A", "").unwrap_err(), "en.ftl lacks `a`");
        assert_eq!(code("", "a = A").unwrap_err(), "id.ftl lacks `a`");
    }

    #[test]
    fn arguments_that_differ_stop_the_build() {
        let fault = code("a = { $x }", "a = { $y }").unwrap_err();

        assert!(fault.contains("`a`"), "{fault}");
    }
}
