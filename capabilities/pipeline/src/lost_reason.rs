//! Why deals are lost, as the company says it.

use frame::{Ctx, Result};
use kernel::access::Area;
use kernel::{CompanyId, Instant, Lang};
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "lost_reason")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    /// Never changes: deals name it.
    #[sea_orm(primary_key, auto_increment = false)]
    pub code: String,
    pub label_id: String,
    pub label_en: String,
    /// It explains nothing by itself.
    pub asks_note: bool,
    pub position: i32,
    /// Offered no more since then.
    pub hidden_at: Option<Instant>,
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

/// Every reason that the company ever had, in its order.
pub async fn all(ctx: &Ctx) -> Result<Vec<Model>> {
    let reasons = ctx.whole_company::<Entity>();
    Ok(reasons.order_by_asc(Column::Position).order_by_asc(Column::Code).all(ctx).await?)
}
