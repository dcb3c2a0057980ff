//! A template is put on a client: all its tasks in one act, with their dates seen beforehand, and
//! taken back in one.

use accounts::{AccountId, account};
use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use frame::notices::{self, Notice};
use frame::web::page::{self, Faults};
use frame::web::shell::Shell;
use frame::web::{Form, Json, Path, Query, api};
use frame::{App, Ctx, Error, Event, Result, Tx};
use kernel::access::{Act, Area};
use kernel::{Day, PersonId};
use people::person::names_of;
use sea_orm::{ColumnTrait, QueryFilter};
use serde::{Deserialize, Serialize};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use crate::add_task::{NewTask, add_task, due_on};
use crate::rules::steps::{Step, TemplateRefused};
use crate::settle_task::hide_task;
use crate::task::{self, Model, TaskOut};
use crate::task_template::{self, TemplateId};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/accounts/{account}/template", get(show).post(submit))
        .route("/accounts/{account}/template/{made}/undo", post(undo))
        .routes(routes!(create))
        .routes(routes!(remove))
}

/// What one act has made.
pub struct Made {
    pub id: Uuid,
    pub template: String,
    pub tasks: Vec<Model>,
}

/// Puts a template on a client, from that day on. The tasks are of whoever looks after the client,
/// if the actor may give them to them, and else the actor's own.
pub async fn use_template(
    tx: &Tx,
    account: AccountId,
    template: TemplateId,
    first: Day,
) -> Result<Made> {
    let account = account::get(tx, account).await?;
    let template = task_template::get_offered(tx, template).await?;
    let steps = task_template::steps(tx, template.id).await?;
    let owner = owner_of(tx, &account).await?;
    tx.permit(Act::Create, Area::Accounts, owner).await?;

    let id: Uuid = tx.id();
    let mut tasks = Vec::new();
    for step in &steps {
        let new = NewTask {
            owner: Some(owner),
            account: Some(account.id),
            text: step.text.clone(),
            due_on: Some(step.due_on(first)),
            template_use: Some(id),
            ..NewTask::default()
        };
        tasks.push(add_task(tx, new).await?);
    }
    let count = i64::try_from(tasks.len()).unwrap_or_default();
    let notice = Notice::of("accounts.template_given", "task", id, "/tasks".to_owned())
        .with("who", tx.actor.name.clone())
        .with("tasks", count)
        .with("account", account.name.clone());
    notices::tell(tx, owner, notice).await?;
    tx.record(
        Event::of("accounts.template_used", "task-template", template.id)
            .owner(owner)
            .about(account.id)
            .with("name", template.name.clone())
            .with("tasks", count)
            .with("use", id.to_string()),
    );
    Ok(Made { id, template: template.name, tasks })
}

/// Takes back what one act has made; what has been done since stays.
pub async fn undo_template(tx: &Tx, account: AccountId, made: Uuid) -> Result<i64> {
    let account = account::get(tx, account).await?;
    let tasks = task::open(tx)
        .filter(task::Column::TemplateUseId.eq(made))
        .filter(task::Column::AccountId.eq(account.id));
    let tasks = tasks.all(&**tx).await?;
    if tasks.is_empty() {
        return Err(Error::refused(TemplateRefused::NothingLeft));
    }

    for task in &tasks {
        hide_task(tx, task.id).await?;
    }
    notices::take_back(tx, made).await?;
    let count = i64::try_from(tasks.len()).unwrap_or_default();
    tx.record(
        Event::of("accounts.template_use_undone", "task", made)
            .owner(account.owner_id)
            .about(account.id)
            .with("tasks", count),
    );
    Ok(count)
}

/// Whose the tasks will be.
async fn owner_of(ctx: &Ctx, account: &account::Model) -> Result<PersonId> {
    let me = ctx.actor.person;
    let Some(owner) = account.owner_id else { return Ok(me) };
    match ctx.permit(Act::Create, Area::Accounts, owner).await {
        Ok(()) => Ok(owner),
        Err(Error::Denied) => Ok(me),
        Err(error) => Err(error),
    }
}

// In the browser.

#[derive(Template)]
#[template(path = "use_template.html")]
struct UsePage {
    shell: Shell,
    w: Words,
    account: account::Model,
    templates: Vec<(String, String)>,
    typed: Asked,
    /// For whom, and what on which day: what would be made.
    owner: String,
    preview: Vec<(String, String)>,
    faults: Faults,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    template: String,
    first: String,
}

impl Asked {
    fn template(&self) -> Result<TemplateId> {
        self.template.trim().parse().map_err(|_| Error::refused(TemplateRefused::Unknown))
    }

    fn first(&self, ctx: &Ctx) -> Result<Day> {
        Ok(due_on(&self.first)?.unwrap_or_else(|| ctx.now.day(&ctx.actor.zone)))
    }
}

