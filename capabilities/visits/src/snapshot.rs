//! The visits that a phone needs to know.

use frame::{Ctx, Result, stream};
use kernel::Instant;
use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryOrder};

use crate::rules::{VisitId, VisitState};
use crate::visit;

/// A week ahead and yesterday: what somebody looks at without signal.
const DAYS_AHEAD: i64 = 7;

/// The actor's own visits around today: all, or those that changed at or after a moment.
pub async fn snapshot(ctx: &Ctx, since: Option<Instant>) -> Result<Vec<visit::Model>> {
    let today = ctx.now.day(&ctx.actor.zone);
    let around = Condition::any().add(visit::Column::State.eq(VisitState::Open)).add(
        Condition::all()
            .add(visit::Column::Day.gte(today.plus(-1)))
            .add(visit::Column::Day.lte(today.plus(DAYS_AHEAD))),
    );
    let mut visits = ctx
        .whole_company::<visit::Entity>()
        .filter(visit::Column::OwnerId.eq(ctx.actor.person))
        .filter(around);
    if let Some(since) = since {
        visits = visits.filter(visit::Column::UpdatedAt.gte(since));
    }
    let visits = visits.order_by_asc(visit::Column::Day).order_by_asc(visit::Column::Sequence);
    Ok(visits.all(ctx).await?)
}

/// The actor's visits that were taken out of the plan at or after a moment, or went to somebody
/// else, and are not back.
pub async fn removed(ctx: &Ctx, since: Instant) -> Result<Vec<VisitId>> {
    let me = ctx.actor.person;
    let mut gone = stream::of_owner(ctx, me, "visits.plan_removed", since).await?;
    gone.extend(stream::of_owner(ctx, me, "visits.plan_left", since).await?);
    let gone: Vec<VisitId> = gone.iter().map(|it| VisitId(it.subject_id)).collect();
    if gone.is_empty() {
        return Ok(gone);
    }
    let back = ctx
        .whole_company::<visit::Entity>()
        .filter(visit::Column::OwnerId.eq(ctx.actor.person))
        .filter(visit::Column::Id.is_in(gone.iter().copied()))
        .all(ctx)
        .await?;
    Ok(gone.into_iter().filter(|id| !back.iter().any(|it| it.id == *id)).collect())
}
