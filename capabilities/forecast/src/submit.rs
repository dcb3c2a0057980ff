//! Somebody says what will come in a period, and takes that back until it is decided.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use frame::web::{Form, Json, Path, api, page};
use frame::{App, Ctx, Error, Event, Result, Tx, line, notices, text};
use kernel::PersonId;
use kernel::access::{Act, Area, Role};
use people::person::{self, PersonStatus};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::SimpleExpr;
use sea_orm::{ColumnTrait, Condition, QueryFilter};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::forecast::{self, ForecastId, Model, last_said};
use crate::forecast_figure::row;
use crate::rules::deciding::{ForecastState, Scope, may_submit};
use crate::rules::figures::{ByCurrency, Figures, roll_up};
use crate::rules::period::monday;
use crate::rules::{ForecastRefused, LARGEST_AMOUNT, LONGEST_TEXT, Period};
use crate::show_forecast::ForecastWhole;
use crate::standing::{Standing, sellers, standings, today};
use crate::team_standing::told;
use crate::words::Words;
use crate::{forecast_deal, forecast_figure};

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/forecasts/{forecast}/withdraw", post(submit_withdrawal))
        .routes(routes!(create))
        .routes(routes!(take_back))
}

/// What somebody says of a period.
#[derive(Clone, Debug, Default)]
pub struct Saying {
    pub scope: Scope,
    pub comment: Option<String>,
    /// What they think will come in the end, by currency, where that differs from their deals.
    pub called: BTreeMap<String, i64>,
}

/// Says what will come: figures, deals and judgment as they are now, which stay as they are now.
pub async fn submit(tx: &Tx, period: Period, saying: &Saying) -> Result<Model> {
    let person = tx.actor.somebody().ok_or(Error::Denied)?;
    tx.permit(Act::Create, Area::Forecast, person).await?;
    if saying.scope == Scope::Team && !tx.may(Act::Review, Area::Forecast) {
        return Err(Error::Denied);
    }

    let today = today(tx).await?;
    if period.last_day() < today.plus(-31) {
        return Err(Error::refused(ForecastRefused::Over));
    }
    let last = last_said(tx, person, saying.scope, period).await?;
    may_submit(last.map(|it| it.state)).map_err(Error::refused)?;
    let comment = saying.comment.as_deref().and_then(text::paragraphs);
    if comment.as_ref().is_some_and(|it| LONGEST_TEXT < it.chars().count()) {
        return Err(Error::refused(ForecastRefused::TooLong { field: "comment" }));
    }
    if saying.called.values().any(|it| !(0..=LARGEST_AMOUNT).contains(it)) {
        return Err(Error::refused(ForecastRefused::NoAmount));
    }

    let mut parts = parts(tx, person, period, saying.scope).await?;
    call(&mut parts, person, saying);
    let forecast =
        keep(tx, person, period, saying.scope, ForecastState::Submitted, comment, &parts).await?;

    tx.record(about(&forecast, "forecast.submitted"));
    let name = &tx.actor.name;
    for manager in deciders(tx, person).await? {
        let notice = notices::Notice::of(
            "forecast.submitted",
            "forecast",
            forecast.id,
            format!("/forecasts/{}", forecast.id),
        );
        notices::tell(
            tx,
            manager,
            notice.with("name", name.clone()).with("period", forecast.period.clone()),
        )
        .await?;
    }
    Ok(forecast)
}

/// How everybody stands of whom this speaks: oneself, or everybody for whom one answers with what
/// each of them said last.
pub async fn parts(
    tx: &Ctx,
    person: PersonId,
    period: Period,
    scope: Scope,
) -> Result<BTreeMap<PersonId, Standing>> {
    if scope == Scope::Own {
        return standings(tx, &[person], period).await;
    }
    let below = line::of_actor(tx).await?;
    let people: Vec<PersonId> =
        sellers(tx).await?.into_iter().map(|it| it.id).filter(|it| below.contains(it)).collect();
    let mut parts = standings(tx, &people, period).await?;
    let said = told(tx, period).await?;
    for (person, standing) in &mut parts {
        let Some(word) = said.get(person) else { continue };
        standing.hear(&word.by);
    }
    Ok(parts)
}

