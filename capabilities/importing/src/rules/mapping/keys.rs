//! What tells one record from another.

use serde::{Deserialize, Serialize};

use crate::rules::draft::Field;

/// The keys that a mapping may choose. Teams and products are known by their name, opportunities
/// by their external id.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Keys {
    #[serde(default)]
    pub person: PersonKey,
    #[serde(default)]
    pub account: AccountKey,
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

/// What tells one account from another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AccountKey {
    #[default]
    Name,
    /// Its id here; a row without one is a new account.
    Id,
    ExternalId,
    /// NPWP, NIK or NITKU, however they are written.
    TaxNumber,
    Phone,
}

/// What tells one contact from another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ContactKey {
    /// Their name, within their account.
    #[default]
    Name,
    /// Their id here; a row without one is somebody new.
    Id,
    ExternalId,
    Email,
    Phone,
}

impl AccountKey {
    pub const ALL: &[Self] =
        &[Self::Name, Self::ExternalId, Self::TaxNumber, Self::Phone, Self::Id];

    /// The field in which it stands.
    pub const fn field(self) -> Field {
        match self {
            Self::Name => Field::Name,
            Self::Id => Field::Id,
            Self::ExternalId => Field::ExternalId,
            Self::TaxNumber => Field::TaxNumber,
            Self::Phone => Field::Phone,
        }
    }
}

impl ContactKey {
    pub const ALL: &[Self] = &[Self::Name, Self::ExternalId, Self::Email, Self::Phone, Self::Id];

    /// The field in which it stands.
    pub const fn field(self) -> Field {
        match self {
            Self::Name => Field::Name,
            Self::Id => Field::Id,
            Self::ExternalId => Field::ExternalId,
            Self::Email => Field::Email,
            Self::Phone => Field::Phone,
        }
    }
}
