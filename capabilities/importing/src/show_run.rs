//! One import: what it did, which rows it rejected, and the way back.

use std::fmt::Display;

use askama::Template;
use axum::http::HeaderValue;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE, REFRESH};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use frame::web::shell::Shell;
use frame::web::{Json, Path, api, page};
use frame::{App, Ctx, Error, Result};
use kernel::Lang;
use kernel::access::{Act, Area};
use people::person;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::change::Undoing;
use crate::error_file::ErrorForm;
use crate::import_file;
use crate::kept_errors;
use crate::ledger_part::LedgerPart;
use crate::rules::draft::TargetKind;
use crate::run::{self, RunId, RunState};
use crate::runs::{RunOut, badge, moment, state, who};
use crate::summary::{AliasSummary, Summary};
use crate::undo::{StayedOut, Undone, outcome, stayed, undo_later};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/settings/imports/{run}", get(show))
        .route("/settings/imports/{run}/errors/{number}", get(download))
        .route("/settings/imports/{run}/undo", post(submit))
        .routes(routes!(one))
        .routes(routes!(undo))
}

/// Records that stayed are shown up to here.
const MOST_STAYED: u64 = 100;

// In the browser.

#[derive(Template)]
#[template(path = "show_run.html")]
struct RunPage {
    shell: Shell,
    w: Words,
    lang: Lang,
    run: run::Model,
    who: String,
    at: String,
    undone_at: String,
    badge: &'static str,
    state: &'static str,
    records: Vec<Record>,
    files: Vec<File>,
    aliases: Vec<AliasSummary>,
    owners_given: u64,
    without_account: u64,
    ledger: Option<LedgerPart>,
    outcome: Undone,
    stayed: Vec<(&'static str, String, &'static str)>,
    undoable: bool,
    /// Its files are here, so that it can go on.
    is_brought: bool,
}

pub struct Record {
    pub kind: &'static str,
    pub created: String,
    pub updated: String,
    pub unchanged: String,
}

impl Record {
    /// One line for each kind that a summary speaks of.
    pub fn all(summary: &Summary, lang: Lang) -> Vec<Self> {
        let record = |&of: &TargetKind| {
            let it = summary.records.get(of.word())?;
            let [created, updated, unchanged] =
                [it.created, it.updated, it.unchanged].map(|it| count(lang, it));
            Some(Self { kind: kind(of, Words::of(lang)), created, updated, unchanged })
        };
        TargetKind::ALL.iter().filter_map(record).collect()
    }
}

struct File {
    name: String,
    rows: String,
    accepted: String,
    rejected: String,
    /// Where its rejected rows are; empty when there are none, or too many to keep.
    errors: String,
}

impl RunPage {
    fn number(&self, number: u64) -> String {
        count(self.lang, number)
    }

    fn is_half(&self) -> bool {
        matches!(self.run.state, RunState::Interrupted | RunState::Cancelled)
    }

    fn is_running(&self) -> bool {
        self.run.state == RunState::Running
    }

    /// Which of the steps it stands at.
    fn step(&self) -> u8 {
        if self.is_running() || self.is_half() { 4 } else { 5 }
    }

    /// How far it came.
    fn so_far(&self) -> String {
        let [done, of] = [self.run.done, self.run.steps].map(|it| self.lang.number(it));
        match (&self.run.ledger, self.is_brought) {
            (None, true) => self.w.so_far_brought(done, of),
            (None, false) => self.w.so_far(done, of),
            (Some(_), true) => self.w.so_far_lines_brought(done, of),
            (Some(_), false) => self.w.so_far_lines(done, of),
        }
    }

    fn progress(&self) -> String {
        let [done, of] = [self.run.done, self.run.steps].map(|it| self.lang.number(it));
        match self.run.ledger {
            Some(_) => self.w.progress_lines(done, of),
            None => self.w.progress(done, of),
        }
    }
}

pub fn count(lang: Lang, number: u64) -> String {
    lang.number(whole(number))
}

