//! What stands behind a figure, one by one.

use askama::Template;
use axum::response::Response;
use axum::routing::get;
use frame::web::list::{self, Cut};
use frame::web::shell::Shell;
use frame::web::{Path, Query, page};
use frame::{App, Ctx, Result};
use kernel::access::Act;
use people::company;
use utoipa_axum::router::OpenApiRouter;

use crate::asked::Asked;
use crate::known::Known;
use crate::report::{self, Counting, Listed};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/reports/{report}/rows", get(show))
}

#[derive(Template)]
#[template(path = "report_rows.html")]
struct RowsPage {
    shell: Shell,
    w: Words,
    title: &'static str,
    /// What the rows are.
    what: &'static str,
    lead: String,
    back: String,
    rows: Vec<Listed>,
    first: String,
    next: String,
}

impl RowsPage {
    fn day(&self, row: &Listed) -> String {
        row.day.map(|it| self.shell.lang.day(it)).unwrap_or_default()
    }

    /// Whether a column says anything at all.
    fn has(&self, cell: impl Fn(&Listed) -> &str) -> bool {
        self.rows.iter().any(|it| !cell(it).is_empty())
    }

    fn has_products(&self) -> bool {
        self.has(|it| &it.product)
    }

    fn has_amounts(&self) -> bool {
        self.has(|it| &it.amount)
    }

    fn has_states(&self) -> bool {
        self.has(|it| &it.state)
    }

    fn has_clients(&self) -> bool {
        self.has(|it| &it.account)
    }

    fn has_people(&self) -> bool {
        self.has(|it| &it.person)
    }
}

async fn show(
    ctx: Ctx,
    Path(word): Path<String>,
    Query(asked): Query<Asked>,
    Query(cut): Query<Cut>,
) -> Result<Response> {
    let report = report::find(&ctx, &word)?;
    let today = ctx.now.day(&company::known(&ctx).await?.zone);
    let question = asked.understood(report, today)?;
    let known = Known::load(&ctx, report.source, true).await?;
    let span = question.span;
    let counting =
        Counting { act: Act::View, known: &known, question: &question, span, bases: &[] };
    let found = (report.source.list)(&ctx, counting, &cut).await?;

    let (lang, w) = (ctx.lang(), Words::of(ctx.lang()));
    let path = format!("/reports/{word}/rows");
    let narrowed = question.narrow.iter().map(|(axis, key)| {
        w.narrowed(w.axis(axis.word()), known.label(*axis, key.as_deref(), lang))
    });
    let period = span.map_or_else(
        || w.all_time().to_owned(),
        |it| format!("{} – {}", lang.day(it.from), lang.day(it.to)),
    );
    let lead: Vec<String> = std::iter::once(period).chain(narrowed).collect();
    let next = found.next_cursor.as_deref();
    let read_on = cut.cursor.as_deref().is_some_and(|it| !it.is_empty());
    page::render(&RowsPage {
        shell: ctx.shell("reports"),
        w,
        title: (report.title)(lang),
        what: report.source.what,
        lead: lead.join(" · "),
        back: list::address(&format!("/reports/{word}"), &asked, None)?,
        first: if read_on { list::address(&path, &asked, None)? } else { String::new() },
        next: match next {
            Some(cursor) => list::address(&path, &asked, Some(cursor))?,
            None => String::new(),
        },
        rows: found.items,
    })
}
