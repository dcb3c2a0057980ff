//! A step is done, by somebody or because it was seen to be so; is to be done after all; is skipped
//! for a reason, or not.

use accounts::{AccountId, account};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::post;
use frame::web::page::{self, Faults};
use frame::web::shell::Shell;
use frame::web::{Form, Json, Path, api};
use frame::{App, Ctx, Error, Result, Tx, text};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::SimpleExpr;
use sea_orm::{ColumnTrait, IntoActiveModel, QueryFilter};
use serde::Deserialize;
use serde_json::json;
use tasks::task;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::onboarding::{self, Model, OnboardingId, about};
use crate::rules::{LONGEST_LINE, OnboardingRefused, Standing, StepKind, is_over};
use crate::show::StepOut;
use crate::step::{self, Step, StepId, may_tick};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/onboarding/steps/{step}/done", post(done))
        .route("/onboarding/steps/{step}/reopen", post(reopen))
        .route("/onboarding/steps/{step}/skip", post(pass_over))
        .route("/onboarding/steps/{step}/unskip", post(take_up))
        .routes(routes!(change))
}

/// What somebody does with a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    Done,
    Reopen,
    Skip(String),
    Unskip,
}

/// Does this with a step; once is enough.
pub async fn act_on(tx: &Tx, id: StepId, act: Act) -> Result<Step> {
    let it = step::get(tx, id).await?;
    let of = onboarding::running(tx, it.step.onboarding_id).await?;
    if !may_tick(tx, of.account_id, it.task.owner_id).await? {
        return Err(Error::Denied);
    }
    let standing = it.standing(tx.now.day(&tx.actor.zone));
    match (&act, standing) {
        (Act::Done, Standing::Skipped) => return Err(Error::refused(OnboardingRefused::Skipped)),
        (Act::Skip(_), Standing::Done) => return Err(Error::refused(OnboardingRefused::Over)),
        (Act::Done, Standing::Done)
        | (Act::Reopen, Standing::Open { .. } | Standing::Skipped)
        | (Act::Unskip, Standing::Open { .. } | Standing::Done)
        | (Act::Skip(_), Standing::Skipped) => return Ok(it),
        _ => {}
    }

    let (mut step, mut task) = (it.step.into_active_model(), it.task.into_active_model());
    task.updated_at = Set(tx.now);
    let mut why = None;
    let name = match act {
        Act::Done => {
            task.done_at = Set(Some(tx.now));
            step.seen = Set(None);
            "onboarding.done"
        }
        Act::Reopen => {
            task.done_at = Set(None);
            step.seen = Set(None);
            "onboarding.reopened"
        }
        Act::Skip(said) => {
            let reason = reason(&said)?;
            task.hidden_at = Set(Some(tx.now));
            step.skipped_at = Set(Some(tx.now));
            step.skipped_why = Set(Some(reason.clone()));
            why = Some(reason);
            "onboarding.skipped"
        }
        Act::Unskip => {
            task.hidden_at = Set(None);
            step.skipped_at = Set(None);
            step.skipped_why = Set(None);
            "onboarding.unskipped"
        }
    };
    let after = Step { step: tx.update(step).await?, task: tx.update(task).await? };
    tx.record(told(&of, &after, name).why(why.as_deref()));
    settle(tx, &[of.id]).await?;
    Ok(after)
}

fn reason(said: &str) -> Result<String> {
    let reason = text::line(said).ok_or_else(|| Error::refused(OnboardingRefused::NoReason))?;
    if LONGEST_LINE < reason.chars().count() {
        return Err(Error::refused(OnboardingRefused::ReasonTooLong));
    }
    Ok(reason)
}

fn told(of: &Model, it: &Step, name: &'static str) -> frame::Event {
    let label = json!({ "id": it.step.label_id, "en": it.step.label_en });
    about(of, Some(it.task.owner_id), name).with("step", label)
}

/// What was seen at these clients ticks the steps that wait for it, and says so.
pub async fn tick(tx: &Tx, accounts: &[AccountId], seen: StepKind) -> Result<()> {
    let running = tx
        .whole_company::<onboarding::Entity>()
        .filter(onboarding::Column::AccountId.is_in(accounts.iter().copied()))
        .filter(onboarding::Column::StoppedAt.is_null())
        .filter(onboarding::Column::EndedAt.is_null())
        .all(&**tx)
        .await?;
    let today = tx.now.day(&tx.actor.zone);
    let ids: Vec<OnboardingId> = running.iter().map(|it| it.id).collect();
    for it in step::of(tx, &ids).await? {
        let waits = matches!(it.standing(today), Standing::Open { .. });
        if it.step.kind != seen || !waits {
            continue;
        }
        let Some(of) = running.iter().find(|of| of.id == it.step.onboarding_id) else { continue };
        tx.record(told(of, &it, "onboarding.seen"));
        let (mut step, mut task) = (it.step.into_active_model(), it.task.into_active_model());
        step.seen = Set(Some(seen));
        task.done_at = Set(Some(tx.now));
        task.updated_at = Set(tx.now);
        tx.update(step).await?;
        tx.update(task).await?;
    }
    settle(tx, &ids).await
}

/// Those of which nothing is left to do are over; those of which something is are not.
pub async fn settle(tx: &Tx, ids: &[OnboardingId]) -> Result<()> {
    let today = tx.now.day(&tx.actor.zone);
    let steps = step::of(tx, ids).await?;
    for &id in ids {
        let Ok(of) = onboarding::running(tx, id).await else { continue };
        let steps = steps.iter().filter(|it| it.step.onboarding_id == id);
        let standing: Vec<Standing> = steps.map(|it| it.standing(today)).collect();
        let over = is_over(&standing);
        if over == of.ended_at.is_some() {
            continue;
        }
        let this = onboarding::Column::Id.eq(id);
        let ended = SimpleExpr::from(over.then_some(tx.now));
        let values = vec![(onboarding::Column::EndedAt, ended)];
        tx.update_where::<onboarding::Entity, _>(onboarding::Column::CompanyId, this, values)
            .await?;
        if over {
            tx.record(about(&of, None, "onboarding.ended"));
        }
    }
    Ok(())
}

