//! Clients that came and clients that were lost, by what they bought.

use accounts::AccountId;
use frame::app::Asking;
use frame::web::list::{Cut, Page};
use frame::{Ctx, Result};
use kernel::access::Area;
use kernel::{Day, KeptDay};

use crate::purchases::{AXES, Buyer, buyers, is_asked, named, owned};
use crate::report::{Counting, Listed, Report, Source};
use crate::rules::{Axis, Formula, Measure, Order, Row, Unit, Within};
use crate::words::Words;

/// The parts of a row, by their places.
const NEW: usize = 0;
const LOST: usize = 1;
/// Those who came less those who were lost.
const BALANCE: usize = 2;

const MEASURES: &[Measure] = &[
    Measure { word: "new_clients", unit: Unit::Count, formula: Formula::Sum(NEW) },
    Measure { word: "lost_clients", unit: Unit::Count, formula: Formula::Sum(LOST) },
    Measure { word: "balance", unit: Unit::Count, formula: Formula::Sum(BALANCE) },
];

const CAME_AND_WENT: Source = Source {
    area: Area::Transactions,
    also: &[],
    what: "client",
    is_ahead: false,
    has_houses: false,
    silent_days: Some(180),
    behind: &[],
    parts: 3,
    measures: MEASURES,
    axes: AXES,
    count: |ctx, counting| Box::pin(count(ctx, counting)) as Asking<'_, Vec<Row>>,
    list: |ctx, counting, cut| Box::pin(list(ctx, counting, cut)) as Asking<'_, Page<Listed>>,
};

pub const CLIENTS: Report = Report {
    word: "new-and-lost-clients",
    source: &CAME_AND_WENT,
    title: |lang| Words::of(lang).clients_title(),
    lead: |lang| Words::of(lang).clients_lead().to_owned(),
    icon: "user-plus",
    by: Axis::Month,
    within: Within::TwelveMonths,
    compare: None,
    order: Order::Most,
    show: NEW,
};

/// A client came on this day, or was lost on it.
struct Event {
    buyer: Buyer,
    day: Day,
    came: bool,
}

/// A client comes with its first invoice, and is lost once so many days have gone by without
/// another.
async fn events(ctx: &Ctx, counting: Counting<'_>) -> Result<Vec<Event>> {
    let today = ctx.now.day(&ctx.actor.zone);
    let mut events = Vec::new();
    for buyer in buyers(ctx, counting).await? {
        let lost_on = buyer.last.plus(counting.question.days);
        if lost_on <= today && is_asked(counting, lost_on)? {
            events.push(Event { buyer: buyer.clone(), day: lost_on, came: false });
        }
        if is_asked(counting, buyer.first)? {
            events.push(Event { day: buyer.first, buyer, came: true });
        }
    }
    Ok(events)
}

async fn count(ctx: &Ctx, counting: Counting<'_>) -> Result<Vec<Row>> {
    let row = |it: Event| Row {
        keys: it.buyer.keys(counting.bases, it.day),
        currency: String::new(),
        parts: if it.came { vec![1, 0, 1] } else { vec![0, 1, -1] },
    };
    Ok(events(ctx, counting).await?.into_iter().map(row).collect())
}

async fn list(ctx: &Ctx, counting: Counting<'_>, cut: &Cut) -> Result<Page<Listed>> {
    let limit = cut.limit()?;
    let mut events = events(ctx, counting).await?;
    let place = |it: &Event| (it.day, it.buyer.account, it.came);
    events.sort_by_key(|it| std::cmp::Reverse(place(it)));
    if let Some((KeptDay(day), account, came)) = cut.after::<(KeptDay, AccountId, bool)>()? {
        events.retain(|it| place(it) < (day, account, came));
    }
    events.truncate(usize::try_from(limit + 1).unwrap_or(usize::MAX));
    let mut page = Page::cut(events, limit, place)?;
    owned(ctx, page.items.iter_mut().map(|it| &mut it.buyer)).await?;
    let buyers: Vec<Buyer> = page.items.iter().map(|it| it.buyer.clone()).collect();
    let names = named(ctx, &buyers).await?;
    let w = Words::of(ctx.lang());
    Ok(page.map(|it| {
        let account = it.buyer.account;
        Listed {
            name: names.get(&account).cloned().unwrap_or_else(|| w.unnamed().to_owned()),
            href: Some(format!("/accounts/{account}")),
            account: String::new(),
            person: it.buyer.owner.map(|it| counting.known.person(it)).unwrap_or_default(),
            product: String::new(),
            state: if it.came { w.client_came() } else { w.client_lost() }.to_owned(),
            day: Some(it.day),
            amount: String::new(),
        }
    }))
}
