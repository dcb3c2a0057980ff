//! The management pack: several reports of one period in one document, with the figures that one
//! remembers on its first page.

use axum::response::Response;
use axum::routing::get;
use documents::{Block, Chart, Column, Document, KeyFigure, Kind, Point, Row, Table};
use frame::web::Query;
use frame::{App, Ctx, Error, Event, Result};
use kernel::access::{Act, Area};
use utoipa_axum::router::OpenApiRouter;

use crate::asked::Asked;
use crate::counted::counted;
use crate::print_report::{before, made};
use crate::productivity::percent;
use crate::report::{Report, may_export};
use crate::report_document::{chart, figures, table};
use crate::rules::{Axis, Span};
use crate::view::{View, days, period};
use crate::weigh::{Looked, Weighed, weigh};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/reports/pack.pdf", get(pdf))
}

/// What stands in it, in this order: a report, and by what its pages are laid out. A further report
/// joins by a line.
const PACK: &[(&Report, &[Axis])] = &[
    (&crate::deals::PROGRESS, &[Axis::Month, Axis::Team, Axis::Person, Axis::Product]),
    (&crate::sales::SALES, &[Axis::Month, Axis::Account]),
    (&crate::products::PRODUCTS, &[Axis::Product]),
    (&crate::sales::GROWTH, &[Axis::Account]),
    (&crate::comings::CLIENTS, &[Axis::Month]),
    (&crate::open_deals::PIPELINE, &[Axis::Stage, Axis::Month, Axis::Person]),
];

/// The longest period of which visits are weighed.
const MOST_DAYS: i64 = 366;

/// Takes all of it out, within the reach of whoever makes it.
async fn pdf(ctx: Ctx, Query(mut asked): Query<Asked>) -> Result<Response> {
    let seen: Vec<_> = PACK.iter().filter(|it| may_export(&ctx, it.0)).collect();
    if seen.is_empty() {
        return Err(Error::Denied);
    }
    ctx.app.limits.export.take(&ctx.actor.person.0)?;
    if asked.within.is_empty() && asked.from.is_empty() && asked.to.is_empty() {
        "last-quarter".clone_into(&mut asked.within);
    }
    if asked.compare.is_empty() {
        "before".clone_into(&mut asked.compare);
    }
    let lang = ctx.lang();
    let w = Words::of(lang);
    let (mut opening, mut pages) = (Vec::new(), Vec::new());
    let (mut told, mut span) = (String::new(), None);
    for (report, axes) in seen {
        pages.push(Block::NewPage);
        pages.push(Block::Heading((report.title)(lang).to_owned()));
        pages.push(Block::Text((report.lead)(lang)));
        for (place, axis) in axes.iter().enumerate() {
            let asked = of_report(report, *axis, &asked);
            let answer = counted(&ctx, report, &asked, Act::Export).await?;
            let view = View { report, asked: &asked, counted: &answer, lang, is_live: true };
            if place == 0 {
                if !report.source.is_ahead {
                    told = period(&ctx, &answer);
                    span = span.or(answer.question.span);
                }
                opening.push(Block::Heading((report.title)(lang).to_owned()));
                opening.push(Block::Figures(figures(&view)?));
            }
            pages.extend(chart(&view, before(&answer, lang))?);
            pages.push(table(&view)?);
        }
    }
    if let Some(span) = span.filter(|_| ctx.may(Act::View, Area::Visits)) {
        visits(&ctx, span, &mut opening, &mut pages).await?;
    }
    opening.push(Block::Note(w.pack_note().to_owned()));
    opening.extend(pages);
    let document = Document {
        lang,
        company: ctx.actor.company_name.clone(),
        title: w.pack_title().to_owned(),
        period: told,
        addressee: Vec::new(),
        made: made(&ctx),
        wide: false,
        blocks: opening,
    };
    let day = |it: fn(Span) -> kernel::Day| span.map(it).map(|it| it.to_string());
    let (from, to) = (day(|it| it.from), day(|it| it.to));
    let name = format!("{}-{}", w.pack_file(), to.clone().unwrap_or_default());

    let tx = ctx.begin().await?;
    tx.record(
        Event::of("reports.pack_made", "person", tx.actor.person)
            .owner(tx.actor.person)
            .with("asked", serde_json::to_string(&asked)?)
            .with("from", from)
            .with("to", to),
    );
    tx.commit().await?;
    documents::answer(&name, document).await
}

