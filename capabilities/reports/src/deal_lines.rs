//! Deals by product. A deal counts once, under the product that makes most of it; what it is worth
//! stands under the product of each of its lines. So counts and values both add up to their totals.

use std::collections::BTreeMap;

use catalogue::ProductId;
use frame::{Ctx, Result};
use kernel::money::Money;
use pipeline::line;
use pipeline::opportunity::{Column, Model, OpportunityId};
use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement, SimpleExpr};
use sea_orm::{ColumnTrait, DbBackend, QueryFilter};

use crate::narrowing::of_id;
use crate::report::Counting;
use crate::rules::{Axis, Base};

/// What of a deal is added up.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Through {
    /// Each deal whole, lines or not.
    Whole,
    /// Each deal once; its worth only if it has no lines.
    Once,
    /// The worth of each line, under the line's product.
    Lines,
    /// Whatever concerns the product: the deal itself, or one of its lines.
    Either,
}

/// In SQL, what a line is worth: rounded half up to the minor unit, as the deal rounds it.
pub const LINE_WORTH: &str =
    "((opportunity_line.quantity_thousandths * opportunity_line.price_amount + 500) / 1000)";

/// In SQL, what a deal is worth that is counted whole.
const DEAL_WORTH: &str = "coalesce(opportunity.value_amount, 0)";

/// In SQL, what a deal is worth beside its lines.
const WORTH_WITHOUT_LINES: &str = "case when exists (select 1 from opportunity_line where \
    opportunity_line.company_id = opportunity.company_id and \
    opportunity_line.opportunity_id = opportunity.id) then 0 else \
    coalesce(opportunity.value_amount, 0) end";

/// The same for SQLite, which looks this up in the key of the lines, and asks a question of its own
/// for each deal where it says `exists`. PostgreSQL would read all lines for it.
const WORTH_WITHOUT_LINES_BY_KEY: &str = "case when (opportunity.company_id, opportunity.id) in \
    (select company_id, opportunity_id from opportunity_line) then 0 else \
    coalesce(opportunity.value_amount, 0) end";

/// The ways through the deals that together answer a question.
pub fn ways(counting: Counting<'_>) -> &'static [Through] {
    let narrowed = counting.question.narrow.iter().any(|it| it.0.base() == Base::Product);
    if narrowed || counting.bases.contains(&Base::Product) {
        &[Through::Once, Through::Lines]
    } else {
        &[Through::Whole]
    }
}

impl Through {
    /// In SQL, what is added up as worth.
    pub fn worth(self, engine: DbBackend) -> &'static str {
        match self {
            Self::Whole | Self::Either => DEAL_WORTH,
            Self::Once if engine == DbBackend::Sqlite => WORTH_WITHOUT_LINES_BY_KEY,
            Self::Once => WORTH_WITHOUT_LINES,
            Self::Lines => LINE_WORTH,
        }
    }

    /// In SQL, what counts deals, or nothing where lines are walked: they were counted already.
    pub fn counted(self, sql: &str) -> String {
        if self == Self::Lines { "0".to_owned() } else { sql.to_owned() }
    }

    /// The column of the product.
    pub fn product(self) -> SimpleExpr {
        if self == Self::Lines {
            Expr::col((line::Entity, line::Column::ProductId))
        } else {
            Column::ProductId.into_expr()
        }
    }

    /// With the lines, where they are walked.
    pub fn join(self, select: &mut SelectStatement) {
        if self == Self::Lines {
            let of = |column: line::Column| Expr::col((line::Entity, column));
            let same = of(line::Column::CompanyId)
                .eq(Column::CompanyId.into_expr())
                .and(of(line::Column::OpportunityId).eq(Column::Id.into_expr()));
            select.inner_join(line::Entity, same);
        }
    }

    /// Those with this key of an axis of products.
    pub fn with_product(
        self,
        ctx: &Ctx,
        counting: Counting<'_>,
        axis: Axis,
        key: Option<&str>,
    ) -> Result<SimpleExpr> {
        let fits = |column: SimpleExpr| of_product(counting, column, axis, key);
        let own = fits(self.product())?;
        if self != Self::Either {
            return Ok(own);
        }
        let named = fits(Expr::col((line::Entity, line::Column::ProductId)))?;
        let lines = Query::select()
            .column(line::Column::OpportunityId)
            .from(line::Entity)
            .and_where(line::Column::CompanyId.eq(ctx.actor.company))
            .and_where(named)
            .to_owned();
        Ok(own.or(Column::Id.in_subquery(lines)))
    }
}

fn of_product(
    counting: Counting<'_>,
    column: SimpleExpr,
    axis: Axis,
    key: Option<&str>,
) -> Result<SimpleExpr> {
    Ok(match (axis, key) {
        (Axis::Product, Some(key)) => column.eq(of_id::<ProductId>(key)?),
        (Axis::Product, None) => column.is_null(),
        (_, Some(key)) => column.is_in(counting.known.products_of(Some(key))),
        (_, None) => column.clone().is_in(counting.known.products_of(None)).or(column.is_null()),
    })
}

/// What these deals' lines are worth under the products that are asked for, in minor units; nothing
/// of a deal without lines, and nothing at all where no product is asked for.
pub async fn worth_of(
    ctx: &Ctx,
    counting: Counting<'_>,
    deals: impl IntoIterator<Item = OpportunityId>,
) -> Result<BTreeMap<OpportunityId, i64>> {
    let narrow = counting.question.narrow.iter();
    let asked: Vec<_> = narrow.filter(|it| it.0.base() == Base::Product).collect();
    if asked.is_empty() {
        return Ok(BTreeMap::new());
    }
    let of_deals = line::Column::OpportunityId.is_in(deals);
    let mut worth: BTreeMap<OpportunityId, i64> = BTreeMap::new();
    for line in ctx.find::<line::Entity>().filter(of_deals).all(ctx).await? {
        let fits = |(axis, key): &(Axis, Option<String>)| match (axis, key) {
            (Axis::Product, key) => key.as_deref() == Some(line.product_id.to_string().as_str()),
            (_, key) => counting.known.products_of(key.as_deref()).contains(&line.product_id),
        };
        let amount = line.rule().amount().filter(|_| asked.iter().all(|it| fits(it)));
        *worth.entry(line.opportunity_id).or_default() += amount.unwrap_or_default();
    }
    Ok(worth)
}

/// What a deal is worth under the products that are asked for, as the list behind a figure says it.
pub fn worth_in(deal: &Model, worth: &BTreeMap<OpportunityId, i64>) -> String {
    let of_lines = worth.get(&deal.id).map(|it| Money::new(*it, deal.value_currency.clone()));
    of_lines.or_else(|| deal.value()).map(|it| it.to_string()).unwrap_or_default()
}
