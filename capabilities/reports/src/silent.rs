//! Clients that bought once, and for long not any more.

use std::collections::BTreeMap;

use accounts::AccountId;
use frame::app::Asking;
use frame::web::list::{Cut, Page};
use frame::{Ctx, Result, sums};
use kernel::access::Area;
use kernel::{Day, Exact, KeptDay};
use sea_orm::ColumnTrait;

use crate::ledger::{months, of_months};
use crate::narrowing::read_halves;
use crate::purchases::{AXES, Buyer, buyers, is_asked, named, owned};
use crate::report::{Counting, Listed, Report, Source};
use crate::rules::{Axis, Base, Formula, Measure, Order, Row, Unit, Within};
use crate::words::Words;

/// The parts of a row, by their places.
const CLIENTS: usize = 0;
const BOUGHT: usize = 1;
/// Since the last purchase, added up.
const DAYS: usize = 2;

const MEASURES: &[Measure] = &[
    Measure { word: "clients", unit: Unit::Count, formula: Formula::Sum(CLIENTS) },
    Measure { word: "bought", unit: Unit::Exact, formula: Formula::Sum(BOUGHT) },
    Measure {
        word: "days_silent",
        unit: Unit::Days,
        formula: Formula::Ratio { part: DAYS, whole: &[CLIENTS] },
    },
];

const QUIET: Source = Source {
    area: Area::Transactions,
    also: &[],
    what: "silent",
    is_ahead: false,
    has_houses: false,
    silent_days: Some(90),
    behind: &[],
    parts: 3,
    measures: MEASURES,
    axes: AXES,
    count: |ctx, counting| Box::pin(count(ctx, counting)) as Asking<'_, Vec<Row>>,
    list: |ctx, counting, cut| Box::pin(list(ctx, counting, cut)) as Asking<'_, Page<Listed>>,
};

pub const SILENT: Report = Report {
    word: "silent-clients",
    source: &QUIET,
    title: |lang| Words::of(lang).silent_title(),
    lead: |lang| Words::of(lang).silent_lead().to_owned(),
    icon: "hourglass",
    by: Axis::Account,
    within: Within::All,
    compare: None,
    order: Order::Most,
    show: BOUGHT,
};

/// Whoever bought last before the days of silence that were asked for.
async fn silent(ctx: &Ctx, counting: Counting<'_>) -> Result<Vec<Buyer>> {
    let until = today(ctx).plus(-counting.question.days);
    let mut silent = Vec::new();
    for buyer in buyers(ctx, counting).await? {
        if buyer.last <= until && is_asked(counting, buyer.last)? {
            silent.push(buyer);
        }
    }
    Ok(silent)
}

fn today(ctx: &Ctx) -> Day {
    ctx.now.day(&ctx.actor.zone)
}

/// What each client bought, in each currency.
async fn bought(
    ctx: &Ctx,
    counting: Counting<'_>,
) -> Result<BTreeMap<AccountId, Vec<(String, Exact)>>> {
    let mut question = counting.question.clone();
    question.narrow.retain(|it| !it.0.is_time());
    let counting = Counting { question: &question, ..counting };
    let months = months(ctx, counting, None)?;
    let net = sums::halves(transactions::sales_month::Column::Net.into_expr());
    let select = of_months(months, &[Base::Account], &net);
    let mut bought: BTreeMap<AccountId, Vec<(String, Exact)>> = BTreeMap::new();
    for row in ctx.rows(&select).await? {
        let Row { keys, currency, parts } = read_halves(&row, &[Base::Account], 1, &[0])?;
        let Some(Ok(account)) = keys.first().and_then(|it| it.as_deref()).map(str::parse) else {
            continue;
        };
        let net = Exact(sums::nearest(parts[0]));
        bought.entry(account).or_default().push((currency, net));
    }
    Ok(bought)
}

async fn count(ctx: &Ctx, counting: Counting<'_>) -> Result<Vec<Row>> {
    let silent = silent(ctx, counting).await?;
    let bought = bought(ctx, counting).await?;
    let today = today(ctx);
    let mut rows = Vec::new();
    for buyer in &silent {
        let keys = buyer.keys(counting.bases, buyer.last);
        let days = i128::from(today.days_since(buyer.last));
        for (currency, net) in bought.get(&buyer.account).into_iter().flatten() {
            rows.push(Row {
                keys: keys.clone(),
                currency: currency.clone(),
                parts: vec![1, i128::from(net.0), days],
            });
        }
    }
    Ok(rows)
}

/// The longest silent last: who bought the other day may still be won back.
async fn list(ctx: &Ctx, counting: Counting<'_>, cut: &Cut) -> Result<Page<Listed>> {
    let limit = cut.limit()?;
    let mut silent = silent(ctx, counting).await?;
    let bought = bought(ctx, counting).await?;
    silent.retain(|it| bought.contains_key(&it.account));
    silent.sort_by_key(|it| std::cmp::Reverse((it.last, it.account)));
    if let Some(last) = cut.after::<(KeptDay, AccountId)>()? {
        silent.retain(|it| (KeptDay(it.last), it.account) < last);
    }
    silent.truncate(usize::try_from(limit + 1).unwrap_or(usize::MAX));
    let mut page = Page::cut(silent, limit, |it| (it.last, it.account))?;
    owned(ctx, page.items.iter_mut()).await?;
    let names = named(ctx, &page.items).await?;
    let w = Words::of(ctx.lang());
    let today = today(ctx);
    Ok(page.map(|it| {
        let sums = bought.get(&it.account).into_iter().flatten();
        let sums: Vec<String> = sums.map(|(currency, net)| net.money(currency)).collect();
        Listed {
            name: names.get(&it.account).cloned().unwrap_or_else(|| w.unnamed().to_owned()),
            href: Some(format!("/accounts/{}", it.account)),
            account: String::new(),
            person: it.owner.map(|it| counting.known.person(it)).unwrap_or_default(),
            product: String::new(),
            state: w.days(today.days_since(it.last)),
            day: Some(it.last),
            amount: sums.join(" + "),
        }
    }))
}
