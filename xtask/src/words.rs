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
    let said = said(&files)?;
    let mut unused = 0;
    for file in files.iter().filter(|file| file.ends_with("words/id.ftl")) {
        for message in messages(&fs::read_to_string(file)?)? {
            if !said.contains(&method(&message)) {
                println!("{}: {message}", file.strip_prefix(root)?.display());
                unused += 1;
            }
        }
    }
    println!("{unused} unused messages");
    Ok(if unused == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The names of all methods that are called anywhere.
fn said(files: &[PathBuf]) -> Result<BTreeSet<String>> {
    let mut said = BTreeSet::new();
    for file in files.iter().filter(|file| file.extension().is_some_and(is_code)) {
        said.extend(calls(&fs::read_to_string(file)?));
    }
    Ok(said)
}

fn is_code(extension: &std::ffi::OsStr) -> bool {
    ["rs", "html", "xml", "txt"].iter().any(|it| *it == extension)
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
    fn terms_and_comments_are_no_messages() {
        let text = "# A comment.\n-brand = Jembatan\nvisits-unsent = { -brand } { $count }\n";

        assert_eq!(messages(text).unwrap(), ["visits-unsent"]);
    }
}
