//! What is to be done, by whom and until when: one's own steps and those of one's team.

use std::collections::HashMap;

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use frame::web::list::{Cut, Page};
use frame::web::page::{self, Faults};
use frame::web::shell::Shell;
use frame::web::{Form, Json, Path, Query, api};
use frame::{App, Ctx, Error, Result, Tx, text};
use kernel::access::{Act, Area, Reach};
use kernel::{Day, PersonId, labels};
use sea_orm::sea_query::{Expr, ExprTrait, SimpleExpr};
use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryOrder, QuerySelect, Select};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::account::{self, AccountId};
use crate::add_task::{NewTask, add_task, due_on, finish_task};
use crate::change_task::{change_task, hide_task, reopen_task};
use crate::owners::{names, owners};
use crate::rules::activity::ActivityRefused;
use crate::task::{self, Column, Entity, Model, TaskId, TaskOut};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/tasks", get(show).post(submit))
        .routes(routes!(list, create))
        .routes(routes!(change, remove))
}

labels! {
    /// Which steps of those that are open, or which others.
    #[derive(Default)]
    pub enum When {
        #[default]
        Open = "open",
        Overdue = "overdue",
        Today = "today",
        Week = "week",
        Done = "done",
    }
}

/// Which steps somebody looks for.
#[derive(Clone, Debug, Default, Deserialize, utoipa::IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
struct Looked {
    /// `open`, `overdue`, `today`, `week` (the next seven days, and what is overdue) or `done`.
    when: String,
    /// `mine`, or `all` that may be seen; a program gets all unless told.
    whose: String,
    account_id: String,
}

fn found(ctx: &Ctx, looked: &Looked) -> Result<Select<Entity>> {
    let when = match looked.when.as_str() {
        "" => When::Open,
        word => When::from_word(word)
            .ok_or_else(|| Error::Malformed(format!("`{word}` is no value of when")))?,
    };
    let today = ctx.now.day(&ctx.actor.zone);
    let tasks = match when {
        When::Done => task::shown(ctx).filter(Column::DoneAt.is_not_null()),
        When::Open => task::open(ctx),
        When::Overdue => task::open(ctx).filter(Column::DueOn.lt(today)),
        When::Today => task::open(ctx).filter(Column::DueOn.lte(today)),
        When::Week => task::open(ctx).filter(Column::DueOn.lt(today.plus(7))),
    };
    let tasks = match looked.whose.as_str() {
        "mine" => tasks.filter(Column::OwnerId.eq(ctx.actor.person)),
        _ => tasks,
    };
    match looked.account_id.as_str() {
        "" => Ok(tasks),
        id => {
            let id: AccountId =
                id.parse().map_err(|_| Error::Malformed("account_id is no id".to_owned()))?;
            Ok(tasks.filter(Column::AccountId.eq(id)))
        }
    }
}

/// Steps without a day come after all that have one.
const NO_DAY: &str = "9999-12-31";

fn due_key() -> SimpleExpr {
    Expr::col((Entity, Column::DueOn)).if_null(NO_DAY)
}

async fn cut_out(ctx: &Ctx, looked: &Looked, cut: &Cut) -> Result<Page<Model>> {
    let limit = cut.limit()?;
    let mut tasks = found(ctx, looked)?;
    if let Some((day, id)) = cut.after::<(String, TaskId)>()? {
        let row = Expr::tuple([due_key(), Expr::col((Entity, Column::Id))]);
        tasks = tasks.filter(
            Condition::all()
                .add(row.gt(Expr::tuple([SimpleExpr::from(day), SimpleExpr::from(id)]))),
        );
    }
    let tasks = tasks.order_by_asc(due_key()).order_by_asc(Column::Id).limit(limit + 1);
    let key =
        |it: &Model| (it.due_on.map_or_else(|| NO_DAY.to_owned(), |it| it.to_string()), it.id);
    Page::cut(tasks.all(ctx).await?, limit, key)
}

// In the browser.

