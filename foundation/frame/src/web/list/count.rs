//! How many rows there are, as far as a page says it.

use sea_orm::sea_query::{Alias, Expr, Query};
use sea_orm::{QuerySelect, QueryTrait, Select};

use crate::ctx::{Ctx, Owned};
use crate::error::Result;

/// A page counts so far; to know whether 90,000 or 100,000 fit, all of them would have to be read.
const MOST_COUNTED: u64 = 1_000;

/// How many rows fit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub counted: u64,
    /// There are more than were counted.
    pub more: bool,
}

impl Tally {
    /// Of rows that were found, each in one of these questions alone.
    pub async fn of<E: Owned>(
        ctx: &Ctx,
        found: impl IntoIterator<Item = Select<E>>,
    ) -> Result<Self> {
        let mut counted = 0;
        for found in found {
            let rows = found.select_only().column(E::id()).limit(MOST_COUNTED + 1 - counted);
            let mut count = Query::select();
            count
                .expr(Expr::cust("count(*)"))
                .from_subquery(rows.into_query(), Alias::new("found"));
            let row = ctx.rows(&count).await?.into_iter().next();
            let part: i64 = row.map(|it| it.try_get_by_index(0)).transpose()?.unwrap_or_default();
            counted += u64::try_from(part).unwrap_or_default();
            if MOST_COUNTED < counted {
                return Ok(Self { counted: MOST_COUNTED, more: true });
            }
        }
        Ok(Self { counted, more: false })
    }
}
