//! What a row says about a record of each kind.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::FieldRule;

/// What a row says about a team.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct TeamRules {
    /// Whether many rows are expected to speak of the same record.
    #[serde(default)]
    pub repeats: bool,
    pub name: FieldRule,
    pub parent: Option<FieldRule>,
}

/// What a row says about a person.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PersonRules {
    #[serde(default)]
    pub repeats: bool,
    pub name: FieldRule,
    pub email: Option<FieldRule>,
    pub team: Option<FieldRule>,
    pub role: Option<FieldRule>,
    pub manages: Option<FieldRule>,
}

/// What a row says about a product.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ProductRules {
    #[serde(default)]
    pub repeats: bool,
    pub name: FieldRule,
    pub series: Option<FieldRule>,
    pub price: FieldRule,
}

/// Which rows are meant, where a file mixes several kinds of records.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Only {
    pub column: String,
    /// The words that stand there; case does not matter. Any, if there are none.
    #[serde(default)]
    pub is: Vec<String>,
    /// Whether anything stands there.
    pub filled: Option<bool>,
}

impl Only {
    /// Whether a row is meant in whose column this stands.
    pub fn means(&self, cell: &str) -> bool {
        let cell = cell.trim().to_lowercase();
        (self.is.is_empty() || self.is.iter().any(|it| it.to_lowercase() == cell))
            && self.filled.is_none_or(|filled| filled != cell.is_empty())
    }
}

/// What a row says about an account.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct AccountRules {
    #[serde(default)]
    pub repeats: bool,
    /// The rows that speak of one; all of them, if nothing is said.
    #[serde(default)]
    pub only: Vec<Only>,
    pub name: FieldRule,
    /// Its id here.
    pub id: Option<FieldRule>,
    /// By which another system knows it.
    pub external_id: Option<FieldRule>,
    pub industry: Option<FieldRule>,
    pub founded_year: Option<FieldRule>,
    pub revenue: Option<FieldRule>,
    /// Of the revenue in the same row.
    pub currency: Option<FieldRule>,
    pub employees: Option<FieldRule>,
    pub country: Option<FieldRule>,
    pub parent: Option<FieldRule>,
    pub status: Option<FieldRule>,
    pub tier: Option<FieldRule>,
    pub tax_number: Option<FieldRule>,
    pub phone: Option<FieldRule>,
    pub website: Option<FieldRule>,
    pub tags: Option<FieldRule>,
    pub street: Option<FieldRule>,
    pub city: Option<FieldRule>,
    pub province: Option<FieldRule>,
    pub postcode: Option<FieldRule>,
    /// Where only `country` is said, it is that of the address as well.
    pub address_country: Option<FieldRule>,
    /// The company's own fields, by their codes.
    #[serde(default)]
    pub custom: BTreeMap<String, FieldRule>,
    /// Who is given the accounts that nobody looks after.
    pub owner: Option<OwnerRule>,
}

/// What a row says about somebody at an account.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ContactRules {
    #[serde(default)]
    pub repeats: bool,
    /// The rows that speak of somebody; all of them, if nothing is said.
    #[serde(default)]
    pub only: Vec<Only>,
    pub name: FieldRule,
    pub account: FieldRule,
    pub email: Option<FieldRule>,
    pub phone: Option<FieldRule>,
    pub whatsapp: Option<FieldRule>,
    pub post: Option<FieldRule>,
    /// Their id here.
    pub id: Option<FieldRule>,
    /// By which another system knows them.
    pub external_id: Option<FieldRule>,
    pub channel: Option<FieldRule>,
    pub birthday: Option<FieldRule>,
    pub consent: Option<FieldRule>,
    pub consent_on: Option<FieldRule>,
    pub consent_note: Option<FieldRule>,
    /// The company's own fields, by their codes.
    #[serde(default)]
    pub custom: BTreeMap<String, FieldRule>,
}

/// How an account finds an owner.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum OwnerRule {
    Of(OwnersOf),
    /// The file names them.
    Named(FieldRule),
}

/// How an account finds an owner when its file names none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OwnersOf {
    /// The agent with the most deals; of several the one who won the most, then the first by name.
    MostOpportunities,
}

impl AccountRules {
    /// Where the file names the owner.
    pub const fn owner_named(&self) -> Option<&FieldRule> {
        match &self.owner {
            Some(OwnerRule::Named(rule)) => Some(rule),
            _ => None,
        }
    }

    /// Whether any part of an address is read.
    pub fn has_address(&self) -> bool {
        [&self.street, &self.city, &self.province, &self.postcode].iter().any(|it| it.is_some())
    }
}

/// What a row says about somebody who may become a client.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ProspectRules {
    #[serde(default)]
    pub repeats: bool,
    pub name: FieldRule,
    pub external_id: Option<FieldRule>,
    pub contact_name: Option<FieldRule>,
    pub post: Option<FieldRule>,
    pub phone: Option<FieldRule>,
    pub email: Option<FieldRule>,
    pub street: Option<FieldRule>,
    pub city: Option<FieldRule>,
    pub province: Option<FieldRule>,
    pub industry: Option<FieldRule>,
    pub source: Option<FieldRule>,
    pub owner: Option<FieldRule>,
    pub value: Option<FieldRule>,
    pub note: Option<FieldRule>,
}

/// What a row says about a deal.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct OpportunityRules {
    #[serde(default)]
    pub repeats: bool,
    pub external_id: FieldRule,
    /// What people call it; after its product and client without this.
    pub name: Option<FieldRule>,
    pub agent: FieldRule,
    pub product: Option<FieldRule>,
    pub account: Option<FieldRule>,
    pub pipeline: Option<FieldRule>,
    pub stage: FieldRule,
    pub kind: FieldRule,
    pub engaged_on: Option<FieldRule>,
    /// Of a deal that is still open, when it is expected to close.
    pub closed_on: Option<FieldRule>,
    pub expected_close_on: Option<FieldRule>,
    pub value: Option<FieldRule>,
    pub lost_reason: Option<FieldRule>,
    pub next_step: Option<FieldRule>,
}
