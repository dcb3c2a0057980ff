//! An account's page shows who was there, when, and who comes next.

use accounts::AccountId;
use askama::Template;
use frame::app::Asking;
use frame::web::panel::Panel;
use frame::{Ctx, Result};
use kernel::access::{Act, Area};
use kernel::{Day, Lang, PersonId};
use people::person;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::rules::VisitState;
use crate::shown::{Shown, shown};
use crate::visit;
use crate::words::Words;

pub const PANEL: Panel = Panel { on: "account", title, render };

/// Enough to see the rhythm; the rest is one click away.
const LAST: u64 = 5;

#[derive(Template)]
#[template(path = "history.html")]
struct History {
    w: Words,
    account: AccountId,
    /// `18 hari sejak kunjungan terakhir`.
    since: String,
    next: Vec<Line>,
    last: Vec<Line>,
    may_plan: bool,
}

/// One visit, in a line.
struct Line {
    it: Shown,
    day: String,
    person: String,
}

fn title(lang: Lang) -> &'static str {
    Words::of(lang).visits_title()
}

fn render(ctx: &Ctx, account: Uuid) -> Asking<'_, Option<String>> {
    Box::pin(history(ctx, AccountId(account)))
}

async fn history(ctx: &Ctx, account: AccountId) -> Result<Option<String>> {
    if !ctx.may(Act::View, Area::Visits) {
        return Ok(None);
    }
    let today = ctx.now.day(&ctx.actor.zone);
    let of_it = || ctx.find::<visit::Entity>().filter(visit::Column::AccountId.eq(account));
    let next = of_it()
        .filter(visit::Column::State.eq(VisitState::Planned))
        .filter(visit::Column::Day.gte(today))
        .order_by_asc(visit::Column::Day)
        .limit(2)
        .all(ctx)
        .await?;
    let last = of_it()
        .filter(visit::Column::State.ne(VisitState::Planned))
        .order_by_desc(visit::Column::Day)
        .order_by_desc(visit::Column::ArrivedAt)
        .limit(LAST)
        .all(ctx)
        .await?;
    let w = Words::of(ctx.lang());
    let met = last.iter().filter(|it| it.made_at().is_some()).map(|it| it.day).max();
    let panel = History {
        w,
        account,
        since: met.map_or_else(|| w.never().to_owned(), |it| w.since(today.days_since(it))),
        next: lines(ctx, next).await?,
        last: lines(ctx, last).await?,
        may_plan: ctx.may(Act::Create, Area::Visits),
    };
    Ok(Some(panel.render()?))
}

async fn lines(ctx: &Ctx, visits: Vec<visit::Model>) -> Result<Vec<Line>> {
    let ids: Vec<PersonId> = visits.iter().map(|it| it.owner_id).collect();
    let people = ctx.whole_company::<person::Entity>().filter(person::Column::Id.is_in(ids));
    let people = people.all(ctx).await?;
    let name = |id: PersonId| people.iter().find(|it| it.id == id).map(|it| it.name.clone());
    let line = |it: Shown| {
        let day: Day = it.visit.day;
        let person = name(it.visit.owner_id).unwrap_or_default();
        Line { day: ctx.lang().day(day), person, it }
    };
    Ok(shown(ctx, visits).await?.into_iter().map(line).collect())
}
