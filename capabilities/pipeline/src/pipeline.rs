//! A way that deals go, from the first talk to an end: new business, a renewal, more of the same.

use frame::{Ctx, Result};
use kernel::access::Area;
use kernel::{CompanyId, Instant, Lang};
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;

/// Where deals go unless somebody says otherwise, those of an import among them.
pub const NEW_BUSINESS: &str = "new_business";

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "pipeline")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    /// Never changes: facts name it.
    #[sea_orm(primary_key, auto_increment = false)]
    pub code: String,
    pub label_id: String,
    pub label_en: String,
    pub position: i32,
    /// Takes no new deals since then; those in it go on.
    pub retired_at: Option<Instant>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

frame::owned! { Code: String, Area::Settings }

impl Model {
    pub fn label(&self, lang: Lang) -> &str {
        match lang {
            Lang::Id => &self.label_id,
            Lang::En => &self.label_en,
        }
    }
}

/// Every pipeline that the company ever had, in its order.
pub async fn all(ctx: &Ctx) -> Result<Vec<Model>> {
    let pipelines = ctx.whole_company::<Entity>();
    Ok(pipelines.order_by_asc(Column::Position).order_by_asc(Column::Code).all(ctx).await?)
}
