//! The form of a deal: what was typed stays, whatever is wrong with it.

use accounts::{AccountId, account};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use frame::web::page::{self, Faults};
use frame::web::shell::Shell;
use frame::{Ctx, Error, Result, text};
use kernel::access::Act;
use kernel::money::Money;
use kernel::{Day, PersonId, Refusal};
use sea_orm::{QueryOrder, QuerySelect};
use serde::Deserialize;

use crate::fields::OpportunityFields;
use crate::opportunity::{Model, OpportunityId};
use crate::owners::{may_hand_over, owners};
use crate::rules::PipelineRefused;
use crate::say::typed;
use crate::stage::pipelines;
use crate::words::Words;

/// So many clients are offered while one types.
const MOST_CLIENTS: u64 = 200;
/// Currencies that are offered beside the company's own.
const CURRENCIES: &[&str] = &["IDR", "USD", "SGD", "EUR", "JPY", "CNY", "AUD", "MYR"];

/// A deal as a browser sends it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct OpportunityForm {
    pub name: String,
    /// The client's name, as it was typed.
    pub account_id: String,
    pub owner_id: String,
    /// Pipeline and stage, with a stroke between; only of a new deal.
    pub stage: String,
    pub amount: String,
    pub currency: String,
    pub expected_close_on: String,
    pub next_step: String,
    pub next_step_on: String,
    /// The version that was seen.
    pub version: Option<i64>,
}

impl OpportunityForm {
    pub async fn of(ctx: &Ctx, deal: &Model) -> Result<Self> {
        let day = |it: Option<Day>| it.map(|it| it.to_string()).unwrap_or_default();
        let amount = deal.value_amount.map(|it| typed(it, &deal.value_currency));
        Ok(Self {
            name: deal.name.clone(),
            account_id: name_of(ctx, deal.account_id).await?,
            owner_id: deal.owner_id.to_string(),
            stage: String::new(),
            amount: amount.unwrap_or_default(),
            currency: deal.value_currency.clone(),
            expected_close_on: day(deal.expected_close_on),
            next_step: deal.next_step.clone().unwrap_or_default(),
            next_step_on: day(deal.next_step_on),
            version: Some(deal.version),
        })
    }

    /// What was meant, or everything that cannot be meant. `had` is the client that the deal had.
    pub async fn read(&self, ctx: &Ctx, had: Option<AccountId>) -> Result<OpportunityFields> {
        let mut faults: Vec<Box<dyn Refusal>> = Vec::new();
        let account = match text::line(&self.account_id) {
            None => None,
            Some(name) if had.is_some() && name == name_of(ctx, had).await? => had,
            Some(name) => {
                let found = account::of_name(ctx, &name).await?;
                if found.is_none() {
                    faults.push(Box::new(PipelineRefused::UnknownAccount));
                }
                found.map(|it| it.id)
            }
        };
        let amount = text::line(&self.amount).and_then(|typed| {
            let amount = accounts::rules::amount(&typed, Money::decimals(&self.currency));
            if amount.is_none() {
                faults.push(Box::new(PipelineRefused::NoAmount));
            }
            amount
        });
        let mut day = |typed: &str, field| match typed.trim() {
            "" => None,
            day => {
                let read = day.parse::<Day>().ok();
                if read.is_none() {
                    faults.push(Box::new(PipelineRefused::NoDay { field }));
                }
                read
            }
        };
        let fields = OpportunityFields {
            name: self.name.clone(),
            account,
            amount,
            currency: self.currency.clone(),
            expected_close_on: day(&self.expected_close_on, "expected_close_on"),
            next_step: Some(self.next_step.clone()),
            next_step_on: day(&self.next_step_on, "next_step_on"),
        };
        match fields.checked() {
            Ok(fields) if faults.is_empty() => Ok(fields),
            Ok(_) => Err(Error::Invalid(faults)),
            Err(Error::Invalid(more)) => {
                faults.extend(more);
                Err(Error::Invalid(faults))
            }
            Err(error) => Err(error),
        }
    }

