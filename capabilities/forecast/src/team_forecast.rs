//! How teams stand in a period: a tree with everybody in reach, rolled up.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use frame::web::page::{self, Faults};
use frame::web::shell::Shell;
use frame::web::take_out::{Files, files};
use frame::web::{Json, Query};
use frame::{App, Ctx, Error, Result};
use kernel::access::{Act, Area, Reach};
use kernel::money::Money;
use kernel::{PersonId, TeamId};
use people::{rules, team};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use crate::forecast::last_said;
use crate::my_forecast::FiguresOut;
use crate::picking::{Periods, Tab, picked, tabs};
use crate::rules::deciding::{ForecastState, Scope};
use crate::rules::figures::{ByCurrency, roll_up};
use crate::rules::{Figures, ForecastRefused, Period};
use crate::say::{Shown, shown};
use crate::standing::{Seller, Standing, sellers, standings, today};
use crate::target::{self, TargetMeasure};
use crate::team_standing::{Word, told};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/forecast/team", get(show)).routes(routes!(read))
}

/// Which team, in which period.
#[derive(Clone, Debug, Default, Deserialize, utoipa::IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct Looked {
    /// `2026-03`, `2026-q1` or `2026`; the present quarter unless told.
    #[param(example = "2026-q1", pattern = "^(20[0-9]{2}(-(0[1-9]|1[0-2]|q[1-4]))?)?$")]
    pub period: String,
    /// This team and those below it; all in reach, unless told.
    #[serde(deserialize_with = "frame::web::extract::blank")]
    pub team_id: Option<TeamId>,
}

/// Somebody in the tree.
pub struct Member {
    pub seller: Seller,
    pub standing: Standing,
    pub word: Option<Word>,
}

/// A team in the tree, with those who work in it.
pub struct Branch {
    pub team: Option<team::Model>,
    pub depth: usize,
    /// Of everybody in it and below it, held against the team's own target where it has one.
    pub by: ByCurrency,
    /// What is asked of its people together.
    pub people_asked: BTreeMap<String, i64>,
    pub members: Vec<Member>,
}

/// The teams in the actor's reach, as one reads them down the page; whoever works in none comes
/// last.
pub async fn branches(ctx: &Ctx, period: Period, only: Option<TeamId>) -> Result<Vec<Branch>> {
    let sellers = sellers(ctx).await?;
    let ids: Vec<PersonId> = sellers.iter().map(|it| it.id).collect();
    let mut standings = standings(ctx, &ids, period).await?;
    let mut told = told(ctx, period).await?;
    let asked = target::asked(ctx, TargetMeasure::WonValue, period).await?;
    let teams = team::all(ctx).await?;
    let visible = visible(ctx, &teams, only);

    let mut in_team: BTreeMap<Option<TeamId>, Vec<Member>> = BTreeMap::new();
    for seller in sellers {
        let managed = teams.iter().find(|it| it.manager_id == Some(seller.id)).map(|it| it.id);
        let team = seller.team.or(managed);
        let team = team.filter(|it| visible.contains(it));
        let mut standing = standings.remove(&seller.id).unwrap_or_default();
        let word = told.remove(&seller.id);
        if let Some(word) = &word {
            standing.hear(&word.by);
        }
        // Whoever left, and has nothing here, is no row.
        let is_gone = seller.left && standing.by.is_empty() && word.is_none();
        if !is_gone {
            in_team.entry(team).or_default().push(Member { seller, standing, word });
        }
    }

    let tree: Vec<_> = teams.iter().map(team::Model::branch).collect();
    let mut branches = Vec::new();
    for (id, depth) in rules::tree(&tree) {
        let Some(team) = teams.iter().find(|it| it.id == id && visible.contains(&id)) else {
            continue;
        };
        let members = in_team.remove(&Some(id)).unwrap_or_default();
        branches.push(branch(Some(team.clone()), depth, members));
    }
    if only.is_none()
        && let Some(members) = in_team.remove(&None)
    {
        branches.push(branch(None, 0, members));
    }
    add_up(&mut branches, &teams, &asked);
    // Where nobody works and nothing is asked there is nothing to read.
    branches.retain(|it| !it.by.is_empty() || !it.members.is_empty());
    let top = branches.iter().map(|it| it.depth).min().unwrap_or(0);
    for it in &mut branches {
        it.depth -= top;
    }
    Ok(branches)
}

fn branch(team: Option<team::Model>, depth: usize, members: Vec<Member>) -> Branch {
    Branch { team, depth, by: ByCurrency::new(), people_asked: BTreeMap::new(), members }
}

