//! The numbers of a period, as a table that a spreadsheet opens.

use axum::response::Response;
use axum::routing::get;
use frame::web::Query;
use frame::web::take_out::{self, Cell, Form};
use frame::{App, Ctx, Error, Event, Result};
use kernel::access::{Act, Area};
use utoipa_axum::router::OpenApiRouter;
use visits::rules::{Rate, Tally};

use crate::weigh::{Looked, PersonRow, Weighed, weigh};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/team/productivity.csv", get(export))
        .route("/team/productivity.xlsx", get(export))
}

/// Takes the table out; that somebody did so stands in the audit.
async fn export(ctx: Ctx, form: Form, Query(looked): Query<Looked>) -> Result<Response> {
    if !ctx.may(Act::Export, Area::Reports) {
        return Err(Error::Denied);
    }
    ctx.app.limits.export.take(&ctx.actor.person.0)?;
    let lang = ctx.lang();
    let weighed = weigh(&ctx, &looked).await?;
    let (from, to) = (weighed.period.from, weighed.period.to);
    let rows = rows(&weighed);

    let tx = ctx.begin().await?;
    tx.record(
        Event::of("reports.exported", "person", tx.actor.person)
            .owner(tx.actor.person)
            .with("report", "productivity")
            .with("form", form.word())
            .with("from", from.to_string())
            .with("to", to.to_string())
            .with("rows", rows.len()),
    );
    tx.commit().await?;
    let name = format!("productivity-{from}-{to}");
    take_out::table(form, lang, &name, head(Words::of(lang)), rows)
}

fn head(w: Words) -> Vec<String> {
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
    heads.map(str::to_owned).to_vec()
}

fn rows(weighed: &Weighed) -> Vec<Vec<Cell>> {
    let row = |row: &PersonRow| {
        let team = weighed.all_teams.iter().find(|it| Some(it.id) == row.person.team_id);
        let team = team.map(|it| it.name.clone()).unwrap_or_default();
        let mut cells = vec![Cell::Text(row.person.name.clone()), Cell::Text(team)];
        cells.extend(numbers(&row.tally));
        cells.extend([count(row.accounts), count(row.covered)]);
        cells
    };
    weighed.rows.iter().map(row).collect()
}

fn count(number: usize) -> Cell {
    Cell::Number(number.to_string())
}

fn numbers(tally: &Tally) -> [Cell; 11] {
    let percent = |rate: &Rate| {
        Cell::perhaps(rate.percent(), |percent| Cell::Number(format!("{percent:.1}")))
    };
    [
        count(tally.days_worked),
        count(tally.planned),
        count(tally.done),
        count(tally.missed),
        count(tally.skipped),
        count(tally.rejected),
        count(tally.unplanned),
        count(tally.effective),
        percent(&tally.rates.pjp),
        percent(&tally.rates.call_compliance),
        percent(&tally.rates.route_compliance),
    ]
}
