//! Lists the messages that nobody says any more.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Result, anyhow};
use fluent_syntax::ast::Entry;
use fluent_syntax::parser;

use crate::workspace;

/// Prints each unused message with its file; exits with 1 if there are any.
pub fn run() -> Result<ExitCode> {
    let root = workspace::root();
    let mut files = Vec::new();
    for folder in ["app", "capabilities", "foundation", "web"] {
        collect(&root.join(folder), &mut files)?;
    }
    let said = Said::in_files(&files)?;
    let mut unused = 0;
    for file in files.iter().filter(|file| file.ends_with("words/id.ftl")) {
        for message in messages(&fs::read_to_string(file)?)? {
            if !said.holds(&message) {
                println!("{}: {message}", file.strip_prefix(root)?.display());
                unused += 1;
            }
        }
    }
    println!("{unused} unused messages");
    Ok(if unused == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// What is said anywhere: in Rust and templates by methods, in TypeScript by name.
#[derive(Default)]
struct Said {
    methods: BTreeSet<String>,
    names: BTreeSet<String>,
    /// The beginnings of names that end with a code, such as `time-` of `time-exact`.
    beginnings: Vec<String>,
}

impl Said {
    fn in_files(files: &[PathBuf]) -> Result<Self> {
        let mut said = Self::default();
        for file in files {
            match file.extension().and_then(|it| it.to_str()) {
                Some("rs" | "html" | "txt") => {
                    said.methods.extend(calls(&fs::read_to_string(file)?));
                }
                Some("ts") => said.read_script(&fs::read_to_string(file)?),
                _ => {}
            }
        }
        Ok(said)
    }

    fn read_script(&mut self, script: &str) {
        self.names.extend(script.split('"').map(str::to_owned));
        let beginnings = script.split('`').filter_map(|text| text.split_once("${"));
        self.beginnings.extend(beginnings.map(|(it, _)| it.to_owned()).filter(|it| is_word(it)));
        let codes = script.split("sayCode(\"").skip(1).filter_map(|it| it.split('"').next());
        self.beginnings.extend(codes.map(|it| format!("{it}-")));
    }

    fn holds(&self, message: &str) -> bool {
        self.methods.contains(&method(message))
            || self.names.contains(message)
            || self.beginnings.iter().any(|it| message.starts_with(it.as_str()))
    }
}

fn is_word(text: &str) -> bool {
    text.ends_with('-') && text.chars().all(|it| it.is_ascii_lowercase() || it == '-')
}

fn calls(code: &str) -> BTreeSet<String> {
    let after_dots = code.split(['.', ':']).skip(1);
    after_dots
        .map(|rest| rest.chars().take_while(|it| it.is_alphanumeric() || *it == '_').collect())
        .collect()
}

fn messages(text: &str) -> Result<Vec<String>> {
    let resource = parser::parse(text).map_err(|(_, faults)| anyhow!("{faults:?}"))?;
    let entries = resource.body.into_iter();
    Ok(entries
        .filter_map(|entry| match entry {
            Entry::Message(message) => Some(message.id.name.to_owned()),
            _ => None,
        })
        .collect())
}

/// The message `visits-unsent` is said by `visits_unsent`.
fn method(message: &str) -> String {
    message.replace('-', "_")
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if !path.is_dir() {
            files.push(path);
        } else if !path.ends_with("node_modules") && !path.ends_with("dist") {
            collect(&path, files)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_said_in_code_and_in_templates() {
        let said = calls("{{ tr.visits_unsent(count) }} words.save() Words::sign_in(tr)");

        for name in ["visits_unsent", "save", "sign_in"] {
            assert!(said.contains(name), "{said:?}");
        }
        assert!(!said.contains("count"), "{said:?}");
    }

    #[test]
    fn a_script_says_names_and_beginnings_of_names() {
        let mut said = Said::default();
        said.read_script(
            "say(late ? \"day-late\" : `time-${grade}`); sayCode(\"mark\", mark, mark)",
        );

        for message in ["day-late", "time-exact", "mark-left-early"] {
            assert!(said.holds(message), "{message}");
        }
        assert!(!said.holds("day-early"));
    }

    #[test]
    fn terms_and_comments_are_no_messages() {
        let text = "# A comment.\n-brand = Jembatan\nvisits-unsent = { -brand } { $count }\n";

        assert_eq!(messages(text).unwrap(), ["visits-unsent"]);
    }
}
