//! What a prospect has in common with those that may be the same.

use kernel::CompanyId;
use kernel::access::Area;
use sea_orm::entity::prelude::*;

use crate::prospect::ProspectId;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "prospect_key")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub key: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub prospect_id: ProspectId,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

// Never shown: looked through by the rule that finds twins.
frame::owned! { ProspectId: ProspectId, Area::Prospects }
