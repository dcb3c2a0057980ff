//! How much of a product was sold in a month, in one currency and country: a sum of lines.
//!
//! It is the company's, whoever bought: who may see only some clients asks the lines.

use catalogue::ProductId;
use kernel::access::Area;
use kernel::{CompanyId, Exact};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sales_product_month")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub product_id: ProductId,
    /// `2010-12`.
    #[sea_orm(primary_key, auto_increment = false)]
    pub month: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub currency: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub country: String,
    pub net: Exact,
    pub quantity: Exact,
    pub lines: i64,
    pub documents: i64,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

frame::owned! { ProductId: ProductId, Area::Transactions }
