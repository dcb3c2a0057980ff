//! What somebody has to do, on a day or in a week.

use askama::Template;
use attendance::shift::rosters;
use axum::response::Response;
use axum::routing::get;
use frame::web::extract::blank;
use frame::web::shell::Shell;
use frame::web::{Json, Query, page};
use frame::{App, Ctx, Error, Result};
use kernel::access::{Act, Area};
use kernel::{Day, Lang, PersonId};
use people::person;
use serde::{Deserialize, Serialize};
use tasks::TaskReader;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::gather::{Gathered, Item, gather};
use crate::rules::{Kind, View};
use crate::whose::{others, permit, whose};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/agenda", get(show)).routes(routes!(list))
}

/// What is looked at.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    view: String,
    #[serde(deserialize_with = "blank")]
    day: Option<Day>,
    #[serde(deserialize_with = "blank")]
    person: Option<PersonId>,
}

// In the browser.

#[derive(Template)]
#[template(path = "show_agenda.html")]
struct AgendaPage {
    shell: Shell,
    w: Words,
    reader: TaskReader,
    view: View,
    day: Day,
    person: PersonId,
    /// The one who is chosen among the others; empty for oneself.
    chosen: String,
    /// Whose agenda it is, when it is not the reader's own.
    name: Option<String>,
    others: Vec<(String, String)>,
    title: String,
    overdue: Vec<Item>,
    days: Vec<OneDay>,
    own: bool,
    may_change: bool,
    /// Which clock times are read on, where that is not the company's.
    clock: Option<String>,
}

/// One day and what is on it.
struct OneDay {
    day: Day,
    iso: String,
    name: &'static str,
    said: String,
    today: bool,
    shift: Option<String>,
    items: Vec<Item>,
}

impl AgendaPage {
    fn tabs(&self) -> [(String, &'static str, bool); 3] {
        let of = |view: View| self.address(view, Some(self.day));
        [
            (of(View::Day), self.w.tab_day(), self.view == View::Day),
            (of(View::Week), self.w.tab_week(), self.view == View::Week),
            ("/tasks".to_owned(), self.w.tab_tasks(), false),
        ]
    }

    fn address(&self, view: View, day: Option<Day>) -> String {
        let view = if view == View::Day { "" } else { view.word() };
        let day = day.filter(|it| *it != self.reader.today);
        let day = day.map(|it| it.to_string()).unwrap_or_default();
        let person = if self.own { String::new() } else { self.person.to_string() };
        page::address("/agenda", [("view", view), ("day", &day), ("person", &person)])
    }

    fn here(&self) -> String {
        self.address(self.view, Some(self.day))
    }

    fn is_week(&self) -> bool {
        self.view == View::Week
    }

    /// Whoever changes a task comes back here.
    fn link(&self, item: &Item) -> String {
        match item.task {
            Some(_) => page::address(&item.link, [("from", self.here().as_str())]),
            None => item.link.clone(),
        }
    }

    fn today(&self) -> String {
        self.address(self.view, None)
    }

    fn earlier(&self) -> String {
        let (first, count) = self.view.span(self.day);
        self.address(self.view, Some(first.plus(-count)))
    }

    fn later(&self) -> String {
        let (first, count) = self.view.span(self.day);
        self.address(self.view, Some(first.plus(count)))
    }

    fn day_address(&self, day: Day) -> String {
        self.address(View::Day, Some(day))
    }

    /// When on its day something is.
    fn time(&self, item: &Item) -> String {
        match item.at {
            Some(at) => self.reader.clock(at, item.said_in.as_ref()),
            None => self.w.all_day().to_owned(),
        }
    }

    fn day_of(&self, item: &Item) -> String {
        self.reader.lang.day(item.day)
    }

    fn kind(&self, item: &Item) -> &'static str {
        match item.kind {
            Kind::Task => self.w.kind_task(),
            Kind::Visit if item.missed => self.w.kind_visit_missed(),
            Kind::Visit => self.w.kind_visit(),
            Kind::Close => self.w.kind_close(),
            Kind::NextStep => self.w.kind_next_step(),
            Kind::Birthday => self.w.kind_birthday(),
        }
    }

    fn is_empty(&self) -> bool {
        self.overdue.is_empty() && self.days.iter().all(|it| it.items.is_empty())
    }
}

