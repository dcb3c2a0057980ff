//! What refers to a record that knows nothing of it, so that two such records can become one.
//!
//! Two accounts are merged, and visits follow; accounts never learn that there are visits. Each
//! crate lists what of its own refers to others, and `app` lists the crates. That nothing is
//! missing is proven over the database's own list of foreign keys.

use sea_orm::sea_query::{
    Alias, Expr, ExprTrait, Query, SelectStatement, SimpleExpr, UpdateStatement,
};
use sea_orm::{ConnectionTrait, QueryResult};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::ctx::Ctx;
use crate::error::Result;
use crate::tx::Tx;

/// Rows that are changed by one statement.
const AT_ONCE: usize = 200;

/// A column in which a record of another kind is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Follows {
    /// The table of that record: `account`.
    pub to: &'static str,
    pub table: &'static str,
    pub column: &'static str,
    /// What tells the rows of one record apart: ids.
    pub key: &'static str,
    pub how: How,
    /// When the row changed last; moves along, so that phones hear of it.
    pub stamp: Option<&'static str>,
}

/// What becomes of the row when the record that it names becomes part of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// It belongs to the other from now on.
    Moves,
    /// It moves unless the other has one with the same key already.
    MovesWhereFree,
    /// It says what was, and is read through the other.
    Stays,
}

impl Follows {
    /// `Follows::moves("account", "visit", "account_id")`.
    pub const fn moves(to: &'static str, table: &'static str, column: &'static str) -> Self {
        Self { to, table, column, key: "id", how: How::Moves, stamp: None }
    }

    /// As [`moves`](Self::moves), for what there is once for each pair of this key.
    pub const fn moves_where_free(
        to: &'static str,
        table: &'static str,
        column: &'static str,
        key: &'static str,
    ) -> Self {
        Self { to, table, column, key, how: How::MovesWhereFree, stamp: None }
    }

    /// For facts, which never change.
    pub const fn stays(to: &'static str, table: &'static str, column: &'static str) -> Self {
        Self { to, table, column, key: "id", how: How::Stays, stamp: None }
    }

    /// Says in this column when the row changed.
    pub const fn stamped(self, column: &'static str) -> Self {
        Self { stamp: Some(column), ..self }
    }
}

/// What a column holds, of the kinds that our tables have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Held {
    Id(Option<Uuid>),
    Text(Option<String>),
    Whole(Option<i64>),
    Small(Option<i32>),
    /// The bits of a floating number, so that it comes back as it was.
    Measure(Option<u64>),
}

impl Held {
    pub fn measure(number: Option<f64>) -> Self {
        Self::Measure(number.map(f64::to_bits))
    }

    fn value(&self) -> SimpleExpr {
        match self {
            Self::Id(id) => Expr::value(*id),
            Self::Text(text) => Expr::value(text.clone()),
            Self::Whole(number) => Expr::value(*number),
            Self::Small(number) => Expr::value(*number),
            Self::Measure(bits) => Expr::value(bits.map(f64::from_bits)),
        }
    }

    /// What this column holds now, read as the same kind.
    fn again(&self, row: &QueryResult, column: &str) -> Result<Self> {
        Ok(match self {
            Self::Id(_) => Self::Id(row.try_get("", column)?),
            Self::Text(_) => Self::Text(row.try_get("", column)?),
            Self::Whole(_) => Self::Whole(row.try_get("", column)?),
            Self::Small(_) => Self::Small(row.try_get("", column)?),
            Self::Measure(_) => Self::measure(row.try_get("", column)?),
        })
    }
}

/// One column of a row, before and after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    pub column: String,
    pub before: Held,
    pub after: Held,
}

/// The columns by which a row is found, all of them ids.
pub type Key = Vec<(String, Uuid)>;

impl Ctx {
    /// Everything that refers to records of this table.
    pub fn followers(&self, to: &str) -> Vec<&'static Follows> {
        let mut followers = Vec::new();
        for list in &self.app.follows {
            followers.extend(list.iter().filter(|it| it.to == to));
        }
        followers
    }
}

