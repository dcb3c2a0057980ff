//! Somebody writes down the next step, and does it.

use frame::{Error, Event, Result, Tx, text};
use kernel::access::{Act, Area};
use kernel::{Day, PersonId};
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;

use crate::account::{self, AccountId};
use crate::open_account::known_owner;
use crate::rules::{AccountRefused, LONGEST_LINE};
use crate::task::{self, Model, TaskId};

/// A step to write down.
#[derive(Clone, Debug, Default)]
pub struct NewTask {
    pub id: Option<TaskId>,
    /// Whose step it is; the actor's own unless told.
    pub owner: Option<PersonId>,
    pub account: Option<AccountId>,
    pub text: String,
    pub due_on: Option<Day>,
}

/// Adds a next step.
pub async fn add_task(tx: &Tx, new: NewTask) -> Result<Model> {
    let owner = new.owner.unwrap_or(tx.actor.person);
    tx.permit(Act::Create, Area::Accounts, owner).await?;

    known_owner(tx, Some(owner)).await?;
    let account = match new.account {
        Some(id) => Some(account::get(tx, id).await?),
        None => None,
    };
    let text = text::line(&new.text).ok_or(Error::refused(AccountRefused::NoStep))?;
    if LONGEST_LINE < text.chars().count() {
        return Err(Error::refused(AccountRefused::TooLong("step")));
    }

    let task = tx
        .insert(task::ActiveModel {
            company_id: Set(tx.actor.company),
            id: Set(new.id.unwrap_or_else(|| tx.id())),
            owner_id: Set(owner),
            account_id: Set(account.map(|it| it.id)),
            text: Set(text),
            due_on: Set(new.due_on),
            done_at: Set(None),
            created_at: Set(tx.now),
            updated_at: Set(tx.now),
        })
        .await?;
    tx.record(event(&task, "accounts.task_added"));
    Ok(task)
}

/// Says that a step is done; once is enough.
pub async fn finish_task(tx: &Tx, id: TaskId) -> Result<Model> {
    let task = tx.get::<task::Entity>(id).await?;
    tx.permit(Act::Edit, Area::Accounts, task.owner_id).await?;
    if task.done_at.is_some() {
        return Ok(task);
    }

    let mut row = task.into_active_model();
    row.done_at = Set(Some(tx.now));
    row.updated_at = Set(tx.now);
    let task = tx.update(row).await?;
    tx.record(event(&task, "accounts.task_done"));
    Ok(task)
}

fn event(task: &Model, name: &'static str) -> Event {
    let event =
        Event::of(name, "task", task.id).owner(task.owner_id).with("text", task.text.clone());
    match task.account_id {
        Some(account) => event.about(account),
        None => event,
    }
}
