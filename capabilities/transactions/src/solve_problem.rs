//! Whoever keeps the books, or was asked, answers a problem.

use askama::Template;
use axum::response::Response;
use axum::routing::get;
use frame::notices::{self, Notice};
use frame::web::page::Faults;
use frame::web::shell::Shell;
use frame::web::{Form, Json, Path, api, page};
use frame::{App, Ctx, Error, Event, Result, Tx};
use kernel::access::{Act, Area};
use people::person;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, QueryFilter};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use accounts::account;

use crate::invoice;
use crate::invoice_problem::{self, Model, ProblemId, ProblemOut};
use crate::raise_problem::ASKED;
use crate::record_invoice::said;
use crate::rules::LedgerRefused;
use crate::rules::document::LONGEST_NOTE;
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/transactions/problems/{problem}", get(show).post(submit))
        .routes(routes!(solve))
}

/// Answers a problem, once.
pub async fn solve_problem(tx: &Tx, id: ProblemId, typed: &str) -> Result<Model> {
    let problem = tx.get::<invoice_problem::Entity>(id).await?;
    if !may_solve(tx, &problem) {
        return Err(Error::Denied);
    }

    let answer = said("answer", typed, LONGEST_NOTE)?;
    if problem.solved_at.is_some() {
        return Err(Error::refused(LedgerRefused::AlreadySolved));
    }
    let invoice = tx.get::<invoice::Entity>(problem.invoice_id).await?;
    let account = account::get(tx, problem.account_id).await?;

    // Still unsolved, or somebody was quicker.
    let this = Condition::all()
        .add(invoice_problem::Column::Id.eq(id))
        .add(invoice_problem::Column::SolvedAt.is_null());
    let values = vec![
        (invoice_problem::Column::Answer, Expr::value(answer.clone())),
        (invoice_problem::Column::SolvedBy, Expr::value(tx.actor.person)),
        (invoice_problem::Column::SolvedAt, Expr::value(tx.now)),
    ];
    let company = invoice_problem::Column::CompanyId;
    if tx.update_where::<invoice_problem::Entity, _>(company, this, values).await? == 0 {
        return Err(Error::refused(LedgerRefused::AlreadySolved));
    }

    tx.record(
        Event::of("transactions.problem_solved", "invoice-problem", id)
            .owner(account.owner_id)
            .about(account.id)
            .with("number", invoice.number.clone()),
    );
    // Nobody else is waited for, and whoever asked may read what was found.
    notices::take_back_of(tx, ASKED, id).await?;
    let link = format!("/transactions/{}", invoice.id);
    let notice = Notice::of("transactions.problem_answered", "invoice-problem", id, link)
        .with("who", tx.actor.name.clone())
        .with("number", invoice.number);
    notices::tell(tx, problem.owner_id, notice).await?;
    Ok(Model {
        answer: Some(answer),
        solved_by: Some(tx.actor.person),
        solved_at: Some(tx.now),
        ..problem
    })
}

/// Whoever keeps the books, and whoever was asked.
pub fn may_solve(ctx: &Ctx, problem: &Model) -> bool {
    let Some(me) = ctx.actor.somebody() else { return false };
    let keeps_books = ctx.permit_company(Act::Edit, Area::Transactions).is_ok();
    keeps_books || problem.assignee_id == Some(me)
}

// In the browser.

/// A problem, in words.
pub struct Shown {
    pub href: String,
    pub invoice: String,
    pub number: String,
    pub client: String,
    pub kind: &'static str,
    pub text: String,
    /// Who raised it, and when.
    pub raised: String,
    pub assignee: String,
    pub answer: String,
    /// Who answered, and when.
    pub answered: String,
    pub solved: bool,
    pub state: &'static str,
    pub look: &'static str,
    pub may_solve: bool,
}

