//! Somebody who works on a client beside its owner.

use frame::{Ctx, Result, Whose};
use kernel::{CompanyId, Instant, PersonId, labels};
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Query, SelectStatement};

use crate::account::{AccountId, owned_through_account};

labels! {
    /// What somebody does for a client.
    pub enum MemberRole {
        /// Looks after it as its owner does.
        CoOwner = "co-owner",
        /// Knows the product.
        Specialist = "specialist",
        /// Keeps things going.
        Support = "support",
        /// Speaks with those who lead the client.
        Sponsor = "sponsor",
    }
}

labels! {
    /// What a share is a share of.
    pub enum ShareKind {
        /// What the client brings, which is counted once: the owner has what the others leave.
        Revenue = "revenue",
        /// The same once more, for those who helped.
        Overlay = "overlay",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "account_member")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: AccountId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: PersonId,
    pub role: MemberRole,
    pub kind: ShareKind,
    /// In hundredths of a percent.
    pub share: i32,
    pub created_at: Instant,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

// A row has no id of its own; it is known by its account and its person together.
owned_through_account! { PersonId, PersonId }

/// The accounts on whose teams these people are, as a sub-query.
pub fn accounts_of(whose: Whose) -> SelectStatement {
    Query::select()
        .column(Column::AccountId)
        .from(Entity)
        .and_where(Column::CompanyId.eq(whose.company()))
        .cond_where(whose.holds(Column::PersonId))
        .to_owned()
}

/// The team of an account that the caller has loaded in reach, in the order in which they came.
pub async fn of(ctx: &Ctx, account: AccountId) -> Result<Vec<Model>> {
    let team = ctx.whole_company::<Entity>().filter(Column::AccountId.eq(account));
    let team = team.order_by_asc(Column::CreatedAt).order_by_asc(Column::PersonId);
    Ok(team.all(ctx).await?)
}
