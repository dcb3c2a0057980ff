//! The form of an account: what was typed stays, whatever is wrong with it.

use std::collections::BTreeMap;

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use frame::web::page::{self, Faults};
use frame::web::shell::Shell;
use frame::{Ctx, Error, Result, text};
use kernel::access::{Act, Area, Reach};
use kernel::money::Money;
use kernel::{Lang, PersonId, Refusal, country};
use serde::{Deserialize, Serialize};

use crate::account::{self, AccountId, AccountStatus, Model, Tier};
use crate::account_seen::seen;
use crate::custom_field::FieldRecord;
use crate::custom_inputs::{Input, inputs};
use crate::custom_value::Of;
use crate::fields::AccountFields;
use crate::look_alikes::{LOOKS_LIKE, look_alikes, traits};
use crate::owners::owners;
use crate::rules::stale::STALE;
use crate::rules::{AccountRefused, amount};
use crate::set_values::Said;
use crate::words::Words;
use crate::{account_tag, industry, set_tags, tag};

/// More words than these are not read.
const OFFERED_TAGS: usize = 30;

/// An account as a browser sends it.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct AccountForm {
    pub name: String,
    pub status: String,
    pub tier: String,
    pub owner_id: String,
    pub industry: String,
    /// The parent's name, as it was typed.
    pub parent_id: String,
    pub phone: String,
    pub website: String,
    pub founded_year: String,
    pub revenue: String,
    pub currency: String,
    pub employees: String,
    pub country: String,
    pub tax_number: String,
    pub document_language: String,
    /// With commas between.
    pub tags: String,
    /// Somebody looked at those that look like it, and it is none of them.
    pub anyway: String,
    /// What the form was made from; empty for a new one.
    pub was: String,
    /// What the company's own fields hold.
    #[serde(flatten)]
    pub custom: BTreeMap<String, String>,
}

impl AccountForm {
    pub async fn of(ctx: &Ctx, account: &Model) -> Result<Self> {
        let parent = name_of_parent(ctx, account.parent_id).await?;
        let words = |it: Option<String>| it.unwrap_or_default();
        Ok(Self {
            name: account.name.clone(),
            status: account.status.word().to_owned(),
            tier: words(account.tier.map(|it| it.word().to_owned())),
            owner_id: words(account.owner_id.map(|it| it.to_string())),
            industry: words(account.industry.clone()),
            parent_id: words(parent),
            phone: words(account.phone.clone()),
            website: words(account.website.clone()),
            founded_year: words(account.founded_year.map(|it| it.to_string())),
            revenue: words(account.revenue().map(|it| written(&it))),
            currency: words(account.revenue_currency.clone()),
            employees: words(account.employees.map(|it| it.to_string())),
            country: words(account.country.clone()),
            tax_number: words(account.tax_shown()),
            document_language: words(account.document_language.map(|it| it.word().to_owned())),
            tags: account_tag::of(ctx, account.id).await?.join(", "),
            anyway: String::new(),
            was: String::new(),
            custom: BTreeMap::new(),
        })
    }

