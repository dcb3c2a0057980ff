//! A colleague is named in what somebody wrote about a client.

use std::collections::HashMap;

use frame::{Ctx, Result};
use kernel::access::Area;
use kernel::{CompanyId, Instant, PersonId};
use sea_orm::entity::prelude::*;

use crate::note::NoteId;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "mention")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub note_id: NoteId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: PersonId,
    pub at: Instant,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

// Read only beside notes that were found in reach.
frame::owned! { NoteId: NoteId, Area::Accounts }

/// Who is named in each of these; the notes were loaded in reach.
pub async fn of(
    ctx: &Ctx,
    notes: impl IntoIterator<Item = NoteId>,
) -> Result<HashMap<NoteId, Vec<PersonId>>> {
    let rows = ctx.whole_company::<Entity>().filter(Column::NoteId.is_in(notes)).all(ctx).await?;
    let mut of: HashMap<NoteId, Vec<PersonId>> = HashMap::new();
    for row in rows {
        of.entry(row.note_id).or_default().push(row.person_id);
    }
    Ok(of)
}
