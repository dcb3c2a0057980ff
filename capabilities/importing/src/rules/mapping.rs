//! How the files of another system become records here: what a preset says.

use kernel::access::Role;
use serde::{Deserialize, Serialize};

use crate::rules::day::DayOrder;
use crate::rules::draft::{DealKind, Field, Standing, TargetKind};
use crate::rules::number::DecimalMark;

mod check;
mod field_rule;
mod record_rules;

pub use self::check::MappingFault;
pub use self::field_rule::{Empty, FieldRule, Unit};
pub use self::record_rules::{
    AccountRules, ContactRules, OpportunityRules, OwnerRule, OwnersOf, PersonRules, ProductRules,
    TeamRules,
};

/// The files of one system.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// The currency of every amount, ISO 4217; the company's where none is said.
    #[serde(default)]
    pub currency: String,
    /// What tells one record from another.
    #[serde(default)]
    pub keys: Keys,
    /// In the order in which they are read.
    #[serde(rename = "file")]
    pub files: Vec<FileMapping>,
}

/// The keys that a mapping may choose. Teams, products and accounts are known by their name,
/// opportunities by their external id.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Keys {
    #[serde(default)]
    pub person: PersonKey,
    #[serde(default)]
    pub contact: ContactKey,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PersonKey {
    #[default]
    Name,
    Email,
}

/// What tells one contact from another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ContactKey {
    /// Their name, within their account.
    #[default]
    Name,
    Email,
    Phone,
}

/// What a file may do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Does {
    /// What is new is added, and what is known is brought up to date.
    #[default]
    Both,
    /// What is known stays as it is.
    Create,
    /// What is not known is rejected.
    Update,
}

/// One kind of file.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct FileMapping {
    /// The usual name; `*` stands for anything.
    pub name: String,
    /// The columns that such a file has, and perhaps others.
    pub columns: Vec<String>,
    /// Where this file's amounts are in another currency than those of the rest.
    pub currency: Option<String>,
    #[serde(default)]
    pub does: Does,
    #[serde(default)]
    pub decimal_mark: DecimalMark,
    #[serde(default)]
    pub day_order: DayOrder,
    #[serde(default, rename = "team")]
    pub teams: Vec<TeamRules>,
    #[serde(default, rename = "person")]
    pub persons: Vec<PersonRules>,
    #[serde(default, rename = "product")]
    pub products: Vec<ProductRules>,
    #[serde(default, rename = "account")]
    pub accounts: Vec<AccountRules>,
    #[serde(default, rename = "contact")]
    pub contacts: Vec<ContactRules>,
    #[serde(default, rename = "opportunity")]
    pub opportunities: Vec<OpportunityRules>,
}

/// One of the records that a row speaks of.
#[derive(Clone, Copy, Debug)]
pub enum Rules<'a> {
    Team(&'a TeamRules),
    Person(&'a PersonRules),
    Product(&'a ProductRules),
    Account(&'a AccountRules),
    Contact(&'a ContactRules),
    Opportunity(&'a OpportunityRules),
}

/// What a cell must hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellType {
    Text,
    Email,
    Phone,
    Website,
    Whole,
    Year,
    Amount,
    Day,
    /// One of these words.
    Word(&'static [&'static str]),
}

impl FileMapping {
    /// The records that each row speaks of, in a fixed order.
    pub fn rules(&self) -> Vec<Rules<'_>> {
        let mut rules: Vec<Rules<'_>> = self.teams.iter().map(Rules::Team).collect();
        rules.extend(self.persons.iter().map(Rules::Person));
        rules.extend(self.products.iter().map(Rules::Product));
        rules.extend(self.accounts.iter().map(Rules::Account));
        rules.extend(self.contacts.iter().map(Rules::Contact));
        rules.extend(self.opportunities.iter().map(Rules::Opportunity));
        rules
    }

    /// Whether a file of this name is meant; case and folders do not matter.
    pub fn is_named(&self, file_name: &str) -> bool {
        matches_pattern(&self.name.to_lowercase(), &file_name.to_lowercase())
    }

    /// The columns that the file must have and that these are not.
    pub fn missing<'a>(&'a self, columns: &[String]) -> Vec<&'a str> {
        let has = |wanted: &str| columns.iter().any(|column| same_column(column, wanted));
        self.columns.iter().map(String::as_str).filter(|wanted| !has(wanted)).collect()
    }
}

