//! The ledger as reports ask it: sums of whole months, and documents and their lines for the days
//! beside them.

use accounts::account;
use frame::{Ctx, Result};
use sea_orm::sea_query::{Alias, Expr, ExprTrait, IntoIden, SelectStatement, SimpleExpr};
use sea_orm::{ColumnTrait, Condition, QueryFilter, QuerySelect, QueryTrait, Select};
use transactions::{invoice, invoice_line, sales_month, source_account};

use crate::narrowing::{of_account_owners, of_accounts, of_time};
use crate::report::Counting;
use crate::rules::{Base, Span};

/// The documents that a question is about, on the days of this period.
pub fn documents(
    ctx: &Ctx,
    counting: Counting<'_>,
    span: Option<Span>,
) -> Result<Select<invoice::Entity>> {
    use invoice::Column;
    let mut found = ctx.find_to::<invoice::Entity>(counting.act);
    if let Some(Span { from, to }) = span {
        found = found.filter(Column::Day.gte(from)).filter(Column::Day.lte(to));
    }
    if let Some(currency) = &counting.question.currency {
        found = found.filter(Column::Currency.eq(currency.as_str()));
    }
    for (axis, key) in &counting.question.narrow {
        let key = key.as_deref();
        found = match axis.base() {
            Base::Month => {
                let Span { from, to } = of_time(*axis, key)?;
                found.filter(Column::Day.gte(from)).filter(Column::Day.lte(to))
            }
            Base::InvoiceCountry => found.filter(Column::Country.eq(key.unwrap_or_default())),
            Base::Account => found.filter(of_accounts(ctx, Column::AccountId, *axis, key)?),
            Base::Owner => {
                found.filter(of_account_owners(ctx, counting, Column::AccountId, *axis, key))
            }
            Base::Product | Base::Stage => found,
        };
    }
    if counting.question.without_houses {
        found = found.filter(no_house(ctx, Column::AccountId));
    }
    Ok(found)
}

/// The sums of clients that a question is about, in the months of this period.
pub fn months(
    ctx: &Ctx,
    counting: Counting<'_>,
    span: Option<Span>,
) -> Result<Select<sales_month::Entity>> {
    use sales_month::Column;
    let within = |span: Span| {
        let (first, last) = span.month_keys();
        Column::Month.gte(first).and(Column::Month.lte(last))
    };
    let mut found = ctx.find_to::<sales_month::Entity>(counting.act);
    if let Some(span) = span {
        found = found.filter(within(span));
    }
    if let Some(currency) = &counting.question.currency {
        found = found.filter(Column::Currency.eq(currency.as_str()));
    }
    for (axis, key) in &counting.question.narrow {
        let key = key.as_deref();
        found = match axis.base() {
            Base::Month => found.filter(within(of_time(*axis, key)?)),
            Base::InvoiceCountry => found.filter(Column::Country.eq(key.unwrap_or_default())),
            Base::Account => found.filter(of_accounts(ctx, Column::AccountId, *axis, key)?),
            Base::Owner => {
                found.filter(of_account_owners(ctx, counting, Column::AccountId, *axis, key))
            }
            Base::Product | Base::Stage => found,
        };
    }
    if counting.question.without_houses {
        found = found.filter(no_house(ctx, Column::AccountId));
    }
    Ok(found)
}

fn no_house(ctx: &Ctx, account: impl ColumnTrait) -> Condition {
    Condition::all().add(account.not_in_subquery(source_account::houses(ctx.actor.company)))
}

/// Documents, added up by their bases: the parts are sums over `line` where there are lines.
pub fn of_documents(
    found: Select<invoice::Entity>,
    bases: &[Base],
    parts: &[SimpleExpr],
    with_lines: bool,
) -> SelectStatement {
    use invoice::Column;
    let mut select = found.select_only().into_query();
    if with_lines {
        let same = Expr::col((invoice_line::Entity, invoice_line::Column::CompanyId))
            .eq(Column::CompanyId.into_expr())
            .and(
                Expr::col((invoice_line::Entity, invoice_line::Column::InvoiceId))
                    .eq(Column::Id.into_expr()),
            );
        select.inner_join(invoice_line::Entity, same);
    }
    if bases.contains(&Base::Owner) {
        with_accounts(&mut select, Column::CompanyId, Column::AccountId);
    }
    let key = |base: &Base| match base {
        Base::Owner => account::Column::OwnerId.into_expr(),
        Base::Product => invoice_line::Column::ProductId.into_expr(),
        Base::InvoiceCountry => Column::Country.into_expr(),
        Base::Month => Expr::cust("substr(invoice.day, 1, 7)"),
        Base::Account | Base::Stage => Column::AccountId.into_expr(),
    };
    grouped(&mut select, bases.iter().map(key), Column::Currency.into_expr(), parts);
    select
}

/// Sums of clients, added up by their bases.
pub fn of_months(
    found: Select<sales_month::Entity>,
    bases: &[Base],
    parts: &[SimpleExpr],
) -> SelectStatement {
    use sales_month::Column;
    let mut select = found.select_only().into_query();
    if bases.contains(&Base::Owner) {
        with_accounts(&mut select, Column::CompanyId, Column::AccountId);
    }
    let key = |base: &Base| match base {
        Base::Owner => account::Column::OwnerId.into_expr(),
        Base::InvoiceCountry => Column::Country.into_expr(),
        Base::Month => Column::Month.into_expr(),
        Base::Account | Base::Stage | Base::Product => Column::AccountId.into_expr(),
    };
    grouped(&mut select, bases.iter().map(key), Column::Currency.into_expr(), parts);
    select
}

/// Beside each row the account that it is of, for whose it is.
pub fn with_accounts(
    select: &mut SelectStatement,
    company: impl ColumnTrait,
    account: impl ColumnTrait,
) {
    let same = Expr::col((account::Entity, account::Column::CompanyId))
        .eq(company.into_expr())
        .and(Expr::col((account::Entity, account::Column::Id)).eq(account.into_expr()));
    select.inner_join(account::Entity, same);
}

/// Keys, the currency and the parts, in this order, one row for each combination of the first.
pub fn grouped(
    select: &mut SelectStatement,
    keys: impl Iterator<Item = SimpleExpr>,
    currency: SimpleExpr,
    parts: &[SimpleExpr],
) {
    for (place, key) in keys.chain([currency]).enumerate() {
        let name = Alias::new(format!("key{place}")).into_iden();
        select.expr_as(key.clone(), name);
        select.add_group_by([key]);
    }
    for (place, part) in parts.iter().enumerate() {
        select.expr_as(part.clone(), Alias::new(format!("part{place}")));
    }
}

/// A sum that both engines give as an integer of eight bytes, and nothing as 0.
pub fn sum_of(column: impl ColumnTrait) -> SimpleExpr {
    let sum = Expr::from(sea_orm::sea_query::Func::sum(column.into_expr()));
    Expr::from(sea_orm::sea_query::Func::coalesce([sum, Expr::value(0_i64)])).cast_as("bigint")
}
