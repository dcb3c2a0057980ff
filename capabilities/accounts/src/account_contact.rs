//! What somebody is at one client, and whether they still are.

use kernel::{CompanyId, Day};
use sea_orm::entity::prelude::*;

use crate::account::{self, AccountId, owned_through_account};
use crate::contact::{self, ContactId};
use crate::rules::one_contact::There;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "account_contact")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: AccountId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub contact_id: ContactId,
    /// In the client's own words: `Pemilik`, `Bagian pembelian`.
    pub role: Option<String>,
    /// Since when they are there no more; what they did there stays.
    pub left_on: Option<Day>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "account::Entity",
        from = "(Column::CompanyId, Column::AccountId)",
        to = "(account::Column::CompanyId, account::Column::Id)"
    )]
    Account,
    #[sea_orm(
        belongs_to = "contact::Entity",
        from = "(Column::CompanyId, Column::ContactId)",
        to = "(contact::Column::CompanyId, contact::Column::Id)"
    )]
    Contact,
}

impl Related<account::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Account.def()
    }
}

impl Related<contact::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Contact.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}

// A row has no id of its own; it is known by its account and its contact together.
owned_through_account! { ContactId, ContactId }

impl There {
    pub fn of(post: &Model) -> Self {
        Self { role: post.role.clone(), left_on: post.left_on }
    }
}

/// Somebody's post at one client, as the API shows it.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
pub struct PostOut {
    pub account_id: AccountId,
    pub role: Option<String>,
    pub left_on: Option<Day>,
}

impl From<Model> for PostOut {
    fn from(post: Model) -> Self {
        Self { account_id: post.account_id, role: post.role, left_on: post.left_on }
    }
}
