//! What a merge of two contacts changed in one row.

use frame::{Ctx, Result, Tx, owned};
use kernel::CompanyId;
use kernel::access::Area;
use sea_orm::ActiveValue::Set;
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;

use crate::contact_merge::ContactMergeId;
use crate::merging::Remembered;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "contact_merge_row")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub merge_id: ContactMergeId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    pub table_name: String,
    /// The columns by which the row is found, as JSON.
    pub row_key: String,
    /// Each column that changed, before and after, as JSON; nothing for one that only moved.
    pub changes: String,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

owned! { MergeId: ContactMergeId, Area::Accounts }

/// Keeps what a merge did.
pub async fn keep(tx: &Tx, merge: ContactMergeId, rows: Vec<Remembered>) -> Result<()> {
    let mut kept = Vec::with_capacity(rows.len());
    for (number, row) in (0..).zip(rows) {
        kept.push(ActiveModel {
            company_id: Set(tx.actor.company),
            merge_id: Set(merge),
            number: Set(number),
            table_name: Set(row.table),
            row_key: Set(serde_json::to_string(&row.key)?),
            changes: Set(serde_json::to_string(&row.changes)?),
        });
    }
    tx.insert_all(kept).await
}

/// What a merge did, the last of it first.
pub async fn of(ctx: &Ctx, merge: ContactMergeId) -> Result<Vec<Remembered>> {
    let rows = ctx
        .whole_company::<Entity>()
        .filter(Column::MergeId.eq(merge))
        .order_by_desc(Column::Number)
        .all(ctx)
        .await?;
    let mut remembered = Vec::with_capacity(rows.len());
    for row in rows {
        remembered.push(Remembered {
            key: serde_json::from_str(&row.row_key)?,
            changes: serde_json::from_str(&row.changes)?,
            table: row.table_name,
        });
    }
    Ok(remembered)
}
