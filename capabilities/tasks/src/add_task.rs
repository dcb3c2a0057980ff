//! Somebody writes down a task, and does it.

use accounts::rules::AccountRefused;
use accounts::{AccountId, account, account_page, colleagues, known_owner};
use axum::response::Response;
use axum::routing::post;
use frame::notices::{self, Notice};
use frame::web::page::{self, Faults};
use frame::web::panel::Again;
use frame::web::{Form, Path};
use frame::{App, Ctx, Error, Event, Result, Tx, text};
use kernel::access::{Act, Area};
use kernel::{Day, PersonId};
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use uuid::Uuid;

use crate::of_account::{PANEL, panel};
use crate::remind_task::leave_reminder;
use crate::repeat_task::{follow, set_series};
use crate::rules::LONGEST_LINE;
use crate::rules::task::TaskRefused;
use crate::rules::timing::{self, Timing};
use crate::task::{self, Model, TaskId};
use crate::task_timing::{clock_of, set_timing};

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/accounts/{account}/tasks", post(submit))
}

/// A task to write down.
#[derive(Clone, Debug, Default)]
pub struct NewTask {
    pub id: Option<TaskId>,
    /// Whose task it is; the actor's own unless told.
    pub owner: Option<PersonId>,
    pub account: Option<AccountId>,
    pub text: String,
    pub due_on: Option<Day>,
    pub timing: Timing,
    /// The deal that it is about; whoever says so knows that there is one, and that it may be seen.
    pub opportunity: Option<Uuid>,
    /// The act by which a template was put on the client.
    pub template_use: Option<Uuid>,
}

/// Adds a task.
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
    let text = checked(&new.text)?;
    new.timing.check_first(new.due_on).map_err(Error::refused)?;

    if given && !sees(tx, account.as_ref(), owner).await? {
        return Err(Error::refused(TaskRefused::Unseen));
    }

    let mut row = task::ActiveModel {
        company_id: Set(tx.actor.company),
        id: Set(new.id.unwrap_or_else(|| tx.id())),
        owner_id: Set(owner),
        account_id: Set(account.as_ref().map(|it| it.id)),
        text: Set(text),
        done_at: Set(None),
        created_at: Set(tx.now),
        updated_at: Set(tx.now),
        assigned_by: Set(Some(tx.actor.person).filter(|_| given)),
        opportunity_id: Set(new.opportunity),
        hidden_at: Set(None),
        next_id: Set(None),
        template_use_id: Set(new.template_use),
        ..Default::default()
    };
    let zone = clock_of(tx).await?;
    set_timing(&mut row, new.due_on, &new.timing, &zone, tx.now);
    set_series(&mut row, new.due_on, &new.timing, tx.id());
    let task = tx.insert(row).await?;
    // Of a whole template they hear once.
    if given && new.template_use.is_none() {
        let link = "/tasks".to_owned();
        let notice = Notice::of("accounts.task_assigned", "task", task.id, link)
            .with("who", tx.actor.name.clone())
            .with("text", task.text.clone())
            .with("account", account.map(|it| it.name));
        notices::tell(tx, owner, notice).await?;
    }
    tx.record(event(&task, "accounts.task_added"));
    leave_reminder(tx, &task)?;
    Ok(task)
}

/// What will be done, as it is kept.
pub fn checked(typed: &str) -> Result<String> {
    let text = text::line(typed).ok_or(Error::refused(TaskRefused::NoText))?;
    if LONGEST_LINE < text.chars().count() {
        return Err(Error::refused(AccountRefused::TooLong("text")));
    }
    Ok(text)
}

/// Says that a task is done; once is enough. If it comes again, the next one is there from then on.
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
    notices::take_back_of(tx, "accounts.task_reminded", id).await?;
    tx.record(event(&task, "accounts.task_done"));
    follow(tx, &task).await?;
    Ok(task)
}

/// May this person see what the task is about?
async fn sees(tx: &Tx, account: Option<&account::Model>, person: PersonId) -> Result<bool> {
    let all = colleagues(tx, Area::Accounts, account).await?;
    Ok(all.iter().any(|it| it.id == person && it.sees))
}

/// An event of a task, on the timeline of its client.
pub fn event(task: &Model, name: &'static str) -> Event {
    let event =
        Event::of(name, "task", task.id).owner(task.owner_id).with("text", task.text.clone());
    match task.account_id {
        Some(account) => event.about(account),
        None => event,
    }
}

// In the browser.

/// What stands in the small form on the page of a client.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct StepForm {
    pub step: String,
    pub due_on: String,
    pub due_time: String,
}

async fn submit(
    ctx: Ctx,
    Path(id): Path<AccountId>,
    Form(form): Form<StepForm>,
) -> Result<Response> {
    let tx = ctx.begin().await?;
    let added = add_from(&tx, id, &form).await;
    match added {
        Ok(_) => {
            tx.commit().await?;
            page::redirect(&format!("/accounts/{id}"))
        }
        Err(error) => {
            let faults = Faults::of(error, tx.lang())?;
            let html = panel(&tx, id, form, faults).await?;
            account_page(&tx, id, &Again { panel: &PANEL, html }).await
        }
    }
}

async fn add_from(tx: &Tx, account: AccountId, form: &StepForm) -> Result<Model> {
    let due_on = due_on(&form.due_on)?;
    let time = timing::time(&form.due_time).map_err(Error::refused)?;
    let timing = Timing { time, ..Timing::default() };
    let text = form.step.clone();
    add_task(tx, NewTask { account: Some(account), text, due_on, timing, ..NewTask::default() })
        .await
}

/// A day as a form says it; nothing is no day.
pub fn due_on(typed: &str) -> Result<Option<Day>> {
    match typed.trim() {
        "" => Ok(None),
        day => day.parse().map(Some).map_err(|_| Error::refused(TaskRefused::NotADay)),
    }
}