/// Puts the speaker's own judgment in. Of a team it stands beside the speaker's own figures as what
/// is missing to what they say of all.
fn call(parts: &mut BTreeMap<PersonId, Standing>, person: PersonId, saying: &Saying) {
    for (currency, called) in &saying.called {
        let all = roll_up(parts.values().map(|it| &it.by));
        let whole = all.get(currency).map_or(0, Figures::expected);
        let own = parts.entry(person).or_default().by.entry(currency.clone()).or_default();
        match saying.scope {
            Scope::Own => own.called = Some(*called),
            Scope::Team => {
                own.adjusted = Some(own.expected().saturating_add(called.saturating_sub(whole)));
            }
        }
    }
}

/// Keeps figures and deals as they are.
pub async fn keep(
    tx: &Tx,
    person: PersonId,
    period: Period,
    scope: Scope,
    state: ForecastState,
    comment: Option<String>,
    parts: &BTreeMap<PersonId, Standing>,
) -> Result<Model> {
    let forecast = tx
        .add::<Model, forecast::ActiveModel>(Model {
            company_id: tx.actor.company,
            id: tx.id(),
            person_id: person,
            scope,
            period: period.to_string(),
            state,
            week: monday(today(tx).await?),
            comment,
            taken_at: tx.now,
            decided_by: None,
            decided_at: None,
            why: None,
            version: 1,
        })
        .await?;
    let (mut figures, mut deals) = (Vec::new(), Vec::new());
    for (person, standing) in parts {
        let by: &ByCurrency = &standing.by;
        figures.extend(
            by.iter()
                .map(|(currency, it)| row(tx.actor.company, forecast.id, *person, currency, it)),
        );
        deals.extend(standing.deals.iter().map(|it| forecast_deal::ActiveModel {
            company_id: Set(tx.actor.company),
            forecast_id: Set(forecast.id),
            opportunity_id: Set(it.id),
            person_id: Set(*person),
            name: Set(it.name.clone()),
            client: Set(it.client.clone()),
            stage: Set(it.stage.clone()),
            category: Set(it.category),
            probability: Set(it.probability),
            amount: Set(it.amount),
            currency: Set(it.currency.clone()),
            close_on: Set(it.close_on),
        }));
    }
    tx.insert_all::<forecast_figure::ActiveModel>(figures).await?;
    tx.insert_all(deals).await?;
    Ok(forecast)
}

/// Takes back what was said, before anybody has decided.
pub async fn withdraw(tx: &Tx, id: ForecastId) -> Result<Model> {
    let forecast = tx.get::<forecast::Entity>(id).await?;
    tx.permit(Act::Create, Area::Forecast, forecast.person_id).await?;
    if forecast.state != ForecastState::Submitted {
        return Err(Error::refused(ForecastRefused::NotWaiting));
    }

    let after = turn(tx, &forecast, None, ForecastState::Withdrawn, vec![]).await?;
    notices::take_back(tx, id).await?;
    tx.record(about(&after, "forecast.withdrawn"));
    Ok(after)
}

/// Gives a forecast its next state and version, if it is still as it was seen: whoever comes second
/// is told who was first.
pub async fn turn(
    tx: &Tx,
    forecast: &Model,
    seen: Option<i64>,
    state: ForecastState,
    values: Vec<(forecast::Column, SimpleExpr)>,
) -> Result<Model> {
    use forecast::Column;
    let same =
        Condition::all().add(Column::Id.eq(forecast.id)).add(Column::Version.eq(forecast.version));
    let mut all = vec![
        (Column::State, SimpleExpr::from(state.word())),
        (Column::Version, SimpleExpr::from(forecast.version + 1)),
    ];
    all.extend(values);
    let as_seen = seen.is_none_or(|it| it == forecast.version);
    let turned =
        as_seen && tx.update_where::<forecast::Entity, _>(Column::CompanyId, same, all).await? == 1;
    if !turned {
        let last = frame::stream::of_record(tx, forecast.id, 1).await?.into_iter().next();
        let by = last.and_then(|it| it.actor_id);
        let by = match by {
            Some(by) => person::names(tx).await?.remove(&by).unwrap_or_default(),
            None => String::new(),
        };
        return Err(Error::refused(ForecastRefused::Stale { by }));
    }
    tx.get::<forecast::Entity>(forecast.id).await
}

