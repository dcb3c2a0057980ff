//! One message: what it says, and what it has to be told.

use std::collections::BTreeMap;

use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};

/// What a sentence is made of.
pub enum Part {
    Text(String),
    Argument(String),
    /// The parts that fit the argument; the last case fits always.
    Choice {
        argument: String,
        cases: Vec<(Case, Vec<Part>)>,
    },
}

pub enum Case {
    Word(String),
    Number(i64),
    Otherwise,
}

pub type Message = Vec<Part>;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Chosen by its plural form; written in groups of three.
    Count,
    /// Chosen by its word.
    Word,
    /// Anything that can be written.
    Shown,
}

/// The plural categories of Unicode CLDR.
const PLURALS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

pub fn parse(language: &str, text: &str) -> Result<BTreeMap<String, Message>, String> {
    let resource = fluent_syntax::parser::parse(text)
        .map_err(|(_, faults)| format!("{language}.ftl: {faults:?}"))?;
    let mut messages = BTreeMap::new();
    for entry in resource.body {
        let Entry::Message(message) = entry else { continue };
        let id = message.id.name.to_owned();
        let value = message.value.ok_or(format!("{language}.ftl: `{id}` says nothing"))?;
        let parts = pattern(&value).map_err(|fault| format!("{language}.ftl: `{id}`: {fault}"))?;
        if messages.insert(id.clone(), parts).is_some() {
            return Err(format!("{language}.ftl says `{id}` twice"));
        }
    }
    Ok(messages)
}

fn pattern(pattern: &Pattern<&str>) -> Result<Message, String> {
    pattern.elements.iter().map(element).collect()
}

fn element(element: &PatternElement<&str>) -> Result<Part, String> {
    match element {
        PatternElement::TextElement { value } => Ok(Part::Text((*value).to_owned())),
        PatternElement::Placeable { expression } => self::expression(expression),
    }
}

fn expression(expression: &Expression<&str>) -> Result<Part, String> {
    match expression {
        Expression::Inline(inline) => self::inline(inline),
        Expression::Select { selector, variants } => {
            let InlineExpression::VariableReference { id } = selector else {
                return Err("choose by an argument".to_owned());
            };
            let mut cases = Vec::new();
            let mut otherwise = None;
            for variant in variants {
                let parts = pattern(&variant.value)?;
                if variant.default {
                    otherwise = Some(parts);
                    continue;
                }
                let case = match &variant.key {
                    VariantKey::Identifier { name } => Case::Word((*name).to_owned()),
                    VariantKey::NumberLiteral { value } => {
                        Case::Number(value.parse().map_err(|_| format!("{value} is not whole"))?)
                    }
                };
                cases.push((case, parts));
            }
            cases.push((Case::Otherwise, otherwise.ok_or("a choice needs a default")?));
            Ok(Part::Choice { argument: snake(id.name), cases })
        }
    }
}

fn inline(inline: &InlineExpression<&str>) -> Result<Part, String> {
    match inline {
        InlineExpression::StringLiteral { value } => {
            Ok(Part::Text(fluent_syntax::unicode::unescape_unicode_to_string(value).into_owned()))
        }
        InlineExpression::NumberLiteral { value } => Ok(Part::Text((*value).to_owned())),
        InlineExpression::VariableReference { id } => Ok(Part::Argument(snake(id.name))),
        InlineExpression::Placeable { expression } => self::expression(expression),
        _ => Err("only text, arguments and choices are understood".to_owned()),
    }
}

/// What the two languages together have to be told, in the order of the first.
pub fn arguments(
    id: &str,
    first: &Message,
    second: &Message,
) -> Result<Vec<(String, Kind)>, String> {
    let mut wanted = Vec::new();
    collect(first, &mut wanted);
    let mut other = Vec::new();
    collect(second, &mut other);
    for (name, kind) in &other {
        let Some(known) = wanted.iter_mut().find(|(it, _)| it == name) else {
            return Err(format!("`{id}` has ${name} in en.ftl alone"));
        };
        if known.1 == Kind::Shown {
            known.1 = *kind;
        }
    }
    if let Some((name, _)) = wanted.iter().find(|(it, _)| !other.iter().any(|(o, _)| o == it)) {
        return Err(format!("`{id}` has ${name} in id.ftl alone"));
    }
    Ok(wanted)
}

fn collect(message: &Message, found: &mut Vec<(String, Kind)>) {
    for part in message {
        match part {
            Part::Text(_) => {}
            Part::Argument(name) => note(found, name, Kind::Shown),
            Part::Choice { argument, cases } => {
                let plural = cases.iter().all(|(case, _)| match case {
                    Case::Word(word) => PLURALS.contains(&word.as_str()),
                    Case::Number(_) | Case::Otherwise => true,
                });
                note(found, argument, if plural { Kind::Count } else { Kind::Word });
                for (_, parts) in cases {
                    collect(parts, found);
                }
            }
        }
    }
}

fn note(found: &mut Vec<(String, Kind)>, name: &str, kind: Kind) {
    match found.iter_mut().find(|(it, _)| it == name) {
        Some(known) if known.1 == Kind::Shown => known.1 = kind,
        Some(_) => {}
        None => found.push((name.to_owned(), kind)),
    }
}

pub fn snake(id: &str) -> String {
    id.replace('-', "_")
}
