//! A step of a checklist.

use frame::{Ctx, Result};
use kernel::access::{Area, Role};
use kernel::{CompanyId, PersonId};
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;

use crate::rules::{StepKind, Whose};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "onboarding_template_step")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub template: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub position: i32,
    pub kind: StepKind,
    pub label_id: String,
    pub label_en: String,
    /// Working days after the beginning.
    pub days: i32,
    pub whose: Whose,
    pub role: Option<Role>,
    pub person_id: Option<PersonId>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

frame::owned! { Template: String, Area::Settings }

/// The steps of a checklist, in their order.
pub async fn of(ctx: &Ctx, template: &str) -> Result<Vec<Model>> {
    let steps = ctx.whole_company::<Entity>().filter(Column::Template.eq(template));
    Ok(steps.order_by_asc(Column::Position).all(ctx).await?)
}
