//! What is known of a client changes.

use frame::{Error, Result, Tx};
use kernel::access::Act;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::SimpleExpr;
use sea_orm::{ColumnTrait, IntoActiveModel};

use crate::account::{self, AccountId, Model};
use crate::fields::AccountFields;
use crate::open_account::about;
use crate::rules::{AccountRefused, HIGHEST_TREE};

/// Changes an account; nothing is recorded when nothing changed.
pub async fn change_account(tx: &Tx, id: AccountId, fields: AccountFields) -> Result<Model> {
    let before = account::get_to(tx, Act::Edit, id).await?;
    let fields = fields.checked()?;
    if fields == AccountFields::of(&before) {
        return Ok(before);
    }
    known_parent(tx, id, fields.parent).await?;

    let mut row = before.clone().into_active_model();
    row.name_key = Set(frame::text::key(&fields.name));
    row.name = Set(fields.name);
    row.status = Set(fields.status);
    row.tier = Set(fields.tier);
    row.industry = Set(fields.industry);
    row.parent_id = Set(fields.parent);
    row.phone = Set(fields.phone);
    row.website = Set(fields.website);
    row.founded_year = Set(fields.founded_year);
    row.revenue_amount = Set(fields.revenue.as_ref().map(|it| it.amount));
    row.revenue_currency = Set(fields.revenue.map(|it| it.currency));
    row.employees = Set(fields.employees);
    row.updated_at = Set(tx.now);
    let after = tx.update(row).await?;

    tx.record(
        about(&after, "accounts.changed")
            .change("name", before.name.clone(), after.name.clone())
            .change("status", before.status.word(), after.status.word())
            .change("tier", before.tier.map(|it| it.word()), after.tier.map(|it| it.word()))
            .change("industry", before.industry.clone(), after.industry.clone())
            .change("parent_id", id_text(before.parent_id), id_text(after.parent_id))
            .change("phone", before.phone.clone(), after.phone.clone())
            .change("website", before.website.clone(), after.website.clone())
            .change("founded_year", before.founded_year, after.founded_year)
            .change("revenue", money_text(&before), money_text(&after))
            .change("employees", before.employees, after.employees),
    );
    Ok(after)
}

/// Says that something about the account changed: its place, its people, its addresses.
pub async fn touch(tx: &Tx, account: AccountId) -> Result<()> {
    let now = SimpleExpr::from(tx.now);
    let this = account::Column::Id.eq(account);
    let values = vec![(account::Column::UpdatedAt, now)];
    tx.update_where::<account::Entity, _>(account::Column::CompanyId, this, values).await?;
    Ok(())
}

/// A parent is an account that one may see, and stands not below its own child.
pub async fn known_parent(tx: &Tx, child: AccountId, parent: Option<AccountId>) -> Result<()> {
    let Some(parent) = parent else { return Ok(()) };
    let found = account::get(tx, parent).await;
    let mut above = match found {
        Ok(account) => account,
        Err(Error::NotFound) => return Err(Error::refused(AccountRefused::UnknownParent)),
        Err(error) => return Err(error),
    };
    for _ in 0..HIGHEST_TREE {
        if above.id == child {
            return Err(Error::refused(AccountRefused::BelowItself));
        }
        let Some(next) = above.parent_id else { return Ok(()) };
        above = account::whoever(tx, next).await?;
    }
    Err(Error::refused(AccountRefused::BelowItself))
}

fn id_text(id: Option<AccountId>) -> Option<String> {
    id.map(|it| it.to_string())
}

fn money_text(account: &Model) -> Option<String> {
    account.revenue().map(|it| it.to_string())
}
