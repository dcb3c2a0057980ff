//! A report as a file.

use axum::response::Response;
use axum::routing::get;
use frame::web::{Path, Query};
use frame::{App, Ctx, Error, Event, Result};
use kernel::Lang;
use kernel::access::Act;
use utoipa_axum::router::OpenApiRouter;

use crate::asked::Asked;
use crate::counted::{Counted, Line, counted};
use crate::report::{self, Report};
use crate::rules::Figure;
use crate::said;
use crate::table_file::{self, Cell};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/reports/{report}/table.csv", get(csv))
        .route("/reports/{report}/table.xlsx", get(xlsx))
}

async fn csv(ctx: Ctx, Path(word): Path<String>, Query(asked): Query<Asked>) -> Result<Response> {
    let lang = ctx.lang();
    let (name, rows) = taken(ctx, &word, &asked, "csv").await?;
    table_file::csv(lang, &name, rows)
}

async fn xlsx(ctx: Ctx, Path(word): Path<String>, Query(asked): Query<Asked>) -> Result<Response> {
    let (name, rows) = taken(ctx, &word, &asked, "xlsx").await?;
    table_file::xlsx(&name, rows).await
}

/// Takes the table out; that somebody did so stands in the audit.
async fn taken(
    ctx: Ctx,
    word: &str,
    asked: &Asked,
    form: &str,
) -> Result<(String, Vec<Vec<Cell>>)> {
    let report = report::find(&ctx, word)?;
    if !report::may_export(&ctx, report) {
        return Err(Error::Denied);
    }
    ctx.app.limits.export.take(&ctx.actor.person.0)?;
    let answer = counted(&ctx, report, asked, Act::Export).await?;
    let rows = rows(report, &answer, ctx.lang());

    let tx = ctx.begin().await?;
    tx.record(
        Event::of("reports.exported", "person", tx.actor.person)
            .owner(tx.actor.person)
            .with("report", report.word)
            .with("form", form)
            .with("asked", serde_json::to_string(asked)?)
            .with("rows", rows.len()),
    );
    tx.commit().await?;
    Ok((format!("{}-{}", report.word, answer.today), rows))
}

fn rows(report: &Report, answer: &Counted, lang: Lang) -> Vec<Vec<Cell>> {
    let w = Words::of(lang);
    let measures = report.source.measures;
    let mut heads =
        vec![said::begun(&w.axis(answer.question.by.word())), w.currency_label().to_owned()];
    heads.extend(measures.iter().map(|it| w.measure(it.word)));
    if answer.before.is_some() {
        heads.extend(measures.iter().map(|it| w.measure_before(w.measure(it.word))));
    }
    let row = |name: String, line: &Line| {
        let mut cells = vec![Cell::Text(name), Cell::Text(line.currency.clone())];
        let mut add = |figures: &[Figure]| {
            cells.extend(measures.iter().zip(figures).map(|(measure, figure)| {
                let number = said::plain(measure, *figure, &line.currency);
                let decimals = number.as_deref().and_then(|it| it.split_once('.'));
                let decimals = decimals.map_or(0, |it| it.1.len());
                Cell::Number(number, decimals)
            }));
        };
        add(&line.figures);
        if let Some(before) = &line.before {
            add(before);
        }
        cells
    };
    let label = |it: &Line| answer.known.label(answer.question.by, it.key.as_deref(), lang);
    let mut rows = vec![heads.into_iter().map(Cell::Text).collect()];
    rows.extend(answer.lines.iter().map(|it| row(label(it), it)));
    rows.extend(answer.total.iter().map(|it| row(w.total().to_owned(), it)));
    rows
}