#[derive(Template)]
#[template(path = "list_tasks.html")]
struct TasksPage {
    shell: Shell,
    w: Words,
    tasks: Vec<Line>,
    looked: Looked,
    next: String,
    /// The reader sees steps of others, too.
    wide: bool,
    may_add: bool,
    owners: Vec<(String, String)>,
    typed: TaskForm,
    faults: Faults,
}

/// One step.
struct Line {
    task: Model,
    due: String,
    late: bool,
    account: Option<(AccountId, String)>,
    owner: String,
    done: bool,
    may_change: bool,
}

impl TasksPage {
    fn tabs(&self) -> Vec<(String, &'static str, bool)> {
        let chosen = When::from_word(&self.looked.when).unwrap_or_default();
        let tab =
            |&it: &When| (address(it.word(), &self.looked.whose), self.w.when(it), it == chosen);
        When::ALL.iter().map(tab).collect()
    }

    fn circles(&self) -> [(String, &'static str, bool); 2] {
        let mine = self.looked.whose != "all";
        [
            (address(&self.looked.when, ""), self.w.tasks_mine(), mine),
            (address(&self.looked.when, "all"), self.w.tasks_all(), !mine),
        ]
    }
}

/// The address of a part of the list.
fn address(when: &str, whose: &str) -> String {
    let when = if when == When::Open.word() { "" } else { when };
    let whose = if whose == "all" { whose } else { "" };
    page::address("/tasks", [("when", when), ("whose", whose)])
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct TaskForm {
    text: String,
    due_on: String,
    owner_id: String,
    account: String,
}

async fn show(ctx: Ctx, Query(looked): Query<Looked>, Query(cut): Query<Cut>) -> Result<Response> {
    tasks_page(&ctx, looked, &cut, TaskForm::default(), Faults::default()).await
}

async fn tasks_page(
    ctx: &Ctx,
    looked: Looked,
    cut: &Cut,
    typed: TaskForm,
    faults: Faults,
) -> Result<Response> {
    if !ctx.may(Act::View, Area::Accounts) {
        return Err(Error::Denied);
    }
    let wide = Reach::Own < ctx.actor.reach(Act::View, Area::Accounts);
    let whose = if looked.whose == "all" { "all" } else { "mine" };
    let asked = Looked { whose: whose.to_owned(), ..looked.clone() };
    let page = cut_out(ctx, &asked, cut).await?;
    let next = match &page.next_cursor {
        Some(cursor) => page::address(
            "/tasks",
            [("when", looked.when.as_str()), ("whose", &looked.whose), ("cursor", cursor)],
        ),
        None => String::new(),
    };
    let may_add = ctx.may(Act::Create, Area::Accounts);
    let owners = if wide && may_add { owners(ctx, Act::Create).await? } else { Vec::new() };
    let status = if faults.any() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let tasks = lines(ctx, page.items).await?;
    page::render_as(
        status,
        &TasksPage {
            shell: ctx.shell("tasks"),
            w: Words::of(ctx.lang()),
            tasks,
            looked,
            next,
            wide,
            may_add,
            owners: owners.into_iter().map(|(id, name)| (id.to_string(), name)).collect(),
            typed,
            faults,
        },
    )
}

async fn lines(ctx: &Ctx, tasks: Vec<Model>) -> Result<Vec<Line>> {
    let (lang, today) = (ctx.lang(), ctx.now.day(&ctx.actor.zone));
    let w = Words::of(lang);
    let accounts = account::names(ctx, tasks.iter().filter_map(|it| it.account_id)).await?;
    let people: HashMap<PersonId, String> = names(ctx, tasks.iter().map(|it| it.owner_id)).await?;
    let may_edit = ctx.may(Act::Edit, Area::Accounts);
    let line = |task: Model| {
        let late = task.done_at.is_none() && task.due_on.is_some_and(|it| it < today);
        let due = match task.due_on {
            None => w.no_due_day().to_owned(),
            Some(day) if day == today => w.due_today().to_owned(),
            Some(day) if day == today.plus(1) => w.due_tomorrow().to_owned(),
            Some(day) => lang.day(day),
        };
        Line {
            due,
            late,
            account: task.account_id.and_then(|it| Some((it, accounts.get(&it)?.clone()))),
            owner: people.get(&task.owner_id).cloned().unwrap_or_default(),
            done: task.done_at.is_some(),
            may_change: may_edit,
            task,
        }
    };
    Ok(tasks.into_iter().map(line).collect())
}

async fn submit(ctx: Ctx, Form(form): Form<TaskForm>) -> Result<Response> {
    let tx = ctx.begin().await?;
    match add_from(&tx, &form).await {
        Ok(task) => {
            let said = Words::of(tx.lang()).task_added(&task.text);
            tx.commit().await?;
            page::redirect_undoable("/tasks", &said, &format!("/tasks/{}/hide", task.id))
        }
        Err(error) => {
            let faults = Faults::of(error, tx.lang())?;
            tasks_page(&tx, Looked::default(), &Cut::default(), form, faults).await
        }
    }
}

async fn add_from(tx: &Tx, form: &TaskForm) -> Result<Model> {
    let account = match text::line(&form.account) {
        Some(name) => {
            let named = account::of_name(tx, &name).await?;
            Some(named.ok_or(Error::refused(ActivityRefused::UnknownAccount))?.id)
        }
        None => None,
    };
    let owner = form.owner_id.trim().parse().ok();
    let (text, due_on) = (form.text.clone(), due_on(&form.due_on)?);
    add_task(tx, NewTask { owner, account, text, due_on, ..NewTask::default() }).await
}

impl Words {
    fn when(self, when: When) -> &'static str {
        match when {
            When::Open => self.when_open(),
            When::Overdue => self.when_overdue(),
            When::Today => self.when_today(),
            When::Week => self.when_week(),
            When::Done => self.when_done(),
        }
    }
}

// In the API.

/// Next steps that the token's person may view, the nearest first
#[utoipa::path(
    get,
    path = "/api/v1/tasks",
    tag = "accounts",
    params(Looked, Cut),
    responses((status = 200, body = Page<TaskOut>)),
)]
async fn list(
    ctx: Ctx,
    Query(looked): Query<Looked>,
    Query(cut): Query<Cut>,
) -> Result<Json<Page<TaskOut>>> {
    Ok(Json(cut_out(&ctx, &looked, &cut).await?.map(TaskOut::from)))
}

