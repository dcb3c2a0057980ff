//! What a form of mapping says.

use std::collections::BTreeMap;

use frame::Result;

use crate::brought::{Asked, Look, guessed};
use crate::import_file;
use crate::rules::choice::Choice;
use crate::rules::day::DayOrder;
use crate::rules::draft::{DealKind, Field, TargetKind};
use crate::rules::encoding::TextEncoding;
use crate::rules::guess;
use crate::rules::mapping::{ContactKey, Does, Empty, PersonKey};
use crate::rules::number::DecimalMark;

/// The inputs of the form, by name; those of a file begin with its number.
pub type Said = BTreeMap<String, String>;

/// How a file is looked at.
pub fn asked(said: &Said, file: &import_file::Model, was: &Asked) -> Asked {
    let get = |name: &str| said.get(&format!("f{}-{name}", file.number)).map(String::as_str);
    let mut asks = was.clone();
    if let Some(sheet) = get("sheet") {
        asks.sheet = Some(sheet.to_owned()).filter(|it| !it.is_empty());
    }
    if let Some(header) = get("header") {
        asks.told.has_header = match header {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        };
    }
    if let Some(encoding) = get("encoding") {
        asks.told.encoding = encoding_of(encoding);
    }
    if let Some(delimiter) = get("delimiter") {
        asks.told.delimiter = match delimiter {
            "comma" => Some(b','),
            "semicolon" => Some(b';'),
            "tab" => Some(b'\t'),
            "bar" => Some(b'|'),
            _ => None,
        };
    }
    asks
}

fn encoding_of(word: &str) -> Option<TextEncoding> {
    Some(match word {
        "utf8" => TextEncoding::Utf8,
        "utf16-le" => TextEncoding::Utf16Le,
        "utf16-be" => TextEncoding::Utf16Be,
        "windows1252" => TextEncoding::Windows1252,
        _ => return None,
    })
}

/// How its rows are read. Another target begins with a guess of its own.
pub fn choice(said: &Said, file: &import_file::Model, look: &Look) -> Result<Choice> {
    let get = |name: &str| said.get(&format!("f{}-{name}", file.number)).map(String::as_str);
    let was = file.choice()?;
    let columns = &look.survey.columns;
    match get("by") {
        Some("preset") => return Ok(guessed(&file.name, look)),
        Some("hand") => return Ok(guess::for_target(was.target, columns, &look.profiles)),
        _ => {}
    }
    let target = get("target").and_then(TargetKind::from_word).unwrap_or(was.target);
    if was.preset.is_some() {
        return Ok(was);
    }
    if target != was.target {
        return Ok(guess::for_target(target, columns, &look.profiles));
    }

    let mut choice = Choice { columns: BTreeMap::new(), fixed: BTreeMap::new(), ..was };
    for (index, column) in columns.iter().enumerate() {
        let field = get(&format!("c{index}")).and_then(Field::from_word);
        choice.columns.extend(field.map(|it| (column.clone(), it)));
    }
    for field in guess::fields(target) {
        let fixed = get(&format!("fixed-{}", field.word())).map(str::trim);
        let fixed = fixed.filter(|it| !it.is_empty());
        choice.fixed.extend(fixed.map(|it| (field, it.to_owned())));
    }
    if target == TargetKind::Opportunity {
        let words = stages(&choice, look).into_iter().enumerate().filter_map(|(index, stage)| {
            let kind = get(&format!("w{index}")).and_then(DealKind::from_word)?;
            Some((stage, kind.word().to_owned()))
        });
        let words: BTreeMap<String, String> = words.collect();
        if !words.is_empty() {
            choice.words.insert(Field::Kind, words);
        }
    }
    choice.does = match get("does") {
        Some("create") => Does::Create,
        Some("update") => Does::Update,
        _ => Does::Both,
    };
    choice.empty = if get("empty") == Some("clear") { Empty::Clear } else { Empty::Keep };
    choice.person_key =
        if get("key") == Some("email") { PersonKey::Email } else { PersonKey::Name };
    choice.contact_key = match get("key") {
        Some("email") => ContactKey::Email,
        Some("phone") => ContactKey::Phone,
        _ => ContactKey::Name,
    };
    choice.decimal_mark =
        if get("mark") == Some("comma") { DecimalMark::Comma } else { DecimalMark::Point };
    choice.day_order = match get("days") {
        Some("day-first") => DayOrder::DayFirst,
        Some("month-first") => DayOrder::MonthFirst,
        Some("year-first") => DayOrder::YearFirst,
        _ => choice.day_order,
    };
    let currency = get("currency").map(|it| it.trim().to_uppercase());
    choice.currency =
        currency.filter(|it| it.len() == 3 && it.bytes().all(|it| it.is_ascii_uppercase()));
    Ok(choice)
}

/// The words of the column that tells whether a deal is won.
pub fn stages(choice: &Choice, look: &Look) -> Vec<String> {
    let columns = &look.survey.columns;
    let of = |field| choice.columns_of(field, columns).first().copied();
    let Some(column) = of(Field::Kind).or_else(|| of(Field::Stage)) else { return Vec::new() };
    let place = columns.iter().position(|it| it == column);
    place.and_then(|it| look.profiles.get(it)).map(|it| it.words.clone()).unwrap_or_default()
}
