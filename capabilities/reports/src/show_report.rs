//! A report: asked, answered, drawn, and asked on.

use askama::Template;
use axum::response::Response;
use axum::routing::get;
use frame::web::shell::Shell;
use frame::web::{Json, Path, Query, list, page};
use frame::{App, Ctx, Result};
use kernel::Lang;
use kernel::access::Act;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::asked::{Asked, NOT_COMPARED};
use crate::counted::{Counted, counted};
use crate::kept_report::KeptId;
use crate::matrix::{Matrix, matrix};
use crate::report::{self, Report};
use crate::report_out::ReportOut;
use crate::rules::{Axis, Compare, Order, Within};
use crate::said;
use crate::view::{Head, MOST_LINES, Shown, View, period};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/reports/{report}", get(show)).routes(routes!(read))
}

/// So many columns are drawn with their names; of more, every second or third has one.
const MOST_NAMED: usize = 14;

/// Days of silence that are offered.
const SILENCES: [i64; 5] = [30, 60, 90, 180, 365];

// In the browser.

#[derive(Template)]
#[template(path = "report.html")]
struct ReportPage<'a> {
    shell: Shell,
    w: Words,
    report: &'a Report,
    asked: &'a Asked,
    title: String,
    lead: String,
    period: String,
    by: String,
    by_label: String,
    show: String,
    within: String,
    compare: String,
    order: String,
    days: i64,
    from: String,
    to: String,
    heads: Vec<Head>,
    lines: Vec<Shown>,
    totals: Vec<Shown>,
    chips: Vec<(String, String)>,
    columns: Vec<Column>,
    matrix: Option<Matrix>,
    split: String,
    drawn: String,
    mixed: bool,
    more: usize,
    csv: String,
    xlsx: String,
    pdf: String,
    keep: String,
    /// A copy that is shown instead of a live answer.
    taken: Option<Taken>,
    may_export: bool,
    now: String,
}

/// A column of the chart of a time, in percent of the highest.
struct Column {
    name: String,
    said: String,
    high: usize,
    before: Option<usize>,
    named: bool,
}

impl ReportPage<'_> {
    fn periods(&self) -> Vec<(&'static str, String)> {
        let source = self.report.source;
        let offered = Within::ALL.iter().filter(|it| source.is_ahead || !it.is_ahead());
        offered.map(|it| (it.word(), self.w.within(it.word()))).collect()
    }

    fn axes(&self) -> Vec<(&'static str, String)> {
        self.report.source.axes.iter().map(|it| (it.word(), self.w.axis(it.word()))).collect()
    }

    fn comparisons(&self) -> Vec<(&'static str, String)> {
        Compare::ALL.iter().map(|it| (it.word(), self.w.compare(it.word()))).collect()
    }

    /// Nothing needs to be said where the report does not compare by itself.
    fn not_compared(&self) -> &'static str {
        if self.report.compare.is_some() { NOT_COMPARED } else { "" }
    }

    fn compares(&self) -> bool {
        self.compare != NOT_COMPARED
    }

    fn orders(&self) -> Vec<(&'static str, String)> {
        Order::ALL.iter().map(|it| (it.word(), self.w.order(it.word()))).collect()
    }

    /// After how many days a client counts as silent; none where that does not matter.
    fn silences(&self) -> Vec<(String, String)> {
        if self.report.source.silent_days.is_none() {
            return Vec::new();
        }
        let mut days: Vec<i64> = SILENCES.to_vec();
        days.push(self.days);
        days.sort_unstable();
        days.dedup();
        days.into_iter().map(|it| (it.to_string(), self.w.silent_days(it))).collect()
    }

    /// What can be chosen, where there are several or one was chosen.
    fn currencies(&self) -> Vec<(String, String)> {
        let code = |it: &Shown| (it.currency.clone(), it.currency.clone());
        let mut all: Vec<_> = self.totals.iter().map(code).collect();
        if !self.asked.currency.is_empty() && all.iter().all(|it| it.0 != self.asked.currency) {
            all.push((self.asked.currency.clone(), self.asked.currency.clone()));
        }
        if self.mixed || !self.asked.currency.is_empty() { all } else { Vec::new() }
    }

    fn chosen_days(&self) -> String {
        self.days.to_string()
    }

    fn measures(&self) -> Vec<(&'static str, String)> {
        let measures = self.report.source.measures.iter();
        measures.map(|it| (it.word, self.w.measure(it.word))).collect()
    }

    fn is_empty(&self) -> bool {
        self.totals.is_empty() && self.lines.is_empty()
    }
}

