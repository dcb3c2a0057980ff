//! Something that the company sells.

use frame::Ctx;
use kernel::access::Area;
use kernel::money::Money;
use kernel::{CompanyId, Instant, ids};
use sea_orm::Select;
use sea_orm::entity::prelude::*;

ids! {
    /// Something that the company sells.
    ProductId,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "product")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ProductId,
    pub name: String,
    pub series: Option<String>,
    pub price_amount: i64,
    pub price_currency: String,
    pub created_at: Instant,
    pub hidden_at: Option<Instant>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

frame::owned! { ProductId, Area::Catalogue }

impl Model {
    pub fn price(&self) -> Money {
        Money::new(self.price_amount, self.price_currency.clone())
    }
}

/// What is on offer.
pub fn shown(ctx: &Ctx) -> Select<Entity> {
    ctx.find::<Entity>().filter(Column::HiddenAt.is_null())
}

/// A product as the API shows it.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
pub struct ProductOut {
    pub id: ProductId,
    pub name: String,
    pub series: Option<String>,
    pub price: Money,
}

impl From<Model> for ProductOut {
    fn from(product: Model) -> Self {
        Self { price: product.price(), id: product.id, name: product.name, series: product.series }
    }
}
