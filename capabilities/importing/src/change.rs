//! What an import did to one record, and what became of that when it was undone.

use frame::{Ctx, Result};
use kernel::access::Area;
use kernel::{CompanyId, labels};
use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect};

use crate::rules::draft::TargetKind;
use crate::rules::undoing::Image;
use crate::run::RunId;

labels! {
    pub enum ChangeAction {
        Created = "created",
        Updated = "updated",
    }
}

labels! {
    /// What became of a change when the import was undone.
    pub enum Undoing {
        /// It is as it was.
        Done = "done",
        /// Something else needs the record.
        Needed = "needed",
        /// Somebody has changed it since.
        ChangedSince = "changed-since",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "import_change")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub run_id: RunId,
    /// Counts up within the import; it is undone from the last.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i64,
    pub kind: TargetKind,
    pub record_id: Uuid,
    /// The record's name at that time.
    pub name: String,
    pub action: ChangeAction,
    /// The fields that changed, as JSON; empty for a record that is new.
    pub before: String,
    pub after: String,
    pub undoing: Option<Undoing>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

frame::owned! { RecordId: Uuid, Area::Imports }

/// The fields that a change names.
pub fn image(json: &str) -> Image {
    serde_json::from_str(json).unwrap_or_default()
}

/// The number of the last change of an import; 0 when there is none yet.
pub async fn last_number(ctx: &Ctx, run: RunId) -> Result<i64> {
    let changes = ctx.find::<Entity>().filter(Column::RunId.eq(run));
    let last = changes.order_by_desc(Column::Number).limit(1).one(ctx).await?;
    Ok(last.map_or(0, |it| it.number))
}

/// The days of a ledger that an import has kept.
pub async fn days(ctx: &Ctx, run: RunId) -> Result<Vec<String>> {
    let days = ctx.find::<Entity>().filter(Column::RunId.eq(run));
    let days = days.filter(Column::Kind.eq(TargetKind::LedgerDay)).all(ctx).await?;
    Ok(days.into_iter().map(|it| it.name).collect())
}