/// Gives every team the sum of its people and of all below, and its own target beside it.
fn add_up(branches: &mut [Branch], teams: &[team::Model], asked: &BTreeMap<(Uuid, String), i64>) {
    let own: Vec<(Option<TeamId>, ByCurrency)> = branches
        .iter()
        .map(|it| {
            let id = it.team.as_ref().map(|it| it.id);
            (id, roll_up(it.members.iter().map(|it| &it.standing.by)))
        })
        .collect();
    for branch in branches {
        let id = branch.team.as_ref().map(|it| it.id);
        let below = own.iter().filter(|(other, _)| {
            *other == id
                || other
                    .zip(id)
                    .is_some_and(|(other, id)| target::above(teams, other).contains(&id))
        });
        branch.by = roll_up(below.map(|it| &it.1));
        for (currency, figures) in &branch.by {
            if let Some(target) = figures.target {
                branch.people_asked.insert(currency.clone(), target);
            }
        }
        let Some(id) = id else { continue };
        let its = asked.iter().filter(|((holder, _), _)| *holder == id.0);
        for ((_, currency), amount) in its {
            branch.by.entry(currency.clone()).or_default().target = Some(*amount);
        }
    }
}

/// The teams whose people the actor sees: for whoever answers for some, theirs and those below.
fn visible(ctx: &Ctx, teams: &[team::Model], only: Option<TeamId>) -> BTreeSet<TeamId> {
    let whole = ctx.actor.reach(Act::View, Area::Forecast) == Reach::Company;
    let mine =
        |id: TeamId| teams.iter().any(|it| it.id == id && it.manager_id == Some(ctx.actor.person));
    let is_below = |id: TeamId, top: TeamId| id == top || target::above(teams, id).contains(&top);
    let seen = teams.iter().map(|it| it.id).filter(|&id| {
        (whole || mine(id) || target::above(teams, id).into_iter().any(mine))
            && only.is_none_or(|top| is_below(id, top))
    });
    seen.collect()
}

// In the browser.

#[derive(Template)]
#[template(path = "team_forecast.html")]
struct TeamPage {
    shell: Shell,
    w: Words,
    tabs: Vec<Tab>,
    periods: Periods,
    total: Vec<Shown>,
    branches: Vec<BranchShown>,
    /// How many of how many have said something.
    said: String,
    /// The reader's own word on all of it.
    own: Option<(String, &'static str, &'static str)>,
    waits: bool,
    may_say: bool,
    calls: Vec<(String, String)>,
    comment: String,
    files: Option<Files>,
    faults: Faults,
}

struct BranchShown {
    name: String,
    href: String,
    depth: usize,
    figures: Vec<Shown>,
    /// How the team's target and those of its people differ.
    differs: Vec<String>,
    members: Vec<MemberShown>,
}

struct MemberShown {
    name: String,
    href: String,
    left: bool,
    figures: Vec<Shown>,
    word: Option<(String, &'static str, &'static str)>,
}

async fn show(ctx: Ctx, Query(looked): Query<Looked>) -> Result<Response> {
    let period = picked(&ctx, &looked.period).await?;
    render(&ctx, period, looked.team_id, BTreeMap::new(), Faults::default()).await
}

/// The page again, with what somebody typed and what is wrong with it.
pub async fn team_page(
    ctx: &Ctx,
    period: Period,
    form: BTreeMap<String, String>,
    faults: Faults,
) -> Result<Response> {
    render(ctx, period, None, form, faults).await
}

async fn render(
    ctx: &Ctx,
    period: Period,
    only: Option<TeamId>,
    form: BTreeMap<String, String>,
    faults: Faults,
) -> Result<Response> {
    may_look(ctx)?;
    let (w, elapsed) = (Words::of(ctx.lang()), period.elapsed(today(ctx).await?));
    let branches = branches(ctx, period, only).await?;
    let everybody = branches.iter().flat_map(|it| &it.members);
    let total = roll_up(everybody.clone().map(|it| &it.standing.by));
    let people = everybody.clone().filter(|it| !it.seller.left).count();
    let said = everybody.filter(|it| it.word.is_some()).count();
    let may_say = ctx.may(Act::Create, Area::Forecast)
        && Reach::Team == ctx.actor.reach(Act::Review, Area::Forecast)
        && ctx.actor.somebody().is_some();
    let last =
        if may_say { last_said(ctx, ctx.actor.person, Scope::Team, period).await? } else { None };
    let waits = last.as_ref().is_some_and(|it| it.state == ForecastState::Submitted);
    let own = last.map(|it| (format!("/forecasts/{}", it.id), it.state.look(), w.state(it.state)));
    let calls = total.keys().map(|currency| {
        let said = form.get(&format!("call-{currency}")).cloned();
        (currency.clone(), said.unwrap_or_default())
    });
    let status = if faults.any() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let word = period.to_string();
    let address = page::address("/forecast/team", [("period", word.as_str())]);
    let page = TeamPage {
        shell: ctx.shell("forecast"),
        w,
        tabs: tabs(ctx, "/forecast/team", period),
        periods: Periods::of(ctx, "/forecast/team", period, None).await?,
        calls: calls.collect(),
        total: shown(&total, elapsed, w.0),
        branches: branches.into_iter().map(|it| branch_shown(it, &word, elapsed, w)).collect(),
        said: w.said_of(said.to_string(), people.to_string()),
        own,
        waits,
        may_say,
        comment: form.get("comment").cloned().unwrap_or_default(),
        files: files(ctx, Area::Forecast, &address),
        faults,
    };
    page::render_as(status, &page)
}

