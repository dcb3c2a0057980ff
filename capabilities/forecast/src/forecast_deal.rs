//! A deal behind something that was said, as it was then.

use frame::{Ctx, Result};
use kernel::access::Area;
use kernel::money::Money;
use kernel::{CompanyId, Day, PersonId};
use pipeline::{ForecastCategory, OpportunityId};
use sea_orm::entity::prelude::*;
use sea_orm::{Condition, QueryOrder};

use crate::forecast::ForecastId;
use crate::forecast_figure::is_theirs;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "forecast_deal")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub forecast_id: ForecastId,
    /// It may be gone by now.
    #[sea_orm(primary_key, auto_increment = false)]
    pub opportunity_id: OpportunityId,
    pub person_id: PersonId,
    pub name: String,
    pub client: String,
    /// What its stage was called, in the language of whoever said it.
    pub stage: String,
    pub category: ForecastCategory,
    pub probability: i32,
    pub amount: Option<i64>,
    pub currency: String,
    pub close_on: Day,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl frame::Owned for Entity {
    type Id = ForecastId;
    const AREA: Area = Area::Forecast;

    fn id() -> Column {
        Column::ForecastId
    }

    fn company() -> Column {
        Column::CompanyId
    }

    fn owned_by(whose: frame::Whose) -> Condition {
        is_theirs(Column::CompanyId, Column::ForecastId, whose)
    }
}

impl Model {
    pub fn value(&self) -> Option<Money> {
        Some(Money::new(self.amount?, self.currency.clone()))
    }
}

/// The deals behind a forecast that the caller has loaded in reach, those that count most first.
pub async fn of(ctx: &Ctx, forecast: ForecastId) -> Result<Vec<Model>> {
    let rows = ctx.whole_company::<Entity>().filter(Column::ForecastId.eq(forecast));
    let mut rows = rows.order_by_asc(Column::OpportunityId).all(ctx).await?;
    rows.sort_by_key(|it| (order(it.category), std::cmp::Reverse(it.amount)));
    Ok(rows)
}

/// The surest first.
pub fn order(category: ForecastCategory) -> u8 {
    match category {
        ForecastCategory::Closed => 0,
        ForecastCategory::Commit => 1,
        ForecastCategory::BestCase => 2,
        ForecastCategory::Pipeline => 3,
        ForecastCategory::Omitted => 4,
    }
}
