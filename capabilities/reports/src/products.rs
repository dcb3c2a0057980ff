//! What was sold, as reports count it: the lines of the ledger, by product.

use accounts::{AccountId, account};
use catalogue::ProductId;
use frame::app::Asking;
use frame::web::list::{Cut, Page};
use frame::{Ctx, Result, sums};
use kernel::access::{Area, Reach};
use kernel::{Day, Exact, KeptDay};
use sea_orm::sea_query::{Expr, ExprTrait, Order as Direction, SelectStatement, SimpleExpr};
use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryResult, QuerySelect, QueryTrait, Select};
use transactions::{InvoiceId, invoice, invoice_line, sales_month, sales_product_month};

use crate::ledger::{documents, grouped, months, of_documents, of_months, sum_of};
use crate::narrowing::{of_id, of_time, read_halves};
use crate::report::{Counting, Listed, Report, Source};
use crate::rules::{Axis, Base, Formula, Measure, Order, Pieces, Row, Span, Unit, Within, roll_up};
use crate::words::Words;

/// The parts of a row, by their places.
const NET: usize = 0;
const QUANTITY: usize = 1;
const LINES: usize = 2;

const MEASURES: &[Measure] = &[
    Measure { word: "net", unit: Unit::Exact, formula: Formula::Sum(NET) },
    Measure { word: "quantity", unit: Unit::Quantity, formula: Formula::Sum(QUANTITY) },
    Measure {
        word: "average_price",
        unit: Unit::Price,
        formula: Formula::Ratio { part: NET, whole: &[QUANTITY] },
    },
    Measure { word: "lines", unit: Unit::Count, formula: Formula::Sum(LINES) },
];

const AXES: &[Axis] = &[
    Axis::Product,
    Axis::Series,
    Axis::Month,
    Axis::Quarter,
    Axis::Year,
    Axis::InvoiceCountry,
    Axis::Account,
    Axis::Industry,
    Axis::Country,
    Axis::Tier,
    Axis::Person,
    Axis::Team,
    Axis::Office,
    Axis::Manager,
];

const LINES_SOLD: Source = Source {
    area: Area::Transactions,
    also: &[],
    what: "line",
    is_ahead: false,
    has_houses: true,
    silent_days: None,
    behind: &[],
    parts: 3,
    measures: MEASURES,
    axes: AXES,
    count: |ctx, counting| Box::pin(count(ctx, counting)) as Asking<'_, Vec<Row>>,
    list: |ctx, counting, cut| Box::pin(list(ctx, counting, cut)) as Asking<'_, Page<Listed>>,
};

pub const PRODUCTS: Report = Report {
    word: "products",
    source: &LINES_SOLD,
    title: |lang| Words::of(lang).products_title(),
    lead: |lang| Words::of(lang).products_lead().to_owned(),
    icon: "package",
    by: Axis::Product,
    within: Within::TwelveMonths,
    compare: None,
    order: Order::Most,
    show: NET,
};

async fn count(ctx: &Ctx, counting: Counting<'_>) -> Result<Vec<Row>> {
    if !is_summed(ctx, counting) {
        return of_lines(ctx, counting, counting.span).await;
    }
    let (whole, edges) = match counting.span.map(Span::pieces) {
        None => (Some(None), Vec::new()),
        Some(Pieces { months, edges }) => (months.map(Some), edges),
    };
    let mut rows = Vec::new();
    if let Some(span) = whole {
        rows.extend(of_sums(ctx, counting, span).await?);
    }
    for span in edges {
        rows.extend(of_lines(ctx, counting, Some(span)).await?);
    }
    Ok(rows)
}

/// Whether the sums of products can answer: they are the company's, and know no client.
fn is_summed(ctx: &Ctx, counting: Counting<'_>) -> bool {
    let question = counting.question;
    let narrows = question.narrow.iter().map(|it| it.0.base());
    let knows = |it: Base| matches!(it, Base::Product | Base::InvoiceCountry | Base::Month);
    ctx.actor.reach(counting.act, Area::Transactions) == Reach::Company
        && !question.without_houses
        && counting.bases.iter().copied().chain(narrows).all(knows)
}

