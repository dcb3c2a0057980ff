//! The form of a prospect: what was typed stays, whatever is wrong with it.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use frame::web::page::{self, Faults};
use frame::web::shell::Shell;
use frame::{Ctx, Error, Result, text};
use kernel::access::Act;
use kernel::money::Money;
use kernel::{Day, Lang, Refusal};
use serde::Deserialize;

use crate::choice::{self, List};
use crate::fields::ProspectFields;
use crate::owners::{may_hand_out, owners};
use crate::prospect::{self, Model, ProspectId};
use crate::rules::ProspectRefused;
use crate::twins::{LOOKS_LIKE, Twin, traits, twins};
use crate::words::Words;

/// Currencies that are offered beside the company's own.
const CURRENCIES: &[&str] = &["IDR", "USD", "SGD", "EUR", "JPY", "CNY", "AUD", "MYR"];

/// A prospect as a browser sends it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ProspectForm {
    pub name: String,
    pub contact_name: String,
    pub contact_role: String,
    pub phone: String,
    pub email: String,
    pub street: String,
    pub city: String,
    pub province: String,
    pub industry: String,
    pub source: String,
    /// Only of a new one: somebody's id, `rules` or `inbox`.
    pub owner_id: String,
    pub amount: String,
    pub currency: String,
    pub next_step: String,
    pub next_step_on: String,
    pub note: String,
    /// Somebody looked at those that look like it, and it is none of them.
    pub anyway: String,
    /// The version that was seen.
    pub version: Option<i64>,
}

impl ProspectForm {
    pub fn of(it: &Model) -> Self {
        let words = |it: &Option<String>| it.clone().unwrap_or_default();
        Self {
            name: it.name.clone(),
            contact_name: words(&it.contact_name),
            contact_role: words(&it.contact_role),
            phone: it.phone_shown(),
            email: words(&it.email),
            street: words(&it.street),
            city: words(&it.city),
            province: words(&it.province),
            industry: words(&it.industry),
            source: it.source.clone(),
            owner_id: String::new(),
            amount: it.value_amount.map(|a| typed(a, &it.value_currency)).unwrap_or_default(),
            currency: it.value_currency.clone(),
            next_step: words(&it.next_step),
            next_step_on: it.next_step_on.map(|it| it.to_string()).unwrap_or_default(),
            note: words(&it.note),
            anyway: String::new(),
            version: Some(it.version),
        }
    }

    /// What was meant, or everything that cannot be meant.
    pub async fn read(&self, ctx: &Ctx, had: Option<&Model>) -> Result<ProspectFields> {
        let mut faults: Vec<Box<dyn Refusal>> = Vec::new();
        let own = people::company::mine(ctx).await?.currency;
        let currency = if self.currency.is_empty() { own } else { self.currency.clone() };
        let amount = text::line(&self.amount).and_then(|typed| {
            let amount = accounts::rules::amount(&typed, Money::decimals(&currency));
            if amount.is_none() {
                faults.push(Box::new(ProspectRefused::NoAmount));
            }
            amount
        });
        let next_step_on = match self.next_step_on.trim() {
            "" => None,
            day => {
                let read = day.parse::<Day>().ok();
                if read.is_none() {
                    faults.push(Box::new(ProspectRefused::NoDay));
                }
                read
            }
        };
        let said = |it: &String| Some(it.clone());
        let fields = ProspectFields {
            name: self.name.clone(),
            contact_name: said(&self.contact_name),
            contact_role: said(&self.contact_role),
            phone: said(&self.phone),
            email: said(&self.email),
            street: said(&self.street),
            city: said(&self.city),
            province: said(&self.province),
            industry: said(&self.industry),
            source: self.source.clone(),
            note: said(&self.note),
            amount,
            currency,
            next_step: said(&self.next_step),
            next_step_on,
        };
        match fields.checked(ctx, had).await {
            Ok(fields) if faults.is_empty() => Ok(fields),
            Ok(_) => Err(Error::Invalid(faults)),
            Err(Error::Invalid(more)) => {
                faults.extend(more);
                Err(Error::Invalid(faults))
            }
            Err(error) => Err(error),
        }
    }
}

