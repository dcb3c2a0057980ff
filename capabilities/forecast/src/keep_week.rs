//! Each week the figures are kept by themselves, and whoever has said nothing is reminded.

use frame::jobs::{Every, Running};
use frame::{Result, Tx, notices};
use kernel::PersonId;
use sea_orm::{ColumnTrait, QueryFilter};

use crate::forecast::{self, last_said};
use crate::rules::Period;
use crate::rules::deciding::{ForecastState, Scope};
use crate::rules::period::monday;
use crate::standing::{Seller, sellers, standings, today};
use crate::submit::keep;

/// So many days before a quarter ends whoever has said nothing is reminded.
const REMIND_BEFORE_DAYS: i64 = 14;

pub const EVERY: Every = Every { name: "forecast.keep_week", minutes: 1_440, run };

fn run(tx: &Tx) -> Running<'_> {
    Box::pin(keep_week(tx))
}

/// Keeps this week once, of the present quarter, for everybody who has something in it.
pub async fn keep_week(tx: &Tx) -> Result<()> {
    let today = today(tx).await?;
    let (period, week) = (Period::quarter_of(today), monday(today));
    let kept = tx
        .whole_company::<forecast::Entity>()
        .filter(forecast::Column::Period.eq(period.to_string()))
        .filter(forecast::Column::Week.eq(week))
        .filter(forecast::Column::State.eq(ForecastState::Kept));
    if kept.one(&**tx).await?.is_some() {
        return Ok(());
    }

    let sellers = sellers(tx).await?;
    let ids: Vec<PersonId> = sellers.iter().map(|it| it.id).collect();
    let mut all = standings(tx, &ids, period).await?;
    for seller in sellers {
        let Some(standing) = all.remove(&seller.id).filter(|it| !it.by.is_empty()) else {
            continue;
        };
        let parts = [(seller.id, standing)].into();
        keep(tx, seller.id, period, Scope::Own, ForecastState::Kept, None, &parts).await?;
        if period.last_day().days_since(today) <= REMIND_BEFORE_DAYS {
            remind(tx, &seller, period).await?;
        }
    }
    Ok(())
}

async fn remind(tx: &Tx, seller: &Seller, period: Period) -> Result<()> {
    let silent = last_said(tx, seller.id, Scope::Own, period)
        .await?
        .is_none_or(|it| matches!(it.state, ForecastState::Withdrawn | ForecastState::Returned));
    if seller.left || !silent {
        return Ok(());
    }
    let link = format!("/forecast?period={period}");
    let notice = notices::Notice::of("forecast.remind", "person", seller.id, link);
    notices::remind(tx, seller.id, notice.with("period", period.to_string())).await
}