/// What a report of the pack is asked: what the pack is, but that what is still open has no period.
fn of_report(report: &Report, axis: Axis, asked: &Asked) -> Asked {
    let mut asked = Asked { by: axis.word().to_owned(), ..asked.clone() };
    if report.source.is_ahead {
        asked.from.clear();
        asked.to.clear();
        "all".clone_into(&mut asked.within);
        "none".clone_into(&mut asked.compare);
    }
    asked
}

/// How much of what was planned was visited, and by whom.
async fn visits(
    ctx: &Ctx,
    span: Span,
    opening: &mut Vec<Block>,
    pages: &mut Vec<Block>,
) -> Result<()> {
    let lang = ctx.lang();
    let w = Words::of(lang);
    // A longer period is told by its last year.
    let from = if span.to.days_since(span.from) < MOST_DAYS {
        span.from
    } else {
        span.to.plus(1 - MOST_DAYS)
    };
    let looked = Looked { from: Some(from), to: Some(span.to), ..Looked::default() };
    let weighed = weigh(ctx, &looked).await?;
    let rates = &weighed.total.rates;
    let parts = |part: usize, whole: usize| format!("{part}/{whole}");
    let figure = |label: &str, rate: &visits::rules::Rate| KeyFigure {
        label: label.to_owned(),
        value: percent(rate, lang),
        note: parts(rate.part(), rate.whole()),
    };
    opening.push(Block::Heading(w.productivity_title().to_owned()));
    opening.push(Block::Figures(vec![
        figure(w.pjp_percent(), &rates.pjp),
        figure(w.call_percent(), &rates.call_compliance),
        figure(w.route_percent(), &rates.route_compliance),
    ]));
    pages.push(Block::NewPage);
    pages.push(Block::Heading(w.productivity_title().to_owned()));
    pages.push(Block::Note(days(Span { from, to: span.to }, lang)));
    pages.push(Block::Chart(Chart {
        title: w.done().to_owned(),
        kind: Kind::Bars,
        points: weighed.rows.iter().map(|it| made_by(it, w)).collect(),
        before: String::new(),
    }));
    pages.push(people(&weighed, w, lang));
    Ok(())
}

fn made_by(it: &crate::weigh::PersonRow, w: Words) -> Point {
    let done = it.tally.done + it.tally.unplanned;
    Point {
        name: it.person.name.clone(),
        value: i128::try_from(done).unwrap_or_default(),
        said: w.bar_said(it.tally.done, it.tally.planned, it.tally.unplanned),
        before: None,
    }
}

fn people(weighed: &Weighed, w: Words, lang: kernel::Lang) -> Block {
    let columns = vec![
        Column::words(w.person_label()),
        Column::numbers(w.days_worked()),
        Column::numbers(w.planned()),
        Column::numbers(w.done()),
        Column::numbers(w.unplanned()),
        Column::numbers(w.effective()),
        Column::numbers(w.pjp_percent()),
        Column::numbers(w.clients_visited()),
    ];
    let number = |it: usize| lang.number(i64::try_from(it).unwrap_or(i64::MAX));
    let cells = |name: &str, tally: &visits::rules::Tally, clients: String| {
        vec![
            name.to_owned(),
            number(tally.days_worked),
            number(tally.planned),
            number(tally.done),
            number(tally.unplanned),
            number(tally.effective),
            percent(&tally.rates.pjp, lang),
            clients,
        ]
    };
    let mut rows: Vec<Row> = weighed
        .rows
        .iter()
        .map(|it| {
            let clients = format!("{}/{}", number(it.covered), number(it.accounts));
            Row::of(cells(&it.person.name, &it.tally, clients))
        })
        .collect();
    rows.push(Row::strong(cells(w.total(), &weighed.total, String::new())));
    Block::Table(Table { caption: String::new(), columns, rows })
}
