//! Finds what somebody may see by some words of it.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Alias, ExprTrait, IntoIden, Query, SelectStatement, SimpleExpr};
use sea_orm::{Condition, DynIden};

use super::mark::worth;
use super::near::near;
use super::numbered::by_number;
use super::words::Sought;
use super::{By, Hit, Searched, kinds, posting};
use crate::ctx::Ctx;
use crate::error::Result;

/// So many of a kind are looked at before the best are chosen.
const LOOKED_AT: u64 = 120;

/// The postings of one kind that the actor may see.
#[derive(Clone, Copy)]
struct Among {
    kind: &'static str,
    reach: fn(&Ctx) -> Condition,
}

/// What was found of one kind, the best first.
pub struct Found {
    pub kind: &'static Searched,
    pub hits: Vec<Hit>,
}

/// What the actor may see of what they look for, at most so many of each kind.
pub async fn search(ctx: &Ctx, sought: &Sought, most: usize) -> Result<Vec<Found>> {
    if sought.is_nothing() {
        return Ok(Vec::new());
    }
    let mut meant: Option<Vec<Vec<String>>> = None;
    let mut all = Vec::new();
    for kind in kinds(ctx) {
        let hits = match kind.by {
            By::Words(reach) => by_words(ctx, kind, reach, sought, most, &mut meant).await?,
            By::Number => by_number(ctx, kind, sought, most).await?,
        };
        if !hits.is_empty() {
            all.push(Found { kind, hits });
        }
    }
    Ok(all)
}

/// What may be meant is looked for once, whatever kind asks first.
async fn by_words(
    ctx: &Ctx,
    kind: &Searched,
    reach: fn(&Ctx) -> Condition,
    sought: &Sought,
    most: usize,
    meant: &mut Option<Vec<Vec<String>>>,
) -> Result<Vec<Hit>> {
    let among = Among { kind: kind.kind, reach };
    let mut ids: BTreeSet<Uuid> = BTreeSet::new();
    // One by one: each is a walk along the index, and of several at once PostgreSQL makes a look
    // at everything.
    for number in &sought.number {
        ids.extend(records(ctx, among, begins(&table(), number), &[]).await?);
    }
    let spelt: Vec<Vec<String>> = sought.words.iter().map(|it| vec![it.clone()]).collect();
    ids.extend(with_all(ctx, among, &spelt, true).await?);
    if ids.len() < most {
        if meant.is_none() {
            *meant = Some(near_all(ctx, sought).await?);
        }
        if let Some(meant) = meant.as_ref().filter(|it| it.iter().any(|it| 1 < it.len())) {
            ids.extend(with_all(ctx, among, meant, true).await?);
        }
    }
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<Uuid> = ids.into_iter().collect();
    let mut hits = (kind.show)(ctx, &ids).await?;
    hits.sort_by_cached_key(|it| {
        (Reverse(worth(&it.title, sought)), it.title.chars().count(), it.title.clone())
    });
    hits.truncate(most);
    Ok(hits)
}

/// For each word that was typed, the words that may be meant by it, itself among them.
async fn near_all(ctx: &Ctx, sought: &Sought) -> Result<Vec<Vec<String>>> {
    let mut all = Vec::with_capacity(sought.words.len());
    for word in &sought.words {
        let mut meant = near(ctx, word).await?;
        meant.retain(|it| it != word);
        meant.insert(0, word.clone());
        all.push(meant);
    }
    Ok(all)
}

/// Records that say one of each of these; what was typed may be the beginning of a word.
async fn with_all(
    ctx: &Ctx,
    among: Among,
    words: &[Vec<String>],
    begun: bool,
) -> Result<Vec<Uuid>> {
    // The longest word is the rarest, as a rule: the others are only looked up beside it.
    let mut words: Vec<&Vec<String>> = words.iter().collect();
    words.sort_by_key(|it| Reverse(it.first().map_or(0, |it| it.chars().count())));
    let Some((rarest, others)) = words.split_first() else { return Ok(Vec::new()) };
    let of = |table: &DynIden, words: &[String]| says(table, words, begun);
    let others: Vec<_> = others.iter().map(|it| (*it).clone()).collect();
    records(ctx, among, of(&table(), rarest), &others).await
}

async fn records(
    ctx: &Ctx,
    among: Among,
    says_first: Condition,
    others: &[Vec<String>],
) -> Result<Vec<Uuid>> {
    let table = table();
    let mut select: SelectStatement = Query::select();
    // A record that says two such words comes twice, which is cheaper than to look at all of them
    // before the first is known to be new.
    select
        .column((table.clone(), posting::Column::RecordId))
        .from(posting::Entity)
        .and_where(col(&table, posting::Column::CompanyId).eq(ctx.actor.company))
        .and_where(col(&table, posting::Column::Kind).eq(among.kind))
        .cond_where(says_first)
        .cond_where((among.reach)(ctx))
        .limit(LOOKED_AT);
    for (number, words) in others.iter().enumerate() {
        let beside = Alias::new(format!("beside_{number}")).into_iden();
        let mut other = Query::select();
        other
            .expr(Expr::value(1))
            .from_as(posting::Entity, beside.clone())
            .and_where(col(&beside, posting::Column::CompanyId).eq(ctx.actor.company))
            .and_where(
                col(&beside, posting::Column::RecordId).eq(col(&table, posting::Column::RecordId)),
            )
            .and_where(col(&beside, posting::Column::Kind).eq(among.kind))
            .cond_where(says(&beside, words, true));
        select.and_where(there(other));
    }
    let rows = ctx.rows(&select).await?;
    Ok(rows.iter().map(|it| it.try_get_by_index(0)).collect::<Result<_, _>>()?)
}

/// There is a row of this question. A planner that takes the question of an `exists` for a join may
/// begin with it, and read all of a table for each word; this one it looks up row by row.
pub(super) fn there(mut question: SelectStatement) -> SimpleExpr {
    question.limit(1);
    SimpleExpr::SubQuery(None, Box::new(question.into())).is_not_null()
}

/// It says one of these words; the first of them is what was typed, and may only be begun.
fn says(table: &DynIden, words: &[String], begun: bool) -> Condition {
    let mut any = Condition::any();
    if let Some(typed) = words.first().filter(|_| begun) {
        any = any.add(begins(table, typed));
    }
    if 1 < words.len() || !begun {
        any = any.add(col(table, posting::Column::Word).is_in(words.iter().map(String::as_str)));
    }
    any
}

/// A range finds a beginning by an index, on either engine.
pub(super) fn begins(table: &DynIden, with: &str) -> Condition {
    Condition::all()
        .add(col(table, posting::Column::Word).gte(with))
        .add(col(table, posting::Column::Word).lt(format!("{with}\u{10FFFF}")))
}

pub(super) fn table() -> DynIden {
    posting::Entity.into_iden()
}

pub(super) fn col(table: &DynIden, column: posting::Column) -> SimpleExpr {
    Expr::col((table.clone(), column))
}
