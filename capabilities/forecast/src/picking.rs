//! Which period is looked at, and the pages of the forecast.

use frame::web::page;
use frame::{Ctx, Result};
use kernel::PersonId;
use kernel::access::{Act, Area, Reach};

use crate::rules::Period;
use crate::standing::today;
use crate::words::Words;

/// A page of the forecast.
pub struct Tab {
    pub href: String,
    pub label: &'static str,
    pub current: bool,
}

/// The pages that the actor has, with the period that is looked at.
pub fn tabs(ctx: &Ctx, here: &str, period: Period) -> Vec<Tab> {
    let w = Words::of(ctx.lang());
    let sees = ctx.actor.reach(Act::View, Area::Forecast);
    let own = (ctx.may(Act::Create, Area::Forecast) && ctx.actor.somebody().is_some())
        || sees == Reach::Own;
    let wide = Reach::Own < sees;
    let word = period.to_string();
    let with = |path: &str| page::address(path, [("period", word.as_str())]);
    let year = period.year().to_string();
    let all = [
        (own, "/forecast", with("/forecast"), w.tab_mine()),
        (wide, "/forecast/team", with("/forecast/team"), w.tab_team()),
        (
            wide,
            "/forecast/targets",
            page::address("/forecast/targets", [("year", year.as_str())]),
            w.tab_targets(),
        ),
        (true, "/forecast/accuracy", with("/forecast/accuracy"), w.tab_accuracy()),
    ];
    let tabs = all.into_iter().filter(|it| it.0);
    tabs.map(|(_, path, href, label)| Tab { href, label, current: path == here }).collect()
}

/// The period of an address; the present quarter when it says none.
pub async fn picked(ctx: &Ctx, word: &str) -> Result<Period> {
    match word.parse() {
        Ok(period) => Ok(period),
        Err(_) => Ok(Period::quarter_of(today(ctx).await?)),
    }
}

/// The way from period to period.
pub struct Periods {
    pub name: String,
    /// As it stands in addresses.
    pub word: String,
    pub earlier: (String, String),
    pub later: (String, String),
    /// The same time as month, quarter and year.
    pub kinds: Vec<(String, &'static str, bool)>,
}

impl Periods {
    pub async fn of(
        ctx: &Ctx,
        path: &str,
        period: Period,
        person: Option<PersonId>,
    ) -> Result<Self> {
        let w = Words::of(ctx.lang());
        let person = person.map(|it| it.to_string()).unwrap_or_default();
        let to = |it: Period| {
            let word = it.to_string();
            let pairs = [("period", word.as_str()), ("person_id", person.as_str())];
            page::address(path, pairs)
        };
        // Today, when it lies in the period that is looked at; otherwise its first day.
        let today = today(ctx).await?;
        let day = if period.holds(today) { today } else { period.first_day() };
        let kinds = [
            (Period::month_of(day), w.kind_month()),
            (Period::quarter_of(day), w.kind_quarter()),
            (Period::year_of(day), w.kind_year()),
        ];
        Ok(Self {
            name: w.period(period),
            word: period.to_string(),
            earlier: (to(period.before()), w.period(period.before())),
            later: (to(period.after()), w.period(period.after())),
            kinds: kinds.into_iter().map(|(it, label)| (to(it), label, it == period)).collect(),
        })
    }
}
