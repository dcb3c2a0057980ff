//! How many deals there are, and what they are worth together, by currency.

use std::collections::BTreeMap;

use frame::{Ctx, Result, sums};
use kernel::money::Money;
use sea_orm::{ColumnTrait, QuerySelect, Select};

use crate::opportunity::{Column, Entity};
use crate::rules::amount::{Part, weighted};
use crate::stage::Pipelines;

/// Deals of one stage and one currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heap {
    pub pipeline: String,
    pub stage: String,
    pub currency: String,
    pub count: i64,
    pub amount: i128,
}

/// What deals are worth in one currency.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
pub struct Worth {
    /// The sum of the amounts.
    pub sum: Money,
    /// By the probability of each stage, rounded once, half up.
    pub weighted: Money,
}

/// The deals that a question finds, heap by heap, from an index alone.
pub fn heaps_of(found: Select<Entity>) -> Select<Entity> {
    let [amount, rest] = sums::halves(Column::ValueAmount.into_expr());
    found
        .select_only()
        .column(Column::Pipeline)
        .column(Column::Stage)
        .column(Column::ValueCurrency)
        .column_as(Column::Id.count(), "deals")
        .column_as(amount, "amount")
        .column_as(rest, "rest")
        .group_by(Column::Pipeline)
        .group_by(Column::Stage)
        .group_by(Column::ValueCurrency)
}

/// The same, asked.
pub async fn heaps(ctx: &Ctx, found: Select<Entity>) -> Result<Vec<Heap>> {
    let rows: Vec<(String, String, String, i64, i64, i64)> =
        heaps_of(found).into_tuple().all(ctx).await?;
    let heap = |(pipeline, stage, currency, count, amount, rest): (_, _, _, _, i64, i64)| Heap {
        pipeline,
        stage,
        currency,
        count,
        amount: sums::whole(amount, rest),
    };
    Ok(rows.into_iter().map(heap).collect())
}

/// How many deals these are.
pub fn count<'a>(heaps: impl IntoIterator<Item = &'a Heap>) -> i64 {
    heaps.into_iter().map(|it| it.count).sum()
}

/// What these deals are worth, one line for each currency in which anything is worth something.
pub fn worth<'a>(heaps: impl IntoIterator<Item = &'a Heap>, stages: &Pipelines) -> Vec<Worth> {
    let mut parts: BTreeMap<&str, Vec<Part>> = BTreeMap::new();
    for heap in heaps.into_iter().filter(|it| it.amount != 0) {
        let stage = stages.stage(&heap.pipeline, &heap.stage);
        let probability = stage.map_or(0, |it| it.probability);
        parts.entry(&heap.currency).or_default().push(Part { amount: heap.amount, probability });
    }
    let worth = parts.into_iter().map(|(currency, parts)| Worth {
        sum: Money::new(sums::nearest(parts.iter().map(|it| it.amount).sum()), currency),
        weighted: Money::new(weighted(parts), currency),
    });
    worth.collect()
}