    /// What was meant, or everything that cannot be meant. `had` is the parent that the client had.
    pub async fn read(&self, ctx: &Ctx, had: Option<AccountId>) -> Result<AccountFields> {
        let mut faults: Vec<Box<dyn Refusal>> = Vec::new();
        let status = AccountStatus::from_word(&self.status);
        if status.is_none() && !self.status.is_empty() {
            faults.push(Box::new(AccountRefused::NoChoice("status")));
        }
        let tier = Tier::from_word(&self.tier);
        if tier.is_none() && !self.tier.is_empty() {
            faults.push(Box::new(AccountRefused::NoChoice("tier")));
        }
        let language = Lang::from_word(&self.document_language);
        if language.is_none() && !self.document_language.is_empty() {
            faults.push(Box::new(AccountRefused::NoChoice("document_language")));
        }
        let founded_year = number(&self.founded_year, AccountRefused::NoYear, &mut faults);
        let employees = number(&self.employees, AccountRefused::NoEmployees, &mut faults);
        let currency =
            if self.currency.is_empty() { currency(ctx).await? } else { self.currency.clone() };
        let revenue = text::line(&self.revenue).and_then(|typed| {
            let amount = amount(&typed, Money::decimals(&currency));
            if amount.is_none() {
                faults.push(Box::new(AccountRefused::NoAmount));
            }
            amount.map(|it| Money::new(it, currency))
        });
        let parent = match self.parent(ctx, had).await? {
            Ok(parent) => parent,
            Err(refused) => {
                faults.push(Box::new(refused));
                None
            }
        };
        let fields = AccountFields {
            name: self.name.clone(),
            status: status.unwrap_or_default(),
            tier,
            industry: Some(self.industry.clone()),
            parent,
            phone: Some(self.phone.clone()),
            website: Some(self.website.clone()),
            founded_year,
            revenue,
            employees,
            country: Some(self.country.clone()),
            tax_number: Some(self.tax_number.clone()),
            document_language: language,
        };
        if let Err(Error::Invalid(more)) = set_tags::checked(&self.tags()) {
            faults.extend(more);
        }
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

    /// The parent that was meant, by its name or by the address of its page. One that the actor
    /// does not see stays while they name no other.
    async fn parent(
        &self,
        ctx: &Ctx,
        had: Option<AccountId>,
    ) -> Result<std::result::Result<Option<AccountId>, AccountRefused>> {
        let known = name_of_parent(ctx, had).await?;
        let Some(typed) = text::line(&self.parent_id) else {
            return Ok(Ok(had.filter(|_| known.is_none())));
        };
        if known.is_some_and(|it| text::key(&it) == text::key(&typed)) {
            return Ok(Ok(had));
        }
        let last = typed.rsplit('/').next().unwrap_or_default();
        if let Ok(id) = last.parse::<AccountId>() {
            return Ok(Ok(Some(id)));
        }
        let named = account::two_of_name(ctx, &typed).await?;
        Ok(match named.as_slice() {
            [one] => Ok(Some(one.id)),
            [] => Err(AccountRefused::UnknownParent),
            _ => Err(AccountRefused::ManyParents),
        })
    }

    /// The words that are to hang on it.
    pub fn tags(&self) -> Vec<String> {
        tag::typed(&self.tags)
    }

    /// What the company's own fields are to hold: all that are required are asked for when it is a
    /// new one, or when the form had them.
    pub fn said(&self, lang: Lang, new: bool) -> Said {
        let asked = self.custom.keys().any(|it| it.starts_with("custom."));
        Said::by_form(&self.custom, lang, new || asked)
    }

    /// Whom it was given to.
    pub fn owner(&self) -> Result<Option<PersonId>> {
        match self.owner_id.trim() {
            "" => Ok(None),
            id => id.parse().map(Some).map_err(|_| Error::refused(AccountRefused::UnknownOwner)),
        }
    }
}

/// What a parent is called; none where there is none, or not for the actor.
async fn name_of_parent(ctx: &Ctx, parent: Option<AccountId>) -> Result<Option<String>> {
    Ok(account::names_in_reach(ctx, parent).await?.into_values().next())
}

/// Whole units, and what lies behind the point where the currency has that.
fn written(money: &Money) -> String {
    let decimals = Money::decimals(&money.currency);
    let scale = 10_i64.pow(decimals);
    match decimals {
        0 => money.amount.to_string(),
        _ => format!(
            "{}.{:0width$}",
            money.amount / scale,
            money.amount % scale,
            width = decimals as usize
        ),
    }
}

async fn currency(ctx: &Ctx) -> Result<String> {
    Ok(people::company::mine(ctx).await?.currency)
}

fn number<T: std::str::FromStr>(
    typed: &str,
    refusal: AccountRefused,
    faults: &mut Vec<Box<dyn Refusal>>,
) -> Option<T> {
    let typed = text::line(typed)?;
    let number = typed.parse().ok();
    if number.is_none() {
        faults.push(Box::new(refusal));
    }
    number
}

#[derive(Template)]
#[template(path = "account_form.html")]
struct AccountFormPage {
    shell: Shell,
    w: Words,
    lang: Lang,
    title: &'static str,
    back: String,
    form: AccountForm,
    /// Whom it may be given to; nobody to choose from when it can only be one's own.
    owners: Vec<(PersonId, String)>,
    industries: Vec<String>,
    /// The company's words, to choose from.
    tags: Vec<String>,
    custom: Vec<Input>,
    faults: Faults,
    /// It has a parent that the reader does not see.
    far_parent: bool,
    /// Accounts that look like the one that is being written down.
    alike: Vec<Alike>,
}

/// One of them; without a name and a way to it where the reader may not see it.
struct Alike {
    id: AccountId,
    name: String,
    why: String,
}

impl AccountFormPage {
    fn statuses(&self) -> Vec<(&'static str, &'static str)> {
        AccountStatus::ALL.iter().map(|&it| (it.word(), self.w.status(it))).collect()
    }

