//! Money that came from a client, or with a minus went back to them.

use accounts::{AccountId, account};
use frame::{Ctx, Result};
use kernel::access::Area;
use kernel::{CompanyId, Day, Exact, Instant, PersonId, ids};
use sea_orm::Condition;
use sea_orm::entity::prelude::*;

use crate::allocation::{self, AllocationOut};
use crate::invoice::BOOKS;

ids! {
    /// Money that came or went back.
    PaymentId,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "payment")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PaymentId,
    pub account_id: AccountId,
    pub source: String,
    /// By which whoever recorded it knows it again; unique in its source.
    pub key: String,
    pub day: Day,
    pub currency: String,
    pub amount: Exact,
    pub method: Option<String>,
    pub note: Option<String>,
    pub person_id: Option<PersonId>,
    pub recorded_at: Instant,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl frame::Owned for Entity {
    type Id = PaymentId;
    const AREA: Area = Area::Transactions;

    fn id() -> Column {
        Column::Id
    }

    fn company() -> Column {
        Column::CompanyId
    }

    fn owned_by(whose: frame::Whose) -> Condition {
        account::is_theirs(Column::AccountId, whose)
    }
}

impl Model {
    pub fn money(&self, amount: Exact) -> String {
        amount.money(&self.currency)
    }
}

/// The payments of the company's own books with these keys, whichever way they came.
pub async fn all_in_books(ctx: &Ctx, keys: &[String]) -> Result<Vec<Model>> {
    let mut found = Vec::new();
    for some in keys.chunks(500) {
        let known = ctx.whole_company::<Entity>().filter(Column::Source.is_in(BOOKS));
        found.extend(known.filter(Column::Key.is_in(some)).all(ctx).await?);
    }
    Ok(found)
}

/// A payment as the API shows it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
pub struct PaymentOut {
    pub id: PaymentId,
    pub account_id: AccountId,
    pub key: String,
    pub day: Day,
    pub currency: String,
    pub amount: Exact,
    pub method: Option<String>,
    pub note: Option<String>,
    pub allocations: Vec<AllocationOut>,
    pub recorded_at: Instant,
}

impl PaymentOut {
    /// With what it settles.
    pub fn of(payment: Model, allocations: Vec<allocation::Model>) -> Self {
        Self {
            id: payment.id,
            account_id: payment.account_id,
            key: payment.key,
            day: payment.day,
            currency: payment.currency,
            amount: payment.amount,
            method: payment.method,
            note: payment.note,
            allocations: allocations.into_iter().map(Into::into).collect(),
            recorded_at: payment.recorded_at,
        }
    }
}
