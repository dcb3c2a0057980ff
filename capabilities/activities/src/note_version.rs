//! What a note said before it was written anew.

use frame::{Ctx, Result};
use kernel::access::Area;
use kernel::{CompanyId, Instant, PersonId, ids};
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;

use crate::note::NoteId;

ids! {
    /// An earlier wording.
    NoteVersionId,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "note_version")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: NoteVersionId,
    pub note_id: NoteId,
    /// Who wrote it anew.
    pub person_id: PersonId,
    pub text: String,
    pub outcome: Option<String>,
    /// Until when it said this.
    pub at: Instant,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

// Read only beside notes that were found in reach.
frame::owned! { NoteVersionId, Area::Accounts }

/// What a note that was loaded in reach said before, the latest first.
pub async fn of(ctx: &Ctx, note: NoteId) -> Result<Vec<Model>> {
    let versions = ctx.whole_company::<Entity>().filter(Column::NoteId.eq(note));
    Ok(versions.order_by_desc(Column::At).order_by_desc(Column::Id).all(ctx).await?)
}
