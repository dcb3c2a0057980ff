//! A month of attendance: one row a person, one cell a day.

use std::collections::HashMap;

use askama::Template;
use axum::response::Response;
use axum::routing::get;
use frame::web::page;
use frame::web::shell::Shell;
use frame::web::{Query, extract};
use frame::{App, Ctx, Result};
use kernel::access::{Act, Area, Reach};
use kernel::{Day, Lang, PersonId, TeamId};
use people::team;
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;

use crate::month_of_days::{DayCell, month_of_days};
use crate::person_month::person_page;
use crate::rules::{DayMark, DayState, Month};
use crate::shift::{Rosters, rosters};
use crate::staff::{self, Staff};
use crate::words::Words;
use crate::{say, set_shift};

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/attendance", get(show))
}

/// Which month, of whom.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
pub struct Looked {
    #[serde(default, deserialize_with = "extract::blank")]
    pub month: Option<Month>,
    #[serde(default, deserialize_with = "extract::blank")]
    pub team: Option<TeamId>,
}

impl Looked {
    pub fn month(&self, ctx: &Ctx) -> Month {
        self.month.unwrap_or_else(|| Month::of(ctx.now.day(&ctx.actor.zone)))
    }

    /// The address of a sheet like this one, of another month.
    pub fn address(&self, path: &str, month: Month) -> String {
        let team = self.team.map(|it| it.to_string()).unwrap_or_default();
        page::address(path, [("month", month.to_string().as_str()), ("team", &team)])
    }
}

#[derive(Template)]
#[template(path = "month_sheet.html")]
struct MonthSheet {
    shell: Shell,
    w: Words,
    title: String,
    before: String,
    after: String,
    month: Month,
    heads: Vec<Head>,
    rows: Vec<Row>,
    teams: Vec<(TeamId, String)>,
    team: Option<TeamId>,
    export: Option<String>,
    may_set_shifts: bool,
    waiting: Option<i64>,
}

impl MonthSheet {
    fn chosen(&self, team: TeamId) -> bool {
        self.team == Some(team)
    }
}

/// A day over its column.
struct Head {
    number: i8,
    weekday: &'static str,
    is_today: bool,
}

/// A person's month.
struct Row {
    id: PersonId,
    name: String,
    days: usize,
    hours: String,
    late_minutes: i64,
    by_rule: usize,
    in_review: usize,
    cells: Vec<Cell>,
}

/// A day as it is drawn: its look, what stands in it, and what it says aloud.
enum Cell {
    /// Nothing was due, or it has not come yet.
    Free,
    /// A shift was due, and nothing is recorded.
    Missing,
    Worked {
        class: &'static str,
        hours: i64,
    },
    /// Something about it is worth a look.
    Marked {
        class: &'static str,
        day: Day,
        hours: i64,
        shapes: &'static str,
        said: String,
    },
}

async fn show(ctx: Ctx, Query(looked): Query<Looked>) -> Result<Response> {
    if ctx.actor.reach(Act::View, Area::Attendance) <= Reach::Own {
        let (me, month) = (ctx.actor.person, looked.month(&ctx));
        return person_page(&ctx, me, month).await;
    }
    let month = looked.month(&ctx);
    let zone = &ctx.actor.zone;
    let mut staff = staff::all(&ctx, Act::View, month.first().start(zone)).await?;
    let teams = ctx.find::<team::Entity>().all(&ctx).await?;
    let known = staff::teams_of(&teams, &staff);
    if let Some(team) = looked.team {
        let wanted = staff::below(&teams, team);
        staff.retain(|it| it.team_id.is_some_and(|it| wanted.contains(&it)));
    }
    let days = month_of_days(&ctx, month).await?;
    let rosters = rosters(&ctx).await?;
    let (lang, today) = (ctx.lang(), ctx.now.day(zone));
    let drawing = Drawing { month, today, lang, rosters, due: HashMap::new() };
    let may_export = ctx.may(Act::Export, Area::Attendance);
    page::render(&MonthSheet {
        title: say::month(month, lang),
        before: looked.address("/attendance", month.before()),
        after: looked.address("/attendance", month.after()),
        month,
        heads: month.days().map(|it| Head::of(it, today, lang)).collect(),
        rows: drawing.rows(staff, &days, &ctx),
        teams: known,
        team: looked.team,
        export: may_export.then(|| looked.address("/attendance.csv", month)),
        may_set_shifts: set_shift::may_set_shifts(&ctx).is_ok(),
        waiting: evidence::waiting(&ctx).await?,
        shell: ctx.shell("attendance"),
        w: Words::of(lang),
    })
}

