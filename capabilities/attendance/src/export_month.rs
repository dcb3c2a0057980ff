//! A month of attendance for a spreadsheet.

use std::collections::HashMap;

use axum::response::Response;
use axum::routing::get;
use frame::web::{Query, sheet};
use frame::{App, Ctx, Error, Event, Result};
use kernel::access::{Act, Area};
use kernel::{Instant, Lang, PersonId, Zone};
use people::team;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder};
use utoipa_axum::router::OpenApiRouter;

use crate::month_sheet::Looked;
use crate::rules::Month;
use crate::say;
use crate::staff::{self, Staff};
use crate::words::Words;
use crate::work_day::{self, Slim};

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/attendance.csv", get(download))
}

async fn download(ctx: Ctx, Query(looked): Query<Looked>) -> Result<Response> {
    if !ctx.may(Act::Export, Area::Attendance) {
        return Err(Error::Denied);
    }
    ctx.app.limits.export.take(&ctx.actor.person.0)?;
    let month = looked.month(&ctx);
    let zone = ctx.actor.zone.clone();
    let teams = ctx.find::<team::Entity>().all(&ctx).await?;
    let mut staff = staff::all(&ctx, Act::Export, month.first().start(&zone)).await?;
    if let Some(team) = looked.team {
        let wanted = staff::below(&teams, team);
        staff.retain(|it| it.team_id.is_some_and(|it| wanted.contains(&it)));
    }
    let days = work_day::slim(&ctx)
        .filter(ctx.within::<work_day::Entity>(Act::Export))
        .filter(work_day::Column::Day.gte(month.first()))
        .filter(work_day::Column::Day.lte(month.last()))
        .order_by_asc(work_day::Column::Day)
        .into_model::<Slim>()
        .all(&ctx)
        .await?;

    let lang = ctx.lang();
    let teams: HashMap<_, _> = teams.into_iter().map(|it| (it.id, it.name)).collect();
    let days_count = days.len();
    let mut of: HashMap<PersonId, Vec<Slim>> = HashMap::new();
    for day in days {
        of.entry(day.owner_id).or_default().push(day);
    }
    taken_out(ctx, month, days_count).await?;
    let head = head(lang, &zone);
    let rows = staff.into_iter().flat_map(move |person| {
        let team = person.team_id.and_then(|it| teams.get(&it)).cloned().unwrap_or_default();
        let days = of.remove(&person.id).unwrap_or_default();
        let zone = zone.clone();
        days.into_iter().map(move |day| row(&person, &team, &day, &zone, lang))
    });
    sheet::csv(
        lang,
        &format!("{}-{month}", Words::of(lang).export_name()),
        std::iter::once(head).chain(rows),
    )
}

/// That somebody took the month out stands in the audit.
async fn taken_out(ctx: Ctx, month: Month, days: usize) -> Result<()> {
    let tx = ctx.begin().await?;
    tx.record(
        Event::of("attendance.exported", "person", tx.actor.person)
            .owner(tx.actor.person)
            .with("month", month.to_string())
            .with("days", days),
    );
    tx.commit().await
}

fn head(lang: Lang, zone: &Zone) -> Vec<String> {
    let w = Words::of(lang);
    let clock = |label: &str| format!("{label} ({})", zone.label());
    let mut head = vec![w.person_label().to_owned(), w.team_label().to_owned()];
    head.extend([w.day_label().to_owned(), w.state_label().to_owned()]);
    head.extend([clock(w.in_label()), clock(w.out_label())]);
    head.extend([w.worked_minutes(), w.late_minutes(), w.early_minutes()].map(str::to_owned));
    head.push(w.marks_label().to_owned());
    head
}

fn row(person: &Staff, team: &str, day: &Slim, zone: &Zone, lang: Lang) -> Vec<String> {
    // The date stands beside, for a day may end after midnight.
    let moment = |at: Option<Instant>| {
        at.map(|it| it.local(zone).strftime("%Y-%m-%d %H:%M").to_string()).unwrap_or_default()
    };
    let marks: Vec<_> = day.marks().into_iter().map(|it| say::mark(it, lang)).collect();
    vec![
        person.name.clone(),
        team.to_owned(),
        day.day.to_string(),
        say::state(day.state, lang).to_owned(),
        moment(day.opened_at),
        moment(day.closed_at),
        day.worked_minutes.to_string(),
        day.late_minutes.to_string(),
        day.left_early_minutes.to_string(),
        marks.join("; "),
    ]
}
