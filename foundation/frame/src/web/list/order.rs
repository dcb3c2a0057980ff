//! The orders of a list, each walked from where the last page ended.

use sea_orm::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait, Order, SimpleExpr};
use sea_orm::{QueryOrder, Select};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{Cut, Page};
use crate::ctx::Owned;
use crate::error::{Error, Result};

/// A row of a list.
type Row<O> = <<O as Ordered>::Of as EntityTrait>::Model;

/// An order of a list: by something, and by the id where that is the same.
pub trait Ordered: Copy + PartialEq + Serialize + DeserializeOwned {
    type Of: Owned<Id: Serialize + DeserializeOwned>;

    /// As the index of this order has it, to the letter.
    fn by(self) -> SimpleExpr;

    /// What is largest comes first.
    fn falls(self) -> bool {
        false
    }

    /// It is by a number, and not by a text.
    fn counts(self) -> bool {
        false
    }

    /// What this row is ordered by; the text of the number.
    fn value(self, row: &Row<Self>) -> String;

    fn id(row: &Row<Self>) -> <Self::Of as Owned>::Id;

    /// In this order.
    fn order(self, found: Select<Self::Of>) -> Select<Self::Of> {
        self.order_by(found, self.by())
    }

    /// In the same order, written in another way.
    fn order_by(self, found: Select<Self::Of>, by: SimpleExpr) -> Select<Self::Of> {
        let way = if self.falls() { Order::Desc } else { Order::Asc };
        found.order_by(by, way.clone()).order_by(Self::Of::id(), way)
    }

    /// Only what follows after the page before; everything at the beginning.
    fn after(self, cut: &Cut) -> Result<Option<SimpleExpr>> {
        let Some((of, value, id)) = cut.after::<(Self, String, <Self::Of as Owned>::Id)>()? else {
            return Ok(None);
        };
        if of != self {
            return Err(Error::Malformed("the cursor belongs to another order".to_owned()));
        }
        let value = if self.counts() {
            let wrong = |_| Error::Malformed("cursor is not one of ours".to_owned());
            SimpleExpr::from(value.parse::<i64>().map_err(wrong)?)
        } else {
            SimpleExpr::from(value)
        };
        let row = Expr::tuple([self.by(), Self::Of::id().into_expr()]);
        let id: Value = id.into();
        let last = Expr::tuple([value, SimpleExpr::from(id)]);
        Ok(Some(if self.falls() { row.lt(last) } else { row.gt(last) }))
    }

    /// Of rows read with one more than `limit`, a page.
    fn page(self, rows: Vec<Row<Self>>, limit: u64) -> Result<Page<Row<Self>>> {
        Page::cut(rows, limit, |it| (self, self.value(it), Self::id(it)))
    }
}
