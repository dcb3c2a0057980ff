//! A deal as a program writes it.

use accounts::{AccountId, ContactId};
use catalogue::ProductId;
use frame::web::extract::given;
use frame::{Error, Result, Tx};
use kernel::money::Money;
use kernel::{Day, PersonId};
use serde::{Deserialize, Serialize};

use crate::fields::OpportunityFields;
use crate::keep_contacts::{Taking, keep_contacts};
use crate::keep_lines::{NewLine, keep_lines};
use crate::open_opportunity::NewOpportunity;
use crate::opportunity::{Model, OpportunityId};
use crate::opportunity_contact::ContactRole;
use crate::rules::{PipelineRefused, Quantity};

/// A deal as a program writes it.
#[derive(Clone, Debug, Default, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct OpportunityIn {
    pub name: String,
    pub account_id: Option<AccountId>,
    /// The token's own person, unless told.
    pub owner_id: Option<PersonId>,
    /// `new_business`, unless told.
    pub pipeline: Option<String>,
    /// The first of its pipeline, unless told.
    pub stage: Option<String>,
    /// What it is worth; lines say it better.
    pub value: Option<Money>,
    pub expected_close_on: Option<Day>,
    pub next_step: Option<String>,
    pub next_step_on: Option<Day>,
    pub lines: Vec<LineIn>,
    pub contacts: Vec<TakingIn>,
}

/// What is to be changed about a deal: what is not named stays, and `null` makes it empty.
#[expect(clippy::option_option, reason = "left out, nothing, or something: three things")]
#[derive(Clone, Debug, Default, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct OpportunityPatch {
    /// The version that was seen; without it nobody looks whether it is still so.
    pub version: Option<i64>,
    pub name: Option<String>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<AccountId>)]
    pub account_id: Option<Option<AccountId>>,
    pub owner_id: Option<PersonId>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<Money>)]
    pub value: Option<Option<Money>>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<Day>)]
    pub expected_close_on: Option<Option<Day>>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    pub next_step: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<Day>)]
    pub next_step_on: Option<Option<Day>>,
    /// All of them, in their order.
    pub lines: Option<Vec<LineIn>>,
    /// All of them.
    pub contacts: Option<Vec<TakingIn>>,
}

/// Something of a deal.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LineIn {
    pub product_id: ProductId,
    /// A decimal number with at most three decimals.
    #[schema(example = "2.5")]
    pub quantity: String,
    /// For one, in minor units of the deal's currency.
    #[schema(example = "55000")]
    pub price: String,
}

/// Somebody who takes part.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TakingIn {
    pub contact_id: ContactId,
    pub role: ContactRole,
}

impl LineIn {
    fn read(&self) -> Result<NewLine> {
        let quantity = Quantity::plain(&self.quantity);
        let price = self.price.parse::<i64>().ok().filter(|it| 0 <= *it);
        Ok(NewLine {
            product: self.product_id,
            quantity: quantity.ok_or_else(|| Error::refused(PipelineRefused::NoQuantity))?,
            price: price.ok_or_else(|| Error::refused(PipelineRefused::NoPrice))?,
        })
    }
}

fn takings(contacts: &[TakingIn]) -> Vec<Taking> {
    contacts.iter().map(|it| Taking { contact: it.contact_id, role: it.role }).collect()
}

impl OpportunityIn {
    /// The deal without its lines and its people.
    pub fn opened(&self, usual_currency: &str) -> NewOpportunity {
        let currency = self.value.as_ref().map_or(usual_currency, |it| it.currency.as_str());
        NewOpportunity {
            owner: self.owner_id,
            pipeline: self.pipeline.clone(),
            stage: self.stage.clone(),
            fields: OpportunityFields {
                name: self.name.clone(),
                account: self.account_id,
                amount: self.value.as_ref().map(|it| it.amount),
                currency: currency.to_owned(),
                expected_close_on: self.expected_close_on,
                next_step: self.next_step.clone(),
                next_step_on: self.next_step_on,
            },
        }
    }

    /// Its lines and its people.
    pub async fn rest(&self, tx: &Tx, deal: OpportunityId) -> Result<()> {
        if !self.lines.is_empty() {
            let lines: Vec<NewLine> = self.lines.iter().map(LineIn::read).collect::<Result<_>>()?;
            let sum = keep_lines(tx, deal, None, &lines).await?.value_amount;
            let said = self.value.as_ref().map(|it| it.amount);
            if said.is_some() && said != sum {
                return Err(Error::refused(PipelineRefused::AmountOfLines));
            }
        }
        if !self.contacts.is_empty() {
            keep_contacts(tx, deal, None, &takings(&self.contacts)).await?;
        }
        Ok(())
    }
}

impl OpportunityPatch {
    /// What the deal would say then.
    pub fn fields(&self, deal: &Model) -> OpportunityFields {
        let mut fields = OpportunityFields::of(deal);
        if let Some(name) = &self.name {
            fields.name.clone_from(name);
        }
        if let Some(account) = self.account_id {
            fields.account = account;
        }
        if let Some(value) = &self.value {
            fields.amount = value.as_ref().map(|it| it.amount);
            if let Some(money) = value {
                fields.currency.clone_from(&money.currency);
            }
        }
        if let Some(day) = self.expected_close_on {
            fields.expected_close_on = day;
        }
        if let Some(step) = &self.next_step {
            fields.next_step.clone_from(step);
        }
        if let Some(day) = self.next_step_on {
            fields.next_step_on = day;
        }
        fields
    }

    pub fn lines(&self) -> Result<Option<Vec<NewLine>>> {
        let Some(lines) = &self.lines else { return Ok(None) };
        lines.iter().map(LineIn::read).collect::<Result<_>>().map(Some)
    }

    pub fn contacts(&self) -> Option<Vec<Taking>> {
        self.contacts.as_deref().map(takings)
    }
}
