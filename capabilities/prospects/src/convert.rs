//! A prospect becomes a client, with whom one speaks there and what one may sell them: in one act.

use accounts::{
    AccountFields, AccountId, AccountStatus, AddressFields, ContactFields, ContactId, NewAccount,
    NewContact, account, account_contact, add_address, add_contact, contact, link_contact,
    open_once,
};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use frame::web::{Json, Path, api};
use frame::{App, Ctx, Error, Result, Tx};
use kernel::PersonId;
use kernel::money::Money;
use pipeline::{
    ContactRole, NewOpportunity, OpportunityFields, OpportunityId, Taking, keep_contacts,
    open_opportunity,
};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, IntoActiveModel, QueryFilter};
use serde::{Deserialize, Serialize};
use tasks::{NewTask, add_task};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::fields::ProspectFields;
use crate::prospect::{self, Model, ProspectId, ProspectOut, ProspectStatus, about, claim};
use crate::rules::ProspectRefused;
use crate::twins::{LooksLike, like_accounts, traits};

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(convert_by_program))
}

/// Which client it becomes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Client {
    New {
        status: AccountStatus,
        /// Somebody looked at those that look like it, and it is none of them.
        anyway: bool,
    },
    /// It is one that we have already.
    Known(AccountId),
}

/// With whom one speaks there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Person {
    /// Whoever the prospect names, if it names somebody.
    New,
    Known(ContactId),
    Nobody,
}

/// What one may sell them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Deal {
    pub name: String,
    /// New business, unless told; as is its first stage.
    pub pipeline: Option<String>,
    pub stage: Option<String>,
    pub value: Option<Money>,
}

/// What is to come of a prospect.
#[derive(Clone, Debug)]
pub struct Conversion {
    pub client: Client,
    pub person: Person,
    pub deal: Option<Deal>,
    /// The version that was seen.
    pub version: Option<i64>,
}

/// Makes a client of a prospect. It happens once; the prospect stays, as the client's history.
pub async fn convert(tx: &Tx, id: ProspectId, how: Conversion) -> Result<Model> {
    let before = prospect::get_open(tx, id).await?;
    let owner = before.owner_id.ok_or_else(|| Error::refused(ProspectRefused::Nobody))?;
    let version = claim(tx, &before, how.version).await?;

    let made_account = matches!(how.client, Client::New { .. });
    let client = client(tx, &before, owner, &how).await?;
    let contact = person(tx, &before, client.id, how.person).await?;
    let deal = match &how.deal {
        Some(deal) => Some(sell(tx, &before, owner, client.id, contact, deal).await?),
        None => None,
    };
    if let (None, true, Some(step)) = (deal, made_account, &before.next_step) {
        // What was to be done next is to be done still.
        let new = NewTask {
            owner: Some(owner),
            account: Some(client.id),
            text: step.clone(),
            due_on: before.next_step_on,
            ..NewTask::default()
        };
        add_task(tx, new).await?;
    }

    let mut row = before.clone().into_active_model();
    row.status = Set(ProspectStatus::Converted);
    row.account_id = Set(Some(client.id));
    row.contact_id = Set(contact);
    row.opportunity_id = Set(deal);
    row.made_account = Set(made_account);
    row.made_contact = Set(contact.is_some() && how.person == Person::New);
    row.converted_at = Set(Some(tx.now));
    row.converted_by = Set(tx.actor.somebody());
    row.updated_at = Set(tx.now);
    row.version = Set(version);
    let after = tx.update(row).await?;

    tx.record(
        about(&after, "prospects.converted")
            .with("account", client.name.clone())
            .with("account_id", client.id.to_string())
            .with("new", made_account)
            .with("deal", how.deal.map(|it| it.name)),
    );
    Ok(after)
}

/// The client that it becomes, or that it is.
async fn client(tx: &Tx, it: &Model, owner: PersonId, how: &Conversion) -> Result<account::Model> {
    let (status, anyway) = match how.client {
        Client::Known(id) => {
            return match account::get(tx, id).await {
                Err(Error::NotFound) => Err(Error::refused(ProspectRefused::UnknownAccount)),
                other => other,
            };
        }
        Client::New { status, anyway } => (status, anyway),
    };
    let alike = like_accounts(tx, &traits(&ProspectFields::of(it))).await?;
    if !anyway && !alike.is_empty() {
        return Err(Error::refused(LooksLike::of(alike)));
    }
    // A number is kept once: with whom one speaks, or with the house where nobody is named.
    let of_person = how.person == Person::New && it.contact_name.is_some();
    let fields = AccountFields {
        status,
        industry: it.industry.clone(),
        phone: it.phone.clone().filter(|_| !of_person),
        ..AccountFields::named(it.name.clone())
    };
    let new = NewAccount { id: None, owner: Some(owner), fields };
    let client = open_once(tx, new, true).await?;
    if it.street.is_some() || it.city.is_some() {
        let address = AddressFields {
            street: it.street.clone().unwrap_or_default(),
            city: it.city.clone(),
            province: it.province.clone(),
            ..AddressFields::default()
        };
        add_address(tx, client.id, address).await?;
    }
    Ok(client)
}

