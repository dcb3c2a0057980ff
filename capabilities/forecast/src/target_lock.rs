//! A month whose forecast was approved: its target stays until somebody opens it, and says why.

use std::collections::BTreeSet;

use frame::{Ctx, Result, Tx};
use kernel::access::Area;
use kernel::{CompanyId, Instant};
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{ExprTrait, OnConflict};

use crate::rules::Period;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "target_lock")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub holder_id: Uuid,
    /// `2026-03`.
    #[sea_orm(primary_key, auto_increment = false)]
    pub month: String,
    pub at: Instant,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

frame::owned! { HolderId: Uuid, Area::Forecast }

/// The locked months of a period, with whose they are.
pub async fn of(ctx: &Ctx, period: Period) -> Result<BTreeSet<(Uuid, String)>> {
    let months = period.months().into_iter().map(|it| it.to_string());
    let rows = ctx.whole_company::<Entity>().filter(Column::Month.is_in(months)).all(ctx).await?;
    Ok(rows.into_iter().map(|it| (it.holder_id, it.month)).collect())
}

/// Locks the months of a period.
pub async fn lock(tx: &Tx, holder: Uuid, period: Period) -> Result<()> {
    let rows = period.months().into_iter().map(|month| ActiveModel {
        company_id: Set(tx.actor.company),
        holder_id: Set(holder),
        month: Set(month.to_string()),
        at: Set(tx.now),
    });
    let key = [Column::CompanyId, Column::HolderId, Column::Month];
    tx.put_all(rows.collect(), OnConflict::columns(key).do_nothing().to_owned()).await
}

/// Opens them; answers how many were locked.
pub async fn unlock(tx: &Tx, holder: Uuid, period: Period) -> Result<u64> {
    let months = period.months().into_iter().map(|it| it.to_string());
    let these = Column::HolderId.eq(holder).and(Column::Month.is_in(months));
    tx.delete_where::<Entity, _>(Column::CompanyId, these).await
}
