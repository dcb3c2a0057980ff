//! A report as a file.

use axum::response::Response;
use axum::routing::get;
use frame::web::take_out::{self, Cell, Form};
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
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/reports/{report}/table.csv", get(export))
        .route("/reports/{report}/table.xlsx", get(export))
}

/// Takes the table out; that somebody did so stands in the audit.
async fn export(
    ctx: Ctx,
    form: Form,
    Path(word): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let report = report::find(&ctx, &word)?;
    if !report::may_export(&ctx, report) {
        return Err(Error::Denied);
    }
    ctx.app.limits.export.take(&ctx.actor.person.0)?;
    let answer = counted(&ctx, report, &asked, Act::Export).await?;
    let lang = ctx.lang();
    let (head, rows) = rows(report, &answer, lang);

    let tx = ctx.begin().await?;
    tx.record(
        Event::of("reports.exported", "person", tx.actor.person)
            .owner(tx.actor.person)
            .with("report", report.word)
            .with("form", form.word())
            .with("asked", serde_json::to_string(&asked)?)
            .with("rows", rows.len()),
    );
    tx.commit().await?;
    take_out::table(form, lang, &format!("{}-{}", report.word, answer.today), head, rows)
}

/// The heads of the table, and its rows with its totals.
pub fn rows(report: &Report, answer: &Counted, lang: Lang) -> (Vec<String>, Vec<Vec<Cell>>) {
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
                Cell::perhaps(number, Cell::Number)
            }));
        };
        add(&line.figures);
        if let Some(before) = &line.before {
            add(before);
        }
        cells
    };
    let label = |it: &Line| answer.known.label(answer.question.by, it.key.as_deref(), lang);
    let lines = answer.lines.iter().map(|it| row(label(it), it));
    let totals = answer.total.iter().map(|it| row(w.total().to_owned(), it));
    (heads, lines.chain(totals).collect())
}
