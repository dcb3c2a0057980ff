//! The numbers of a period, as a table that a spreadsheet opens.

use axum::response::Response;
use axum::routing::get;
use frame::web::Query;
use frame::{App, Ctx, Error, Event, Result};
use kernel::access::{Act, Area};
use utoipa_axum::router::OpenApiRouter;
use visits::rules::{Rate, Tally};

use crate::table_file::{self, Cell};
use crate::weigh::{Looked, Weighed, weigh};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/team/productivity.csv", get(csv))
        .route("/team/productivity.xlsx", get(xlsx))
}

async fn csv(ctx: Ctx, Query(looked): Query<Looked>) -> Result<Response> {
    let lang = ctx.lang();
    let (name, rows) = taken(ctx, &looked, "csv").await?;
    table_file::csv(lang, &name, rows)
}

async fn xlsx(ctx: Ctx, Query(looked): Query<Looked>) -> Result<Response> {
    let (name, rows) = taken(ctx, &looked, "xlsx").await?;
    table_file::xlsx(&name, rows).await
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
        cells.extend([Cell::count(row.accounts), Cell::count(row.covered)]);
        rows.push(cells);
    }
    rows
}

fn numbers(tally: &Tally) -> [Cell; 11] {
    let percent = |rate: &Rate| Cell::Number(rate.percent().map(|it| format!("{it:.1}")), 1);
    [
        Cell::count(tally.days_worked),
        Cell::count(tally.planned),
        Cell::count(tally.done),
        Cell::count(tally.missed),
        Cell::count(tally.skipped),
        Cell::count(tally.rejected),
        Cell::count(tally.unplanned),
        Cell::count(tally.effective),
        percent(&tally.rates.pjp),
        percent(&tally.rates.call_compliance),
        percent(&tally.rates.route_compliance),
    ]
}
