//! A client gets another person to look after it.

use frame::{Result, Tx};
use kernel::PersonId;
use kernel::access::{Act, Area};
use people::person;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, IntoActiveModel, QueryFilter};

use crate::account::{self, AccountId, Model};
use crate::open_account::{about, known_owner};

/// Hands an account over; both the old owner and the new one must be in reach.
pub async fn change_owner(tx: &Tx, id: AccountId, owner: Option<PersonId>) -> Result<Model> {
    let before = account::get_to(tx, Act::Edit, id).await?;
    match owner {
        Some(owner) => tx.permit(Act::Edit, Area::Accounts, owner).await?,
        None => tx.permit_company(Act::Edit, Area::Accounts)?,
    }
    known_owner(tx, owner).await?;
    if before.owner_id == owner {
        return Ok(before);
    }

    let mut row = before.clone().into_active_model();
    row.owner_id = Set(owner);
    row.updated_at = Set(tx.now);
    let after = tx.update(row).await?;

    let from = name_of(tx, before.owner_id).await?;
    let to = name_of(tx, owner).await?;
    tx.record(about(&after, "accounts.owner_changed").change("owner", from, to));
    // Whoever had it hears of it too: their phone takes it off.
    tx.record(
        about(&after, "accounts.handed_over")
            .owner(before.owner_id)
            .with("name", after.name.clone()),
    );
    Ok(after)
}

async fn name_of(tx: &Tx, person: Option<PersonId>) -> Result<Option<String>> {
    let Some(id) = person else { return Ok(None) };
    let person = tx.whole_company::<person::Entity>().filter(person::Column::Id.eq(id));
    Ok(person.one(&**tx).await?.map(|it| it.name))
}
