//! A client is deleted, and may be taken back.

use frame::{Error, Result, Tx};
use kernel::access::{Act, Area};
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;

use crate::account::{self, AccountId, Model};
use crate::open_account::about;
use crate::rules::{AccountRefused, DAYS_TO_RESTORE};

/// Deletes an account: nobody finds it any more, and it can be taken back for a while.
pub async fn hide_account(tx: &Tx, id: AccountId) -> Result<Model> {
    let account = account::get_to(tx, Act::Edit, id).await?;

    let mut row = account.into_active_model();
    row.hidden_at = Set(Some(tx.now));
    row.updated_at = Set(tx.now);
    let account = tx.update(row).await?;

    tx.record(about(&account, "accounts.hidden").with("name", account.name.clone()));
    Ok(account)
}

/// Takes a deleted account back.
pub async fn restore_account(tx: &Tx, id: AccountId) -> Result<Model> {
    let account = tx.get::<account::Entity>(id).await?;
    match account.owner_id {
        Some(owner) => tx.permit(Act::Edit, Area::Accounts, owner).await?,
        None => tx.permit_company(Act::Edit, Area::Accounts)?,
    }
    let Some(hidden_at) = account.hidden_at else { return Ok(account) };
    if hidden_at.plus_days(DAYS_TO_RESTORE) < tx.now {
        return Err(Error::refused(AccountRefused::TooLate));
    }

    let mut row = account.into_active_model();
    row.hidden_at = Set(None);
    row.updated_at = Set(tx.now);
    let account = tx.update(row).await?;

    tx.record(about(&account, "accounts.restored").with("name", account.name.clone()));
    Ok(account)
}
