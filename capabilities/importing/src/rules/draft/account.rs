//! What a row says about a client.

use std::collections::BTreeMap;

use kernel::money::Money;
use serde::{Deserialize, Serialize};

use super::{Field, Reference, Standing, TargetKind, Told, of_own, told, word};
use crate::rules::said::Said;

/// What is said of the company's own fields, by their codes, as it is stored.
pub type OwnSaid = BTreeMap<String, Said<String>>;

/// A client.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct AccountDraft {
    pub name: String,
    /// Its id here.
    #[serde(skip_serializing_if = "Said::is_silent")]
    pub id: Said<String>,
    /// By which another system knows it.
    #[serde(skip_serializing_if = "Said::is_silent")]
    pub external_id: Said<String>,
    #[serde(skip_serializing_if = "Said::is_silent")]
    pub industry: Said<String>,
    #[serde(skip_serializing_if = "Said::is_silent")]
    pub founded_year: Said<i32>,
    #[serde(skip_serializing_if = "Said::is_silent")]
    pub revenue: Said<Money>,
    #[serde(skip_serializing_if = "Said::is_silent")]
    pub employees: Said<i64>,
    #[serde(skip_serializing_if = "Said::is_silent")]
    pub country: Said<String>,
    #[serde(skip_serializing_if = "Said::is_silent")]
    pub parent: Said<String>,
    #[serde(skip_serializing_if = "Said::is_silent")]
    pub status: Said<Standing>,
    /// A, B or C.
    #[serde(skip_serializing_if = "Said::is_silent")]
    pub tier: Said<String>,
    /// As it is kept: 16 or 22 digits, abroad as it is written there.
    #[serde(skip_serializing_if = "Said::is_silent")]
    pub tax_number: Said<String>,
    /// E.164.
    #[serde(skip_serializing_if = "Said::is_silent")]
    pub phone: Said<String>,
    #[serde(skip_serializing_if = "Said::is_silent")]
    pub website: Said<String>,
    /// Who looks after it from now on, if nobody does yet.
    #[serde(skip_serializing_if = "Said::is_silent")]
    pub owner: Said<String>,
    /// All its tags, in their order.
    #[serde(skip_serializing_if = "Said::is_silent")]
    pub tags: Said<Vec<String>>,
    /// Of the address to go to, as are the next.
    #[serde(skip_serializing_if = "Said::is_silent")]
    pub street: Said<String>,
    #[serde(skip_serializing_if = "Said::is_silent")]
    pub city: Said<String>,
    #[serde(skip_serializing_if = "Said::is_silent")]
    pub province: Said<String>,
    #[serde(skip_serializing_if = "Said::is_silent")]
    pub postcode: Said<String>,
    /// As it is written.
    #[serde(skip_serializing_if = "Said::is_silent")]
    pub address_country: Said<String>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub custom: OwnSaid,
}

impl AccountDraft {
    /// The parts of its address, in the order in which one writes them.
    pub const fn address(&self) -> [&Said<String>; 5] {
        [&self.street, &self.city, &self.province, &self.postcode, &self.address_country]
    }

    pub(super) fn references(&self) -> [Option<Reference<'_>>; 2] {
        [
            Reference::to(Field::Parent, TargetKind::Account, &self.parent),
            Reference::to(Field::Owner, TargetKind::Person, &self.owner),
        ]
    }

    /// Every field that an import compares, in words.
    pub(super) fn told(&self) -> Vec<Told> {
        let mut all = vec![
            told(Field::Name, Said::Is(self.name.clone())),
            told(Field::ExternalId, word(&self.external_id)),
            told(Field::Industry, word(&self.industry)),
            told(Field::FoundedYear, word(&self.founded_year)),
            told(Field::Revenue, word(&self.revenue)),
            told(Field::Employees, word(&self.employees)),
            told(Field::Country, word(&self.country)),
            told(Field::Parent, word(&self.parent)),
            told(Field::Status, self.status.map(|status| status.word().to_owned())),
            told(Field::Tier, word(&self.tier)),
            told(Field::TaxNumber, word(&self.tax_number)),
            told(Field::Phone, word(&self.phone)),
            told(Field::Website, word(&self.website)),
            told(Field::Owner, word(&self.owner)),
            told(Field::Tags, self.tags.map(|it| it.join(", "))),
            told(Field::Street, word(&self.street)),
            told(Field::City, word(&self.city)),
            told(Field::Province, word(&self.province)),
            told(Field::Postcode, word(&self.postcode)),
            told(Field::AddressCountry, word(&self.address_country)),
        ];
        all.extend(of_own(&self.custom));
        all
    }
}
