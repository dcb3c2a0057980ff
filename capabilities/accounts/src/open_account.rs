//! Somebody writes down a new client.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use frame::web::{Form, Json, Query, api, page};
use frame::{App, Ctx, Error, Event, Result, Tx};
use kernel::PersonId;
use kernel::access::{Act, Area};
use people::person::{self, PersonStatus};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, QueryFilter};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::account::{self, AccountId, Model};
use crate::account_form::{AccountForm, form_page};
use crate::account_in::{AccountIn, usual_owner};
use crate::account_out::AccountOut;
use crate::change_account::{known_parent, set_custom};
use crate::duplicate::{self, DuplicateState};
use crate::fields::AccountFields;
use crate::look_alikes::{LooksLike, look_alikes, traits};
use crate::pairs::{Proposal, propose};
use crate::remember::remember;
use crate::rules::AccountRefused;
use crate::rules::likeness::Likeness;
use crate::set_tags::set_tags;
use crate::set_values::Said;
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/accounts/new", get(show).post(submit)).routes(routes!(create))
}

/// A client to write down.
#[derive(Clone, Debug, Default)]
pub struct NewAccount {
    /// Made where it was written down, such as on a phone; otherwise one is made here.
    pub id: Option<AccountId>,
    /// Who looks after it; nobody yet only where the whole company may be written.
    pub owner: Option<PersonId>,
    pub fields: AccountFields,
}

/// Opens an account.
pub async fn open_account(tx: &Tx, new: NewAccount) -> Result<Model> {
    account::permit(tx, Act::Create, new.owner).await?;

    known_owner(tx, new.owner).await?;
    let id = match new.id {
        Some(id) => unknown(tx, id).await?,
        None => tx.id(),
    };
    let fields = new.fields.checked()?;
    // Most clients are where the company is; whoever knows better says so.
    let country = match fields.country {
        Some(country) => country,
        None => people::company::known(tx).await?.settings.country.clone(),
    };
    known_parent(tx, id, fields.parent).await?;

    let account = tx
        .insert(account::ActiveModel {
            company_id: Set(tx.actor.company),
            id: Set(id),
            owner_id: Set(new.owner),
            name_key: Set(frame::text::key(&fields.name)),
            name: Set(fields.name),
            status: Set(fields.status),
            tier: Set(fields.tier),
            industry: Set(fields.industry),
            parent_id: Set(fields.parent),
            phone: Set(fields.phone),
            website: Set(fields.website),
            founded_year: Set(fields.founded_year),
            revenue_amount: Set(fields.revenue.as_ref().map(|it| it.amount)),
            revenue_currency: Set(fields.revenue.map(|it| it.currency)),
            employees: Set(fields.employees),
            country: Set(Some(country)),
            tax_number: Set(fields.tax_number),
            document_language: Set(fields.document_language),
            last_visit_on: Set(None),
            created_at: Set(tx.now),
            updated_at: Set(tx.now),
            hidden_at: Set(None),
            external_key: Set(None),
        })
        .await?;
    remember(tx, account.id).await?;
    tx.record(about(&account, "accounts.opened").with("name", account.name.clone()));
    Ok(account)
}

/// Opens an account that looks like no other that the actor may see, or `anyway`. That these are
/// two is remembered then. One out of reach is no reason to refuse, which would give it away: the
/// pair is proposed to whoever sees both.
pub async fn open_once(tx: &Tx, new: NewAccount, anyway: bool) -> Result<Model> {
    account::permit(tx, Act::Create, new.owner).await?;

    let alike = look_alikes(tx, &traits(&new.fields.clone().checked()?)).await?;
    if !anyway && !alike.seen.is_empty() {
        return Err(Error::refused(LooksLike::of(&alike.seen)));
    }
    let account = open_account(tx, new).await?;
    for other in alike.seen {
        let both = proposal(account.id, other.account.id, &other.likeness)?;
        propose::<duplicate::Entity>(tx, both, DuplicateState::Dismissed).await?;
    }
    for (other, likeness) in alike.unseen {
        let both = proposal(account.id, other, &likeness)?;
        propose::<duplicate::Entity>(tx, both, DuplicateState::Open).await?;
    }
    Ok(account)
}

