//! What somebody said of a period, as it was said, with what has become of it since.

use std::collections::BTreeMap;

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use frame::web::list::{Cut, Page};
use frame::web::page::{self, Faults};
use frame::web::shell::Shell;
use frame::web::{Json, Path, Query};
use frame::{App, Ctx, Error, Result};
use kernel::access::{Act, Area};
use kernel::{Day, Instant, PersonId};
use people::{company, person};
use pipeline::opportunity;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::decide::may_review;
use crate::forecast::{self, ForecastId, Model};
use crate::my_forecast::{DealShown, FiguresOut, Said};
use crate::rules::deciding::{ForecastState, Scope};
use crate::rules::figures::roll_up;
use crate::say::{Shown, shown};
use crate::standing::standings;
use crate::words::Words;
use crate::{forecast_deal, forecast_figure};

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/forecasts/{forecast}", get(show))
        .routes(routes!(list))
        .routes(routes!(read))
}

// In the browser.

#[derive(Template)]
#[template(path = "show_forecast.html")]
struct ForecastPage {
    shell: Shell,
    w: Words,
    said: Said,
    name: String,
    period: String,
    scope: &'static str,
    figures: Vec<Shown>,
    /// What has been won by now, by currency.
    by_now: Vec<(String, String)>,
    people: Vec<(String, Vec<Shown>)>,
    deals: Vec<DealShown>,
    may_decide: bool,
    may_reopen: bool,
    /// Currency, and what was typed.
    adjusting: Vec<(String, String)>,
    why: String,
    faults: Faults,
}

async fn show(ctx: Ctx, Path(id): Path<ForecastId>) -> Result<Response> {
    forecast_page(&ctx, id, String::new(), BTreeMap::new(), Faults::default()).await
}

/// The page of a forecast, with what somebody typed and what is wrong with it.
pub async fn forecast_page(
    ctx: &Ctx,
    id: ForecastId,
    why: String,
    typed: BTreeMap<String, String>,
    faults: Faults,
) -> Result<Response> {
    let it = ctx.get::<forecast::Entity>(id).await?;
    let w = Words::of(ctx.lang());
    let period = it.period()?;
    let names = person::names(ctx).await?;
    let name_of = |id: PersonId| names.get(&id).cloned().unwrap_or_default();
    let mut figures = forecast_figure::of(ctx, [id]).await?;
    let people = figures.remove(&id).unwrap_or_default();
    let all = roll_up(people.values());
    let then = period.elapsed(taken_on(ctx, &it).await?);

    let ids: Vec<PersonId> = people.keys().copied().collect();
    let now = roll_up(standings(ctx, &ids, period).await?.values().map(|it| &it.by));
    let by_now = shown(&now, then, w.0).into_iter().map(|it| (it.currency, it.won));

    let reviews = may_review(ctx, it.person_id).await?;
    let waits = it.state == ForecastState::Submitted;
    let decided = matches!(it.state, ForecastState::Approved | ForecastState::Returned);
    let adjusting = all.keys().map(|currency| {
        let typed = typed.get(&format!("adjusted-{currency}")).cloned().unwrap_or_default();
        (currency.clone(), typed)
    });
    let status = if faults.any() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let page = ForecastPage {
        shell: ctx.shell("forecast"),
        w,
        name: name_of(it.person_id),
        period: w.period(period),
        scope: w.scope(it.scope),
        by_now: by_now.collect(),
        adjusting: adjusting.collect(),
        figures: shown(&all, then, w.0),
        people: if it.scope == Scope::Team {
            people.iter().map(|(id, by)| (name_of(*id), shown(by, then, w.0))).collect()
        } else {
            Vec::new()
        },
        deals: if ctx.may(Act::View, Area::Pipeline) {
            deals(ctx, id, w).await?
        } else {
            Vec::new()
        },
        may_decide: reviews && waits,
        may_reopen: reviews && decided,
        said: Said::of(ctx, it, &names),
        why,
        faults,
    };
    page::render_as(status, &page)
}

/// The day on which it was said, by the company's own calendar.
async fn taken_on(ctx: &Ctx, it: &Model) -> Result<Day> {
    Ok(it.taken_at.day(&company::known(ctx).await?.zone))
}

/// The deals as they were; those that are still in reach lead to where they are now.
async fn deals(ctx: &Ctx, id: ForecastId, w: Words) -> Result<Vec<DealShown>> {
    let deals = forecast_deal::of(ctx, id).await?;
    let ids = deals.iter().map(|it| it.opportunity_id);
    let reached = opportunity::shown(ctx).filter(opportunity::Column::Id.is_in(ids));
    let reached: Vec<_> = reached.all(ctx).await?.into_iter().map(|it| it.id).collect();
    let shown = deals.into_iter().map(|it| DealShown {
        href: if reached.contains(&it.opportunity_id) {
            format!("/opportunities/{}", it.opportunity_id)
        } else {
            String::new()
        },
        amount: it.value().map(|it| it.to_string()).unwrap_or_default(),
        stage: format!("{} · {}%", it.stage, it.probability),
        category: w.category(it.category).to_owned(),
        look: it.category.look(),
        close: w.0.day(it.close_on),
        name: it.name,
        client: it.client,
    });
    Ok(shown.collect())
}

