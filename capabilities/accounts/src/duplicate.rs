//! Two accounts that may be one, and what somebody said about that.

use frame::owned;
use kernel::access::Area;
use kernel::{CompanyId, Instant, PersonId, labels};
use sea_orm::QueryTrait;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::ExprTrait;

use crate::account::{self, AccountId};
use crate::pairs::pairs_of;

labels! {
    /// What became of a pair.
    pub enum DuplicateState {
        /// Somebody should look at it.
        Open = "open",
        /// Somebody said that they are two.
        Dismissed = "dismissed",
        /// They are one now.
        Merged = "merged",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "account_duplicate")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    /// The lesser of the two.
    #[sea_orm(primary_key, auto_increment = false)]
    pub first_id: AccountId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub second_id: AccountId,
    pub score: i32,
    /// Why, as JSON.
    pub parts: String,
    pub state: DuplicateState,
    pub found_at: Instant,
    pub decided_at: Option<Instant>,
    /// Who decided.
    pub person_id: Option<PersonId>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

owned! { FirstId: AccountId, Area::Accounts }
pairs_of! { AccountId, account }
