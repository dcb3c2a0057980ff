//! What arrived together: one day of another system.

use frame::{Ctx, Result};
use kernel::access::Area;
use kernel::{CompanyId, Exact, Instant, ids};
use sea_orm::entity::prelude::*;

ids! {
    /// What arrived together.
    BatchId,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "ledger_batch")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: BatchId,
    pub source: String,
    /// `2010-12-01`; unique in its source.
    pub name: String,
    /// Of its file, by which the same content is known again.
    pub sha256: String,
    pub documents: i64,
    pub lines: i64,
    pub net: Exact,
    pub currency: String,
    pub recorded_at: Instant,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

frame::owned! { BatchId, Area::Transactions }

/// Everything that arrived from a source.
pub async fn of_source(ctx: &Ctx, source: &str) -> Result<Vec<Model>> {
    Ok(ctx.whole_company::<Entity>().filter(Column::Source.eq(source)).all(ctx).await?)
}
