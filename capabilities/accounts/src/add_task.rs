//! Somebody writes down the next step, and does it.

use axum::response::Response;
use axum::routing::post;
use frame::notices::{self, Notice};
use frame::web::page::{self, Faults};
use frame::web::{Form, Path};
use frame::{App, Ctx, Error, Event, Result, Tx, text};
use kernel::access::{Act, Area};
use kernel::{Day, PersonId};
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use uuid::Uuid;

use crate::account::{self, AccountId};
use crate::open_account::known_owner;
use crate::reached_by::colleagues;
use crate::rules::task::TaskRefused;
use crate::rules::{AccountRefused, LONGEST_LINE};
use crate::show_account::{Typed, account_page};
use crate::task::{self, Model, TaskId};

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/accounts/{account}/tasks", post(submit))
}

/// A step to write down.
#[derive(Clone, Debug, Default)]
pub struct NewTask {
    pub id: Option<TaskId>,
    /// Whose step it is; the actor's own unless told.
    pub owner: Option<PersonId>,
    pub account: Option<AccountId>,
    pub text: String,
    pub due_on: Option<Day>,
    /// The deal that it is about.
    pub opportunity: Option<Uuid>,
}

/// Adds a next step.
pub async fn add_task(tx: &Tx, new: NewTask) -> Result<Model> {
    let owner = new.owner.unwrap_or(tx.actor.person);
    tx.permit(Act::Create, Area::Accounts, owner).await?;

    known_owner(tx, Some(owner)).await?;
    // The company itself gives nobody anything: an import brings in what is theirs.
    let given = tx.actor.somebody().is_some_and(|it| it != owner);
    let account = match new.account {
        Some(id) => Some(account::get(tx, id).await?),
        None => None,
    };
    let text = text::line(&new.text).ok_or(Error::refused(AccountRefused::NoStep))?;
    if LONGEST_LINE < text.chars().count() {
        return Err(Error::refused(AccountRefused::TooLong("step")));
    }

    if given && !sees(tx, account.as_ref(), owner).await? {
        return Err(Error::refused(TaskRefused::Unseen));
    }

    let task = tx
        .insert(task::ActiveModel {
            company_id: Set(tx.actor.company),
            id: Set(new.id.unwrap_or_else(|| tx.id())),
            owner_id: Set(owner),
            account_id: Set(account.as_ref().map(|it| it.id)),
            text: Set(text),
            due_on: Set(new.due_on),
            done_at: Set(None),
            created_at: Set(tx.now),
            updated_at: Set(tx.now),
            assigned_by: Set(Some(tx.actor.person).filter(|_| given)),
            opportunity_id: Set(new.opportunity),
            hidden_at: Set(None),
        })
        .await?;
    if given {
        let link = "/tasks".to_owned();
        let notice = Notice::of("accounts.task_assigned", "task", task.id, link)
            .with("who", tx.actor.name.clone())
            .with("text", task.text.clone())
            .with("account", account.map(|it| it.name));
        notices::tell(tx, owner, notice).await?;
    }
    tx.record(event(&task, "accounts.task_added"));
    Ok(task)
}

/// Says that a step is done; once is enough.
pub async fn finish_task(tx: &Tx, id: TaskId) -> Result<Model> {
    let task = task::get(tx, id).await?;
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

/// May this person see what the step is about?
async fn sees(tx: &Tx, account: Option<&account::Model>, person: PersonId) -> Result<bool> {
    let all = colleagues(tx, account).await?;
    Ok(all.iter().any(|it| it.id == person && it.sees))
}

/// An event of a step, on the timeline of its client.
pub fn event(task: &Model, name: &'static str) -> Event {
    let event =
        Event::of(name, "task", task.id).owner(task.owner_id).with("text", task.text.clone());
    match task.account_id {
        Some(account) => event.about(account),
        None => event,
    }
}

// In the browser.

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct StepForm {
    step: String,
    due_on: String,
}

async fn submit(
    ctx: Ctx,
    Path(id): Path<AccountId>,
    Form(form): Form<StepForm>,
) -> Result<Response> {
    let tx = ctx.begin().await?;
    let added = match due_on(&form.due_on) {
        Ok(due_on) => {
            let text = form.step.clone();
            let new = NewTask { account: Some(id), text, due_on, ..NewTask::default() };
            add_task(&tx, new).await
        }
        Err(error) => Err(error),
    };
    match added {
        Ok(_) => {
            tx.commit().await?;
            page::redirect(&format!("/accounts/{id}"))
        }
        Err(error) => {
            let step_faults = Faults::of(error, tx.lang())?;
            let StepForm { step, due_on } = form;
            let typed = Typed { step, due_on, step_faults, ..Typed::default() };
            account_page(&tx, id, typed).await
        }
    }
}

/// A day as a form says it; nothing is no day.
pub fn due_on(typed: &str) -> Result<Option<Day>> {
    match typed.trim() {
        "" => Ok(None),
        day => day.parse().map(Some).map_err(|_| Error::refused(AccountRefused::NoDay)),
    }
}