async fn show(ctx: Ctx, Path(word): Path<String>, Query(asked): Query<Asked>) -> Result<Response> {
    let report = report::find(&ctx, &word)?;
    let answer = counted(&ctx, report, &asked, Act::View).await?;
    render(&ctx, report, &asked, &answer, None)
}

/// A frozen copy, as its page says so.
pub struct Taken {
    pub id: KeptId,
    pub name: String,
    /// When, in whose reach, and up to what it was computed.
    pub said: String,
    /// It is still what was written down.
    pub is_whole: bool,
}

/// The page of an answer: of one that was computed now, or of a copy.
pub fn render(
    ctx: &Ctx,
    report: &Report,
    asked: &Asked,
    answer: &Counted,
    taken: Option<Taken>,
) -> Result<Response> {
    let lang = ctx.lang();
    let view = View { report, asked, counted: answer, lang, is_live: taken.is_none() };
    let (w, question) = (Words::of(lang), &answer.question);
    let show = report.source.measures[question.show].word;
    let lines = view.lines()?;
    let day = |it: Option<kernel::Day>| it.map(|it| it.to_string()).unwrap_or_default();
    let address = |end: &str| match &taken {
        Some(copy) => Ok(format!("/reports/copies/{}/{end}", copy.id)),
        None => list::address(&format!("/reports/{}/{end}", report.word), asked, None),
    };
    page::render(&ReportPage {
        shell: ctx.shell("reports"),
        w,
        title: match &taken {
            Some(copy) => copy.name.clone(),
            None => (report.title)(lang).to_owned(),
        },
        lead: if taken.is_some() { (report.title)(lang).to_owned() } else { (report.lead)(lang) },
        period: period(ctx, answer),
        by: question.by.word().to_owned(),
        by_label: said::begun(&w.axis(question.by.word())),
        show: show.to_owned(),
        within: question.within.map_or("", Within::word).to_owned(),
        compare: question.compare.map_or(NOT_COMPARED, Compare::word).to_owned(),
        order: question.order.word().to_owned(),
        days: question.days,
        from: day(question.span.map(|it| it.from)),
        to: day(question.span.map(|it| it.to)),
        heads: view.heads()?,
        totals: view.totals()?,
        chips: view.chips()?,
        columns: columns(&lines, question.by, question.show),
        matrix: matrix(&view)?,
        split: question.split.map_or("", Axis::word).to_owned(),
        drawn: w.measure(show),
        mixed: view.is_mixed(),
        more: answer.lines.len().saturating_sub(MOST_LINES),
        csv: address("table.csv")?,
        xlsx: address("table.xlsx")?,
        pdf: address("table.pdf")?,
        keep: address("keep")?,
        may_export: report::may_export(ctx, report),
        now: now(answer, lang),
        report,
        asked,
        lines,
        taken,
    })
}

fn now(answer: &Counted, lang: Lang) -> String {
    lang.day(answer.today)
}

/// The columns of a time, in the order of time; other axes have their bars in the table.
fn columns(lines: &[Shown], by: Axis, show: usize) -> Vec<Column> {
    let one_currency = lines.windows(2).all(|it| it[0].currency == it[1].currency);
    if !by.is_time() || !one_currency {
        return Vec::new();
    }
    let step = lines.len().div_ceil(MOST_NAMED).max(1);
    let column = |(place, line): (usize, &Shown)| Column {
        name: line.name.clone(),
        said: line.cells.get(show).map(|it| it.shown.clone()).unwrap_or_default(),
        high: line.bar / 10,
        before: line.bar_before.map(|it| it / 10),
        named: place.is_multiple_of(step),
    };
    lines.iter().enumerate().map(column).collect()
}

// In the API.

/// A report, answered
#[utoipa::path(
    get,
    path = "/api/v1/reports/{report}",
    tag = "reports",
    params(("report" = String, Path, description = "`sales-progress`, `pipeline`, `sales`, `products`, `growth`, `silent-clients`, `new-and-lost-clients` or `coverage`"), Asked),
    responses((status = 200, body = ReportOut)),
)]
async fn read(
    ctx: Ctx,
    Path(word): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Json<ReportOut>> {
    let report = report::find(&ctx, &word)?;
    let answer = counted(&ctx, report, &asked, Act::View).await?;
    Ok(Json(ReportOut::of(report, &answer, ctx.lang())))
}

#[cfg(test)]
mod tests;
