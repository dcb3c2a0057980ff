//! Files become records: planned whole, written in short transactions, remembered to be undone.

use frame::{Ctx, Error, Event, Result, Tx};
use kernel::access::{Act, Area};
use kernel::{Day, Instant, Lang};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, SimpleExpr};
use sea_orm::{ColumnTrait, Condition, QueryFilter};
use uuid::Uuid;

use crate::few_at_once::turn;
use crate::kept_errors;
use crate::ledger::LEDGERS;
use crate::prepare::{Prepared, prepare};
use crate::preview::{Preview, preview_whole};
use crate::rules::draft::{Draft, TargetKind};
use crate::rules::mapping::Mapping;
use crate::rules::planning::{Decision, Plan};
use crate::rules::row_refused::RowFault;
use crate::rules::run_refused::RunRefused;
use crate::run::{self, RunId, RunState};
use crate::source_file::{ErrorFile, Sources};
use crate::summary::Summary;
use crate::write::{Work, Writing, write};

/// Steps in one transaction: few enough that whoever clocks in meanwhile does not wait.
pub const STEPS_AT_ONCE: usize = 200;

/// A longer file of rejected rows is handed back and not kept.
const LONGEST_KEPT: usize = 8 << 20;

/// What to import, and as what.
pub struct Import<'a> {
    pub preset: &'a str,
    pub mapping: &'a Mapping,
    pub sources: &'a Sources,
    /// The language of the reasons in the files of rejected rows.
    pub lang: Lang,
}

/// What an import did or would do.
#[derive(Debug)]
pub struct Imported {
    /// None for a dry run.
    pub run: Option<RunId>,
    pub summary: Summary,
    pub faults: Vec<RowFault>,
    pub error_files: Vec<ErrorFile>,
}

/// How far an import or its undoing has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    pub done: u64,
    pub of: u64,
}

/// Says what importing would do; nothing is written.
pub async fn dry_run(ctx: &Ctx, import: &Import<'_>) -> Result<Imported> {
    ctx.permit_company(Act::Create, Area::Imports)?;

    let turn = turn().await?;
    let (preview, error_files) = preview_whole(ctx.again(), import, turn).await?;
    let Preview { summary, faults, .. } = preview;
    Ok(Imported { run: None, summary, faults, error_files })
}

/// Imports. Each transaction is whole by itself: killed in between, the run says how far it came,
/// and importing the same files again does the rest.
pub async fn import(
    ctx: &Ctx,
    import: &Import<'_>,
    mut progress: impl FnMut(Progress) + Send,
) -> Result<Imported> {
    ctx.permit_company(Act::Create, Area::Imports)?;

    let run = begin(ctx, import.preset).await?;
    let prepared = match prepare(ctx.again(), import).await {
        Ok(prepared) => prepared,
        Err(error) => {
            forget(ctx, run).await?;
            return Err(error);
        }
    };
    let Prepared { plan, mut known, owners, summary, faults, error_files } = prepared;
    let places = places(&plan, &owners);
    let of = places.len() as u64;
    plan_stands(ctx, run, of, &summary, &error_files).await?;

    let mut writing = Writing::new(run, import.lang, 0, &mut known);
    progress(Progress { done: 0, of });
    let mut written = 0;
    while written < places.len() {
        let some = at_once(&plan, &places[written..]);
        written += some.len();
        let done = written as u64;
        let works: Vec<Work<'_>> = some.iter().filter_map(|it| work(&plan, it)).collect();
        let tx = ctx.again().begin().await?;
        come_so_far(&tx, run, done).await?;
        write(&tx, &mut writing, &works).await?;
        tx.commit().await?;
        progress(Progress { done, of });
    }

    finish(ctx, run, import.preset, &summary).await?;
    Ok(Imported { run: Some(run), summary, faults, error_files })
}

/// One thing to write, by its place in a plan.
#[derive(Clone, Copy, Debug)]
pub enum Place {
    Step(usize),
    /// A stored account that nobody looks after is given to somebody.
    Owner(Uuid),
}

