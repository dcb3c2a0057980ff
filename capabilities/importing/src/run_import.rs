//! A draft becomes records, some at a time; somebody watches, stops it, or lets it go on.

use std::sync::Arc;

use axum::response::{IntoResponse, Response};
use axum::routing::post;
use frame::jobs::Job;
use frame::web::{Json, Path, api, page};
use frame::{App, Ctx, Error, Event, Result, Tx};
use kernel::access::{Act, Area};
use people::company;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, QueryFilter};
use serde::{Deserialize, Serialize};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::brought::{self, Brought, assemble, rows_path};
use crate::change;
use crate::import::{
    Import, Place, at_once, change_run, come_so_far, finish_in, interrupt_others, keep_plan,
    places, word, work,
};
use crate::import_file;
use crate::ledger::{self, Turn};
use crate::own;
use crate::prepare::{Prepared, prepare};
use crate::rules::mapping::Mapping;
use crate::rules::run_refused::RunRefused;
use crate::run::{self, RunId, RunState};
use crate::runs::RunOut;
use crate::source_file::Sources;
use crate::underway::Underway;
use crate::upload::discard;
use crate::words::Words;
use crate::write::{Work, Writing, write};

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/settings/imports/{run}/run", post(submit))
        .route("/settings/imports/{run}/cancel", post(stop))
        .route("/settings/imports/{run}/discard", post(throw_away))
        .routes(routes!(run_one))
        .routes(routes!(cancel_one))
}

/// What is read for an import that somebody brought.
pub async fn assembled(ctx: &Ctx, id: RunId) -> Result<(Mapping, Sources)> {
    let folder = brought::folder(ctx, id);
    let mut brought = Vec::new();
    for file in import_file::of_run(ctx, id).await? {
        let look = file.look()?;
        brought.push(Brought {
            path: rows_path(&folder, file.number, &look),
            choice: file.choice()?,
            name: file.name,
            look,
        });
    }
    if brought.is_empty() {
        return Err(Error::refused(RunRefused::NotNow));
    }
    brought::settled(&brought, &own::load(ctx).await?).map_err(Error::refused)?;
    let currency = company::mine(ctx).await?.currency;
    assemble(&brought, &currency).map_err(Error::refused)
}

/// From now on the import runs. One that stopped halfway goes on.
pub async fn start(tx: &Tx, id: RunId) -> Result<()> {
    tx.permit_company(Act::Create, Area::Imports)?;

    let run = run::get(tx, id).await?;
    let may_start =
        matches!(run.state, RunState::Draft | RunState::Cancelled | RunState::Interrupted);
    if !may_start {
        return Err(Error::refused(RunRefused::NotNow));
    }
    let busy = run::Column::State.is_in([RunState::Running, RunState::Undoing]);
    if let Some(other) = tx.find::<run::Entity>().filter(busy).one(&**tx).await? {
        return Err(Error::refused(match other.state {
            RunState::Undoing => RunRefused::UndoUnfinished { run: other.id.to_string() },
            _ => RunRefused::AnotherRuns,
        }));
    }
    if run.ledger.is_some() {
        ledger::brought(tx, id).await?;
    } else if assembled(tx, id).await?.0.has_documents() {
        tx.permit_company(Act::Create, Area::Transactions)?;
    }

    change_run(tx, id, run.state, vec![(run::Column::State, word(RunState::Running))]).await?;
    let event = Event::of("importing.run_begun", "import", id).with("preset", run.preset);
    tx.record(event);
    tx.later(tx.now, &RunImport { run: id })
}

/// The import writes no more; what it wrote until now stays, and can be undone.
pub async fn cancel(tx: &Tx, id: RunId) -> Result<()> {
    tx.permit_company(Act::Create, Area::Imports)?;

    let run = run::get(tx, id).await?;
    if run.state != RunState::Running {
        return Err(Error::refused(RunRefused::NotNow));
    }
    let values = vec![
        (run::Column::State, word(RunState::Cancelled)),
        (run::Column::FinishedAt, Expr::value(tx.now)),
    ];
    change_run(tx, id, RunState::Running, values).await?;
    tx.record(
        Event::of("importing.run_cancelled", "import", id)
            .with("done", run.done)
            .with("of", run.steps),
    );
    Ok(())
}

/// Writes some records and leaves the rest for later, so that nobody waits for a long import.
#[derive(Serialize, Deserialize)]
pub struct RunImport {
    run: RunId,
}

/// A plan that is being carried out, and what of it is written.
struct Carried {
    prepared: Prepared,
    places: Vec<Place>,
    written: usize,
    /// How far the run had come before.
    done_before: i64,
}

impl Carried {
    /// How far the run must have come if all that was written was also kept.
    fn done(&self) -> i64 {
        self.done_before + i64::try_from(self.written).unwrap_or(i64::MAX)
    }
}

static UNDERWAY: Underway<Carried> = Underway::none();

impl Job for RunImport {
    const NAME: &'static str = "importing.run";

