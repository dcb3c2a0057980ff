//! Deals that are still open, as reports count them: by stage, and by the month in which they are
//! thought to end.

use std::collections::BTreeSet;

use accounts::{AccountId, account};
use frame::app::Asking;
use frame::web::list::{Cut, Page};
use frame::{Ctx, Result, sums};
use kernel::Day;
use kernel::access::Area;
use pipeline::opportunity::{CATEGORY_OF_OPEN, Column, Entity, OpportunityId, OpportunityKind};
use pipeline::{ForecastCategory, stage};
use sea_orm::sea_query::{Expr, ExprTrait, SimpleExpr};
use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select};

use crate::deal_lines::{Through, ways, worth_in, worth_of};
use crate::ledger::grouped;
use crate::narrowing::{of_accounts, of_time, read_halves};
use crate::report::{Counting, Listed, Report, Source};
use crate::rules::{Axis, Base, Formula, Measure, Order, Row, Span, Unit, Within};
use crate::words::Words;

/// The parts of a row, by their places.
const DEALS: usize = 0;
const VALUE: usize = 1;
/// Value times percent.
const WEIGHTED: usize = 2;
const COMMITTED: usize = 3;
const STALE: usize = 4;
/// Whole days in the stage, added up.
const DAYS: usize = 5;

const DAY_MICROS: i64 = 86_400_000_000;

const MEASURES: &[Measure] = &[
    Measure { word: "deals", unit: Unit::Count, formula: Formula::Sum(DEALS) },
    Measure { word: "open_value", unit: Unit::Money, formula: Formula::Sum(VALUE) },
    Measure { word: "weighted", unit: Unit::Money, formula: Formula::Hundredths(WEIGHTED) },
    Measure { word: "committed", unit: Unit::Money, formula: Formula::Sum(COMMITTED) },
    Measure {
        word: "days_in_stage",
        unit: Unit::Days,
        formula: Formula::Ratio { part: DAYS, whole: &[DEALS] },
    },
    Measure { word: "stale", unit: Unit::Count, formula: Formula::Sum(STALE) },
];

const AXES: &[Axis] = &[
    Axis::Stage,
    Axis::Pipeline,
    Axis::Month,
    Axis::Quarter,
    Axis::Year,
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
];

const OPEN: Source = Source {
    area: Area::Pipeline,
    also: &[],
    what: "open-deal",
    is_ahead: true,
    has_houses: false,
    silent_days: None,
    behind: &[],
    parts: 6,
    measures: MEASURES,
    axes: AXES,
    count: |ctx, counting| Box::pin(count(ctx, counting)) as Asking<'_, Vec<Row>>,
    list: |ctx, counting, cut| Box::pin(list(ctx, counting, cut)) as Asking<'_, Page<Listed>>,
};

pub const PIPELINE: Report = Report {
    word: "pipeline",
    source: &OPEN,
    title: |lang| Words::of(lang).pipeline_title(),
    lead: |lang| Words::of(lang).pipeline_lead().to_owned(),
    icon: "target",
    by: Axis::Stage,
    within: Within::All,
    compare: None,
    order: Order::Most,
    show: VALUE,
};

async fn count(ctx: &Ctx, counting: Counting<'_>) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for through in ways(counting) {
        rows.extend(added_up(ctx, counting, *through).await?);
    }
    Ok(rows)
}

async fn added_up(ctx: &Ctx, counting: Counting<'_>, through: Through) -> Result<Vec<Row>> {
    let mut select = open(ctx, counting, through)?.select_only().into_query();
    through.join(&mut select);
    let of_stage = |column: stage::Column| Expr::col((stage::Entity, column));
    let same = of_stage(stage::Column::CompanyId)
        .eq(Column::CompanyId.into_expr())
        .and(of_stage(stage::Column::Pipeline).eq(Column::Pipeline.into_expr()))
        .and(of_stage(stage::Column::Code).eq(Column::Stage.into_expr()));
    select.inner_join(stage::Entity, same);

    let now = ctx.now.0;
    let worth = through.worth(ctx.app.db.backend());
    let commit = ForecastCategory::Commit.word();
    let days = format!("({now} - opportunity.stage_since) / {DAY_MICROS}");
    let count = |sql: &str| {
        let sql = through.counted(sql);
        vec![Expr::cust(format!("cast({sql} as bigint)"))]
    };
    let amount = |sql: &str| sums::halves(Expr::cust(format!("({sql})"))).to_vec();
    let parts = [
        count("count(*)"),
        amount(worth),
        amount(&format!("({worth}) * stage.probability")),
        amount(&format!("case when {CATEGORY_OF_OPEN} = '{commit}' then {worth} else 0 end")),
        count(&format!("sum(case when {days} > stage.expected_days then 1 else 0 end)")),
        count(&format!("sum(case when {days} > 0 then {days} else 0 end)")),
    ];
    let keys = counting.bases.iter().map(|it| key_of(*it, through));
    grouped(&mut select, keys, Column::ValueCurrency.into_expr(), &parts.concat());
    let rows = ctx.rows(&select).await?;
    let amounts = [VALUE, WEIGHTED, COMMITTED];
    rows.iter().map(|it| read_halves(it, counting.bases, OPEN.parts, &amounts)).collect()
}

