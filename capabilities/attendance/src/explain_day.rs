//! Why a working day was judged as it was: every rule that spoke, and every fact that it saw.

use askama::Template;
use axum::response::Response;
use axum::routing::get;
use evidence::fact;
use frame::web::Path;
use frame::web::page;
use frame::web::shell::Shell;
use frame::{App, Ctx, Result};
use kernel::access::{Act, Area};
use kernel::{Day, Lang, PersonId};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder};
use utoipa_axum::router::OpenApiRouter;

use crate::fact_view::{FactView, views};
use crate::rules::{DayMark, DayState, Month, WorkDay};
use crate::staff::{self, Staff};
use crate::words::Words;
use crate::{say, work_day};

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/attendance/{person}/{day}", get(show))
}

#[derive(Template)]
#[template(path = "explain_day.html")]
struct DayPage {
    shell: Shell,
    w: Words,
    lang: Lang,
    person: Staff,
    title: String,
    month: Month,
    before: Day,
    after: Day,
    /// None when nothing is recorded on this day.
    judged: Option<Judged>,
    facts: Vec<FactView>,
    may_review: bool,
}

/// A judged day in words.
struct Judged {
    state: DayState,
    from: String,
    to: String,
    hours: String,
    late: String,
    left_early: String,
    marks: Vec<DayMark>,
    reasons: Vec<String>,
    spans: Vec<String>,
}

impl DayPage {
    fn state(&self, state: DayState) -> (&'static str, &'static str) {
        (say::state_look(state), say::state(state, self.lang))
    }

    fn mark(&self, mark: DayMark) -> (&'static str, &'static str) {
        (say::mark_look(mark), say::mark(mark, self.lang))
    }
}

async fn show(ctx: Ctx, Path((person, day)): Path<(PersonId, Day)>) -> Result<Response> {
    let person = staff::one(&ctx, Act::View, person).await?;
    let stored = ctx
        .find::<work_day::Entity>()
        .filter(work_day::Column::OwnerId.eq(person.id))
        .filter(work_day::Column::Day.eq(day))
        .one(&ctx)
        .await?;
    let judged = stored.as_ref().and_then(work_day::Model::judgment);
    let facts = match &judged {
        Some(judged) => {
            let facts = ctx.find::<fact::Entity>();
            let facts = facts.filter(fact::Column::Id.is_in(judged.facts.iter().copied()));
            facts.order_by_asc(fact::Column::RecordedAt).all(&ctx).await?
        }
        None => Vec::new(),
    };
    let lang = ctx.lang();
    page::render(&DayPage {
        title: format!("{}, {}", say::weekday(day, lang), lang.day(day)),
        month: Month::of(day),
        before: day.plus(-1),
        after: day.plus(1),
        judged: judged
            .zip(stored)
            .map(|(it, stored)| Judged::of(&it, stored.worked_by(ctx.now), &ctx)),
        facts: views(&ctx, facts).await?,
        may_review: person.id != ctx.actor.person
            && ctx.permit(Act::Review, Area::Attendance, person.id).await.is_ok(),
        person,
        lang,
        shell: ctx.shell("attendance"),
        w: Words::of(lang),
    })
}

impl Judged {
    fn of(day: &WorkDay, worked_minutes: i64, ctx: &Ctx) -> Self {
        let (lang, home) = (ctx.lang(), &ctx.actor.zone);
        let w = Words::of(lang);
        let began = day.spans.first().map_or(home, |it| &it.from_zone);
        let ended = day.spans.last().and_then(|it| it.to_zone.as_ref()).unwrap_or(home);
        let minutes = |it: i64| if 0 < it { say::minutes(it, lang) } else { String::new() };
        let span = |it: &crate::rules::Span| {
            let from = say::at(it.from, &it.from_zone, day.day, lang);
            let to =
                it.to.map(|to| say::at(to, it.to_zone.as_ref().unwrap_or(home), day.day, lang));
            match to {
                Some(to) => w.span(from, to),
                None => w.span_open(from),
            }
        };
        Self {
            state: day.state,
            from: day.opened_at.map(|it| say::at(it, began, day.day, lang)).unwrap_or_default(),
            to: day.closed_at.map(|it| say::at(it, ended, day.day, lang)).unwrap_or_default(),
            hours: say::minutes(worked_minutes, lang),
            late: minutes(day.late_minutes),
            left_early: minutes(day.left_early_minutes),
            marks: day.marks.clone(),
            reasons: day
                .explanation
                .iter()
                .map(|it| say::reason(it, day.day, home, lang))
                .collect(),
            spans: day.spans.iter().map(span).collect(),
        }
    }
}
