//! A step is done or to be done again, is put off, written anew, or taken away.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use frame::web::page::{self, Faults};
use frame::web::shell::Shell;
use frame::web::{Form, Path};
use frame::{App, Ctx, Error, Result, Tx, notices, text};
use kernel::Day;
use kernel::access::{Act, Area};
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;

use crate::account;
use crate::add_task::{due_on, event, finish_task};
use crate::rules::task::{TaskRefused, put_off};
use crate::rules::{AccountRefused, DAYS_TO_RESTORE, LONGEST_LINE};
use crate::task::{self, Model, TaskId};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/tasks/{task}/edit", get(show).post(submit))
        .route("/tasks/{task}/done", post(done))
        .route("/tasks/{task}/reopen", post(reopen))
        .route("/tasks/{task}/postpone", post(postpone))
        .route("/tasks/{task}/hide", post(hide))
        .route("/tasks/{task}/restore", post(restore))
}

async fn get_to_edit(tx: &Ctx, id: TaskId) -> Result<Model> {
    let task = task::get(tx, id).await?;
    tx.permit(Act::Edit, Area::Accounts, task.owner_id).await?;
    Ok(task)
}

/// Says that a step is to be done after all.
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

/// Writes a step anew, and its day.
pub async fn change_task(tx: &Tx, id: TaskId, typed: &str, due_on: Option<Day>) -> Result<Model> {
    let before = get_to_edit(tx, id).await?;
    let text = text::line(typed).ok_or(Error::refused(AccountRefused::NoStep))?;
    if LONGEST_LINE < text.chars().count() {
        return Err(Error::refused(AccountRefused::TooLong("step")));
    }
    if text == before.text && due_on == before.due_on {
        return Ok(before);
    }

    let mut row = before.clone().into_active_model();
    row.text = Set(text);
    row.due_on = Set(due_on);
    row.updated_at = Set(tx.now);
    let after = tx.update(row).await?;
    let said = |task: &Model| task.due_on.map(|it| it.to_string());
    tx.record(
        event(&after, "accounts.task_moved")
            .change("text", before.text.clone(), after.text.clone())
            .change("due_on", said(&before), said(&after)),
    );
    Ok(after)
}

/// Gives a step that is still to be done another day.
pub async fn postpone_task(tx: &Tx, id: TaskId, due_on: Option<Day>) -> Result<Model> {
    let before = get_to_edit(tx, id).await?;
    if before.done_at.is_some() {
        return Err(Error::refused(TaskRefused::Done));
    }
    change_task(tx, id, &before.text, due_on).await
}

/// Takes a step away; it can be brought back for a while.
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

/// Brings a step back.
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
    tx.record(event(&task, "accounts.task_restored"));
    Ok(task)
}

// In the browser.

#[derive(Template)]
#[template(path = "edit_task.html")]
struct TaskPage {
    shell: Shell,
    w: Words,
    task: Model,
    account: Option<account::Model>,
    typed: String,
    due_on: String,
    faults: Faults,
}

/// What stands in a form about a step, and where it leads back to.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct StepForm {
    text: String,
    due_on: String,
    /// Days from today.
    days: String,
    /// `list` for the list of steps; the page of the client otherwise.
    from: String,
}

async fn show(ctx: Ctx, Path(id): Path<TaskId>) -> Result<Response> {
    let task = get_to_edit(&ctx, id).await?;
    let due_on = task.due_on.map(|it| it.to_string()).unwrap_or_default();
    let typed = task.text.clone();
    task_page(&ctx, task, typed, due_on, Faults::default()).await
}

async fn task_page(
    ctx: &Ctx,
    task: Model,
    typed: String,
    due_on: String,
    faults: Faults,
) -> Result<Response> {
    let status = if faults.any() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let account = match task.account_id {
        Some(id) => account::get(ctx, id).await.ok(),
        None => None,
    };
    let (shell, w) = (ctx.shell("tasks"), Words::of(ctx.lang()));
    page::render_as(status, &TaskPage { shell, w, task, account, typed, due_on, faults })
}

async fn submit(ctx: Ctx, Path(id): Path<TaskId>, Form(form): Form<StepForm>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let before = get_to_edit(&tx, id).await?;
    let changed = match due_on(&form.due_on) {
        Ok(due_on) => change_task(&tx, id, &form.text, due_on).await,
        Err(error) => Err(error),
    };
    match changed {
        Ok(task) => {
            let (to, said) = (back(&tx, &task, "").await, Words::of(tx.lang()).saved());
            tx.commit().await?;
            page::redirect_saying(&to, said)
        }
        Err(error) => {
            let faults = Faults::of(error, tx.lang())?;
            task_page(&tx, before, form.text, form.due_on, faults).await
        }
    }
}

/// Where one came from: the list, or the client as far as the actor may see it.
async fn back(tx: &Tx, task: &Model, from: &str) -> String {
    match task.account_id {
        Some(account) if from != "list" && account::get(tx, account).await.is_ok() => {
            format!("/accounts/{account}")
        }
        _ => "/tasks".to_owned(),
    }
}

async fn done(ctx: Ctx, Path(id): Path<TaskId>, Form(form): Form<StepForm>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let task = finish_task(&tx, id).await?;
    let to = back(&tx, &task, &form.from).await;
    let said = Words::of(tx.lang()).task_done(&task.text);
    tx.commit().await?;
    page::redirect_undoable(&to, &said, &format!("/tasks/{id}/reopen"))
}

async fn reopen(ctx: Ctx, Path(id): Path<TaskId>, Form(form): Form<StepForm>) -> Result<Response> {
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
    Form(form): Form<StepForm>,
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

async fn hide(ctx: Ctx, Path(id): Path<TaskId>, Form(form): Form<StepForm>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let task = hide_task(&tx, id).await?;
    let to = back(&tx, &task, &form.from).await;
    let said = Words::of(tx.lang()).task_hidden(&task.text);
    tx.commit().await?;
    page::redirect_undoable(&to, &said, &format!("/tasks/{id}/restore"))
}

async fn restore(ctx: Ctx, Path(id): Path<TaskId>, Form(form): Form<StepForm>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let task = restore_task(&tx, id).await?;
    let to = back(&tx, &task, &form.from).await;
    let said = Words::of(tx.lang()).task_restored(&task.text);
    tx.commit().await?;
    page::redirect_saying(&to, &said)
}
