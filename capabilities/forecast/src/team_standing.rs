//! What each of several people said last of a period.

use std::collections::BTreeMap;

use frame::{Ctx, Result};
use kernel::PersonId;

use crate::forecast::{Model, said};
use crate::forecast_figure;
use crate::rules::Period;
use crate::rules::deciding::{ForecastState, Scope};
use crate::rules::figures::ByCurrency;

/// The last word of one person.
#[derive(Clone, Debug)]
pub struct Word {
    pub forecast: Model,
    /// What was called and adjusted, beside the figures as they were then.
    pub by: ByCurrency,
}

/// The last words of everybody whom the actor sees, of their own deals; what was taken back or went
/// back is no word.
pub async fn told(ctx: &Ctx, period: Period) -> Result<BTreeMap<PersonId, Word>> {
    let mut last: BTreeMap<PersonId, Model> = BTreeMap::new();
    for forecast in said(ctx, period).await?.into_iter().filter(|it| it.scope == Scope::Own) {
        last.entry(forecast.person_id).or_insert(forecast);
    }
    last.retain(|_, it| it.state != ForecastState::Withdrawn);
    let mut figures = forecast_figure::of(ctx, last.values().map(|it| it.id)).await?;
    let words = last.into_iter().map(|(person, forecast)| {
        let mut by =
            figures.remove(&forecast.id).and_then(|mut it| it.remove(&person)).unwrap_or_default();
        if forecast.state == ForecastState::Returned {
            for figures in by.values_mut() {
                (figures.called, figures.adjusted) = (None, None);
            }
        }
        (person, Word { forecast, by })
    });
    Ok(words.collect())
}
