//! What an account has in common with those that may be the same.

use kernel::CompanyId;
use sea_orm::entity::prelude::*;

use crate::account::{AccountId, owned_through_account};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "account_key")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub key: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: AccountId,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

// A row has no id of its own; it is known by its account and its key together.
owned_through_account! { AccountId, AccountId }
