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
    taken(ctx, &word, &asked, Form::Csv).await
}

async fn xlsx(ctx: Ctx, Path(word): Path<String>, Query(asked): Query<Asked>) -> Result<Response> {
    taken(ctx, &word, &asked, Form::Xlsx).await
}

/// In what form a table is taken out.
#[derive(Clone, Copy, Debug)]
pub enum Form {
    Csv,
    Xlsx,
}

impl Form {
    pub const fn word(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }

    pub async fn file(self, lang: Lang, name: &str, rows: Vec<Vec<Cell>>) -> Result<Response> {
        match self {
            Self::Csv => table_file::csv(lang, name, rows),
            Self::Xlsx => table_file::xlsx(name, rows).await,
        }
    }
}

/// Takes the table out; that somebody did so stands in the audit.
async fn taken(ctx: Ctx, word: &str, asked: &Asked, form: Form) -> Result<Response> {
    let report = report::find(&ctx, word)?;
    if !report::may_export(&ctx, report) {
        return Err(Error::Denied);
    }
    ctx.app.limits.export.take(&ctx.actor.person.0)?;
    let answer = counted(&ctx, report, asked, Act::Export).await?;
    let lang = ctx.lang();
    let rows = rows(report, &answer, lang);

    let tx = ctx.begin().await?;
    tx.record(
        Event::of("reports.exported", "person", tx.actor.person)
            .owner(tx.actor.person)
            .with("report", report.word)
            .with("form", form.word())
            .with("asked", serde_json::to_string(asked)?)
            .with("rows", rows.len()),
    );
    tx.commit().await?;
    form.file(lang, &format!("{}-{}", report.word, answer.today), rows).await
}

/// The table, with its heads and its totals.
pub fn rows(report: &Report, answer: &Counted, lang: Lang) -> Vec<Vec<Cell>> {
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
