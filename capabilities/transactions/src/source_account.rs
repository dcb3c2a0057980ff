//! By which key another system knows a client.
//!
//! The house account of a source stands for whoever is not named there. It is marked, so that
//! lists and reports can leave it out.

use accounts::{AccountId, account, merge};
use frame::{Ctx, Result};
use kernel::CompanyId;
use kernel::access::Area;
use sea_orm::sea_query::{Query, SelectStatement};
use sea_orm::{Condition, entity::prelude::*};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "source_account")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub source: String,
    /// Empty for the house account.
    #[sea_orm(primary_key, auto_increment = false)]
    pub key: String,
    pub account_id: AccountId,
    pub house: bool,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl frame::Owned for Entity {
    type Id = AccountId;
    const AREA: Area = Area::Transactions;

    fn id() -> Column {
        Column::AccountId
    }

    fn company() -> Column {
        Column::CompanyId
    }

    fn owned_by(whose: frame::Whose) -> Condition {
        account::is_theirs(Column::AccountId, whose)
    }
}

/// The key of a house account.
pub const HOUSE: &str = "";

/// Every client that a source knows; one that became part of another is that other.
pub async fn of_source(ctx: &Ctx, source: &str) -> Result<Vec<Model>> {
    let known = ctx.whole_company::<Entity>().filter(Column::Source.eq(source));
    let mut known = known.all(ctx).await?;
    let survivors = merge::all_survivors(ctx).await?;
    for client in &mut known {
        if let Some(survivor) = survivors.get(&client.account_id) {
            client.account_id = *survivor;
        }
    }
    Ok(known)
}

/// Whether this client stands for those whom a source does not name.
pub async fn is_house(ctx: &Ctx, account: AccountId) -> Result<bool> {
    let house = ctx.whole_company::<Entity>().filter(Column::House.eq(true));
    Ok(house.filter(Column::AccountId.eq(account)).one(ctx).await?.is_some())
}

/// The house accounts, as a sub-query: for lists and reports that leave them out.
pub fn houses(company: CompanyId) -> SelectStatement {
    Query::select()
        .column(Column::AccountId)
        .from(Entity)
        .and_where(Column::CompanyId.eq(company))
        .and_where(Column::House.eq(true))
        .to_owned()
}
