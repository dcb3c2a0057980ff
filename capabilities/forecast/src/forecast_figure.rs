//! The figures of one person in something that was said, by currency.

use std::collections::BTreeMap;

use frame::{Ctx, Result};
use kernel::access::Area;
use kernel::{CompanyId, PersonId};
use sea_orm::ActiveValue::Set;
use sea_orm::Condition;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{ExprTrait, Query};

use crate::forecast::{self, ForecastId};
use crate::rules::Figures;
use crate::rules::figures::ByCurrency;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "forecast_figure")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub forecast_id: ForecastId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: PersonId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub currency: String,
    pub target: Option<i64>,
    pub won: i64,
    pub committed: i64,
    pub best_case: i64,
    pub pipeline: i64,
    /// Amounts times percent.
    pub weighted: i64,
    pub deals: i32,
    /// What the person says will come in the end.
    pub called: Option<i64>,
    /// What whoever answers for them makes of it.
    pub adjusted: Option<i64>,
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

/// The rows of another table whose forecast is theirs.
pub fn is_theirs(
    company: impl ColumnTrait,
    forecast: impl ColumnTrait,
    whose: frame::Whose,
) -> Condition {
    let theirs = Query::select()
        .expr(Expr::value(1))
        .from(forecast::Entity)
        .and_where(forecast::Column::CompanyId.into_expr().eq(company.into_expr()))
        .and_where(forecast::Column::Id.into_expr().eq(forecast.into_expr()))
        .cond_where(whose.holds(forecast::Column::PersonId))
        .to_owned();
    Condition::all().add(Expr::exists(theirs))
}

impl Model {
    pub fn figures(&self) -> Figures {
        Figures {
            target: self.target,
            won: self.won,
            commit: self.committed,
            best_case: self.best_case,
            pipeline: self.pipeline,
            weighted: i128::from(self.weighted),
            deals: self.deals,
            called: self.called,
            adjusted: self.adjusted,
        }
    }
}

/// The row of these figures.
pub fn row(
    company: CompanyId,
    forecast: ForecastId,
    person: PersonId,
    currency: &str,
    figures: &Figures,
) -> ActiveModel {
    ActiveModel {
        company_id: Set(company),
        forecast_id: Set(forecast),
        person_id: Set(person),
        currency: Set(currency.to_owned()),
        target: Set(figures.target),
        won: Set(figures.won),
        committed: Set(figures.commit),
        best_case: Set(figures.best_case),
        pipeline: Set(figures.pipeline),
        weighted: Set(i64::try_from(figures.weighted).unwrap_or(i64::MAX)),
        deals: Set(figures.deals),
        called: Set(figures.called),
        adjusted: Set(figures.adjusted),
    }
}

/// The figures of these forecasts, which the caller has loaded in reach.
pub async fn of(
    ctx: &Ctx,
    forecasts: impl IntoIterator<Item = ForecastId>,
) -> Result<BTreeMap<ForecastId, BTreeMap<PersonId, ByCurrency>>> {
    let ids: Vec<ForecastId> = forecasts.into_iter().collect();
    let mut of: BTreeMap<ForecastId, BTreeMap<PersonId, ByCurrency>> = BTreeMap::new();
    if ids.is_empty() {
        return Ok(of);
    }
    let rows = ctx.whole_company::<Entity>().filter(Column::ForecastId.is_in(ids));
    for row in rows.all(ctx).await? {
        let figures = row.figures();
        let people = of.entry(row.forecast_id).or_default();
        people.entry(row.person_id).or_default().insert(row.currency, figures);
    }
    Ok(of)
}