async fn of_lines(ctx: &Ctx, counting: Counting<'_>, span: Option<Span>) -> Result<Vec<Row>> {
    use invoice_line::Column;
    let found = documents(ctx, counting, span)?;
    let lines = Column::Number.count().cast_as("bigint");
    let parts = parts_of(Column::Net, Column::Quantity, lines);
    let mut select = of_documents(found, counting.bases, &parts, true);
    select.cond_where(of_product(counting, Column::ProductId)?);
    read(ctx, &select, counting.bases).await
}

async fn read(ctx: &Ctx, select: &SelectStatement, bases: &[Base]) -> Result<Vec<Row>> {
    let rows = ctx.rows(select).await?;
    let halved = [NET, QUANTITY];
    rows.iter().map(|it| read_halves(it, bases, LINES_SOLD.parts, &halved)).collect()
}

/// The parts of a row, of which two stand in halves.
fn parts_of(
    net: impl ColumnTrait,
    quantity: impl ColumnTrait,
    lines: SimpleExpr,
) -> [SimpleExpr; 5] {
    let [net, rest_of_net] = sums::halves(net.into_expr());
    let [quantity, rest_of_quantity] = sums::halves(quantity.into_expr());
    [net, rest_of_net, quantity, rest_of_quantity, lines]
}

/// Lines of whole months. What is in the sums of clients and in none of a product has no product.
async fn of_sums(ctx: &Ctx, counting: Counting<'_>, span: Option<Span>) -> Result<Vec<Row>> {
    let product = |it: &&(Axis, Option<String>)| it.0.base() == Base::Product;
    let mut rows = product_sums(ctx, counting, span, counting.bases, true).await?;
    let some_product =
        counting.question.narrow.iter().filter(product).any(|(_, key)| key.is_some());
    if some_product {
        return Ok(rows);
    }

    let others: Vec<Base> =
        counting.bases.iter().copied().filter(|it| *it != Base::Product).collect();
    let lines = sum_of(sales_month::Column::Lines);
    let parts = parts_of(sales_month::Column::Net, sales_month::Column::Quantity, lines);
    let all = of_months(months(ctx, counting, span)?, &others, &parts);
    let all = read(ctx, &all, &others).await?;
    let with_product = product_sums(ctx, counting, span, &others, false).await?;
    let less = with_product.into_iter().map(|mut row| {
        row.parts.iter_mut().for_each(|it| *it = -*it);
        row
    });
    let rest = roll_up(all.into_iter().chain(less), Clone::clone);
    let place = counting.bases.iter().position(|it| *it == Base::Product);
    rows.extend(rest.into_iter().filter(|it| it.parts.iter().any(|it| *it != 0)).map(|mut row| {
        if let Some(place) = place {
            row.keys.insert(place, None);
        }
        row
    }));
    Ok(rows)
}

async fn product_sums(
    ctx: &Ctx,
    counting: Counting<'_>,
    span: Option<Span>,
    bases: &[Base],
    narrowed: bool,
) -> Result<Vec<Row>> {
    use sales_product_month::Column;
    let within = |span: Span| {
        let (first, last) = span.month_keys();
        Column::Month.gte(first).and(Column::Month.lte(last))
    };
    let mut found: Select<sales_product_month::Entity> = ctx.find_to(counting.act);
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
            _ => found,
        };
    }
    if narrowed {
        found = found.filter(of_product(counting, Column::ProductId)?);
    }
    let key = |base: &Base| match base {
        Base::Month => Column::Month.into_expr(),
        Base::InvoiceCountry => Column::Country.into_expr(),
        _ => Column::ProductId.into_expr(),
    };
    let parts = parts_of(Column::Net, Column::Quantity, sum_of(Column::Lines));
    let mut select = found.select_only().into_query();
    grouped(&mut select, bases.iter().map(key), Column::Currency.into_expr(), &parts);
    read(ctx, &select, bases).await
}