    /// To whom it was given.
    pub fn owner(&self) -> Result<Option<PersonId>> {
        match self.owner_id.trim() {
            "" => Ok(None),
            id => id.parse().map(Some).map_err(|_| Error::refused(PipelineRefused::UnknownOwner)),
        }
    }

    /// Where it was put: pipeline and stage.
    pub fn place(&self) -> Option<(&str, &str)> {
        self.stage.split_once('/')
    }
}

async fn name_of(ctx: &Ctx, account: Option<AccountId>) -> Result<String> {
    Ok(account::names(ctx, account).await?.into_values().next().unwrap_or_default())
}

/// A pipeline with the stages in which a deal may begin.
struct Way {
    label: String,
    /// As the form sends it, and in words.
    stages: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "opportunity_form.html")]
struct OpportunityFormPage {
    shell: Shell,
    w: Words,
    title: &'static str,
    back: String,
    is_new: bool,
    form: OpportunityForm,
    /// Whom it may be given to; nobody to choose from when it can only be one's own.
    owners: Vec<(String, String)>,
    clients: Vec<String>,
    ways: Vec<Way>,
    currencies: Vec<(String, String)>,
    /// Its lines say what it is worth.
    has_lines: bool,
    faults: Faults,
}

/// The page of a new deal, or of one that exists.
pub async fn form_page(
    ctx: &Ctx,
    existing: Option<OpportunityId>,
    mut form: OpportunityForm,
    refused: Option<Error>,
) -> Result<Response> {
    let (lang, w) = (ctx.lang(), Words::of(ctx.lang()));
    let faults = refused.map(|it| Faults::of(it, lang)).transpose()?.unwrap_or_default();
    let status = if faults.any() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let own = people::company::mine(ctx).await?.currency;
    if form.currency.is_empty() {
        form.currency.clone_from(&own);
    }
    let mut has_lines = false;
    if let Some(id) = existing {
        has_lines = !crate::line::of(ctx, id).await?.is_empty();
        // Whoever was told that it has changed has seen so: the next attempt counts.
        form.version = Some(crate::opportunity::get(ctx, id).await?.version);
    }
    let clients = account::shown(ctx)
        .select_only()
        .column(account::Column::Name)
        .order_by_asc(account::Column::NameKey)
        .limit(MOST_CLIENTS)
        .into_tuple::<String>();
    let known = pipelines(ctx).await?;
    let ways = known.offered().map(|pipeline| {
        let open = known.open_to(&pipeline.code).filter(|it| it.kind.word() == "open");
        let stage = |it: &crate::stage::Model| {
            (format!("{}/{}", it.pipeline, it.code), it.label(lang).to_owned())
        };
        Way { label: pipeline.label(lang).to_owned(), stages: open.map(stage).collect() }
    });
    let choose = may_hand_over(ctx) && existing.is_none();
    let owners = if choose { owners(ctx, Act::Create).await? } else { Vec::new() };
    let mut currencies = vec![own];
    currencies.push(form.currency.clone());
    currencies.extend(CURRENCIES.iter().map(|it| (*it).to_owned()));
    let mut seen = std::collections::HashSet::new();
    currencies.retain(|it| seen.insert(it.clone()));
    let page = OpportunityFormPage {
        shell: ctx.shell("opportunities"),
        w,
        title: if existing.is_some() { w.deal_edit() } else { w.deal_new() },
        back: existing
            .map_or_else(|| "/opportunities".to_owned(), |it| format!("/opportunities/{it}")),
        is_new: existing.is_none(),
        owners: owners.into_iter().map(|(id, name)| (id.to_string(), name)).collect(),
        clients: clients.all(ctx).await?,
        ways: ways.collect(),
        currencies: currencies.into_iter().map(|it| (it.clone(), it)).collect(),
        has_lines,
        form,
        faults,
    };
    page::render_as(status, &page)
}
