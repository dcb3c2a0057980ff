//! Somebody was written down by mistake.

use std::collections::BTreeSet;

use frame::{Result, Tx, line};
use kernel::PersonId;
use kernel::access::{Act, Area};
use sea_orm::{ColumnTrait, Condition};

use crate::{person, sign_in_name};

/// Takes people away for good, as if they had never been written down. The database refuses while
/// anything else speaks of one of them: whoever has worked here leaves instead.
pub async fn unhire(tx: &Tx, people: &BTreeSet<PersonId>) -> Result<()> {
    tx.permit_company(Act::Edit, Area::People)?;

    let ids = || people.iter().copied();
    let drawn = Condition::any()
        .add(line::Column::ManagerId.is_in(ids()))
        .add(line::Column::PersonId.is_in(ids()));
    tx.delete_where::<line::Entity, _>(line::Column::CompanyId, drawn).await?;
    let names = sign_in_name::Column::PersonId.is_in(ids());
    tx.delete_where::<sign_in_name::Entity, _>(sign_in_name::Column::CompanyId, names).await?;
    let rows = person::Column::Id.is_in(ids());
    tx.delete_where::<person::Entity, _>(person::Column::CompanyId, rows).await?;
    Ok(())
}
