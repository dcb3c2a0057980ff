//! Work that somebody has to look at.

use kernel::Instant;
use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect};

use super::{Column, Entity, schedule};
use crate::app::App;
use crate::error::Result;

/// More of them tell nothing new.
const MOST_TOLD: u64 = 20;

/// Jobs that were tried too often, and scheduled work whose last try failed: name and reason.
#[expect(clippy::disallowed_methods, reason = "the doctor looks at the work of all companies")]
pub async fn failed(app: &App) -> Result<Vec<(String, String)>> {
    let jobs = Entity::find().filter(Column::FailedAt.is_not_null()).limit(MOST_TOLD);
    let jobs = jobs.all(app.db.pool()).await?;
    let scheduled = schedule::Entity::find()
        .filter(schedule::Column::FailedAt.is_not_null())
        .limit(MOST_TOLD)
        .all(app.db.pool())
        .await?;
    let jobs = jobs.into_iter().map(|it| (it.name, it.failure));
    let scheduled = scheduled.into_iter().map(|it| (it.name, it.failure));
    let told = jobs.chain(scheduled).map(|(name, why)| (name, why.unwrap_or_default()));
    Ok(told.collect())
}

/// Since when the job that waits longest is due; none when nothing is late.
#[expect(clippy::disallowed_methods, reason = "the doctor looks at the work of all companies")]
pub async fn oldest_due(app: &App) -> Result<Option<Instant>> {
    let oldest = Entity::find()
        .filter(Column::FailedAt.is_null())
        .filter(Column::DueAt.lte(app.now()))
        .order_by_asc(Column::DueAt)
        .one(app.db.pool())
        .await?;
    Ok(oldest.map(|it| it.due_at))
}
