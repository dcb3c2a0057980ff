//! Which payments somebody looks for, and what those come to.

use std::collections::HashMap;

use accounts::AccountId;
use frame::web::list::{Cut, Ordered, Page, read};
use frame::{Ctx, Result, sums, text};
use kernel::{Day, Exact};
use sea_orm::sea_query::{Expr, ExprTrait, Func, LikeExpr, Query, SimpleExpr};
use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select};
use serde::{Deserialize, Serialize};

use crate::allocation;
use crate::find_invoices::clients_called;
use crate::payment::{Column, Entity, Model, PaymentId};
use crate::rules::Allocated;

/// What somebody looks for, as the address says it; what is empty does not matter.
#[derive(Clone, Debug, Default, Deserialize, Serialize, utoipa::IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct Looked {
    /// In the key of the payment, or in the client's name.
    pub q: String,
    #[param(value_type = Option<AccountId>)]
    pub account_id: String,
    /// From this day on.
    #[param(value_type = Option<Day>)]
    pub from: String,
    /// Until this day.
    #[param(value_type = Option<Day>)]
    pub to: String,
    /// `IDR`
    pub currency: String,
    /// In how it was paid.
    pub method: String,
    /// `none`, `part` or `all`: how much of it has found the documents that it pays.
    #[param(pattern = "^(none|part|all)?$")]
    pub allocated: String,
}

/// What payments in one currency come to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct PaymentsTotal {
    pub currency: String,
    pub payments: i64,
    pub amount: Exact,
    /// What of it waits for documents.
    pub left: Exact,
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

    fn value(self, payment: &Model) -> String {
        payment.day.to_string()
    }

    fn id(payment: &Model) -> PaymentId {
        payment.id
    }
}

/// Some of the payments that the actor may view, the latest first.
pub async fn find_payments(ctx: &Ctx, looked: &Looked, cut: &Cut) -> Result<Page<Model>> {
    let limit = cut.limit()?;
    let mut found = filtered(ctx, looked)?;
    if let Some(beyond) = Latest.after(cut)? {
        found = found.filter(beyond);
    }
    let found = Latest.order(found).limit(limit + 1);
    Latest.page(found.all(ctx).await?, limit)
}

/// What all of them come to, one sum for each currency.
pub async fn totals(ctx: &Ctx, looked: &Looked) -> Result<Vec<PaymentsTotal>> {
    let [amount, rest] = sums::halves(Column::Amount.into_expr());
    let rows: Vec<(String, i64, i64, i64)> = filtered(ctx, looked)?
        .select_only()
        .column(Column::Currency)
        .column_as(Column::Id.count(), "payments")
        .column_as(amount, "amount")
        .column_as(rest, "rest")
        .group_by(Column::Currency)
        .order_by_asc(Column::Currency)
        .into_tuple()
        .all(ctx)
        .await?;
    // All parts at once: asked payment by payment, a hundred thousand of them would be waited for.
    let [allocated, rest] = sums::halves(allocation::Column::Amount.into_expr());
    let mut parts = filtered(ctx, looked)?
        .select_only()
        .column(Column::Currency)
        .column_as(allocated, "allocated")
        .column_as(rest, "rest")
        .group_by(Column::Currency);
    QueryTrait::query(&mut parts).inner_join(allocation::Entity, is_part());
    let parts: Vec<(String, i64, i64)> = parts.into_tuple().all(ctx).await?;
    let parts: HashMap<String, i128> =
        parts.into_iter().map(|(currency, high, low)| (currency, sums::whole(high, low))).collect();
    let total = |(currency, payments, amount, rest): (String, i64, i64, i64)| {
        let amount = sums::whole(amount, rest);
        let left = amount - parts.get(&currency).copied().unwrap_or_default();
        PaymentsTotal {
            left: Exact(sums::nearest(left)),
            currency,
            payments,
            amount: Exact(sums::nearest(amount)),
        }
    };
    Ok(rows.into_iter().map(total).collect())
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
    if let Some(currency) = text::line(&looked.currency) {
        found = found.filter(Column::Currency.eq(currency.to_uppercase()));
    }
    if let Some(method) = text::line(&looked.method) {
        found = found.filter(says(Column::Method, &method));
    }
    match read("allocated", &looked.allocated, Allocated::from_word)? {
        None => {}
        Some(Allocated::Nothing) => found = found.filter(allocated().eq(0_i64)),
        Some(Allocated::Whole) => {
            found = found.filter(allocated().eq(Column::Amount.into_expr()));
        }
        Some(Allocated::Part) => {
            let part = Condition::all()
                .add(allocated().ne(0_i64))
                .add(allocated().ne(Column::Amount.into_expr()));
            found = found.filter(part);
        }
    }
    if let Some(words) = text::line(&looked.q) {
        let called = Column::AccountId.in_subquery(clients_called(ctx, &text::key(&words)));
        found = found.filter(Condition::any().add(says(Column::Key, &words)).add(called));
    }
    Ok(found)
}

/// These words stand in this column, however they are written.
fn says(column: Column, words: &str) -> SimpleExpr {
    let anywhere = LikeExpr::new(text::like(&text::key(words))).escape('\\');
    Expr::from(Func::lower(column.into_expr())).like(anywhere)
}

/// How much of a payment is allocated.
fn allocated() -> SimpleExpr {
    let sum = Expr::from(Func::sum(allocation::Column::Amount.into_expr()));
    let parts = Query::select()
        .expr(Func::coalesce([sum, Expr::value(0_i64)]))
        .from(allocation::Entity)
        .and_where(is_part())
        .to_owned();
    SimpleExpr::SubQuery(None, Box::new(parts.into()))
}

/// An allocation is of a payment.
fn is_part() -> SimpleExpr {
    let company = allocation::Column::CompanyId.into_expr().eq(Column::CompanyId.into_expr());
    let payment = allocation::Column::PaymentId.into_expr().eq(Column::Id.into_expr());
    company.and(payment)
}

#[cfg(test)]
mod tests {
    use testing::{FAJAR, World, id};

    use super::*;

    #[tokio::test]
    async fn payments_are_walked_along_their_days_without_being_sorted() {
        let world = World::with(crate::routes()).await;
        let ctx = world.ctx(FAJAR);
        let of_client = Looked { account_id: id("toko-maju").to_string(), ..Looked::default() };

        for (looked, index) in [(Looked::default(), "payment_day"), (of_client, "payment_account")]
        {
            let found = Latest.order(filtered(&ctx, &looked).unwrap()).limit(51);
            let Some(plan) = testing::plan(&ctx, &found).await else { return };
            assert!(plan.contains(index) && !plan.contains("TEMP B-TREE"), "{plan}");
        }
    }
}
