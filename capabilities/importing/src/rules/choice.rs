//! How somebody reads one file: what each row is, and which column fills which field.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::own::Own;
use crate::rules::day::DayOrder;
use crate::rules::draft::{Field, TargetKind};
use crate::rules::evidence::Evidence;
use crate::rules::mapping::{
    AccountKey, ContactKey, Does, Empty, FieldRule, FileMapping, InvoiceRules, PaymentRules,
    PersonKey, Rules, Unit,
};
use crate::rules::number::DecimalMark;
use crate::rules::profile::{Guess, Profile};

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
    /// Columns that fill fields of the company's own, and their codes.
    #[serde(default)]
    pub custom: BTreeMap<String, String>,
    /// What every row says, where no column does.
    #[serde(default)]
    pub fixed: BTreeMap<Field, String>,
    /// The file's words, and ours.
    #[serde(default)]
    pub words: BTreeMap<Field, BTreeMap<String, String>>,
    #[serde(default)]
    pub person_key: PersonKey,
    #[serde(default)]
    pub account_key: AccountKey,
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
    /// Whether somebody said the mark, where the cells leave it open.
    #[serde(default)]
    pub mark_said: bool,
    /// Whether somebody said the order of days.
    #[serde(default)]
    pub order_said: bool,
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
            custom: BTreeMap::new(),
            fixed: BTreeMap::new(),
            words: BTreeMap::new(),
            person_key: PersonKey::Name,
            account_key: AccountKey::Name,
            contact_key: ContactKey::Name,
            does: Does::Both,
            empty: Empty::Keep,
            decimal_mark: DecimalMark::Point,
            day_order: DayOrder::YearFirst,
            mark_said: false,
            order_said: false,
            currency: None,
        }
    }

    /// A preset's file, said so that somebody can change it; none if it says more than columns.
    pub fn of_file(file: &FileMapping) -> Option<Self> {
        let [rules] = file.rules()[..] else { return None };
        if !rules.only().is_empty() {
            return None;
        }
        let mut choice = Self::of(rules.kind());
        for (field, _, rule) in rules.fields() {
            let says_more =
                rule.template.is_some() || !rule.aliases.is_empty() || !rule.instead.is_empty();
            if rule.unit != Unit::Ones || says_more {
                return None;
            }
            // Columns of the company's own fields are told one by one below.
            if field == Field::Custom {
                continue;
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
        for (code, rule) in rules.custom().into_iter().flatten() {
            let column = rule.column.iter().map(|it| (it.clone(), code.clone()));
            choice.custom.extend(column);
        }
        if let Rules::Invoice(InvoiceRules { account_by, .. })
        | Rules::Payment(PaymentRules { account_by, .. }) = rules
        {
            choice.account_key = *account_by;
        }
        choice.does = file.does;
        choice.decimal_mark = file.decimal_mark.unwrap_or_default();
        choice.day_order = file.day_order;
        Some(choice)
    }

    /// As it was said of an earlier file with these columns: without fields of the company's own
    /// that it has no more, and with what the cells of this file prove otherwise.
    pub fn kept_to(mut self, columns: &[String], profiles: &[Profile], own: &Own) -> Self {
        self.custom.retain(|_, code| own.field(self.target, code).is_some());
        let evidence = Evidence::of(&self, columns, profiles, own);
        match evidence.mark {
            Guess::Sure(mark, _) => self.decimal_mark = mark,
            Guess::Mixed(..) => self.mark_said = false,
            Guess::None | Guess::Either(_) => {}
        }
        match evidence.days {
            // In whichever order, such a day reads one way.
            Guess::Sure(DayOrder::YearFirst, _) | Guess::None | Guess::Either(_) => {}
            Guess::Sure(order, _) => self.day_order = order,
            Guess::Mixed(..) => self.order_said = false,
        }
        self
    }

    /// With the mark and the order that the cells prove, or else offer, unless somebody said them.
    pub fn fit(&mut self, columns: &[String], profiles: &[Profile], own: &Own) {
        let evidence = Evidence::of(self, columns, profiles, own);
        if !self.mark_said && evidence.mark != Guess::None {
            let currency = self.currency_of(columns, profiles, own);
            self.decimal_mark = evidence.mark(&currency).unwrap_or_default();
        }
        if !self.order_said && evidence.days != Guess::None {
            self.day_order = evidence.order();
        }
    }

    /// Of its amounts: as it is said, as all rows say, or the company's own.
    pub fn currency_of(&self, columns: &[String], profiles: &[Profile], own: &Own) -> String {
        let told = columns.iter().zip(profiles).find_map(|(column, profile)| {
            let field = self.columns.get(column);
            let is_currency = matches!(field, Some(Field::Currency | Field::AmountCurrency));
            let [word] = profile.words.as_slice() else { return None };
            (is_currency && !profile.has_many_words).then(|| word.to_uppercase())
        });
        self.currency.clone().or(told).unwrap_or_else(|| own.currency.clone())
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
        let key = match self.target {
            TargetKind::Person if self.person_key == PersonKey::Email => Some(Field::Email),
            TargetKind::Account => Some(self.account_key.field()),
            TargetKind::Contact => Some(self.contact_key.field()),
            _ => None,
        };
        needed.extend(key.filter(|it| !needed.contains(it)));
        // The stage tells whether a deal is won, and a price or a total what an invoice comes to.
        let is_told = |it: &Field| match it {
            Field::Kind => says(it) || says(&Field::Stage),
            Field::Amount if self.target == TargetKind::Invoice => {
                says(it) || says(&Field::Price) || says(&Field::Total)
            }
            _ => says(it),
        };
        needed.retain(|it| !is_told(it));
        needed
    }

    /// The rules of the company's own fields, by their codes. Of several columns for one, the first
    /// is read.
    fn own_rules(&self, columns: &[String]) -> BTreeMap<String, FieldRule> {
        let mut rules = BTreeMap::new();
        for column in columns {
            let Some(code) = self.custom.get(column) else { continue };
            rules.entry(code.clone()).or_insert_with(|| FieldRule {
                column: Some(column.clone()),
                empty: self.empty,
                ..FieldRule::default()
            });
        }
        rules
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
    let lower = word.to_lowercase();
    let words = lower.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty());
    let words: Vec<&str> = words.collect();
    let holds = |known: &[&str]| words.iter().any(|it| known.contains(it));
    if holds(&["lost", "closedlost", "kalah", "gagal", "batal"]) {
        "lost"
    } else if holds(&["not", "belum"]) {
        "open"
    } else if holds(&["won", "closedwon", "menang", "berhasil"]) || words == ["deal"] {
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
            ("Deal", "won"),
            ("Deal review", "open"),
            ("Wonogiri", "open"),
            ("Belum menang", "open"),
            ("Closed-Won (renewal)", "won"),
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
