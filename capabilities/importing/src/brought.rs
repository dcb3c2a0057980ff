//! Files that are read by a choice: looked at, guessed, and put together for one import.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use frame::Ctx;
use serde::{Deserialize, Serialize};

use crate::own::Own;
use crate::preset;
use crate::reading::{self, Rows, unreadable, vcard, workbook};
use crate::rules::choice::{Choice, composed, distinct};
use crate::rules::day::DayOrder;
use crate::rules::draft::{Field, TargetKind};
use crate::rules::evidence::questions;
use crate::rules::file_refused::FileRefused;
use crate::rules::guess;
use crate::rules::mapping::{
    AccountKey, ContactKey, FileMapping, Keys, Mapping, PersonKey, same_column,
};
use crate::rules::number::DecimalMark;
use crate::rules::profile::{self, Profile};
use crate::rules::row::Row;
use crate::rules::run_refused::RunRefused;
use crate::rules::signature::{Format, format_of};
use crate::rules::survey::{Limits, Survey, Told};
use crate::run::RunId;
use crate::source_file::{SourceFile, SourceRefused, Sources};

/// What somebody says about a file before it is looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    #[serde(default)]
    pub told: Told,
    /// The sheet of a workbook.
    #[serde(default)]
    pub sheet: Option<String>,
}

/// How a file was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Look {
    pub survey: Survey,
    pub profiles: Vec<Profile>,
    /// Of a workbook, and the one that is read; otherwise none.
    pub sheets: Vec<String>,
    pub sheet: String,
    /// The rows are read from the text beside the file.
    pub is_beside: bool,
}

/// A file and how it is read.
#[derive(Clone, Debug)]
pub struct Brought {
    pub name: String,
    /// Where its rows are.
    pub path: PathBuf,
    pub look: Look,
    pub choice: Choice,
}

/// Where the files of all imports of a company lie.
pub fn all(ctx: &Ctx) -> PathBuf {
    ctx.app.files.join(ctx.actor.company.to_string()).join("imports")
}

/// Where the files of an import lie.
pub fn folder(ctx: &Ctx, run: RunId) -> PathBuf {
    all(ctx).join(run.to_string())
}

/// Where the rows of a file are that was looked at.
pub fn rows_path(folder: &Path, number: i32, look: &Look) -> PathBuf {
    if look.is_beside { beside(folder, number) } else { folder.join(number.to_string()) }
}

/// The text of a workbook, or of cards.
pub fn beside(folder: &Path, number: i32) -> PathBuf {
    folder.join(format!("{number}.text"))
}

/// Looks at all of a file. A workbook and cards are written as a text at `beside` first.
pub fn look(path: &Path, beside: &Path, asked: &Asked) -> Result<Look, FileRefused> {
    let mut head = Vec::new();
    let file = File::open(path).map_err(|fault| unreadable(&fault))?;
    file.take(64 * 1024).read_to_end(&mut head).map_err(|fault| unreadable(&fault))?;
    if head.is_empty() {
        return Err(FileRefused::Empty);
    }
    let limits = Limits::default();
    let format = format_of(&head)?;
    let (mut sheets, mut sheet) = (Vec::new(), String::new());
    match format {
        Format::Delimited => {}
        Format::Vcard => vcard::to_text(path, beside)?,
        Format::Xlsx | Format::Xls => {
            let taken = workbook::to_text(path, format, asked.sheet.as_deref(), beside, limits)?;
            (sheets, sheet) = (taken.sheets, taken.sheet);
        }
    }
    let is_beside = format != Format::Delimited;
    let rows = if is_beside { beside } else { path };
    let mut told = asked.told;
    if is_beside {
        told.encoding = Some(crate::rules::encoding::TextEncoding::Utf8);
        told.delimiter = Some(b',');
    }
    let mut survey = reading::look(|| File::open(rows), told, limits)?;
    survey.format = format;
    // A workbook knows what is a text and what is a formula: only rows that were rejected come
    // guarded in one.
    survey.is_guarded &= survey.is_error_file || !is_beside;
    survey.columns = distinct(&survey.columns);
    let profiles = profiles(rows, &survey)?;
    Ok(Look { survey, profiles, sheets, sheet, is_beside })
}

fn profiles(path: &Path, survey: &Survey) -> Result<Vec<Profile>, FileRefused> {
    let input = File::open(path).map_err(|fault| unreadable(&fault))?;
    let mut rows = Rows::open(input, survey)?;
    let mut profiles = vec![Profile::default(); survey.columns.len()];
    let mut row = Row::default();
    while rows.read(&mut row)? {
        profile::add(&mut profiles, &row);
    }
    Ok(profiles)
}

/// Looks at files on disk and guesses how each is read; texts of workbooks are written to
/// `scratch`.
pub fn bring(paths: &[PathBuf], scratch: &Path, own: &Own) -> Result<Vec<Brought>, SourceRefused> {
    let mut brought = Vec::new();
    for (number, path) in (0..).zip(paths) {
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        let beside = beside(scratch, number);
        let look = if path.is_dir() {
            Err(FileRefused::Directory)
        } else {
            look(path, &beside, &Asked::default())
        };
        let look = look.map_err(|why| SourceRefused { name: name.clone(), why })?;
        let choice = guessed(&name, &look, own);
        let path = if look.is_beside { beside } else { path.clone() };
        brought.push(Brought { name, path, look, choice });
    }
    Ok(brought)
}

