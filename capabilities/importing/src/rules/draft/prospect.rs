//! What a row says about somebody who may become a client.

use kernel::money::Money;
use serde::{Deserialize, Serialize};

use super::{Field, Told, told, word};
use crate::rules::said::Said;

/// Somebody who may become a client.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ProspectDraft {
    pub name: String,
    #[serde(default, skip_serializing_if = "Said::is_silent")]
    pub external_id: Said<String>,
    #[serde(default, skip_serializing_if = "Said::is_silent")]
    pub contact_name: Said<String>,
    /// What they are there.
    #[serde(default, skip_serializing_if = "Said::is_silent")]
    pub post: Said<String>,
    /// E.164.
    #[serde(default, skip_serializing_if = "Said::is_silent")]
    pub phone: Said<String>,
    #[serde(default, skip_serializing_if = "Said::is_silent")]
    pub email: Said<String>,
    #[serde(default, skip_serializing_if = "Said::is_silent")]
    pub street: Said<String>,
    #[serde(default, skip_serializing_if = "Said::is_silent")]
    pub city: Said<String>,
    #[serde(default, skip_serializing_if = "Said::is_silent")]
    pub province: Said<String>,
    #[serde(default, skip_serializing_if = "Said::is_silent")]
    pub industry: Said<String>,
    /// As the source calls it; one that the company does not know stands in the note.
    #[serde(default, skip_serializing_if = "Said::is_silent")]
    pub source: Said<String>,
    /// Who follows it up; the rules of assignment say, where nobody is named.
    #[serde(default, skip_serializing_if = "Said::is_silent")]
    pub owner: Said<String>,
    #[serde(default, skip_serializing_if = "Said::is_silent")]
    pub value: Said<Money>,
    #[serde(default, skip_serializing_if = "Said::is_silent")]
    pub note: Said<String>,
}

impl ProspectDraft {
    /// Every field that an import compares, in words. Where it came from, whose it is and what was
    /// noted is written once: people go on from there.
    pub(super) fn told(&self) -> Vec<Told> {
        vec![
            told(Field::Name, Said::Is(self.name.clone())),
            told(Field::ExternalId, word(&self.external_id)),
            told(Field::ContactName, word(&self.contact_name)),
            told(Field::Post, word(&self.post)),
            told(Field::Phone, word(&self.phone)),
            told(Field::Email, word(&self.email)),
            told(Field::Street, word(&self.street)),
            told(Field::City, word(&self.city)),
            told(Field::Province, word(&self.province)),
            told(Field::Industry, word(&self.industry)),
            told(Field::Value, word(&self.value)),
        ]
    }
}
