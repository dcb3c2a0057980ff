//! How much of a payment settles which document.

use kernel::{CompanyId, Exact};
use sea_orm::entity::prelude::*;

use crate::invoice::{InvoiceId, owned_through_invoice};
use crate::payment::PaymentId;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "allocation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub payment_id: PaymentId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub invoice_id: InvoiceId,
    pub amount: Exact,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

owned_through_invoice! { InvoiceId }

/// An allocation as the API shows it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
pub struct AllocationOut {
    pub invoice_id: InvoiceId,
    pub amount: Exact,
}

impl From<Model> for AllocationOut {
    fn from(allocation: Model) -> Self {
        Self { invoice_id: allocation.invoice_id, amount: allocation.amount }
    }
}
