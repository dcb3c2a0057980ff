//! Deals as reports count them: those that were won or lost, on the day on which they were.

use std::collections::BTreeSet;

use accounts::{AccountId, account};
use frame::app::Asking;
use frame::web::list::{Cut, Page};
use frame::{Ctx, Result, sums};
use kernel::KeptDay;
use kernel::access::Area;
use pipeline::opportunity::{Column, Entity, OpportunityId, OpportunityKind};
use sea_orm::sea_query::{Expr, ExprTrait, SimpleExpr};
use sea_orm::{
    ColumnTrait, Condition, DbBackend, QueryFilter, QueryOrder, QueryResult, QuerySelect,
    QueryTrait, Select,
};

use crate::deal_lines::{Through, ways, worth_in, worth_of};
use crate::ledger::grouped;
use crate::narrowing::{of_accounts, of_time, read_halves};
use crate::report::{Counting, Listed, Report, Source};
use crate::rules::{Axis, Base, Formula, Measure, Order, Row, Span, Unit, Within};
use crate::words::Words;

/// The parts of a row, by their places.
const WON: usize = 0;
const LOST: usize = 1;
const VALUE: usize = 2;
/// Days from first contact to the win, added up, and of how many deals.
const CYCLE_DAYS: usize = 3;
const CYCLES: usize = 4;

const MEASURES: &[Measure] = &[
    Measure { word: "won", unit: Unit::Count, formula: Formula::Sum(WON) },
    Measure { word: "lost", unit: Unit::Count, formula: Formula::Sum(LOST) },
    Measure {
        word: "win_rate",
        unit: Unit::Percent,
        formula: Formula::Ratio { part: WON, whole: &[WON, LOST] },
    },
    Measure { word: "won_value", unit: Unit::Money, formula: Formula::Sum(VALUE) },
    Measure {
        word: "average_deal",
        unit: Unit::Money,
        formula: Formula::Ratio { part: VALUE, whole: &[WON] },
    },
    Measure {
        word: "cycle_days",
        unit: Unit::Days,
        formula: Formula::Ratio { part: CYCLE_DAYS, whole: &[CYCLES] },
    },
];

const AXES: &[Axis] = &[
    Axis::Person,
    Axis::Team,
    Axis::Office,
    Axis::Manager,
    Axis::Account,
    Axis::Industry,
    Axis::Country,
    Axis::Tier,
    Axis::Product,
    Axis::Series,
    Axis::Month,
    Axis::Quarter,
    Axis::Year,
];

/// How much of a day names its month, as in `2017-03-31`.
const MONTH: usize = "2017-03".len();

/// The place of the value won among the parts.
pub const WON_VALUE: usize = VALUE;

pub const CLOSED: Source = Source {
    area: Area::Pipeline,
    also: &[],
    what: "deal",
    is_ahead: false,
    has_houses: false,
    silent_days: None,
    behind: &[],
    parts: 5,
    measures: MEASURES,
    axes: AXES,
    count: |ctx, counting| Box::pin(count(ctx, counting)) as Asking<'_, Vec<Row>>,
    list: |ctx, counting, cut| Box::pin(list(ctx, counting, cut)) as Asking<'_, Page<Listed>>,
};

pub const PROGRESS: Report = Report {
    word: "sales-progress",
    source: &CLOSED,
    title: |lang| Words::of(lang).sales_progress(),
    lead: |lang| Words::of(lang).sales_progress_lead().to_owned(),
    icon: "trophy",
    by: Axis::Person,
    within: Within::TwelveMonths,
    compare: None,
    order: Order::Most,
    show: 3,
};

pub async fn count(ctx: &Ctx, counting: Counting<'_>) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for through in ways(counting) {
        rows.extend(added_up(ctx, counting, *through).await?);
    }
    Ok(rows)
}

async fn added_up(ctx: &Ctx, counting: Counting<'_>, through: Through) -> Result<Vec<Row>> {
    let mut select = closed(ctx, counting, through)?.select_only().into_query();
    through.join(&mut select);
    let engine = ctx.app.db.backend();
    let worth = through.worth(engine);
    let days = match engine {
        // Before its first year PostgreSQL reads no day that is written so.
        DbBackend::Postgres => {
            "(case when closed_on collate \"C\" < '0001-01-01' \
             or engaged_on collate \"C\" < '0001-01-01' \
             then 0 else closed_on::date - engaged_on::date end)"
        }
        _ => "cast(julianday(closed_on) - julianday(engaged_on) as integer)",
    };
    let won = |what: &str| format!("case when kind = 'won' then {what} end");
    let count = |sql: &str| {
        let sql = through.counted(sql);
        Expr::cust(format!("cast({sql} as bigint)"))
    };
    let how_many_won = format!("count({})", won("1"));
    let [value, rest_of_value] = sums::halves(Expr::cust(format!("({})", won(worth))));
    let parts = [
        count(&how_many_won),
        // What has ended and is not won is lost.
        count(&format!("count(*) - {how_many_won}")),
        value,
        rest_of_value,
        count(&format!("coalesce(sum({}), 0)", won(days))),
        count(&format!("count({})", won("engaged_on"))),
    ];
    let keys = counting.bases.iter().map(|it| key_of(*it, through));
    grouped(&mut select, keys, Column::ValueCurrency.into_expr(), &parts);
    let month = counting.bases.iter().position(|it| *it == Base::Month);
    let row = |it: &QueryResult| {
        let mut row = read_halves(it, counting.bases, CLOSED.parts, &[VALUE])?;
        if let Some(Some(day)) = month.and_then(|it| row.keys.get_mut(it)) {
            day.truncate(MONTH);
        }
        Ok(row)
    };
    ctx.rows(&select).await?.iter().map(row).collect()
}