/// So much money, as it may be typed again.
pub fn typed(amount: i64, currency: &str) -> String {
    let decimals = Money::decimals(currency);
    let scale = 10_i64.pow(decimals);
    if decimals == 0 {
        return amount.to_string();
    }
    let rest = (amount % scale).abs();
    format!("{}.{rest:0width$}", amount / scale, width = decimals as usize)
}

#[derive(Template)]
#[template(path = "prospect_form.html")]
struct FormPage {
    shell: Shell,
    w: Words,
    lang: Lang,
    title: &'static str,
    back: String,
    is_new: bool,
    form: ProspectForm,
    /// Whose it may be; the first two are no people.
    owners: Vec<(String, String)>,
    sources: Vec<(String, String)>,
    industries: Vec<&'static str>,
    provinces: Vec<&'static str>,
    currencies: Vec<(String, String)>,
    faults: Faults,
    twins: Vec<Twin>,
}

/// The page of a new prospect, or of one that exists.
pub async fn form_page(
    ctx: &Ctx,
    existing: Option<ProspectId>,
    mut form: ProspectForm,
    refused: Option<Error>,
) -> Result<Response> {
    let (lang, w) = (ctx.lang(), Words::of(ctx.lang()));
    let looks_like = refused.as_ref().is_some_and(|it| it.code() == LOOKS_LIKE);
    let twins = if looks_like {
        twins(ctx, &traits(&form.read(ctx, None).await?), existing).await?
    } else {
        Vec::new()
    };
    let mut faults = refused.map(|it| Faults::of(it, lang)).transpose()?.unwrap_or_default();
    if looks_like {
        // The list says it, and leads there.
        faults.above = None;
    }
    let status =
        if looks_like || faults.any() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let own = people::company::mine(ctx).await?.currency;
    if form.currency.is_empty() {
        form.currency.clone_from(&own);
    }
    if let Some(id) = existing {
        // Whoever was told that it has changed has seen so: the next attempt counts.
        form.version = Some(prospect::get(ctx, id).await?.version);
    }
    let mut currencies = vec![own, form.currency.clone()];
    currencies.extend(CURRENCIES.iter().map(|it| (*it).to_owned()));
    let mut seen = std::collections::HashSet::new();
    currencies.retain(|it| seen.insert(it.clone()));
    let choices = choice::all(ctx).await?;
    let page = FormPage {
        shell: ctx.shell("prospects"),
        w,
        lang,
        title: if existing.is_some() { w.prospect_edit() } else { w.prospect_new() },
        back: existing.map_or_else(|| "/prospects".to_owned(), |it| format!("/prospects/{it}")),
        is_new: existing.is_none(),
        owners: if existing.is_some() { Vec::new() } else { whose(ctx).await? },
        sources: choices.menu(List::Source, lang, &form.source),
        industries: w.industries().split(", ").collect(),
        provinces: w.provinces().split(", ").collect(),
        currencies: currencies.into_iter().map(|it| (it.clone(), it)).collect(),
        form,
        faults,
        twins,
    };
    page::render_as(status, &page)
}

/// Whose a new prospect may be.
async fn whose(ctx: &Ctx) -> Result<Vec<(String, String)>> {
    let w = Words::of(ctx.lang());
    let mut whose = vec![("rules".to_owned(), w.by_rules().to_owned())];
    if may_hand_out(ctx) {
        whose.push(("inbox".to_owned(), w.into_inbox().to_owned()));
    }
    let people = owners(ctx, Act::Create).await?.into_iter();
    whose.extend(people.map(|(id, name)| (id.to_string(), name)));
    Ok(whose)
}
