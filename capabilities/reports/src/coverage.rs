//! Visits beside what was sold: who is looked after, and what comes of it.

use accounts::account;
use frame::app::Asking;
use frame::web::list::{Cut, Page};
use frame::{Ctx, Result};
use kernel::KeptDay;
use kernel::access::Area;
use people::company;
use sea_orm::sea_query::{Expr, ExprTrait, SelectStatement, SimpleExpr};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select};
use visits::rules::Rejected;
use visits::{VisitId, outcome, visit};

use crate::asked::Question;
use crate::ledger::{grouped, with_accounts};
use crate::narrowing::{of_time, read_row};
use crate::report::{Counting, Listed, Report, Source};
use crate::rules::{Axis, Base, Formula, Measure, Order, Row, Span, Unit, Within};
use crate::words::Words;
use crate::{deals, sales};

/// The parts of a row, by their places.
const CLIENTS: usize = 0;
const VISITED: usize = 1;
const VISITS: usize = 2;
const EFFECTIVE: usize = 3;
const WON: usize = 4;
const INVOICED: usize = 5;
const PARTS: usize = 6;

const MEASURES: &[Measure] = &[
    Measure { word: "clients", unit: Unit::Count, formula: Formula::Sum(CLIENTS) },
    Measure { word: "visited", unit: Unit::Count, formula: Formula::Sum(VISITED) },
    Measure {
        word: "coverage",
        unit: Unit::Percent,
        formula: Formula::Ratio { part: VISITED, whole: &[CLIENTS] },
    },
    Measure { word: "visits", unit: Unit::Count, formula: Formula::Sum(VISITS) },
    Measure {
        word: "effective_rate",
        unit: Unit::Percent,
        formula: Formula::Ratio { part: EFFECTIVE, whole: &[VISITS] },
    },
    Measure { word: "won_value", unit: Unit::Money, formula: Formula::Sum(WON) },
    Measure { word: "invoiced", unit: Unit::Exact, formula: Formula::Sum(INVOICED) },
];

const BESIDE: Source = Source {
    area: Area::Visits,
    also: &[Area::Accounts, Area::Pipeline, Area::Transactions],
    what: "visit",
    is_ahead: false,
    has_houses: false,
    silent_days: None,
    behind: &[("clients", ""), ("won_value", "sales-progress"), ("invoiced", "sales")],
    parts: PARTS,
    measures: MEASURES,
    axes: &[Axis::Person, Axis::Team, Axis::Office, Axis::Manager],
    count: |ctx, counting| Box::pin(count(ctx, counting)) as Asking<'_, Vec<Row>>,
    list: |ctx, counting, cut| Box::pin(list(ctx, counting, cut)) as Asking<'_, Page<Listed>>,
};

pub const COVERAGE: Report = Report {
    word: "coverage",
    source: &BESIDE,
    title: |lang| Words::of(lang).coverage_title(),
    lead: |lang| Words::of(lang).coverage_lead().to_owned(),
    icon: "map-pin-check",
    by: Axis::Person,
    within: Within::ThisQuarter,
    compare: None,
    order: Order::Most,
    show: VISITED,
};

/// Clients and visits have no currency: they stand in the row of the company's own, or of the one
/// that was asked for.
async fn count(ctx: &Ctx, counting: Counting<'_>) -> Result<Vec<Row>> {
    let own = company::mine(ctx).await?.currency;
    let currency = counting.question.currency.clone().unwrap_or(own);
    let mut rows = Vec::new();
    let kept = kept(ctx, counting);
    rows.extend(placed(ctx, &kept, &currency, &[CLIENTS]).await?);
    let visited = visited(ctx, counting)?;
    rows.extend(placed(ctx, &visited, &currency, &[VISITED]).await?);
    let made = made_by(ctx, counting)?;
    rows.extend(placed(ctx, &made, &currency, &[VISITS, EFFECTIVE]).await?);

    let bases = [Base::Owner];
    let by_owner = Counting { bases: &bases, ..counting };
    let won = deals::count(ctx, by_owner).await?;
    rows.extend(won.into_iter().filter_map(|it| moved(it, deals::WON_VALUE, WON)));
    let invoiced = sales::count(ctx, by_owner).await?;
    rows.extend(invoiced.into_iter().filter_map(|it| moved(it, sales::NET, INVOICED)));
    // No base at all is everybody together.
    if counting.bases.is_empty() {
        for row in &mut rows {
            row.keys.clear();
        }
    }
    Ok(rows)
}

/// A part of another source, at its place here; what is nothing is no row.
fn moved(row: Row, from: usize, to: usize) -> Option<Row> {
    let part = row.parts.get(from).copied().filter(|it| *it != 0)?;
    let mut parts = vec![0; PARTS];
    parts[to] = part;
    Some(Row { parts, ..row })
}

async fn placed(
    ctx: &Ctx,
    select: &SelectStatement,
    currency: &str,
    places: &[usize],
) -> Result<Vec<Row>> {
    let rows = ctx.rows(select).await?;
    let row = |it: &sea_orm::QueryResult| {
        let row = read_row(it, &[Base::Owner], places.len())?;
        let mut parts = vec![0; PARTS];
        for (place, part) in places.iter().zip(row.parts) {
            parts[*place] = part;
        }
        Ok(Row { parts, currency: currency.to_owned(), ..row })
    };
    rows.iter().map(row).collect()
}

