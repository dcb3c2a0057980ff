//! Tasks are looked for: whose they are, until when, and of which client.

use accounts::AccountId;
use frame::web::list::{Cut, Ordered, Page, read};
use frame::web::{Json, Query};
use frame::{App, Ctx, Result};
use kernel::labels;
use sea_orm::sea_query::{Expr, ExprTrait, SimpleExpr};
use sea_orm::{ColumnTrait, Condition, QueryFilter, QuerySelect, Select};
use serde::{Deserialize, Serialize};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::task::{self, Column, Entity, Model, TaskId, TaskOut};

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list))
}

labels! {
    /// Which tasks of those that are open, or which others.
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

/// Which tasks somebody looks for.
#[derive(Clone, Debug, Default, Deserialize, Serialize, utoipa::IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct Looked {
    /// `open`, `overdue`, `today`, `week` (the next seven days, and what is overdue) or `done`.
    #[param(pattern = "^(open|overdue|today|week|done)?$")]
    pub when: String,
    /// `mine`, or `all` that may be seen; a program gets all unless told.
    #[param(pattern = "^(mine|all)?$")]
    pub whose: String,
    #[param(value_type = Option<AccountId>)]
    pub account_id: String,
}

impl Looked {
    /// As the page reads it: one's own, unless all are asked for.
    pub fn on_the_page(self) -> Self {
        let whose = if self.whose == "all" { "all" } else { "mine" };
        Self { whose: whose.to_owned(), ..self }
    }
}

/// A task with a time is overdue at once, any other when its day is over.
fn overdue(ctx: &Ctx) -> Condition {
    let today = ctx.now.day(&ctx.actor.zone);
    let whole_day = Condition::all().add(Column::DueAt.is_null()).add(Column::DueOn.lt(today));
    Condition::any().add(Column::DueAt.lt(ctx.now)).add(whole_day)
}

fn found(ctx: &Ctx, looked: &Looked) -> Result<Select<Entity>> {
    let when = read("when", &looked.when, When::from_word)?.unwrap_or_default();
    let today = ctx.now.day(&ctx.actor.zone);
    let tasks = match when {
        When::Done => task::shown(ctx).filter(Column::DoneAt.is_not_null()),
        When::Open => task::open(ctx),
        When::Overdue => task::open(ctx).filter(overdue(ctx)),
        When::Today => task::open(ctx).filter(Column::DueOn.lte(today)),
        When::Week => task::open(ctx).filter(Column::DueOn.lt(today.plus(7))),
    };
    let whose = |it: &str| Some(it == "mine").filter(|mine| *mine || it == "all");
    let tasks = if read("whose", &looked.whose, whose)?.unwrap_or_default() {
        tasks.filter(Column::OwnerId.eq(ctx.actor.person))
    } else {
        tasks
    };
    let account = |it: &str| it.parse::<AccountId>().ok();
    Ok(match read("account_id", &looked.account_id, account)? {
        Some(id) => tasks.filter(Column::AccountId.eq(id)),
        None => tasks,
    })
}

/// Tasks without a day come after all that have one.
const NO_DAY: &str = "9999-12-31";

fn due_key() -> SimpleExpr {
    Expr::col((Entity, Column::DueOn)).if_null(NO_DAY)
}

/// The nearest first.
#[derive(Clone, Copy, PartialEq, Serialize, Deserialize)]
struct Nearest;

impl Ordered for Nearest {
    type Of = Entity;

    fn by(self) -> SimpleExpr {
        due_key()
    }

    fn value(self, task: &Model) -> String {
        task.due_on.map_or_else(|| NO_DAY.to_owned(), |it| it.to_string())
    }

    fn id(task: &Model) -> TaskId {
        task.id
    }
}

/// Some of the tasks that the actor may view, the nearest first.
pub async fn find_tasks(ctx: &Ctx, looked: &Looked, cut: &Cut) -> Result<Page<Model>> {
    let limit = cut.limit()?;
    let mut tasks = found(ctx, looked)?;
    if let Some(beyond) = Nearest.after(cut)? {
        tasks = tasks.filter(beyond);
    }
    let tasks = Nearest.order(tasks).limit(limit + 1);
    Nearest.page(tasks.all(ctx).await?, limit)
}

// In the API.

/// Tasks that the token's person may view, the nearest first
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
    Ok(Json(find_tasks(&ctx, &looked, &cut).await?.map(TaskOut::from)))
}
