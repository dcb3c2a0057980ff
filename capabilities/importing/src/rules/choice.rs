//! How somebody reads one file: what each row is, and which column fills which field.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::rules::day::DayOrder;
use crate::rules::draft::{Field, TargetKind};
use crate::rules::mapping::{ContactKey, Does, Empty, FieldRule, FileMapping, PersonKey, Unit};
use crate::rules::number::DecimalMark;

mod compose;

pub use self::compose::{composed, needed};

/// How one file is read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// The preset that reads it, and the place of the file there; the rest is then only kept.
    pub preset: Option<(String, usize)>,
    pub target: TargetKind,
    /// By the name of the column. Texts of several columns follow each other.
    pub columns: BTreeMap<String, Field>,
    /// What every row says, where no column does.
    #[serde(default)]
    pub fixed: BTreeMap<Field, String>,
    /// The file's words, and ours.
    #[serde(default)]
    pub words: BTreeMap<Field, BTreeMap<String, String>>,
    #[serde(default)]
    pub person_key: PersonKey,
    #[serde(default)]
    pub contact_key: ContactKey,
    #[serde(default)]
    pub does: Does,
    /// What an empty cell means.
    #[serde(default)]
    pub empty: Empty,
    #[serde(default)]
    pub decimal_mark: DecimalMark,
    #[serde(default)]
    pub day_order: DayOrder,
    /// Of its amounts; the company's when it is not said.
    #[serde(default)]
    pub currency: Option<String>,
}

impl Choice {
    /// Rows of this kind, and nothing known of their columns.
    pub const fn of(target: TargetKind) -> Self {
        Self {
            preset: None,
            target,
            columns: BTreeMap::new(),
            fixed: BTreeMap::new(),
            words: BTreeMap::new(),
            person_key: PersonKey::Name,
            contact_key: ContactKey::Name,
            does: Does::Both,
            empty: Empty::Keep,
            decimal_mark: DecimalMark::Point,
            day_order: DayOrder::YearFirst,
            currency: None,
        }
    }

    /// A preset's file, said so that somebody can change it; none if it says more than columns.
    pub fn of_file(file: &FileMapping) -> Option<Self> {
        let [rules] = file.rules()[..] else { return None };
        let mut choice = Self::of(rules.kind());
        for (field, _, rule) in rules.fields() {
            if rule.unit != Unit::Ones || rule.template.is_some() || !rule.aliases.is_empty() {
                return None;
            }
            for column in rule.column.iter().chain(&rule.also) {
                choice.columns.entry(column.clone()).or_insert(field);
            }
            if let Some(always) = &rule.always {
                choice.fixed.insert(field, always.clone());
            }
            if !rule.values.is_empty() {
                choice.words.insert(field, rule.values.clone());
            }
        }
        choice.does = file.does;
        choice.decimal_mark = file.decimal_mark;
        choice.day_order = file.day_order;
        Some(choice)
    }

    /// The columns that fill a field, in the order of the file.
    pub fn columns_of<'a>(&'a self, field: Field, columns: &'a [String]) -> Vec<&'a String> {
        columns.iter().filter(|it| self.columns.get(*it) == Some(&field)).collect()
    }

    /// What must be said and is not: nothing can be imported before.
    pub fn missing(&self, columns: &[String]) -> Vec<Field> {
        if self.preset.is_some() {
            return Vec::new();
        }
        let says = |field: &Field| {
            !self.columns_of(*field, columns).is_empty() || self.fixed.contains_key(field)
        };
        let mut needed: Vec<Field> = needed(self.target).to_vec();
        match (self.target, self.person_key, self.contact_key) {
            (TargetKind::Person, PersonKey::Email, _)
            | (TargetKind::Contact, _, ContactKey::Email) => needed.push(Field::Email),
            (TargetKind::Contact, _, ContactKey::Phone) => needed.push(Field::Phone),
            _ => {}
        }
        // The stage tells whether a deal is won.
        let kind_is_told = says(&Field::Stage);
        let is_told = |it: &Field| says(it) || (*it == Field::Kind && kind_is_told);
        needed.retain(|it| !is_told(it));
        needed
    }

    fn rule(&self, field: Field, columns: &[String]) -> Option<FieldRule> {
        let mut found = self.columns_of(field, columns).into_iter().cloned();
        let words = self.words.get(&field).cloned().unwrap_or_default();
        let rule = match found.next() {
            Some(column) => FieldRule {
                column: Some(column),
                also: found.collect(),
                values: words,
                empty: self.empty,
                ..FieldRule::default()
            },
            None => {
                FieldRule { always: Some(self.fixed.get(&field)?.clone()), ..FieldRule::default() }
            }
        };
        Some(rule)
    }
}

/// What a word of another system means for a deal.
pub fn deal_kind(word: &str) -> &'static str {
    let word = word.to_lowercase();
    let holds = |parts: &[&str]| parts.iter().any(|it| word.contains(it));
    if holds(&["lost", "kalah", "gagal", "batal"]) {
        "lost"
    } else if holds(&["won", "menang", "deal", "berhasil"]) {
        "won"
    } else {
        "open"
    }
}

/// Columns with names of their own: one without a name gets its number, one whose name stands
/// there already a number behind it.
pub fn distinct(columns: &[String]) -> Vec<String> {
    let mut names: Vec<String> = Vec::with_capacity(columns.len());
    for (index, column) in columns.iter().enumerate() {
        let base = if column.is_empty() { format!("#{}", index + 1) } else { column.clone() };
        let mut name = base.clone();
        let mut number = 2;
        while names.iter().any(|it| it.to_lowercase() == name.to_lowercase()) {
            name = format!("{base} ({number})");
            number += 1;
        }
        names.push(name);
    }
    names
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn columns_without_a_name_and_those_of_one_name_are_told_apart() {
        let columns = ["Phone", "", "phone", "Phone", ""].map(str::to_owned);

        assert_eq!(distinct(&columns), ["Phone", "#2", "phone (2)", "Phone (3)", "#5"]);
    }

    #[test]
    fn what_must_be_said_is_asked_for() {
        let columns = ["Deal", "Owner", "Stage"].map(str::to_owned);
        let mut choice = Choice::of(TargetKind::Opportunity);
        choice.columns.insert("Deal".to_owned(), Field::ExternalId);
        choice.columns.insert("Stage".to_owned(), Field::Stage);

        assert_eq!(choice.missing(&columns), [Field::Agent]);
        choice.fixed.insert(Field::Agent, "Ayu".to_owned());
        assert_eq!(choice.missing(&columns), []);
    }

    #[test]
    fn a_stage_says_whether_a_deal_is_won() {
        for (stage, kind) in [
            ("Closed Won", "won"),
            ("closedlost", "lost"),
            ("Menang", "won"),
            ("Negotiation", "open"),
            ("Prospecting", "open"),
        ] {
            assert_eq!(deal_kind(stage), kind, "{stage}");
        }
    }

    proptest! {
        #[test]
        fn names_are_distinct(columns in prop::collection::vec("[ab]{0,2}", 0..12)) {
            let names = distinct(&columns);
            let lower: std::collections::BTreeSet<String> =
                names.iter().map(|it| it.to_lowercase()).collect();

            prop_assert_eq!(lower.len(), columns.len());
            prop_assert_eq!(&distinct(&names), &names);
        }
    }
}
