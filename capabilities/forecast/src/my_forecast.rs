//! How one stands in a period, and what one says will come.

use std::collections::BTreeMap;

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use frame::web::page::{self, Faults};
use frame::web::shell::Shell;
use frame::web::{Json, Query};
use frame::{App, Ctx, Error, Result};
use kernel::PersonId;
use kernel::access::{Act, Area, Reach};
use kernel::money::Money;
use people::person;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::forecast::{self, Model};
use crate::picking::{Periods, Tab, picked, tabs};
use crate::rules::deciding::{ForecastState, Scope};
use crate::rules::figures::Pace;
use crate::rules::pasted::amount_of;
use crate::rules::{ForecastRefused, Period};
use crate::say::{Shown, shown, typed};
use crate::standing::{Behind, standings, today, undated};
use crate::submit::{Saying, Typed, called_in, submit};
use crate::team_standing::told;
use crate::words::Words;

/// So many earlier words are shown.
const EARLIER: u64 = 12;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/forecast", get(show).post(say)).routes(routes!(read))
}

/// Whose, and of which period.
#[derive(Clone, Debug, Default, Deserialize, utoipa::IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
struct Looked {
    /// `2026-03`, `2026-q1` or `2026`; the present quarter unless told.
    #[param(example = "2026-q1", pattern = "^(20[0-9]{2}(-(0[1-9]|1[0-2]|q[1-4]))?)?$")]
    period: String,
    /// Oneself, unless told.
    #[serde(deserialize_with = "frame::web::extract::blank")]
    person_id: Option<PersonId>,
}

#[derive(Template)]
#[template(path = "my_forecast.html")]
struct MyForecastPage {
    shell: Shell,
    w: Words,
    tabs: Vec<Tab>,
    periods: Periods,
    name: String,
    is_own: bool,
    figures: Vec<Shown>,
    /// So much of so many wins.
    wins: String,
    deals: Vec<DealShown>,
    sees_deals: bool,
    undated: i64,
    elapsed: String,
    /// The last word, if there is one that stands.
    last: Option<Said>,
    earlier: Vec<Said>,
    may_say: bool,
    calls: Vec<(String, String)>,
    comment: String,
    faults: Faults,
}

/// A deal behind the figures.
pub struct DealShown {
    pub href: String,
    pub name: String,
    pub client: String,
    pub stage: String,
    pub category: String,
    pub look: &'static str,
    pub amount: String,
    pub close: String,
}

impl DealShown {
    pub fn of(it: &Behind, w: Words) -> Self {
        Self {
            href: format!("/opportunities/{}", it.id),
            name: it.name.clone(),
            client: it.client.clone(),
            stage: format!("{} · {}%", it.stage, it.probability),
            category: w.category(it.category).to_owned(),
            look: it.category.look(),
            amount: it
                .amount
                .map(|amount| Money::new(amount, it.currency.as_str()).to_string())
                .unwrap_or_default(),
            close: w.0.day(it.close_on),
        }
    }
}

/// Something that was said, in words.
pub struct Said {
    pub forecast: Model,
    pub state: &'static str,
    pub look: &'static str,
    pub at: String,
    pub decided: String,
}

impl Said {
    pub fn of(ctx: &Ctx, forecast: Model, names: &BTreeMap<PersonId, String>) -> Self {
        let w = Words::of(ctx.lang());
        let zone = &ctx.actor.zone;
        let by = forecast.decided_by.and_then(|it| names.get(&it).cloned()).unwrap_or_default();
        Self {
            state: w.state(forecast.state),
            look: forecast.state.look(),
            at: w.0.moment(forecast.taken_at, zone),
            decided: forecast
                .decided_at
                .map(|at| w.decided_by_on(by, w.0.moment(at, zone)))
                .unwrap_or_default(),
            forecast,
        }
    }
}

async fn show(ctx: Ctx, Query(looked): Query<Looked>) -> Result<Response> {
    let period = picked(&ctx, &looked.period).await?;
    let person = looked.person_id.unwrap_or(ctx.actor.person);
    forecast_page(&ctx, period, person, BTreeMap::new(), Faults::default()).await
}

