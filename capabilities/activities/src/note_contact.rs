//! Somebody at the client with whom something happened.

use std::collections::HashMap;

use accounts::{ContactId, contact};
use frame::{Ctx, Result};
use kernel::CompanyId;
use kernel::access::Area;
use sea_orm::entity::prelude::*;

use crate::note::NoteId;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "note_contact")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub note_id: NoteId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub contact_id: ContactId,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

// Read only beside notes that were found in reach.
frame::owned! { NoteId: NoteId, Area::Accounts }

/// With whom each of these was, without those who were deleted since; the notes were loaded in
/// reach.
pub async fn of(
    ctx: &Ctx,
    notes: impl IntoIterator<Item = NoteId>,
) -> Result<HashMap<NoteId, Vec<(ContactId, String)>>> {
    let rows = ctx.whole_company::<Entity>().filter(Column::NoteId.is_in(notes)).all(ctx).await?;
    let people = ctx
        .whole_company::<contact::Entity>()
        .filter(contact::Column::Id.is_in(rows.iter().map(|it| it.contact_id)))
        .filter(contact::Column::HiddenAt.is_null())
        .all(ctx)
        .await?;
    let names: HashMap<_, _> = people.into_iter().map(|it| (it.id, it.name)).collect();
    let mut of: HashMap<NoteId, Vec<(ContactId, String)>> = HashMap::new();
    for row in rows {
        if let Some(name) = names.get(&row.contact_id) {
            of.entry(row.note_id).or_default().push((row.contact_id, name.clone()));
        }
    }
    for people in of.values_mut() {
        people.sort_by(|a, b| a.1.cmp(&b.1));
    }
    Ok(of)
}