/// An event of a forecast.
pub fn about(forecast: &Model, name: &'static str) -> Event {
    Event::of(name, "forecast", forecast.id)
        .owner(forecast.person_id)
        .about(forecast.id)
        .with("period", forecast.period.clone())
        .with("scope", forecast.scope.word())
}

/// Those who may decide on what this person says: their managers, and where they have none,
/// administrators.
pub async fn deciders(ctx: &Ctx, person: PersonId) -> Result<Vec<PersonId>> {
    let mut managers = line::managers_of(ctx, person).await?;
    managers.retain(|it| *it != person);
    if !managers.is_empty() {
        return Ok(managers);
    }
    let people = ctx.whole_company::<person::Entity>();
    let people = people.filter(person::Column::Status.eq(PersonStatus::Active)).all(ctx).await?;
    Ok(people.into_iter().filter(|it| it.roles.has(Role::Administrator)).map(|it| it.id).collect())
}

// In the browser.

async fn submit_withdrawal(ctx: Ctx, Path(id): Path<ForecastId>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let forecast = withdraw(&tx, id).await?;
    let said = Words::of(tx.lang()).said_withdrawn();
    let path = match forecast.scope {
        Scope::Own => "/forecast",
        Scope::Team => "/forecast/team",
    };
    tx.commit().await?;
    page::redirect_saying(&format!("{path}?period={}", forecast.period), said)
}

// In the API.

/// What somebody says of a period.
#[derive(Clone, Debug, Default, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
struct ForecastIn {
    #[schema(example = "2026-q1")]
    period: String,
    scope: Scope,
    comment: Option<String>,
    /// What will come in the end, by currency, in minor units; as the deals say, unless told.
    called: BTreeMap<String, String>,
}

/// Say what will come in a period
#[utoipa::path(
    post,
    path = "/api/v1/forecasts",
    tag = "forecast",
    responses(
        (status = 201, body = ForecastWhole),
        (status = 422, description = "One waits already", body = api::Problem),
    ),
)]
async fn create(ctx: Ctx, Json(new): Json<ForecastIn>) -> Result<impl IntoResponse> {
    let period = new.period.parse().map_err(|_| Error::refused(ForecastRefused::NoPeriod))?;
    let mut saying = Saying { scope: new.scope, comment: new.comment, ..Saying::default() };
    for (currency, called) in new.called {
        let called = called.parse().map_err(|_| Error::refused(ForecastRefused::NoAmount))?;
        saying.called.insert(currency, called);
    }
    let tx = ctx.begin().await?;
    let forecast = submit(&tx, period, &saying).await?;
    let whole = ForecastWhole::of(&tx, forecast).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Json(whole)))
}

/// Take back what was said, before anybody has decided
#[utoipa::path(
    post,
    path = "/api/v1/forecasts/{forecast}/withdraw",
    tag = "forecast",
    params(("forecast" = ForecastId, Path)),
    responses((status = 200, body = ForecastWhole), (status = 422, body = api::Problem)),
)]
async fn take_back(ctx: Ctx, Path(id): Path<ForecastId>) -> Result<Json<ForecastWhole>> {
    let tx = ctx.begin().await?;
    let forecast = withdraw(&tx, id).await?;
    let whole = ForecastWhole::of(&tx, forecast).await?;
    tx.commit().await?;
    Ok(Json(whole))
}

/// What a form says of the judgment: `call-IDR` and an amount as people write it.
pub fn called_in(
    form: &BTreeMap<String, String>,
    read: impl Fn(&str, &str) -> Option<i64>,
) -> Result<BTreeMap<String, i64>> {
    let mut called = BTreeMap::new();
    for (name, typed) in form {
        let Some(currency) = name.strip_prefix("call-") else { continue };
        if typed.trim().is_empty() {
            continue;
        }
        let amount = read(typed, currency);
        called.insert(
            currency.to_owned(),
            amount.ok_or_else(|| Error::refused(ForecastRefused::NoAmount))?,
        );
    }
    Ok(called)
}

/// Form fields, by name.
pub type Typed = Form<BTreeMap<String, String>>;
