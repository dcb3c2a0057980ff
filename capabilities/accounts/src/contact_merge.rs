//! One contact became part of another, and could become themselves again.

use std::collections::HashMap;

use frame::{Ctx, Error, Result, owned};
use kernel::access::Area;
use kernel::{CompanyId, Instant, PersonId, ids};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Query, SelectStatement};
use sea_orm::{QueryFilter, QueryOrder};

use crate::contact::{self, ContactId};
use crate::rules::HIGHEST_TREE;

ids! {
    /// That one contact became part of another.
    ContactMergeId,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "contact_merge")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ContactMergeId,
    pub survivor_id: ContactId,
    pub merged_id: ContactId,
    pub person_id: Option<PersonId>,
    pub at: Instant,
    pub undone_at: Option<Instant>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

owned! { ContactMergeId, Area::Accounts }

fn standing_merges(ctx: &Ctx) -> sea_orm::Select<Entity> {
    ctx.whole_company::<Entity>().filter(Column::UndoneAt.is_null())
}

/// What a contact is part of now; none when they stand for themselves.
pub async fn of_merged(ctx: &Ctx, contact: ContactId) -> Result<Option<Model>> {
    Ok(standing_merges(ctx).filter(Column::MergedId.eq(contact)).one(ctx).await?)
}

/// What became part of this contact and still is, the latest first.
pub async fn into(ctx: &Ctx, survivor: ContactId) -> Result<Vec<Model>> {
    let merges = standing_merges(ctx)
        .filter(Column::SurvivorId.eq(survivor))
        .order_by_desc(Column::At)
        .order_by_desc(Column::Id);
    Ok(merges.all(ctx).await?)
}

/// The contact who stands for this one now: themselves, or whom they became part of.
pub async fn standing(ctx: &Ctx, contact: ContactId) -> Result<ContactId> {
    let mut at = contact;
    for _ in 0..HIGHEST_TREE {
        match of_merged(ctx, at).await? {
            Some(merge) => at = merge.survivor_id,
            None => break,
        }
    }
    Ok(at)
}

/// The contact who stands for this one now, in reach.
pub async fn get_standing(ctx: &Ctx, id: ContactId) -> Result<contact::Model> {
    match contact::get(ctx, id).await {
        Err(Error::NotFound) => {
            let now = standing(ctx, id).await?;
            if now == id { Err(Error::NotFound) } else { contact::get(ctx, now).await }
        }
        found => found,
    }
}

/// The contacts who became part of others: those are not deleted.
pub fn part_of_others(ctx: &Ctx) -> SelectStatement {
    Query::select()
        .column(Column::MergedId)
        .from(Entity)
        .and_where(Column::CompanyId.eq(ctx.actor.company))
        .and_where(Column::UndoneAt.is_null())
        .to_owned()
}

/// Those who became part of each of these: whoever looks for what they were called finds them.
pub async fn former(
    ctx: &Ctx,
    survivors: impl IntoIterator<Item = ContactId>,
) -> Result<HashMap<ContactId, Vec<contact::Model>>> {
    let survivors: Vec<ContactId> = survivors.into_iter().collect();
    let merges = standing_merges(ctx).filter(Column::SurvivorId.is_in(survivors)).all(ctx).await?;
    if merges.is_empty() {
        return Ok(HashMap::new());
    }
    let people = ctx
        .whole_company::<contact::Entity>()
        .filter(contact::Column::Id.is_in(merges.iter().map(|it| it.merged_id)))
        .all(ctx)
        .await?;
    let mut former: HashMap<ContactId, Vec<contact::Model>> = HashMap::new();
    for merge in merges {
        let one = people.iter().find(|it| it.id == merge.merged_id);
        former.entry(merge.survivor_id).or_default().extend(one.cloned());
    }
    Ok(former)
}
