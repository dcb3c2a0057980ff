//! How much of a payment settles which document.

use std::collections::HashMap;

use frame::{Ctx, Result};
use kernel::{CompanyId, Exact};
use sea_orm::QueryOrder;
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

/// What these payments settle, as far as the actor may view it.
pub async fn of_payments(
    ctx: &Ctx,
    payments: impl IntoIterator<Item = PaymentId>,
) -> Result<HashMap<PaymentId, Vec<Model>>> {
    let found = ctx.find::<Entity>().filter(Column::PaymentId.is_in(payments));
    let found = found.order_by_asc(Column::PaymentId).order_by_asc(Column::InvoiceId);
    let mut of: HashMap<PaymentId, Vec<Model>> = HashMap::new();
    for it in found.all(ctx).await? {
        of.entry(it.payment_id).or_default().push(it);
    }
    Ok(of)
}

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
