//! Many accounts that somebody changed at once.

use kernel::access::Area;
use kernel::{CompanyId, Instant, PersonId, ids, labels};
use sea_orm::entity::prelude::*;

ids! {
    /// Many accounts changed at once.
    BulkChangeId,
}

labels! {
    /// What can be changed of many accounts at once. Who looks after them is handed over elsewhere,
    /// with all that goes along.
    pub enum BulkField {
        Status = "status",
        /// Empty takes it away.
        Tier = "tier",
        /// Empty takes it away.
        Industry = "industry",
        AddTag = "add_tag",
        RemoveTag = "remove_tag",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "bulk_change")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: BulkChangeId,
    /// Who changed them.
    pub owner_id: PersonId,
    pub field: BulkField,
    pub value: String,
    pub made_at: Instant,
    pub undone_at: Option<Instant>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

frame::owned! { BulkChangeId, Area::Accounts, OwnerId }
