//! What a row says about a record of each kind.

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

/// What a row says about an account.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct AccountRules {
    #[serde(default)]
    pub repeats: bool,
    pub name: FieldRule,
    pub industry: Option<FieldRule>,
    pub founded_year: Option<FieldRule>,
    pub revenue: Option<FieldRule>,
    pub employees: Option<FieldRule>,
    pub country: Option<FieldRule>,
    pub parent: Option<FieldRule>,
    pub status: Option<FieldRule>,
    pub phone: Option<FieldRule>,
    pub website: Option<FieldRule>,
    /// Who is given the accounts that nobody looks after.
    pub owner: Option<OwnerRule>,
}

/// What a row says about somebody at an account.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ContactRules {
    #[serde(default)]
    pub repeats: bool,
    pub name: FieldRule,
    pub account: FieldRule,
    pub email: Option<FieldRule>,
    pub phone: Option<FieldRule>,
    pub whatsapp: Option<FieldRule>,
    pub post: Option<FieldRule>,
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
}

/// What a row says about a deal.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct OpportunityRules {
    #[serde(default)]
    pub repeats: bool,
    pub external_id: FieldRule,
    pub agent: FieldRule,
    pub product: Option<FieldRule>,
    pub account: Option<FieldRule>,
    pub stage: FieldRule,
    pub kind: FieldRule,
    pub engaged_on: Option<FieldRule>,
    pub closed_on: Option<FieldRule>,
    pub value: Option<FieldRule>,
}
