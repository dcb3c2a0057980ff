//! Pairs of records that may be one: proposed, said to be two, asked again, or made one.
//!
//! Clients and the people there have theirs in tables of their own, because each names its records
//! by foreign keys. What is done with a pair is the same.

use frame::follows::Held;
use frame::web::list::{Cut, Page, Tally};
use frame::{Ctx, Error, Owned, Result, Tx};
use kernel::{CompanyId, Instant, PersonId};
use sea_orm::prelude::*;
use sea_orm::sea_query::{ExprTrait, Func, OnConflict, Query, SimpleExpr};
use sea_orm::{Condition, QueryOrder, QuerySelect};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::duplicate::DuplicateState;
use crate::merging::{Kept, change};

/// The id of a record of which two may be one.
pub trait RecordId:
    Copy + Ord + Into<Value> + Into<Uuid> + Serialize + DeserializeOwned + Send + Sync + 'static
{
}

impl<T> RecordId for T where
    T: Copy + Ord + Into<Value> + Into<Uuid> + Serialize + DeserializeOwned + Send + Sync + 'static
{
}

/// Two records that may be one, and what somebody said about that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair<Id> {
    /// The lesser of the two.
    pub first: Id,
    pub second: Id,
    pub score: i32,
    /// Why, as JSON.
    pub parts: String,
    pub state: DuplicateState,
    pub found_at: Instant,
    pub decided_at: Option<Instant>,
    /// Who decided.
    pub person: Option<PersonId>,
}

impl<Id> Pair<Id> {
    pub fn parts<Part: DeserializeOwned>(&self) -> Vec<Part> {
        serde_json::from_str(&self.parts).unwrap_or_default()
    }
}

/// Two records that look like one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal<Id> {
    pub both: (Id, Id),
    pub score: i32,
    /// Why, as JSON.
    pub parts: String,
}

impl<Id: Ord> Proposal<Id> {
    pub fn of(one: Id, other: Id, score: i32, parts: &impl Serialize) -> Result<Self> {
        Ok(Self { both: pair(one, other), score, parts: serde_json::to_string(parts)? })
    }
}

/// The columns of a table of pairs.
#[derive(Clone, Copy, Debug)]
pub struct Columns<C> {
    pub first: C,
    pub second: C,
    pub score: C,
    pub parts: C,
    pub state: C,
    pub found_at: C,
    pub decided_at: C,
    pub person: C,
}

/// A table of pairs.
pub trait Pairs: Owned<Id: RecordId, ActiveModel: Send> {
    const COLUMNS: Columns<Self::Column>;

    fn read(row: Self::Model) -> Pair<Self::Id>;
    fn row(company: CompanyId, pair: Pair<Self::Id>) -> Self::ActiveModel;

    /// Both may be viewed by the actor, and neither is deleted or part of another.
    fn both_shown(ctx: &Ctx) -> Condition;
}

/// Makes an entity a table of pairs of these: `pairs_of! { AccountId, account }`.
macro_rules! pairs_of {
    ($id:ty, $of:ident) => {
        impl $crate::pairs::Pairs for Entity {
            const COLUMNS: $crate::pairs::Columns<Column> = $crate::pairs::Columns {
                first: Column::FirstId,
                second: Column::SecondId,
                score: Column::Score,
                parts: Column::Parts,
                state: Column::State,
                found_at: Column::FoundAt,
                decided_at: Column::DecidedAt,
                person: Column::PersonId,
            };

            fn read(row: Model) -> $crate::pairs::Pair<$id> {
                $crate::pairs::Pair {
                    first: row.first_id,
                    second: row.second_id,
                    score: row.score,
                    parts: row.parts,
                    state: row.state,
                    found_at: row.found_at,
                    decided_at: row.decided_at,
                    person: row.person_id,
                }
            }

            fn row(company: kernel::CompanyId, pair: $crate::pairs::Pair<$id>) -> ActiveModel {
                sea_orm::IntoActiveModel::into_active_model(Model {
                    company_id: company,
                    first_id: pair.first,
                    second_id: pair.second,
                    score: pair.score,
                    parts: pair.parts,
                    state: pair.state,
                    found_at: pair.found_at,
                    decided_at: pair.decided_at,
                    person_id: pair.person,
                })
            }

            fn both_shown(ctx: &frame::Ctx) -> sea_orm::Condition {
                let shown = |column: Column| {
                    let record = Expr::col(($of::Entity, $of::Column::Id));
                    let same = record.eq(Expr::col((Entity, column)));
                    Expr::exists($of::shown(ctx).filter(same).into_query())
                };
                sea_orm::Condition::all().add(shown(Column::FirstId)).add(shown(Column::SecondId))
            }
        }
    };
}
pub(crate) use pairs_of;

