//! What is to be done, by whom and until when: one's own tasks and those of one's team.

use std::collections::HashMap;

use accounts::{AccountId, account, is_wide, keepers};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use frame::web::list::{Cut, Listing, Page, Question};
use frame::web::page::{self, Faults};
use frame::web::shell::Shell;
use frame::web::{Form, Query};
use frame::{App, Ctx, Error, Result, Tx, text};
use kernel::PersonId;
use kernel::access::{Act, Area};
use people::person::names_of;
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;

use crate::LIST;
use crate::add_task::{NewTask, add_task, due_on};
use crate::ask_tasks::ask_tasks;
use crate::find_tasks::{Looked, When, find_tasks};
use crate::rules::task::{TaskRefused, leads_back};
use crate::say_timing::{Choices, Reader, choices};
use crate::task::{Model, TaskId};
use crate::task_timing::{TimingForm, clock_of};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/tasks", get(show).post(submit))
}

// In the browser.

#[derive(Template)]
#[template(path = "list_tasks.html")]
struct TasksPage {
    shell: Shell,
    w: Words,
    /// The views of this list.
    views: String,
    list: Listing,
    tasks: Vec<Line>,
    /// The reader sees tasks of others, too.
    wide: bool,
    may_add: bool,
    owners: Vec<(String, String)>,
    typed: TaskForm,
    choices: Choices,
    /// A new task has no successor.
    successor: Option<TaskId>,
    faults: Faults,
}

/// One task.
struct Line {
    task: Model,
    due: String,
    repeat: Option<String>,
    late: bool,
    account: Option<(AccountId, String)>,
    owner: String,
    done: bool,
    may_change: bool,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct TaskForm {
    text: String,
    due_on: String,
    owner_id: String,
    account: String,
    /// An address of the agenda, if one came from there.
    from: String,
    #[serde(flatten)]
    timing: TimingForm,
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
    let wide = is_wide(ctx);
    let question = asked_here(&looked)?;
    let asked = ask_tasks(ctx, &question).await?;
    let looked = looked.on_the_page();
    let page =
        if asked.has_answer() { find_tasks(ctx, &looked, cut).await? } else { Page::empty() };
    let next = page.next_cursor.as_deref();
    let list = Listing::of(ctx, &LIST, question, asked, cut, next);
    let views = views::bar(ctx, &LIST, &list.address()).await?;
    let may_add = ctx.may(Act::Create, Area::Accounts);
    let owners = if wide && may_add { keepers(ctx, Act::Create).await? } else { Vec::new() };
    let status = if faults.any() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let tasks = lines(ctx, page.items).await?;
    let choices = choices(ctx, &typed.timing, &clock_of(ctx).await?);
    page::render_as(
        status,
        &TasksPage {
            shell: ctx.shell("agenda"),
            w: Words::of(ctx.lang()),
            views,
            list,
            tasks,
            wide,
            may_add,
            owners: owners.into_iter().map(|(id, name)| (id.to_string(), name)).collect(),
            typed,
            choices,
            successor: None,
            faults,
        },
    )
}

/// What the page is asked: one's own open tasks unless told, which an address need not say.
fn asked_here(looked: &Looked) -> Result<Question> {
    let mut question = Question::of(looked)?;
    for (name, usual) in [("when", When::Open.word()), ("whose", "mine")] {
        if question.get(name) == usual {
            question = question.with(name, "");
        }
    }
    Ok(question)
}

async fn lines(ctx: &Ctx, tasks: Vec<Model>) -> Result<Vec<Line>> {
    let reader = Reader::of(ctx).await?;
    let accounts = account::names(ctx, tasks.iter().filter_map(|it| it.account_id)).await?;
    let people: HashMap<PersonId, String> =
        names_of(ctx, tasks.iter().map(|it| it.owner_id)).await?;
    let may_edit = ctx.may(Act::Edit, Area::Accounts);
    let line = |task: Model| Line {
        due: reader.due(&task),
        repeat: reader.repeat(&task),
        late: reader.is_late(&task),
        account: task.account_id.and_then(|it| Some((it, accounts.get(&it)?.clone()))),
        owner: people.get(&task.owner_id).cloned().unwrap_or_default(),
        done: task.done_at.is_some(),
        may_change: may_edit,
        task,
    };
    Ok(tasks.into_iter().map(line).collect())
}

async fn submit(ctx: Ctx, Form(form): Form<TaskForm>) -> Result<Response> {
    let tx = ctx.begin().await?;
    match add_from(&tx, &form).await {
        Ok(task) => {
            let said = Words::of(tx.lang()).task_added(&task.text);
            tx.commit().await?;
            let to = if leads_back(&form.from) { form.from.as_str() } else { "/tasks" };
            page::redirect_undoable(to, &said, &format!("/tasks/{}/hide", task.id))
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
            Some(named.ok_or(Error::refused(TaskRefused::UnknownAccount))?.id)
        }
        None => None,
    };
    let owner = form.owner_id.trim().parse().ok();
    let due_on = due_on(&form.due_on)?;
    let (text, timing) = (form.text.clone(), form.timing.read(due_on)?);
    add_task(tx, NewTask { owner, account, text, due_on, timing, ..NewTask::default() }).await
}
