//! Somebody sees what importing their files would do; nothing is written.

use askama::Template;
use axum::http::HeaderValue;
use axum::http::header::REFRESH;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use frame::web::shell::Shell;
use frame::web::{Json, Path, api, page};
use frame::{App, Ctx, Error, Result};
use kernel::access::{Act, Area};
use kernel::{Lang, Refusal};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::alike::Alike;
use crate::few_at_once::turn_soon;
use crate::import::Import;
use crate::ledger::{self, LedgerCheck};
use crate::ledger_part::{LedgerPart, cancellations, documents};
use crate::map_files::field_name;
use crate::own::{self, Own};
use crate::preview::{Sample, preview};
use crate::rules::draft::{Change, TargetKind};
use crate::rules::row_refused::RowFaultOut;
use crate::rules::run_refused::RunRefused;
use crate::run::{self, RunId, RunState};
use crate::run_import::assembled;
use crate::show_run::{Record, count, kind, whole};
use crate::summary::Summary;
use crate::words::Words;

/// What is mended on the page of mapping.
const TO_MAP: [&str; 4] = [
    "importing.not_mapped",
    "importing.own_field_unknown",
    "importing.mark_unsettled",
    "importing.days_unsettled",
];

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/settings/imports/{run}/check", get(show)).routes(routes!(check))
}

/// What importing would do.
#[derive(Debug, Serialize, ToSchema)]
pub struct Checked {
    pub summary: Summary,
    pub samples: Vec<Sample>,
    /// The first hundred.
    pub faults: Vec<RowFaultOut>,
    /// New accounts that may be known under another spelling.
    pub alike: Vec<Alike>,
    /// What days of a ledger look like; none for records of other kinds.
    pub ledger: Option<LedgerCheck>,
}

/// Says what the import of a draft would do, as it would be now.
pub async fn checked(ctx: &Ctx, id: RunId) -> Result<Checked> {
    let run = checkable(ctx, id).await?;

    if run.ledger.is_some() {
        let turn = turn_soon().await?;
        let (summary, check) = ledger::check(ctx, id).await?;
        drop(turn);
        let (samples, faults, alike) = (Vec::new(), Vec::new(), Vec::new());
        return Ok(Checked { summary, samples, faults, alike, ledger: Some(check) });
    }
    let (mapping, sources) = assembled(ctx, id).await?;
    let lang = ctx.lang();
    let import = Import { preset: &run.preset, mapping: &mapping, sources: &sources, lang };
    let turn = turn_soon().await?;
    let found = preview(ctx.again(), &import, turn).await?;
    Ok(Checked {
        samples: found.samples,
        faults: found.faults.iter().map(|it| it.out(lang)).collect(),
        alike: found.alike,
        summary: found.summary,
        ledger: None,
    })
}

/// An import that whoever may import may look through: one that is to be run, or to go on.
pub async fn checkable(ctx: &Ctx, id: RunId) -> Result<run::Model> {
    ctx.permit_company(Act::Create, Area::Imports)?;

    let run = run::get(ctx, id).await?;
    if !matches!(run.state, RunState::Draft | RunState::Interrupted | RunState::Cancelled) {
        return Err(Error::refused(RunRefused::NotNow));
    }
    Ok(run)
}

// In the browser.

#[derive(Template)]
#[template(path = "check_files.html")]
struct CheckPage {
    shell: Shell,
    w: Words,
    run: RunId,
    title: String,
    records: Vec<Record>,
    rejected: i64,
    writes: i64,
    samples: Vec<SampleLine>,
    faults: Vec<RowFaultOut>,
    more_faults: String,
    /// The files of which rows are rejected, and where those rows are.
    errors: Vec<(String, String)>,
    alike: Vec<Alike>,
    ledger: Option<LedgerPart>,
    documents: Vec<(String, String)>,
    cancellations: Vec<(String, String)>,
    /// An import that stopped halfway goes on.
    goes_on: bool,
}

struct SampleLine {
    kind: &'static str,
    name: String,
    line: String,
    is_new: bool,
    changes: Vec<String>,
}

