//! Several prospects are given to somebody at once, each as if it were given alone.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::post;
use frame::web::list::{Cut, MOST, Picked, Question};
use frame::web::page::{self, Faults};
use frame::web::shell::Shell;
use frame::web::{Form, Json, Query, api};
use frame::{App, Ctx, Error, Result, Tx};
use kernel::Lang;
use kernel::access::Act;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder};
use serde::{Deserialize, Serialize};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::LIST;
use crate::find_prospects::{Looked, find_prospects};
use crate::hand_over::{choices, hand_over, may_take};
use crate::owners::{Whose, may_hand_out};
use crate::prospect::{self, Column, ProspectId};
use crate::rules::{MOST_AT_ONCE, ProspectRefused};
use crate::words::Words;

/// Prospects that a page names.
const SHOWN: usize = 12;
/// Those that stayed where they are, as far as one sentence names them.
const NAMED: usize = 3;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/prospects/pass", post(submit)).routes(routes!(create))
}

/// What became of them.
pub struct Passed {
    pub passed: Vec<ProspectId>,
    /// Those that stay where they are, and why.
    pub stayed: Vec<(ProspectId, Error)>,
}

/// Gives each of these to somebody; one that is refused stays where it is, and the others go.
pub async fn pass_prospects(tx: &Tx, ids: &[ProspectId], whose: Whose) -> Result<Passed> {
    if !may_hand_out(tx) {
        return Err(Error::Denied);
    }
    if MOST_AT_ONCE < ids.len() {
        return Err(Error::refused(ProspectRefused::TooManyAtOnce));
    }
    may_take(tx, whose).await?;

    let mut done = Passed { passed: Vec::new(), stayed: Vec::new() };
    for id in ids.iter().copied() {
        match tx.attempt(async |tx| hand_over(tx, id, None, whose).await).await? {
            Ok(_) => done.passed.push(id),
            Err(why) => done.stayed.push((id, why)),
        }
    }
    Ok(done)
}

/// The prospects that fit what is asked of the list; refused when they are too many.
async fn fitting(ctx: &Ctx, looked: &Looked) -> Result<Vec<ProspectId>> {
    let mut found = Vec::new();
    let mut cut = Cut { limit: Some(MOST), cursor: None };
    loop {
        let page = find_prospects(ctx, looked, &cut).await?;
        found.extend(page.items.iter().map(|it| it.id));
        if MOST_AT_ONCE < found.len() {
            return Err(Error::refused(ProspectRefused::TooManyAtOnce));
        }
        match page.next_cursor {
            Some(cursor) => cut.cursor = Some(cursor),
            None => return Ok(found),
        }
    }
}

// In the browser.

#[derive(Template)]
#[template(path = "pass_prospects.html")]
struct PassPage {
    shell: Shell,
    w: Words,
    /// The list from which it began, and the address of this page with the same question.
    back: String,
    here: String,
    lead: String,
    /// Some of them, by name.
    names: Vec<String>,
    more: String,
    picked: Picked,
    to: String,
    owners: Vec<(String, String)>,
    faults: Faults,
}

async fn submit(
    ctx: Ctx,
    Query(looked): Query<Looked>,
    Form(typed): Form<Vec<(String, String)>>,
) -> Result<Response> {
    let question = Question::of(&looked)?;
    let (picked, w) = (Picked::read(&typed), Words::of(ctx.lang()));
    let of = |name: &str| typed.iter().find(|it| it.0 == name).map_or("", |it| it.1.as_str());
    if !may_hand_out(&ctx) {
        return Err(Error::Denied);
    }
    if picked.is_empty() {
        return page::redirect_saying(&question.address(LIST.path), w.pass_none_chosen());
    }
    if of("step") == "choose" {
        return render(&ctx, &question, picked, String::new(), Faults::default()).await;
    }
    let tx = ctx.begin().await?;
    match pass_from(&tx, &looked, &picked, of("to")).await {
        Ok(done) => {
            let said = told(&tx, &done).await?;
            tx.commit().await?;
            page::redirect_saying(&question.address(LIST.path), &said)
        }
        Err(error) => {
            let faults = Faults::of(error, tx.lang())?;
            render(&tx, &question, picked, of("to").to_owned(), faults).await
        }
    }
}

async fn pass_from(tx: &Tx, looked: &Looked, picked: &Picked, to: &str) -> Result<Passed> {
    let unknown = || Error::refused(ProspectRefused::UnknownOwner);
    let whose = Whose::read(to)?.ok_or_else(unknown)?;
    let ids = if picked.all { fitting(tx, looked).await? } else { picked.ids()? };
    pass_prospects(tx, &ids, whose).await
}

