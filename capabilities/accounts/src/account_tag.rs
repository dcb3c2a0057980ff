//! A word hangs on a client.

use std::collections::HashMap;

use frame::{Ctx, Result};
use kernel::CompanyId;
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Query, SelectStatement};

use crate::account::{AccountId, owned_through_account};
use crate::tag::{self, TagId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "account_tag")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: AccountId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub tag_id: TagId,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "tag::Entity",
        from = "(Column::CompanyId, Column::TagId)",
        to = "(tag::Column::CompanyId, tag::Column::Id)"
    )]
    Tag,
}

impl Related<tag::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Tag.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}

// A row has no id of its own; it is known by its account and its word together.
owned_through_account! { TagId, TagId }

/// What hangs on these accounts, which the caller has loaded in reach, by name.
pub async fn names(
    ctx: &Ctx,
    accounts: impl IntoIterator<Item = AccountId>,
) -> Result<HashMap<AccountId, Vec<String>>> {
    let accounts: Vec<AccountId> = accounts.into_iter().collect();
    let mut names: HashMap<AccountId, Vec<String>> = HashMap::new();
    if accounts.is_empty() {
        return Ok(names);
    }
    let rows = ctx
        .whole_company::<Entity>()
        .filter(Column::AccountId.is_in(accounts))
        .find_also_related(tag::Entity)
        .order_by_asc(tag::Column::NameKey);
    for (row, tag) in rows.all(ctx).await? {
        names.entry(row.account_id).or_default().extend(tag.map(|it| it.name));
    }
    Ok(names)
}

/// What hangs on one of them.
pub async fn of(ctx: &Ctx, account: AccountId) -> Result<Vec<String>> {
    Ok(names(ctx, [account]).await?.remove(&account).unwrap_or_default())
}

/// The accounts on which this word hangs, as a sub-query.
pub fn accounts_with(ctx: &Ctx, name: &str) -> SelectStatement {
    let word = Query::select()
        .column(tag::Column::Id)
        .from(tag::Entity)
        .and_where(tag::Column::CompanyId.eq(ctx.actor.company))
        .and_where(tag::Column::NameKey.eq(frame::text::key(name)))
        .to_owned();
    Query::select()
        .column(Column::AccountId)
        .from(Entity)
        .and_where(Column::CompanyId.eq(ctx.actor.company))
        .and_where(Column::TagId.in_subquery(word))
        .to_owned()
}
