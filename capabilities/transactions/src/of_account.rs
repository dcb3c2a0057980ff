//! What a client bought and owes, at a glance, on the client's page.

use std::collections::BTreeMap;

use accounts::AccountId;
use askama::Template;
use frame::app::Asking;
use frame::web::panel::Panel;
use frame::{Ctx, Result, sums};
use kernel::access::{Act, Area};
use kernel::{Day, Exact, Lang};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::find_invoices::open;
use crate::invoice::{self, Column, Model};
use crate::list_invoices::look;
use crate::rules::InvoiceKind;
use crate::rules::year::{bar, growth, month_of, twelve_months, year_before};
use crate::words::Words;
use crate::{sales_month, source_account};

pub const PANEL: Panel = Panel {
    on: "account",
    title: |lang| Words::of(lang).panel_title(),
    render: |ctx, account| Box::pin(render(ctx, AccountId(account))) as Asking<'_, Option<String>>,
};

#[derive(Template)]
#[template(path = "of_account.html")]
struct Glance {
    w: Words,
    account: AccountId,
    house: bool,
    last: Last,
    /// Still owed, one sum for each currency.
    open: Vec<String>,
    years: Vec<Year>,
}

/// The latest invoice.
struct Last {
    id: String,
    number: String,
    day: String,
    total: String,
    state: &'static str,
    look: &'static str,
}

/// Twelve months in one currency, beside the same of the year before.
struct Year {
    title: String,
    /// What they came to, and how that compares.
    told: String,
    /// Something was bought in the year before.
    compares: bool,
    months: Vec<Month>,
}

struct Month {
    label: String,
    net: String,
    /// What the same month of the year before came to.
    net_before: String,
    past: Bar,
    now: Bar,
}

struct Bar {
    /// Where its bar stands and how long it is, in the picture's own units.
    x: i64,
    y: i64,
    height: i64,
}

async fn render(ctx: &Ctx, account: AccountId) -> Result<Option<String>> {
    if !ctx.may(Act::View, Area::Transactions) {
        return Ok(None);
    }
    let of_it = || ctx.find::<invoice::Entity>().filter(Column::AccountId.eq(account));
    let latest = of_it()
        .filter(Column::Kind.eq(InvoiceKind::Invoice))
        .order_by_desc(Column::Day)
        .order_by_desc(Column::Id);
    let last = match latest.one(ctx).await? {
        Some(last) => Some(last),
        None => of_it().order_by_desc(Column::Day).one(ctx).await?,
    };
    let Some(last) = last else { return Ok(None) };
    let lang = ctx.lang();
    let [owed, rest] = sums::halves(open());
    let owed: Vec<(String, i64, i64)> = of_it()
        .select_only()
        .column(Column::Currency)
        .column_as(owed, "open")
        .column_as(rest, "rest")
        .group_by(Column::Currency)
        .order_by_asc(Column::Currency)
        .into_tuple()
        .all(ctx)
        .await?;
    let glance = Glance {
        w: Words::of(lang),
        account,
        house: source_account::is_house(ctx, account).await?,
        open: owed.into_iter().map(|it| owing(&it)).collect(),
        years: years(ctx, account, &last).await?,
        last: Last::of(&last, lang),
    };
    Ok(Some(glance.render()?))
}

fn owing((currency, high, low): &(String, i64, i64)) -> String {
    Exact(sums::nearest(sums::whole(*high, *low))).money(currency)
}

/// The last twelve months; for whoever bought nothing in them, the twelve up to the last invoice.
async fn years(ctx: &Ctx, account: AccountId, last: &Model) -> Result<Vec<Year>> {
    let today = ctx.now.day(&ctx.actor.zone);
    let now = twelve_months(today);
    let is_within = now.first().is_some_and(|first| *first <= month_of(last.day));
    let months = if is_within { now } else { twelve_months(last.day) };
    let before = year_before(&months);
    let both = before.iter().chain(&months).cloned();
    let rows = ctx
        .find::<sales_month::Entity>()
        .filter(sales_month::Column::AccountId.eq(account))
        .filter(sales_month::Column::Month.is_in(both))
        .all(ctx)
        .await?;
    let mut sums: BTreeMap<String, BTreeMap<String, Exact>> = BTreeMap::new();
    for row in rows {
        let sum = sums.entry(row.currency).or_default().entry(row.month).or_default();
        *sum = sum.checked_add(row.net).unwrap_or_default();
    }
    let lang = ctx.lang();
    Ok(sums
        .iter()
        .map(|(currency, sums)| {
            Year::of(currency, [before.as_slice(), months.as_slice()], sums, lang)
        })
        .collect())
}

/// The picture: twelve columns of 20 units with two bars in each, the longest of 100.
const COLUMN: i64 = 20;
const LONGEST: i64 = 100;

impl Year {
    fn of(
        currency: &str,
        [before, months]: [&[String]; 2],
        sums: &BTreeMap<String, Exact>,
        lang: Lang,
    ) -> Self {
        let longest = sums.values().map(|it| it.0).max().unwrap_or_default();
        let net = |month: &String| sums.get(month).copied().unwrap_or_default();
        let month = |(place, (before, month)): (i64, (&String, &String))| Month {
            label: label(month, lang),
            net: net(month).money(currency),
            net_before: net(before).money(currency),
            past: Bar::of(place * COLUMN + 3, net(before), longest),
            now: Bar::of(place * COLUMN + 10, net(month), longest),
        };
        let sum = |months: &[String]| Exact::sum(months.iter().map(net)).unwrap_or_default();
        let told = told(sum(before), sum(months), currency, lang);
        let compares = before.iter().any(|it| sums.contains_key(it));
        let months: Vec<Month> = (0..).zip(before.iter().zip(months)).map(month).collect();
        let edge = |it: Option<&Month>| it.map(|it| it.label.clone()).unwrap_or_default();
        let (first, last) = (edge(months.first()), edge(months.last()));
        let title = Words::of(lang).year_title(first, last, currency);
        Self { title, told, compares, months }
    }
}

impl Bar {
    fn of(x: i64, net: Exact, longest: i64) -> Self {
        let height = bar(net.0, longest);
        Self { x, y: LONGEST - height, height }
    }
}

/// What twelve months came to, and how much more or less that is than the twelve before.
fn told(before: Exact, now: Exact, currency: &str, lang: Lang) -> String {
    let w = Words::of(lang);
    let net = now.money(currency);
    let percent = |tenths: i64| {
        let (whole, rest) = (lang.number(tenths / 10), tenths % 10);
        let point = if lang == Lang::Id { ',' } else { '.' };
        if rest == 0 { whole } else { format!("{whole}{point}{rest}") }
    };
    match growth(before, now) {
        None => w.year_told(net),
        Some(0) => w.year_same(net),
        Some(more) if 0 < more => w.year_grown(net, percent(more)),
        Some(less) => w.year_fallen(net, percent(-less)),
    }
}

/// `Mar 2026`.
fn label(month: &str, lang: Lang) -> String {
    let day = Day::kept(&format!("{month}-01")).map(|it| lang.day(it)).unwrap_or_default();
    day.trim_start_matches("1 ").to_owned()
}

impl Last {
    fn of(it: &Model, lang: Lang) -> Self {
        Self {
            id: it.id.to_string(),
            number: it.number.clone(),
            day: lang.day(it.day),
            total: it.money(it.total),
            state: Words::of(lang).state(it.state),
            look: look(it.state),
        }
    }
}
