//! What a period came to, person by person and team by team, and why.

use accounts::{AccountId, Tier};
use askama::Template;
use axum::response::Response;
use axum::routing::get;
use frame::web::shell::Shell;
use frame::web::{Json, Query, list, page};
use frame::{App, Ctx, Result};
use kernel::access::{Act, Area};
use kernel::{Day, Lang, PersonId, TeamId};
use people::{person, team};
use serde::Serialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use visits::outcome;
use visits::rules::{Rate, Tally};

use crate::weigh::{Looked, PersonRow, TeamRow, Weighed, weigh};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/team/productivity", get(show)).routes(routes!(read))
}

/// So many clients that nobody saw are named; the rest stands in the list of clients.
const MOST_UNSEEN: usize = 12;

// In the browser.

#[derive(Template)]
#[template(path = "productivity.html")]
struct ProductivityPage {
    shell: Shell,
    w: Words,
    looked: Looked,
    from: String,
    to: String,
    lead: String,
    lines: Vec<Line>,
    teams: Vec<Line>,
    total: Line,
    bars: Vec<Bar>,
    tiers: Vec<Slice>,
    outcomes: Vec<Slice>,
    unseen: Vec<(AccountId, String, String)>,
    unseen_more: usize,
    unseen_days: i64,
    people: Vec<person::Model>,
    all_teams: Vec<team::Model>,
    csv: String,
    xlsx: String,
    may_export: bool,
    covers: bool,
}

/// A row of the table: a person, a team or all.
struct Line {
    name: String,
    href: String,
    tally: Tally,
    pjp: Fraction,
    call: Fraction,
    route: Fraction,
    covered: String,
}

/// A rate, its parts, and where they are listed.
struct Fraction {
    percent: String,
    parts: String,
    href: String,
}

/// A bar of the chart, of a thousand: what was planned, and what of it was made.
struct Bar {
    name: String,
    planned: usize,
    done: usize,
    unplanned: usize,
    said: String,
}

/// A part of a whole, in words and as a bar of a hundred.
struct Slice {
    name: String,
    said: String,
    of_100: usize,
    href: String,
}

async fn show(ctx: Ctx, Query(looked): Query<Looked>) -> Result<Response> {
    let weighed = weigh(&ctx, &looked).await?;
    let lang = ctx.lang();
    let (from, to) = (weighed.period.from, weighed.period.to);
    // What is shown is what the address then says.
    let looked = Looked { from: Some(from), to: Some(to), ..looked };
    let outcomes = outcomes(&ctx, &weighed, &looked).await?;
    let line = |name: &str, tally: &Tally, of: Looked, covered: String| {
        line(name, tally, &of, covered, lang)
    };
    let person = |it: &PersonRow| {
        let of = Looked { person_id: Some(it.person.id), ..looked.clone() };
        line(&it.person.name, &it.tally, of, format!("{}/{}", it.covered, it.accounts))
    };
    let team = |it: &TeamRow| {
        let of = Looked { team_id: it.team, person_id: None, ..looked.clone() };
        line(&it.name, &it.tally, of, String::new())
    };
    let w = Words::of(lang);
    let bars = bars(&weighed, lang);
    let teams =
        if 1 < weighed.teams.len() { weighed.teams.iter().map(team).collect() } else { Vec::new() };
    page::render(&ProductivityPage {
        shell: ctx.shell("reports"),
        w,
        from: from.to_string(),
        to: to.to_string(),
        lead: format!("{} – {}", lang.day(from), lang.day(to)),
        lines: weighed.rows.iter().map(person).collect(),
        teams,
        total: line(w.everybody(), &weighed.total, looked.clone(), String::new()),
        bars,
        tiers: tiers(&weighed, lang),
        outcomes,
        unseen: unseen(&weighed, lang),
        unseen_more: weighed.unseen.len().saturating_sub(MOST_UNSEEN),
        unseen_days: weighed.unseen_days,
        csv: list::address("/team/productivity.csv", &looked, None)?,
        xlsx: list::address("/team/productivity.xlsx", &looked, None)?,
        may_export: ctx.may(Act::Export, Area::Reports),
        covers: ctx.may(Act::View, Area::Accounts),
        people: weighed.people,
        all_teams: weighed.all_teams,
        looked,
    })
}

fn line(name: &str, tally: &Tally, of: &Looked, covered: String, lang: Lang) -> Line {
    let address = |path: &str| list::address(path, of, None).unwrap_or_default();
    let fraction = |rate: &Rate, word: &str| Fraction {
        percent: percent(rate, lang),
        parts: format!("{}/{}", rate.part(), rate.whole()),
        href: format!("{}&rate={word}", address("/team/productivity/why")),
    };
    Line {
        name: name.to_owned(),
        href: address("/visits"),
        pjp: fraction(&tally.rates.pjp, "pjp"),
        call: fraction(&tally.rates.call_compliance, "call"),
        route: fraction(&tally.rates.route_compliance, "route"),
        tally: tally.clone(),
        covered,
    }
}

/// `83,3%`; a dash where there is nothing to count.
pub fn percent(rate: &Rate, lang: Lang) -> String {
    rate.percent().map_or_else(|| "—".to_owned(), |it| format!("{}%", lang.decimal(it, 1)))
}

fn bars(weighed: &Weighed, lang: Lang) -> Vec<Bar> {
    let w = Words::of(lang);
    let longest = |it: &PersonRow| it.tally.planned + it.tally.unplanned;
    let most = weighed.rows.iter().map(longest).max().unwrap_or(0).max(1);
    let wide = |count: usize| count * 1_000 / most;
    let bar = |it: &PersonRow| Bar {
        name: it.person.name.clone(),
        planned: wide(it.tally.planned),
        done: wide(it.tally.done),
        unplanned: wide(it.tally.unplanned),
        said: w.bar_said(it.tally.done, it.tally.planned, it.tally.unplanned),
    };
    weighed.rows.iter().map(bar).collect()
}