/// As sentences count, which say it in the reader's language.
pub fn whole(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

impl RunPage {
    fn has_rejected(&self) -> bool {
        self.files.iter().any(|it| !it.errors.is_empty())
    }

    /// There is something to say beyond the numbers.
    fn is_remarkable(&self) -> bool {
        !self.aliases.is_empty() || 0 < self.owners_given || 0 < self.without_account
    }
}

async fn show(ctx: Ctx, Path(id): Path<RunId>) -> Result<Response> {
    ctx.permit_company(Act::View, Area::Imports)?;
    let run = run::get(&ctx, id).await?;
    if run.state == RunState::Draft {
        return page::redirect(&format!("/settings/imports/{id}/map"));
    }
    let is_brought = !import_file::of_run(&ctx, id).await?.is_empty();
    let lang = ctx.lang();
    let w = Words::of(lang);
    let summary = run.summary();
    let kept = kept_errors::of_run(&ctx, id).await?;
    let outcome = outcome(&ctx, id).await?;
    let stayed = stayed(&ctx, id, MOST_STAYED).await?.into_iter().map(|it| {
        let why = if it.undoing == Some(Undoing::ChangedSince) {
            w.stays_changed_since()
        } else {
            w.stays_needed()
        };
        (kind(it.kind, w), it.name, why)
    });
    let file = |it: &crate::summary::FileSummary| {
        let errors = kept.iter().find(|kept| kept.name == it.name && !kept.content.is_empty());
        let errors = errors.map(|kept| format!("/settings/imports/{id}/errors/{}", kept.number));
        File {
            name: it.name.clone(),
            rows: count(lang, it.rows),
            accepted: count(lang, it.accepted),
            rejected: count(lang, it.rejected),
            errors: errors.unwrap_or_default(),
        }
    };
    let is_running = run.state == RunState::Running;
    let mut response = page::render(&RunPage {
        is_brought,
        shell: ctx.shell("settings"),
        w,
        lang,
        who: who(&run, &person::names(&ctx).await?, w),
        at: moment(&ctx, run.started_at),
        undone_at: run.undone_at.map(|it| moment(&ctx, it)).unwrap_or_default(),
        badge: badge(run.state),
        state: state(run.state, w),
        records: Record::all(&summary, lang),
        files: summary.files.iter().map(file).collect(),
        aliases: summary.files.iter().flat_map(|it| it.aliases.clone()).collect(),
        owners_given: summary.owners_given,
        without_account: summary.opportunities_without_account,
        ledger: summary.ledger.as_ref().map(|it| LedgerPart::of_run(it, &kept, id, lang)),
        undoable: match run.state {
            RunState::Undoing | RunState::Running | RunState::Draft => false,
            RunState::Undone => 0 < outcome.stayed,
            _ => true,
        },
        outcome,
        stayed: stayed.collect(),
        run,
    })?;
    if is_running {
        // Without a script, the page still tells how far it is.
        response.headers_mut().insert(REFRESH, HeaderValue::from_static("2"));
    }
    Ok(response)
}

pub const fn kind(kind: TargetKind, w: Words) -> &'static str {
    match kind {
        TargetKind::Team => w.kind_team(),
        TargetKind::Person => w.kind_person(),
        TargetKind::Product => w.kind_product(),
        TargetKind::Tag => w.kind_tag(),
        TargetKind::Account => w.kind_account(),
        TargetKind::Contact => w.kind_contact(),
        TargetKind::Opportunity => w.kind_opportunity(),
        TargetKind::Prospect => w.kind_prospect(),
        TargetKind::Invoice => w.kind_invoice(),
        TargetKind::Payment => w.kind_payment(),
        TargetKind::LedgerDay => w.kind_ledger_day(),
    }
}

/// The rejected rows of a file, to be mended and imported again.
async fn download(ctx: Ctx, Path((id, number)): Path<(RunId, i32)>) -> Result<Response> {
    ctx.permit_company(Act::View, Area::Imports)?;
    let kept = kept_errors::of_run(&ctx, id).await?;
    let file = kept.into_iter().find(|it| it.number == number && !it.content.is_empty());
    let file = file.ok_or(Error::NotFound)?;
    let form = file.form;
    let bytes = tokio::task::spawn_blocking(move || form.bytes(&file.content)).await?;
    Ok(to_mend(id, number, form, bytes.map_err(Error::internal)?))
}

/// Rejected rows, on their way to whoever mends them.
pub fn to_mend(id: RunId, number: impl Display, form: ErrorForm, bytes: Vec<u8>) -> Response {
    // The name in the header is ours; whoever named the file may have used any letter.
    let ending = form.word();
    let name = format!("attachment; filename=\"import-{id}-errors-{number}.{ending}\"");
    let headers = [(CONTENT_TYPE, form.media_type()), (CONTENT_DISPOSITION, name.as_str())];
    (headers, bytes).into_response()
}

async fn submit(ctx: Ctx, Path(id): Path<RunId>) -> Result<Response> {
    let tx = ctx.begin().await?;
    undo_later(&tx, id).await?;
    let said = Words::of(tx.lang()).undo_started();
    tx.commit().await?;
    page::redirect_saying(&format!("/settings/imports/{id}"), said)
}

// In the API.

/// An import, and what stayed if it was undone.
#[derive(Debug, Serialize, ToSchema)]
struct RunWithStayed {
    #[serde(flatten)]
    run: RunOut,
    undone: u64,
    stayed: u64,
    /// The first hundred of those that stayed.
    stayed_records: Vec<StayedOut>,
}

/// Show an import
#[utoipa::path(
    get,
    path = "/api/v1/imports/{run}",
    tag = "imports",
    params(("run" = RunId, Path)),
    responses((status = 200, body = RunWithStayed), (status = 404, body = api::Problem)),
)]
async fn one(ctx: Ctx, Path(id): Path<RunId>) -> Result<impl IntoResponse> {
    ctx.permit_company(Act::View, Area::Imports)?;
    Ok(Json(with_stayed(&ctx, id).await?))
}

/// Undo an import
///
/// It goes on by itself after the answer; `state` becomes `undone`.
#[utoipa::path(
    post,
    path = "/api/v1/imports/{run}/undo",
    tag = "imports",
    params(("run" = RunId, Path)),
    responses(
        (status = 200, body = RunWithStayed),
        (status = 404, body = api::Problem),
        (status = 422, body = api::Problem),
    ),
)]
async fn undo(ctx: Ctx, Path(id): Path<RunId>) -> Result<impl IntoResponse> {
    let tx = ctx.begin().await?;
    undo_later(&tx, id).await?;
    let run = with_stayed(&tx, id).await?;
    tx.commit().await?;
    Ok(Json(run))
}

async fn with_stayed(ctx: &Ctx, id: RunId) -> Result<RunWithStayed> {
    let Undone { undone, stayed: count } = outcome(ctx, id).await?;
    let records = stayed(ctx, id, MOST_STAYED).await?;
    Ok(RunWithStayed {
        run: run::get(ctx, id).await?.into(),
        undone,
        stayed: count,
        stayed_records: records.into_iter().map(StayedOut::from).collect(),
    })
}