/// What the rows of a month are drawn from.
struct Drawing {
    month: Month,
    today: Day,
    lang: Lang,
    rosters: Rosters,
    /// Whether a shift was due, by team and day.
    due: HashMap<Option<TeamId>, Vec<bool>>,
}

impl Drawing {
    fn rows(
        mut self,
        staff: Vec<Staff>,
        days: &HashMap<PersonId, Vec<DayCell>>,
        ctx: &Ctx,
    ) -> Vec<Row> {
        let row = |it: Staff| {
            let days = days.get(&it.id).map(Vec::as_slice).unwrap_or_default();
            self.row(it, days, ctx)
        };
        staff.into_iter().map(row).collect()
    }

    fn row(&mut self, person: Staff, days: &[DayCell], ctx: &Ctx) -> Row {
        let due = self.due.entry(person.team_id).or_insert_with(|| {
            let roster = self.rosters.of(person.team_id);
            self.month.days().map(|it| roster.due_on(it).is_some()).collect()
        });
        let mut cells: Vec<Cell> = self
            .month
            .days()
            .zip(due.iter())
            .map(|(day, due)| {
                let missing = *due && day < self.today && person.works_on(day, &ctx.actor.zone);
                if missing { Cell::Missing } else { Cell::Free }
            })
            .collect();
        for day in days {
            if let Some(cell) = day.number.checked_sub(1).and_then(|it| cells.get_mut(it)) {
                *cell = Cell::of(day, self.month.first().plus(to_i64(day.number) - 1), self.lang);
            }
        }
        let count = |mark| days.iter().filter(|it| it.marks.has(mark)).count();
        Row {
            days: days
                .iter()
                .filter(|it| it.state == DayState::Open || 0 < it.worked_minutes)
                .count(),
            hours: say::hours(days.iter().map(|it| it.worked_minutes).sum()),
            late_minutes: days.iter().map(|it| it.late_minutes).sum(),
            by_rule: count(DayMark::ClosedByRule),
            in_review: count(DayMark::InReview),
            id: person.id,
            name: person.name,
            cells,
        }
    }
}

impl Head {
    fn of(day: Day, today: Day, lang: Lang) -> Self {
        Self {
            number: day.0.day(),
            weekday: say::weekday_letter(day, lang),
            is_today: day == today,
        }
    }
}

impl Cell {
    fn of(cell: &DayCell, day: Day, lang: Lang) -> Self {
        let hours = (cell.worked_minutes + 30) / 60;
        let class = match (cell.state, cell.worked_minutes) {
            (DayState::Open, _) => "open",
            (_, ..240) => "little",
            (_, ..420) => "some",
            _ => "full",
        };
        let shapes = shapes(cell);
        if shapes.is_empty() && cell.state != DayState::Open {
            return Self::Worked { class, hours };
        }
        let state = (cell.state == DayState::Open).then(|| say::state(cell.state, lang));
        let marks = cell.marks.all().map(|it| say::mark(it, lang));
        let said: Vec<_> = state.into_iter().chain(marks).collect();
        Self::Marked { class, day, hours, shapes, said: said.join(", ") }
    }
}

/// The shapes that a cell bears beside its number: one each for late, closed by rule, in review.
fn shapes(cell: &DayCell) -> &'static str {
    let late = cell.marks.has(DayMark::Late);
    let by_rule = cell.marks.has(DayMark::ClosedByRule) || cell.marks.has(DayMark::NoClockIn);
    match (late, by_rule, cell.marks.has(DayMark::InReview)) {
        (false, false, false) => "",
        (true, false, false) => "late",
        (false, true, false) => "rule",
        (true, true, false) => "late rule",
        (false, false, true) => "look",
        (true, false, true) => "late look",
        (false, true, true) => "rule look",
        (true, true, true) => "late rule look",
    }
}

fn to_i64(number: usize) -> i64 {
    i64::try_from(number).unwrap_or_default()
}
