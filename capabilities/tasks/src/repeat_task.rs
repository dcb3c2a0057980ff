//! A task comes again: the next one is made when one is done, or when its day has come.
//!
//! Whoever makes it takes the place first, in one statement that only one can win, and a unique
//! index stands behind that. So however often it is done, undone and done again, and whatever the
//! clock makes meanwhile, there are never two.

use accounts::account;
use frame::{Error, Result, Tx};
use kernel::{Day, Instant};
use people::person::{self, PersonStatus};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use uuid::Uuid;

use crate::add_task::event;
use crate::remind_task::leave_reminder;
use crate::rules::repeat::{RepeatFrom, Slot};
use crate::rules::timing::Timing;
use crate::task::{ActiveModel, Column, Entity, Model, TaskId};
use crate::task_timing::set_timing;

/// As many as one run makes; the next run makes the rest.
const AT_ONCE: u64 = 500;

/// Begins a series, if the task comes again.
pub fn set_series(row: &mut ActiveModel, due_on: Option<Day>, timing: &Timing, series: Uuid) {
    row.repeat_rule = Set(timing.repeat.map(|it| it.rule.to_string()));
    row.repeat_from = Set(timing.repeat.map(|it| it.from));
    row.series_id = Set(timing.repeat.map(|_| series));
    row.series_number = Set(timing.repeat.map(|_| 1));
    row.series_on = Set(due_on.filter(|_| timing.repeat.is_some()));
}

/// Makes the one that comes after a task that was just done.
pub async fn follow(tx: &Tx, task: &Model) -> Result<()> {
    let today = tx.now.day(&tx.actor.zone);
    next(tx, task, today).await.map(|_| ())
}

/// Makes the next of what comes by the calendar and has had its day: once an hour.
pub async fn follow_calendar(tx: &Tx) -> Result<()> {
    let today = tx.now.day(&tx.actor.zone);
    let gone = tx
        .whole_company::<person::Entity>()
        .select_only()
        .column(person::Column::Id)
        .filter(person::Column::Status.eq(PersonStatus::Left));
    let came = tx
        .whole_company::<Entity>()
        .filter(Column::OwnerId.not_in_subquery(gone.into_query()))
        .filter(Column::RepeatRule.is_not_null())
        .filter(Column::NextId.is_null())
        .filter(Column::RepeatFrom.eq(RepeatFrom::Calendar))
        .filter(Column::HiddenAt.is_null())
        .filter(Column::SeriesOn.lte(today))
        .order_by_asc(Column::SeriesOn)
        .limit(AT_ONCE);
    for task in came.all(&**tx).await? {
        next(tx, &task, today).await?;
    }
    Ok(())
}

async fn next(tx: &Tx, task: &Model, today: Day) -> Result<Option<Model>> {
    let timing = task.timing();
    let (Some(repeat), Some(slot)) = (timing.repeat, task.slot()) else { return Ok(None) };
    if task.next_id.is_some() || !goes_on(tx, task).await? {
        return Ok(None);
    }
    let slot = match (repeat.from, task.done_at) {
        (RepeatFrom::Calendar, _) => repeat.rule.next(slot, today),
        (RepeatFrom::Done, Some(done)) => {
            repeat.rule.next_after_done(slot, done.day(&tx.actor.zone))
        }
        (RepeatFrom::Done, None) => return Ok(None),
    };
    // The end of a series is looked at again each hour, for as long as its last one is there; the
    // mark that it has ended is that it is its own next.
    let Some(slot) = slot else {
        take_place(tx, task.id, task.id).await?;
        return Ok(None);
    };

    let id: TaskId = tx.id();
    if !take_place(tx, task.id, id).await? {
        return Ok(None);
    }
    let next = tx.insert(successor(task, &timing, id, slot, tx.now)).await?;
    tx.record(event(&next, "accounts.task_repeated").with("day", slot.on.to_string()));
    leave_reminder(tx, &next)?;
    Ok(Some(next))
}

fn successor(task: &Model, timing: &Timing, id: TaskId, slot: Slot, now: Instant) -> ActiveModel {
    let mut row = ActiveModel {
        company_id: Set(task.company_id),
        id: Set(id),
        owner_id: Set(task.owner_id),
        account_id: Set(task.account_id),
        text: Set(task.text.clone()),
        done_at: Set(None),
        created_at: Set(now),
        updated_at: Set(now),
        assigned_by: Set(task.assigned_by),
        opportunity_id: Set(task.opportunity_id),
        hidden_at: Set(None),
        repeat_rule: Set(task.repeat_rule.clone()),
        repeat_from: Set(task.repeat_from),
        series_id: Set(task.series_id),
        series_number: Set(Some(slot.number)),
        series_on: Set(Some(slot.on)),
        next_id: Set(None),
        template_use_id: Set(None),
        ..Default::default()
    };
    let zone = task.due_zone.clone().unwrap_or_else(kernel::Zone::jakarta);
    set_timing(&mut row, Some(slot.on), timing, &zone, now);
    row
}

/// Whether somebody took the place after this task meanwhile; if not, it is this one's.
async fn take_place(tx: &Tx, task: TaskId, next: TaskId) -> Result<bool> {
    let free = Condition::all().add(Column::Id.eq(task)).add(Column::NextId.is_null());
    let values = vec![(Column::NextId, Expr::value(next))];
    Ok(tx.update_where::<Entity, _>(Column::CompanyId, free, values).await? == 1)
}

/// Nothing comes again for somebody who works here no more, or at a client that was deleted.
async fn goes_on(tx: &Tx, task: &Model) -> Result<bool> {
    let owner = tx.whole_company::<person::Entity>().filter(person::Column::Id.eq(task.owner_id));
    let owner = owner.one(&**tx).await?;
    if owner.is_none_or(|it| it.status == PersonStatus::Left) {
        return Ok(false);
    }
    match task.account_id {
        None => Ok(true),
        Some(id) => match account::whoever(tx, id).await {
            Ok(account) => Ok(account.hidden_at.is_none()),
            Err(Error::NotFound) => Ok(false),
            Err(error) => Err(error),
        },
    }
}

/// The one that came after this one, if there is one.
pub fn successor_of(task: &Model) -> Option<TaskId> {
    task.next_id.filter(|it| *it != task.id)
}
