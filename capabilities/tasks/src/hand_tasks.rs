//! Steps that are still to be done go with their client to whoever looks after it now.

use accounts::AccountId;
use frame::{Ctx, Result, Tx};
use kernel::PersonId;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, IntoActiveModel, QueryFilter, Select};

use crate::add_task::event;
use crate::task::{Column, Entity, Model, TaskId};

/// Gives the steps of one person with a client to another; answers which. What is done stays with
/// whoever did it. The caller has let the client pass on.
pub async fn hand_tasks(
    tx: &Tx,
    account: AccountId,
    from: PersonId,
    to: PersonId,
) -> Result<Vec<TaskId>> {
    let open = open_of(tx, from).filter(Column::AccountId.eq(account));
    give(tx, open.all(&**tx).await?, to).await
}

/// Gives those of these steps back that are still to be done; answers which.
pub async fn hand_tasks_back(
    tx: &Tx,
    tasks: &[TaskId],
    from: PersonId,
    to: PersonId,
) -> Result<Vec<TaskId>> {
    let open = open_of(tx, from).filter(Column::Id.is_in(tasks.iter().copied()));
    give(tx, open.all(&**tx).await?, to).await
}

fn open_of(ctx: &Ctx, person: PersonId) -> Select<Entity> {
    ctx.whole_company::<Entity>()
        .filter(Column::OwnerId.eq(person))
        .filter(Column::DoneAt.is_null())
        .filter(Column::HiddenAt.is_null())
}

async fn give(tx: &Tx, tasks: Vec<Model>, to: PersonId) -> Result<Vec<TaskId>> {
    let mut given = Vec::new();
    for task in tasks {
        let mut row = task.into_active_model();
        row.owner_id = Set(to);
        row.updated_at = Set(tx.now);
        let task = tx.update(row).await?;
        given.push(task.id);
        tx.record(event(&task, "accounts.task_passed"));
    }
    Ok(given)
}
