//! One task of a template.

use kernel::CompanyId;
use kernel::access::Area;
use sea_orm::entity::prelude::*;

use crate::rules::steps::Counted;
use crate::task_template::TemplateId;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "task_template_step")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub template_id: TemplateId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub position: i32,
    pub text: String,
    /// After the first day.
    pub days: i32,
    pub counted: Counted,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

frame::owned! { TemplateId: TemplateId, Area::Accounts }
