//! An import: when it was, how far it came, and whether it was taken back.

use frame::{Ctx, Result};
use kernel::access::Area;
use kernel::{CompanyId, Instant, PersonId, ids, labels};
use sea_orm::entity::prelude::*;

use crate::summary::Summary;

ids! {
    /// An import.
    RunId,
}

labels! {
    /// How far an import has come.
    pub enum RunState {
        /// Its files are here; nobody has said yet that they shall become records.
        Draft = "draft",
        Running = "running",
        /// Another one began before it was through.
        Interrupted = "interrupted",
        /// Somebody stopped it; what it wrote until then stays.
        Cancelled = "cancelled",
        Finished = "finished",
        Undoing = "undoing",
        Undone = "undone",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "import_run")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RunId,
    /// Whoever asked for it; nobody when it was the shell.
    pub person_id: Option<PersonId>,
    pub preset: String,
    pub state: RunState,
    /// [`Summary`] as JSON.
    pub summary: String,
    /// How many records it writes, and how many it has written.
    pub steps: i64,
    pub done: i64,
    pub started_at: Instant,
    pub finished_at: Option<Instant>,
    pub undone_at: Option<Instant>,
    /// When somebody last worked on it before it ran.
    pub touched_at: Option<Instant>,
    /// The ledger whose days it brings; none for records of other kinds.
    pub ledger: Option<String>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

frame::owned! { RunId, Area::Imports }

impl Model {
    pub fn summary(&self) -> Summary {
        serde_json::from_str(&self.summary).unwrap_or_default()
    }
}

/// One import, or [`frame::Error::NotFound`].
pub async fn get(ctx: &Ctx, id: RunId) -> Result<Model> {
    ctx.get::<Entity>(id).await
}
