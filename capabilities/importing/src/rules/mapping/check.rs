//! What a mapping must not say, found when it is loaded and not when somebody's file is read.

use super::{CellType, FieldRule, FileMapping, Mapping, Only, PersonKey, Rules, Unit};
use crate::rules::draft::Field;

/// A mapping that contradicts itself. It is met by those who write mappings, in English.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {what}")]
pub struct MappingFault {
    /// The name of the file in the mapping, and the field.
    pub place: String,
    pub what: String,
}

impl Mapping {
    /// Refuses what no file could be read by.
    pub fn check(&self) -> Result<(), MappingFault> {
        let said = self.files.iter().filter_map(|file| file.currency.as_ref());
        for currency in said.chain(Some(&self.currency).filter(|it| !it.is_empty())) {
            if currency.len() != 3 || !currency.bytes().all(|it| it.is_ascii_uppercase()) {
                return Err(fault("currency", format!("`{currency}` is not three capitals")));
            }
        }
        if self.files.is_empty() {
            return Err(fault("file", "there is none"));
        }
        let lacks_address =
            |file: &&FileMapping| file.persons.iter().any(|person| person.email.is_none());
        if let (PersonKey::Email, Some(file)) =
            (self.keys.person, self.files.iter().find(lacks_address))
        {
            return Err(fault(&file.name, "persons are known by `email` and have none"));
        }
        let keyless = |file: &&FileMapping| {
            let lacks = |rules: Rules<'_>| match rules {
                Rules::Account(_) => rules.rule(self.keys.account.field()).is_none(),
                Rules::Contact(_) => rules.rule(self.keys.contact.field()).is_none(),
                _ => false,
            };
            file.rules().into_iter().any(lacks)
        };
        if let Some(file) = self.files.iter().find(keyless) {
            return Err(fault(&file.name, "its records are known by what they do not have"));
        }
        self.files.iter().try_for_each(check_file)
    }
}

fn check_file(file: &FileMapping) -> Result<(), MappingFault> {
    if file.rules().is_empty() {
        return Err(fault(&file.name, "no record is made of its rows"));
    }
    if file.columns.is_empty() {
        return Err(fault(&file.name, "`columns` names none"));
    }
    if file.invoices.iter().any(|it| !it.has_amounts()) {
        return Err(fault(&file.name, "an invoice needs `amount`, `price` or `total`"));
    }
    for rules in file.rules() {
        let has = |only: &&Only| file.all_columns().any(|it| *it == only.column);
        if let Some(only) = rules.only().iter().find(|it| !has(it)) {
            return Err(fault(&file.name, format!("`{}` is not among its `columns`", only.column)));
        }
        for (field, cell, rule) in rules.fields() {
            check_rule(file, rule, cell).map_err(|what| fault(&place(file, rules, field), what))?;
        }
    }
    Ok(())
}

fn check_rule(file: &FileMapping, rule: &FieldRule, cell: CellType) -> Result<(), String> {
    let has = |column: &String| file.all_columns().any(|it| it == column);
    match (&rule.column, &rule.always) {
        (Some(column), None) if !has(column) => {
            return Err(format!("`{column}` is not among its `columns`"));
        }
        (Some(_), None) | (None, Some(_)) => {}
        _ => return Err("say either `column` or `always`".to_owned()),
    }
    if let Some(other) = rule.also.iter().chain(&rule.instead).find(|it| !has(it)) {
        return Err(format!("`{other}` is not among its `columns`"));
    }
    if !rule.also.is_empty() && cell != CellType::Text {
        return Err("`also` is for texts".to_owned());
    }
    if let Some(template) = &rule.template
        && template.matches("{}").count() != 1
    {
        return Err("`template` needs `{}` once".to_owned());
    }
    if rule.template.is_some() && cell != CellType::Text {
        return Err("`template` is for texts".to_owned());
    }
    if rule.unit != Unit::Ones && !matches!(cell, CellType::Amount | CellType::Whole) {
        return Err("`unit` is for numbers".to_owned());
    }
    if let CellType::Word(known) = cell {
        let ours = rule.values.values().chain(&rule.always).chain(&rule.others);
        if let Some(word) = ours.into_iter().find(|word| !known.contains(&word.as_str())) {
            return Err(format!("`{word}` is not one of {}", known.join(", ")));
        }
    }
    Ok(())
}

fn place(file: &FileMapping, rules: Rules<'_>, field: Field) -> String {
    format!("{}: {}.{}", file.name, rules.kind().word(), field.word())
}

fn fault(place: &str, what: impl Into<String>) -> MappingFault {
    MappingFault { place: place.to_owned(), what: what.into() }
}
