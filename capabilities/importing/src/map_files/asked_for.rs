//! What a form of mapping says.

use std::collections::BTreeMap;

use frame::Result;

use crate::brought::{Asked, Look, guessed, guessed_for};
use crate::import_file;
use crate::own::Own;
use crate::rules::choice::Choice;
use crate::rules::day::DayOrder;
use crate::rules::draft::{DealKind, Field, TargetKind};
use crate::rules::encoding::TextEncoding;
use crate::rules::evidence::{Question, questions};
use crate::rules::guess;
use crate::rules::mapping::{AccountKey, ContactKey, Does, Empty, PersonKey};
use crate::rules::number::DecimalMark;

/// The inputs of the form, by name; those of a file begin with its number.
pub type Said = BTreeMap<String, String>;

/// How a form says a field of the company's own, before its code.
pub const OWN: &str = "custom.";

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
pub fn choice(said: &Said, file: &import_file::Model, look: &Look, own: &Own) -> Result<Choice> {
    let get = |name: &str| said.get(&format!("f{}-{name}", file.number)).map(String::as_str);
    let was = file.choice()?;
    let columns = &look.survey.columns;
    match get("by") {
        Some("preset") => return Ok(guessed(&file.name, look, own)),
        Some("hand") => return Ok(guessed_for(was.target, look, own)),
        _ => {}
    }
    let target = get("target").and_then(TargetKind::from_word).unwrap_or(was.target);
    if was.preset.is_some() {
        return Ok(was);
    }
    if target != was.target {
        return Ok(guessed_for(target, look, own));
    }

    let before = was.clone();
    let mut choice =
        Choice { columns: BTreeMap::new(), custom: BTreeMap::new(), fixed: BTreeMap::new(), ..was };
    for (index, column) in columns.iter().enumerate() {
        let chosen = get(&format!("c{index}")).unwrap_or_default();
        let field = Field::from_word(chosen).filter(|it| *it != Field::Custom);
        choice.columns.extend(field.map(|it| (column.clone(), it)));
        let code = chosen.strip_prefix(OWN).and_then(|it| own.field(target, it));
        choice.custom.extend(code.map(|it| (column.clone(), it.code.clone())));
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
    let key = get("key").unwrap_or_default();
    let account_key = AccountKey::ALL.iter().find(|it| it.field().word() == key);
    choice.account_key = account_key.copied().unwrap_or_default();
    let contact_key = ContactKey::ALL.iter().find(|it| it.field().word() == key);
    choice.contact_key = contact_key.copied().unwrap_or_default();
    let currency = get("currency").map(|it| it.trim().to_uppercase());
    choice.currency =
        currency.filter(|it| it.len() == 3 && it.bytes().all(|it| it.is_ascii_uppercase()));
    let mark = match get("mark") {
        Some("comma") => Some(DecimalMark::Comma),
        Some("point") => Some(DecimalMark::Point),
        _ => None,
    };
    let order = match get("days") {
        Some("day-first") => Some(DayOrder::DayFirst),
        Some("month-first") => Some(DayOrder::MonthFirst),
        Some("year-first") => Some(DayOrder::YearFirst),
        _ => None,
    };
    settle(&mut choice, &before, (mark, order), look, own);
    Ok(choice)
}

/// A mark or an order is said when the page asked for it, or when it is another than was shown.
/// What only stood there while nothing was asked is no answer: columns may have been mapped since.
fn settle(
    choice: &mut Choice,
    before: &Choice,
    (mark, order): (Option<DecimalMark>, Option<DayOrder>),
    look: &Look,
    own: &Own,
) {
    let asked = questions(before, &look.survey.columns, &look.profiles, own);
    let asked_mark = asked.iter().any(|it| matches!(it, Question::Mark(_)));
    let asked_order = asked.iter().any(|it| matches!(it, Question::Days(_)));
    if let Some(mark) = mark.filter(|it| asked_mark || *it != before.decimal_mark) {
        choice.decimal_mark = mark;
        choice.mark_said = true;
    }
    if let Some(order) = order.filter(|it| asked_order || *it != before.day_order) {
        choice.day_order = order;
        choice.order_said = true;
    }
    choice.fit(&look.survey.columns, &look.profiles, own);
}

/// The words of the column that tells whether a deal is won.
pub fn stages(choice: &Choice, look: &Look) -> Vec<String> {
    let columns = &look.survey.columns;
    let of = |field| choice.columns_of(field, columns).first().copied();
    let Some(column) = of(Field::Kind).or_else(|| of(Field::Stage)) else { return Vec::new() };
    let place = columns.iter().position(|it| it == column);
    place.and_then(|it| look.profiles.get(it)).map(|it| it.words.clone()).unwrap_or_default()
}
