//! One account became part of another, and could become itself again.

use std::collections::HashMap;

use frame::{Ctx, Error, Result, owned};
use kernel::access::Area;
use kernel::{CompanyId, Instant, PersonId, ids};
use sea_orm::entity::prelude::*;
use sea_orm::{QueryFilter, QueryOrder};

use crate::account::{self, AccountId};
use crate::rules::HIGHEST_TREE;

ids! {
    /// That one account became part of another.
    MergeId,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "account_merge")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: MergeId,
    pub survivor_id: AccountId,
    pub merged_id: AccountId,
    pub person_id: Option<PersonId>,
    pub at: Instant,
    pub undone_at: Option<Instant>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

owned! { MergeId, Area::Accounts }

fn standing_merges(ctx: &Ctx) -> sea_orm::Select<Entity> {
    ctx.whole_company::<Entity>().filter(Column::UndoneAt.is_null())
}

/// What an account is part of now; none when it stands for itself.
pub async fn of_merged(ctx: &Ctx, account: AccountId) -> Result<Option<Model>> {
    Ok(standing_merges(ctx).filter(Column::MergedId.eq(account)).one(ctx).await?)
}

/// What became part of this account and still is, the latest first.
pub async fn into(ctx: &Ctx, survivor: AccountId) -> Result<Vec<Model>> {
    let merges = standing_merges(ctx)
        .filter(Column::SurvivorId.eq(survivor))
        .order_by_desc(Column::At)
        .order_by_desc(Column::Id);
    Ok(merges.all(ctx).await?)
}

/// Everything that became part of this account, and of those that did.
pub async fn whole(ctx: &Ctx, survivor: AccountId) -> Result<Vec<AccountId>> {
    let mut whole = vec![survivor];
    let mut looked = 0;
    while let Some(&next) = whole.get(looked) {
        looked += 1;
        let parts = into(ctx, next).await?.into_iter().map(|it| it.merged_id);
        let new: Vec<AccountId> = parts.filter(|it| !whole.contains(it)).collect();
        whole.extend(new);
    }
    Ok(whole)
}

/// The account that stands for this one now: itself, or what it became part of.
pub async fn standing(ctx: &Ctx, account: AccountId) -> Result<AccountId> {
    let mut at = account;
    for _ in 0..HIGHEST_TREE {
        match of_merged(ctx, at).await? {
            Some(merge) => at = merge.survivor_id,
            None => break,
        }
    }
    Ok(at)
}

/// The account that stands for this one now, in reach. A phone that was away names it as it was
/// when it left.
pub async fn get_standing(ctx: &Ctx, id: AccountId) -> Result<account::Model> {
    match account::get(ctx, id).await {
        Err(Error::NotFound) => {
            let now = standing(ctx, id).await?;
            if now == id { Err(Error::NotFound) } else { account::get(ctx, now).await }
        }
        found => found,
    }
}

/// For each of these accounts that is part of another, the one that stands for it.
pub async fn survivors(
    ctx: &Ctx,
    ids: impl IntoIterator<Item = AccountId>,
) -> Result<HashMap<AccountId, AccountId>> {
    let ids: Vec<AccountId> = ids.into_iter().collect();
    let merges = standing_merges(ctx).filter(Column::MergedId.is_in(ids)).all(ctx).await?;
    let mut survivors = HashMap::new();
    for merge in merges {
        survivors.insert(merge.merged_id, standing(ctx, merge.survivor_id).await?);
    }
    Ok(survivors)
}

/// For every account that is part of another, the one that stands for it.
pub async fn all_survivors(ctx: &Ctx) -> Result<HashMap<AccountId, AccountId>> {
    let merges = standing_merges(ctx).all(ctx).await?;
    let next: HashMap<AccountId, AccountId> =
        merges.iter().map(|it| (it.merged_id, it.survivor_id)).collect();
    let standing = |merged: AccountId| {
        let up = |at: &AccountId| next.get(at).copied();
        std::iter::successors(Some(merged), up).take(next.len() + 1).last().unwrap_or(merged)
    };
    Ok(next.keys().map(|&it| (it, standing(it))).collect())
}
