//! A task is done or to be done again, is put off, or taken away and brought back.

use accounts::account;
use accounts::rules::DAYS_TO_RESTORE;
use axum::response::Response;
use axum::routing::post;
use frame::web::{Form, Path, page};
use frame::{App, Ctx, Error, Result, Tx, notices};
use kernel::Day;
use kernel::access::{Act, Area};
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;

use crate::add_task::{due_on, event, finish_task};
use crate::change_task::{change_task, get_to_edit};
use crate::remind_task::leave_reminder;
use crate::rules::task::{TaskRefused, leads_back, put_off};
use crate::task::{self, Model, TaskId};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/tasks/{task}/done", post(done))
        .route("/tasks/{task}/reopen", post(reopen))
        .route("/tasks/{task}/postpone", post(postpone))
        .route("/tasks/{task}/hide", post(hide))
        .route("/tasks/{task}/restore", post(restore))
}

/// Says that a task is to be done after all.
pub async fn reopen_task(tx: &Tx, id: TaskId) -> Result<Model> {
    let before = get_to_edit(tx, id).await?;
    if before.done_at.is_none() {
        return Ok(before);
    }

    let mut row = before.into_active_model();
    row.done_at = Set(None);
    row.updated_at = Set(tx.now);
    let task = tx.update(row).await?;
    tx.record(event(&task, "accounts.task_reopened"));
    Ok(task)
}

/// Gives a task that is still to be done another day.
pub async fn postpone_task(tx: &Tx, id: TaskId, due_on: Option<Day>) -> Result<Model> {
    let before = get_to_edit(tx, id).await?;
    if before.done_at.is_some() {
        return Err(Error::refused(TaskRefused::Done));
    }
    change_task(tx, id, &before.text, due_on, &before.timing()).await
}

/// Takes a task away; it can be brought back for a while. One that comes again comes no more.
pub async fn hide_task(tx: &Tx, id: TaskId) -> Result<Model> {
    let before = get_to_edit(tx, id).await?;

    let mut row = before.into_active_model();
    row.hidden_at = Set(Some(tx.now));
    row.updated_at = Set(tx.now);
    let task = tx.update(row).await?;
    notices::take_back(tx, id).await?;
    tx.record(event(&task, "accounts.task_hidden"));
    Ok(task)
}

/// Brings a task back, with its reminder if that is still to come.
pub async fn restore_task(tx: &Tx, id: TaskId) -> Result<Model> {
    let before = tx.get::<task::Entity>(id).await?;
    tx.permit(Act::Edit, Area::Accounts, before.owner_id).await?;
    let Some(hidden_at) = before.hidden_at else { return Ok(before) };
    if hidden_at.plus_days(DAYS_TO_RESTORE) < tx.now {
        return Err(Error::refused(TaskRefused::TooLate));
    }

    let mut row = before.into_active_model();
    row.hidden_at = Set(None);
    row.updated_at = Set(tx.now);
    let task = tx.update(row).await?;
    if task.remind_at.is_some_and(|it| tx.now <= it) {
        leave_reminder(tx, &task)?;
    }
    tx.record(event(&task, "accounts.task_restored"));
    Ok(task)
}

// In the browser.

/// What stands in a small form about a task, and where it leads back to.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct SmallForm {
    due_on: String,
    /// Days from today.
    days: String,
    /// `list` for the list of tasks, `deal` for its deal, an address of the agenda; the page of the
    /// client otherwise.
    from: String,
}

/// Where one came from, as far as the actor may see it.
pub async fn back(tx: &Tx, task: &Model, from: &str) -> String {
    if leads_back(from) {
        return from.to_owned();
    }
    match (from, task.account_id, task.opportunity_id) {
        ("deal", _, Some(deal)) => format!("/opportunities/{deal}"),
        ("list", ..) => "/tasks".to_owned(),
        (_, Some(account), _) if account::get(tx, account).await.is_ok() => {
            format!("/accounts/{account}")
        }
        _ => "/tasks".to_owned(),
    }
}

async fn done(ctx: Ctx, Path(id): Path<TaskId>, Form(form): Form<SmallForm>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let task = finish_task(&tx, id).await?;
    let to = back(&tx, &task, &form.from).await;
    let said = Words::of(tx.lang()).task_done(&task.text);
    tx.commit().await?;
    page::redirect_undoable(&to, &said, &format!("/tasks/{id}/reopen"))
}

async fn reopen(ctx: Ctx, Path(id): Path<TaskId>, Form(form): Form<SmallForm>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let task = reopen_task(&tx, id).await?;
    let to = back(&tx, &task, &form.from).await;
    let said = Words::of(tx.lang()).task_reopened(&task.text);
    tx.commit().await?;
    page::redirect_saying(&to, &said)
}

async fn postpone(
    ctx: Ctx,
    Path(id): Path<TaskId>,
    Form(form): Form<SmallForm>,
) -> Result<Response> {
    let tx = ctx.begin().await?;
    let before = get_to_edit(&tx, id).await?;
    let today = tx.now.day(&tx.actor.zone);
    let day = match form.days.trim().parse() {
        Ok(days @ 1..=366) => put_off(before.due_on, today, days),
        _ => due_on(&form.due_on)?.ok_or(Error::refused(TaskRefused::NoDay))?,
    };
    let task = postpone_task(&tx, id, Some(day)).await?;
    let to = back(&tx, &task, &form.from).await;
    let said = Words::of(tx.lang()).task_postponed(&task.text, tx.lang().day(day));
    tx.commit().await?;
    page::redirect_saying(&to, &said)
}

async fn hide(ctx: Ctx, Path(id): Path<TaskId>, Form(form): Form<SmallForm>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let task = hide_task(&tx, id).await?;
    let to = back(&tx, &task, &form.from).await;
    let w = Words::of(tx.lang());
    let was_next = task.repeat_rule.is_some() && task.next_id.is_none();
    let said = if was_next { w.task_hidden_series(&task.text) } else { w.task_hidden(&task.text) };
    tx.commit().await?;
    page::redirect_undoable(&to, &said, &format!("/tasks/{id}/restore"))
}

async fn restore(
    ctx: Ctx,
    Path(id): Path<TaskId>,
    Form(form): Form<SmallForm>,
) -> Result<Response> {
    let tx = ctx.begin().await?;
    let task = restore_task(&tx, id).await?;
    let to = back(&tx, &task, &form.from).await;
    let said = Words::of(tx.lang()).task_restored(&task.text);
    tx.commit().await?;
    page::redirect_saying(&to, &said)
}