/// Those among these tasks that are steps: which clients are they of?
pub async fn of_tasks(tx: &Tx, tasks: Vec<tasks::TaskId>) -> Result<Vec<OnboardingId>> {
    let steps = tx.whole_company::<step::Entity>().filter(step::Column::TaskId.is_in(tasks));
    let mut ids: Vec<_> = steps.all(&**tx).await?.iter().map(|it| it.onboarding_id).collect();
    ids.sort_unstable();
    ids.dedup();
    Ok(ids)
}

/// Takes the tasks away that nobody has done.
pub async fn let_go(tx: &Tx, of: OnboardingId) -> Result<()> {
    for it in step::of(tx, &[of]).await? {
        if it.task.done_at.is_none() && it.task.hidden_at.is_none() {
            let mut row: task::ActiveModel = it.task.into_active_model();
            row.hidden_at = Set(Some(tx.now));
            row.updated_at = Set(tx.now);
            tx.update(row).await?;
        }
    }
    Ok(())
}

// In the browser.

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct StepForm {
    reason: String,
    /// `list`: back to the list of steps; to the client otherwise.
    from: String,
}

#[derive(Template)]
#[template(path = "skip_step.html")]
struct SkipPage {
    shell: Shell,
    w: Words,
    account: AccountId,
    client: String,
    label: String,
    form: StepForm,
    faults: Faults,
}

/// The form by which a step is skipped, with what was typed and what is wrong with it.
async fn skip_page(ctx: &Ctx, id: StepId, form: StepForm, error: Error) -> Result<Response> {
    let faults = Faults::of(error, ctx.lang())?;
    let it = step::get(ctx, id).await?;
    let of = onboarding::running(ctx, it.step.onboarding_id).await?;
    let clients = account::names(ctx, [of.account_id]).await?;
    let page = SkipPage {
        shell: ctx.shell("accounts"),
        w: Words::of(ctx.lang()),
        account: of.account_id,
        client: clients.into_values().next().unwrap_or_default(),
        label: it.step.label(ctx.lang()).to_owned(),
        form,
        faults,
    };
    page::render_as(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

async fn acted(ctx: Ctx, id: StepId, act: Act, form: StepForm) -> Result<Response> {
    let tx = ctx.begin().await?;
    let w = Words::of(tx.lang());
    let undo = match act {
        Act::Done => Some("reopen"),
        Act::Skip(_) => Some("unskip"),
        Act::Reopen | Act::Unskip => None,
    };
    let is_typed = matches!(act, Act::Skip(_));
    let it = match act_on(&tx, id, act).await {
        Ok(it) => it,
        Err(error) if is_typed => return skip_page(&tx, id, form, error).await,
        Err(error) => return Err(error),
    };
    let of = onboarding::running(&tx, it.step.onboarding_id).await?;
    let said = w.step_saved(it.step.label(tx.lang()));
    tx.commit().await?;
    let to = if form.from == "list" {
        "/onboarding".to_owned()
    } else {
        format!("/accounts/{}#onboarding", of.account_id)
    };
    match undo {
        Some(undo) => {
            page::redirect_undoable(&to, &said, &format!("/onboarding/steps/{id}/{undo}"))
        }
        None => page::redirect_saying(&to, &said),
    }
}

async fn done(ctx: Ctx, Path(id): Path<StepId>, Form(form): Form<StepForm>) -> Result<Response> {
    acted(ctx, id, Act::Done, form).await
}

async fn reopen(ctx: Ctx, Path(id): Path<StepId>, Form(form): Form<StepForm>) -> Result<Response> {
    acted(ctx, id, Act::Reopen, form).await
}

async fn pass_over(
    ctx: Ctx,
    Path(id): Path<StepId>,
    Form(form): Form<StepForm>,
) -> Result<Response> {
    acted(ctx, id, Act::Skip(form.reason.clone()), form).await
}

async fn take_up(ctx: Ctx, Path(id): Path<StepId>, Form(form): Form<StepForm>) -> Result<Response> {
    acted(ctx, id, Act::Unskip, form).await
}

// In the API.

/// What becomes of a step.
#[derive(Clone, Debug, Deserialize, utoipa::ToSchema)]
#[serde(tag = "act", rename_all = "snake_case", deny_unknown_fields)]
enum ActIn {
    Done,
    Reopen,
    Skip { reason: String },
    Unskip,
}

/// Tick a step, skip it for a reason, or take that back
#[utoipa::path(
    post,
    path = "/api/v1/onboarding/steps/{step}",
    tag = "onboarding",
    params(("step" = StepId, Path)),
    responses(
        (status = 200, body = StepOut),
        (status = 422, description = "Inputs at fault", body = api::Problem),
    ),
)]
async fn change(ctx: Ctx, Path(id): Path<StepId>, Json(act): Json<ActIn>) -> Result<Json<StepOut>> {
    let tx = ctx.begin().await?;
    let act = match act {
        ActIn::Done => Act::Done,
        ActIn::Reopen => Act::Reopen,
        ActIn::Skip { reason } => Act::Skip(reason),
        ActIn::Unskip => Act::Unskip,
    };
    let it = act_on(&tx, id, act).await?;
    tx.commit().await?;
    Ok(Json(StepOut::of(it)))
}
