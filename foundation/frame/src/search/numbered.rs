//! Finds documents by the number that they are called by: whole, begun, or by its end.
//!
//! Beginnings of numbers are all alike, so a question for those that the actor may see would read
//! on and on for whoever sees few: of a hundred thousand that begin with `INV-2026-0` perhaps none
//! is theirs. So the index is read first, whoever asks, and no further than so many entries; then
//! what was found is shown as far as the actor may see it.

use std::collections::BTreeSet;

use sea_orm::Condition;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{ExprTrait, Order, Query};

use super::document::{begun, ended};
use super::find::{begins, col, table};
use super::words::Sought;
use super::{Hit, Searched, posting};
use crate::ctx::Ctx;
use crate::error::Result;

/// So many entries of the index are read in order.
const WALKED: u64 = 200;

/// Documents of this kind that the actor may see, those that are called so first, then what is
/// begun so, then what ends so.
pub(super) async fn by_number(
    ctx: &Ctx,
    kind: &Searched,
    sought: &Sought,
    most: usize,
) -> Result<Vec<Hit>> {
    let Some(number) = &sought.document else { return Ok(Vec::new()) };
    let whole = begun(number);
    let is_whole = Condition::all().add(col(&table(), posting::Column::Word).eq(whole.as_str()));
    let mut hits: Vec<Hit> = Vec::new();
    let mut walked: BTreeSet<Uuid> = BTreeSet::new();
    for (says, order) in [
        (is_whole, Order::Asc),
        // Numbers count up: the last are the newest.
        (begins(&table(), &whole), Order::Desc),
        (begins(&table(), &ended(number)), Order::Asc),
    ] {
        if most <= hits.len() {
            break;
        }
        let mut next = walk(ctx, kind, says, order).await?;
        next.retain(|it| walked.insert(*it));
        if !next.is_empty() {
            hits.extend((kind.show)(ctx, &next).await?);
        }
    }
    hits.truncate(most);
    Ok(hits)
}

/// The first so many entries of the index that say this, in its order.
async fn walk(ctx: &Ctx, kind: &Searched, says: Condition, order: Order) -> Result<Vec<Uuid>> {
    let table = table();
    let mut select = Query::select();
    select
        .column((table.clone(), posting::Column::RecordId))
        .from(posting::Entity)
        .and_where(col(&table, posting::Column::CompanyId).eq(ctx.actor.company))
        .and_where(col(&table, posting::Column::Kind).eq(kind.kind))
        .cond_where(says)
        .order_by((table.clone(), posting::Column::Word), order.clone())
        .order_by((table.clone(), posting::Column::RecordId), order)
        .limit(WALKED);
    let rows = ctx.rows(&select).await?;
    Ok(rows.iter().map(|it| it.try_get_by_index(0)).collect::<Result<_, _>>()?)
}