/// A next step to write down.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct TaskIn {
    text: String,
    due_on: Option<Day>,
    /// Whose step it is; one's own unless told.
    owner_id: Option<PersonId>,
    account_id: Option<AccountId>,
    opportunity_id: Option<uuid::Uuid>,
}

/// Add a next step
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
    let new = NewTask {
        id: None,
        owner: new.owner_id,
        account: new.account_id,
        text: new.text,
        due_on: new.due_on,
        opportunity: new.opportunity_id,
    };
    let task = add_task(&tx, new).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Json(TaskOut::from(task))))
}

/// What changes of a step; what is not named stays.
#[derive(Debug, Default, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
#[expect(clippy::option_option, reason = "null is told from what was left out")]
struct TaskPatch {
    text: Option<String>,
    #[serde(deserialize_with = "frame::web::extract::given")]
    #[schema(value_type = Option<Day>)]
    due_on: Option<Option<Day>>,
    done: Option<bool>,
}

/// Change a next step, or say that it is done
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
    let before = task::get(&tx, id).await?;
    let text = patch.text.unwrap_or(before.text);
    let mut task = change_task(&tx, id, &text, patch.due_on.unwrap_or(before.due_on)).await?;
    match patch.done {
        Some(true) => task = finish_task(&tx, id).await?,
        Some(false) => task = reopen_task(&tx, id).await?,
        None => {}
    }
    tx.commit().await?;
    Ok(Json(task.into()))
}

/// Take a next step away; on its page it can be brought back for 30 days
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
