//! One file on the page of mapping.

use kernel::Lang;

use super::asked_for::stages;
use super::{field_name, targets};
use crate::brought::Look;
use crate::import_file;
use crate::preset;
use crate::rules::choice::{Choice, deal_kind, needed};
use crate::rules::day::DayOrder;
use crate::rules::draft::{Field, TargetKind};
use crate::rules::encoding::TextEncoding;
use crate::rules::guess;
use crate::rules::mapping::{ContactKey, Does, Empty, PersonKey};
use crate::rules::number::DecimalMark;
use crate::rules::profile::{DayGuess, day_order};
use crate::rules::signature::Format;
use crate::words::Words;

/// In the order in which people meet them.
const ENCODINGS: [TextEncoding; 4] =
    [TextEncoding::Utf8, TextEncoding::Windows1252, TextEncoding::Utf16Le, TextEncoding::Utf16Be];

type Options = Vec<(&'static str, &'static str)>;

/// One file, as the form shows it.
pub struct FileForm {
    pub number: i32,
    pub name: String,
    pub rows: String,
    /// How it is written, in a sentence.
    pub written: String,
    pub sheets: Vec<String>,
    pub sheet: String,
    pub is_text: bool,
    pub header: &'static str,
    pub encodings: Options,
    pub encoding: &'static str,
    pub delimiter: &'static str,
    /// The preset that reads it; empty when it is mapped by hand.
    pub preset: String,
    pub preset_reads: Vec<(String, String)>,
    pub target: &'static str,
    pub targets: Options,
    pub columns: Vec<ColumnForm>,
    pub fields: Vec<(&'static str, String)>,
    pub fixed: Vec<FixedForm>,
    pub words: Vec<(usize, String, &'static str)>,
    pub keys: Options,
    pub key: &'static str,
    pub does: &'static str,
    pub empty: &'static str,
    pub mark: &'static str,
    pub days: &'static str,
    /// Which row decides the order of days, or why somebody has to say it.
    pub days_note: String,
    pub days_ask: bool,
    pub currency: String,
    pub has_amounts: bool,
    /// What must be said and is not; empty when all is.
    pub missing: String,
    pub known: String,
}

pub struct ColumnForm {
    pub index: usize,
    pub name: String,
    pub samples: String,
    pub chosen: &'static str,
}

pub struct FixedForm {
    pub field: &'static str,
    pub label: String,
    pub value: String,
    pub needed: bool,
}

impl FileForm {
    pub fn of(
        file: &import_file::Model,
        look: &Look,
        choice: &Choice,
        known: String,
        lang: Lang,
    ) -> Self {
        let w = Words::of(lang);
        let survey = &look.survey;
        let missing = choice.missing(&survey.columns);
        let missing: Vec<String> = missing.iter().map(|it| field_name(*it, lang)).collect();
        let guess = day_order(&look.profiles);
        let told = file.asked().unwrap_or_default().told;
        Self {
            number: file.number,
            name: file.name.clone(),
            rows: w.file_rows(lang.number(i64::try_from(survey.rows).unwrap_or(i64::MAX))),
            written: written(look, w),
            sheets: look.sheets.clone(),
            sheet: look.sheet.clone(),
            is_text: survey.format == Format::Delimited,
            header: match told.has_header {
                None => "",
                Some(true) => "yes",
                Some(false) => "no",
            },
            encodings: ENCODINGS.map(|it| (encoding_word(it), it.name())).to_vec(),
            encoding: told.encoding.map_or("", encoding_word),
            delimiter: told.delimiter.map_or("", delimiter_word),
            preset: choice.preset.as_ref().map(|it| it.0.clone()).unwrap_or_default(),
            preset_reads: preset_reads(choice, lang),
            target: choice.target.word(),
            targets: targets(lang),
            columns: columns(look, choice),
            fields: guess::fields(choice.target)
                .map(|it| (it.word(), field_name(it, lang)))
                .collect(),
            fixed: fixed(look, choice, lang),
            words: words(look, choice),
            keys: keys(choice.target, w),
            key: key(choice),
            does: match choice.does {
                Does::Both => "both",
                Does::Create => "create",
                Does::Update => "update",
            },
            empty: if choice.empty == Empty::Clear { "clear" } else { "keep" },
            mark: if choice.decimal_mark == DecimalMark::Comma { "comma" } else { "point" },
            days: match choice.day_order {
                DayOrder::YearFirst => "year-first",
                DayOrder::DayFirst => "day-first",
                DayOrder::MonthFirst => "month-first",
            },
            days_note: days_note(&guess, w),
            days_ask: matches!(guess, DayGuess::Either(_) | DayGuess::Mixed(..)),
            currency: choice.currency.clone().unwrap_or_default(),
            has_amounts: guess::fields(choice.target)
                .any(|it| matches!(it, Field::Price | Field::Revenue | Field::Value)),
            missing: missing.join(", "),
            known,
        }
    }
}

fn columns(look: &Look, choice: &Choice) -> Vec<ColumnForm> {
    let column = |(index, name): (usize, &String)| ColumnForm {
        index,
        name: name.clone(),
        samples: look.profiles.get(index).map(|it| it.samples.join(" · ")).unwrap_or_default(),
        chosen: choice.columns.get(name).map_or("", |it| it.word()),
    };
    let own = if look.survey.is_error_file {
        look.survey.columns.len().saturating_sub(crate::rules::cell::ERROR_COLUMNS.len())
    } else {
        look.survey.columns.len()
    };
    look.survey.columns.iter().take(own).enumerate().map(column).collect()
}

/// What every row may say where no column does.
fn fixed(look: &Look, choice: &Choice, lang: Lang) -> Vec<FixedForm> {
    const OFFERED: &[Field] = &[
        Field::Agent,
        Field::Owner,
        Field::Status,
        Field::Account,
        Field::Stage,
        Field::Country,
        Field::Industry,
        Field::Team,
        Field::Price,
    ];
    let columns = &look.survey.columns;
    let fields = guess::fields(choice.target).filter(|it| OFFERED.contains(it));
    let open = fields.filter(|it| choice.columns_of(*it, columns).is_empty());
    let form = |field: Field| FixedForm {
        field: field.word(),
        label: field_name(field, lang),
        value: choice.fixed.get(&field).cloned().unwrap_or_default(),
        needed: needed(choice.target).contains(&field),
    };
    open.map(form).collect()
}

fn words(look: &Look, choice: &Choice) -> Vec<(usize, String, &'static str)> {
    if choice.target != TargetKind::Opportunity {
        return Vec::new();
    }
    let said = choice.words.get(&Field::Kind);
    let kind = |stage: &str| match said.and_then(|it| it.get(stage)).map(String::as_str) {
        Some("won") => "won",
        Some("lost") => "lost",
        Some("open") => "open",
        _ => deal_kind(stage),
    };
    let stages = stages(choice, look).into_iter().enumerate();
    stages.map(|(index, stage)| (index, stage.clone(), kind(&stage))).collect()
}

fn keys(target: TargetKind, w: Words) -> Options {
    match target {
        TargetKind::Person => vec![("name", w.key_name()), ("email", w.key_email())],
        TargetKind::Contact => vec![
            ("name", w.key_name_in_account()),
            ("email", w.key_email()),
            ("phone", w.key_phone()),
        ],
        _ => Vec::new(),
    }
}

fn key(choice: &Choice) -> &'static str {
    match (choice.target, choice.person_key, choice.contact_key) {
        (TargetKind::Person, PersonKey::Email, _) | (TargetKind::Contact, _, ContactKey::Email) => {
            "email"
        }
        (TargetKind::Contact, _, ContactKey::Phone) => "phone",
        _ => "name",
    }
}

fn preset_reads(choice: &Choice, lang: Lang) -> Vec<(String, String)> {
    let Some((name, place)) = &choice.preset else { return Vec::new() };
    let Ok(mapping) = preset::named(name) else { return Vec::new() };
    let Some(file) = mapping.files.get(*place) else { return Vec::new() };
    let w = Words::of(lang);
    let mut reads = Vec::new();
    for rules in file.rules() {
        for (field, _, rule) in rules.fields() {
            if let Some(column) = &rule.column {
                let what = crate::show_run::kind(rules.kind(), w);
                reads.push((column.clone(), format!("{what}: {}", field_name(field, lang))));
            }
        }
    }
    reads
}

fn written(look: &Look, w: Words) -> String {
    match look.survey.format {
        Format::Xlsx | Format::Xls => w.written_sheet(look.sheet.clone()),
        Format::Vcard => w.written_cards().to_owned(),
        Format::Delimited => {
            let parted = match delimiter_word(look.survey.delimiter) {
                "semicolon" => w.delimiter_semicolon(),
                "tab" => w.delimiter_tab(),
                "bar" => w.delimiter_bar(),
                _ => w.delimiter_comma(),
            };
            w.written_text(look.survey.encoding.name(), parted)
        }
    }
}

fn days_note(guess: &DayGuess, w: Words) -> String {
    match guess {
        DayGuess::None => String::new(),
        DayGuess::Sure(_, it) => w.days_sure(it.line, it.text.clone()),
        DayGuess::Either(it) => w.days_either(it.line, it.text.clone()),
        DayGuess::Mixed(one, other) => {
            w.days_mixed(one.line, one.text.clone(), other.line, other.text.clone())
        }
    }
}

const fn encoding_word(encoding: TextEncoding) -> &'static str {
    match encoding {
        TextEncoding::Utf8 => "utf8",
        TextEncoding::Utf16Le => "utf16-le",
        TextEncoding::Utf16Be => "utf16-be",
        TextEncoding::Windows1252 => "windows1252",
    }
}

const fn delimiter_word(delimiter: u8) -> &'static str {
    match delimiter {
        b';' => "semicolon",
        b'\t' => "tab",
        b'|' => "bar",
        _ => "comma",
    }
}
