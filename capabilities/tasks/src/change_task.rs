//! A task is written anew: what it is, when it is due, when it reminds, whether it comes again.

use accounts::account;
use accounts::as_seen::{Changed, Seen, hold, refuse_changed};
use accounts::rules::stale::STALE;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use frame::web::page::{self, Faults};
use frame::web::shell::Shell;
use frame::web::{Form, Path};
use frame::{App, Ctx, Error, Result, Tx};
use kernel::access::{Act, Area};
use kernel::{Day, Lang, Zone};
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use serde::{Deserialize, Serialize};
use utoipa_axum::router::OpenApiRouter;

use crate::add_task::{checked, due_on, event};
use crate::remind_task::leave_reminder;
use crate::repeat_task::{set_series, successor_of};
use crate::rules::timing::Timing;
use crate::say_timing::{Choices, choices};
use crate::settle_task::back;
use crate::task::{self, ActiveModel, Model, TaskId};
use crate::task_timing::{TimingForm, clock_of, set_timing};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/tasks/{task}/edit", get(show).post(submit))
}

/// One that the actor may change.
pub async fn get_to_edit(ctx: &Ctx, id: TaskId) -> Result<Model> {
    let task = task::get(ctx, id).await?;
    ctx.permit(Act::Edit, Area::Accounts, task.owner_id).await?;
    Ok(task)
}

/// Writes a task anew. A time is read on the clock by which it was said first.
pub async fn change_task(
    tx: &Tx,
    id: TaskId,
    typed: &str,
    due_on: Option<Day>,
    timing: &Timing,
) -> Result<Model> {
    let before = get_to_edit(tx, id).await?;
    let text = checked(typed)?;
    let was = before.timing();
    let same_rule = was.repeat == timing.repeat;
    let fits = if same_rule { timing.check(due_on) } else { timing.check_first(due_on) };
    fits.map_err(Error::refused)?;
    if text == before.text && due_on == before.due_on && was == *timing {
        return Ok(before);
    }

    let mut row = before.clone().into_active_model();
    row.text = Set(text);
    row.updated_at = Set(tx.now);
    let moved = due_on != before.due_on || (was.time, was.remind) != (timing.time, timing.remind);
    if moved {
        set_timing(&mut row, due_on, timing, &zone_of(tx, &before).await?, tx.now);
    }
    if !same_rule {
        repeat_anew(&mut row, &before, due_on, timing, tx.id());
    }
    let after = tx.update(row).await?;
    let said = |task: &Model| task.due_on.map(|it| it.to_string());
    tx.record(
        event(&after, "accounts.task_moved")
            .change("text", before.text.clone(), after.text.clone())
            .change("due_on", said(&before), said(&after))
            .change("due_time", before.due_time.clone(), after.due_time.clone()),
    );
    if moved {
        leave_reminder(tx, &after)?;
    }
    Ok(after)
}

/// The clock on which the time of a task is read.
async fn zone_of(ctx: &Ctx, task: &Model) -> Result<Zone> {
    match &task.due_zone {
        Some(zone) => Ok(zone.clone()),
        None => clock_of(ctx).await,
    }
}

/// Another rule counts from the day that the task has now, in the series that it is of. One that
/// has a successor already hands nothing on any more.
fn repeat_anew(
    row: &mut ActiveModel,
    before: &Model,
    due_on: Option<Day>,
    timing: &Timing,
    series: uuid::Uuid,
) {
    if before.series_id.is_none() {
        set_series(row, due_on, timing, series);
        return;
    }
    row.repeat_rule = Set(timing.repeat.map(|it| it.rule.to_string()));
    row.repeat_from = Set(timing.repeat.map(|it| it.from));
    row.series_on = Set(due_on.or(before.series_on));
    row.next_id = Set(successor_of(before));
}

// In the browser.

#[derive(Template)]
#[template(path = "edit_task.html")]
struct TaskPage {
    shell: Shell,
    w: Words,
    task: Model,
    account: Option<account::Model>,
    typed: StepForm,
    choices: Choices,
    /// The one that came after it, which may be changed in its turn.
    successor: Option<TaskId>,
    faults: Faults,
}