/// The accounts that people look after, as they are now.
fn kept(ctx: &Ctx, counting: Counting<'_>) -> SelectStatement {
    use account::Column;
    let mut found = ctx
        .find_to::<account::Entity>(counting.act)
        .filter(Column::HiddenAt.is_null())
        .filter(Column::OwnerId.is_not_null());
    for (axis, key) in people_asked(counting.question) {
        found = found.filter(Column::OwnerId.is_in(counting.known.people_with(axis, key)));
    }
    let mut select = found.select_only().into_query();
    let parts = [Column::Id.count().cast_as("bigint")];
    grouped(&mut select, std::iter::once(Column::OwnerId.into_expr()), nothing(), &parts);
    select
}

/// Of these, the ones that somebody in reach visited in the period.
fn visited(ctx: &Ctx, counting: Counting<'_>) -> Result<SelectStatement> {
    use account::Column;
    let mut select = made(ctx, counting)?.select_only().into_query();
    with_accounts(&mut select, visit::Column::CompanyId, visit::Column::AccountId);
    select.cond_where(ctx.within::<account::Entity>(counting.act));
    select.and_where(Column::HiddenAt.is_null()).and_where(Column::OwnerId.is_not_null());
    for (axis, key) in people_asked(counting.question) {
        select.and_where(Column::OwnerId.is_in(counting.known.people_with(axis, key)));
    }
    let parts = [Expr::cust("cast(count(distinct visit.account_id) as bigint)")];
    grouped(&mut select, std::iter::once(Column::OwnerId.into_expr()), nothing(), &parts);
    Ok(select)
}

fn made_by(ctx: &Ctx, counting: Counting<'_>) -> Result<SelectStatement> {
    use visit::Column;
    let found = of_people(made(ctx, counting)?, counting);
    let mut select = found.select_only().into_query();
    let effective = "sum(case when visit.effective and visit.rejected is null then 1 else 0 end)";
    let parts =
        [Column::Id.count().cast_as("bigint"), Expr::cust(format!("cast({effective} as bigint)"))];
    grouped(&mut select, std::iter::once(Column::OwnerId.into_expr()), nothing(), &parts);
    Ok(select)
}

fn of_people(mut found: Select<visit::Entity>, counting: Counting<'_>) -> Select<visit::Entity> {
    for (axis, key) in people_asked(counting.question) {
        let people = counting.known.people_with(axis, key);
        found = found.filter(visit::Column::OwnerId.is_in(people));
    }
    found
}

/// The visits that were made in the period; one whose check-in was rejected was not.
fn made(ctx: &Ctx, counting: Counting<'_>) -> Result<Select<visit::Entity>> {
    use visit::Column;
    let believed = Column::Rejected.is_null().or(Column::Rejected.ne(Rejected::CheckIn));
    let mut found = ctx
        .find_to::<visit::Entity>(counting.act)
        .filter(Column::ArrivedAt.is_not_null())
        .filter(believed);
    let mut spans: Vec<Span> = counting.span.into_iter().collect();
    for (axis, key) in counting.question.narrow.iter().filter(|it| it.0.is_time()) {
        spans.push(of_time(*axis, key.as_deref())?);
    }
    for Span { from, to } in spans {
        found = found.filter(Column::Day.gte(from)).filter(Column::Day.lte(to));
    }
    Ok(found)
}

fn people_asked(question: &Question) -> impl Iterator<Item = (Axis, Option<&str>)> {
    let people = question.narrow.iter().filter(|it| it.0.base() == Base::Owner);
    people.map(|(axis, key)| (*axis, key.as_deref()))
}

fn nothing() -> SimpleExpr {
    Expr::cust("cast('' as text)")
}

async fn list(ctx: &Ctx, counting: Counting<'_>, cut: &Cut) -> Result<Page<Listed>> {
    use visit::Column;
    let limit = cut.limit()?;
    let mut found = of_people(made(ctx, counting)?, counting);
    if let Some((KeptDay(day), last)) = cut.after::<(KeptDay, VisitId)>()? {
        let row = Expr::tuple([Column::Day.into_expr(), Column::Id.into_expr()]);
        found = found.filter(row.lt(Expr::tuple([SimpleExpr::from(day), SimpleExpr::from(last)])));
    }
    let found = found.order_by_desc(Column::Day).order_by_desc(Column::Id).limit(limit + 1);
    let page = Page::cut(found.all(ctx).await?, limit, |it| (it.day, it.id))?;
    let clients = account::names(ctx, page.items.iter().map(|it| it.account_id)).await?;
    let outcomes = outcome::all(ctx).await?;
    let (lang, w) = (ctx.lang(), Words::of(ctx.lang()));
    Ok(page.map(|it| Listed {
        name: clients.get(&it.account_id).cloned().unwrap_or_else(|| w.unnamed().to_owned()),
        href: Some(format!("/visits/{}", it.id)),
        account: String::new(),
        person: counting.known.person(it.owner_id),
        product: String::new(),
        state: it
            .outcome
            .as_deref()
            .and_then(|code| outcomes.iter().find(|it| it.code == code))
            .map(|it| it.label(lang).to_owned())
            .unwrap_or_default(),
        day: Some(it.day),
        amount: String::new(),
    }))
}