/// Time is counted by days, as the index has them, and read as months.
fn key_of(base: Base, through: Through) -> SimpleExpr {
    match base {
        Base::Owner => Column::OwnerId.into_expr(),
        Base::Account => Column::AccountId.into_expr(),
        Base::Product => through.product(),
        Base::Stage => Column::Stage.into_expr(),
        Base::Month | Base::InvoiceCountry => Column::ClosedOn.into_expr(),
    }
}

/// The deals that the question is about.
fn closed(ctx: &Ctx, counting: Counting<'_>, through: Through) -> Result<Select<Entity>> {
    let ended = [OpportunityKind::Won, OpportunityKind::Lost];
    let mut found = ctx
        .find_to::<Entity>(counting.act)
        .filter(Column::HiddenAt.is_null())
        .filter(Column::Kind.is_in(ended))
        .filter(Column::ClosedOn.is_not_null());
    if let Some(Span { from, to }) = counting.span {
        found = found.filter(Column::ClosedOn.gte(from)).filter(Column::ClosedOn.lte(to));
    }
    if let Some(currency) = &counting.question.currency {
        found = found.filter(Column::ValueCurrency.eq(currency.as_str()));
    }
    for (axis, key) in &counting.question.narrow {
        found = found.filter(narrowed(ctx, counting, through, *axis, key.as_deref())?);
    }
    Ok(found)
}

fn narrowed(
    ctx: &Ctx,
    counting: Counting<'_>,
    through: Through,
    axis: Axis,
    key: Option<&str>,
) -> Result<Condition> {
    let condition = match axis.base() {
        Base::Owner => Column::OwnerId.is_in(counting.known.people_with(axis, key)),
        Base::Account => return of_accounts(ctx, Column::AccountId, axis, key),
        Base::Product => through.with_product(ctx, counting, axis, key)?,
        Base::Stage | Base::InvoiceCountry => Column::Stage.eq(key.unwrap_or_default()),
        Base::Month => {
            let Span { from, to } = of_time(axis, key)?;
            Column::ClosedOn.gte(from).and(Column::ClosedOn.lte(to))
        }
    };
    Ok(Condition::all().add(condition))
}

async fn list(ctx: &Ctx, counting: Counting<'_>, cut: &Cut) -> Result<Page<Listed>> {
    let limit = cut.limit()?;
    let mut found = closed(ctx, counting, Through::Either)?;
    if let Some((day, last)) = cut.after::<(Option<KeptDay>, OpportunityId)>()? {
        let day = day.map(|it| it.0);
        let row = Expr::tuple([Column::ClosedOn.into_expr(), Column::Id.into_expr()]);
        found = found.filter(row.lt(Expr::tuple([SimpleExpr::from(day), SimpleExpr::from(last)])));
    }
    let found = found.order_by_desc(Column::ClosedOn).order_by_desc(Column::Id).limit(limit + 1);
    let page = Page::cut(found.all(ctx).await?, limit, |it| (it.closed_on, it.id))?;
    let ids: BTreeSet<AccountId> = page.items.iter().filter_map(|it| it.account_id).collect();
    let clients = account::names(ctx, ids).await?;
    let worth = worth_of(ctx, counting, page.items.iter().map(|it| it.id)).await?;
    let w = Words::of(ctx.lang());
    Ok(page.map(|deal| Listed {
        href: Some(format!("/opportunities/{}", deal.id)),
        account: deal.account_id.and_then(|it| clients.get(&it).cloned()).unwrap_or_default(),
        person: counting.known.person(deal.owner_id),
        product: deal.product_id.map(|it| counting.known.product(it)).unwrap_or_default(),
        state: w.deal_kind(deal.kind.word()),
        day: deal.closed_on,
        amount: worth_in(&deal, &worth),
        name: deal.name,
    }))
}
