//! How the files of another system become records here: what a preset says.

use serde::{Deserialize, Serialize};

use crate::own::Own;
use crate::rules::day::DayOrder;
use crate::rules::number::DecimalMark;

mod check;
mod document_rules;
mod field_rule;
mod keys;
mod record_rules;
mod rules_of;

pub use self::check::MappingFault;
pub use self::document_rules::{InvoiceRules, PaymentRules};
pub use self::field_rule::{Empty, FieldRule, Unit};
pub use self::keys::{AccountKey, ContactKey, Keys, PersonKey};
pub use self::record_rules::{
    AccountRules, ContactRules, Only, OpportunityRules, OwnerRule, OwnersOf, PersonRules,
    ProductRules, ProspectRules, TeamRules,
};
pub use self::rules_of::{
    CHANNELS, CONSENTS, CellType, DEAL_KINDS, ROLES, Rules, STANDINGS, TIERS,
};

/// The files of one system.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
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
    /// What the company that imports made its own; no file of a mapping says it.
    #[serde(skip)]
    pub own: Own,
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
    /// Columns that such a file may have.
    #[serde(default)]
    pub may_have: Vec<String>,
    /// Where this file's amounts are in another currency than those of the rest.
    pub currency: Option<String>,
    #[serde(default)]
    pub does: Does,
    /// As the cells prove where it is not said.
    pub decimal_mark: Option<DecimalMark>,
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
    #[serde(default, rename = "prospect")]
    pub prospects: Vec<ProspectRules>,
    #[serde(default, rename = "invoice")]
    pub invoices: Vec<InvoiceRules>,
    #[serde(default, rename = "payment")]
    pub payments: Vec<PaymentRules>,
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
        rules.extend(self.prospects.iter().map(Rules::Prospect));
        rules.extend(self.invoices.iter().map(Rules::Invoice));
        rules.extend(self.payments.iter().map(Rules::Payment));
        rules
    }

    /// Whether its rows are documents of the ledger or payments.
    pub fn has_documents(&self) -> bool {
        !self.invoices.is_empty() || !self.payments.is_empty()
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

    /// Every column that is read where it is there.
    pub fn all_columns(&self) -> impl Iterator<Item = &String> {
        self.columns.iter().chain(&self.may_have)
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

    /// For a company that made this its own.
    pub fn owned(mut self, own: Own) -> Self {
        self.own = own;
        self
    }

    /// Whether any of its files has documents of the ledger or payments.
    pub fn has_documents(&self) -> bool {
        self.files.iter().any(FileMapping::has_documents)
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
