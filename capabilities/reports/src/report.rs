//! What a report is made of: a source that adds rows up, and how the report first looks.

use frame::Ctx;
use frame::app::Asking;
use frame::web::list::{Cut, Page};
use kernel::access::{Act, Area};
use kernel::{Day, Lang};

use crate::asked::Question;
use crate::known::Known;
use crate::rules::{Axis, Base, Compare, Measure, Order, Row, Span, Within};

/// Where rows come from. What it adds up are [parts](Row::parts), which only add; every figure is
/// read off their sums.
pub struct Source {
    /// Whose reach its rows have.
    pub area: Area,
    /// What else of it is read, each within its own reach; whoever may not see one of them does
    /// not see the report.
    pub also: &'static [Area],
    /// What stands behind a figure: `deal`, `invoice`, `line`, `client` or `visit`.
    pub what: &'static str,
    /// Its period may lie ahead.
    pub is_ahead: bool,
    /// The house accounts of the ledger can be left out.
    pub has_houses: bool,
    /// After so many days without a purchase a client counts as silent; none where that does not
    /// matter.
    pub silent_days: Option<i64>,
    /// Measures behind which stands something else than rows of this source: the report whose rows
    /// these are, or nothing.
    pub behind: &'static [(&'static str, &'static str)],
    /// How many parts a row has.
    pub parts: usize,
    pub measures: &'static [Measure],
    pub axes: &'static [Axis],
    /// The rows of a period by these bases, within the reach of this act.
    pub count: for<'a> fn(&'a Ctx, Counting<'a>) -> Asking<'a, Vec<Row>>,
    /// What stands behind the figures, one by one.
    pub list: for<'a> fn(&'a Ctx, Counting<'a>, &'a Cut) -> Asking<'a, Page<Listed>>,
}

/// What a source is asked.
#[derive(Clone, Copy)]
pub struct Counting<'a> {
    pub act: Act,
    pub known: &'a Known,
    pub question: &'a Question,
    /// None for all of time.
    pub span: Option<Span>,
    pub bases: &'a [Base],
}

/// One thing behind a figure.
pub struct Listed {
    pub name: String,
    pub href: Option<String>,
    pub account: String,
    pub person: String,
    pub product: String,
    pub state: String,
    pub day: Option<Day>,
    /// As the reader's language writes it.
    pub amount: String,
}

/// A report as it first looks; whoever reads it asks on from there.
pub struct Report {
    /// In its address.
    pub word: &'static str,
    pub source: &'static Source,
    pub title: fn(Lang) -> &'static str,
    /// What it answers, in a sentence.
    pub lead: fn(Lang) -> String,
    pub icon: &'static str,
    pub by: Axis,
    pub within: Within,
    pub compare: Option<Compare>,
    pub order: Order,
    /// The measure that is drawn, and by which rows are put in order.
    pub show: usize,
}

/// Every report, in the order in which they are offered.
pub const REPORTS: &[&Report] = &[
    &crate::deals::PROGRESS,
    &crate::open_deals::PIPELINE,
    &crate::sales::SALES,
    &crate::products::PRODUCTS,
    &crate::sales::GROWTH,
    &crate::silent::SILENT,
    &crate::comings::CLIENTS,
    &crate::coverage::COVERAGE,
];

/// The report of this name, for whoever may see what it counts.
pub fn find(ctx: &Ctx, word: &str) -> frame::Result<&'static Report> {
    let report = REPORTS.iter().copied().find(|it| it.word == word);
    report.filter(|it| may_see(ctx, it)).ok_or(frame::Error::NotFound)
}

pub fn may_see(ctx: &Ctx, report: &Report) -> bool {
    may(ctx, Act::View, report)
}

pub fn may_export(ctx: &Ctx, report: &Report) -> bool {
    may(ctx, Act::Export, report)
}

fn may(ctx: &Ctx, act: Act, report: &Report) -> bool {
    let areas = [Area::Reports, report.source.area];
    areas.iter().chain(report.source.also).all(|it| ctx.may(act, *it))
}
