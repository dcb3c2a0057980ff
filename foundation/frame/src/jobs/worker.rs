//! Takes due jobs, one after the other, and runs each inside its own transaction.

use std::time::Duration;

use kernel::Instant;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait, LockBehavior, LockType};
use sea_orm::{Condition, QueryOrder, QuerySelect, TransactionTrait};
use tokio::sync::watch;

use super::{Column, Entity, Kind, Model, run_scheduled};
use crate::app::App;
use crate::ctx::{Actor, Ctx, Via};
use crate::db::Db;
use crate::error::{Error, Result};
use crate::stream::Unplaced;
use crate::tx::Tx;

/// A worker that has not finished by then is taken for dead.
const CLAIM_SECONDS: i64 = 120;
/// Tries before somebody has to look: the last comes about a day after the first.
const MOST_ATTEMPTS: i32 = 10;
/// Nobody is told to wait for longer before another try.
const LONGEST_WAIT_MINUTES: i64 = 12 * 60;
/// How often the table is looked at when nobody rings.
const PATIENCE: Duration = Duration::from_secs(1);

/// Works until told to stop.
pub async fn work(app: App, mut stop: watch::Receiver<bool>) {
    let mut looked: Option<Instant> = None;
    while !*stop.borrow() {
        let now = app.now();
        // A clock that went backwards is no reason to wait.
        if looked.is_none_or(|it| now < it || it.plus_minutes(1) <= now) {
            looked = Some(now);
            if let Err(error) = run_scheduled(&app).await {
                error.log();
            }
        }
        match run_due(&app).await {
            Ok(0) => {}
            Ok(_) => continue,
            Err(error) => error.log(),
        }
        tokio::select! {
            () = app.jobs_due.notified() => {}
            () = tokio::time::sleep(PATIENCE) => {}
            _ = stop.changed() => {}
        }
    }
}

/// Runs what is due now; answers how many jobs were taken.
pub async fn run_due(app: &App) -> Result<usize> {
    let mut taken = 0;
    while let Some(job) = claim(app).await? {
        taken += 1;
        run(app, job).await?;
    }
    Ok(taken)
}

/// Marks the next due job as ours for a while.
#[expect(clippy::disallowed_methods, reason = "jobs wait for all companies in one table")]
async fn claim(app: &App) -> Result<Option<Model>> {
    let now = app.now();
    // What was claimed or put off by a clock that has been set back since would wait for years.
    let free = Condition::any()
        .add(Column::ClaimedUntil.is_null())
        .add(Column::ClaimedUntil.lt(now))
        .add(Column::ClaimedUntil.gt(now.plus_seconds(2 * CLAIM_SECONDS)));
    let put_off = Condition::all()
        .add(Column::Attempts.gt(0))
        .add(Column::DueAt.gt(now.plus_minutes(LONGEST_WAIT_MINUTES)));
    let due = Entity::find()
        .filter(Condition::any().add(Column::DueAt.lte(now)).add(put_off))
        .filter(Column::FailedAt.is_null())
        .filter(free)
        .order_by_asc(Column::DueAt)
        .limit(1);
    let mark = |id| {
        Entity::update_many()
            .col_expr(Column::ClaimedUntil, Expr::value(now.plus_seconds(CLAIM_SECONDS)))
            .col_expr(Column::Attempts, Expr::col(Column::Attempts).add(1))
            .filter(Column::Id.eq(id))
    };
    match &app.db {
        Db::Sqlite(sqlite) => {
            // Look with a reader first: an idle worker must not take the writer's time.
            if due.clone().one(app.db.pool()).await?.is_none() {
                return Ok(None);
            }
            let turn = Db::turn(sqlite).await?;
            let Some(job) = due.one(turn.connection()).await? else { return Ok(None) };
            mark(job.id).exec(turn.connection()).await?;
            turn.commit(Unplaced::default()).await?;
            Ok(Some(job))
        }
        Db::Postgres(pool) => {
            let transaction = pool.begin().await?;
            let due = due.lock_with_behavior(LockType::Update, LockBehavior::SkipLocked);
            let Some(job) = due.one(&transaction).await? else { return Ok(None) };
            mark(job.id).exec(&transaction).await?;
            transaction.commit().await?;
            Ok(Some(job))
        }
    }
}

async fn run(app: &App, job: Model) -> Result<()> {
    let name = job.name.clone();
    match attempt(app, &job).await {
        Ok(()) => {
            app.metrics.job(&name, "done");
            Ok(())
        }
        Err(error) => {
            app.metrics.job(&name, "failed");
            tracing::warn!(job = %job.id, name, attempts = job.attempts + 1, %error, "job failed");
            put_off(app, &job, &error).await
        }
    }
}

/// The work and the end of the job are one commit.
async fn attempt(app: &App, job: &Model) -> Result<()> {
    let kind = app.jobs.iter().flat_map(|kinds| kinds.iter()).find(|kind| kind.name == job.name);
    let kind: &Kind = kind.ok_or_else(|| {
        Error::internal(anyhow::anyhow!("nothing here runs a job named {}", job.name))
    })?;
    let ctx = actor_ctx(app, job).await?;
    (kind.look_ahead)(job.body.clone(), &ctx).await?;
    let again = ctx.again();
    drop(ctx);
    let tx = again.begin().await?;
    (kind.run)(job.body.clone(), &tx).await?;
    finish(&tx, job).await?;
    tx.commit().await
}

async fn actor_ctx(app: &App, job: &Model) -> Result<Ctx> {
    let Some(person) = job.person_id else { return Ok(app.company(job.company_id)) };
    let asking = Ctx::new(app.clone(), Actor::nobody(job.company_id), app.now());
    let actor = (app.actor_of)(&asking, person).await?;
    Ok(Ctx::new(app.clone(), Actor { via: Via::Job, ..actor }, app.now()))
}

#[expect(clippy::disallowed_methods, reason = "a finished job is taken from the table of all")]
async fn finish(tx: &Tx, job: &Model) -> Result<()> {
    let gone = Entity::delete_by_id(job.id).exec(&**tx).await?;
    if gone.rows_affected == 1 {
        return Ok(());
    }
    Err(Error::internal(anyhow::anyhow!("another worker finished job {} meanwhile", job.id)))
}

/// Later again, each time after a longer while; after too many times, for somebody to look at.
#[expect(clippy::disallowed_methods, reason = "a failed job goes back to the table of all")]
async fn put_off(app: &App, job: &Model, error: &Error) -> Result<()> {
    let attempts = job.attempts + 1;
    let now = app.now();
    let failed: Option<Instant> = (MOST_ATTEMPTS <= attempts).then_some(now);
    let wait = 15_i64.saturating_mul(1 << attempts.clamp(0, 12));
    let tx = app.company(job.company_id).begin().await?;
    Entity::update_many()
        .col_expr(Column::ClaimedUntil, Expr::value(None::<Instant>))
        .col_expr(Column::DueAt, Expr::value(now.plus_seconds(wait)))
        .col_expr(Column::FailedAt, Expr::value(failed))
        .col_expr(Column::Failure, Expr::value(error.to_string()))
        .filter(Column::Id.eq(job.id))
        .exec(&*tx)
        .await?;
    tx.commit().await
}
