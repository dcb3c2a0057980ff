//! The year's targets as a grid: the company, teams and people by month.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use frame::web::Query;
use frame::web::page::{self, Faults};
use frame::web::shell::Shell;
use frame::web::take_out::{Files, files};
use frame::{App, Ctx, Error, Result};
use kernel::access::{Act, Area, Reach};
use kernel::money::Money;
use people::{company, team};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use uuid::Uuid;

use crate::picking::{Tab, tabs};
use crate::rules::Period;
use crate::say::typed;
use crate::set_target::holder_word;
use crate::standing::{sellers, today};
use crate::target::{self, Holder, TargetMeasure, above};
use crate::target_lock;
use crate::team_forecast::may_look;
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/forecast/targets", get(show))
}

/// Which year, and of what.
#[derive(Clone, Debug, Default, serde::Serialize, Deserialize)]
#[serde(default)]
pub struct Looked {
    pub year: String,
    pub measure: String,
    pub currency: String,
}

impl Looked {
    pub fn measure(&self) -> TargetMeasure {
        TargetMeasure::from_word(&self.measure).unwrap_or_default()
    }

    pub async fn year(&self, ctx: &Ctx) -> Result<Period> {
        let this = Period::year_of(today(ctx).await?);
        let said = self.year.parse::<Period>().ok();
        Ok(said.filter(|it| matches!(it, Period::Year { .. })).unwrap_or(this))
    }

    pub fn address(&self) -> String {
        let pairs = [
            ("year", self.year.as_str()),
            ("measure", self.measure.as_str()),
            ("currency", self.currency.as_str()),
        ];
        page::address("/forecast/targets", pairs)
    }
}

/// One of whom something is asked.
pub struct Line {
    pub holder: Holder,
    pub name: String,
    pub depth: usize,
    pub may_set: bool,
}

/// Those of whom something may be asked, in the actor's reach: the company, then each team with its
/// people.
pub async fn lines(ctx: &Ctx) -> Result<Vec<Line>> {
    let whole = ctx.actor.reach(Act::View, Area::Forecast) == Reach::Company;
    let mut lines = Vec::new();
    let company = company::mine(ctx).await?;
    if whole {
        let holder = Holder::Company(company.id);
        lines.push(line(ctx, holder, company.name, 0).await?);
    }
    let teams = team::all(ctx).await?;
    let mut waiting = sellers(ctx).await?;
    waiting.retain(|it| !it.left);
    let mine = |id| teams.iter().any(|it| it.id == id && it.manager_id == Some(ctx.actor.person));
    let tree: Vec<_> = teams.iter().map(team::Model::branch).collect();
    for (id, depth) in people::rules::tree(&tree) {
        let Some(team) = teams.iter().find(|it| it.id == id) else { continue };
        if !(whole || mine(id) || above(&teams, id).into_iter().any(mine)) {
            continue;
        }
        lines.push(line(ctx, Holder::Team(id), team.name.clone(), depth).await?);
        let (here, others): (Vec<_>, Vec<_>) = waiting
            .into_iter()
            .partition(|it| it.team.map_or(team.manager_id == Some(it.id), |team| team == id));
        waiting = others;
        for it in here {
            lines.push(line(ctx, Holder::Person(it.id), it.name, depth + 1).await?);
        }
    }
    for it in waiting {
        lines.push(line(ctx, Holder::Person(it.id), it.name, 0).await?);
    }
    let top = lines.iter().map(|it| it.depth).min().unwrap_or(0);
    for it in &mut lines {
        it.depth -= top;
    }
    Ok(lines)
}

async fn line(ctx: &Ctx, holder: Holder, name: String, depth: usize) -> Result<Line> {
    let may_set = match target::permit(ctx, holder).await {
        Ok(()) => true,
        Err(Error::Denied | Error::Refused(_)) => false,
        Err(error) => return Err(error),
    };
    Ok(Line { holder, name, depth, may_set })
}

#[derive(Template)]
#[template(path = "targets.html")]
struct TargetsPage {
    shell: Shell,
    w: Words,
    tabs: Vec<Tab>,
    looked: Looked,
    year: i16,
    measures: Vec<(&'static str, &'static str)>,
    currencies: Vec<String>,
    months: Vec<String>,
    rows: Vec<RowShown>,
    may_set: bool,
    periods: Vec<(String, String)>,
    holders: Vec<(String, String)>,
    pasted: String,
    why: String,
    history: String,
    files: Option<Files>,
    faults: Faults,
}

struct RowShown {
    word: String,
    name: String,
    depth: usize,
    may_set: bool,
    cells: Vec<CellShown>,
    total: String,
    /// How a team's target and those of its people differ.
    differs: String,
}

struct CellShown {
    month: String,
    label: String,
    typed: String,
    seen: String,
    locked: bool,
}

async fn show(ctx: Ctx, Query(looked): Query<Looked>) -> Result<Response> {
    targets_page(&ctx, looked, BTreeMap::new(), Faults::default()).await
}