/// Systems change the case of their headers more often than the words.
pub fn same_column(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

impl Mapping {
    /// With this currency, where the mapping names none.
    pub fn in_currency(mut self, currency: &str) -> Self {
        if self.currency.is_empty() {
            currency.clone_into(&mut self.currency);
        }
        self
    }

    /// Whether accounts that nobody looks after are given to an agent of their deals.
    pub fn gives_owners(&self) -> bool {
        let mut accounts = self.files.iter().flat_map(|file| &file.accounts);
        accounts.any(|rules| rules.owner == Some(OwnerRule::Of(OwnersOf::MostOpportunities)))
    }

    /// The kind of file that this one is: its columns decide, its name settles ties.
    pub fn file_for(&self, file_name: &str, columns: &[String]) -> Option<usize> {
        let fits = |file: &&(usize, &FileMapping)| file.1.missing(columns).is_empty();
        let files: Vec<(usize, &FileMapping)> = self.files.iter().enumerate().collect();
        files
            .iter()
            .filter(fits)
            .max_by_key(|(index, file)| {
                (file.is_named(file_name), file.columns.len(), std::cmp::Reverse(*index))
            })
            .map(|(index, _)| *index)
    }
}

impl<'a> Rules<'a> {
    pub const fn kind(self) -> TargetKind {
        match self {
            Self::Team(_) => TargetKind::Team,
            Self::Person(_) => TargetKind::Person,
            Self::Product(_) => TargetKind::Product,
            Self::Account(_) => TargetKind::Account,
            Self::Contact(_) => TargetKind::Contact,
            Self::Opportunity(_) => TargetKind::Opportunity,
        }
    }

    pub const fn repeats(self) -> bool {
        match self {
            Self::Team(rules) => rules.repeats,
            Self::Person(rules) => rules.repeats,
            Self::Product(rules) => rules.repeats,
            Self::Account(rules) => rules.repeats,
            Self::Contact(rules) => rules.repeats,
            Self::Opportunity(rules) => rules.repeats,
        }
    }

    /// Every rule with the field that it fills and what its cell must hold.
    pub fn fields(self) -> Vec<(Field, CellType, &'a FieldRule)> {
        use self::CellType::{Amount, Day, Email, Phone, Text, Website, Whole, Word, Year};
        let fields = match self {
            Self::Team(rules) => vec![
                (Field::Name, Text, Some(&rules.name)),
                (Field::Parent, Text, rules.parent.as_ref()),
            ],
            Self::Person(rules) => vec![
                (Field::Name, Text, Some(&rules.name)),
                (Field::Email, Email, rules.email.as_ref()),
                (Field::Team, Text, rules.team.as_ref()),
                (Field::Role, Word(ROLES), rules.role.as_ref()),
                (Field::Manages, Text, rules.manages.as_ref()),
            ],
            Self::Product(rules) => vec![
                (Field::Name, Text, Some(&rules.name)),
                (Field::Series, Text, rules.series.as_ref()),
                (Field::Price, Amount, Some(&rules.price)),
            ],
            Self::Account(rules) => vec![
                (Field::Name, Text, Some(&rules.name)),
                (Field::Industry, Text, rules.industry.as_ref()),
                (Field::FoundedYear, Year, rules.founded_year.as_ref()),
                (Field::Revenue, Amount, rules.revenue.as_ref()),
                (Field::Employees, Whole, rules.employees.as_ref()),
                (Field::Country, Text, rules.country.as_ref()),
                (Field::Parent, Text, rules.parent.as_ref()),
                (Field::Status, Word(STANDINGS), rules.status.as_ref()),
                (Field::Phone, Phone, rules.phone.as_ref()),
                (Field::Website, Website, rules.website.as_ref()),
                (Field::Owner, Text, rules.owner_named()),
            ],
            Self::Contact(rules) => vec![
                (Field::Name, Text, Some(&rules.name)),
                (Field::Account, Text, Some(&rules.account)),
                (Field::Email, Email, rules.email.as_ref()),
                (Field::Phone, Phone, rules.phone.as_ref()),
                (Field::Whatsapp, Phone, rules.whatsapp.as_ref()),
                (Field::Post, Text, rules.post.as_ref()),
            ],
            Self::Opportunity(rules) => vec![
                (Field::ExternalId, Text, Some(&rules.external_id)),
                (Field::Agent, Text, Some(&rules.agent)),
                (Field::Product, Text, rules.product.as_ref()),
                (Field::Account, Text, rules.account.as_ref()),
                (Field::Stage, Text, Some(&rules.stage)),
                (Field::Kind, Word(DEAL_KINDS), Some(&rules.kind)),
                (Field::EngagedOn, Day, rules.engaged_on.as_ref()),
                (Field::ClosedOn, Day, rules.closed_on.as_ref()),
                (Field::Value, Amount, rules.value.as_ref()),
            ],
        };
        fields.into_iter().filter_map(|(field, cell, rule)| Some((field, cell, rule?))).collect()
    }

    /// The rule of the name by which others refer to the record.
    pub const fn name(self) -> &'a FieldRule {
        match self {
            Self::Team(rules) => &rules.name,
            Self::Person(rules) => &rules.name,
            Self::Product(rules) => &rules.name,
            Self::Account(rules) => &rules.name,
            Self::Contact(rules) => &rules.name,
            Self::Opportunity(rules) => &rules.external_id,
        }
    }

    /// The rule that fills this field.
    pub fn rule(self, field: Field) -> Option<&'a FieldRule> {
        self.fields().into_iter().find(|it| it.0 == field).map(|it| it.2)
    }
}

