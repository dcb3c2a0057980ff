//! One thing that was added with the lists of an industry.

use frame::{Ctx, Result};
use kernel::access::Area;
use kernel::{CompanyId, Instant, Lang};
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;

use crate::rules::ItemKind;
use crate::starter_use::StarterUseId;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "starter_item")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub use_id: StarterUseId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    pub kind: ItemKind,
    /// By which its own table knows it: a code, an id, or a name.
    pub item: String,
    pub label_id: String,
    pub label_en: String,
    /// Taken back since then.
    pub removed_at: Option<Instant>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

frame::owned! { Number: i32, Area::Settings }

impl Model {
    pub fn label(&self, lang: Lang) -> &str {
        match lang {
            Lang::Id => &self.label_id,
            Lang::En => &self.label_en,
        }
    }
}

/// Those of one use, in the order in which they were added.
pub async fn of(ctx: &Ctx, of: StarterUseId) -> Result<Vec<Model>> {
    let items = ctx.find::<Entity>().filter(Column::UseId.eq(of));
    Ok(items.order_by_asc(Column::Number).all(ctx).await?)
}
