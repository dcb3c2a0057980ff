//! Which facts came with which photo.

use kernel::access::Area;
use kernel::{CompanyId, FactId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "fact_photo")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub sha256: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub fact_id: FactId,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "super::fact::Entity",
        from = "(Column::CompanyId, Column::FactId)",
        to = "(super::fact::Column::CompanyId, super::fact::Column::Id)"
    )]
    Fact,
}

impl Related<super::fact::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Fact.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}

frame::owned! { Sha256: String, Area::Attendance }