/// How a file is probably read: by the preset that knows most of its columns, or by their names.
pub fn guessed(name: &str, look: &Look, own: &Own) -> Choice {
    let columns = &look.survey.columns;
    if look.survey.is_ours {
        let choice = guess::choice(name, columns, &look.profiles, own);
        return as_ours(choice, &look.survey);
    }
    let is_clear = |file: &FileMapping| {
        let twice = |column: &String| {
            let second = format!("{column} (2)");
            columns.iter().any(|it| same_column(it, &second))
        };
        !file.columns.iter().any(twice)
    };
    let mut best: Option<(String, Mapping, usize)> = None;
    for (preset, mapping) in preset::all() {
        let Some(kind) = mapping.file_for(name, columns) else { continue };
        let knows = |mapping: &Mapping, kind: usize| mapping.files[kind].columns.len();
        let known = best.as_ref().map_or(0, |(_, mapping, kind)| knows(mapping, *kind));
        if known < knows(&mapping, kind) && is_clear(&mapping.files[kind]) {
            best = Some((preset.to_owned(), mapping, kind));
        }
    }
    let by_names = guess::choice(name, columns, &look.profiles, own);
    let Some((preset, mapping, kind)) = best else { return by_names };
    let file = &mapping.files[kind];
    // One that names no currency leaves room for what a company does otherwise.
    if mapping.currency.is_empty()
        && let Some(choice) = Choice::of_file(file)
    {
        return fitted(choice, look, mapping.keys, own);
    }
    let target = file.rules().first().map_or(by_names.target, |it| it.kind());
    Choice { preset: Some((preset, kind)), target, ..by_names }
}

/// How a file whose rows are of this kind is probably read.
pub fn guessed_for(target: TargetKind, look: &Look, own: &Own) -> Choice {
    let choice = guess::for_target(target, &look.survey.columns, &look.profiles, own);
    if look.survey.is_ours { as_ours(choice, &look.survey) } else { choice }
}

/// A list that was taken out here is known record by record, and written as we write.
fn as_ours(choice: Choice, survey: &Survey) -> Choice {
    let has_id = choice.columns.values().any(|it| *it == Field::Id);
    let (account_key, contact_key) = if has_id {
        (AccountKey::Id, ContactKey::Id)
    } else {
        (choice.account_key, choice.contact_key)
    };
    let is_comma = survey.format == Format::Delimited && survey.delimiter == b';';
    Choice {
        account_key,
        contact_key,
        decimal_mark: if is_comma { DecimalMark::Comma } else { DecimalMark::Point },
        day_order: DayOrder::YearFirst,
        mark_said: true,
        order_said: true,
        ..choice
    }
}

/// A preset's choice with the columns as this file writes them, and the marks that it uses.
fn fitted(choice: Choice, look: &Look, keys: Keys, own: &Own) -> Choice {
    let columns = &look.survey.columns;
    let here = |known: &String| columns.iter().find(|it| same_column(it, known)).cloned();
    let fields = choice.columns.iter().filter_map(|(known, field)| Some((here(known)?, *field)));
    let mut choice = Choice {
        columns: fields.collect(),
        person_key: keys.person,
        // A document says itself by what its client is named.
        account_key: if choice.target.is_document() { choice.account_key } else { keys.account },
        contact_key: keys.contact,
        ..choice
    };
    choice.fit(columns, &look.profiles, own);
    choice
}

/// Refuses while somebody still has to say how a file writes its numbers or its days.
pub fn settled(brought: &[Brought], own: &Own) -> Result<(), RunRefused> {
    for file in brought {
        let (columns, profiles) = (&file.look.survey.columns, &file.look.profiles);
        if let Some(question) = questions(&file.choice, columns, profiles, own).into_iter().next() {
            return Err(RunRefused::unsettled(&file.name, question));
        }
    }
    Ok(())
}

/// One mapping and its sources, a kind of file for each file.
pub fn assemble(brought: &[Brought], currency: &str) -> Result<(Mapping, Sources), RunRefused> {
    let mut mapping = Mapping { currency: currency.to_owned(), ..Mapping::default() };
    let mut sources = Sources::default();
    for (kind, file) in brought.iter().enumerate() {
        let not_mapped = || RunRefused::NotMapped { file: file.name.clone() };
        let columns = &file.look.survey.columns;
        if let Some((name, place)) = &file.choice.preset {
            let known = preset::named(name).map_err(|_| not_mapped())?.in_currency(currency);
            let mut read = known.files.get(*place).cloned().ok_or_else(not_mapped)?;
            read.currency.get_or_insert(known.currency);
            merge(&mut mapping.keys, known.keys);
            mapping.files.push(read);
        } else {
            let is_whole = file.choice.missing(columns).is_empty();
            let read = composed(&file.choice, &file.name, columns, &file.look.profiles);
            let read = read.filter(|_| is_whole).ok_or_else(not_mapped)?;
            let Choice { person_key: person, account_key: account, contact_key: contact, .. } =
                file.choice;
            // By what documents name their clients is no key of accounts.
            let account = if file.choice.target.is_document() { AccountKey::Name } else { account };
            merge(&mut mapping.keys, Keys { person, account, contact });
            mapping.files.push(read);
        }
        sources.files.push(SourceFile {
            path: file.path.clone(),
            name: file.name.clone(),
            survey: file.look.survey.clone(),
            kind,
        });
    }
    let first = brought.first().map(|it| it.name.clone()).unwrap_or_default();
    mapping.check().map_err(|_| RunRefused::NotMapped { file: first })?;
    Ok((mapping, sources))
}

/// A key that somebody chose counts for all files.
fn merge(keys: &mut Keys, chosen: Keys) {
    if chosen.person != PersonKey::default() {
        keys.person = chosen.person;
    }
    if chosen.account != AccountKey::default() {
        keys.account = chosen.account;
    }
    if chosen.contact != ContactKey::default() {
        keys.contact = chosen.contact;
    }
}
