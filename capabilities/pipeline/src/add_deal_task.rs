//! Somebody writes down what is to be done for a deal.
//!
//! A task names its deal, and accounts know of none: so it is added here, where the deal is known
//! to be one that the actor sees.

use accounts::{AccountId, account};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use frame::web::page::{self, Faults};
use frame::web::{Form, Json, Path, api};
use frame::{App, Ctx, Error, Result, Tx};
use kernel::{Day, PersonId};
use sea_orm::QuerySelect;
use serde::{Deserialize, Serialize};
use tasks::{NewTask, TaskOut, TimingIn, add_task, task};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::deal_work::Typed;
use crate::opportunity::{self, Model, OpportunityId};
use crate::show_opportunity::deal_page;
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/opportunities/{opportunity}/tasks", post(submit))
        .routes(routes!(list, create))
}

/// Adds a task about a deal that the actor sees, at its client if they see that one, too.
pub async fn add_deal_task(tx: &Tx, id: OpportunityId, new: NewTask) -> Result<task::Model> {
    let deal = opportunity::get(tx, id).await?;
    let account = client_of(tx, &deal).await?;
    add_task(tx, NewTask { account, opportunity: Some(id.0), ..new }).await
}

/// The client of a deal, as far as the actor sees it.
pub async fn client_of(ctx: &Ctx, deal: &Model) -> Result<Option<AccountId>> {
    let Some(id) = deal.account_id else { return Ok(None) };
    match account::get(ctx, id).await {
        Ok(account) => Ok(Some(account.id)),
        Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

// In the browser.

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct TaskForm {
    task: String,
    due_on: String,
}

async fn submit(
    ctx: Ctx,
    Path(id): Path<OpportunityId>,
    Form(form): Form<TaskForm>,
) -> Result<Response> {
    let tx = ctx.begin().await?;
    let added = match tasks::due_on(&form.due_on) {
        Ok(due_on) => {
            let new = NewTask { text: form.task.clone(), due_on, ..NewTask::default() };
            add_deal_task(&tx, id, new).await
        }
        Err(error) => Err(error),
    };
    match added {
        Ok(task) => {
            let said = Words::of(tx.lang()).deal_task_added(&task.text);
            tx.commit().await?;
            let undo = format!("/tasks/{}/hide", task.id);
            page::redirect_undoable(&format!("/opportunities/{id}"), &said, &undo)
        }
        Err(error) => {
            let task_faults = Faults::of(error, tx.lang())?;
            let TaskForm { task, due_on } = form;
            deal_page(&tx, id, "", Typed { task, due_on, task_faults, ..Typed::default() }).await
        }
    }
}

// In the API.

/// A task to write down about a deal.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct DealTaskIn {
    text: String,
    due_on: Option<Day>,
    /// Whose task it is; one's own unless told.
    owner_id: Option<PersonId>,
    /// `HH:MM` on the clock of the token's person; the whole day unless told.
    due_time: Option<String>,
    /// Reminds so many minutes before; of a whole day, before 08:00.
    remind_minutes: Option<i32>,
    #[serde(default)]
    remind_mail: bool,
}

#[derive(Serialize, utoipa::ToSchema)]
struct DealTasks {
    items: Vec<TaskOut>,
}

/// As many as are listed at once.
const MOST: u64 = 200;

/// What is still to be done for an opportunity, the nearest first
#[utoipa::path(
    get,
    path = "/api/v1/opportunities/{opportunity}/tasks",
    tag = "pipeline",
    params(("opportunity" = OpportunityId, Path)),
    responses((status = 200, body = DealTasks)),
)]
async fn list(ctx: Ctx, Path(id): Path<OpportunityId>) -> Result<Json<DealTasks>> {
    let deal = opportunity::get(&ctx, id).await?;
    let tasks = task::open_of_deal(&ctx, deal.id.0).limit(MOST).all(&ctx).await?;
    Ok(Json(DealTasks { items: tasks.into_iter().map(TaskOut::from).collect() }))
}

/// Add a task about an opportunity
#[utoipa::path(
    post,
    path = "/api/v1/opportunities/{opportunity}/tasks",
    tag = "pipeline",
    params(("opportunity" = OpportunityId, Path)),
    responses(
        (status = 201, body = TaskOut),
        (status = 422, description = "Inputs at fault", body = api::Problem),
    ),
)]
async fn create(
    ctx: Ctx,
    Path(id): Path<OpportunityId>,
    Json(new): Json<DealTaskIn>,
) -> Result<impl IntoResponse> {
    let tx = ctx.begin().await?;
    let timing = TimingIn {
        due_time: new.due_time,
        remind_minutes: new.remind_minutes,
        remind_mail: new.remind_mail,
        ..TimingIn::default()
    };
    let new = NewTask {
        owner: new.owner_id,
        text: new.text,
        due_on: new.due_on,
        timing: timing.read()?,
        ..NewTask::default()
    };
    let task = add_deal_task(&tx, id, new).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Json(TaskOut::from(task))))
}
