//! Two contacts who may be one, and what somebody said about that.

use frame::owned;
use kernel::access::Area;
use kernel::{CompanyId, Instant, PersonId};
use sea_orm::QueryTrait;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::ExprTrait;

use crate::contact::{self, ContactId};
use crate::duplicate::DuplicateState;
use crate::pairs::pairs_of;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "contact_duplicate")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    /// The lesser of the two.
    #[sea_orm(primary_key, auto_increment = false)]
    pub first_id: ContactId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub second_id: ContactId,
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

owned! { FirstId: ContactId, Area::Accounts }
pairs_of! { ContactId, contact }
