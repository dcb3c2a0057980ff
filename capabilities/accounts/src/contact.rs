//! Somebody at a client, or at several.

use std::collections::BTreeMap;

use frame::{Ctx, Error, Owned, Result};
use kernel::access::Area;
use kernel::{CompanyId, Day, Instant, ids};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Query, SelectStatement};
use sea_orm::{Condition, Select};

use crate::rules::one_contact::Agreed;
use crate::rules::reaching::{Channel, Consent};
use crate::{account, account_contact};

ids! {
    /// Somebody at a client.
    ContactId,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "contact")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ContactId,
    pub name: String,
    pub name_key: String,
    /// E.164, as is the next one.
    pub phone: Option<String>,
    pub whatsapp: Option<String>,
    pub email: Option<String>,
    /// How they prefer to be reached.
    pub channel: Option<Channel>,
    /// As [`Birthday`](crate::rules::birthday::Birthday) keeps it.
    pub birthday: Option<String>,
    /// What they said of being written to for offers, since when, and how that is known.
    pub consent: Option<Consent>,
    pub consent_on: Option<Day>,
    pub consent_note: Option<String>,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub hidden_at: Option<Instant>,
    /// By which another system knows them; an import wrote it down.
    pub external_key: Option<String>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Owned for Entity {
    type Id = ContactId;
    const AREA: Area = Area::Accounts;

    fn id() -> Column {
        Column::Id
    }

    fn company() -> Column {
        Column::CompanyId
    }

    /// Whoever looks after any account where they are, or were, or works on it.
    fn owned_by(whose: frame::Whose) -> Condition {
        let theirs = Query::select()
            .column(account_contact::Column::ContactId)
            .from(account_contact::Entity)
            .and_where(account_contact::Column::CompanyId.eq(whose.company()))
            .cond_where(account::is_theirs(account_contact::Column::AccountId, whose))
            .to_owned();
        Condition::all().add(Column::Id.in_subquery(theirs))
    }
}

impl Agreed {
    pub fn of(contact: &Model) -> Self {
        Self {
            consent: contact.consent,
            on: contact.consent_on,
            note: contact.consent_note.clone(),
        }
    }
}

/// The people whom the actor may view and whom nobody deleted.
pub fn shown(ctx: &Ctx) -> Select<Entity> {
    ctx.find::<Entity>().filter(Column::HiddenAt.is_null())
}

/// One of them.
pub async fn get(ctx: &Ctx, id: ContactId) -> Result<Model> {
    shown(ctx).filter(Column::Id.eq(id)).one(ctx).await?.ok_or(Error::NotFound)
}

/// The ids of everybody whom nobody deleted, as a sub-query.
pub fn ids_there(company: CompanyId) -> SelectStatement {
    Query::select()
        .column(Column::Id)
        .from(Entity)
        .and_where(Column::CompanyId.eq(company))
        .and_where(Column::HiddenAt.is_null())
        .to_owned()
}

/// Somebody, whoever may see them.
pub async fn whoever(ctx: &Ctx, id: ContactId) -> Result<Model> {
    let contact = ctx.whole_company::<Entity>().filter(Column::Id.eq(id));
    contact.one(ctx).await?.ok_or(Error::NotFound)
}

/// A contact as the API shows it.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
pub struct ContactOut {
    pub id: ContactId,
    pub name: String,
    pub phone: Option<String>,
    pub whatsapp: Option<String>,
    pub email: Option<String>,
    /// `phone`, `whatsapp`, `email` or `visit`: how they prefer to be reached.
    pub channel: Option<Channel>,
    /// `1988-04-12`, or `--04-12` without the year.
    pub birthday: Option<String>,
    /// What they said of being written to for offers.
    pub consent: Option<Consent>,
    pub consent_on: Option<Day>,
    /// How that is known.
    pub consent_note: Option<String>,
    /// By which another system knows them, as an import told.
    pub external_id: Option<String>,
    /// The company's own fields that the reader may see, by their codes.
    #[schema(value_type = std::collections::HashMap<String, serde_json::Value>)]
    pub custom: BTreeMap<String, serde_json::Value>,
    pub updated_at: Instant,
    /// Where they are, or were: only accounts that the reader may see.
    pub accounts: Vec<account_contact::PostOut>,
}

impl ContactOut {
    pub fn of(
        contact: Model,
        posts: Vec<account_contact::Model>,
        custom: BTreeMap<String, serde_json::Value>,
    ) -> Self {
        Self {
            id: contact.id,
            name: contact.name,
            phone: contact.phone,
            whatsapp: contact.whatsapp,
            email: contact.email,
            channel: contact.channel,
            birthday: contact.birthday,
            consent: contact.consent,
            consent_on: contact.consent_on,
            consent_note: contact.consent_note,
            external_id: contact.external_key,
            custom,
            updated_at: contact.updated_at,
            accounts: posts.into_iter().map(Into::into).collect(),
        }
    }
}
