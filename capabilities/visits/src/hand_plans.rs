//! Visits that are planned go with their client to whoever looks after it now.

use accounts::AccountId;
use frame::{Event, Result, Tx};
use kernel::{Day, PersonId};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, IntoActiveModel, QueryFilter, QueryOrder};

use crate::rules::{VisitId, VisitState};
use crate::visit::{Column, Entity, Model};

/// Gives the visits that one person plans at a client after a day to another, each behind what is
/// planned for its day already; answers which. What was visited stays with whoever was there. The
/// caller has let the client pass on.
pub async fn hand_plans(
    tx: &Tx,
    account: AccountId,
    (from, to): (PersonId, PersonId),
    after: Day,
) -> Result<Vec<VisitId>> {
    let plans = tx
        .whole_company::<Entity>()
        .filter(Column::OwnerId.eq(from))
        .filter(Column::AccountId.eq(account))
        .filter(Column::State.eq(VisitState::Planned))
        .filter(Column::Day.gt(after));
    give(tx, plans.order_by_asc(Column::Day).all(&**tx).await?, to).await
}

/// Gives those of these plans back that still wait; answers which.
pub async fn hand_plans_back(
    tx: &Tx,
    plans: &[VisitId],
    (from, to): (PersonId, PersonId),
) -> Result<Vec<VisitId>> {
    let plans = tx
        .whole_company::<Entity>()
        .filter(Column::Id.is_in(plans.iter().copied()))
        .filter(Column::OwnerId.eq(from))
        .filter(Column::State.eq(VisitState::Planned));
    give(tx, plans.order_by_asc(Column::Day).all(&**tx).await?, to).await
}

async fn give(tx: &Tx, plans: Vec<Model>, to: PersonId) -> Result<Vec<VisitId>> {
    let mut given = Vec::new();
    for plan in plans {
        let last = tx
            .whole_company::<Entity>()
            .filter(Column::OwnerId.eq(to))
            .filter(Column::Day.eq(plan.day))
            .order_by_desc(Column::Sequence)
            .one(&**tx)
            .await?;
        let from = plan.owner_id;
        let mut row = plan.into_active_model();
        row.owner_id = Set(to);
        row.sequence = Set(last.map_or(0, |it| it.sequence) + 1);
        row.updated_at = Set(tx.now);
        let plan = tx.update(row).await?;
        let event = |name| {
            let event = Event::of(name, "visit", plan.id).about(plan.account_id);
            event.with("day", plan.day.to_string())
        };
        tx.record(event("visits.plan_passed").owner(to));
        // Whoever had it hears of it too: their phone takes it off.
        tx.record(event("visits.plan_left").owner(from));
        given.push(plan.id);
    }
    Ok(given)
}
