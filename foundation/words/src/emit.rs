//! The Rust code of a message.

use std::fmt::Write;

use crate::LANGUAGES;
use crate::message::{Case, Kind, Message, Part, snake};

pub const HEAD: &str = "\
/// What this crate says to people, in the language that was asked for.
#[derive(Clone, Copy, Debug)]
pub struct Words(pub kernel::Lang);

impl Words {
    /// The words in this language.
    pub const fn of(lang: kernel::Lang) -> Self {
        Self(lang)
    }
";

pub fn method(out: &mut String, id: &str, arguments: &[(String, Kind)], says: [&Message; 2]) {
    let name = snake(id);
    if arguments.is_empty() {
        line(out, &format!("    pub const fn {name}(self) -> &'static str {{"));
        let [first, second] = says.map(constant);
        if first == second {
            line(out, &format!("        let _ = self;\n        {first:?}\n    }}"));
            return;
        }
        line(out, "        match self.0 {");
        for ((_, variant), message) in LANGUAGES.iter().zip(says) {
            let text = constant(message);
            line(out, &format!("            kernel::Lang::{variant} => {text:?},"));
        }
        line(out, "        }\n    }");
        return;
    }

    let list: Vec<String> =
        arguments.iter().map(|(name, kind)| format!("{name}: {}", rust_type(*kind))).collect();
    line(out, &format!("    pub fn {name}(self, {}) -> String {{", list.join(", ")));
    line(out, "        let mut out = String::new();");
    let bodies: Vec<String> = LANGUAGES
        .iter()
        .zip(says)
        .map(|((language, _), message)| {
            let mut body = String::new();
            parts(&mut body, message, language, arguments);
            body
        })
        .collect();
    if bodies.iter().all(|it| *it == bodies[0]) {
        line(out, "        let _ = self;");
        out.push_str(&bodies[0]);
        line(out, "        out\n    }");
        return;
    }
    line(out, "        match self.0 {");
    for ((_, variant), body) in LANGUAGES.iter().zip(bodies) {
        line(out, &format!("            kernel::Lang::{variant} => {{"));
        out.push_str(&body);
        line(out, "            }");
    }
    line(out, "        }\n        out\n    }");
}

fn rust_type(kind: Kind) -> &'static str {
    match kind {
        Kind::Count => "i64",
        Kind::Word => "&str",
        Kind::Shown => "impl std::fmt::Display",
    }
}

fn constant(message: &Message) -> String {
    let text = message.iter().map(|part| match part {
        Part::Text(text) => text.as_str(),
        Part::Argument(_) | Part::Choice { .. } => "",
    });
    text.collect()
}

fn parts(out: &mut String, message: &Message, language: &str, arguments: &[(String, Kind)]) {
    for part in message {
        match part {
            Part::Text(text) => say(out, text),
            Part::Argument(name) => {
                let counted = arguments.iter().any(|it| it.0 == *name && it.1 == Kind::Count);
                if counted {
                    line(out, &format!("out.push_str(&self.0.number({name}));"));
                } else {
                    line(out, &format!("out.push_str(&{name}.to_string());"));
                }
            }
            Part::Choice { argument, cases } => {
                let counted = arguments.iter().any(|it| it.0 == *argument && it.1 == Kind::Count);
                let mut before = "";
                for (case, parts_of_case) in cases {
                    let fits = match pattern(case, language, counted) {
                        Some(pattern) if pattern == "_" => None,
                        Some(pattern) => Some(format!("if {argument} == {pattern} ")),
                        None => continue,
                    };
                    line(out, &format!("{before}{}{{", fits.unwrap_or_default()));
                    parts(out, parts_of_case, language, arguments);
                    line(out, "}");
                    before = "else ";
                }
            }
        }
    }
}

fn say(out: &mut String, text: &str) {
    let mut letters = text.chars();
    match (letters.next(), letters.next()) {
        (Some(only), None) => line(out, &format!("out.push({only:?});")),
        _ => line(out, &format!("out.push_str({text:?});")),
    }
}

/// What a case looks like to Rust; none for a plural form that this language does not have.
fn pattern(case: &Case, language: &str, counted: bool) -> Option<String> {
    match case {
        Case::Otherwise => Some("_".to_owned()),
        Case::Number(number) => Some(number.to_string()),
        Case::Word(word) if counted => (language == "en" && word == "one").then(|| "1".to_owned()),
        Case::Word(word) => Some(format!("{word:?}")),
    }
}

fn line(out: &mut String, text: &str) {
    // Writing to a String cannot fail.
    let _ = writeln!(out, "{text}");
}
