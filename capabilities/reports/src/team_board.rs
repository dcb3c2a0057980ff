//! The team now: who is at a client, at work, late or silent, and how old that news is.

use askama::Template;
use axum::response::Response;
use axum::routing::get;
use evidence::fact::FactKind;
use frame::web::extract::blank;
use frame::web::shell::Shell;
use frame::web::{Json, Presented, Query, live, page};
use frame::{App, Ctx, Error, Result};
use kernel::access::{Act, Area};
use kernel::evidence::{PlaceWord, TimeGrade};
use kernel::{Instant, Lang, PersonId, TeamId};
use people::team;
use serde::{Deserialize, Serialize};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::heard::{LastFact, Standing, heard};
use crate::rules::BoardState;
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/team/board", get(show))
        .route("/team/board/cards", get(cards))
        .route("/team/board/live", get(watch))
        .routes(routes!(read))
}

/// Which team one looks at; all that are in reach unless told.
#[derive(Clone, Copy, Debug, Default, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
struct Looked {
    #[serde(deserialize_with = "blank")]
    team_id: Option<TeamId>,
}

// In the browser.

#[derive(Template)]
#[template(path = "team_board.html")]
struct BoardPage {
    shell: Shell,
    w: Words,
    lead: String,
    team: Option<TeamId>,
    teams: Vec<team::Model>,
    fragment: String,
    cards: Cards,
}

/// The part of the page that is asked for again when something happened.
#[derive(Template)]
#[template(path = "board_cards.html")]
struct Cards {
    shell: Shell,
    w: Words,
    day: String,
    counts: Vec<(&'static str, usize)>,
    may_review: bool,
    groups: Vec<Group>,
}

struct Group {
    word: &'static str,
    state: &'static str,
    cards: Vec<Card>,
}

struct Card {
    it: Standing,
    initials: String,
    badge: &'static str,
    state: &'static str,
    is_silent: bool,
    /// `18 menit lalu`, and what it was.
    last: Option<Last>,
    late: String,
    flagged: String,
    said: String,
    /// Of a hundred, how far the plan has come.
    done_of_100: usize,
    version: String,
}

struct Last {
    iso: String,
    at: String,
    ago: String,
    what: String,
    place: &'static str,
    distance: String,
    time: &'static str,
}

async fn show(ctx: Ctx, Query(looked): Query<Looked>) -> Result<Response> {
    let (teams, silent_minutes, cards) = gather(&ctx, looked).await?;
    let w = Words::of(ctx.lang());
    let fragment = match looked.team_id {
        Some(team) => format!("/team/board/cards?team_id={team}"),
        None => "/team/board/cards".to_owned(),
    };
    page::render(&BoardPage {
        shell: ctx.shell(place(&ctx)),
        lead: w.board_lead(evidence::say::length(silent_minutes * 60, ctx.lang())),
        w,
        team: looked.team_id,
        teams,
        fragment,
        cards,
    })
}

async fn cards(ctx: Ctx, Query(looked): Query<Looked>) -> Result<Response> {
    page::render(&gather(&ctx, looked).await?.2)
}

/// Wakes the board; what it then shows it asks for with the reader's rights of that moment.
async fn watch(ctx: Ctx, presented: Presented) -> Result<Response> {
    allowed(&ctx)?;
    Ok(live::watch(ctx, presented, Area::Visits))
}

/// Where the board stands in the left column: whoever reviews has a place for their team, everybody
/// else comes by the reports.
fn place(ctx: &Ctx) -> &'static str {
    if ctx.may(Act::Review, Area::Visits) { "team" } else { "reports" }
}

fn allowed(ctx: &Ctx) -> Result<()> {
    if ctx.may(Act::View, Area::Visits) { Ok(()) } else { Err(Error::Denied) }
}

async fn gather(ctx: &Ctx, looked: Looked) -> Result<(Vec<team::Model>, i64, Cards)> {
    allowed(ctx)?;
    let found = heard(ctx, looked.team_id).await?;
    let lang = ctx.lang();
    let today = ctx.now.day(&ctx.actor.zone);
    let mut groups: Vec<Group> = BoardState::ALL
        .iter()
        .map(|it| Group { word: word(*it, lang), state: it.word(), cards: Vec::new() })
        .collect();
    for it in found.people {
        let group = groups.iter_mut().find(|group| group.state == it.state.word());
        if let Some(group) = group {
            group.cards.push(card(ctx, it));
        }
    }
    let counts = groups.iter().map(|it| (it.word, it.cards.len())).collect();
    groups.retain(|it| !it.cards.is_empty());
    let cards = Cards {
        shell: ctx.shell(place(ctx)),
        w: Words::of(lang),
        day: today.to_string(),
        counts,
        may_review: ctx.may(Act::Review, Area::Attendance),
        groups,
    };
    Ok((found.teams, found.silent_minutes, cards))
}

