//! What a row says about somebody at a client.

use std::collections::BTreeMap;

use kernel::Day;
use serde::{Deserialize, Serialize};

use super::account::OwnSaid;
use super::{Field, Told, of_own, told, word};
use crate::rules::said::Said;

/// Somebody at an account.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct ContactDraft {
    pub name: String,
    /// Where they are. Somebody who is known already stays where they are.
    pub account: Said<String>,
    /// Their id here.
    #[serde(skip_serializing_if = "Said::is_silent")]
    pub id: Said<String>,
    /// By which another system knows them.
    #[serde(skip_serializing_if = "Said::is_silent")]
    pub external_id: Said<String>,
    #[serde(skip_serializing_if = "Said::is_silent")]
    pub email: Said<String>,
    #[serde(skip_serializing_if = "Said::is_silent")]
    pub phone: Said<String>,
    #[serde(skip_serializing_if = "Said::is_silent")]
    pub whatsapp: Said<String>,
    /// What they are there.
    #[serde(skip_serializing_if = "Said::is_silent")]
    pub post: Said<String>,
    /// `phone`, `whatsapp`, `email` or `visit`.
    #[serde(skip_serializing_if = "Said::is_silent")]
    pub channel: Said<String>,
    /// `1988-04-12`, or `--04-12`.
    #[serde(skip_serializing_if = "Said::is_silent")]
    pub birthday: Said<String>,
    /// `given` or `refused`.
    #[serde(skip_serializing_if = "Said::is_silent")]
    pub consent: Said<String>,
    #[serde(skip_serializing_if = "Said::is_silent")]
    pub consent_on: Said<Day>,
    #[serde(skip_serializing_if = "Said::is_silent")]
    pub consent_note: Said<String>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub custom: OwnSaid,
    /// Where else other rows say that they are, and as what.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub also_at: Vec<(String, Said<String>)>,
}

impl ContactDraft {
    /// Whether two rows can speak of one person: at two accounts they may be two things, and all
    /// else is the same.
    pub fn agrees(&self, other: &Self) -> bool {
        let elsewhere = |it: &Self| Self {
            account: Said::Silent,
            post: Said::Silent,
            also_at: Vec::new(),
            ..it.clone()
        };
        self == other || (self.account != other.account && elsewhere(self) == elsewhere(other))
    }

    /// Every field that an import compares, in words. Where somebody is, and as what, is written
    /// once: people move, files do not.
    pub(super) fn told(&self) -> Vec<Told> {
        let mut all = vec![
            told(Field::Name, Said::Is(self.name.clone())),
            told(Field::ExternalId, word(&self.external_id)),
            told(Field::Email, word(&self.email)),
            told(Field::Phone, word(&self.phone)),
            told(Field::Whatsapp, word(&self.whatsapp)),
            told(Field::Channel, word(&self.channel)),
            told(Field::Birthday, word(&self.birthday)),
            told(Field::Consent, word(&self.consent)),
            told(Field::ConsentOn, word(&self.consent_on)),
            told(Field::ConsentNote, word(&self.consent_note)),
        ];
        all.extend(of_own(&self.custom));
        all
    }
}