/// The words for what a person is.
pub const ROLES: &[&str] = &words_of_roles();
/// The words for how far the relation with an account has come.
pub const STANDINGS: &[&str] =
    &[Standing::Prospect.word(), Standing::Client.word(), Standing::Former.word()];
/// The words for what a deal is.
pub const DEAL_KINDS: &[&str] =
    &[DealKind::Open.word(), DealKind::Won.word(), DealKind::Lost.word()];

const fn words_of_roles() -> [&'static str; Role::ALL.len()] {
    let mut words = [""; Role::ALL.len()];
    let mut index = 0;
    while index < words.len() {
        words[index] = Role::ALL[index].word();
        index += 1;
    }
    words
}

/// `*` stands for any letters; everything else for itself.
fn matches_pattern(pattern: &str, text: &str) -> bool {
    let Some((start, rest)) = pattern.split_once('*') else { return pattern == text };
    let Some(mut text) = text.strip_prefix(start) else { return false };
    let mut parts: Vec<&str> = rest.split('*').collect();
    let end = parts.pop().unwrap_or_default();
    for part in parts {
        let Some(place) = text.find(part) else { return false };
        text = &text[place + part.len()..];
    }
    text.ends_with(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stands_for_anything() {
        for (pattern, text, fits) in [
            ("accounts.csv", "accounts.csv", true),
            ("accounts*.csv", "accounts-2026-03.csv", true),
            ("accounts*.csv", "accounts.csv", true),
            ("accounts*.csv", "my accounts.csv", false),
            ("*", "", true),
            ("a*b*c", "abc", true),
            ("a*b*c", "acb", false),
            ("ab*ba", "aba", false),
        ] {
            assert_eq!(matches_pattern(pattern, text), fits, "{pattern} {text}");
        }
    }
}
