//! What clients bought, as reports count it: the documents of the ledger, by client and month.

use accounts::account;
use frame::app::Asking;
use frame::web::list::{Cut, Page};
use frame::{Ctx, Result, sums};
use kernel::KeptDay;
use kernel::access::Area;
use sea_orm::sea_query::{Expr, ExprTrait, SimpleExpr};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use transactions::{InvoiceId, invoice, sales_month};

use crate::ledger::{documents, months, of_documents, of_months, sum_of};
use crate::narrowing::read_halves;
use crate::report::{Counting, Listed, Report, Source};
use crate::rules::{Axis, Compare, Formula, Measure, Order, Pieces, Row, Span, Unit, Within};
use crate::words::Words;

/// The parts of a row, by their places.
pub const NET: usize = 0;
const DOCUMENTS: usize = 1;
const LINES: usize = 2;

const MEASURES: &[Measure] = &[
    Measure { word: "net", unit: Unit::Exact, formula: Formula::Sum(NET) },
    Measure { word: "documents", unit: Unit::Count, formula: Formula::Sum(DOCUMENTS) },
    Measure {
        word: "average_document",
        unit: Unit::Exact,
        formula: Formula::Ratio { part: NET, whole: &[DOCUMENTS] },
    },
    Measure { word: "lines", unit: Unit::Count, formula: Formula::Sum(LINES) },
];

const AXES: &[Axis] = &[
    Axis::Account,
    Axis::Month,
    Axis::Quarter,
    Axis::Year,
    Axis::InvoiceCountry,
    Axis::Industry,
    Axis::Country,
    Axis::Tier,
    Axis::Person,
    Axis::Team,
    Axis::Office,
    Axis::Manager,
];

pub const SOLD: Source = Source {
    area: Area::Transactions,
    also: &[],
    what: "invoice",
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

pub const SALES: Report = Report {
    word: "sales",
    source: &SOLD,
    title: |lang| Words::of(lang).sales_title(),
    lead: |lang| Words::of(lang).sales_lead().to_owned(),
    icon: "receipt",
    by: Axis::Month,
    within: Within::TwelveMonths,
    compare: None,
    order: Order::Most,
    show: NET,
};

pub const GROWTH: Report = Report {
    word: "growth",
    source: &SOLD,
    title: |lang| Words::of(lang).growth_title(),
    lead: |lang| Words::of(lang).growth_lead().to_owned(),
    icon: "trending-up",
    by: Axis::Account,
    within: Within::ThisYear,
    compare: Some(Compare::YearBefore),
    order: Order::Fallen,
    show: NET,
};

/// Whole months come from their sums, and the days beside them from the documents.
pub async fn count(ctx: &Ctx, counting: Counting<'_>) -> Result<Vec<Row>> {
    let (whole, edges) = match counting.span.map(Span::pieces) {
        None => (Some(None), Vec::new()),
        Some(Pieces { months, edges }) => (months.map(Some), edges),
    };
    let mut found = Vec::new();
    if let Some(span) = whole {
        let [net, rest_of_net] = sums::halves(sales_month::Column::Net.into_expr());
        let documents = sum_of(sales_month::Column::Documents);
        let parts = [net, rest_of_net, documents, sum_of(sales_month::Column::Lines)];
        let select = of_months(months(ctx, counting, span)?, counting.bases, &parts);
        found.extend(ctx.rows(&select).await?);
    }
    for span in edges {
        let [net, rest_of_net] = sums::halves(invoice::Column::Net.into_expr());
        let parts = [
            net,
            rest_of_net,
            invoice::Column::Id.count().cast_as("bigint"),
            sum_of(invoice::Column::Lines),
        ];
        let documents = documents(ctx, counting, Some(span))?;
        found.extend(ctx.rows(&of_documents(documents, counting.bases, &parts, false)).await?);
    }
    found.iter().map(|it| read_halves(it, counting.bases, SOLD.parts, &[NET])).collect()
}

async fn list(ctx: &Ctx, counting: Counting<'_>, cut: &Cut) -> Result<Page<Listed>> {
    use invoice::Column;
    let limit = cut.limit()?;
    let mut found = documents(ctx, counting, counting.span)?;
    if let Some((KeptDay(day), last)) = cut.after::<(KeptDay, InvoiceId)>()? {
        let row = Expr::tuple([Column::Day.into_expr(), Column::Id.into_expr()]);
        found = found.filter(row.lt(Expr::tuple([SimpleExpr::from(day), SimpleExpr::from(last)])));
    }
    let found = found.order_by_desc(Column::Day).order_by_desc(Column::Id).limit(limit + 1);
    let page = Page::cut(found.all(ctx).await?, limit, |it| (it.day, it.id))?;
    let clients = account::names(ctx, page.items.iter().map(|it| it.account_id)).await?;
    let w = Words::of(ctx.lang());
    Ok(page.map(|it| Listed {
        href: Some(format!("/transactions/{}", it.id)),
        account: clients.get(&it.account_id).cloned().unwrap_or_default(),
        person: String::new(),
        product: String::new(),
        state: w.document_kind(it.kind.word()),
        day: Some(it.day),
        amount: it.money(it.net),
        name: it.number,
    }))
}
