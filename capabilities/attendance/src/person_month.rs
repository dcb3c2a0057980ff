//! One person's month, day by day.

use askama::Template;
use axum::response::Response;
use axum::routing::get;
use frame::web::page;
use frame::web::shell::Shell;
use frame::web::{Path, Query};
use frame::{App, Ctx, Result};
use kernel::access::Act;
use kernel::{Day, Instant, Lang, PersonId, Zone};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder};
use utoipa_axum::router::OpenApiRouter;

use crate::month_sheet::Looked;
use crate::rules::{DayMark, DayState, Month};
use crate::shift::rosters;
use crate::staff::{self, Staff};
use crate::words::Words;
use crate::{say, work_day};

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/attendance/{person}", get(show))
}

#[derive(Template)]
#[template(path = "person_month.html")]
struct PersonMonth {
    shell: Shell,
    w: Words,
    lang: Lang,
    person: Staff,
    is_me: bool,
    title: String,
    before: String,
    after: String,
    month: Month,
    days: i64,
    hours: String,
    late_minutes: i64,
    by_rule: i64,
    in_review: i64,
    rows: Vec<Row>,
}

/// A day, as it is told in a line.
struct Row {
    day: Day,
    weekday: &'static str,
    state: Option<DayState>,
    from: String,
    to: String,
    hours: String,
    late_minutes: i64,
    marks: Vec<DayMark>,
    /// A shift was due and nothing is recorded.
    is_missing: bool,
}

impl PersonMonth {
    fn state(&self, state: DayState) -> (&'static str, &'static str) {
        (say::state_look(state), say::state(state, self.lang))
    }

    fn mark(&self, mark: DayMark) -> (&'static str, &'static str) {
        (say::mark_look(mark), say::mark(mark, self.lang))
    }

    fn shown(&self, day: Day) -> String {
        self.lang.day(day)
    }
}

async fn show(
    ctx: Ctx,
    Path(person): Path<PersonId>,
    Query(looked): Query<Looked>,
) -> Result<Response> {
    let month = looked.month(&ctx);
    person_page(&ctx, person, month).await
}

/// The page of this person's month, for whoever may see it.
pub async fn person_page(ctx: &Ctx, person: PersonId, month: Month) -> Result<Response> {
    let person = staff::one(ctx, Act::View, person).await?;
    let days = ctx
        .find::<work_day::Entity>()
        .filter(work_day::Column::OwnerId.eq(person.id))
        .filter(work_day::Column::Day.gte(month.first()))
        .filter(work_day::Column::Day.lte(month.last()))
        .order_by_asc(work_day::Column::Day)
        .all(ctx)
        .await?;
    let rosters = rosters(ctx).await?;
    let roster = rosters.of(person.team_id);
    let (lang, zone) = (ctx.lang(), &ctx.actor.zone);
    let today = ctx.now.day(zone);

    let shown = month.days().filter(|it| *it <= today || days.iter().any(|day| day.day == *it));
    let rows = shown.filter_map(|day| match days.iter().find(|it| it.day == day) {
        Some(judged) => Some(Row::of(judged, ctx, lang)),
        None if day == today => None,
        None => {
            let missing = roster.due_on(day).is_some() && person.works_on(day, zone);
            missing.then(|| Row::missing(day, lang))
        }
    });
    let rows: Vec<Row> = rows.collect();
    let count = |mark| days.iter().filter(|it| it.marks().contains(&mark)).count();
    let to_i64 = |it: usize| i64::try_from(it).unwrap_or_default();
    let base = format!("/attendance/{}", person.id);
    let of = |month: Month| page::address(&base, [("month", month.to_string().as_str())]);
    page::render(&PersonMonth {
        title: say::month(month, lang),
        before: of(month.before()),
        after: of(month.after()),
        month,
        days: to_i64(days.iter().filter(|it| it.opened_at.is_some()).count()),
        hours: say::hours(days.iter().map(|it| it.worked_by(ctx.now)).sum()),
        late_minutes: days.iter().map(|it| it.late_minutes).sum(),
        by_rule: to_i64(count(DayMark::ClosedByRule)),
        in_review: to_i64(count(DayMark::InReview)),
        rows,
        is_me: person.id == ctx.actor.person,
        person,
        lang,
        shell: ctx.shell("attendance"),
        w: Words::of(lang),
    })
}

impl Row {
    fn of(day: &work_day::Model, ctx: &Ctx, lang: Lang) -> Self {
        let home = &ctx.actor.zone;
        let judged = day.judgment();
        let spans = judged.as_ref().map(|it| it.spans.as_slice()).unwrap_or_default();
        let began = spans.first().map_or(home, |it| &it.from_zone);
        let ended = spans.last().and_then(|it| it.to_zone.as_ref()).unwrap_or(home);
        let clock = |at: Option<Instant>, zone: &Zone| {
            at.map(|it| say::clock(it, zone, home, lang)).unwrap_or_default()
        };
        Self {
            day: day.day,
            weekday: say::weekday(day.day, lang),
            state: Some(day.state),
            from: clock(day.opened_at, began),
            to: clock(day.closed_at, ended),
            hours: say::hours(day.worked_by(ctx.now)),
            late_minutes: day.late_minutes,
            marks: day.marks(),
            is_missing: false,
        }
    }

    fn missing(day: Day, lang: Lang) -> Self {
        Self {
            day,
            weekday: say::weekday(day, lang),
            state: None,
            from: String::new(),
            to: String::new(),
            hours: String::new(),
            late_minutes: 0,
            marks: Vec::new(),
            is_missing: true,
        }
    }
}