/// The two in the order in which they are kept.
pub fn pair<Id: Ord>(one: Id, other: Id) -> (Id, Id) {
    if one <= other { (one, other) } else { (other, one) }
}

/// Where a page of the list ended.
#[derive(Serialize, Deserialize)]
struct Key<Id>(i32, Id, Id);

/// Pairs of which this was said, both of whom the actor may see; the likest first.
pub async fn pairs_in<P: Pairs>(
    ctx: &Ctx,
    state: DuplicateState,
    cut: &Cut,
) -> Result<Page<Pair<P::Id>>> {
    let limit = cut.limit()?;
    let of = P::COLUMNS;
    let mut found = shown_in::<P>(ctx, state);
    if let Some(Key(score, first, second)) = cut.after::<Key<P::Id>>()? {
        let (first, second): (Value, Value) = (first.into(), second.into());
        let pair = Expr::tuple([of.first.into_expr(), of.second.into_expr()]);
        let beyond = pair.gt(Expr::tuple([SimpleExpr::from(first), SimpleExpr::from(second)]));
        let same = Condition::all().add(of.score.eq(score)).add(beyond);
        found = found.filter(Condition::any().add(of.score.lt(score)).add(same));
    }
    let rows = found
        .order_by_desc(of.score)
        .order_by_asc(of.first)
        .order_by_asc(of.second)
        .limit(limit + 1)
        .all(ctx)
        .await?;
    let rows: Vec<Pair<P::Id>> = rows.into_iter().map(P::read).collect();
    Page::cut(rows, limit, |it| Key(it.score, it.first, it.second))
}

/// How many of these there are.
pub async fn count_in<P: Pairs>(ctx: &Ctx, state: DuplicateState) -> Result<Tally> {
    Tally::of(ctx, [shown_in::<P>(ctx, state)]).await
}

fn shown_in<P: Pairs>(ctx: &Ctx, state: DuplicateState) -> Select<P> {
    ctx.whole_company::<P>().filter(P::COLUMNS.state.eq(state)).filter(P::both_shown(ctx))
}

/// Keeps a pair; what somebody said of it stays.
pub async fn propose<P: Pairs>(
    tx: &Tx,
    found: Proposal<P::Id>,
    state: DuplicateState,
) -> Result<()> {
    let of = P::COLUMNS;
    let decided = state != DuplicateState::Open;
    let (first, second) = found.both;
    let pair = Pair {
        first,
        second,
        score: found.score,
        parts: found.parts,
        state,
        found_at: tx.now,
        decided_at: decided.then_some(tx.now),
        person: tx.actor.somebody().filter(|_| decided),
    };
    let anew = [of.score, of.parts, of.found_at];
    let conflict =
        OnConflict::columns([P::company(), of.first, of.second]).update_columns(anew).to_owned();
    tx.put(P::row(tx.actor.company, pair), conflict).await
}

/// Says of two that they are two; whether that is news. No look proposes them again.
pub async fn part<P: Pairs>(tx: &Tx, one: P::Id, other: P::Id) -> Result<bool> {
    say::<P>(tx, one, other, DuplicateState::Dismissed).await
}