fn card(ctx: &Ctx, it: Standing) -> Card {
    let lang = ctx.lang();
    let w = Words::of(lang);
    let count = |it: usize| i64::try_from(it).unwrap_or(i64::MAX);
    let said = match (it.planned, it.unplanned) {
        (0, 0) => w.no_plan().to_owned(),
        (0, unplanned) => w.only_unplanned(count(unplanned)),
        (planned, 0) => w.done_of(count(it.done), count(planned)),
        (planned, more) => w.done_of_and(count(it.done), count(planned), count(more)),
    };
    let late = match (it.late_minutes, it.state) {
        (0, _) => String::new(),
        (minutes, BoardState::Late) => w.late_so_far(evidence::say::length(minutes * 60, lang)),
        (minutes, _) => w.began_late(evidence::say::length(minutes * 60, lang)),
    };
    let heard_at = it.last.as_ref().map_or(0, |it| it.at.0);
    Card {
        initials: frame::web::shell::initials(&it.name),
        badge: look(it.state),
        state: word(it.state, lang),
        is_silent: it.state == BoardState::Silent,
        last: it.last.as_ref().map(|it| last(ctx, it)),
        late,
        flagged: w.flagged(count(it.flagged)),
        said,
        done_of_100: (100 * it.done.min(it.planned)).checked_div(it.planned).unwrap_or(0),
        version: format!("{} {heard_at} {} {}", it.state.word(), it.done, it.flagged),
        it,
    }
}

fn last(ctx: &Ctx, fact: &LastFact) -> Last {
    let lang = ctx.lang();
    let w = Words::of(lang);
    let distance = fact.distance_m.filter(|_| fact.place != Some(PlaceWord::Inside));
    Last {
        iso: fact.at.to_string(),
        at: lang.moment(fact.at, &ctx.actor.zone),
        ago: w.ago(evidence::say::length(ctx.now.seconds_since(fact.at).max(0), lang)),
        what: source(fact, lang),
        place: fact.place.map_or("", PlaceWord::word),
        distance: distance.map(|it| w.away(evidence::say::distance(it, lang))).unwrap_or_default(),
        time: if fact.time == TimeGrade::Exact { "" } else { fact.time.word() },
    }
}

/// `check-in di Toko Maju`.
fn source(fact: &LastFact, lang: Lang) -> String {
    let w = Words::of(lang);
    let client = fact.client.as_deref().unwrap_or_else(|| w.some_client());
    match fact.kind {
        FactKind::ClockIn => w.source_clock_in().to_owned(),
        FactKind::ClockOut => w.source_clock_out().to_owned(),
        FactKind::VisitCheckIn => w.source_check_in(client),
        FactKind::VisitCheckOut => w.source_check_out(client),
        FactKind::VisitSkip => w.source_skip(client),
        FactKind::VisitPlan => w.source_plan(client),
        FactKind::AccountCreate => w.source_new_client(client),
        FactKind::Note => w.source_note(client),
        FactKind::ContactLog => w.source_contact(client),
        FactKind::TaskDone => w.source_task().to_owned(),
        FactKind::Answer => w.source_answer().to_owned(),
    }
}

fn word(state: BoardState, lang: Lang) -> &'static str {
    let w = Words::of(lang);
    match state {
        BoardState::OnVisit => w.on_visit(),
        BoardState::AtWork => w.at_work(),
        BoardState::Late => w.late(),
        BoardState::Silent => w.silent(),
        BoardState::Finished => w.finished(),
        BoardState::NotBegun => w.not_begun(),
        BoardState::DayOff => w.day_off(),
    }
}

const fn look(state: BoardState) -> &'static str {
    match state {
        BoardState::OnVisit | BoardState::AtWork => "busy",
        BoardState::Late => "bad",
        BoardState::Silent => "warn",
        BoardState::Finished => "good",
        BoardState::NotBegun => "open",
        BoardState::DayOff => "off",
    }
}

// In the API.

/// Somebody on the board.
#[derive(Debug, Serialize, utoipa::ToSchema)]
struct StandingOut {
    person_id: PersonId,
    name: String,
    team_id: Option<TeamId>,
    state: BoardState,
    last: Option<LastOut>,
    late_minutes: i64,
    planned: usize,
    done: usize,
    unplanned: usize,
    flagged: usize,
}

/// The last thing that somebody's phone said today.
#[derive(Debug, Serialize, utoipa::ToSchema)]
struct LastOut {
    kind: FactKind,
    at: Instant,
    age_seconds: i64,
    client: Option<String>,
    /// In the language of the request.
    sentence: String,
}

/// The team of this moment.
#[derive(Debug, Serialize, utoipa::ToSchema)]
struct BoardOut {
    as_of: Instant,
    people: Vec<StandingOut>,
}

/// The team now, as its phones told it last
#[utoipa::path(
    get,
    path = "/api/v1/team/board",
    tag = "reports",
    params(Looked),
    responses((status = 200, body = BoardOut)),
)]
async fn read(ctx: Ctx, Query(looked): Query<Looked>) -> Result<Json<BoardOut>> {
    allowed(&ctx)?;
    let (now, lang) = (ctx.now, ctx.lang());
    let out = |it: Standing| StandingOut {
        person_id: it.person,
        name: it.name,
        team_id: it.team,
        state: it.state,
        last: it.last.map(|it| LastOut {
            kind: it.kind,
            at: it.at,
            age_seconds: now.seconds_since(it.at).max(0),
            sentence: source(&it, lang),
            client: it.client,
        }),
        late_minutes: it.late_minutes,
        planned: it.planned,
        done: it.done,
        unplanned: it.unplanned,
        flagged: it.flagged,
    };
    let people = heard(&ctx, looked.team_id).await?.people;
    Ok(Json(BoardOut { as_of: now, people: people.into_iter().map(out).collect() }))
}

#[cfg(test)]
mod tests;
