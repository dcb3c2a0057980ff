//! One turn of a company's rules after the other.

use frame::{Result, Tx};
use kernel::CompanyId;
use kernel::access::Area;
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{ExprTrait, OnConflict};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "assignment_turn")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    /// How many there have been.
    pub taken: i64,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

frame::owned! { CompanyId: CompanyId, Area::Settings }

/// Takes the next turn: the row is held until the commit, and whoever comes meanwhile waits and
/// then sees what this one gave.
pub async fn take(tx: &Tx) -> Result<()> {
    let row = ActiveModel { company_id: Set(tx.actor.company), taken: Set(1) };
    let mut same = OnConflict::column(Column::CompanyId);
    same.value(Column::Taken, Expr::col((Entity, Column::Taken)).add(1));
    tx.put(row, same).await
}
