//! What a row says of a deal.

use kernel::Day;
use kernel::money::Money;
use serde::{Deserialize, Serialize};

use super::{DealKind, Field, Reference, TargetKind, Told, told, word};
use crate::rules::said::Said;

/// What a row says of a deal.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct OpportunityDraft {
    pub external_id: String,
    /// What people call it.
    #[serde(default, skip_serializing_if = "Said::is_silent")]
    pub name: Said<String>,
    pub agent: String,
    #[serde(default, skip_serializing_if = "Said::is_silent")]
    pub product: Said<String>,
    #[serde(default, skip_serializing_if = "Said::is_silent")]
    pub account: Said<String>,
    /// As the source calls it; new business where the company has none of this name.
    #[serde(default, skip_serializing_if = "Said::is_silent")]
    pub pipeline: Said<String>,
    /// As the source calls it.
    pub stage: String,
    pub kind: DealKind,
    #[serde(default, skip_serializing_if = "Said::is_silent")]
    pub engaged_on: Said<Day>,
    /// Of one that is open: nothing.
    #[serde(default, skip_serializing_if = "Said::is_silent")]
    pub closed_on: Said<Day>,
    #[serde(default, skip_serializing_if = "Said::is_silent")]
    pub expected_close_on: Said<Day>,
    #[serde(default, skip_serializing_if = "Said::is_silent")]
    pub value: Said<Money>,
    /// In the words of the source.
    #[serde(default, skip_serializing_if = "Said::is_silent")]
    pub lost_reason: Said<String>,
    #[serde(default, skip_serializing_if = "Said::is_silent")]
    pub next_step: Said<String>,
}

impl OpportunityDraft {
    /// One of which nothing else is said.
    pub const fn of(external_id: String, agent: String, stage: String, kind: DealKind) -> Self {
        Self {
            external_id,
            name: Said::Silent,
            agent,
            product: Said::Silent,
            account: Said::Silent,
            pipeline: Said::Silent,
            stage,
            kind,
            engaged_on: Said::Silent,
            closed_on: Said::Silent,
            expected_close_on: Said::Silent,
            value: Said::Silent,
            lost_reason: Said::Silent,
            next_step: Said::Silent,
        }
    }

    /// The records that must be there before this one.
    pub(super) fn references(&self) -> [Option<Reference<'_>>; 3] {
        let agent = Reference { field: Field::Agent, kind: TargetKind::Person, name: &self.agent };
        [
            Some(agent),
            Reference::to(Field::Product, TargetKind::Product, &self.product),
            Reference::to(Field::Account, TargetKind::Account, &self.account),
        ]
    }

    /// Every field that is compared, in words.
    pub(super) fn told(&self) -> Vec<Told> {
        let is = |it: &str| Said::Is(it.to_owned());
        vec![
            told(Field::ExternalId, is(&self.external_id)),
            told(Field::Name, word(&self.name)),
            told(Field::Agent, is(&self.agent)),
            told(Field::Product, word(&self.product)),
            told(Field::Account, word(&self.account)),
            told(Field::Pipeline, word(&self.pipeline)),
            told(Field::Stage, is(&self.stage)),
            told(Field::Kind, is(self.kind.word())),
            told(Field::EngagedOn, word(&self.engaged_on)),
            told(Field::ClosedOn, word(&self.closed_on)),
            told(Field::ExpectedCloseOn, word(&self.expected_close_on)),
            told(Field::Value, word(&self.value)),
            told(Field::LostReason, word(&self.lost_reason)),
            told(Field::NextStep, word(&self.next_step)),
        ]
    }
}
