//! One file on the page of mapping.

use kernel::Lang;

use super::asked_for::{OWN, stages};
use super::{field_name, targets};
use crate::brought::Look;
use crate::import_file;
use crate::own::Own;
use crate::preset;
use crate::rules::choice::{Choice, deal_kind, needed};
use crate::rules::day::DayOrder;
use crate::rules::draft::{Field, TargetKind};
use crate::rules::encoding::TextEncoding;
use crate::rules::evidence::{Evidence, Question, questions};
use crate::rules::guess;
use crate::rules::mapping::{AccountKey, ContactKey, Does, Empty, PersonKey};
use crate::rules::number::DecimalMark;
use crate::rules::profile::Guess;
use crate::rules::signature::Format;
use crate::words::Words;

/// In the order in which people meet them.
const ENCODINGS: [TextEncoding; 4] =
    [TextEncoding::Utf8, TextEncoding::Windows1252, TextEncoding::Utf16Le, TextEncoding::Utf16Be];

type Options = Vec<(&'static str, &'static str)>;

/// One file, as the form shows it.
#[expect(clippy::struct_excessive_bools, reason = "each is a part of the form that stands or not")]
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
    /// Fields of the company's own.
    pub own: Vec<(String, String)>,
    pub fixed: Vec<FixedForm>,
    pub words: Vec<(usize, String, &'static str)>,
    pub keys: Options,
    pub key: &'static str,
    pub does: &'static str,
    pub empty: &'static str,
    /// Empty while it is asked for and nothing can be offered.
    pub mark: &'static str,
    /// Which row decides the mark, or why somebody has to say it.
    pub mark_note: String,
    pub mark_ask: bool,
    pub days: &'static str,
    /// Which row decides the order of days, or why somebody has to say it.
    pub days_note: String,
    pub days_ask: bool,
    pub currency: String,
    pub has_amounts: bool,
    /// A column fills the tags.
    pub has_tags: bool,
    /// What must be said and is not; empty when all is.
    pub missing: String,
    pub known: String,
}

pub struct ColumnForm {
    pub index: usize,
    pub name: String,
    pub samples: String,
    pub chosen: String,
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
        own: &Own,
        lang: Lang,
    ) -> Self {
        let w = Words::of(lang);
        let survey = &look.survey;
        let missing = choice.missing(&survey.columns);
        let missing: Vec<String> = missing.iter().map(|it| field_name(*it, lang)).collect();
        let evidence = Evidence::of(choice, &survey.columns, &look.profiles, own);
        let questions = questions(choice, &survey.columns, &look.profiles, own);
        let mark_ask = questions.iter().any(|it| matches!(it, Question::Mark(_)));
        let days_ask = questions.iter().any(|it| matches!(it, Question::Days(_)));
        let currency = choice.currency_of(&survey.columns, &look.profiles, own);
        let told = file.asked().unwrap_or_default().told;
        Self {
            number: file.number,
            name: file.name.clone(),
            rows: w.file_rows(i64::try_from(survey.rows).unwrap_or(i64::MAX)),
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
            own: own
                .fields(choice.target)
                .iter()
                .map(|it| (format!("{OWN}{}", it.code), it.label(lang).to_owned()))
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
            mark: match choice.decimal_mark {
                // Nothing tells it, and nothing is offered: somebody has to choose.
                _ if mark_ask && evidence.mark(&currency).is_none() => "",
                DecimalMark::Comma => "comma",
                DecimalMark::Point => "point",
            },
            mark_note: mark_note(&evidence.mark, w),
            mark_ask,
            days: match choice.day_order {
                DayOrder::YearFirst => "year-first",
                DayOrder::DayFirst => "day-first",
                DayOrder::MonthFirst => "month-first",
            },
            days_note: days_note(&evidence.days, w),
            days_ask,
            currency: choice.currency.clone().unwrap_or_default(),
            has_amounts: guess::fields(choice.target).any(|it| {
                matches!(it, Field::Price | Field::Revenue | Field::Value | Field::Amount)
            }),
            has_tags: choice.columns.values().any(|it| *it == Field::Tags),
            missing: missing.join(", "),
            known,
        }
    }

    /// Whether it can be read as it is said.
    pub const fn is_whole(&self) -> bool {
        self.missing.is_empty() && !self.mark_ask && !self.days_ask
    }
}

fn columns(look: &Look, choice: &Choice) -> Vec<ColumnForm> {
    let column = |(index, name): (usize, &String)| ColumnForm {
        index,
        name: name.clone(),
        samples: look.profiles.get(index).map(|it| it.samples.join(" · ")).unwrap_or_default(),
        chosen: match (choice.columns.get(name), choice.custom.get(name)) {
            (Some(field), _) => field.word().to_owned(),
            (None, Some(code)) => format!("{OWN}{code}"),
            (None, None) => String::new(),
        },
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
        Field::Source,
        Field::City,
        Field::Province,
        Field::DocumentKind,
        Field::Method,
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
    let name = |field: Field| match (field, target) {
        (Field::Name, TargetKind::Contact) => w.key_name_in_account(),
        (Field::Name, TargetKind::Invoice | TargetKind::Payment) => w.key_name_of_client(),
        (Field::ExternalId, TargetKind::Invoice | TargetKind::Payment) => {
            w.key_external_of_client()
        }
        (Field::TaxNumber, TargetKind::Invoice | TargetKind::Payment) => w.key_tax_of_client(),
        (Field::Id, TargetKind::Invoice | TargetKind::Payment) => w.key_id_of_client(),
        (Field::Email, _) => w.key_email(),
        (Field::Phone, _) => w.key_phone(),
        (Field::Id, _) => w.field_id(),
        (Field::ExternalId, _) => w.field_external_id(),
        (Field::TaxNumber, _) => w.field_tax_number(),
        _ => w.key_name(),
    };
    let fields: Vec<Field> = match target {
        TargetKind::Person => vec![Field::Name, Field::Email],
        TargetKind::Account => AccountKey::ALL.iter().map(|it| it.field()).collect(),
        TargetKind::Contact => ContactKey::ALL.iter().map(|it| it.field()).collect(),
        // Of their client.
        TargetKind::Invoice | TargetKind::Payment => {
            vec![Field::Name, Field::ExternalId, Field::TaxNumber, Field::Id]
        }
        _ => Vec::new(),
    };
    fields.into_iter().map(|it| (it.word(), name(it))).collect()
}

fn key(choice: &Choice) -> &'static str {
    match choice.target {
        TargetKind::Account | TargetKind::Invoice | TargetKind::Payment => {
            choice.account_key.field().word()
        }
        TargetKind::Contact => choice.contact_key.field().word(),
        TargetKind::Person if choice.person_key == PersonKey::Email => Field::Email.word(),
        _ => Field::Name.word(),
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

fn days_note(guess: &Guess<DayOrder>, w: Words) -> String {
    match guess {
        Guess::None => String::new(),
        Guess::Sure(_, it) => w.days_sure(it.line, &it.text),
        Guess::Either(it) => w.days_either(&it.column, it.line, &it.text),
        Guess::Mixed(one, other) => w.days_mixed(one.line, &one.text, other.line, &other.text),
    }
}

fn mark_note(guess: &Guess<DecimalMark>, w: Words) -> String {
    match guess {
        Guess::None => String::new(),
        Guess::Sure(_, it) => w.days_sure(it.line, &it.text),
        Guess::Either(it) => w.mark_either(&it.column, it.line, &it.text),
        Guess::Mixed(one, other) => w.mark_mixed(one.line, &one.text, other.line, &other.text),
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
