//! Whoever answers for somebody accepts what they said of a period, adjusts it, or sends it back.

use std::collections::BTreeMap;

use axum::response::Response;
use axum::routing::post;
use frame::web::page::{self, Faults};
use frame::web::{Form, Json, Path, api};
use frame::{App, Ctx, Error, Result, Tx, notices, text};
use kernel::PersonId;
use kernel::access::{Act, Area};
use kernel::money::Money;
use sea_orm::sea_query::SimpleExpr;
use sea_orm::{ColumnTrait, Condition};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::forecast::{self, ForecastId, Model};
use crate::forecast_figure::{self, row};
use crate::rules::deciding::{ForecastState, Scope, Verdict, decided, may_decide};
use crate::rules::pasted::amount_of;
use crate::rules::{Figures, ForecastRefused, LARGEST_AMOUNT, LONGEST_TEXT};
use crate::show_forecast::{ForecastWhole, forecast_page};
use crate::submit::{about, turn};
use crate::target_lock;
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/forecasts/{forecast}/decide", post(submit))
        .route("/forecasts/{forecast}/reopen", post(submit_reopening))
        .routes(routes!(create))
}

/// What somebody decides.
#[derive(Clone, Debug)]
pub struct Deciding {
    pub verdict: Verdict,
    pub why: Option<String>,
    /// What they make of it, by currency; what the person said, unless told.
    pub adjusted: BTreeMap<String, i64>,
    pub seen: Option<i64>,
}

/// Decides on what somebody said. What is approved locks the targets that it was held against.
pub async fn decide(tx: &Tx, id: ForecastId, how: &Deciding) -> Result<Model> {
    let before = tx.get::<forecast::Entity>(id).await?;
    tx.permit(Act::Review, Area::Forecast, before.person_id).await?;
    let is_own = tx.actor.somebody() == Some(before.person_id);
    may_decide(before.state, is_own).map_err(Error::refused)?;
    let why = how.why.as_deref().and_then(text::paragraphs);
    if why.as_ref().is_some_and(|it| LONGEST_TEXT < it.chars().count()) {
        return Err(Error::refused(ForecastRefused::TooLong { field: "why" }));
    }
    let state = decided(how.verdict, why.as_deref()).map_err(Error::refused)?;
    if how.adjusted.values().any(|it| !(0..=LARGEST_AMOUNT).contains(it)) {
        return Err(Error::refused(ForecastRefused::NoAmount));
    }

    let values = vec![
        (forecast::Column::DecidedBy, SimpleExpr::from(tx.actor.somebody().map(|it| it.0))),
        (forecast::Column::DecidedAt, SimpleExpr::from(tx.now.0)),
        (forecast::Column::Why, SimpleExpr::from(why.clone())),
    ];
    let after = turn(tx, &before, how.seen, state, values).await?;
    let mut event = about(&after, decided_event(state)).why(why.as_deref());
    if state == ForecastState::Approved {
        for (currency, to) in adjust(tx, &after, &how.adjusted).await? {
            event =
                event.with(&format!("adjusted_{currency}"), Money::new(to, &*currency).to_string());
        }
        if after.scope == Scope::Own {
            target_lock::lock(tx, after.person_id.0, after.period()?).await?;
        }
    }

    tx.record(event);
    notices::take_back(tx, id).await?;
    let notice = notices::Notice::of(
        if state == ForecastState::Approved { "forecast.approved" } else { "forecast.returned" },
        "forecast",
        id,
        format!("/forecasts/{id}"),
    );
    notices::tell(tx, after.person_id, notice.with("period", after.period.clone())).await?;
    Ok(after)
}

fn decided_event(state: ForecastState) -> &'static str {
    if state == ForecastState::Approved { "forecast.approved" } else { "forecast.returned" }
}

/// Writes what was made of it beside the person's own figures, where that differs from what they
/// say; answers what was written.
async fn adjust(
    tx: &Tx,
    forecast: &Model,
    adjusted: &BTreeMap<String, i64>,
) -> Result<BTreeMap<String, i64>> {
    use forecast_figure::{Column, Entity};
    let mut written = BTreeMap::new();
    let mut of = forecast_figure::of(tx, [forecast.id]).await?;
    let people = of.remove(&forecast.id).unwrap_or_default();
    let all = crate::rules::figures::roll_up(people.values());
    for (currency, amount) in adjusted {
        let whole = all.get(currency).map_or(0, Figures::expected);
        if whole == *amount {
            continue;
        }
        let known = people.get(&forecast.person_id).and_then(|it| it.get(currency)).copied();
        let own = known.unwrap_or_default();
        // Of a team the difference stands beside its lead, who may have nothing of their own.
        let to = own.expected().saturating_add(amount.saturating_sub(whole));
        if known.is_some() {
            let these = Condition::all()
                .add(Column::ForecastId.eq(forecast.id))
                .add(Column::PersonId.eq(forecast.person_id))
                .add(Column::Currency.eq(currency.as_str()));
            let values = vec![(Column::Adjusted, SimpleExpr::from(to))];
            tx.update_where::<Entity, _>(Column::CompanyId, these, values).await?;
        } else {
            let own = Figures { adjusted: Some(to), ..own };
            let row = row(tx.actor.company, forecast.id, forecast.person_id, currency, &own);
            tx.insert_all(vec![row]).await?;
        }
        written.insert(currency.clone(), *amount);
    }
    Ok(written)
}

