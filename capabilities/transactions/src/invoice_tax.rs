//! A tax of a document, as the document states it.

use kernel::{CompanyId, Exact};
use sea_orm::entity::prelude::*;

use crate::invoice::{InvoiceId, owned_through_invoice};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "invoice_tax")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub invoice_id: InvoiceId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    /// `PPN`.
    pub name: String,
    /// In percent.
    pub rate: Exact,
    /// What it is taken of.
    pub base: Exact,
    pub amount: Exact,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

owned_through_invoice! { InvoiceId }

/// A tax as the API shows it.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
pub struct TaxOut {
    pub name: String,
    /// In percent.
    pub rate: Exact,
    pub base: Exact,
    pub amount: Exact,
}

impl From<Model> for TaxOut {
    fn from(tax: Model) -> Self {
        Self { name: tax.name, rate: tax.rate, base: tax.base, amount: tax.amount }
    }
}
