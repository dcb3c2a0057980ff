//! Work that comes round by itself: once in each period, for each company.

use kernel::{CompanyId, Instant};
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Alias, ExprTrait, OnConflict, Query};
use sea_orm::{Condition, ConnectionTrait, IntoActiveModel, QuerySelect};

use super::Running;
use crate::app::App;
use crate::error::{Error, Result};
use crate::tx::Tx;

/// Work that comes round, one entry per kind, listed in `app`.
///
/// Periods are counted from 1970, so that they begin at round hours: `minutes: 15` runs once in
/// each quarter of an hour, `minutes: 1_440` once in each UTC day. The run and the mark that it
/// ran are one commit.
#[derive(Clone, Copy)]
pub struct Every {
    /// Stored with every company, so it never changes.
    pub name: &'static str,
    pub minutes: i64,
    /// Acts as the company itself; what it does should be small, for others wait meanwhile.
    pub run: for<'tx> fn(&'tx Tx) -> Running<'tx>,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "schedule")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub name: String,
    /// When it ran last; long ago if it never did.
    pub last_run: Instant,
    /// The last try failed, and why; it is tried again.
    pub failed_at: Option<Instant>,
    pub failure: Option<String>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

const NEVER: Instant = Instant(0);

impl Every {
    /// The moment at which the period of this moment began.
    fn began(&self, now: Instant) -> Instant {
        let period = Ord::max(self.minutes, 1) * 60_000_000;
        Instant(now.0.div_euclid(period) * period)
    }

    /// From this moment on a last run cannot be right: the clock was ahead then, and has been set
    /// back since. A run of the next period is one that a small step back has left there.
    fn never_after(&self, now: Instant) -> Instant {
        self.began(now).plus_minutes(2 * Ord::max(self.minutes, 1))
    }

    fn is_due(&self, last_run: Instant, now: Instant) -> bool {
        last_run < self.began(now) || self.never_after(now) <= last_run
    }
}

/// Runs what has not run in its present period; answers how many runs were made.
pub async fn run_scheduled(app: &App) -> Result<usize> {
    let mut made = 0;
    for every in &app.every {
        for company in waiting(app, every).await? {
            made += usize::from(run(app, every, company).await?);
        }
    }
    Ok(made)
}

/// The companies for which it has not run in this period.
#[expect(clippy::disallowed_methods, reason = "the schedule looks at all companies")]
async fn waiting(app: &App, every: &Every) -> Result<Vec<CompanyId>> {
    let now = app.now();
    let (company, id) = (Alias::new("company"), Alias::new("id"));
    let same = Condition::all()
        .add(Expr::col((Entity, Column::CompanyId)).eq(Expr::col((company.clone(), id.clone()))))
        .add(Expr::col((Entity, Column::Name)).eq(every.name));
    let mut select = Query::select();
    select.column((company.clone(), id)).from(company).left_join(Entity, same).cond_where(
        Condition::any()
            .add(Expr::col((Entity, Column::LastRun)).is_null())
            .add(Expr::col((Entity, Column::LastRun)).lt(every.began(now)))
            .add(Expr::col((Entity, Column::LastRun)).gte(every.never_after(now))),
    );
    let rows = app.db.pool().query_all(&select).await?;
    let ids = rows.iter().map(|row| row.try_get_by_index::<Uuid>(0).map(CompanyId));
    Ok(ids.collect::<std::result::Result<_, _>>()?)
}

/// One run for one company. A failure is written down and waits for the next look; it keeps
/// nobody else from theirs.
async fn run(app: &App, every: &Every, company: CompanyId) -> Result<bool> {
    match attempt(app, every, company).await {
        Ok(ran) => {
            if ran {
                app.metrics.job(every.name, "done");
            }
            Ok(ran)
        }
        Err(error) => {
            app.metrics.job(every.name, "failed");
            tracing::warn!(name = every.name, %company, %error, "scheduled work failed");
            note(app, every, company, &error).await?;
            Ok(false)
        }
    }
}

async fn attempt(app: &App, every: &Every, company: CompanyId) -> Result<bool> {
    let tx = app.company(company).begin().await?;
    let row = taken(&tx, every).await?;
    if !every.is_due(row.last_run, tx.now) {
        // Another worker was first.
        return Ok(false);
    }
    let mut row = row.into_active_model();
    row.last_run = Set(tx.now);
    row.failed_at = Set(None);
    row.failure = Set(None);
    tx.update(row).await?;

    (every.run)(&tx).await?;
    tx.commit().await?;
    Ok(true)
}

/// The row of this work, made if it is missing and locked until the commit.
#[expect(clippy::disallowed_methods, reason = "the one place where the schedule is read")]
async fn taken(tx: &Tx, every: &Every) -> Result<Model> {
    let company = tx.actor.company;
    let row = ActiveModel {
        company_id: Set(company),
        name: Set(every.name.to_owned()),
        last_run: Set(NEVER),
        failed_at: Set(None),
        failure: Set(None),
    };
    let known = OnConflict::columns([Column::CompanyId, Column::Name]).do_nothing().to_owned();
    tx.put(row, known).await?;
    let row = Entity::find_by_id((company, every.name.to_owned())).lock_exclusive();
    let row = row.one(&**tx).await?;
    row.ok_or_else(|| Error::internal(anyhow::anyhow!("the schedule lost {}", every.name)))
}

async fn note(app: &App, every: &Every, company: CompanyId, error: &Error) -> Result<()> {
    let tx = app.company(company).begin().await?;
    let mut row = taken(&tx, every).await?.into_active_model();
    row.failed_at = Set(Some(tx.now));
    row.failure = Set(Some(error.to_string()));
    tx.update(row).await?;
    tx.commit().await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_went_back_neither_doubles_nor_stops_what_comes_round() {
        let hourly = Every { name: "test", minutes: 60, run: |_| Box::pin(async { Ok(()) }) };
        let now = "2026-03-02T05:59:59Z".parse::<Instant>().unwrap();
        for (last_run, is_due) in [
            ("2026-03-02T04:59:59Z", true),
            ("2026-03-02T05:00:00Z", false),
            // Two seconds ago, when the clock was ahead by those.
            ("2026-03-02T06:00:00Z", false),
            ("2026-03-02T07:00:00Z", true),
            ("2036-03-02T05:00:00Z", true),
        ] {
            assert_eq!(hourly.is_due(last_run.parse().unwrap(), now), is_due, "{last_run}");
        }
    }

    #[test]
    fn a_period_begins_at_a_round_hour() {
        let hourly = Every { name: "test", minutes: 60, run: |_| Box::pin(async { Ok(()) }) };
        let moment = |text: &str| text.parse::<Instant>().unwrap();

        assert_eq!(hourly.began(moment("2026-03-02T05:59:59Z")), moment("2026-03-02T05:00:00Z"));
        assert_eq!(hourly.began(moment("2026-03-02T06:00:00Z")), moment("2026-03-02T06:00:00Z"));
    }
}
