//! Which documents somebody looks for, and what those come to.

use accounts::{AccountId, account};
use frame::web::list::{Cut, Ordered, Page, read};
use frame::{Ctx, Error, Result, sums, text};
use kernel::{Day, Exact};
use sea_orm::sea_query::{Expr, ExprTrait, Func, LikeExpr, Query, SelectStatement, SimpleExpr};
use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryOrder, QuerySelect, Select};
use serde::{Deserialize, Serialize};

use crate::invoice::{Column, Entity, InvoiceId, Model};
use crate::rules::{InvoiceKind, InvoiceState};
use crate::source_account;

/// The state of what should have been paid by now.
pub const OVERDUE: &str = "overdue";

/// What somebody looks for, as the address says it; what is empty does not matter.
#[derive(Clone, Debug, Default, Deserialize, Serialize, utoipa::IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct Looked {
    /// In the number of the document, or in the client's name.
    pub q: String,
    #[param(value_type = Option<AccountId>)]
    pub account_id: String,
    /// From this day on.
    #[param(value_type = Option<Day>)]
    pub from: String,
    /// Until this day.
    #[param(value_type = Option<Day>)]
    pub to: String,
    /// `invoice`, `credit-note`, `cancellation` or `adjustment`.
    #[param(pattern = "^(invoice|credit-note|cancellation|adjustment)?$")]
    pub kind: String,
    /// `open`, `part-paid`, `paid`, `credited`, or `overdue`.
    #[param(pattern = "^(open|part-paid|paid|credited|overdue)?$")]
    pub state: String,
    /// `without` leaves out clients who are not named, `only` shows nothing else.
    #[param(pattern = "^(without|only)?$")]
    pub house: String,
}

/// What documents in one currency come to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Total {
    pub currency: String,
    pub documents: i64,
    #[serde(rename = "total")]
    pub amount: Exact,
    /// What is still owed of it.
    pub open: Exact,
}

/// The latest first.
#[derive(Clone, Copy, PartialEq, Serialize, Deserialize)]
struct Latest;

impl Ordered for Latest {
    type Of = Entity;

    fn by(self) -> SimpleExpr {
        Column::Day.into_expr()
    }

    fn falls(self) -> bool {
        true
    }

    fn value(self, invoice: &Model) -> String {
        invoice.day.to_string()
    }

    fn id(invoice: &Model) -> InvoiceId {
        invoice.id
    }
}

/// Some of the documents that the actor may view, the latest first.
pub async fn find_invoices(ctx: &Ctx, looked: &Looked, cut: &Cut) -> Result<Page<Model>> {
    let limit = cut.limit()?;
    let mut found = filtered(ctx, looked)?;
    if let Some(beyond) = Latest.after(cut)? {
        found = found.filter(beyond);
    }
    let found = Latest.order(found).limit(limit + 1);
    Latest.page(found.all(ctx).await?, limit)
}

/// What all of them come to, one sum for each currency.
pub async fn totals(ctx: &Ctx, looked: &Looked) -> Result<Vec<Total>> {
    let ([total, rest], [owed, rest_owed]) =
        (sums::halves(Column::Total.into_expr()), sums::halves(open()));
    let rows: Vec<(String, i64, i64, i64, i64, i64)> = filtered(ctx, looked)?
        .select_only()
        .column(Column::Currency)
        .column_as(Column::Id.count(), "documents")
        .column_as(total, "total")
        .column_as(rest, "rest")
        .column_as(owed, "open")
        .column_as(rest_owed, "rest_open")
        .group_by(Column::Currency)
        .order_by_asc(Column::Currency)
        .into_tuple()
        .all(ctx)
        .await?;
    let exact = |high: i64, low: i64| Exact(sums::nearest(sums::whole(high, low)));
    let total = |(currency, documents, total, rest, open, rest_open)| Total {
        currency,
        documents,
        amount: exact(total, rest),
        open: exact(open, rest_open),
    };
    Ok(rows.into_iter().map(total).collect())
}

/// What is still owed.
pub fn open() -> SimpleExpr {
    Column::Total.into_expr().sub(Column::Credited.into_expr()).sub(Column::Paid.into_expr())
}

fn filtered(ctx: &Ctx, looked: &Looked) -> Result<Select<Entity>> {
    let mut found = ctx.find::<Entity>();
    if let Some(account) =
        read("account_id", &looked.account_id, |it| it.parse::<AccountId>().ok())?
    {
        found = found.filter(Column::AccountId.eq(account));
    }
    let day = |it: &str| it.parse::<Day>().ok();
    if let Some(from) = read("from", &looked.from, day)? {
        found = found.filter(Column::Day.gte(from));
    }
    if let Some(to) = read("to", &looked.to, day)? {
        found = found.filter(Column::Day.lte(to));
    }
    if let Some(kind) = read("kind", &looked.kind, InvoiceKind::from_word)? {
        found = found.filter(Column::Kind.eq(kind));
    }
    if looked.state == OVERDUE {
        let today = ctx.now.day(&ctx.actor.zone);
        found = found.filter(Column::DueOn.lt(today)).filter(open().gt(0));
    } else if let Some(state) = read("state", &looked.state, InvoiceState::from_word)? {
        found = found.filter(Column::State.eq(state));
    }
    let houses = || source_account::houses(ctx.actor.company);
    found = match looked.house.as_str() {
        "" => found,
        "without" => found.filter(Column::AccountId.not_in_subquery(houses())),
        "only" => found.filter(Column::AccountId.in_subquery(houses())),
        other => return Err(Error::Malformed(format!("`house` cannot be {other:?}"))),
    };
    if let Some(words) = text::line(&looked.q) {
        found = found.filter(speaks_of(ctx, &words));
    }
    Ok(found)
}

fn speaks_of(ctx: &Ctx, words: &str) -> Condition {
    let anywhere = |words: &str| LikeExpr::new(text::like(words)).escape('\\');
    let key = text::key(words);
    let number = Expr::from(Func::lower(Column::Number.into_expr()));
    let called = Column::AccountId.in_subquery(clients_called(ctx, &key));
    Condition::any().add(number.like(anywhere(&key))).add(called)
}

/// The clients in whose name this stands, as a sub-query.
pub fn clients_called(ctx: &Ctx, key: &str) -> SelectStatement {
    Query::select()
        .column(account::Column::Id)
        .from(account::Entity)
        .and_where(account::Column::CompanyId.eq(ctx.actor.company))
        .and_where(account::Column::NameKey.like(LikeExpr::new(text::like(key)).escape('\\')))
        .to_owned()
}
