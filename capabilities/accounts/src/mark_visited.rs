//! A client remembers when somebody was last there.

use frame::{Result, Tx};
use kernel::Day;
use sea_orm::sea_query::SimpleExpr;
use sea_orm::{ColumnTrait, Condition};

use crate::account::{self, AccountId, Column};

/// Notes the day of a visit that was made; an earlier day than the one known changes nothing.
pub async fn mark_visited(tx: &Tx, account: AccountId, on: Day) -> Result<()> {
    let earlier =
        Condition::any().add(Column::LastVisitOn.is_null()).add(Column::LastVisitOn.lt(on));
    let this = Condition::all().add(Column::Id.eq(account)).add(earlier);
    let values = vec![
        (Column::LastVisitOn, SimpleExpr::from(on)),
        (Column::UpdatedAt, SimpleExpr::from(tx.now)),
    ];
    tx.update_where::<account::Entity, _>(Column::CompanyId, this, values).await?;
    Ok(())
}

/// Sets the day of the last visit to what is known now, when one that counted does not any more
/// or counts again.
pub async fn correct_last_visit(tx: &Tx, account: AccountId, on: Option<Day>) -> Result<()> {
    let this = Condition::all().add(Column::Id.eq(account));
    let values = vec![
        (Column::LastVisitOn, SimpleExpr::from(on)),
        (Column::UpdatedAt, SimpleExpr::from(tx.now)),
    ];
    tx.update_where::<account::Entity, _>(Column::CompanyId, this, values).await?;
    Ok(())
}