impl Tx {
    /// Lets what follows one record follow another; answers the keys of the rows that moved.
    pub async fn move_over(&self, follows: &Follows, from: Uuid, to: Uuid) -> Result<Vec<Uuid>> {
        let mut moving = self.keys(follows, from).await?;
        match follows.how {
            How::Stays => return Ok(Vec::new()),
            How::Moves => {}
            How::MovesWhereFree => {
                let taken = self.keys(follows, to).await?;
                moving.retain(|it| !taken.contains(it));
            }
        }
        self.move_these(follows, &moving, from, to).await?;
        Ok(moving)
    }

    /// Moves these rows, those of them that still follow the first; answers how many.
    pub async fn move_these(
        &self,
        follows: &Follows,
        keys: &[Uuid],
        from: Uuid,
        to: Uuid,
    ) -> Result<u64> {
        let mut moved = 0;
        for some in keys.chunks(AT_ONCE) {
            let mut update = Query::update();
            update
                .table(Alias::new(follows.table))
                .value(Alias::new(follows.column), to)
                .and_where(self.is_ours())
                .and_where(is(follows.column, from))
                .and_where(Expr::col(Alias::new(follows.key)).is_in(some.iter().copied()));
            if let Some(stamp) = follows.stamp {
                update.value(Alias::new(stamp), self.now.0);
            }
            moved += self.apply(&update).await?;
        }
        Ok(moved)
    }

    /// Writes columns of one row.
    pub async fn change_row(&self, table: &str, key: &Key, changes: &[Change]) -> Result<()> {
        if changes.is_empty() {
            return Ok(());
        }
        let mut update = Query::update();
        update.table(Alias::new(table)).and_where(self.is_ours());
        for (column, id) in key {
            update.and_where(is(column, *id));
        }
        for change in changes {
            update.value(Alias::new(change.column.as_str()), change.after.value());
        }
        self.apply(&update).await?;
        Ok(())
    }

    /// Writes back what was before in those columns that nobody has changed since; answers the
    /// others.
    pub async fn change_back(
        &self,
        table: &str,
        key: &Key,
        changes: Vec<Change>,
    ) -> Result<Vec<Change>> {
        let mut select = Query::select();
        select.from(Alias::new(table)).and_where(self.is_ours());
        select.columns(changes.iter().map(|it| Alias::new(it.column.as_str())));
        for (column, id) in key {
            select.and_where(is(column, *id));
        }
        let rows = self.rows(&select).await?;
        let Some(row) = rows.first() else { return Ok(changes) };
        let (mut back, mut kept) = (Vec::new(), Vec::new());
        for change in changes {
            if change.after.again(row, &change.column)? == change.after {
                let Change { column, before, after } = change;
                back.push(Change { column, before: after, after: before });
            } else {
                kept.push(change);
            }
        }
        self.change_row(table, key, &back).await?;
        Ok(kept)
    }

    /// The keys of the rows that follow this record.
    pub async fn keys(&self, follows: &Follows, record: Uuid) -> Result<Vec<Uuid>> {
        let mut select: SelectStatement = Query::select();
        select
            .column(Alias::new(follows.key))
            .from(Alias::new(follows.table))
            .and_where(self.is_ours())
            .and_where(is(follows.column, record))
            .order_by(Alias::new(follows.key), sea_orm::Order::Asc);
        let rows = self.rows(&select).await?;
        Ok(rows.iter().map(|it| it.try_get_by_index(0)).collect::<Result<_, _>>()?)
    }

    fn is_ours(&self) -> SimpleExpr {
        is("company_id", self.actor.company.0)
    }

    #[expect(clippy::disallowed_methods, reason = "the one place where a table is named by a list")]
    async fn apply(&self, update: &UpdateStatement) -> Result<u64> {
        let on: &Ctx = self;
        Ok(on.execute(update).await?.rows_affected())
    }
}

fn is(column: &str, id: Uuid) -> SimpleExpr {
    Expr::col(Alias::new(column)).eq(id)
}