// In the API.

/// What somebody said of a period.
#[derive(Debug, serde::Serialize, utoipa::ToSchema)]
struct ForecastOut {
    id: ForecastId,
    person_id: PersonId,
    scope: Scope,
    #[schema(example = "2026-q1")]
    period: String,
    state: ForecastState,
    comment: Option<String>,
    taken_at: Instant,
    decided_by: Option<PersonId>,
    decided_at: Option<Instant>,
    /// Why it went back.
    why: Option<String>,
    /// Send it back with a decision, and nobody's work is overwritten unseen.
    version: i64,
}

impl From<Model> for ForecastOut {
    fn from(it: Model) -> Self {
        Self {
            id: it.id,
            person_id: it.person_id,
            scope: it.scope,
            period: it.period,
            state: it.state,
            comment: it.comment,
            taken_at: it.taken_at,
            decided_by: it.decided_by,
            decided_at: it.decided_at,
            why: it.why,
            version: it.version,
        }
    }
}

/// What somebody said, with the figures as they were.
#[derive(Debug, serde::Serialize, utoipa::ToSchema)]
pub struct ForecastWhole {
    #[serde(flatten)]
    forecast: ForecastOut,
    /// Of everybody of whom it speaks together; currencies are never added to each other.
    figures: Vec<FiguresOut>,
    people: Vec<PersonFigures>,
    /// How many deals stand behind it.
    deals: i64,
}

/// One person's part.
#[derive(Debug, serde::Serialize, utoipa::ToSchema)]
struct PersonFigures {
    person_id: PersonId,
    figures: Vec<FiguresOut>,
}

impl ForecastWhole {
    pub async fn of(ctx: &Ctx, it: Model) -> Result<Self> {
        let mut figures = forecast_figure::of(ctx, [it.id]).await?;
        let people = figures.remove(&it.id).unwrap_or_default();
        let then = it.period()?.elapsed(taken_on(ctx, &it).await?);
        let deals = forecast_deal::of(ctx, it.id).await?.len();
        Ok(Self {
            figures: FiguresOut::all(&roll_up(people.values()), then),
            people: people
                .iter()
                .map(|(id, by)| PersonFigures {
                    person_id: *id,
                    figures: FiguresOut::all(by, then),
                })
                .collect(),
            deals: i64::try_from(deals).unwrap_or(i64::MAX),
            forecast: it.into(),
        })
    }
}

/// Which forecasts.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
struct Looked {
    #[param(example = "2026-q1", pattern = "^(20[0-9]{2}(-(0[1-9]|1[0-2]|q[1-4]))?)?$")]
    period: String,
    #[serde(deserialize_with = "frame::web::extract::blank")]
    person_id: Option<PersonId>,
    #[serde(deserialize_with = "frame::web::extract::blank")]
    state: Option<ForecastState>,
}

/// What was said of periods, the newest first
#[utoipa::path(
    get,
    path = "/api/v1/forecasts",
    tag = "forecast",
    params(Looked, Cut),
    responses((status = 200, body = Page<ForecastOut>)),
)]
async fn list(
    ctx: Ctx,
    Query(looked): Query<Looked>,
    Query(cut): Query<Cut>,
) -> Result<Json<Page<ForecastOut>>> {
    use forecast::Column;
    if !ctx.may(Act::View, Area::Forecast) {
        return Err(Error::Denied);
    }
    let limit = cut.limit()?;
    let mut rows = ctx.find::<forecast::Entity>();
    if !looked.period.is_empty() {
        rows = rows.filter(Column::Period.eq(looked.period.as_str()));
    }
    if let Some(person) = looked.person_id {
        rows = rows.filter(Column::PersonId.eq(person));
    }
    if let Some(state) = looked.state {
        rows = rows.filter(Column::State.eq(state));
    }
    if let Some(last) = cut.after::<ForecastId>()? {
        rows = rows.filter(Column::Id.lt(last));
    }
    let rows = rows.order_by_desc(Column::Id).limit(limit + 1).all(&ctx).await?;
    let page = Page::cut(rows, limit, |it| it.id)?;
    Ok(Json(page.map(ForecastOut::from)))
}

/// What somebody said of a period, with its figures
#[utoipa::path(
    get,
    path = "/api/v1/forecasts/{forecast}",
    tag = "forecast",
    params(("forecast" = ForecastId, Path)),
    responses((status = 200, body = ForecastWhole)),
)]
async fn read(ctx: Ctx, Path(id): Path<ForecastId>) -> Result<Json<ForecastWhole>> {
    let it = ctx.get::<forecast::Entity>(id).await?;
    Ok(Json(ForecastWhole::of(&ctx, it).await?))
}