/// The grid, with what somebody typed and what is wrong with it.
pub async fn targets_page(
    ctx: &Ctx,
    mut looked: Looked,
    form: BTreeMap<String, String>,
    faults: Faults,
) -> Result<Response> {
    may_look(ctx)?;
    let w = Words::of(ctx.lang());
    let (measure, year) = (looked.measure(), looked.year(ctx).await?);
    let own = company::mine(ctx).await?.currency;
    let rows = target::of(ctx, measure, year).await?;
    let mut currencies: BTreeSet<String> = rows.iter().map(|it| it.currency.clone()).collect();
    currencies.insert(own.clone());
    currencies.remove("");
    if measure == TargetMeasure::WonDeals {
        looked.currency = String::new();
    } else if looked.currency.len() != 3 {
        looked.currency = own;
    } else {
        currencies.insert(looked.currency.clone());
    }
    looked.year = year.to_string();
    measure.word().clone_into(&mut looked.measure);
    let amounts: BTreeMap<(Uuid, &str), i64> = rows
        .iter()
        .filter(|it| it.currency == looked.currency)
        .map(|it| ((it.holder_id, it.month.as_str()), it.amount))
        .collect();
    let locks = target_lock::of(ctx, year).await?;
    let lines = lines(ctx).await?;
    let sum = |holder: Holder| -> Option<i64> {
        let its: Vec<i64> =
            amounts.iter().filter(|it| it.0.0 == holder.id()).map(|it| *it.1).collect();
        (!its.is_empty()).then(|| its.iter().fold(0_i64, |a, b| a.saturating_add(*b)))
    };
    let said = |amount: i64| match looked.currency.as_str() {
        "" => w.0.number(amount),
        currency => Money::new(amount, currency).to_string(),
    };
    let shown = lines.iter().enumerate().map(|(at, line)| {
        let word = holder_word(line.holder);
        let cells = year.months().into_iter().map(|month| {
            let month = month.to_string();
            let amount = amounts.get(&(line.holder.id(), month.as_str()));
            let seen = amount.map(|it| typed(*it, &looked.currency)).unwrap_or_default();
            let name = format!("a-{word}-{month}");
            CellShown {
                label: w.target_of_in(&line.name, w.0.month(&month)),
                typed: form.get(&name).cloned().unwrap_or_else(|| seen.clone()),
                locked: locks.contains(&(line.holder.id(), month.clone())),
                seen,
                month,
            }
        });
        RowShown {
            cells: cells.collect(),
            total: sum(line.holder).map(said).unwrap_or_default(),
            differs: differs(&lines, at, &sum, &said, w),
            name: line.name.clone(),
            depth: line.depth,
            may_set: line.may_set,
            word,
        }
    });
    let status = if faults.any() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let settable: Vec<&Line> = lines.iter().filter(|it| it.may_set).collect();
    let mut periods = vec![(year.to_string(), w.period(year))];
    periods.extend((1..=4).map(|quarter| {
        let it = Period::Quarter { year: year.year(), quarter };
        (it.to_string(), w.period(it))
    }));
    periods.extend(year.months().into_iter().map(|it| (it.to_string(), w.period(it))));
    let page = TargetsPage {
        shell: ctx.shell("forecast"),
        w,
        tabs: tabs(ctx, "/forecast/targets", Period::quarter_of(today(ctx).await?)),
        year: year.year(),
        measures: TargetMeasure::ALL.iter().map(|it| (it.word(), w.measure(*it))).collect(),
        currencies: currencies.into_iter().collect(),
        months: year.months().iter().map(|it| w.0.month(&it.to_string())).collect(),
        rows: shown.collect(),
        may_set: !settable.is_empty(),
        periods,
        holders: settable.iter().map(|it| (holder_word(it.holder), it.name.clone())).collect(),
        pasted: form.get("pasted").cloned().unwrap_or_default(),
        why: form.get("why").cloned().unwrap_or_default(),
        history: page::address("/forecast/targets/history", [("year", looked.year.as_str())]),
        files: files(ctx, Area::Forecast, &looked.address()),
        looked,
        faults,
    };
    page::render_as(status, &page)
}

/// Of a team, or of the company: how far what is asked of it lies from what is asked of those in it.
fn differs(
    lines: &[Line],
    at: usize,
    sum: &impl Fn(Holder) -> Option<i64>,
    said: &impl Fn(i64) -> String,
    w: Words,
) -> String {
    let line = &lines[at];
    let whole = matches!(line.holder, Holder::Company(_));
    if matches!(line.holder, Holder::Person(_)) {
        return String::new();
    }
    let below = lines[at + 1..].iter().take_while(|it| whole || line.depth < it.depth);
    let people = below.filter(|it| matches!(it.holder, Holder::Person(_)));
    let parts: Vec<i64> = people.filter_map(|it| sum(it.holder)).collect();
    let together = parts.iter().fold(0_i64, |a, b| a.saturating_add(*b));
    match sum(line.holder) {
        None if parts.is_empty() => String::new(),
        None => w.people_asked_together(said(together)),
        Some(own) if own == together => w.people_asked_the_same().to_owned(),
        Some(own) if own < together => w.people_asked_more(said(together - own)),
        Some(own) => w.team_asked_more(said(own - together)),
    }
}
