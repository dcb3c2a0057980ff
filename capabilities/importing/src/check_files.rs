//! Somebody sees what importing their files would do; nothing is written.

use askama::Template;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use frame::web::shell::Shell;
use frame::web::{Json, Path, api, page};
use frame::{App, Ctx, Error, Result};
use kernel::Lang;
use kernel::access::{Act, Area};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::import::{Import, Prepared, prepare};
use crate::map_files::field_name;
use crate::rules::alike::Alike;
use crate::rules::draft::{Change, TargetKind};
use crate::rules::planning::Decision;
use crate::rules::row_refused::RowFaultOut;
use crate::rules::run_refused::RunRefused;
use crate::run::{self, RunId, RunState};
use crate::run_import::assembled;
use crate::show_run::{Record, count, kind};
use crate::summary::Summary;
use crate::words::Words;

/// Of each kind and decision so many are shown.
const SAMPLES: usize = 5;
/// Rejected rows are told one by one up to here; the rest stands in their file.
const FAULTS: usize = 100;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/settings/imports/{run}/check", get(show)).routes(routes!(check))
}

/// A record that would be new or changed.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Sample {
    pub kind: TargetKind,
    pub name: String,
    pub file: String,
    pub line: u64,
    pub is_new: bool,
    pub changes: Vec<Change>,
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
}

/// Plans the import of a draft, as it would be now.
pub async fn checked(ctx: &Ctx, id: RunId) -> Result<Checked> {
    ctx.permit_company(Act::Create, Area::Imports)?;

    let run = run::get(ctx, id).await?;
    if !matches!(run.state, RunState::Draft | RunState::Interrupted | RunState::Cancelled) {
        return Err(Error::refused(RunRefused::NotNow));
    }
    let (mapping, sources) = assembled(ctx, id).await?;
    let lang = ctx.lang();
    let import = Import { preset: &run.preset, mapping: &mapping, sources: &sources, lang };
    let prepared = prepare(ctx.again(), &import).await?;
    Ok(Checked {
        samples: samples(&prepared),
        faults: prepared.faults.iter().take(FAULTS).map(|it| it.out(lang)).collect(),
        alike: prepared.alike,
        summary: prepared.summary,
    })
}

fn samples(prepared: &Prepared) -> Vec<Sample> {
    let mut samples: Vec<Sample> = Vec::new();
    for step in &prepared.plan.steps {
        let changes = match &step.decision {
            Decision::Create => Vec::new(),
            Decision::Update { changes, .. } => changes.clone(),
            Decision::Unchanged { .. } => continue,
        };
        let (kind, is_new) = (step.draft.kind(), changes.is_empty());
        let same = samples.iter().filter(|it| it.kind == kind && it.is_new == is_new);
        if same.count() < SAMPLES {
            let file = prepared.plan.files.get(step.file).map(|it| it.name.clone());
            samples.push(Sample {
                kind,
                name: step.draft.name().to_owned(),
                file: file.unwrap_or_default(),
                line: step.line,
                is_new,
                changes,
            });
        }
    }
    samples
}

// In the browser.

#[derive(Template)]
#[template(path = "check_files.html")]
struct CheckPage {
    shell: Shell,
    w: Words,
    lang: Lang,
    run: RunId,
    title: String,
    records: Vec<Record>,
    rejected: u64,
    writes: u64,
    samples: Vec<SampleLine>,
    faults: Vec<RowFaultOut>,
    more_faults: String,
    alike: Vec<Alike>,
    /// An import that stopped halfway goes on.
    goes_on: bool,
}

impl CheckPage {
    fn number(&self, number: u64) -> String {
        count(self.lang, number)
    }
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
        Err(error) if error.is_refusal() && error.code() == "importing.not_mapped" => {
            return page::redirect(&format!("/settings/imports/{id}/map"));
        }
        Err(error) => return Err(error),
    };
    let lang = ctx.lang();
    let w = Words::of(lang);
    let run = run::get(&ctx, id).await?;
    let total = found.summary.total();
    let sample = |it: Sample| SampleLine {
        kind: kind(it.kind, w),
        name: it.name,
        line: w.sample_at(it.file, it.line),
        is_new: it.is_new,
        changes: it.changes.iter().map(|it| change(it, lang)).collect(),
    };
    let shown = found.faults.len() as u64;
    let more = found.summary.rejected.saturating_sub(shown);
    page::render(&CheckPage {
        shell: ctx.shell("settings"),
        w,
        lang,
        run: id,
        title: run.preset,
        records: Record::all(&found.summary, lang),
        rejected: found.summary.rejected,
        writes: total.created + total.updated + found.summary.owners_given,
        samples: found.samples.into_iter().map(sample).collect(),
        faults: found.faults,
        more_faults: if more == 0 { String::new() } else { w.faults_more(count(lang, more)) },
        alike: found.alike,
        goes_on: run.state != RunState::Draft,
    })
}

fn change(change: &Change, lang: Lang) -> String {
    let w = Words::of(lang);
    let shown = |value: &Option<String>| value.clone().unwrap_or_else(|| "–".to_owned());
    w.sample_change(field_name(change.field, lang), shown(&change.before), shown(&change.after))
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
