//! The numbers of a period, as a table that a spreadsheet opens.

use axum::http::HeaderValue;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use frame::web::{Query, sheet};
use frame::{App, Ctx, Error, Event, Result};
use kernel::access::{Act, Area};
use rust_xlsxwriter::{Format, Workbook, XlsxError};
use utoipa_axum::router::OpenApiRouter;
use visits::rules::{Rate, Tally};

use crate::weigh::{Looked, Weighed, weigh};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/team/productivity.csv", get(csv))
        .route("/team/productivity.xlsx", get(xlsx))
}

/// A cell is text or a number, and never a formula.
enum Cell {
    Text(String),
    Count(usize),
    Percent(Option<f64>),
}

async fn csv(ctx: Ctx, Query(looked): Query<Looked>) -> Result<Response> {
    let lang = ctx.lang();
    let (name, rows) = taken(ctx, &looked, "csv").await?;
    let written = |cell: Cell| match cell {
        Cell::Text(text) => text,
        Cell::Count(count) => count.to_string(),
        Cell::Percent(percent) => percent.map(|it| lang.decimal(it, 1)).unwrap_or_default(),
    };
    let rows = rows.into_iter().map(|row| row.into_iter().map(written).collect::<Vec<String>>());
    sheet::csv(lang, &name, rows.collect::<Vec<_>>())
}

async fn xlsx(ctx: Ctx, Query(looked): Query<Looked>) -> Result<Response> {
    let (name, rows) = taken(ctx, &looked, "xlsx").await?;
    let book = tokio::task::spawn_blocking(move || workbook(rows)).await?;
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    let mut response = book.map_err(Error::internal)?.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    let download = format!("attachment; filename=\"{name}.xlsx\"");
    let download = HeaderValue::from_str(&download).map_err(Error::internal)?;
    headers.insert(CONTENT_DISPOSITION, download);
    Ok(response)
}

/// Takes the table out; that somebody did so stands in the audit.
async fn taken(ctx: Ctx, looked: &Looked, form: &str) -> Result<(String, Vec<Vec<Cell>>)> {
    if !ctx.may(Act::Export, Area::Reports) {
        return Err(Error::Denied);
    }
    ctx.app.limits.export.take(&ctx.actor.person.0)?;
    let weighed = weigh(&ctx, looked).await?;
    let (from, to) = (weighed.period.from, weighed.period.to);
    let rows = rows(&weighed, Words::of(ctx.lang()));

    let tx = ctx.begin().await?;
    tx.record(
        Event::of("reports.exported", "person", tx.actor.person)
            .owner(tx.actor.person)
            .with("report", "productivity")
            .with("form", form)
            .with("from", from.to_string())
            .with("to", to.to_string())
            .with("rows", rows.len()),
    );
    tx.commit().await?;
    Ok((format!("productivity-{from}-{to}"), rows))
}

fn rows(weighed: &Weighed, w: Words) -> Vec<Vec<Cell>> {
    let heads = [
        w.person_label(),
        w.team_label(),
        w.days_worked(),
        w.planned(),
        w.done(),
        w.missed(),
        w.skipped(),
        w.rejected(),
        w.unplanned(),
        w.effective(),
        w.pjp_percent(),
        w.call_percent(),
        w.route_percent(),
        w.clients_kept(),
        w.clients_visited(),
    ];
    let mut rows = vec![heads.iter().map(|it| Cell::Text((*it).to_owned())).collect()];
    for row in &weighed.rows {
        let team = weighed.all_teams.iter().find(|it| Some(it.id) == row.person.team_id);
        let team = team.map(|it| it.name.clone()).unwrap_or_default();
        let mut cells = vec![Cell::Text(row.person.name.clone()), Cell::Text(team)];
        cells.extend(numbers(&row.tally));
        cells.extend([Cell::Count(row.accounts), Cell::Count(row.covered)]);
        rows.push(cells);
    }
    rows
}

fn numbers(tally: &Tally) -> [Cell; 11] {
    let percent = |rate: &Rate| Cell::Percent(rate.percent());
    [
        Cell::Count(tally.days_worked),
        Cell::Count(tally.planned),
        Cell::Count(tally.done),
        Cell::Count(tally.missed),
        Cell::Count(tally.skipped),
        Cell::Count(tally.rejected),
        Cell::Count(tally.unplanned),
        Cell::Count(tally.effective),
        percent(&tally.rates.pjp),
        percent(&tally.rates.call_compliance),
        percent(&tally.rates.route_compliance),
    ]
}

/// Text is written as text: a name that begins with `=` stays a name.
fn workbook(rows: Vec<Vec<Cell>>) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let head = Format::new().set_bold();
    let percent = Format::new().set_num_format("0.0");
    for (y, row) in (0_u32..).zip(rows) {
        for (x, cell) in (0_u16..).zip(row) {
            match cell {
                Cell::Text(text) if y == 0 => sheet.write_string_with_format(y, x, text, &head)?,
                Cell::Text(text) => sheet.write_string(y, x, text)?,
                Cell::Count(count) => {
                    sheet.write_number(y, x, f64::from(u32::try_from(count).unwrap_or(u32::MAX)))?
                }
                Cell::Percent(Some(number)) => {
                    sheet.write_number_with_format(y, x, number, &percent)?
                }
                Cell::Percent(None) => sheet.write_blank(y, x, &percent)?,
            };
        }
    }
    sheet.set_freeze_panes(1, 1)?;
    sheet.autofit();
    book.save_to_buffer()
}
