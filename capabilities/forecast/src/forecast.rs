//! What somebody said of a period at a moment.

use frame::{Ctx, Error, Result};
use kernel::access::Area;
use kernel::{CompanyId, Day, Instant, PersonId, ids};
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;

use crate::rules::Period;
use crate::rules::deciding::{ForecastState, Scope};

ids! {
    /// Something that was said of a period.
    ForecastId,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "forecast")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ForecastId,
    pub person_id: PersonId,
    pub scope: Scope,
    /// As [`Period`] is written.
    pub period: String,
    pub state: ForecastState,
    /// The Monday of the week in which it was said.
    pub week: Day,
    pub comment: Option<String>,
    pub taken_at: Instant,
    pub decided_by: Option<PersonId>,
    pub decided_at: Option<Instant>,
    /// Why it went back.
    pub why: Option<String>,
    pub version: i64,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

frame::owned! { ForecastId, Area::Forecast, PersonId }

impl Model {
    pub fn period(&self) -> Result<Period> {
        self.period.parse().map_err(|it: crate::rules::period::NoPeriod| Error::internal(it))
    }
}

/// What was said of this period by these people, the newest first: not what was kept by itself.
pub async fn said(ctx: &Ctx, period: Period) -> Result<Vec<Model>> {
    let rows = ctx
        .find::<Entity>()
        .filter(Column::Period.eq(period.to_string()))
        .filter(Column::State.ne(ForecastState::Kept));
    Ok(rows.order_by_desc(Column::TakenAt).order_by_desc(Column::Id).all(ctx).await?)
}

/// What one person said last of a period, for rules.
pub async fn last_said(
    ctx: &Ctx,
    person: PersonId,
    scope: Scope,
    period: Period,
) -> Result<Option<Model>> {
    let rows = ctx
        .whole_company::<Entity>()
        .filter(Column::PersonId.eq(person))
        .filter(Column::Scope.eq(scope))
        .filter(Column::Period.eq(period.to_string()))
        .filter(Column::State.ne(ForecastState::Kept));
    Ok(rows.order_by_desc(Column::TakenAt).order_by_desc(Column::Id).one(ctx).await?)
}
