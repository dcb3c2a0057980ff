//! A day's plan and what came of it, person by person.

use std::collections::BTreeSet;

use askama::Template;
use axum::response::Response;
use axum::routing::get;
use frame::web::extract::blank;
use frame::web::list::{Cut, Listing, MOST, Page, Question};
use frame::web::page;
use frame::web::shell::Shell;
use frame::web::take_out::files;
use frame::web::{Json, Query};
use frame::{App, Ctx, Error, Result};
use kernel::access::{Act, Area};
use kernel::{Day, PersonId};
use people::person;
use sea_orm::{ColumnTrait, QueryFilter};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::LIST;
use crate::ask_visits::{ask_visits, is_wide};
use crate::find_visits::{Looked, find_visits};
use crate::rules::VisitId;
use crate::shown::{Shown, shown};
use crate::visit::VisitOut;
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/visits", get(show)).routes(routes!(list))
}

// In the browser.

#[derive(Template)]
#[template(path = "list_visits.html")]
struct VisitsPage {
    shell: Shell,
    w: Words,
    /// The views of this list.
    views: String,
    list: Listing,
    /// What the page is about, in words.
    lead: String,
    /// The same for the day before and after, when it shows one day.
    before: String,
    after: String,
    days: Vec<OneDay>,
    everybody: bool,
    may_plan: bool,
    removed: Option<VisitId>,
}

/// A person's day.
struct OneDay {
    name: String,
    day: String,
    /// `3 dari 5 rencana dibuat, 1 tidak terencana`.
    said: String,
    visits: Vec<Shown>,
    may_edit: bool,
}

/// What was taken out of the plan just now.
#[derive(Deserialize)]
struct Removed {
    #[serde(default, deserialize_with = "blank")]
    removed: Option<VisitId>,
}

async fn show(
    ctx: Ctx,
    Query(mut looked): Query<Looked>,
    Query(cut): Query<Cut>,
    Query(removed): Query<Removed>,
) -> Result<Response> {
    if !ctx.may(Act::View, Area::Visits) {
        return Err(Error::Denied);
    }
    let today = ctx.now.day(&ctx.actor.zone);
    let question = asked_here(&looked, today)?;
    let asked = ask_visits(&ctx, &question).await?;
    if looked.from.is_none() && looked.to.is_none() && looked.account_id.is_none() {
        (looked.from, looked.to) = (Some(today), Some(today));
    }
    let cut = Cut { limit: Some(MOST), ..cut };
    let found =
        if asked.has_answer() { find_visits(&ctx, &looked, &cut).await? } else { Page::empty() };
    let mut list = Listing::of(&ctx, &LIST, question, asked, &cut, found.next_cursor.as_deref());
    for (name, day) in [("from", looked.from), ("to", looked.to)] {
        for filter in list.filters.iter_mut().filter(|it| it.name == name) {
            filter.usual = day.map(|it| it.to_string()).unwrap_or_default();
        }
    }
    // A file says of itself which days it holds.
    list.files = files(&ctx, Area::Visits, &Question::of(&looked)?.address(LIST.path));
    let views = views::bar(&ctx, &LIST, &list.address()).await?;
    let lang = ctx.lang();
    let one_day = looked.from.filter(|it| Some(*it) == looked.to);
    let beside = |by: i64| -> Result<String> {
        let Some(day) = one_day.map(|it| it.plus(by)) else { return Ok(String::new()) };
        let beside = Looked { from: Some(day), to: Some(day), ..looked.clone() };
        Ok(asked_here(&beside, today)?.address(LIST.path))
    };
    page::render(&VisitsPage {
        lead: lead(&looked, lang),
        before: beside(-1)?,
        after: beside(1)?,
        everybody: is_wide(&ctx),
        may_plan: ctx.may(Act::Create, Area::Visits) && ctx.may(Act::View, Area::Accounts),
        shell: ctx.shell("visits"),
        w: Words::of(lang),
        days: days(&ctx, shown(&ctx, found.items).await?).await?,
        removed: removed.removed,
        views,
        list,
    })
}

/// What the page is asked. Today is what it shows unless told, and so a view of it moves on.
fn asked_here(looked: &Looked, today: Day) -> Result<Question> {
    let question = Question::of(looked)?;
    if looked.account_id.is_none() && (looked.from, looked.to) == (Some(today), Some(today)) {
        return Ok(question.with("from", "").with("to", ""));
    }
    Ok(question)
}

fn lead(looked: &Looked, lang: kernel::Lang) -> String {
    match (looked.from, looked.to) {
        (Some(from), Some(to)) if from == to => lang.day(from),
        (Some(from), Some(to)) => format!("{} – {}", lang.day(from), lang.day(to)),
        _ => String::new(),
    }
}

async fn days(ctx: &Ctx, visits: Vec<Shown>) -> Result<Vec<OneDay>> {
    let ids: BTreeSet<PersonId> = visits.iter().map(|it| it.visit.owner_id).collect();
    let people = ctx.whole_company::<person::Entity>().filter(person::Column::Id.is_in(ids));
    let people = people.all(ctx).await?;
    let mut days: Vec<OneDay> = Vec::new();
    let mut last = None;
    for it in visits {
        let key = (it.visit.day, it.visit.owner_id);
        if last != Some(key) {
            last = Some(key);
            let name = people.iter().find(|person| person.id == key.1);
            days.push(OneDay {
                name: name.map(|it| it.name.clone()).unwrap_or_default(),
                day: ctx.lang().day(key.0),
                said: String::new(),
                visits: Vec::new(),
                may_edit: ctx.permit(Act::Edit, Area::Visits, key.1).await.is_ok(),
            });
        }
        if let Some(day) = days.last_mut() {
            day.visits.push(it);
        }
    }
    for day in &mut days {
        day.said = said(ctx, &day.visits);
        // What was not planned has no place in the plan; it stands behind it, as it was made.
        day.visits.sort_by_key(|it| (!it.visit.planned, it.visit.sequence, it.visit.arrived_at));
    }
    // Days newest first as they were found; within a day people by name.
    days.sort_by_key(|it| {
        let day = it.visits.first().map(|it| std::cmp::Reverse(it.visit.day));
        (day, it.name.to_lowercase())
    });
    Ok(days)
}

