//! What was kept is opened: a question is answered anew, a copy shows its figures as they were.

use axum::response::{IntoResponse, Response};
use axum::routing::get;
use frame::web::take_out::{self, Form};
use frame::web::{Json, Path, list, page};
use frame::{App, Ctx, Error, Event, Result, secrets};
use kernel::access::Act;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::counted::{Counted, counted};
use crate::export_report::rows;
use crate::frozen::Frozen;
use crate::kept_report::{self, KeptId, KeptOut, Model};
use crate::print_report::document;
use crate::report::{self, Report};
use crate::report_out::ReportOut;
use crate::show_report::{Taken, render};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/reports/kept/{kept}", get(show))
        .route("/reports/copies/{copy}", get(show_copy))
        .route("/reports/copies/{copy}/table.csv", get(taken_out))
        .route("/reports/copies/{copy}/table.xlsx", get(taken_out))
        .route("/reports/copies/{copy}/table.pdf", get(pdf))
        .routes(routes!(read))
}

/// The answer of a copy, and whether it is still what was written down.
fn answer_of(kept: &Model, report: &Report) -> Result<(Counted, bool)> {
    let answer = kept.answer.as_deref().ok_or(Error::NotFound)?;
    let is_whole = kept.sha256.as_deref() == Some(&secrets::sha256_hex(answer.as_bytes()));
    Ok((serde_json::from_str::<Frozen>(answer)?.thawed(report), is_whole))
}

async fn show(ctx: Ctx, Path(id): Path<KeptId>) -> Result<Response> {
    let kept = kept_report::get(&ctx, id).await?;
    if kept.is_copy() {
        return page::redirect(&format!("/reports/copies/{id}"));
    }
    let asked = kept.question()?;
    page::redirect(&list::address(&format!("/reports/{}", kept.report), &asked, None)?)
}

async fn show_copy(ctx: Ctx, Path(id): Path<KeptId>) -> Result<Response> {
    let kept = kept_report::get(&ctx, id).await?;
    let report = report::find(&ctx, &kept.report)?;
    let asked = kept.question()?;
    let (answer, is_whole) = answer_of(&kept, report)?;
    let taken = taken(&ctx, kept, is_whole)?;
    render(&ctx, report, &asked, &answer, Some(taken))
}

/// What a copy is one of, in words.
fn taken(ctx: &Ctx, kept: Model, is_whole: bool) -> Result<Taken> {
    let taken_at = kept.taken_at.ok_or(Error::NotFound)?;
    let (lang, w) = (ctx.lang(), Words::of(ctx.lang()));
    let hash: String = kept.stream_hash.unwrap_or_default().chars().take(12).collect();
    Ok(Taken {
        id: kept.id,
        name: kept.name,
        said: w.copy_said(
            lang.moment(taken_at, &ctx.actor.zone),
            w.reach(&kept.reach.unwrap_or_default()),
            lang.number(kept.stream_seq.unwrap_or_default()),
            hash,
        ),
        is_whole,
    })
}

async fn pdf(ctx: Ctx, Path(id): Path<KeptId>) -> Result<Response> {
    let (kept, report) = exported(&ctx, id).await?;
    let asked = kept.question()?;
    let (answer, is_whole) = answer_of(&kept, report)?;
    let taken = taken(&ctx, kept, is_whole)?;
    let document = document(&ctx, report, &asked, &answer, Some(&taken))?;
    record(ctx, report, id, "pdf", answer.lines.len()).await?;
    documents::answer(&format!("{}-{}", report.word, answer.today), document).await
}

/// A copy as a file, for whoever may take the report out.
async fn taken_out(ctx: Ctx, form: Form, Path(id): Path<KeptId>) -> Result<Response> {
    let (kept, report) = exported(&ctx, id).await?;
    let (answer, _) = answer_of(&kept, report)?;
    let lang = ctx.lang();
    let (head, rows) = rows(report, &answer, lang);
    record(ctx, report, id, form.word(), rows.len()).await?;
    take_out::table(form, lang, &format!("{}-{}", report.word, answer.today), head, rows)
}

/// The copy, for somebody who may take its report out.
async fn exported(ctx: &Ctx, id: KeptId) -> Result<(Model, &'static Report)> {
    let kept = kept_report::get(ctx, id).await?;
    let report = report::find(ctx, &kept.report)?;
    if !kept.is_copy() {
        return Err(Error::NotFound);
    }
    // Its figures are of the reach of whoever views, which may be wider than that of an export.
    if !report::may_export(ctx, report) {
        return Err(Error::Denied);
    }
    ctx.app.limits.export.take(&ctx.actor.person.0)?;
    Ok((kept, report))
}

/// That somebody took a copy out stands in the audit.
async fn record(ctx: Ctx, report: &Report, id: KeptId, form: &str, rows: usize) -> Result<()> {
    let tx = ctx.begin().await?;
    tx.record(
        Event::of("reports.exported", "person", tx.actor.person)
            .owner(tx.actor.person)
            .with("report", report.word)
            .with("form", form)
            .with("kept", id.to_string())
            .with("rows", rows),
    );
    tx.commit().await
}

/// What was kept, with its answer: that of a question is computed now
#[derive(serde::Serialize, utoipa::ToSchema)]
struct OpenedOut {
    kept: KeptOut,
    answer: ReportOut,
}

/// What was kept, with its answer; that of a question is computed anew
#[utoipa::path(
    get,
    path = "/api/v1/kept-reports/{kept}",
    tag = "reports",
    params(("kept" = KeptId, Path)),
    responses((status = 200, body = OpenedOut)),
)]
async fn read(ctx: Ctx, Path(id): Path<KeptId>) -> Result<Response> {
    let kept = kept_report::get(&ctx, id).await?;
    let report = report::find(&ctx, &kept.report)?;
    let answer = if kept.is_copy() {
        answer_of(&kept, report)?.0
    } else {
        counted(&ctx, report, &kept.question()?, Act::View).await?
    };
    let answer = ReportOut::of(report, &answer, ctx.lang());
    Ok(Json(OpenedOut { kept: KeptOut::of(&kept)?, answer }).into_response())
}
