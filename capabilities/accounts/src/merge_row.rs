//! What a merge changed in one row.

use frame::follows::{Change, Key};
use frame::owned;
use kernel::CompanyId;
use kernel::access::Area;
use sea_orm::entity::prelude::*;

use crate::merge::MergeId;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "account_merge_row")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub merge_id: MergeId,
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

owned! { MergeId: MergeId, Area::Accounts }

impl Model {
    pub fn key(&self) -> Result<Key, serde_json::Error> {
        serde_json::from_str(&self.row_key)
    }

    pub fn changes(&self) -> Result<Vec<Change>, serde_json::Error> {
        serde_json::from_str(&self.changes)
    }
}