fn tiers(weighed: &Weighed, lang: Lang) -> Vec<Slice> {
    let w = Words::of(lang);
    let slice = |it: &visits::rules::TierCoverage<AccountId, Tier>| {
        let (seen, whole) = (it.seen.len(), it.seen.len() + it.unseen.len());
        let tier = it.tier.map(Tier::word);
        Slice {
            name: tier.map_or_else(|| w.no_tier().to_owned(), |it| w.tier(it)),
            said: format!("{seen}/{whole}"),
            of_100: (100 * seen).checked_div(whole).unwrap_or(0),
            href: format!("/accounts?tier={}", tier.unwrap_or_default()),
        }
    };
    weighed.tiers.iter().map(slice).collect()
}

async fn outcomes(ctx: &Ctx, weighed: &Weighed, looked: &Looked) -> Result<Vec<Slice>> {
    let known = outcome::all(ctx).await?;
    let made = weighed.total.made();
    let slice = |(code, count): (&String, &usize)| {
        let label = known.iter().find(|it| it.code == *code);
        Slice {
            name: label.map_or_else(|| code.clone(), |it| it.label(ctx.lang()).to_owned()),
            said: ctx.lang().number(i64::try_from(*count).unwrap_or(i64::MAX)),
            of_100: (100 * *count).checked_div(made).unwrap_or(0),
            href: list::address("/visits", looked, None).unwrap_or_default(),
        }
    };
    let mut slices: Vec<Slice> = weighed.total.outcomes.iter().map(slice).collect();
    slices.sort_by_key(|it| std::cmp::Reverse(it.of_100));
    Ok(slices)
}

fn unseen(weighed: &Weighed, lang: Lang) -> Vec<(AccountId, String, String)> {
    let w = Words::of(lang);
    let shown = weighed.unseen.iter().take(MOST_UNSEEN);
    let name = |it: AccountId| weighed.clients.get(&it).cloned().unwrap_or_default();
    let age = |days: Option<i64>| days.map_or_else(|| w.never().to_owned(), |it| w.days(it));
    shown.map(|it| (it.account, name(it.account), age(it.days))).collect()
}

// In the API.

/// A fraction and its parts.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct RateOut {
    pub part: usize,
    pub whole: usize,
    /// None of nothing.
    pub percent: Option<f64>,
}

impl From<&Rate> for RateOut {
    fn from(rate: &Rate) -> Self {
        Self { part: rate.part(), whole: rate.whole(), percent: rate.percent() }
    }
}

/// The numbers of a period.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct TallyOut {
    pub days_worked: usize,
    pub planned: usize,
    pub done: usize,
    pub missed: usize,
    pub skipped: usize,
    /// Not counted as made, because their check-in was rejected.
    pub rejected: usize,
    pub waiting: usize,
    pub unplanned: usize,
    pub effective: usize,
    pub pjp_rate: RateOut,
    pub call_compliance: RateOut,
    pub route_compliance: RateOut,
    pub outcomes: std::collections::BTreeMap<String, usize>,
}

impl From<Tally> for TallyOut {
    fn from(tally: Tally) -> Self {
        Self {
            days_worked: tally.days_worked,
            planned: tally.planned,
            done: tally.done,
            missed: tally.missed,
            skipped: tally.skipped,
            rejected: tally.rejected,
            waiting: tally.waiting,
            unplanned: tally.unplanned,
            effective: tally.effective,
            pjp_rate: RateOut::from(&tally.rates.pjp),
            call_compliance: RateOut::from(&tally.rates.call_compliance),
            route_compliance: RateOut::from(&tally.rates.route_compliance),
            outcomes: tally.outcomes,
        }
    }
}

#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = PersonProductivityOut)]
struct PersonOut {
    person_id: PersonId,
    name: String,
    team_id: Option<TeamId>,
    accounts: usize,
    accounts_visited: usize,
    tally: TallyOut,
}

#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = TeamProductivityOut)]
struct TeamOut {
    team_id: Option<TeamId>,
    name: String,
    tally: TallyOut,
}

#[derive(Debug, Serialize, utoipa::ToSchema)]
struct ProductivityOut {
    from: Day,
    to: Day,
    total: TallyOut,
    people: Vec<PersonOut>,
    teams: Vec<TeamOut>,
}

/// What a period came to
#[utoipa::path(
    get,
    path = "/api/v1/reports/productivity",
    tag = "reports",
    params(Looked),
    responses((status = 200, body = ProductivityOut)),
)]
async fn read(ctx: Ctx, Query(looked): Query<Looked>) -> Result<Json<ProductivityOut>> {
    let weighed = weigh(&ctx, &looked).await?;
    let people = weighed.rows.into_iter().map(|it| PersonOut {
        person_id: it.person.id,
        name: it.person.name,
        team_id: it.person.team_id,
        accounts: it.accounts,
        accounts_visited: it.covered,
        tally: it.tally.into(),
    });
    let teams = weighed.teams.into_iter();
    let teams = teams.map(|it| TeamOut { team_id: it.team, name: it.name, tally: it.tally.into() });
    Ok(Json(ProductivityOut {
        from: weighed.period.from,
        to: weighed.period.to,
        total: weighed.total.into(),
        people: people.collect(),
        teams: teams.collect(),
    }))
}

#[cfg(test)]
mod tests;