fn proposal(one: AccountId, other: AccountId, likeness: &Likeness) -> Result<Proposal<AccountId>> {
    Proposal::of(one, other, likeness.score(), &likeness.parts)
}

/// An event on this account's timeline.
pub fn about(account: &Model, name: &'static str) -> Event {
    Event::of(name, "account", account.id).owner(account.owner_id).about(account.id)
}

async fn unknown(tx: &Tx, id: AccountId) -> Result<AccountId> {
    let known = tx.whole_company::<account::Entity>().filter(account::Column::Id.eq(id));
    match known.one(&**tx).await? {
        None => Ok(id),
        Some(_) => Err(Error::refused(AccountRefused::Exists)),
    }
}

/// Whoever looks after a client works here.
pub async fn known_owner(tx: &Tx, owner: Option<PersonId>) -> Result<()> {
    let Some(owner) = owner else { return Ok(()) };
    let person = tx.whole_company::<person::Entity>().filter(person::Column::Id.eq(owner));
    match person.one(&**tx).await? {
        Some(person) if person.status != PersonStatus::Left => Ok(()),
        _ => Err(Error::refused(AccountRefused::UnknownOwner)),
    }
}

// In the browser.

async fn show(ctx: Ctx) -> Result<Response> {
    if !ctx.may(Act::Create, Area::Accounts) {
        return Err(Error::Denied);
    }
    let owner = usual_owner(&ctx).map(|it| it.to_string()).unwrap_or_default();
    let status = account::AccountStatus::default().word().to_owned();
    let country = people::company::mine(&ctx).await?.settings().country;
    let form = AccountForm { owner_id: owner, status, country, ..AccountForm::default() };
    form_page(&ctx, None, form, None).await
}

async fn submit(ctx: Ctx, Form(form): Form<AccountForm>) -> Result<Response> {
    let tx = ctx.begin().await?;
    match open_from(&tx, &form).await {
        Ok(account) => {
            let said = Words::of(tx.lang()).account_opened(&account.name);
            tx.commit().await?;
            page::redirect_saying(&format!("/accounts/{}", account.id), &said)
        }
        Err(error) => form_page(&tx, None, form, Some(error)).await,
    }
}

async fn open_from(tx: &Tx, form: &AccountForm) -> Result<Model> {
    let owner = form.owner()?.or_else(|| usual_owner(tx));
    let fields = form.read(tx, None).await?;
    let new = NewAccount { id: None, owner, fields };
    let account = open_once(tx, new, !form.anyway.is_empty()).await?;
    set_tags(tx, account.id, &form.tags()).await?;
    set_custom(tx, &account, &form.said(tx.lang(), true)).await?;
    Ok(account)
}

// In the API.

#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
struct How {
    /// Open it although it looks like an account that is there; `/api/v1/accounts/like` says which.
    anyway: bool,
}

/// Open an account
#[utoipa::path(
    post,
    path = "/api/v1/accounts",
    tag = "accounts",
    params(How),
    responses(
        (status = 201, body = AccountOut),
        (status = 422, description = "Inputs at fault, or it looks like an account that is there", body = api::Problem),
    ),
)]
async fn create(
    ctx: Ctx,
    Query(how): Query<How>,
    Json(new): Json<AccountIn>,
) -> Result<impl IntoResponse> {
    let tx = ctx.begin().await?;
    let owner = new.owner_id.or_else(|| usual_owner(&tx));
    let tags = new.tags.clone();
    let said = Said::by_program(&new.custom, true)?;
    let new = NewAccount { id: None, owner, fields: new.fields() };
    let account = open_once(&tx, new, how.anyway).await?;
    set_tags(&tx, account.id, &tags).await?;
    set_custom(&tx, &account, &said).await?;
    let out = AccountOut::of(&tx, account::get(&tx, account.id).await?).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Json(out)))
}
