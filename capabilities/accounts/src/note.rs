//! Something about a client that is worth keeping.

use kernel::access::Area;
use kernel::{CompanyId, Instant, PersonId, ids};
use sea_orm::Condition;
use sea_orm::entity::prelude::*;

use crate::account::{self, AccountId};

ids! {
    /// A note about a client.
    NoteId,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "note")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: NoteId,
    /// Who wrote it.
    pub owner_id: PersonId,
    pub account_id: AccountId,
    /// The visit during which it was written.
    pub visit_id: Option<Uuid>,
    pub text: String,
    pub at: Instant,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl frame::Owned for Entity {
    type Id = NoteId;
    const AREA: Area = Area::Accounts;

    fn id() -> Column {
        Column::Id
    }

    fn company() -> Column {
        Column::CompanyId
    }

    /// Whoever wrote it, and whoever looks after the client.
    fn owned_by(whose: frame::Whose) -> Condition {
        Condition::any().add(whose.holds(Column::OwnerId)).add(account::is_theirs(
            Column::CompanyId,
            Column::AccountId,
            whose,
        ))
    }
}

/// A note as the API shows it.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
pub struct NoteOut {
    pub id: NoteId,
    pub account_id: AccountId,
    pub visit_id: Option<Uuid>,
    pub author_id: PersonId,
    pub text: String,
    pub at: Instant,
}

impl From<Model> for NoteOut {
    fn from(note: Model) -> Self {
        Self {
            id: note.id,
            account_id: note.account_id,
            visit_id: note.visit_id,
            author_id: note.owner_id,
            text: note.text,
            at: note.at,
        }
    }
}
