//! Every import, the latest first.

use askama::Template;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use frame::web::list::{Cut, Page, address};
use frame::web::shell::Shell;
use frame::web::{Json, Query, api, page};
use frame::{App, Ctx, Result};
use kernel::access::{Act, Area};
use kernel::{Instant, PersonId};
use people::person;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::run::{self, RunId, RunState};
use crate::summary::Summary;
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/settings/imports", get(show)).routes(routes!(list))
}

/// Some imports, the latest first.
async fn some(ctx: &Ctx, cut: &Cut) -> Result<Page<run::Model>> {
    ctx.permit_company(Act::View, Area::Imports)?;

    let limit = cut.limit()?;
    let mut runs = ctx.find::<run::Entity>();
    if let Some(before) = cut.after::<RunId>()? {
        runs = runs.filter(run::Column::Id.lt(before));
    }
    // Ids are made in the order of time.
    let runs = runs.order_by_desc(run::Column::Id).limit(limit + 1).all(ctx).await?;
    Page::cut(runs, limit, |it| it.id)
}

// In the browser.

#[derive(Template)]
#[template(path = "runs.html")]
struct RunsPage {
    shell: Shell,
    w: Words,
    runs: Vec<Line>,
    first: String,
    next: String,
}

struct Line {
    id: RunId,
    preset: String,
    who: String,
    iso: String,
    at: String,
    badge: &'static str,
    state: &'static str,
    created: String,
    updated: String,
    rejected: String,
}

async fn show(ctx: Ctx, Query(cut): Query<Cut>) -> Result<Response> {
    let runs = some(&ctx, &cut).await?;
    let names = person::names(&ctx).await?;
    let lang = ctx.lang();
    let w = Words::of(lang);
    let next = runs.next_cursor.as_deref();
    let next = next.map(|it| address("/settings/imports", &(), Some(it))).transpose()?;
    let line = |run: &run::Model| {
        let summary = run.summary();
        let total = summary.total();
        let number = |count: u64| lang.number(i64::try_from(count).unwrap_or(i64::MAX));
        Line {
            id: run.id,
            preset: run.preset.clone(),
            who: who(run, &names, w),
            iso: run.started_at.to_string(),
            at: moment(&ctx, run.started_at),
            badge: badge(run.state),
            state: state(run.state, w),
            created: number(total.created),
            updated: number(total.updated),
            rejected: number(summary.rejected),
        }
    };
    page::render(&RunsPage {
        shell: ctx.shell("settings"),
        w,
        runs: runs.items.iter().map(line).collect(),
        first: if cut.cursor.is_some() { "/settings/imports".to_owned() } else { String::new() },
        next: next.unwrap_or_default(),
    })
}

/// Whoever imported, or the shell.
pub fn who(
    run: &run::Model,
    names: &std::collections::BTreeMap<PersonId, String>,
    w: Words,
) -> String {
    let name = run.person_id.and_then(|it| names.get(&it));
    name.map_or_else(|| w.by_shell().to_owned(), Clone::clone)
}

pub fn moment(ctx: &Ctx, at: Instant) -> String {
    let zone = &ctx.actor.zone;
    format!("{} {}", ctx.lang().moment(at, zone), zone.label())
}

pub const fn state(state: RunState, w: Words) -> &'static str {
    match state {
        RunState::Draft => w.state_draft(),
        RunState::Cancelled => w.state_cancelled(),
        RunState::Running => w.state_running(),
        RunState::Interrupted => w.state_interrupted(),
        RunState::Finished => w.state_finished(),
        RunState::Undoing => w.state_undoing(),
        RunState::Undone => w.state_undone(),
    }
}

/// The shape that stands with the word.
pub const fn badge(state: RunState) -> &'static str {
    match state {
        RunState::Running | RunState::Undoing => "busy",
        RunState::Draft => "open",
        RunState::Interrupted | RunState::Cancelled => "warn",
        RunState::Finished => "good",
        RunState::Undone => "off",
    }
}

// In the API.

/// An import as the API shows it.
#[derive(Debug, Serialize, ToSchema)]
pub struct RunOut {
    pub id: RunId,
    pub preset: String,
    /// The ledger whose days it brings; none for records of other kinds.
    pub ledger: Option<String>,
    pub person_id: Option<PersonId>,
    pub state: RunState,
    /// How many records it writes, and how many it has written.
    pub steps: i64,
    pub done: i64,
    pub summary: Summary,
    pub started_at: Instant,
    pub finished_at: Option<Instant>,
    pub undone_at: Option<Instant>,
}

impl From<run::Model> for RunOut {
    fn from(run: run::Model) -> Self {
        Self {
            summary: run.summary(),
            id: run.id,
            preset: run.preset,
            ledger: run.ledger,
            person_id: run.person_id,
            state: run.state,
            steps: run.steps,
            done: run.done,
            started_at: run.started_at,
            finished_at: run.finished_at,
            undone_at: run.undone_at,
        }
    }
}

/// List imports, the latest first
#[utoipa::path(
    get,
    path = "/api/v1/imports",
    tag = "imports",
    params(Cut),
    responses((status = 200, body = Page<RunOut>), (status = 403, body = api::Problem)),
)]
async fn list(ctx: Ctx, Query(cut): Query<Cut>) -> Result<impl IntoResponse> {
    Ok(Json(some(&ctx, &cut).await?.map(RunOut::from)))
}
