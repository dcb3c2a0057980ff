//! What was said week by week of periods that are over, and what came.

use std::collections::BTreeMap;

use askama::Template;
use axum::response::Response;
use axum::routing::get;
use frame::web::shell::Shell;
use frame::web::{Query, page};
use frame::{App, Ctx, Error, Result};
use kernel::PersonId;
use kernel::access::{Act, Area};
use kernel::money::Money;
use people::person;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;

use crate::forecast::{self, Model};
use crate::forecast_figure;
use crate::picking::{Periods, Tab, picked, tabs};
use crate::rules::deciding::{ForecastState, Scope};
use crate::rules::figures::off_by;
use crate::standing::{standings, today};
use crate::words::Words;

/// So many words are compared at once.
const MOST: u64 = 1_000;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/forecast/accuracy", get(show))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Looked {
    period: String,
}

#[derive(Template)]
#[template(path = "accuracy.html")]
struct AccuracyPage {
    shell: Shell,
    w: Words,
    tabs: Vec<Tab>,
    periods: Periods,
    /// Nothing is final yet.
    runs: bool,
    rows: Vec<Compared>,
}

/// What somebody expected in a week, against what has come.
struct Compared {
    name: String,
    href: String,
    week: String,
    state: &'static str,
    look: &'static str,
    expected: String,
    won: String,
    off: String,
}

async fn show(ctx: Ctx, Query(looked): Query<Looked>) -> Result<Response> {
    use forecast::Column;
    if !ctx.may(Act::View, Area::Forecast) {
        return Err(Error::Denied);
    }
    let w = Words::of(ctx.lang());
    let period = picked(&ctx, &looked.period).await?;
    let words = ctx
        .find::<forecast::Entity>()
        .filter(Column::Period.eq(period.to_string()))
        .filter(Column::Scope.eq(Scope::Own))
        .filter(Column::State.is_in([
            ForecastState::Submitted,
            ForecastState::Approved,
            ForecastState::Kept,
        ]))
        .order_by_desc(Column::TakenAt)
        .limit(MOST)
        .all(&ctx)
        .await?;
    let last = last_of_week(words);
    let figures = forecast_figure::of(&ctx, last.iter().map(|it| it.id)).await?;
    let mut people: Vec<PersonId> = last.iter().map(|it| it.person_id).collect();
    people.sort_unstable();
    people.dedup();
    let now = standings(&ctx, &people, period).await?;
    let names = person::names(&ctx).await?;
    let mut rows = Vec::new();
    for it in last {
        let by = figures.get(&it.id).and_then(|by| by.get(&it.person_id));
        for (currency, said) in by.into_iter().flatten() {
            let came = now.get(&it.person_id).and_then(|now| now.by.get(currency));
            let won = came.map_or(0, |it| it.won);
            let money = |amount: i64| Money::new(amount, currency.as_str()).to_string();
            rows.push(Compared {
                name: names.get(&it.person_id).cloned().unwrap_or_default(),
                href: format!("/forecasts/{}", it.id),
                week: w.week_of(w.0.day(it.week)),
                state: w.state(it.state),
                look: it.state.look(),
                expected: money(said.expected()),
                won: money(won),
                off: off_by(said.expected(), won).map(|it| tenths(it, w)).unwrap_or_default(),
            });
        }
    }
    rows.sort_by(|one, other| one.name.cmp(&other.name));
    page::render(&AccuracyPage {
        shell: ctx.shell("forecast"),
        w,
        tabs: tabs(&ctx, "/forecast/accuracy", period),
        periods: Periods::of(&ctx, "/forecast/accuracy", period, None).await?,
        runs: today(&ctx).await? <= period.last_day(),
        rows,
    })
}

/// The last word of each person in each week: what was said before what was kept by itself.
fn last_of_week(words: Vec<Model>) -> Vec<Model> {
    let mut last: BTreeMap<(PersonId, kernel::Day), Model> = BTreeMap::new();
    for it in words {
        let key = (it.person_id, it.week);
        let better = last.get(&key).is_none_or(|known| {
            known.state == ForecastState::Kept && it.state != ForecastState::Kept
        });
        if better {
            last.insert(key, it);
        }
    }
    last.into_values().collect()
}

/// `+12,5 %`.
fn tenths(off: i64, w: Words) -> String {
    let sign = if off < 0 { "−" } else { "+" };
    let mark = match w.0 {
        kernel::Lang::Id => ',',
        kernel::Lang::En => '.',
    };
    let off = off.unsigned_abs();
    format!("{sign}{}{mark}{}%", off / 10, off % 10)
}
