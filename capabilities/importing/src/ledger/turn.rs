//! An import of days that somebody began in the browser: one day after the other, each in a turn.

use std::sync::Arc;

use frame::{Ctx, Result, Tx};
use people::company;
use sea_orm::sea_query::Expr;
use tokio::sync::Mutex;

use crate::brought::folder;
use crate::change;
use crate::import::{change_run, finish_in, interrupt_others, keep_plan};
use crate::run::{self, RunId, RunState};
use crate::underway::Underway;

use super::brought::days;
use super::unpack::pack_up;
use super::{Carried, error_days, looked, stored};

static UNDERWAY: Underway<Going> = Underway::none();

/// An import under way, and how far it must have come if all that it kept was also committed.
struct Going {
    carried: Carried,
    done: i64,
}

/// Whether there is more to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    More,
    Last,
}

/// It runs here no more.
pub fn forget(run: RunId) {
    UNDERWAY.forget(run);
}

/// Reads all days once, before the first turn here; whoever was killed reads them anew.
pub async fn look_ahead(ctx: &Ctx, run: &run::Model) -> Result<()> {
    if let Some(going) = UNDERWAY.of(run.id) {
        if going.lock().await.done == run.done {
            return Ok(());
        }
        UNDERWAY.forget(run.id);
    }
    match begun(ctx, run).await {
        Ok(going) => {
            UNDERWAY.keep(run.id, Arc::new(Mutex::new(going)));
            Ok(())
        }
        // Its files have changed or are gone: nobody mends that by trying again.
        Err(error) if error.is_refusal() => Ok(()),
        Err(error) => Err(error),
    }
}

async fn begun(ctx: &Ctx, run: &run::Model) -> Result<Going> {
    let unpacked = days(ctx, run.id).await?;
    let stored = stored(ctx, Some(run.id)).await?;
    let (mut looked, stored) = looked(&unpacked, stored).await?;
    looked.goes_on_after(&run.summary());
    Ok(Going { carried: Carried::of(ctx, looked, &stored), done: run.done })
}

/// Keeps the next day, and says how far the import has come.
pub async fn turn(tx: &Tx, run: &run::Model) -> Result<Turn> {
    let id = run.id;
    let Some(going) = UNDERWAY.take(id) else {
        interrupt_others(tx).await?;
        return Ok(Turn::Last);
    };
    let shared = Arc::clone(&going);
    let mut guard = going.lock().await;
    let Going { carried, done } = &mut *guard;
    let lang = company::mine(tx).await?.lang;
    if run.steps == 0 {
        let error_files = error_days(&carried.looked, lang)?;
        let (lines, summary) = (carried.looked.new_lines(), carried.looked.summary(lang));
        keep_plan(tx, id, lines, &summary, &error_files).await?;
    }

    if let Some(place) = carried.looked.next() {
        let lines = i64::try_from(carried.lines_of(place)).unwrap_or(i64::MAX);
        let last = change::last_number(tx, id).await?;
        carried.keep(tx, (id, lang, last), place).await?;
        *done = run.done.saturating_add(lines);
    }

    let summary = carried.looked.summary(lang);
    let left = i64::try_from(carried.looked.new_lines()).unwrap_or(i64::MAX);
    let values = vec![
        (run::Column::Done, Expr::value(*done)),
        (run::Column::Steps, Expr::value(done.saturating_add(left))),
        (run::Column::Summary, Expr::value(serde_json::to_string(&summary)?)),
    ];
    change_run(tx, id, RunState::Running, values).await?;
    if carried.looked.next().is_some() {
        UNDERWAY.keep(id, shared);
        return Ok(Turn::More);
    }
    finish_in(tx, id, &run.preset, &summary).await?;
    // Should this not be committed, it is unpacked anew.
    let folder = folder(tx, id);
    tokio::task::spawn_blocking(move || pack_up(&folder)).await??;
    Ok(Turn::Last)
}
