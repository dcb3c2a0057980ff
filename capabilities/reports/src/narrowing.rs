//! What sources share: narrowing to a key, and reading what the database added up.

use accounts::{AccountId, account};
use frame::{Ctx, Error, Result, sums};
use sea_orm::sea_query::{Expr, ExprTrait, Query, SimpleExpr};
use sea_orm::{ColumnTrait, Condition, QueryResult};
use uuid::Uuid;

use crate::report::Counting;
use crate::rules::{Axis, Base, Row, Span};

/// The id that an address names.
pub fn of_id<T: std::str::FromStr>(key: &str) -> Result<T> {
    key.parse().map_err(|_| Error::Malformed(format!("{key:?} is no id")))
}

/// The days of a key of time that an address names.
pub fn of_time(axis: Axis, key: Option<&str>) -> Result<Span> {
    let key = key.unwrap_or_default();
    let no_time = || Error::Malformed(format!("`{}` cannot be {key:?}", axis.word()));
    Span::of_key(axis, key).ok_or_else(no_time)
}

/// The rows whose account, in this column, has this key of an axis of accounts; with no key, those
/// that have none.
pub fn of_accounts(
    ctx: &Ctx,
    column: impl ColumnTrait,
    axis: Axis,
    key: Option<&str>,
) -> Result<Condition> {
    let one = match axis {
        Axis::Account => {
            return Ok(Condition::all().add(match key {
                Some(key) => column.eq(of_id::<AccountId>(key)?),
                None => column.is_null(),
            }));
        }
        Axis::Industry => account::Column::Industry,
        Axis::Country => account::Column::Country,
        _ => account::Column::Tier,
    };
    let fits = match key {
        Some(key) => Expr::col(one).eq(key),
        None => one.is_null(),
    };
    Ok(within_accounts(ctx, column, fits, key.is_none()))
}

/// The rows whose account, in this column, belongs to somebody with this key of an axis of people;
/// with no key, also those whose account is nobody's.
pub fn of_account_owners(
    ctx: &Ctx,
    counting: Counting<'_>,
    column: impl ColumnTrait,
    axis: Axis,
    key: Option<&str>,
) -> Condition {
    let theirs = account::Column::OwnerId.is_in(counting.known.people_with(axis, key));
    let fits = if key.is_none() { theirs.or(account::Column::OwnerId.is_null()) } else { theirs };
    within_accounts(ctx, column, fits, false)
}

fn within_accounts(
    ctx: &Ctx,
    column: impl ColumnTrait,
    fits: SimpleExpr,
    or_none: bool,
) -> Condition {
    let theirs = Query::select()
        .column(account::Column::Id)
        .from(account::Entity)
        .and_where(account::Column::CompanyId.eq(ctx.actor.company))
        .and_where(fits)
        .to_owned();
    let theirs = column.in_subquery(theirs);
    if or_none {
        Condition::any().add(theirs).add(column.is_null())
    } else {
        Condition::all().add(theirs)
    }
}

/// A row as the database adds it up: its keys in the order of the bases, its currency, its parts.
pub fn read_row(found: &QueryResult, bases: &[Base], parts: usize) -> Result<Row> {
    let key = |(place, base): (usize, &Base)| match base {
        Base::Owner | Base::Account | Base::Product => {
            let id: Option<Uuid> = found.try_get_by_index(place)?;
            Ok(id.map(|it| it.to_string()))
        }
        Base::Stage | Base::InvoiceCountry | Base::Month => Ok(found.try_get_by_index(place)?),
    };
    let keys = bases.iter().enumerate().map(key).collect::<Result<_>>()?;
    let currency = found.try_get_by_index(bases.len())?;
    let part = |place: usize| {
        let part: i64 = found.try_get_by_index(bases.len() + 1 + place)?;
        Ok(i128::from(part))
    };
    let parts = (0..parts).map(part).collect::<Result<_>>()?;
    Ok(Row { keys, currency, parts })
}

/// The same, where the parts at these places stand in two halves each.
pub fn read_halves(
    found: &QueryResult,
    bases: &[Base],
    parts: usize,
    halved: &[usize],
) -> Result<Row> {
    let mut row = read_row(found, bases, parts + halved.len())?;
    // From the first on: those before it are whole by then, and so it is where it belongs.
    for &place in halved {
        let low = row.parts.remove(place + 1);
        row.parts[place] = sums::whole(row.parts[place], low);
    }
    Ok(row)
}