#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default)]
struct StepForm {
    text: String,
    due_on: String,
    from: String,
    /// What the form was made from.
    was: String,
    #[serde(flatten)]
    timing: TimingForm,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    from: String,
}

async fn show(
    ctx: Ctx,
    Path(id): Path<TaskId>,
    frame::web::Query(asked): frame::web::Query<Asked>,
) -> Result<Response> {
    let task = get_to_edit(&ctx, id).await?;
    let typed = StepForm { from: asked.from, ..form_of(&task) };
    task_page(&ctx, task, typed, None).await
}

/// The form of a task as it is.
fn form_of(task: &Model) -> StepForm {
    StepForm {
        text: task.text.clone(),
        due_on: task.due_on.map(|it| it.to_string()).unwrap_or_default(),
        from: String::new(),
        was: String::new(),
        timing: TimingForm::of(&task.timing()),
    }
}

/// What the form says of a task that was loaded in reach.
fn seen(task: &Model) -> Result<Seen> {
    Seen::of(&form_of(task), &["from", "was"])
}

/// Holds a task until the commit; refused if it is not what the form was made from.
async fn as_seen(tx: &Tx, id: TaskId, carried: &str) -> Result<()> {
    hold::<task::Entity>(tx, id, task::Column::UpdatedAt).await?;
    let changes = seen(&get_to_edit(tx, id).await?)?.changed_since(carried)?;
    let mut told: Vec<String> = changes.iter().map(|it| told(it, tx.lang())).collect();
    told.sort();
    told.dedup();
    refuse_changed(tx, &told, id, is_change).await
}

/// Whether an event tells that a task was written anew.
pub fn is_change(event: &frame::stream::Model) -> bool {
    event.name == "accounts.task_moved"
}

fn told(changed: &Changed, lang: Lang) -> String {
    let w = Words::of(lang);
    let same = |it: &str| it.to_owned();
    match changed.input.as_str() {
        "text" => changed.told(lang, w.task_label(), same),
        "due_on" => changed.told(lang, w.due_label(), same),
        "due_time" => changed.told(lang, w.due_clock(), same),
        "remind" | "remind_mail" => w.remind_label().to_owned(),
        _ => w.repeat_label().to_owned(),
    }
}

async fn task_page(
    ctx: &Ctx,
    task: Model,
    mut typed: StepForm,
    refused: Option<Error>,
) -> Result<Response> {
    // Whoever was told what another changed has seen it: the next attempt counts.
    let is_stale = refused.as_ref().is_some_and(|it| it.code() == STALE);
    if typed.was.is_empty() || is_stale {
        let now = seen(&task)?;
        let was = std::mem::replace(&mut typed.was, now.carried()?);
        typed = now.beside(typed, &was)?;
    }
    let faults = refused.map(|it| Faults::of(it, ctx.lang())).transpose()?.unwrap_or_default();
    let status = if faults.any() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let account = match task.account_id {
        Some(id) => account::get(ctx, id).await.ok(),
        None => None,
    };
    let zone = zone_of(ctx, &task).await?;
    let choices = choices(ctx, &typed.timing, &zone);
    let (shell, w) = (ctx.shell("agenda"), Words::of(ctx.lang()));
    let successor = successor_of(&task);
    let page = TaskPage { shell, w, task, account, typed, choices, successor, faults };
    page::render_as(status, &page)
}

async fn submit(ctx: Ctx, Path(id): Path<TaskId>, Form(form): Form<StepForm>) -> Result<Response> {
    let tx = ctx.begin().await?;
    get_to_edit(&tx, id).await?;
    match change_from(&tx, id, &form).await {
        Ok(task) => {
            let to = back(&tx, &task, &form.from).await;
            let said = Words::of(tx.lang()).saved();
            tx.commit().await?;
            page::redirect_saying(&to, said)
        }
        Err(error) => {
            // As it is now: what another wrote is not what was loaded above.
            let task = get_to_edit(&tx, id).await?;
            task_page(&tx, task, form, Some(error)).await
        }
    }
}

async fn change_from(tx: &Tx, id: TaskId, form: &StepForm) -> Result<Model> {
    let due_on = due_on(&form.due_on)?;
    as_seen(tx, id, &form.was).await?;
    change_task(tx, id, &form.text, due_on, &form.timing.read(due_on)?).await
}