/// What is written, in order: owners once there are people and accounts, then deals, and the ledger
/// last.
pub fn places(plan: &Plan<Uuid>, owners: &[Uuid]) -> Vec<Place> {
    let kind = |place: &usize| plan.steps[*place].draft.kind();
    let writes = (0..plan.steps.len())
        .filter(|it| !matches!(plan.steps[*it].decision, Decision::Unchanged { .. }));
    let (mut documents, others): (Vec<_>, Vec<_>) = writes.partition(|it| kind(it).is_document());
    let (deals, others): (Vec<_>, Vec<_>) =
        others.into_iter().partition(|it| kind(it) == TargetKind::Opportunity);
    documents.sort_by_key(|it| in_ledger(&plan.steps[*it].draft));
    let mut places: Vec<Place> = others.into_iter().map(Place::Step).collect();
    places.extend(owners.iter().map(|id| Place::Owner(*id)));
    places.extend(deals.into_iter().chain(documents).map(Place::Step));
    places
}

/// What takes back follows what is taken back, and payments follow what they pay, each in the order
/// in which they were made.
fn in_ledger(draft: &Draft) -> (u8, Option<Day>, String) {
    let (rank, day) = match draft {
        Draft::Invoice(it) => (u8::from(it.cancels.value().is_some()), it.day.value()),
        Draft::Payment(it) => (2, it.day.value()),
        _ => (0, None),
    };
    (rank, day.copied(), draft.name().to_owned())
}

/// As much of the rest as one transaction writes: a document weighs what its lines do.
pub fn at_once<'a>(plan: &Plan<Uuid>, rest: &'a [Place]) -> &'a [Place] {
    let weight = |place: &Place| match place {
        Place::Step(index) => match plan.steps.get(*index).map(|it| &it.draft) {
            Some(Draft::Invoice(it)) => 5 + it.lines.len() / 10,
            Some(Draft::Payment(_)) => 5,
            _ => 1,
        },
        Place::Owner(_) => 1,
    };
    let mut weighs = 0;
    let fits = |place: &&Place| {
        weighs += weight(place);
        weighs <= STEPS_AT_ONCE
    };
    let count = rest.iter().take_while(fits).count().max(1).min(rest.len());
    rest.get(..count).unwrap_or_default()
}

/// What stands at a place.
pub fn work<'a>(plan: &'a Plan<Uuid>, place: &Place) -> Option<Work<'a>> {
    match place {
        Place::Step(index) => plan.steps.get(*index).map(Work::Step),
        Place::Owner(account) => Some(Work::Owner(*account)),
    }
}

/// The run stands before anything else. One that was killed is at its end: should it still live,
/// its next transaction finds that another has taken over.
pub async fn begin(ctx: &Ctx, preset: &str) -> Result<RunId> {
    let tx = ctx.again().begin().await?;
    let undoing = tx.find::<run::Entity>().filter(run::Column::State.eq(RunState::Undoing));
    if let Some(run) = undoing.one(&*tx).await? {
        return Err(Error::refused(RunRefused::UndoUnfinished { run: run.id.to_string() }));
    }

    interrupt_others(&tx).await?;
    let id: RunId = tx.id();
    tx.insert_all(vec![run::ActiveModel {
        company_id: Set(tx.actor.company),
        id: Set(id),
        person_id: Set(tx.actor.somebody()),
        preset: Set(preset.to_owned()),
        state: Set(RunState::Running),
        summary: Set(serde_json::to_string(&Summary::default())?),
        steps: Set(0),
        done: Set(0),
        started_at: Set(tx.now),
        finished_at: Set(None),
        undone_at: Set(None),
        touched_at: Set(None),
        ledger: Set(LEDGERS.contains(&preset).then(|| preset.to_owned())),
    }])
    .await?;
    tx.record(Event::of("importing.run_begun", "import", id).with("preset", preset));
    tx.commit().await?;
    Ok(id)
}