async fn render(
    ctx: &Ctx,
    question: &Question,
    picked: Picked,
    to: String,
    faults: Faults,
) -> Result<Response> {
    let (lang, w) = (ctx.lang(), Words::of(ctx.lang()));
    let ids: Vec<ProspectId> = if picked.all {
        match fitting(ctx, &question.looked()?).await {
            Ok(ids) => ids,
            Err(error) if faults.any() && error.is_refusal() => Vec::new(),
            Err(error) => return too_many(question, error, lang),
        }
    } else {
        picked.ids()?
    };
    let count = |it: usize| i64::try_from(it).unwrap_or(i64::MAX);
    let shown = ctx.find_to::<prospect::Entity>(Act::Edit);
    let shown = shown.filter(Column::Id.is_in(ids.iter().take(SHOWN).copied()));
    let shown = shown.order_by_asc(Column::NameKey).all(ctx).await?;
    let status = if faults.any() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let more = ids.len().saturating_sub(shown.len());
    let page = PassPage {
        shell: ctx.shell("prospects"),
        w,
        back: question.address(LIST.path),
        here: question.address("/prospects/pass"),
        lead: w.pass_lead(count(ids.len())),
        names: shown.into_iter().map(|it| it.name).collect(),
        more: if 0 < more { w.pass_more(count(more)) } else { String::new() },
        picked,
        to,
        owners: choices(ctx).await?,
        faults,
    };
    page::render_as(status, &page)
}

/// More than can be given at once are not even looked at.
fn too_many(question: &Question, error: Error, lang: Lang) -> Result<Response> {
    if error.is_refusal() {
        page::redirect_saying(&question.address(LIST.path), &error.sentence(lang))
    } else {
        Err(error)
    }
}

/// What became of them, in sentences.
async fn told(ctx: &Ctx, done: &Passed) -> Result<String> {
    let (lang, w) = (ctx.lang(), Words::of(ctx.lang()));
    let count = |it: usize| i64::try_from(it).unwrap_or(i64::MAX);
    let mut said = w.passed(count(done.passed.len()));
    if done.stayed.is_empty() {
        return Ok(said);
    }
    let some = done.stayed.iter().take(NAMED);
    let these = Column::Id.is_in(some.clone().map(|it| it.0));
    let known = ctx.find::<prospect::Entity>().filter(these).all(ctx).await?;
    let one = |(id, why): &(ProspectId, Error)| {
        let name = known.iter().find(|it| it.id == *id).map(|it| it.name.clone());
        format!("{}: {}", name.unwrap_or_else(|| id.to_string()), why.sentence(lang))
    };
    let some: Vec<String> = some.map(one).collect();
    said.push(' ');
    said.push_str(&w.pass_stayed(count(done.stayed.len())));
    said.push(' ');
    said.push_str(&some.join(" "));
    Ok(said)
}

// In the API.

/// Which prospects go to whom.
#[derive(Clone, Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = PassingIn)]
struct PassIn {
    prospects: Vec<ProspectId>,
    /// Somebody's id, `rules`, or `inbox`.
    owner_id: String,
}

/// One that stays where it is.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = ProspectStayed)]
struct StayedOut {
    id: ProspectId,
    why: String,
}

/// What became of them.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = ProspectsPassed)]
struct PassedOut {
    passed: Vec<ProspectId>,
    stayed: Vec<StayedOut>,
}

/// Give several prospects to somebody, to whom the rules say, or back into the inbox
#[utoipa::path(
    post,
    path = "/api/v1/prospects/pass",
    tag = "prospects",
    request_body = PassIn,
    responses(
        (status = 200, body = PassedOut),
        (status = 422, description = "Inputs at fault", body = api::Problem),
    ),
)]
async fn create(ctx: Ctx, Json(asked): Json<PassIn>) -> Result<Json<PassedOut>> {
    let tx = ctx.begin().await?;
    let unknown = || Error::refused(ProspectRefused::UnknownOwner);
    let whose = Whose::read(&asked.owner_id)?.ok_or_else(unknown)?;
    let done = pass_prospects(&tx, &asked.prospects, whose).await?;
    let lang = tx.lang();
    let stayed = |(id, why): (ProspectId, Error)| StayedOut { id, why: why.sentence(lang) };
    let stayed = done.stayed.into_iter().map(stayed).collect();
    tx.commit().await?;
    Ok(Json(PassedOut { passed: done.passed, stayed }))
}
