//! A look at the whole company for clients, and then for people there, that may be one; and how far
//! it came.

use frame::{Ctx, Result, owned};
use kernel::access::Area;
use kernel::{CompanyId, Instant, PersonId, ids, labels};
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;

ids! {
    /// A look at the whole company.
    ScanId,
}

labels! {
    /// Of what two may be one.
    pub enum TwinKind {
        Account = "account",
        Contact = "contact",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "duplicate_scan")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ScanId,
    pub person_id: Option<PersonId>,
    /// What is looked at now, and the last of their keys that was looked at.
    pub kind: TwinKind,
    pub after_key: String,
    /// How many keys several of them share, of both kinds, and how many of these were looked at.
    pub keys: i64,
    pub done: i64,
    /// Pairs that may be one.
    pub found: i64,
    pub started_at: Instant,
    pub finished_at: Option<Instant>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

owned! { ScanId, Area::Accounts }

/// The last look, finished or not.
pub async fn last(ctx: &Ctx) -> Result<Option<Model>> {
    let last = ctx.whole_company::<Entity>().order_by_desc(Column::StartedAt);
    Ok(last.order_by_desc(Column::Id).one(ctx).await?)
}