/// Takes back that two are two; whether that was said.
pub async fn ask_again<P: Pairs>(tx: &Tx, one: P::Id, other: P::Id) -> Result<bool> {
    say::<P>(tx, one, other, DuplicateState::Open).await
}

async fn say<P: Pairs>(tx: &Tx, one: P::Id, other: P::Id, state: DuplicateState) -> Result<bool> {
    let known = known::<P>(tx, one, other).await?;
    // What has become one is parted where it was merged.
    let known = known.filter(|it| it.state != DuplicateState::Merged).ok_or(Error::NotFound)?;
    if known.state == state {
        return Ok(false);
    }
    let of = P::COLUMNS;
    let decided = state != DuplicateState::Open;
    let these = Condition::all().add(of.first.eq(known.first)).add(of.second.eq(known.second));
    let who = tx.actor.somebody().filter(|_| decided).map(Uuid::from);
    let values = vec![
        (of.state, Expr::value(state.word())),
        (of.decided_at, Expr::value(decided.then_some(tx.now))),
        (of.person, Expr::value(who)),
    ];
    tx.update_where::<P, _>(P::company(), these, values).await?;
    Ok(true)
}

/// If somebody proposed these two, that is settled: they become one.
pub async fn become_one<P: Pairs>(kept: &mut Kept<'_>, one: P::Id, other: P::Id) -> Result<()> {
    let Some(known) = known::<P>(kept.tx, one, other).await? else { return Ok(()) };
    let word = |it: DuplicateState| Held::Text(Some(it.word().to_owned()));
    let moment = |it: Option<Instant>| Held::Whole(it.map(|it| it.0));
    let person = |it: Option<PersonId>| Held::Id(it.map(|it| it.0));
    let changes = vec![
        change("state", word(known.state), word(DuplicateState::Merged)),
        change("decided_at", moment(known.decided_at), moment(Some(kept.tx.now))),
        change("person_id", person(known.person), person(kept.tx.actor.somebody())),
    ];
    let id = |it: P::Id| -> Uuid { it.into() };
    let key =
        vec![("first_id".to_owned(), id(known.first)), ("second_id".to_owned(), id(known.second))];
    kept.change(P::default().table_name(), key, changes).await
}

/// What is known of these two; none if nobody ever proposed them.
async fn known<P: Pairs>(ctx: &Ctx, one: P::Id, other: P::Id) -> Result<Option<Pair<P::Id>>> {
    let of = P::COLUMNS;
    let (first, second) = pair(one, other);
    let found = ctx.whole_company::<P>().filter(of.first.eq(first)).filter(of.second.eq(second));
    Ok(found.one(ctx).await?.map(P::read))
}

/// Forgets the pairs of records that are about to be taken away.
pub async fn forget_of<P: Pairs>(tx: &Tx, ids: &[P::Id]) -> Result<()> {
    let of = P::COLUMNS;
    let theirs = Condition::any()
        .add(of.first.is_in(ids.iter().copied()))
        .add(of.second.is_in(ids.iter().copied()));
    tx.delete_where::<P, _>(P::company(), theirs).await?;
    Ok(())
}

/// Pairs that no look has found since this moment are alike no more, and are forgotten; what
/// somebody said stays. Answers how many are open then, whoever may see them.
pub async fn forget_unfound<P: Pairs>(tx: &Tx, since: Instant) -> Result<i64> {
    let of = P::COLUMNS;
    let open = || of.state.eq(DuplicateState::Open);
    let old = Condition::all().add(open()).add(of.found_at.lt(since));
    tx.delete_where::<P, _>(P::company(), old).await?;

    let mut count = Query::select();
    count
        .expr(Func::count(Expr::col(of.first)))
        .from(P::default())
        .and_where(P::company().eq(tx.actor.company))
        .and_where(open());
    let rows = tx.rows(&count).await?;
    Ok(rows.first().map(|it| it.try_get_by_index(0)).transpose()?.unwrap_or_default())
}