/// Whichever import still runs is at its end.
pub async fn interrupt_others(tx: &Tx) -> Result<()> {
    let interrupted = vec![(run::Column::State, word(RunState::Interrupted))];
    let running = run::Column::State.eq(RunState::Running);
    tx.update_where::<run::Entity, _>(run::Column::CompanyId, running, interrupted).await?;
    Ok(())
}

/// Files that could not be read have changed nothing, and leave no run.
pub async fn forget(ctx: &Ctx, id: RunId) -> Result<()> {
    let tx = ctx.again().begin().await?;
    tx.delete_where::<run::Entity, _>(run::Column::CompanyId, run::Column::Id.eq(id)).await?;
    tx.record(Event::of("importing.run_refused", "import", id));
    tx.commit().await
}

/// What will be written is known, and so is what was rejected.
pub async fn plan_stands(
    ctx: &Ctx,
    id: RunId,
    steps: u64,
    summary: &Summary,
    error_files: &[ErrorFile],
) -> Result<()> {
    let tx = ctx.again().begin().await?;
    keep_plan(&tx, id, steps, summary, error_files).await?;
    tx.commit().await
}

pub async fn keep_plan(
    tx: &Tx,
    id: RunId,
    steps: u64,
    summary: &Summary,
    error_files: &[ErrorFile],
) -> Result<()> {
    let values = vec![
        (run::Column::Steps, Expr::value(i64::try_from(steps).unwrap_or(i64::MAX))),
        (run::Column::Summary, Expr::value(serde_json::to_string(summary)?)),
    ];
    change_run(tx, id, RunState::Running, values).await?;
    let mut kept = Vec::new();
    for (number, file) in (0..).zip(error_files) {
        let is_short = file.content.len() <= LONGEST_KEPT;
        kept.push(kept_errors::ActiveModel {
            company_id: Set(tx.actor.company),
            run_id: Set(id),
            number: Set(number),
            name: Set(file.name.clone()),
            rejected: Set(i64::try_from(file.rejected).unwrap_or(i64::MAX)),
            content: Set(if is_short { file.content.clone() } else { String::new() }),
            form: Set(file.form),
        });
    }
    tx.insert_all(kept).await
}

pub async fn come_so_far(tx: &Tx, id: RunId, done: u64) -> Result<()> {
    let done = i64::try_from(done).unwrap_or(i64::MAX);
    change_run(tx, id, RunState::Running, vec![(run::Column::Done, Expr::value(done))]).await
}

pub async fn finish(ctx: &Ctx, id: RunId, preset: &str, summary: &Summary) -> Result<()> {
    let tx = ctx.again().begin().await?;
    finish_in(&tx, id, preset, summary).await?;
    tx.commit().await
}

pub async fn finish_in(tx: &Tx, id: RunId, preset: &str, summary: &Summary) -> Result<()> {
    let now: Instant = tx.now;
    let values = vec![
        (run::Column::State, word(RunState::Finished)),
        (run::Column::FinishedAt, Expr::value(now)),
        (run::Column::Summary, Expr::value(serde_json::to_string(summary)?)),
    ];
    change_run(tx, id, RunState::Running, values).await?;
    let total = summary.total();
    tx.record(
        Event::of("importing.run_finished", "import", id)
            .with("preset", preset)
            .with("created", total.created)
            .with("updated", total.updated)
            .with("unchanged", total.unchanged)
            .with("rejected", summary.rejected),
    );
    Ok(())
}

/// Changes the row of a run that is in this state, and holds it until the commit.
pub async fn change_run(
    tx: &Tx,
    id: RunId,
    state: RunState,
    values: Vec<(run::Column, SimpleExpr)>,
) -> Result<()> {
    let this = Condition::all().add(run::Column::Id.eq(id)).add(run::Column::State.eq(state));
    match tx.update_where::<run::Entity, _>(run::Column::CompanyId, this, values).await? {
        0 => Err(Error::refused(RunRefused::TakenOver)),
        _ => Ok(()),
    }
}

pub fn word(state: RunState) -> SimpleExpr {
    Expr::value(state.word())
}