/// Problems in reach, in words.
pub async fn shown(ctx: &Ctx, problems: Vec<Model>) -> Result<Vec<Shown>> {
    if problems.is_empty() {
        return Ok(Vec::new());
    }
    let people = person::names(ctx).await?;
    let clients = account::names(ctx, problems.iter().map(|it| it.account_id)).await?;
    let invoices = ctx.find::<invoice::Entity>();
    let ids = problems.iter().map(|it| it.invoice_id);
    let invoices = invoices.filter(invoice::Column::Id.is_in(ids)).all(ctx).await?;
    let (lang, zone) = (ctx.lang(), &ctx.actor.zone);
    let w = Words::of(lang);
    let name = |id| people.get(&id).cloned().unwrap_or_default();
    let problem = |it: Model| {
        let number = invoices.iter().find(|invoice| invoice.id == it.invoice_id);
        let solved = it.solved_at.is_some();
        Shown {
            href: format!("/transactions/problems/{}", it.id),
            invoice: format!("/transactions/{}", it.invoice_id),
            number: number.map(|it| it.number.clone()).unwrap_or_default(),
            client: clients.get(&it.account_id).cloned().unwrap_or_default(),
            kind: w.problem_kind(it.kind),
            raised: w.raised_by(name(it.owner_id), lang.moment(it.raised_at, zone)),
            assignee: it.assignee_id.map(|it| w.asked_of(name(it))).unwrap_or_default(),
            answered: match (it.solved_by, it.solved_at) {
                (Some(by), Some(at)) => w.raised_by(name(by), lang.moment(at, zone)),
                _ => String::new(),
            },
            solved,
            state: if solved { w.problem_solved() } else { w.problem_open() },
            look: if solved { "good" } else { "waits" },
            may_solve: !solved && may_solve(ctx, &it),
            answer: it.answer.unwrap_or_default(),
            text: it.text,
        }
    };
    Ok(problems.into_iter().map(problem).collect())
}

#[derive(Template)]
#[template(path = "solve_problem.html")]
struct ProblemPage {
    shell: Shell,
    w: Words,
    it: Shown,
    typed: String,
    faults: Faults,
}

#[derive(Deserialize)]
struct Answer {
    #[serde(default)]
    answer: String,
}

async fn show(ctx: Ctx, Path(id): Path<ProblemId>) -> Result<Response> {
    show_with(&ctx, id, String::new(), Faults::default()).await
}

async fn show_with(ctx: &Ctx, id: ProblemId, typed: String, faults: Faults) -> Result<Response> {
    let problem = ctx.get::<invoice_problem::Entity>(id).await?;
    let it = shown(ctx, vec![problem]).await?.pop().ok_or(Error::NotFound)?;
    let status = if faults.any() { 422 } else { 200 };
    let status = axum::http::StatusCode::from_u16(status).unwrap_or_default();
    let page = ProblemPage {
        shell: ctx.shell("transactions"),
        w: Words::of(ctx.lang()),
        it,
        typed,
        faults,
    };
    page::render_as(status, &page)
}

async fn submit(ctx: Ctx, Path(id): Path<ProblemId>, Form(form): Form<Answer>) -> Result<Response> {
    let asked = ctx.again();
    let tx = ctx.begin().await?;
    match solve_problem(&tx, id, &form.answer).await {
        Ok(problem) => {
            let said = Words::of(tx.lang()).problem_answered();
            tx.commit().await?;
            page::redirect_saying(&format!("/transactions/{}", problem.invoice_id), said)
        }
        Err(error) => {
            drop(tx);
            let faults = Faults::of(error, asked.lang())?;
            show_with(&asked, id, form.answer, faults).await
        }
    }
}

// In the API.

/// What was found out.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct Solution {
    answer: String,
}

/// Answer a problem
#[utoipa::path(
    post,
    path = "/api/v1/invoice-problems/{problem}/solve",
    tag = "transactions",
    params(("problem" = ProblemId, Path)),
    request_body = Solution,
    responses(
        (status = 200, body = ProblemOut),
        (status = 403, body = api::Problem),
        (status = 422, body = api::Problem),
    ),
)]
async fn solve(
    ctx: Ctx,
    Path(id): Path<ProblemId>,
    Json(solution): Json<Solution>,
) -> Result<Json<ProblemOut>> {
    let tx = ctx.begin().await?;
    let problem = solve_problem(&tx, id, &solution.answer).await?;
    tx.commit().await?;
    Ok(Json(problem.into()))
}
