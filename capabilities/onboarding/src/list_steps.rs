//! The steps that are still to be done with new clients, the earliest due first: whose, and
//! which are late.

use std::collections::HashMap;

use accounts::{AccountId, account};
use askama::Template;
use axum::response::Response;
use axum::routing::get;
use frame::web::list::{Cut, Page};
use frame::web::shell::Shell;
use frame::web::take_out::{Files, files};
use frame::web::{Json, Query, page};
use frame::{App, Ctx, Error, Result};
use kernel::access::{Act, Area, Reach};
use kernel::{KeptDay, Lang};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use serde::{Deserialize, Serialize};
use tasks::task;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::onboarding::{self, OnboardingId};
use crate::show::{Line, StepOut, lines};
use crate::step::{self, Step};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/onboarding", get(show)).routes(routes!(list))
}

/// Which steps somebody looks for.
#[derive(Clone, Debug, Default, Deserialize, Serialize, utoipa::IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct Looked {
    /// `late`: those that should have been done by now.
    #[param(pattern = "^(late)?$")]
    pub when: String,
}

/// A step with whose client it is, and of which checklist.
pub struct Found {
    pub step: Step,
    pub account: AccountId,
    pub checklist: String,
}

impl Found {
    /// One of these checklists.
    pub fn of(
        step: Step,
        of: &HashMap<OnboardingId, onboarding::Model>,
        lang: Lang,
    ) -> Option<Self> {
        let onboarding = of.get(&step.step.onboarding_id)?;
        let checklist = onboarding.label(lang).to_owned();
        Some(Self { step, account: onboarding.account_id, checklist })
    }
}

#[derive(Serialize, Deserialize)]
struct Key(Option<KeptDay>, tasks::TaskId);

/// Some of the open steps that the actor may see, the earliest due first.
pub async fn find(ctx: &Ctx, looked: &Looked, cut: &Cut) -> Result<Page<Found>> {
    if !ctx.may(Act::View, Area::Accounts) {
        return Err(Error::Denied);
    }
    let limit = cut.limit()?;
    let running = ctx
        .whole_company::<onboarding::Entity>()
        .select_only()
        .column(onboarding::Column::Id)
        .filter(onboarding::Column::StoppedAt.is_null());
    let steps = ctx
        .find::<step::Entity>()
        .select_only()
        .column(step::Column::TaskId)
        .filter(step::Column::OnboardingId.in_subquery(running.into_query()));
    let mut tasks = ctx
        .whole_company::<task::Entity>()
        .filter(task::Column::Id.in_subquery(steps.into_query()))
        .filter(task::Column::DoneAt.is_null())
        .filter(task::Column::HiddenAt.is_null());
    tasks = match looked.when.as_str() {
        "" => tasks,
        "late" => tasks.filter(task::Column::DueOn.lt(ctx.now.day(&ctx.actor.zone))),
        other => return Err(Error::Malformed(format!("`{other}` is no value of when"))),
    };
    if let Some(Key(Some(KeptDay(day)), id)) = cut.after::<Key>()? {
        let row = Expr::tuple([task::Column::DueOn.into_expr(), task::Column::Id.into_expr()]);
        tasks = tasks.filter(row.gt(Expr::tuple([Expr::value(day), Expr::value(id)])));
    }
    let tasks = tasks
        .order_by_asc(task::Column::DueOn)
        .order_by_asc(task::Column::Id)
        .limit(limit + 1)
        .all(ctx)
        .await?;
    let page = Page::cut(tasks, limit, |it| Key(it.due_on.map(KeptDay), it.id))?;
    let ids: Vec<tasks::TaskId> = page.items.iter().map(|it| it.id).collect();
    let steps = ctx.whole_company::<step::Entity>().filter(step::Column::TaskId.is_in(ids));
    let steps = steps.all(ctx).await?;
    let of: Vec<OnboardingId> = steps.iter().map(|it| it.onboarding_id).collect();
    let of = ctx.whole_company::<onboarding::Entity>().filter(onboarding::Column::Id.is_in(of));
    let of = of.all(ctx).await?;
    let of: HashMap<_, _> = of.into_iter().map(|it| (it.id, it)).collect();
    let mut steps: HashMap<_, _> = steps.into_iter().map(|it| (it.task_id, it)).collect();
    let items = page.items.into_iter().filter_map(|task| {
        let step = steps.remove(&task.id)?;
        Found::of(Step { step, task }, &of, ctx.lang())
    });
    Ok(Page { items: items.collect(), next_cursor: page.next_cursor })
}

// In the browser.

struct Row {
    line: Line,
    account: AccountId,
    client: String,
}

#[derive(Template)]
#[template(path = "list_steps.html")]
struct StepsPage {
    shell: Shell,
    w: Words,
    late: bool,
    rows: Vec<Row>,
    next: String,
    wide: bool,
    may_settle: bool,
    files: Option<Files>,
    /// The whole checklists of all clients.
    checklists: Option<Files>,
}

async fn show(ctx: Ctx, Query(looked): Query<Looked>, Query(cut): Query<Cut>) -> Result<Response> {
    let found = find(&ctx, &looked, &cut).await?;
    let next = found
        .next_cursor
        .as_deref()
        .map(|it| page::address("/onboarding", [("when", looked.when.as_str()), ("cursor", it)]));
    let clients = account::names(&ctx, found.items.iter().map(|it| it.account)).await?;
    let mut rows = Vec::with_capacity(found.items.len());
    for it in found.items {
        let client = clients.get(&it.account).cloned().unwrap_or_default();
        for line in lines(&ctx, it.account, vec![it.step]).await? {
            rows.push(Row { line, account: it.account, client: client.clone() });
        }
    }
    page::render(&StepsPage {
        shell: ctx.shell("tasks"),
        w: Words::of(ctx.lang()),
        late: looked.when == "late",
        rows,
        next: next.unwrap_or_default(),
        wide: Reach::Own < ctx.actor.reach(Act::View, Area::Accounts),
        may_settle: ctx.permit_company(Act::Edit, Area::Settings).is_ok(),
        files: files(
            &ctx,
            Area::Accounts,
            &page::address("/onboarding", [("when", looked.when.as_str())]),
        ),
        checklists: files(&ctx, Area::Accounts, "/onboarding/checklists"),
    })
}

// In the API.

/// A step, and whose client it is about.
#[derive(Serialize, utoipa::ToSchema)]
struct OpenStep {
    account_id: AccountId,
    #[serde(flatten)]
    step: StepOut,
}

/// Steps with new clients that are still to be done, the earliest due first
#[utoipa::path(
    get,
    path = "/api/v1/onboarding",
    tag = "onboarding",
    params(Looked, Cut),
    responses((status = 200, body = Page<OpenStep>)),
)]
async fn list(
    ctx: Ctx,
    Query(looked): Query<Looked>,
    Query(cut): Query<Cut>,
) -> Result<Json<Page<OpenStep>>> {
    let found = find(&ctx, &looked, &cut).await?;
    let out = |it: Found| OpenStep { account_id: it.account, step: StepOut::of(it.step) };
    Ok(Json(found.map(out)))
}
