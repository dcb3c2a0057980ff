//! Money that came from a client, or with a minus went back to them.

use accounts::{AccountId, account};
use frame::{Ctx, Result};
use kernel::access::Area;
use kernel::{CompanyId, Day, Exact, Instant, PersonId, ids};
use sea_orm::Condition;
use sea_orm::entity::prelude::*;

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
    pub allocations: Vec<crate::allocation::AllocationOut>,
    pub recorded_at: Instant,
}
