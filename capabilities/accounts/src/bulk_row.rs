//! One of many accounts that were changed at once: what it was, and what it became.

use kernel::CompanyId;
use kernel::access::Area;
use sea_orm::Condition;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{ExprTrait, Query};

use crate::account::AccountId;
use crate::bulk_change::{self, BulkChangeId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "bulk_row")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub change_id: BulkChangeId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: AccountId,
    pub before: String,
    pub after: String,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl frame::Owned for Entity {
    type Id = AccountId;
    const AREA: Area = Area::Accounts;

    fn id() -> Column {
        Column::AccountId
    }

    fn company() -> Column {
        Column::CompanyId
    }

    /// Whoever made the change.
    fn owned_by(whose: frame::Whose) -> Condition {
        let theirs = Query::select()
            .expr(Expr::value(1))
            .from(bulk_change::Entity)
            .and_where(bulk_change::Column::CompanyId.into_expr().eq(Column::CompanyId.into_expr()))
            .and_where(bulk_change::Column::Id.into_expr().eq(Column::ChangeId.into_expr()))
            .cond_where(bulk_change::Entity::owned_by(whose))
            .to_owned();
        Condition::all().add(Expr::exists(theirs))
    }
}