/// With whom one speaks there.
async fn person(
    tx: &Tx,
    it: &Model,
    client: AccountId,
    person: Person,
) -> Result<Option<ContactId>> {
    match person {
        Person::Nobody => Ok(None),
        Person::New => {
            let Some(name) = it.contact_name.clone() else { return Ok(None) };
            let fields = ContactFields {
                name,
                phone: it.phone.clone(),
                whatsapp: None,
                email: it.email.clone(),
                ..ContactFields::default()
            };
            let new = NewContact { id: None, role: it.contact_role.clone(), fields };
            Ok(Some(add_contact(tx, client, new).await?.id))
        }
        Person::Known(id) => {
            let known = tx
                .find::<contact::Entity>()
                .filter(contact::Column::Id.eq(id))
                .filter(contact::Column::HiddenAt.is_null());
            if known.one(&**tx).await?.is_none() {
                return Err(Error::refused(ProspectRefused::UnknownContact));
            }
            let there = tx
                .whole_company::<account_contact::Entity>()
                .filter(account_contact::Column::AccountId.eq(client))
                .filter(account_contact::Column::ContactId.eq(id));
            if there.one(&**tx).await?.is_none() {
                link_contact(tx, client, id, it.contact_role.as_deref()).await?;
            }
            Ok(Some(id))
        }
    }
}

/// What one may sell them; what was to be done next belongs to it.
async fn sell(
    tx: &Tx,
    it: &Model,
    owner: PersonId,
    client: AccountId,
    contact: Option<ContactId>,
    deal: &Deal,
) -> Result<OpportunityId> {
    if frame::text::line(&deal.name).is_none() {
        return Err(Error::refused(ProspectRefused::NoDealName));
    }
    let fields = OpportunityFields {
        name: deal.name.clone(),
        account: Some(client),
        amount: deal.value.as_ref().map(|it| it.amount),
        currency: deal.value.as_ref().map_or(&it.value_currency, |it| &it.currency).clone(),
        expected_close_on: None,
        next_step: it.next_step.clone(),
        next_step_on: it.next_step_on,
    };
    let new = NewOpportunity {
        owner: Some(owner),
        fields,
        pipeline: deal.pipeline.clone(),
        stage: deal.stage.clone(),
    };
    let deal = open_opportunity(tx, new).await?.id;
    if let Some(contact) = contact {
        let taking = Taking { contact, role: ContactRole::Influences };
        keep_contacts(tx, deal, None, &[taking]).await?;
    }
    Ok(deal)
}

// In the API.

/// What is to come of a prospect, as a program says it.
#[derive(Clone, Debug, Default, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
struct ConversionIn {
    /// The client that it is; a new one is opened, unless told.
    account_id: Option<AccountId>,
    /// Of a new client: `prospect`, unless told.
    account_status: Option<AccountStatus>,
    /// Open it although it looks like a client that is there.
    anyway: bool,
    /// With whom one speaks; whoever the prospect names is written down, unless told.
    contact_id: Option<ContactId>,
    /// Nobody is written down.
    without_contact: bool,
    /// What one may sell them; nothing, unless told.
    opportunity: Option<DealIn>,
    version: Option<i64>,
}

/// What one may sell them.
#[derive(Clone, Debug, Default, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
struct DealIn {
    name: String,
    /// `new_business`, unless told.
    pipeline: Option<String>,
    /// The first of its pipeline, unless told.
    stage: Option<String>,
    value: Option<Money>,
}

impl ConversionIn {
    fn read(self) -> Conversion {
        let status = self.account_status.unwrap_or_default();
        Conversion {
            client: match self.account_id {
                Some(id) => Client::Known(id),
                None => Client::New { status, anyway: self.anyway },
            },
            person: match self.contact_id {
                Some(id) => Person::Known(id),
                None if self.without_contact => Person::Nobody,
                None => Person::New,
            },
            deal: self.opportunity.map(|it| Deal {
                name: it.name,
                pipeline: it.pipeline,
                stage: it.stage,
                value: it.value,
            }),
            version: self.version,
        }
    }
}

/// Make a client of a prospect: account, contact and opportunity in one act
#[utoipa::path(
    post,
    path = "/api/v1/prospects/{prospect}/convert",
    tag = "prospects",
    params(("prospect" = ProspectId, Path)),
    responses(
        (status = 200, body = ProspectOut),
        (status = 422, description = "Inputs at fault, converted already, or it looks like a client that is there", body = api::Problem),
    ),
)]
async fn convert_by_program(
    ctx: Ctx,
    Path(id): Path<ProspectId>,
    Json(how): Json<ConversionIn>,
) -> Result<impl IntoResponse> {
    let tx = ctx.begin().await?;
    let after = convert(&tx, id, how.read()).await?;
    tx.commit().await?;
    Ok((StatusCode::OK, Json(ProspectOut::from(after))))
}
