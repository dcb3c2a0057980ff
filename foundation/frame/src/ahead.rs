//! A question within a question that is asked once, and before it.
//!
//! PostgreSQL takes `in (select …)` for a join, and plans it by what it knows of the tables. Of
//! tables that were just filled it knows nothing, takes them for nearly empty, and makes loops
//! within loops: a list of five hundred clients then takes longer than a statement may. What is no
//! join is asked once, whatever is known. SQLite asks it once as it is.

use sea_orm::DbBackend;
use sea_orm::sea_query::{Expr, ExprTrait, SelectStatement, SimpleExpr};

use crate::ctx::Ctx;

/// One of those that are found by this question, which are few: they are looked up one by one.
pub fn one_of(ctx: &Ctx, it: impl Into<SimpleExpr>, few: SelectStatement) -> SimpleExpr {
    let it = it.into();
    if ctx.app.db.backend() == DbBackend::Sqlite {
        return it.in_subquery(few);
    }
    let few = SimpleExpr::SubQuery(None, Box::new(few.into()));
    Expr::cust_with_exprs("$1 = any(array($2))", [it, few])
}

/// One of those that are found by this question, of which there may be many: whatever else is found
/// is held against them.
pub fn among(ctx: &Ctx, it: impl Into<SimpleExpr>, many: SelectStatement) -> SimpleExpr {
    let among = it.into().in_subquery(many);
    if ctx.app.db.backend() == DbBackend::Sqlite {
        return among;
    }
    Expr::cust_with_expr("($1) is true", among)
}
