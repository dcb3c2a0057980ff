//! By which key another system knows a product.

use catalogue::ProductId;
use frame::{Ctx, Result};
use kernel::CompanyId;
use kernel::access::Area;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "source_product")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub source: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub key: String,
    pub product_id: ProductId,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

frame::owned! { ProductId: ProductId, Area::Catalogue }

/// Every product that a source knows.
pub async fn of_source(ctx: &Ctx, source: &str) -> Result<Vec<Model>> {
    Ok(ctx.whole_company::<Entity>().filter(Column::Source.eq(source)).all(ctx).await?)
}