/// Who sees nobody but themselves has no team to look at.
pub fn may_look(ctx: &Ctx) -> Result<()> {
    match ctx.actor.reach(Act::View, Area::Forecast) {
        Reach::Company | Reach::Team => Ok(()),
        Reach::Own | Reach::Nobody => Err(Error::Denied),
    }
}

fn branch_shown(it: Branch, period: &str, elapsed: (i64, i64), w: Words) -> BranchShown {
    let differs = it.by.iter().filter_map(|(currency, figures)| {
        let money = |amount: i64| Money::new(amount, currency.as_str()).to_string();
        let (team, people) = (figures.target?, it.people_asked.get(currency).copied().unwrap_or(0));
        match team.cmp(&people) {
            std::cmp::Ordering::Equal => None,
            std::cmp::Ordering::Less => Some(w.people_asked_more(money(people - team))),
            std::cmp::Ordering::Greater => Some(w.team_asked_more(money(team - people))),
        }
    });
    let href = it.team.as_ref().map(|it| {
        let id = it.id.to_string();
        page::address("/forecast/team", [("period", period), ("team_id", id.as_str())])
    });
    BranchShown {
        differs: differs.collect(),
        name: it.team.map_or_else(|| w.no_team().to_owned(), |it| it.name),
        href: href.unwrap_or_default(),
        depth: it.depth,
        figures: shown(&it.by, elapsed, w.0),
        members: it.members.into_iter().map(|it| member_shown(it, period, elapsed, w)).collect(),
    }
}

fn member_shown(it: Member, period: &str, elapsed: (i64, i64), w: Words) -> MemberShown {
    let id = it.seller.id.to_string();
    let figures =
        if it.standing.by.is_empty() { Vec::new() } else { shown(&it.standing.by, elapsed, w.0) };
    MemberShown {
        href: page::address("/forecast", [("period", period), ("person_id", id.as_str())]),
        name: it.seller.name,
        left: it.seller.left,
        figures,
        word: it.word.map(|it| {
            let state = it.forecast.state;
            (format!("/forecasts/{}", it.forecast.id), state.look(), w.state(state))
        }),
    }
}

// In the API.

/// How a team stands in a period now.
#[derive(Debug, serde::Serialize, utoipa::ToSchema)]
struct TeamForecastOut {
    #[schema(example = "2026-q1")]
    period: String,
    /// Everybody in reach together; currencies are never added to each other.
    figures: Vec<FiguresOut>,
    teams: Vec<BranchOut>,
}

/// A team with those who work in it.
#[derive(Debug, serde::Serialize, utoipa::ToSchema)]
struct BranchOut {
    /// None for those who work in no team.
    team_id: Option<TeamId>,
    /// Of the team and of all below it.
    figures: Vec<FiguresOut>,
    people: Vec<ForecastMemberOut>,
}

/// Somebody in a team.
#[derive(Debug, serde::Serialize, utoipa::ToSchema)]
struct ForecastMemberOut {
    person_id: PersonId,
    figures: Vec<FiguresOut>,
    /// How their last word stands, if they said anything.
    state: Option<ForecastState>,
    forecast_id: Option<crate::forecast::ForecastId>,
}

/// How teams stand in a period now
#[utoipa::path(
    get,
    path = "/api/v1/forecast/team",
    tag = "forecast",
    params(Looked),
    responses((status = 200, body = TeamForecastOut)),
)]
async fn read(ctx: Ctx, Query(looked): Query<Looked>) -> Result<Json<TeamForecastOut>> {
    may_look(&ctx)?;
    let period = match looked.period.as_str() {
        "" => picked(&ctx, "").await?,
        word => word.parse().map_err(|_| Error::refused(ForecastRefused::NoPeriod))?,
    };
    let elapsed = period.elapsed(today(&ctx).await?);
    let branches = branches(&ctx, period, looked.team_id).await?;
    let total = roll_up(branches.iter().flat_map(|it| &it.members).map(|it| &it.standing.by));
    let teams = branches.into_iter().map(|it| BranchOut {
        team_id: it.team.map(|it| it.id),
        figures: FiguresOut::all(&it.by, elapsed),
        people: it
            .members
            .into_iter()
            .map(|it| ForecastMemberOut {
                person_id: it.seller.id,
                figures: FiguresOut::all(&it.standing.by, elapsed),
                state: it.word.as_ref().map(|it| it.forecast.state),
                forecast_id: it.word.map(|it| it.forecast.id),
            })
            .collect(),
    });
    Ok(Json(TeamForecastOut {
        period: period.to_string(),
        figures: FiguresOut::all(&total, elapsed),
        teams: teams.collect(),
    }))
}

/// Every person's figures, for files.
pub fn lines(branches: &[Branch]) -> impl Iterator<Item = (&Branch, &Member, &String, &Figures)> {
    branches.iter().flat_map(|branch| {
        branch.members.iter().flat_map(move |member| {
            member.standing.by.iter().map(move |(currency, it)| (branch, member, currency, it))
        })
    })
}