/// Takes a decision back: it waits again, and the targets are open.
pub async fn reopen(tx: &Tx, id: ForecastId) -> Result<Model> {
    let before = tx.get::<forecast::Entity>(id).await?;
    tx.permit(Act::Review, Area::Forecast, before.person_id).await?;
    if tx.actor.somebody() == Some(before.person_id) {
        return Err(Error::refused(ForecastRefused::OwnForecast));
    }
    if !matches!(before.state, ForecastState::Approved | ForecastState::Returned) {
        return Err(Error::refused(ForecastRefused::NotWaiting));
    }
    let period = before.period()?;
    let last = forecast::last_said(tx, before.person_id, before.scope, period).await?;
    if last.is_none_or(|it| it.id != id) {
        return Err(Error::refused(ForecastRefused::Waiting));
    }

    let nobody = None::<uuid::Uuid>;
    let values = vec![
        (forecast::Column::DecidedBy, SimpleExpr::from(nobody)),
        (forecast::Column::DecidedAt, SimpleExpr::from(None::<i64>)),
        (forecast::Column::Why, SimpleExpr::from(None::<String>)),
    ];
    let after = turn(tx, &before, None, ForecastState::Submitted, values).await?;
    if before.state == ForecastState::Approved && before.scope == Scope::Own {
        target_lock::unlock(tx, before.person_id.0, period).await?;
    }
    tx.record(about(&after, "forecast.reopened"));
    Ok(after)
}

/// Whether the actor could decide on what this person says.
pub async fn may_review(ctx: &Ctx, person: PersonId) -> Result<bool> {
    if ctx.actor.somebody() == Some(person) {
        return Ok(false);
    }
    match ctx.permit(Act::Review, Area::Forecast, person).await {
        Ok(()) => Ok(true),
        Err(Error::Denied) => Ok(false),
        Err(error) => Err(error),
    }
}

// In the browser.

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct DecideForm {
    verdict: String,
    why: String,
    version: Option<i64>,
    /// `adjusted-IDR` and the like.
    #[serde(flatten)]
    others: BTreeMap<String, String>,
}

async fn submit(
    ctx: Ctx,
    Path(id): Path<ForecastId>,
    Form(form): Form<DecideForm>,
) -> Result<Response> {
    let tx = ctx.begin().await?;
    let read = read(&form);
    let decided = match read {
        Ok(how) => decide(&tx, id, &how).await,
        Err(error) => Err(error),
    };
    match decided {
        Ok(after) => {
            let w = Words::of(tx.lang());
            let said = if after.state == ForecastState::Approved {
                w.said_approved()
            } else {
                w.said_returned()
            };
            tx.commit().await?;
            let undo = format!("/forecasts/{id}/reopen");
            page::redirect_undoable(&format!("/forecast/team?period={}", after.period), said, &undo)
        }
        Err(error) => {
            let faults = Faults::of(error, tx.lang())?;
            forecast_page(&tx, id, form.why, form.others, faults).await
        }
    }
}

fn read(form: &DecideForm) -> Result<Deciding> {
    let verdict = Verdict::from_word(&form.verdict);
    let verdict = verdict.ok_or_else(|| Error::Malformed("verdict".to_owned()))?;
    let mut adjusted = BTreeMap::new();
    for (name, typed) in &form.others {
        let Some(currency) = name.strip_prefix("adjusted-") else { continue };
        if typed.trim().is_empty() {
            continue;
        }
        let amount = amount_of(typed, Money::decimals(currency));
        let amount = amount.ok_or_else(|| Error::refused(ForecastRefused::NoAmount))?;
        adjusted.insert(currency.to_owned(), amount);
    }
    Ok(Deciding { verdict, why: Some(form.why.clone()), adjusted, seen: form.version })
}

async fn submit_reopening(ctx: Ctx, Path(id): Path<ForecastId>) -> Result<Response> {
    let tx = ctx.begin().await?;
    reopen(&tx, id).await?;
    let said = Words::of(tx.lang()).said_reopened();
    tx.commit().await?;
    page::redirect_saying(&format!("/forecasts/{id}"), said)
}

// In the API.

/// What somebody decides on what was said of a period.
#[derive(Clone, Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ForecastDecisionIn)]
struct DecisionIn {
    verdict: Verdict,
    /// Whoever sends back says why.
    #[serde(default)]
    why: Option<String>,
    /// What they make of it, by currency, in minor units.
    #[serde(default)]
    adjusted: BTreeMap<String, String>,
    /// The version that was seen; without it nobody looks whether it is still so.
    #[serde(default)]
    version: Option<i64>,
}

/// Accept what somebody said of a period, or send it back
#[utoipa::path(
    post,
    path = "/api/v1/forecasts/{forecast}/decide",
    tag = "forecast",
    params(("forecast" = ForecastId, Path)),
    responses(
        (status = 200, body = ForecastWhole),
        (status = 422, description = "Does not wait, or one's own", body = api::Problem),
    ),
)]
async fn create(
    ctx: Ctx,
    Path(id): Path<ForecastId>,
    Json(new): Json<DecisionIn>,
) -> Result<Json<ForecastWhole>> {
    let mut adjusted = BTreeMap::new();
    for (currency, amount) in new.adjusted {
        let amount = amount.parse().map_err(|_| Error::refused(ForecastRefused::NoAmount))?;
        adjusted.insert(currency, amount);
    }
    let how = Deciding { verdict: new.verdict, why: new.why, adjusted, seen: new.version };
    let tx = ctx.begin().await?;
    let forecast = decide(&tx, id, &how).await?;
    let whole = ForecastWhole::of(&tx, forecast).await?;
    tx.commit().await?;
    Ok(Json(whole))
}