async fn show(ctx: Ctx, Path(id): Path<RunId>) -> Result<Response> {
    let found = match checked(&ctx, id).await {
        Ok(found) => found,
        Err(error) if error.code() == RunRefused::Busy.code() => return waiting(&ctx, id).await,
        Err(error) if error.is_refusal() && TO_MAP.contains(&error.code()) => {
            return page::redirect(&format!("/settings/imports/{id}/map"));
        }
        Err(error) => return Err(error),
    };
    let lang = ctx.lang();
    let w = Words::of(lang);
    let run = run::get(&ctx, id).await?;
    let own = own::load(&ctx).await?;
    let (total, check) = (found.summary.total(), found.ledger.as_ref());
    let sample = |it: Sample| SampleLine {
        kind: kind(it.kind, w),
        name: it.name,
        line: w.sample_at(it.file, it.line),
        is_new: it.is_new,
        changes: it.changes.iter().map(|change| said(change, it.kind, &own, lang)).collect(),
    };
    let shown = found.faults.len() as u64;
    let more = found.summary.rejected.saturating_sub(shown);
    page::render(&CheckPage {
        shell: ctx.shell("settings"),
        w,
        run: id,
        title: run.preset,
        records: Record::all(&found.summary, lang),
        rejected: if run.ledger.is_some() { 0 } else { whole(found.summary.rejected) },
        ledger: found.summary.ledger.as_ref().map(|it| LedgerPart::of_check(it, id, lang)),
        errors: if run.ledger.is_some() { Vec::new() } else { errors(&found.summary, id) },
        documents: check.map(|it| documents(it, lang)).unwrap_or_default(),
        cancellations: check.map(|it| cancellations(it, lang)).unwrap_or_default(),
        writes: whole(total.created + total.updated + found.summary.owners_given),
        samples: found.samples.into_iter().map(sample).collect(),
        faults: found.faults,
        more_faults: if more == 0 { String::new() } else { w.faults_more(count(lang, more)) },
        alike: found.alike,
        goes_on: run.state != RunState::Draft,
    })
}

/// Where the rejected rows of each file are that has any.
fn errors(summary: &Summary, id: RunId) -> Vec<(String, String)> {
    let files = summary.files.iter().enumerate().filter(|it| it.1.rejected != 0);
    let address = |at: usize| format!("/settings/imports/{id}/check/errors/{at}");
    files.map(|(at, file)| (file.name.clone(), address(at))).collect()
}

#[derive(Template)]
#[template(path = "check_waits.html")]
struct WaitingPage {
    shell: Shell,
    w: Words,
    run: RunId,
    title: String,
}

/// Others look through files: the page says so, and asks again by itself.
async fn waiting(ctx: &Ctx, id: RunId) -> Result<Response> {
    let run = run::get(ctx, id).await?;
    let (shell, w) = (ctx.shell("settings"), Words::of(ctx.lang()));
    let mut response = page::render(&WaitingPage { shell, w, run: id, title: run.preset })?;
    response.headers_mut().insert(REFRESH, HeaderValue::from_static("3"));
    Ok(response)
}

fn said(change: &Change, of: TargetKind, own: &Own, lang: Lang) -> String {
    let w = Words::of(lang);
    let field = change.own.as_deref().and_then(|it| own.field(of, it));
    let label = match field {
        Some(field) => field.label(lang).to_owned(),
        None => field_name(change.field, lang),
    };
    let shown = |value: &Option<String>| match (value, field) {
        (None, _) => "–".to_owned(),
        (Some(value), Some(field)) => field.shown(value, lang),
        (Some(value), None) => value.clone(),
    };
    w.sample_change(label, shown(&change.before), shown(&change.after))
}

// In the API.

/// Say what an import would do
///
/// Nothing is written.
#[utoipa::path(
    get,
    path = "/api/v1/imports/{run}/check",
    tag = "imports",
    params(("run" = RunId, Path)),
    responses(
        (status = 200, body = Checked),
        (status = 404, body = api::Problem),
        (status = 422, body = api::Problem),
    ),
)]
async fn check(ctx: Ctx, Path(id): Path<RunId>) -> Result<impl IntoResponse> {
    Ok(Json(checked(&ctx, id).await?))
}
