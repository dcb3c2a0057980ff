//! Makes the folder of a new capability: one noun, one verb, one rule, its words.

use std::fs;
use std::process::ExitCode;

use anyhow::{Result, bail};
use clap::Args;

use crate::{process, workspace};

/// Makes the folder of a new capability.
#[derive(Args)]
pub struct Capability {
    /// Its name, a plural noun: `loyalties`.
    name: String,
    /// What it keeps, if that is not its name without the last letter: `loyalty`.
    noun: Option<String>,
}

/// What each file is called and begins with.
const FILES: &[(&str, &str)] = &[
    ("Cargo.toml", include_str!("capability/Cargo.toml.txt")),
    ("askama.toml", include_str!("capability/askama.toml.txt")),
    ("build.rs", include_str!("capability/build.rs.txt")),
    ("src/lib.rs", include_str!("capability/lib.rs.txt")),
    ("src/rules.rs", include_str!("capability/rules.rs.txt")),
    ("src/NOUN.rs", include_str!("capability/noun.rs.txt")),
    ("src/add.rs", include_str!("capability/add.rs.txt")),
    ("src/add.html", include_str!("capability/add.html.txt")),
    ("words/id.ftl", include_str!("capability/id.ftl.txt")),
    ("words/en.ftl", include_str!("capability/en.ftl.txt")),
];

impl Capability {
    pub fn run(self) -> Result<ExitCode> {
        let noun = self.noun.unwrap_or_else(|| singular(&self.name).to_owned());
        for word in [&self.name, &noun] {
            if !is_name(word) {
                bail!("`{word}` is no name here: lower-case letters and `_`, such as `loyalties`.");
            }
        }
        let home = workspace::root().join("capabilities").join(&self.name);
        if home.exists() {
            bail!("capabilities/{} is there already.", self.name);
        }
        for (path, text) in FILES {
            let path = home.join(filled(path, &self.name, &noun));
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder)?;
            }
            fs::write(path, filled(text, &self.name, &noun))?;
        }
        // Imports stand in the order of their names, which are not known before.
        process::run(&mut workspace::cargo(&["fmt", "--package", &self.name]))?;
        println!("{}", filled(include_str!("capability/next.txt"), &self.name, &noun).trim_end());
        Ok(ExitCode::SUCCESS)
    }
}

/// The text with the new names in the place of the made-up ones.
fn filled(text: &str, name: &str, noun: &str) -> String {
    text.replace("CAPABILITY", name)
        .replace("Area::NAME", &format!("Area::{}", upper(name)))
        .replace("NOUNId", &format!("{}Id", upper(noun)))
        .replace("NOUNOut", &format!("{}Out", upper(noun)))
        .replace("AddNOUN", &format!("Add{}", upper(noun)))
        .replace("NOUN", noun)
}

fn singular(name: &str) -> &str {
    name.strip_suffix('s').unwrap_or(name)
}

/// `order_line` as a type is called: `OrderLine`.
fn upper(name: &str) -> String {
    let words = name.split('_').filter_map(|word| {
        let (first, rest) = word.split_at_checked(1)?;
        Some(first.to_ascii_uppercase() + rest)
    });
    words.collect()
}

fn is_name(word: &str) -> bool {
    word.starts_with(|it: char| it.is_ascii_lowercase())
        && word.chars().all(|it| it.is_ascii_lowercase() || it == '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_reach_files_types_and_words() {
        let text = "CAPABILITY NOUN NOUNId AddNOUN Area::NAME";

        assert_eq!(
            filled(text, "order_lines", "order_line"),
            "order_lines order_line OrderLineId AddOrderLine Area::OrderLines"
        );
    }

    #[test]
    fn no_made_up_name_is_left_in_any_file() {
        for (path, text) in FILES {
            let text = filled(text, "loyalties", "loyalty") + &filled(path, "loyalties", "loyalty");

            assert!(!text.contains("CAPABILITY") && !text.contains("NOUN"), "{path}: {text}");
        }
    }

    #[test]
    fn a_name_is_a_plain_word() {
        assert!(is_name("loyalties") && is_name("order_lines"));
        assert!(!is_name("Loyalties") && !is_name("../x") && !is_name(""));
    }
}