/// The rows of the products that the question is about.
fn of_product(counting: Counting<'_>, column: impl ColumnTrait) -> Result<Condition> {
    let mut all = Condition::all();
    for (axis, key) in &counting.question.narrow {
        all = match (axis, key.as_deref()) {
            (Axis::Product, Some(key)) => all.add(column.eq(of_id::<ProductId>(key)?)),
            (Axis::Product, None) => all.add(column.is_null()),
            (Axis::Series, key) => {
                let theirs = column.is_in(counting.known.products_of(key));
                all.add(if key.is_none() { theirs.or(column.is_null()) } else { theirs })
            }
            _ => all,
        };
    }
    Ok(all)
}

/// A line of a document.
struct Line {
    invoice: InvoiceId,
    number: i32,
    document: String,
    day: Day,
    account: AccountId,
    currency: String,
    product: Option<ProductId>,
    text: String,
    quantity: Exact,
    net: Exact,
}

impl Line {
    fn read(found: &QueryResult) -> Result<Self> {
        Ok(Self {
            invoice: found.try_get_by_index(0)?,
            number: found.try_get_by_index(1)?,
            document: found.try_get_by_index(2)?,
            day: found.try_get_by_index(3)?,
            account: found.try_get_by_index(4)?,
            currency: found.try_get_by_index(5)?,
            product: found.try_get_by_index(6)?,
            text: found.try_get_by_index(7)?,
            quantity: found.try_get_by_index(8)?,
            net: found.try_get_by_index(9)?,
        })
    }
}

async fn list(ctx: &Ctx, counting: Counting<'_>, cut: &Cut) -> Result<Page<Listed>> {
    let limit = cut.limit()?;
    let mut select = documents(ctx, counting, counting.span)?.select_only().into_query();
    let same = Expr::col((invoice_line::Entity, invoice_line::Column::CompanyId))
        .eq(invoice::Column::CompanyId.into_expr())
        .and(invoice_line::Column::InvoiceId.into_expr().eq(invoice::Column::Id.into_expr()));
    select.inner_join(invoice_line::Entity, same);
    select.cond_where(of_product(counting, invoice_line::Column::ProductId)?);
    let place = [
        invoice::Column::Day.into_expr(),
        invoice::Column::Id.into_expr(),
        invoice_line::Column::Number.into_expr(),
    ];
    if let Some((KeptDay(day), invoice, number)) = cut.after::<(KeptDay, InvoiceId, i32)>()? {
        let last = [SimpleExpr::from(day), SimpleExpr::from(invoice), Expr::value(number)];
        select.and_where(Expr::tuple(place.clone()).lt(Expr::tuple(last)));
    }
    let columns = [
        invoice::Column::Id.into_expr(),
        invoice_line::Column::Number.into_expr(),
        invoice::Column::Number.into_expr(),
        invoice::Column::Day.into_expr(),
        invoice::Column::AccountId.into_expr(),
        invoice::Column::Currency.into_expr(),
        invoice_line::Column::ProductId.into_expr(),
        invoice_line::Column::Text.into_expr(),
        invoice_line::Column::Quantity.into_expr(),
        invoice_line::Column::Net.into_expr(),
    ];
    for (place, column) in columns.into_iter().enumerate() {
        select.expr_as(column, sea_orm::sea_query::Alias::new(format!("column{place}")));
    }
    for column in place {
        select.order_by_expr(column, Direction::Desc);
    }
    select.limit(limit + 1);

    let lines = ctx.rows(&select).await?;
    let lines = lines.iter().map(Line::read).collect::<Result<_>>()?;
    let page = Page::cut(lines, limit, |it: &Line| (it.day, it.invoice, it.number))?;
    let clients = account::names(ctx, page.items.iter().map(|it| it.account)).await?;
    let lang = ctx.lang();
    Ok(page.map(|it| Listed {
        name: format!("{} · {}", it.document, it.number),
        href: Some(format!("/transactions/{}", it.invoice)),
        account: clients.get(&it.account).cloned().unwrap_or_default(),
        person: String::new(),
        product: it.product.map_or(it.text, |it| counting.known.product(it)),
        state: it.quantity.shown(lang, 0),
        day: Some(it.day),
        amount: it.net.money(&it.currency),
    }))
}
