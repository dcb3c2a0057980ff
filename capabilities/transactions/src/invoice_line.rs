//! One line of a document.

use catalogue::ProductId;
use kernel::{CompanyId, Exact};
use sea_orm::entity::prelude::*;

use crate::invoice::{InvoiceId, owned_through_invoice};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "invoice_line")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub invoice_id: InvoiceId,
    /// From 1, as it stands in the document.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    pub product_id: Option<ProductId>,
    /// What the document called it.
    pub text: String,
    pub quantity: Exact,
    /// Of one, before the discount.
    pub price: Exact,
    /// What was taken off; below zero on a line that is.
    pub discount: Exact,
    /// Quantity times price, less the discount, as the document rounds it.
    pub net: Exact,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

owned_through_invoice! { InvoiceId }

/// A line as the API shows it.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
#[schema(as = InvoiceLineOut)]
pub struct LineOut {
    pub number: i32,
    pub product_id: Option<ProductId>,
    pub text: String,
    pub quantity: Exact,
    /// Of one, before the discount.
    pub price: Exact,
    /// What was taken off; below zero on a line that is.
    pub discount: Exact,
    pub net: Exact,
}

impl From<Model> for LineOut {
    fn from(line: Model) -> Self {
        Self {
            number: line.number,
            product_id: line.product_id,
            text: line.text,
            quantity: line.quantity,
            price: line.price,
            discount: line.discount,
            net: line.net,
        }
    }
}