    fn tiers(&self) -> Vec<(&'static str, String)> {
        Tier::ALL.iter().map(|it| (it.word(), self.w.tier(it.word()))).collect()
    }

    fn countries(&self) -> Vec<(&'static str, &'static str)> {
        country::all(self.lang).iter().map(|it| (it.code, it.name(self.lang))).collect()
    }

    fn languages(&self) -> [(&'static str, &'static str); 2] {
        [("id", self.w.language_id()), ("en", self.w.language_en())]
    }

    fn owner_choices(&self) -> Vec<(String, &str)> {
        self.owners.iter().map(|it| (it.0.to_string(), it.1.as_str())).collect()
    }

    fn parent_help(&self) -> &'static str {
        if self.far_parent { self.w.parent_far_help() } else { self.w.parent_help() }
    }

    /// More is open when there is something in it.
    fn more_is_open(&self) -> bool {
        let form = &self.form;
        self.far_parent
            || [
                &form.website,
                &form.parent_id,
                &form.founded_year,
                &form.revenue,
                &form.employees,
                &form.document_language,
            ]
            .iter()
            .any(|it| !it.is_empty())
    }
}

/// The page of a new account, or of one that exists.
pub async fn form_page(
    ctx: &Ctx,
    existing: Option<AccountId>,
    mut form: AccountForm,
    refused: Option<Error>,
) -> Result<Response> {
    let w = Words::of(ctx.lang());
    let looks_like = refused.as_ref().is_some_and(|it| it.code() == LOOKS_LIKE);
    let is_stale = refused.as_ref().is_some_and(|it| it.code() == STALE);
    let alike = if looks_like { alike(ctx, &form).await? } else { Vec::new() };
    let mut faults = refused.map(|it| Faults::of(it, ctx.lang())).transpose()?.unwrap_or_default();
    if looks_like {
        // The list says it, and leads there.
        faults.above = None;
    }
    let status =
        if looks_like || faults.any() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let wide = Reach::Own < ctx.actor.reach(Act::Create, Area::Accounts);
    // An account that exists changes hands on a page of its own.
    let choose = wide && existing.is_none();
    let of = existing.map(Of::Account);
    let custom = inputs(ctx, FieldRecord::Account, of, &form.custom).await?;
    let mut far_parent = false;
    if let Some(id) = existing {
        let account = account::get(ctx, id).await?;
        let parent = account.parent_id;
        far_parent = parent.is_some() && name_of_parent(ctx, parent).await?.is_none();
        // Whoever was told what others changed has seen it: the next attempt counts.
        if form.was.is_empty() || is_stale {
            let now = seen(ctx, &account).await?;
            let was = std::mem::replace(&mut form.was, now.carried()?);
            form = now.beside(form, &was)?;
        }
    }
    let page = AccountFormPage {
        custom,
        shell: ctx.shell("accounts"),
        title: if existing.is_some() { w.account_edit() } else { w.account_new() },
        back: existing.map_or_else(|| "/accounts".to_owned(), |id| format!("/accounts/{id}")),
        form,
        lang: ctx.lang(),
        owners: if choose { owners(ctx, Act::Create).await? } else { Vec::new() },
        industries: industry::offered(ctx).await?,
        tags: tag::all(ctx).await?.into_iter().map(|it| it.name).take(OFFERED_TAGS).collect(),
        w,
        faults,
        far_parent,
        alike,
    };
    page::render_as(status, &page)
}

async fn alike(ctx: &Ctx, form: &AccountForm) -> Result<Vec<Alike>> {
    let w = Words::of(ctx.lang());
    let alike = look_alikes(ctx, &traits(&form.read(ctx, None).await?)).await?;
    let one = |it: crate::look_alikes::LookAlike| Alike {
        id: it.account.id,
        name: it.account.name,
        why: w.likeness_parts(&it.likeness.parts),
    };
    Ok(alike.seen.into_iter().map(one).collect())
}