fn said(ctx: &Ctx, visits: &[Shown]) -> String {
    let w = Words::of(ctx.lang());
    let count = |it: usize| i64::try_from(it).unwrap_or(i64::MAX);
    let made = |it: &&Shown| it.visit.made_at().is_some();
    let planned = visits.iter().filter(|it| it.visit.planned);
    let made_planned = planned.clone().filter(made).count();
    let unplanned = visits.iter().filter(|it| !it.visit.planned).filter(made).count();
    let said = w.day_said(count(made_planned), count(planned.count()));
    if unplanned == 0 { said } else { format!("{said}, {}", w.day_unplanned(count(unplanned))) }
}

// In the API.

/// Visits of the people whom the token's person may view
#[utoipa::path(
    get,
    path = "/api/v1/visits",
    tag = "visits",
    params(Looked, Cut),
    responses((status = 200, body = Page<VisitOut>)),
)]
async fn list(
    ctx: Ctx,
    Query(looked): Query<Looked>,
    Query(cut): Query<Cut>,
) -> Result<Json<Page<VisitOut>>> {
    if !ctx.may(Act::View, Area::Visits) {
        return Err(Error::Denied);
    }
    let found = find_visits(&ctx, &looked, &cut).await?;
    Ok(Json(found.map(VisitOut::from)))
}

#[cfg(test)]
mod tests {
    use testing::{ANDI, AYU, BUDI, FAJAR, GILANG, HENDRA, RIZKY, SRI, TONO, World};

    #[tokio::test]
    async fn a_day_shows_those_in_reach() {
        let world = World::with(crate::routes()).await;

        for someone in [AYU, BUDI, HENDRA, SRI] {
            let day = world.browse(someone).get("/visits").await;
            assert!(day.body.contains("Toko Maju"), "{someone:?}: {}", day.body);
        }
        for someone in [RIZKY, GILANG, ANDI] {
            let day = world.browse(someone).get("/visits").await;
            assert!(day.body.contains("No visits"), "{someone:?}: {}", day.body);
        }
        for someone in [FAJAR, TONO] {
            assert_eq!(world.browse(someone).get("/visits").await.status, 403);
        }
        assert_eq!(world.browse(None).get("/visits").await.location(), "/sign-in?next=%2Fvisits");
        assert_eq!(world.browse(None).get("/api/v1/visits").await.status, 401);
    }

    #[tokio::test]
    async fn a_list_is_filtered_and_read_on() {
        let world = World::with(crate::routes()).await;
        let browser = world.browse(BUDI);
        for client in ["apotek-sehat", "warung-sari"] {
            let body = serde_json::json!({
                "person_id": AYU.person(), "account_id": testing::id(client), "day": "2026-03-03",
            });
            assert_eq!(browser.post_json("/api/v1/visits", &body).await.status, 201);
        }

        let first = browser.get("/api/v1/visits?sort=day&limit=2").await.json();
        let cursor = first["next_cursor"].as_str().unwrap();
        let rest = browser.get(&format!("/api/v1/visits?sort=day&limit=2&cursor={cursor}")).await;
        assert_eq!(first["items"].as_array().unwrap().len(), 2);
        assert_eq!(rest.json()["items"].as_array().unwrap().len(), 1, "{}", rest.body);
        for (filter, count) in [
            ("from=2026-03-03", 2),
            ("to=2026-03-02", 1),
            ("state=done", 0),
            ("state=planned&planned=yes", 3),
            ("planned=no", 0),
        ] {
            let seen = browser.get(&format!("/api/v1/visits?{filter}")).await.json();
            assert_eq!(seen["items"].as_array().unwrap().len(), count, "{filter}");
        }
        for wrong in ["state=gone", "sort=name", "from=monday", "limit=900"] {
            assert_eq!(
                browser.get(&format!("/api/v1/visits?{wrong}")).await.status,
                400,
                "{wrong}"
            );
        }
    }

    #[tokio::test]
    async fn what_is_asked_is_said_and_today_is_left_open() {
        let world = World::with(crate::routes()).await;
        let budi = world.browse(BUDI);

        let today = budi.get("/visits?state=planned&from=2026-03-02&to=2026-03-02").await.body;
        assert!(today.contains("question=state%3Dplanned\""), "a view moves on: {today}");
        assert!(today.contains(r#"name="from" value="2026-03-02""#), "{today}");
        let rizky = format!("/visits?person_id={}&state=made", RIZKY.person());
        let rizky = budi.get(&rizky).await.body;
        assert!(rizky.contains("Person: Rizky Pratama"), "{rizky}");
        assert!(rizky.contains(r#"href="/visits?state=made""#), "{rizky}");
        let gone = budi.get("/visits?state=gone").await;
        assert_eq!(gone.status, 200, "{}", gone.body);
        assert!(gone.body.contains("no longer there") && !gone.body.contains("Toko Maju"));
    }
}
