//! A program writes tasks down, changes them, and takes them away.

use accounts::AccountId;
use accounts::as_seen::{hold, refuse_newer};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use frame::web::{Json, Path, api};
use frame::{App, Ctx, Result};
use kernel::{Day, Instant, PersonId};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::add_task::{NewTask, add_task, finish_task};
use crate::change_task::{change_task, is_change};
use crate::rules::repeat::RepeatFrom;
use crate::rules::timing::Timing;
use crate::settle_task::{hide_task, reopen_task};
use crate::task::{self, Model, TaskId, TaskOut};
use crate::task_timing::TimingIn;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(create)).routes(routes!(change, remove))
}

/// A task to write down.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct TaskIn {
    text: String,
    due_on: Option<Day>,
    /// Whose task it is; one's own unless told.
    owner_id: Option<PersonId>,
    account_id: Option<AccountId>,
    /// `HH:MM` on the clock of the token's person; the whole day unless told.
    due_time: Option<String>,
    /// Reminds so many minutes before; of a whole day, before 08:00.
    remind_minutes: Option<i32>,
    #[serde(default)]
    remind_mail: bool,
    /// A rule of RFC 5545: daily, weekly by days, monthly by a day or a weekday, yearly.
    repeat: Option<String>,
    repeat_from: Option<RepeatFrom>,
}

/// Add a task
#[utoipa::path(
    post,
    path = "/api/v1/tasks",
    tag = "accounts",
    responses(
        (status = 201, body = TaskOut),
        (status = 422, description = "Inputs at fault", body = api::Problem),
    ),
)]
async fn create(ctx: Ctx, Json(new): Json<TaskIn>) -> Result<impl IntoResponse> {
    let tx = ctx.begin().await?;
    let timing = TimingIn {
        due_time: new.due_time,
        remind_minutes: new.remind_minutes,
        remind_mail: new.remind_mail,
        repeat: new.repeat,
        repeat_from: new.repeat_from,
    };
    let new = NewTask {
        owner: new.owner_id,
        account: new.account_id,
        text: new.text,
        due_on: new.due_on,
        timing: timing.read()?,
        ..NewTask::default()
    };
    let task = add_task(&tx, new).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Json(TaskOut::from(task))))
}

/// What changes of a task; what is not named stays.
#[derive(Debug, Default, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
#[expect(clippy::option_option, reason = "null is told from what was left out")]
struct TaskPatch {
    text: Option<String>,
    #[serde(deserialize_with = "frame::web::extract::given")]
    #[schema(value_type = Option<Day>)]
    due_on: Option<Option<Day>>,
    /// `HH:MM` on the clock of its `due_zone`, or of the token's person if it has none yet.
    #[serde(deserialize_with = "frame::web::extract::given")]
    #[schema(value_type = Option<String>)]
    due_time: Option<Option<String>>,
    #[serde(deserialize_with = "frame::web::extract::given")]
    #[schema(value_type = Option<i32>)]
    remind_minutes: Option<Option<i32>>,
    remind_mail: Option<bool>,
    #[serde(deserialize_with = "frame::web::extract::given")]
    #[schema(value_type = Option<String>)]
    repeat: Option<Option<String>>,
    repeat_from: Option<RepeatFrom>,
    done: Option<bool>,
    /// The `updated_at` that was seen: it is refused if anything changed since.
    seen_at: Option<Instant>,
}

impl TaskPatch {
    /// The timing of a task with what changes of it.
    fn timing(&self, before: &Model) -> Result<Timing> {
        let asked = TimingIn {
            due_time: self.due_time.clone().unwrap_or_else(|| before.due_time.clone()),
            remind_minutes: self.remind_minutes.unwrap_or(before.remind_minutes),
            remind_mail: self.remind_mail.unwrap_or(before.remind_mail),
            repeat: self.repeat.clone().unwrap_or_else(|| before.repeat_rule.clone()),
            repeat_from: self.repeat_from.or(before.repeat_from),
        };
        asked.read()
    }
}

/// Change a task, or say that it is done
#[utoipa::path(
    patch,
    path = "/api/v1/tasks/{task}",
    tag = "accounts",
    params(("task" = TaskId, Path)),
    responses(
        (status = 200, body = TaskOut),
        (status = 422, description = "Inputs at fault", body = api::Problem),
    ),
)]
async fn change(
    ctx: Ctx,
    Path(id): Path<TaskId>,
    Json(patch): Json<TaskPatch>,
) -> Result<Json<TaskOut>> {
    let tx = ctx.begin().await?;
    hold::<task::Entity>(&tx, id, task::Column::UpdatedAt).await?;
    let before = task::get(&tx, id).await?;
    refuse_newer(&tx, patch.seen_at, before.updated_at, id, is_change).await?;
    let timing = patch.timing(&before)?;
    let due_on = patch.due_on.unwrap_or(before.due_on);
    let text = patch.text.unwrap_or(before.text);
    let mut task = change_task(&tx, id, &text, due_on, &timing).await?;
    match patch.done {
        Some(true) => task = finish_task(&tx, id).await?,
        Some(false) => task = reopen_task(&tx, id).await?,
        None => {}
    }
    tx.commit().await?;
    Ok(Json(task.into()))
}

/// Take a task away; on its page it can be brought back for 30 days
#[utoipa::path(
    delete,
    path = "/api/v1/tasks/{task}",
    tag = "accounts",
    params(("task" = TaskId, Path)),
    responses((status = 204, description = "Taken away")),
)]
async fn remove(ctx: Ctx, Path(id): Path<TaskId>) -> Result<StatusCode> {
    let tx = ctx.begin().await?;
    hide_task(&tx, id).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
