//! A report as a document that one prints, sends and keeps.

use axum::response::Response;
use axum::routing::get;
use documents::{Block, Document, Made};
use frame::web::{Path, Query};
use frame::{App, Ctx, Error, Event, Result};
use kernel::access::Act;
use utoipa_axum::router::OpenApiRouter;

use crate::asked::Asked;
use crate::counted::{Counted, counted};
use crate::report::{self, Report};
use crate::report_document::{chart, figures, table};
use crate::show_report::Taken;
use crate::view::{MOST_LINES, View, days, period};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/reports/{report}/table.pdf", get(pdf))
}

/// Takes the report out; that somebody did so stands in the audit.
async fn pdf(ctx: Ctx, Path(word): Path<String>, Query(asked): Query<Asked>) -> Result<Response> {
    let report = report::find(&ctx, &word)?;
    if !report::may_export(&ctx, report) {
        return Err(Error::Denied);
    }
    ctx.app.limits.export.take(&ctx.actor.person.0)?;
    let answer = counted(&ctx, report, &asked, Act::Export).await?;
    let document = document(&ctx, report, &asked, &answer, None)?;
    let name = format!("{}-{}", report.word, answer.today);

    let tx = ctx.begin().await?;
    tx.record(
        Event::of("reports.exported", "person", tx.actor.person)
            .owner(tx.actor.person)
            .with("report", report.word)
            .with("form", "pdf")
            .with("asked", serde_json::to_string(&asked)?)
            .with("rows", answer.lines.len()),
    );
    tx.commit().await?;
    documents::answer(&name, document).await
}

/// The answer as a document; a copy says what it is one of.
pub fn document(
    ctx: &Ctx,
    report: &Report,
    asked: &Asked,
    answer: &Counted,
    copy: Option<&Taken>,
) -> Result<Document> {
    let lang = ctx.lang();
    let w = Words::of(lang);
    let view = View { report, asked, counted: answer, lang, is_live: copy.is_none() };
    let mut blocks = vec![Block::Text((report.lead)(lang))];
    blocks.extend(copy.map(|it| Block::Note(it.said.clone())));
    blocks.extend(view.chips()?.into_iter().map(|(said, _)| Block::Note(said)));
    blocks.push(Block::Figures(figures(&view)?));
    blocks.extend(chart(&view, before(answer, lang))?);
    blocks.push(table(&view)?);
    if let more @ 1.. = answer.lines.len().saturating_sub(MOST_LINES) {
        blocks.push(Block::Note(w.more_lines(i64::try_from(more).unwrap_or(i64::MAX))));
    }
    Ok(Document {
        lang,
        company: ctx.actor.company_name.clone(),
        title: copy.map_or_else(|| (report.title)(lang).to_owned(), |it| it.name.clone()),
        period: period(ctx, answer),
        addressee: Vec::new(),
        made: made(ctx),
        wide: false,
        blocks,
    })
}

/// Who makes it, and of what they may see.
pub fn made(ctx: &Ctx) -> Made {
    Made {
        by: Some(ctx.actor.name.clone()),
        at: ctx.now,
        zone: ctx.actor.zone.clone(),
        from: Words::of(ctx.lang()).within_reach().to_owned(),
    }
}

/// What the thin marks of a picture stand for.
pub fn before(answer: &Counted, lang: kernel::Lang) -> String {
    answer.before.map(|it| days(it, lang)).unwrap_or_default()
}
