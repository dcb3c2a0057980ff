//! Somebody keeps the question of a report under a name, or a frozen copy of its answer.

use std::fmt::Write as _;

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use frame::web::page::Faults;
use frame::web::shell::Shell;
use frame::web::{Form, Json, Path, Query, api, list, page};
use frame::{App, Ctx, Error, Event, Result, Tx, secrets, stream, text};
use kernel::access::{Act, Reach};
use sea_orm::ActiveValue::Set;
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::asked::Asked;
use crate::counted::counted;
use crate::frozen::Frozen;
use crate::kept_report::{self, ActiveModel, KeptOut, Model};
use crate::report::{self, Report};
use crate::rules::{Shared, named, reach_word};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/reports/{report}/keep", get(show).post(submit))
        .routes(routes!(list_kept, keep))
}

/// What somebody wants to keep.
#[derive(Clone, Debug, Default, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Keeping {
    pub name: String,
    /// `own`, `team` or `company`; a frozen copy is always one's own.
    pub shared: Option<Shared>,
    /// The figures as they are now, instead of the question.
    pub frozen: bool,
}

/// Keeps a report: it is answered for nobody but the actor, and a copy is of their reach.
pub async fn keep_report(
    tx: &Tx,
    report: &'static Report,
    asked: &Asked,
    keeping: Keeping,
) -> Result<Model> {
    let name = named(text::line(&keeping.name)).map_err(Error::refused)?;
    let today = tx.now.day(&tx.actor.zone);
    asked.understood(report, today)?;

    let question = ActiveModel {
        company_id: Set(tx.actor.company),
        id: Set(tx.id()),
        owner_id: Set(tx.actor.person),
        name: Set(name),
        report: Set(report.word.to_owned()),
        asked: Set(serde_json::to_string(asked)?),
        shared: Set(keeping.shared.filter(|_| !keeping.frozen).unwrap_or(Shared::Own)),
        taken_at: Set(None),
        reach: Set(None),
        stream_seq: Set(None),
        stream_hash: Set(None),
        answer: Set(None),
        sha256: Set(None),
        created_at: Set(tx.now),
        updated_at: Set(tx.now),
        hidden_at: Set(None),
    };
    let row = if keeping.frozen { copy(tx, report, asked, question).await? } else { question };
    let kept = tx.insert(row).await?;

    let event = if kept.is_copy() { "reports.frozen" } else { "reports.kept" };
    tx.record(
        Event::of(event, "kept-report", kept.id)
            .owner(kept.owner_id)
            .with("report", kept.report.clone())
            .with("name", kept.name.clone())
            .with("shared", kept.shared.word())
            .with("sha256", kept.sha256.clone()),
    );
    Ok(kept)
}

