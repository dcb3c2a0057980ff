//! Somebody to whom a report goes out, and the last time for which it did.

use frame::{Ctx, Result, Whose};
use kernel::access::Area;
use kernel::{CompanyId, Instant, PersonId};
use sea_orm::entity::prelude::*;
use sea_orm::{Condition, QueryOrder};

use crate::kept_report::KeptId;
use crate::report_mail::is_theirs;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "report_mail_to")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub kept_id: KeptId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: PersonId,
    /// The moment for which it was sent last: never twice for one.
    pub sent_for: Option<Instant>,
    pub sent_at: Option<Instant>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl frame::Owned for Entity {
    type Id = KeptId;
    const AREA: Area = Area::Reports;

    fn id() -> Column {
        Column::KeptId
    }

    fn company() -> Column {
        Column::CompanyId
    }

    fn owned_by(whose: Whose) -> Condition {
        is_theirs(Column::CompanyId, Column::KeptId, whose)
    }
}

/// Everybody to whom it goes.
pub async fn of(ctx: &Ctx, kept: KeptId) -> Result<Vec<Model>> {
    let readers = ctx.whole_company::<Entity>().filter(Column::KeptId.eq(kept));
    Ok(readers.order_by_asc(Column::PersonId).all(ctx).await?)
}