async fn say(ctx: Ctx, form: Typed) -> Result<Response> {
    let form = form.0;
    let period = picked(&ctx, form.get("period").map_or("", String::as_str)).await?;
    let tx = ctx.begin().await?;
    let read = |typed: &str, currency: &str| amount_of(typed, Money::decimals(currency));
    let scope = form.get("scope").and_then(|it| Scope::from_word(it)).unwrap_or_default();
    let said = match called_in(&form, read) {
        Ok(called) => {
            let comment = form.get("comment").cloned();
            submit(&tx, period, &Saying { scope, comment, called }).await
        }
        Err(error) => Err(error),
    };
    match said {
        Ok(forecast) => {
            let said = Words::of(tx.lang()).said_submitted();
            tx.commit().await?;
            let path = match scope {
                Scope::Own => "/forecast",
                Scope::Team => "/forecast/team",
            };
            let undo = format!("/forecasts/{}/withdraw", forecast.id);
            page::redirect_undoable(&format!("{path}?period={period}"), said, &undo)
        }
        Err(error) => {
            let faults = Faults::of(error, tx.lang())?;
            if scope == Scope::Team {
                return crate::team_forecast::team_page(&tx, period, form, faults).await;
            }
            let person = tx.actor.person;
            forecast_page(&tx, period, person, form, faults).await
        }
    }
}

async fn forecast_page(
    ctx: &Ctx,
    period: Period,
    person: PersonId,
    form: BTreeMap<String, String>,
    faults: Faults,
) -> Result<Response> {
    let name = seen_name(ctx, person).await?;
    let w = Words::of(ctx.lang());
    let is_own = ctx.actor.person == person;
    let elapsed = period.elapsed(today(ctx).await?);
    let mut standing = standings(ctx, &[person], period).await?.remove(&person).unwrap_or_default();
    if let Some(word) = told(ctx, period).await?.get(&person) {
        for (currency, figures) in &mut standing.by {
            let said = word.by.get(currency).copied().unwrap_or_default();
            (figures.called, figures.adjusted) = (said.called, said.adjusted);
        }
    }
    let names = person::names(ctx).await?;
    let earlier = ctx
        .find::<forecast::Entity>()
        .filter(forecast::Column::PersonId.eq(person))
        .filter(forecast::Column::Period.eq(period.to_string()))
        .filter(forecast::Column::Scope.eq(Scope::Own))
        .order_by_desc(forecast::Column::TakenAt)
        .limit(EARLIER);
    let mut earlier: Vec<Said> =
        earlier.all(ctx).await?.into_iter().map(|it| Said::of(ctx, it, &names)).collect();
    let stands = earlier.first().is_some_and(|it| {
        !matches!(it.forecast.state, ForecastState::Withdrawn | ForecastState::Kept)
    });
    let last = stands.then(|| earlier.remove(0));
    let waits = last.as_ref().is_some_and(|it| it.forecast.state == ForecastState::Submitted);
    let mut currencies: Vec<String> = standing.by.keys().cloned().collect();
    if currencies.is_empty() {
        currencies.push(people::company::mine(ctx).await?.currency);
    }
    let calls = currencies.iter().map(|currency| {
        let was = standing.by.get(currency).and_then(|it| it.called);
        let was = was.map(|it| typed(it, currency)).unwrap_or_default();
        let said = form.get(&format!("call-{currency}")).cloned();
        (currency.clone(), said.unwrap_or(was))
    });
    let status = if faults.any() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let sees_deals = ctx.may(Act::View, Area::Pipeline);
    let page = MyForecastPage {
        shell: ctx.shell("forecast"),
        w,
        tabs: tabs(ctx, "/forecast", period),
        periods: Periods::of(ctx, "/forecast", period, (!is_own).then_some(person)).await?,
        name,
        is_own,
        figures: shown(&standing.by, elapsed, w.0),
        wins: match standing.asked_deals {
            Some(asked) => w.wins_of(standing.won_deals, asked.to_string()),
            None => w.wins_counted(standing.won_deals),
        },
        deals: if sees_deals {
            standing.deals.iter().map(|it| DealShown::of(it, w)).collect()
        } else {
            Vec::new()
        },
        sees_deals,
        undated: i64::try_from(undated(ctx, person).await?).unwrap_or(i64::MAX),
        elapsed: w.days_passed(elapsed.0.to_string(), elapsed.1.to_string()),
        may_say: is_own && !waits && ctx.may(Act::Create, Area::Forecast),
        last,
        earlier,
        calls: calls.collect(),
        comment: form.get("comment").cloned().unwrap_or_default(),
        faults,
    };
    page::render_as(status, &page)
}

