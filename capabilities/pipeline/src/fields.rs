//! What people may write about a deal, checked as a whole.

use accounts::{AccountId, account};
use frame::{Error, Result, Tx, text};
use kernel::{Day, Refusal};

use crate::opportunity::Model;
use crate::rules::{LARGEST_AMOUNT, LONGEST_NAME, LONGEST_TEXT, PipelineRefused};

/// What people may write about a deal; its stage and its owner change by verbs of their own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpportunityFields {
    pub name: String,
    pub account: Option<AccountId>,
    /// In minor units; what lines say wins.
    pub amount: Option<i64>,
    pub currency: String,
    pub expected_close_on: Option<Day>,
    pub next_step: Option<String>,
    pub next_step_on: Option<Day>,
}

impl OpportunityFields {
    /// As a deal has them.
    pub fn of(deal: &Model) -> Self {
        Self {
            name: deal.name.clone(),
            account: deal.account_id,
            amount: deal.value_amount,
            currency: deal.value_currency.clone(),
            expected_close_on: deal.expected_close_on,
            next_step: deal.next_step.clone(),
            next_step_on: deal.next_step_on,
        }
    }

    /// Fit to store, or every fault at once.
    pub fn checked(self) -> Result<Self> {
        let mut faults: Vec<Box<dyn Refusal>> = Vec::new();
        let mut unless = |fine: bool, refusal: PipelineRefused| {
            if !fine {
                faults.push(Box::new(refusal));
            }
        };
        let name = text::line(&self.name).unwrap_or_default();
        unless(!name.is_empty(), PipelineRefused::NoName);
        unless(name.chars().count() <= LONGEST_NAME, PipelineRefused::NameTooLong);
        let amount = self.amount.is_none_or(|it| (0..=LARGEST_AMOUNT).contains(&it));
        unless(amount, PipelineRefused::NoAmount);
        let currency = self.currency.trim().to_ascii_uppercase();
        let three = currency.len() == 3 && currency.bytes().all(|it| it.is_ascii_uppercase());
        unless(three, PipelineRefused::NoCurrency);
        let next_step = self.next_step.as_deref().and_then(text::line);
        let long = next_step.as_ref().is_none_or(|it| it.chars().count() <= LONGEST_TEXT);
        unless(long, PipelineRefused::TooLong { field: "next_step" });
        let step = self.next_step_on.is_none() || next_step.is_some();
        unless(step, PipelineRefused::DayOfNoStep);
        if faults.is_empty() {
            Ok(Self { name, currency, next_step, ..self })
        } else {
            Err(Error::Invalid(faults))
        }
    }
}

/// A client is one that the actor may see.
pub async fn known_account(tx: &Tx, account: Option<AccountId>) -> Result<()> {
    let Some(id) = account else { return Ok(()) };
    match account::get(tx, id).await {
        Err(Error::NotFound) => Err(Error::refused(PipelineRefused::UnknownAccount)),
        other => other.map(|_| ()),
    }
}
