//! What the next one must know of a client that passed to them.

use std::collections::HashSet;

use accounts::{AccountId, account};
use frame::{Ctx, Error, Result};
use kernel::access::Area;
use kernel::money::Money;
use kernel::{CompanyId, Day, Instant, PersonId, ids};
use sea_orm::QueryFilter;
use sea_orm::entity::prelude::*;

use crate::book_move::BookMoveId;

ids! {
    /// What the next one must know of a client.
    PackId,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "handover_pack")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PackId,
    pub move_id: Option<BookMoveId>,
    pub account_id: AccountId,
    pub from_id: Option<PersonId>,
    pub to_id: PersonId,
    /// In the words of whoever had it.
    pub note: Option<String>,
    /// In the words of those who moved it, or answer for whoever has it now.
    pub side_note: Option<String>,
    pub moved_on: Day,
    pub moved_at: Instant,
    /// What it brought in the twelve months before, by currency: a list of [`Money`] as JSON.
    pub baseline: String,
    /// Until then its figures are not held against whoever got it.
    pub grace_until: Day,
    pub acknowledged_at: Option<Instant>,
    /// Taken back with the move.
    pub withdrawn_at: Option<Instant>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

frame::owned! { PackId, Area::Accounts, ToId }

impl Model {
    pub fn baseline(&self) -> Vec<Money> {
        serde_json::from_str(&self.baseline).unwrap_or_default()
    }

    /// The actor had the client before: they see the pack's name and what they are asked, and write
    /// down what the next one must know.
    pub fn was_of(&self, ctx: &Ctx) -> bool {
        self.from_id.is_some() && self.from_id == ctx.actor.somebody()
    }

    /// What the actor may read of it. Whoever does not see the client reads neither what it brought
    /// nor what others wrote.
    pub fn readable(mut self, ctx: &Ctx, sees_client: bool) -> Self {
        if sees_client {
            return self;
        }
        "[]".clone_into(&mut self.baseline);
        self.side_note = None;
        if !self.was_of(ctx) {
            self.note = None;
        }
        self
    }
}

/// Of these clients, those that the actor sees.
pub async fn seen(
    ctx: &Ctx,
    accounts: impl IntoIterator<Item = AccountId>,
) -> Result<HashSet<AccountId>> {
    let ids: Vec<AccountId> = accounts.into_iter().collect();
    if ids.is_empty() {
        return Ok(HashSet::new());
    }
    let seen = account::shown(ctx).filter(account::Column::Id.is_in(ids));
    Ok(seen.all(ctx).await?.into_iter().map(|it| it.id).collect())
}

/// One that the actor got, answers for, or gave.
pub async fn get(ctx: &Ctx, id: PackId) -> Result<Model> {
    if let Some(pack) = ctx.find::<Entity>().filter(Column::Id.eq(id)).one(ctx).await? {
        return Ok(pack);
    }
    let given = ctx.whole_company::<Entity>().filter(Column::Id.eq(id)).one(ctx).await?;
    given.filter(|it| it.was_of(ctx)).ok_or(Error::NotFound)
}
