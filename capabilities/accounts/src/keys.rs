//! What records have in common with those that may be the same: only those who share a key are
//! ever compared.

use std::collections::{BTreeMap, BTreeSet};

use frame::{Ctx, Owned, Result, Tx};
use kernel::CompanyId;
use sea_orm::Condition;
use sea_orm::prelude::*;
use sea_orm::sea_query::{Alias, ExprTrait, Func, Order, Query, SimpleExpr};

use crate::pairs::{Pairs, Proposal, RecordId, pair};

/// A table of keys.
pub trait Keys: Owned<Id: RecordId, ActiveModel: Send> {
    /// Where the pairs are kept to which they lead.
    type Of: Pairs<Id = Self::Id>;

    const KEY: Self::Column;
    const RECORD: Self::Column;

    fn read(row: Self::Model) -> (String, Self::Id);
    fn row(company: CompanyId, key: String, record: Self::Id) -> Self::ActiveModel;

    /// Those of these pairs that somebody should look at.
    fn likely(
        ctx: &Ctx,
        pairs: BTreeSet<(Self::Id, Self::Id)>,
    ) -> impl Future<Output = Result<Vec<Proposal<Self::Id>>>> + Send;
}

/// Keeps the keys of these records, each named once, as they are now.
pub async fn keep<K: Keys>(tx: &Tx, records: Vec<(K::Id, BTreeSet<String>)>) -> Result<()> {
    let rows = tx
        .whole_company::<K>()
        .filter(K::RECORD.is_in(records.iter().map(|it| it.0)))
        .all(&**tx)
        .await?;
    let mut kept: BTreeMap<K::Id, BTreeSet<String>> = BTreeMap::new();
    for (key, record) in rows.into_iter().map(K::read) {
        kept.entry(record).or_default().insert(key);
    }
    let mut new = Vec::new();
    for (record, wanted) in records {
        let had = kept.remove(&record).unwrap_or_default();
        let gone: Vec<String> = had.difference(&wanted).cloned().collect();
        if !gone.is_empty() {
            let these = Condition::all().add(K::RECORD.eq(record)).add(K::KEY.is_in(gone));
            tx.delete_where::<K, _>(K::company(), these).await?;
        }
        let company = tx.actor.company;
        new.extend(wanted.difference(&had).map(|key| K::row(company, key.clone(), record)));
    }
    tx.insert_all(new).await
}

/// Forgets the keys of records that are about to be taken away, and the pairs that name them.
pub async fn forget<K: Keys>(tx: &Tx, ids: &[K::Id]) -> Result<()> {
    let theirs = K::RECORD.is_in(ids.iter().copied());
    tx.delete_where::<K, _>(K::company(), theirs).await?;
    crate::pairs::forget_of::<K::Of>(tx, ids).await
}

/// How many keys several records share.
pub async fn count_shared<K: Keys>(ctx: &Ctx) -> Result<i64> {
    let shared = Alias::new("shared");
    let mut inner = Query::select();
    inner
        .column(K::KEY)
        .from(K::default())
        .and_where(K::company().eq(ctx.actor.company))
        .group_by_col(K::KEY)
        .and_having(count::<K>().gt(1));
    let mut outer = Query::select();
    outer.expr(Func::count(Expr::col((shared.clone(), K::KEY)))).from_subquery(inner, shared);
    let rows = ctx.rows(&outer).await?;
    Ok(rows.first().map(|it| it.try_get_by_index(0)).transpose()?.unwrap_or_default())
}

/// The next keys that several records share, each with how many.
pub async fn next_shared<K: Keys>(ctx: &Ctx, after: &str, most: u64) -> Result<Vec<(String, i64)>> {
    let mut select = Query::select();
    select
        .column(K::KEY)
        .expr(count::<K>())
        .from(K::default())
        .and_where(K::company().eq(ctx.actor.company))
        .and_where(K::KEY.gt(after))
        .group_by_col(K::KEY)
        .and_having(count::<K>().gt(1))
        .order_by(K::KEY, Order::Asc)
        .limit(most);
    let rows = ctx.rows(&select).await?;
    let row = |it: &QueryResult| Ok((it.try_get_by_index(0)?, it.try_get_by_index(1)?));
    rows.iter().map(row).collect()
}

fn count<K: Keys>() -> SimpleExpr {
    Expr::from(Func::count(Expr::col(K::RECORD)))
}

/// The pairs among those who share one of these keys that somebody should look at.
pub async fn alike<K: Keys>(ctx: &Ctx, keys: Vec<String>) -> Result<Vec<Proposal<K::Id>>> {
    let rows = ctx.whole_company::<K>().filter(K::KEY.is_in(keys)).all(ctx).await?;
    let mut sharing: BTreeMap<String, Vec<K::Id>> = BTreeMap::new();
    for (key, record) in rows.into_iter().map(K::read) {
        sharing.entry(key).or_default().push(record);
    }
    let mut pairs = BTreeSet::new();
    for same in sharing.values() {
        for (at, one) in same.iter().enumerate() {
            pairs.extend(same[at + 1..].iter().map(|other| pair(*one, *other)));
        }
    }
    K::likely(ctx, pairs).await
}