async fn show(ctx: Ctx, Query(asked): Query<Asked>) -> Result<Response> {
    let person = whose(&ctx, asked.person).await?;
    let (lang, w) = (ctx.lang(), Words::of(ctx.lang()));
    let reader = TaskReader::of(&ctx).await?;
    let view = View::from_word(&asked.view).unwrap_or_default();
    let day = asked.day.unwrap_or(reader.today);
    let (first, count) = view.span(day);
    let others = others(&ctx).await?;
    let own = person == ctx.actor.person;
    let name = others.iter().find(|it| it.0 == person).map(|it| it.1.clone());
    let shifts = shifts_of(&ctx, person, first, count).await?;

    let Gathered { overdue, items } = gather(&ctx, &reader, person, first, count).await?;
    let mut days: Vec<OneDay> = (0..count)
        .zip(shifts)
        .map(|(place, shift)| {
            let day = first.plus(place);
            let today = day == reader.today;
            let (iso, said) = (day.to_string(), lang.day(day));
            let name = w.weekday_name(day.0.weekday());
            OneDay { day, iso, name, said, today, shift, items: Vec::new() }
        })
        .collect();
    for item in items {
        if let Some(day) = days.iter_mut().find(|it| it.day == item.day) {
            day.items.push(item);
        }
    }
    page::render(&AgendaPage {
        shell: ctx.shell("agenda"),
        w,
        title: title(view, first, first.plus(count - 1), w),
        clock: (reader.zone.label() != ctx.actor.zone.label())
            .then(|| w.by_clock(reader.zone.label(), ctx.actor.zone.label())),
        may_change: ctx.may(Act::Edit, Area::Accounts),
        others: others.into_iter().map(|(id, name)| (id.to_string(), name)).collect(),
        reader,
        view,
        day,
        chosen: if own { String::new() } else { person.to_string() },
        person,
        name,
        overdue,
        days,
        own,
    })
}

/// `Senin, 2 Mar 2026`, or `2 Mar 2026 – 8 Mar 2026`.
fn title(view: View, first: Day, last: Day, w: Words) -> String {
    let Words(lang) = w;
    match view {
        View::Day => format!("{}, {}", w.weekday_name(first.0.weekday()), lang.day(first)),
        View::Week => format!("{} – {}", lang.day(first), lang.day(last)),
    }
}

/// When this person is to be at work on each of these days, if the reader may know.
async fn shifts_of(
    ctx: &Ctx,
    person: PersonId,
    first: Day,
    count: i64,
) -> Result<Vec<Option<String>>> {
    if ctx.permit(Act::View, Area::Attendance, person).await.is_err() {
        return Ok(vec![None; usize::try_from(count).unwrap_or_default()]);
    }
    let post = person::post_of(ctx, person).await?;
    let rosters = rosters(ctx).await?;
    let roster = rosters.of(post.team);
    let clock = |time: jiff::civil::Time| match ctx.lang() {
        Lang::Id => format!("{:02}.{:02}", time.hour(), time.minute()),
        Lang::En => format!("{:02}:{:02}", time.hour(), time.minute()),
    };
    let said = |day: Day| {
        let shift = roster.due_on(day)?;
        let zone = shift.zone(&post.zone, &ctx.actor.zone);
        Some(format!("{}–{} {}", clock(shift.starts), clock(shift.ends), zone.label()))
    };
    Ok((0..count).map(|it| said(first.plus(it))).collect())
}

impl Words {
    fn weekday_name(self, day: jiff::civil::Weekday) -> &'static str {
        use jiff::civil::Weekday;
        match day {
            Weekday::Monday => self.weekday_monday(),
            Weekday::Tuesday => self.weekday_tuesday(),
            Weekday::Wednesday => self.weekday_wednesday(),
            Weekday::Thursday => self.weekday_thursday(),
            Weekday::Friday => self.weekday_friday(),
            Weekday::Saturday => self.weekday_saturday(),
            Weekday::Sunday => self.weekday_sunday(),
        }
    }
}

// In the API.

/// Which days, and whose.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
struct Range {
    /// The first day; today unless told.
    #[serde(deserialize_with = "blank")]
    from: Option<Day>,
    /// The last one, included; six days later unless told, and at most 62 days in all.
    #[serde(deserialize_with = "blank")]
    to: Option<Day>,
    /// One's own unless told.
    #[serde(deserialize_with = "blank")]
    person_id: Option<PersonId>,
}

/// No agenda is asked for further than this at once.
const MOST_DAYS: i64 = 62;

#[derive(Serialize, utoipa::ToSchema)]
struct AgendaOut {
    person_id: PersonId,
    from: Day,
    to: Day,
    /// What should have been done before today.
    overdue: Vec<Item>,
    items: Vec<Item>,
}

/// What somebody has to do: tasks, planned visits, and days of deals
#[utoipa::path(
    get,
    path = "/api/v1/agenda",
    tag = "agenda",
    params(Range),
    responses((status = 200, body = AgendaOut)),
)]
async fn list(ctx: Ctx, Query(asked): Query<Range>) -> Result<Json<AgendaOut>> {
    permit(&ctx)?;
    let reader = TaskReader::of(&ctx).await?;
    let from = asked.from.or(asked.to.filter(|it| *it < reader.today)).unwrap_or(reader.today);
    let to = asked.to.unwrap_or_else(|| from.plus(6));
    let count = to.days_since(from) + 1;
    if !(1..=MOST_DAYS).contains(&count) {
        return Err(Error::Malformed(format!("`to` is at most {MOST_DAYS} days after `from`")));
    }
    let person_id = whose(&ctx, asked.person_id).await?;
    let Gathered { overdue, items } = gather(&ctx, &reader, person_id, from, count).await?;
    Ok(Json(AgendaOut { person_id, from, to, overdue, items }))
}