    async fn look_ahead(&self, ctx: &Ctx) -> Result<()> {
        let run = run::get(ctx, self.run).await?;
        if run.state != RunState::Running {
            return Ok(());
        }
        if run.ledger.is_some() {
            return ledger::look_ahead(ctx, &run).await;
        }
        if let Some(underway) = UNDERWAY.of(self.run) {
            if underway.lock().await.done() == run.done {
                return Ok(());
            }
            UNDERWAY.forget(self.run);
        }
        let (mapping, sources) = assembled(ctx, self.run).await?;
        let lang = company::mine(ctx).await?.lang;
        let import = Import { preset: &run.preset, mapping: &mapping, sources: &sources, lang };
        match prepare(ctx.again(), &import).await {
            Ok(prepared) => {
                let places = places(&prepared.plan, &prepared.owners);
                let carried = Carried { prepared, places, written: 0, done_before: run.done };
                UNDERWAY.keep(self.run, Arc::new(tokio::sync::Mutex::new(carried)));
                Ok(())
            }
            // Its files have changed or are gone: nobody mends that by trying again.
            Err(error) if error.is_refusal() => Ok(()),
            Err(error) => Err(error),
        }
    }

    async fn run(self, tx: &Tx) -> Result<()> {
        let id = self.run;
        let run = run::get(tx, id).await?;
        if run.state != RunState::Running {
            UNDERWAY.forget(id);
            ledger::forget(id);
            return Ok(());
        }
        tx.permit_company(Act::Create, Area::Imports)?;
        if run.ledger.is_some() {
            return match ledger::turn(tx, &run).await? {
                Turn::More => tx.later(tx.now, &Self { run: id }),
                Turn::Last => Ok(()),
            };
        }
        let Some(underway) = UNDERWAY.take(id) else {
            interrupt_others(tx).await?;
            return Ok(());
        };
        let shared = Arc::clone(&underway);
        let mut guard = underway.lock().await;
        let underway = &mut *guard;
        if run.steps == 0 {
            let prepared = &underway.prepared;
            keep_plan(
                tx,
                id,
                underway.places.len() as u64,
                &prepared.summary,
                &prepared.error_files,
            )
            .await?;
        }

        let rest = underway.places.get(underway.written..).unwrap_or_default();
        let some = at_once(&underway.prepared.plan, rest);
        let Prepared { plan, known, .. } = &mut underway.prepared;
        let works: Vec<Work<'_>> = some.iter().filter_map(|it| work(plan, it)).collect();
        let lang = company::mine(tx).await?.lang;
        let last = change::last_number(tx, id).await?;
        let mut writing = Writing::new(id, lang, last, known);
        write(tx, &mut writing, &works).await?;
        let done = u64::try_from(run.done).unwrap_or_default() + some.len() as u64;
        come_so_far(tx, id, done).await?;
        underway.written += some.len();
        if underway.written == underway.places.len() {
            let summary = run::get(tx, id).await?.summary();
            return finish_in(tx, id, &run.preset, &summary).await;
        }
        UNDERWAY.keep(id, shared);
        tx.later(tx.now, &Self { run: id })
    }
}

// In the browser.

async fn submit(ctx: Ctx, Path(id): Path<RunId>) -> Result<Response> {
    let tx = ctx.begin().await?;
    start(&tx, id).await?;
    tx.commit().await?;
    page::redirect(&format!("/settings/imports/{id}"))
}

async fn stop(ctx: Ctx, Path(id): Path<RunId>) -> Result<Response> {
    let tx = ctx.begin().await?;
    cancel(&tx, id).await?;
    let said = Words::of(tx.lang()).cancel_done();
    tx.commit().await?;
    page::redirect_saying(&format!("/settings/imports/{id}"), said)
}

async fn throw_away(ctx: Ctx, Path(id): Path<RunId>) -> Result<Response> {
    ctx.permit_company(Act::Create, Area::Imports)?;
    if run::get(&ctx, id).await?.state != RunState::Draft {
        return Err(Error::refused(RunRefused::NotNow));
    }
    discard(&ctx, id).await?;
    page::redirect_saying("/settings/imports", Words::of(ctx.lang()).discarded())
}

// In the API.

/// Run an import
///
/// It goes on by itself after the answer; `done` counts up to `steps`, and `state` becomes
/// `finished`. One that was cancelled or interrupted goes on.
#[utoipa::path(
    post,
    path = "/api/v1/imports/{run}/run",
    tag = "imports",
    params(("run" = RunId, Path)),
    responses(
        (status = 200, body = RunOut),
        (status = 404, body = api::Problem),
        (status = 422, body = api::Problem),
    ),
)]
async fn run_one(ctx: Ctx, Path(id): Path<RunId>) -> Result<impl IntoResponse> {
    let tx = ctx.begin().await?;
    start(&tx, id).await?;
    let run = run::get(&tx, id).await?;
    tx.commit().await?;
    Ok(Json(RunOut::from(run)))
}

/// Stop an import
///
/// What it wrote until now stays, and can be undone.
#[utoipa::path(
    post,
    path = "/api/v1/imports/{run}/cancel",
    tag = "imports",
    params(("run" = RunId, Path)),
    responses(
        (status = 200, body = RunOut),
        (status = 404, body = api::Problem),
        (status = 422, body = api::Problem),
    ),
)]
async fn cancel_one(ctx: Ctx, Path(id): Path<RunId>) -> Result<impl IntoResponse> {
    let tx = ctx.begin().await?;
    cancel(&tx, id).await?;
    let run = run::get(&tx, id).await?;
    tx.commit().await?;
    Ok(Json(RunOut::from(run)))
}