/// What somebody is called whose forecast the actor may view; anybody else does not exist.
async fn seen_name(ctx: &Ctx, person: PersonId) -> Result<String> {
    match ctx.permit(Act::View, Area::Forecast, person).await {
        // Whoever sees only their own is told that there is nobody else.
        Err(Error::Denied) if Reach::Nobody < ctx.actor.reach(Act::View, Area::Forecast) => {
            return Err(Error::NotFound);
        }
        other => other?,
    }
    Ok(ctx.get::<person::Entity>(person).await?.name)
}

// In the API.

/// How somebody stands in a period, in one currency.
#[derive(Debug, serde::Serialize, utoipa::ToSchema)]
pub struct FiguresOut {
    pub currency: String,
    /// Amounts are in minor units.
    #[schema(example = "150000000")]
    pub target: Option<String>,
    pub won: String,
    pub commit: String,
    pub best_case: String,
    pub pipeline: String,
    pub weighted: String,
    /// What the person says will come in the end.
    pub called: Option<String>,
    /// What whoever answers for them makes of it.
    pub adjusted: Option<String>,
    /// The last word that anybody said, or what the deals say.
    pub expected: String,
    pub pace: Pace,
    pub deals: i64,
}

impl FiguresOut {
    pub fn all(by: &crate::rules::figures::ByCurrency, elapsed: (i64, i64)) -> Vec<Self> {
        let one = |(currency, it): (&String, &crate::rules::Figures)| Self {
            currency: currency.clone(),
            target: it.target.map(|it| it.to_string()),
            won: it.won.to_string(),
            commit: it.commit.to_string(),
            best_case: it.best_case.to_string(),
            pipeline: it.pipeline.to_string(),
            weighted: it.weighted_amount().to_string(),
            called: it.called.map(|it| it.to_string()),
            adjusted: it.adjusted.map(|it| it.to_string()),
            expected: it.expected().to_string(),
            pace: it.pace(elapsed),
            deals: i64::from(it.deals),
        };
        by.iter().map(one).collect()
    }
}

/// How somebody stands in a period now.
#[derive(Debug, serde::Serialize, utoipa::ToSchema)]
#[schema(as = ForecastStandingOut)]
struct StandingOut {
    person_id: PersonId,
    #[schema(example = "2026-q1")]
    period: String,
    /// Currencies are never added to each other.
    figures: Vec<FiguresOut>,
    won_deals: i64,
}

/// How somebody stands in a period now
#[utoipa::path(
    get,
    path = "/api/v1/forecast",
    tag = "forecast",
    params(Looked),
    responses((status = 200, body = StandingOut)),
)]
async fn read(ctx: Ctx, Query(looked): Query<Looked>) -> Result<Json<StandingOut>> {
    let period = match looked.period.as_str() {
        "" => picked(&ctx, "").await?,
        word => word.parse().map_err(|_| Error::refused(ForecastRefused::NoPeriod))?,
    };
    let person = looked.person_id.unwrap_or(ctx.actor.person);
    seen_name(&ctx, person).await?;
    let mut standing =
        standings(&ctx, &[person], period).await?.remove(&person).unwrap_or_default();
    if let Some(word) = told(&ctx, period).await?.get(&person) {
        for (currency, figures) in &mut standing.by {
            let said = word.by.get(currency).copied().unwrap_or_default();
            (figures.called, figures.adjusted) = (said.called, said.adjusted);
        }
    }
    let elapsed = period.elapsed(today(&ctx).await?);
    Ok(Json(StandingOut {
        person_id: person,
        period: period.to_string(),
        figures: FiguresOut::all(&standing.by, elapsed),
        won_deals: standing.won_deals,
    }))
}