async fn show(ctx: Ctx, Path(id): Path<AccountId>, Query(asked): Query<Asked>) -> Result<Response> {
    use_page(&ctx, id, asked, Faults::default()).await
}

async fn use_page(ctx: &Ctx, id: AccountId, typed: Asked, faults: Faults) -> Result<Response> {
    if !ctx.may(Act::Create, Area::Accounts) {
        return Err(Error::Denied);
    }
    let account = account::get(ctx, id).await?;
    let owner = owner_of(ctx, &account).await?;
    let (mut faults, mut preview) = (faults, Vec::new());
    if !typed.template.is_empty() && !faults.any() {
        match preview_of(ctx, &typed).await {
            Ok(steps) => preview = steps,
            Err(error) => faults = Faults::of(error, ctx.lang())?,
        }
    }
    let templates = task_template::offered(ctx).await?.into_iter();
    let today = ctx.now.day(&ctx.actor.zone).to_string();
    let first = if typed.first.is_empty() { today } else { typed.first.clone() };
    let status = if faults.any() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let page = UsePage {
        shell: ctx.shell("accounts"),
        w: Words::of(ctx.lang()),
        account,
        templates: templates.map(|it| (it.id.to_string(), it.name)).collect(),
        typed: Asked { first, ..typed },
        owner: names_of(ctx, [owner]).await?.remove(&owner).unwrap_or_default(),
        preview,
        faults,
    };
    page::render_as(status, &page)
}

/// The days on which its tasks would be due.
async fn preview_of(ctx: &Ctx, typed: &Asked) -> Result<Vec<(String, String)>> {
    let template = match task_template::get_offered(ctx, typed.template()?).await {
        Err(Error::NotFound) => return Err(Error::refused(TemplateRefused::Unknown)),
        other => other?,
    };
    let first = typed.first(ctx)?;
    let steps = task_template::steps(ctx, template.id).await?;
    let line = |it: Step| (ctx.lang().day(it.due_on(first)), it.text);
    Ok(steps.into_iter().map(line).collect())
}

async fn submit(ctx: Ctx, Path(id): Path<AccountId>, Form(form): Form<Asked>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let made = match (form.template(), form.first(&tx)) {
        (Ok(template), Ok(first)) => use_template(&tx, id, template, first).await,
        (Err(error), _) | (_, Err(error)) => Err(error),
    };
    match made {
        Ok(made) => {
            let count = i64::try_from(made.tasks.len()).unwrap_or_default();
            let said = Words::of(tx.lang()).told_template_used(&made.template, count);
            tx.commit().await?;
            let undo = format!("/accounts/{id}/template/{}/undo", made.id);
            page::redirect_undoable(&format!("/accounts/{id}"), &said, &undo)
        }
        Err(error) => {
            let faults = Faults::of(error, tx.lang())?;
            use_page(&tx, id, form, faults).await
        }
    }
}

async fn undo(ctx: Ctx, Path((id, made)): Path<(AccountId, Uuid)>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let count = undo_template(&tx, id, made).await?;
    let said = Words::of(tx.lang()).told_template_use_undone(count);
    tx.commit().await?;
    page::redirect_saying(&format!("/accounts/{id}"), &said)
}

// In the API.

/// Which template, and from which day on.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct UseIn {
    template_id: TemplateId,
    /// Today, unless told.
    first_on: Option<Day>,
}

/// What was made of it.
#[derive(Serialize, utoipa::ToSchema)]
struct UseOut {
    /// By which it is taken back.
    id: Uuid,
    tasks: Vec<TaskOut>,
}

/// Put a template of tasks on an account
#[utoipa::path(
    post,
    path = "/api/v1/accounts/{account}/template-uses",
    tag = "accounts",
    params(("account" = AccountId, Path)),
    responses(
        (status = 201, body = UseOut),
        (status = 422, description = "Inputs at fault", body = api::Problem),
    ),
)]
async fn create(
    ctx: Ctx,
    Path(id): Path<AccountId>,
    Json(asked): Json<UseIn>,
) -> Result<impl IntoResponse> {
    let tx = ctx.begin().await?;
    let first = asked.first_on.unwrap_or_else(|| tx.now.day(&tx.actor.zone));
    let made = use_template(&tx, id, asked.template_id, first).await?;
    tx.commit().await?;
    let tasks = made.tasks.into_iter().map(TaskOut::from).collect();
    Ok((StatusCode::CREATED, Json(UseOut { id: made.id, tasks })))
}

/// Take back what a template has made; what has been done since stays
#[utoipa::path(
    delete,
    path = "/api/v1/accounts/{account}/template-uses/{made}",
    tag = "accounts",
    params(("account" = AccountId, Path), ("made" = Uuid, Path)),
    responses((status = 204, description = "Taken back")),
)]
async fn remove(ctx: Ctx, Path((id, made)): Path<(AccountId, Uuid)>) -> Result<StatusCode> {
    let tx = ctx.begin().await?;
    undo_template(&tx, id, made).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