fn key_of(base: Base, through: Through) -> SimpleExpr {
    match base {
        Base::Owner => Column::OwnerId.into_expr(),
        Base::Account => Column::AccountId.into_expr(),
        Base::Product => through.product(),
        Base::Stage => Expr::cust("opportunity.pipeline || '/' || opportunity.stage"),
        Base::Month | Base::InvoiceCountry => {
            Expr::cust("substr(opportunity.expected_close_on, 1, 7)")
        }
    }
}

/// The deals that the question is about; a period is that of the expected end.
fn open(ctx: &Ctx, counting: Counting<'_>, through: Through) -> Result<Select<Entity>> {
    let mut found = ctx
        .find_to::<Entity>(counting.act)
        .filter(Column::HiddenAt.is_null())
        .filter(Column::Kind.eq(OpportunityKind::Open));
    if let Some(Span { from, to }) = counting.span {
        found = found.filter(Column::ExpectedCloseOn.gte(from));
        found = found.filter(Column::ExpectedCloseOn.lte(to));
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
        Base::Stage if axis == Axis::Pipeline => Column::Pipeline.eq(key.unwrap_or_default()),
        Base::Stage | Base::InvoiceCountry => {
            let stage = counting.known.stage_asked(key)?;
            let pipeline = Column::Pipeline.eq(stage.pipeline.as_str());
            pipeline.and(Column::Stage.eq(stage.code.as_str()))
        }
        Base::Month if key.is_none() => Column::ExpectedCloseOn.is_null(),
        Base::Month => {
            let Span { from, to } = of_time(axis, key)?;
            Column::ExpectedCloseOn.gte(from).and(Column::ExpectedCloseOn.lte(to))
        }
    };
    Ok(Condition::all().add(condition))
}

/// Deals without an expected end come last.
const NEVER: &str = "9999-12-31";

async fn list(ctx: &Ctx, counting: Counting<'_>, cut: &Cut) -> Result<Page<Listed>> {
    let limit = cut.limit()?;
    let mut found = open(ctx, counting, Through::Either)?;
    let end = || Expr::cust("coalesce(opportunity.expected_close_on, '9999-12-31')");
    if let Some((end_on, last)) = cut.after::<(String, OpportunityId)>()? {
        let row = Expr::tuple([end(), Column::Id.into_expr()]);
        let last = [SimpleExpr::from(end_on), SimpleExpr::from(last)];
        found = found.filter(row.gt(Expr::tuple(last)));
    }
    let found = found.order_by_asc(end()).order_by_asc(Column::Id).limit(limit + 1);
    let key = |day: Option<Day>| day.map_or_else(|| NEVER.to_owned(), |it| it.to_string());
    let page = Page::cut(found.all(ctx).await?, limit, |it| (key(it.expected_close_on), it.id))?;
    let ids: BTreeSet<AccountId> = page.items.iter().filter_map(|it| it.account_id).collect();
    let clients = account::names(ctx, ids).await?;
    let stages = stage::pipelines(ctx).await?;
    let worth = worth_of(ctx, counting, page.items.iter().map(|it| it.id)).await?;
    let lang = ctx.lang();
    Ok(page.map(|deal| Listed {
        href: Some(format!("/opportunities/{}", deal.id)),
        account: deal.account_id.and_then(|it| clients.get(&it).cloned()).unwrap_or_default(),
        person: counting.known.person(deal.owner_id),
        product: deal.product_id.map(|it| counting.known.product(it)).unwrap_or_default(),
        state: stages
            .stage(&deal.pipeline, &deal.stage)
            .map(|it| format!("{} · {}%", it.label(lang), it.probability))
            .unwrap_or_default(),
        day: deal.expected_close_on,
        amount: worth_in(&deal, &worth),
        name: deal.name,
    }))
}