/// The answer as it is now, with what it was computed from.
async fn copy(
    tx: &Tx,
    report: &Report,
    asked: &Asked,
    question: ActiveModel,
) -> Result<ActiveModel> {
    let (seq, hash) = stream::end_with_hash(tx).await?;
    let answer = counted(tx, report, asked, Act::View).await?;
    let answer = serde_json::to_string(&Frozen::of(report, &answer))?;
    let areas = std::iter::once(&report.source.area).chain(report.source.also);
    let reach = areas.map(|it| tx.actor.reach(Act::View, *it)).min().unwrap_or(Reach::Nobody);
    Ok(ActiveModel {
        taken_at: Set(Some(tx.now)),
        reach: Set(Some(reach_word(reach).to_owned())),
        stream_seq: Set(Some(seq)),
        stream_hash: Set(Some(hex(&hash))),
        sha256: Set(Some(secrets::sha256_hex(answer.as_bytes()))),
        answer: Set(Some(answer)),
        ..question
    })
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a text cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

// In the browser.

#[derive(Template)]
#[template(path = "keep_report.html")]
struct KeepPage {
    shell: Shell,
    w: Words,
    back: String,
    action: String,
    name: String,
    shared: String,
    what: String,
    faults: Faults,
}

impl KeepPage {
    fn ways(&self) -> [(&'static str, &'static str); 2] {
        [("question", self.w.keep_question()), ("copy", self.w.keep_copy())]
    }
}

/// With whom a question may be shared.
pub fn circles(w: Words) -> Vec<(&'static str, String)> {
    Shared::ALL.iter().map(|it| (it.word(), w.shared(it.word()))).collect()
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct KeepForm {
    name: String,
    shared: String,
    what: String,
}

impl KeepForm {
    fn read(&self) -> Keeping {
        Keeping {
            name: self.name.clone(),
            shared: Shared::from_word(&self.shared),
            frozen: self.what == "copy",
        }
    }
}

async fn show(ctx: Ctx, Path(word): Path<String>, Query(asked): Query<Asked>) -> Result<Response> {
    let report = report::find(&ctx, &word)?;
    let name = (report.title)(ctx.lang()).to_owned();
    let form = KeepForm { name, ..KeepForm::default() };
    render(&ctx, report, &asked, form, Faults::default())
}

fn render(
    ctx: &Ctx,
    report: &Report,
    asked: &Asked,
    form: KeepForm,
    faults: Faults,
) -> Result<Response> {
    let or = |text: String, usual: &str| if text.is_empty() { usual.to_owned() } else { text };
    let page = KeepPage {
        shell: ctx.shell("reports"),
        w: Words::of(ctx.lang()),
        back: list::address(&format!("/reports/{}", report.word), asked, None)?,
        action: list::address(&format!("/reports/{}/keep", report.word), asked, None)?,
        name: form.name,
        shared: or(form.shared, Shared::Own.word()),
        what: or(form.what, "question"),
        faults,
    };
    let refused = page.faults.any();
    let status = if refused { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    page::render_as(status, &page)
}

async fn submit(
    ctx: Ctx,
    Path(word): Path<String>,
    Query(asked): Query<Asked>,
    Form(form): Form<KeepForm>,
) -> Result<Response> {
    let report = report::find(&ctx, &word)?;
    let tx = ctx.begin().await?;
    match keep_report(&tx, report, &asked, form.read()).await {
        Ok(kept) => {
            let w = Words::of(tx.lang());
            tx.commit().await?;
            if kept.is_copy() {
                let said = w.copy_taken(&kept.name);
                return page::redirect_saying(&format!("/reports/copies/{}", kept.id), &said);
            }
            page::redirect_saying("/reports", &w.question_kept(&kept.name))
        }
        Err(error) => {
            let faults = Faults::of(error, tx.lang())?;
            render(&tx, report, &asked, form, faults)
        }
    }
}

// In the API.

/// A question to keep, or an answer to freeze.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct NewKept {
    /// `sales-progress`
    report: String,
    /// What of it is asked, by the names of the report's own filters.
    #[serde(default)]
    #[schema(value_type = std::collections::BTreeMap<String, String>)]
    asked: Asked,
    name: String,
    #[serde(default)]
    shared: Option<Shared>,
    /// The figures as they are now, instead of the question.
    #[serde(default)]
    frozen: bool,
}

/// What the token's person keeps of reports, and what others share with them
#[utoipa::path(
    get,
    path = "/api/v1/kept-reports",
    tag = "reports",
    responses((status = 200, body = [KeptOut])),
)]
async fn list_kept(ctx: Ctx) -> Result<Json<Vec<KeptOut>>> {
    let kept = kept_report::all(&ctx).await?;
    Ok(Json(kept.iter().map(KeptOut::of).collect::<Result<_>>()?))
}

/// Keep the question of a report, or a frozen copy of its answer
#[utoipa::path(
    post,
    path = "/api/v1/kept-reports",
    tag = "reports",
    request_body = NewKept,
    responses((status = 201, body = KeptOut), (status = 422, body = api::Problem)),
)]
async fn keep(ctx: Ctx, Json(new): Json<NewKept>) -> Result<(StatusCode, Json<KeptOut>)> {
    let report = report::find(&ctx, &new.report)?;
    let tx = ctx.begin().await?;
    let keeping = Keeping { name: new.name, shared: new.shared, frozen: new.frozen };
    let kept = keep_report(&tx, report, &new.asked, keeping).await?;
    let out = KeptOut::of(&kept)?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Json(out)))
}

#[cfg(test)]
mod tests;
