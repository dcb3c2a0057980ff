//! One document: its lines, what set it right, what paid it, and why so much is owed.

use std::collections::{BTreeMap, BTreeSet};

use accounts::account;
use askama::Template;
use axum::response::Response;
use axum::routing::get;
use frame::web::page::Faults;
use frame::web::shell::Shell;
use frame::web::{Json, Path, Query, api, page};
use frame::{App, Ctx, Result};
use kernel::Lang;
use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::correction::{self, CorrectionOut};
use crate::invoice::{self, API, FILE, InvoiceId, InvoiceOut, Model, country};
use crate::invoice_line::{self, LineOut};
use crate::invoice_problem::{self, ProblemOut};
use crate::invoice_tax::{self, TaxOut};
use crate::list_invoices::look;
use crate::raise_problem::{kinds, may_raise, who_answers};
use crate::rules::Why;
use crate::solve_problem::{Shown, shown};
use crate::words::Words;
use crate::{allocation, payment};

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/transactions/{invoice}", get(show)).routes(routes!(read))
}

/// Lines that one page shows.
const LINES: u64 = 200;

// In the browser.

#[derive(Template)]
#[template(path = "show_invoice.html")]
struct InvoicePage {
    shell: Shell,
    w: Words,
    it: Model,
    kind: &'static str,
    state: &'static str,
    look: &'static str,
    client: String,
    day: String,
    due: String,
    country: String,
    /// Who told of it.
    source: String,
    lines: Vec<Line>,
    /// Where the lines go on.
    more_lines: String,
    taxes: Vec<(String, String)>,
    net: String,
    total: String,
    steps: Vec<Step>,
    open: String,
    corrections: Vec<Tied>,
    problems: Vec<Shown>,
    may_raise: bool,
    kinds: Vec<(&'static str, &'static str)>,
    colleagues: Vec<(String, String)>,
    typed: Typed,
}

impl InvoicePage {
    const fn line_count(&self) -> i64 {
        self.it.lines
    }
}

/// What somebody typed into the page's own small form, and what is wrong with it.
#[derive(Default)]
pub struct Typed {
    pub kind: String,
    pub text: String,
    pub assignee_id: String,
    pub faults: Faults,
}

struct Line {
    number: i32,
    text: String,
    quantity: String,
    price: String,
    /// Empty where nothing was taken off.
    discount: String,
    net: String,
}

/// One part of why so much is owed.
struct Step {
    words: String,
    href: String,
    amount: String,
}

/// What a line of this document takes back, or why that is not certain.
struct Tied {
    line: String,
    words: String,
    href: String,
    amount: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Part {
    /// Lines after this number.
    after: i32,
}

async fn show(ctx: Ctx, Path(id): Path<InvoiceId>, Query(part): Query<Part>) -> Result<Response> {
    show_with(&ctx, id, part.after, Typed::default()).await
}

/// The page with what somebody typed into its form.
pub async fn show_with(ctx: &Ctx, id: InvoiceId, after: i32, typed: Typed) -> Result<Response> {
    let it = ctx.get::<invoice::Entity>(id).await?;
    let (lang, w) = (ctx.lang(), Words::of(ctx.lang()));
    let lines = lines(ctx, id).filter(invoice_line::Column::Number.gt(after));
    let mut lines = lines.limit(LINES + 1).all(ctx).await?;
    let has_more = usize::try_from(LINES).is_ok_and(|it| it < lines.len());
    lines.truncate(usize::try_from(LINES).unwrap_or(usize::MAX));
    let last = lines.last().filter(|_| has_more).map(|it| it.number);
    let taxes = taxes(ctx, id).await?;
    let corrections = corrections(ctx, id).await?;
    let others = others(ctx, id, &corrections).await?;
    let client = account::names(ctx, [it.account_id]).await?.remove(&it.account_id);
    let overdue = it.balance().is_overdue(it.due_on, ctx.now.day(&ctx.actor.zone));
    let steps = steps(ctx, &it, &corrections, &others).await?;
    let problems = problems(ctx, id).await?;
    let may_raise = may_raise(ctx, &it).await?;
    let colleagues = if may_raise {
        who_answers(ctx, &account::get(ctx, it.account_id).await?).await?
    } else {
        Vec::new()
    };
    let of_it = corrections.iter().filter(|tie| tie.document_id == id);
    let status = if typed.faults.any() { 422 } else { 200 };
    let page = InvoicePage {
        shell: ctx.shell("transactions"),
        w,
        kind: w.kind(it.kind),
        state: if overdue { w.state_overdue() } else { w.state(it.state) },
        look: if overdue { "bad" } else { look(it.state) },
        client: client.unwrap_or_default(),
        day: lang.day(it.day),
        due: it.due_on.map(|it| lang.day(it)).unwrap_or_default(),
        country: country(&it.country, lang),
        source: match it.source.as_str() {
            API => w.source_api().to_owned(),
            FILE => w.source_file().to_owned(),
            other => w.source_import(other),
        },
        lines: lines
            .into_iter()
            .map(|line| Line {
                number: line.number,
                quantity: line.quantity.shown(lang, 0),
                price: it.money(line.price),
                discount: if line.discount == kernel::Exact::ZERO {
                    String::new()
                } else {
                    w.discount_of(it.money(line.discount))
                },
                net: it.money(line.net),
                text: line.text,
            })
            .collect(),
        more_lines: last.map(|it| format!("/transactions/{id}?after={it}")).unwrap_or_default(),
        taxes: taxes
            .iter()
            .map(|tax| {
                let name = w.tax_at(&tax.name, tax.rate.shown(lang, 0));
                (name, it.money(tax.amount))
            })
            .collect(),
        net: it.money(it.net),
        total: it.money(it.total),
        open: it.money(it.open()),
        steps,
        corrections: of_it.map(|tie| tied(&it, tie, &others, w)).collect(),
        problems: shown(ctx, problems).await?,
        may_raise,
        kinds: kinds(w),
        colleagues,
        typed,
        it,
    };
    let status = axum::http::StatusCode::from_u16(status).unwrap_or_default();
    page::render_as(status, &page)
}

/// Every part of what is owed, so that the sum can be followed.
async fn steps(
    ctx: &Ctx,
    it: &Model,
    corrections: &[correction::Model],
    others: &BTreeMap<InvoiceId, Model>,
) -> Result<Vec<Step>> {
    let (lang, w) = (ctx.lang(), Words::of(ctx.lang()));
    let mut credits: BTreeMap<InvoiceId, kernel::Exact> = BTreeMap::new();
    for tie in corrections {
        let Some(target) = tie.target_id else { continue };
        let (other, amount) = if target == it.id {
            (tie.document_id, tie.amount.checked_neg().unwrap_or_default())
        } else {
            (target, tie.amount)
        };
        let sum = credits.entry(other).or_default();
        *sum = sum.checked_add(amount).unwrap_or_default();
    }
    let mut steps = Vec::new();
    for (other, amount) in credits {
        let number = others.get(&other).map(|it| it.number.clone()).unwrap_or_default();
        let words =
            if it.kind.is_opposite() { w.step_takes_back(number) } else { w.step_credit(number) };
        let href = format!("/transactions/{other}");
        steps.push(Step { words, href, amount: it.money(amount) });
    }
    let paid = ctx
        .find::<allocation::Entity>()
        .filter(allocation::Column::InvoiceId.eq(it.id))
        .all(ctx)
        .await?;
    let payments = ctx
        .find::<payment::Entity>()
        .filter(payment::Column::Id.is_in(paid.iter().map(|it| it.payment_id)))
        .order_by_asc(payment::Column::Day)
        .all(ctx)
        .await?;
    for payment in payments {
        let part = paid.iter().find(|it| it.payment_id == payment.id).map(|it| it.amount);
        let amount = part.and_then(kernel::Exact::checked_neg).unwrap_or_default();
        let words = w.step_payment(lang.day(payment.day), payment.key);
        steps.push(Step { words, href: String::new(), amount: it.money(amount) });
    }
    Ok(steps)
}

fn tied(
    it: &Model,
    tie: &correction::Model,
    others: &BTreeMap<InvoiceId, Model>,
    w: Words,
) -> Tied {
    let target = tie.target_id.and_then(|id| others.get(&id));
    let words = match (target, tie.target_line) {
        (Some(target), Some(line)) => w.tied_line(line, &target.number),
        (Some(target), None) => w.tied_whole(&target.number),
        (None, _) => w.why(tie.why).to_owned(),
    };
    Tied {
        line: tie.line.map(|it| w.line_number(it)).unwrap_or_default(),
        words,
        href: target.map(|it| format!("/transactions/{}", it.id)).unwrap_or_default(),
        amount: it.money(tie.amount),
    }
}

/// What is known about what a correction takes back, in words.
pub const fn why_said(why: Why, lang: Lang) -> &'static str {
    Words::of(lang).why(why)
}

impl Words {
    pub const fn why(self, why: Why) -> &'static str {
        match why {
            Why::Tied => self.why_tied(),
            Why::Said => self.why_said(),
            Why::NoCustomer => self.why_no_customer(),
            Why::NotBought => self.why_not_bought(),
            Why::OtherPrice => self.why_other_price(),
            Why::OtherQuantity => self.why_other_quantity(),
            Why::CancelledAlready => self.why_cancelled_already(),
            Why::Several => self.why_several(),
        }
    }
}

fn lines(ctx: &Ctx, id: InvoiceId) -> sea_orm::Select<invoice_line::Entity> {
    ctx.find::<invoice_line::Entity>()
        .filter(invoice_line::Column::InvoiceId.eq(id))
        .order_by_asc(invoice_line::Column::Number)
}

async fn taxes(ctx: &Ctx, id: InvoiceId) -> Result<Vec<invoice_tax::Model>> {
    let taxes = ctx.find::<invoice_tax::Entity>();
    let taxes = taxes.filter(invoice_tax::Column::InvoiceId.eq(id));
    Ok(taxes.order_by_asc(invoice_tax::Column::Number).all(ctx).await?)
}

/// What it takes back, and what takes it back.
async fn corrections(ctx: &Ctx, id: InvoiceId) -> Result<Vec<correction::Model>> {
    let either = Condition::any()
        .add(correction::Column::DocumentId.eq(id))
        .add(correction::Column::TargetId.eq(id));
    let corrections = ctx.find::<correction::Entity>().filter(either);
    Ok(corrections.order_by_asc(correction::Column::Number).all(ctx).await?)
}

/// The documents on the other side of these corrections.
async fn others(
    ctx: &Ctx,
    id: InvoiceId,
    corrections: &[correction::Model],
) -> Result<BTreeMap<InvoiceId, Model>> {
    let ids: BTreeSet<InvoiceId> = corrections
        .iter()
        .flat_map(|it| [Some(it.document_id), it.target_id])
        .flatten()
        .filter(|it| *it != id)
        .collect();
    let others = ctx.find::<invoice::Entity>().filter(invoice::Column::Id.is_in(ids));
    Ok(others.all(ctx).await?.into_iter().map(|it| (it.id, it)).collect())
}

async fn problems(ctx: &Ctx, id: InvoiceId) -> Result<Vec<invoice_problem::Model>> {
    let problems = ctx.find::<invoice_problem::Entity>();
    let problems = problems.filter(invoice_problem::Column::InvoiceId.eq(id));
    Ok(problems.order_by_desc(invoice_problem::Column::RaisedAt).all(ctx).await?)
}

// In the API.

/// A document with all that belongs to it.
#[derive(Serialize, utoipa::ToSchema)]
struct InvoiceWhole {
    #[serde(flatten)]
    invoice: InvoiceOut,
    line_items: Vec<LineOut>,
    taxes: Vec<TaxOut>,
    /// What it takes back, and what takes it back.
    corrections: Vec<CorrectionOut>,
    allocations: Vec<PaidBy>,
    problems: Vec<ProblemOut>,
}

/// What a payment settles of it.
#[derive(Serialize, utoipa::ToSchema)]
struct PaidBy {
    payment_id: crate::PaymentId,
    amount: kernel::Exact,
}

/// One document with its lines, taxes, corrections and payments
#[utoipa::path(
    get,
    path = "/api/v1/invoices/{invoice}",
    tag = "transactions",
    params(("invoice" = InvoiceId, Path)),
    responses((status = 200, body = InvoiceWhole), (status = 404, body = api::Problem)),
)]
async fn read(ctx: Ctx, Path(id): Path<InvoiceId>) -> Result<Json<InvoiceWhole>> {
    let invoice = ctx.get::<invoice::Entity>(id).await?;
    let paid = ctx.find::<allocation::Entity>();
    let paid = paid.filter(allocation::Column::InvoiceId.eq(id)).all(&ctx).await?;
    Ok(Json(InvoiceWhole {
        invoice: invoice.into(),
        line_items: lines(&ctx, id).all(&ctx).await?.into_iter().map(Into::into).collect(),
        taxes: taxes(&ctx, id).await?.into_iter().map(Into::into).collect(),
        corrections: corrections(&ctx, id).await?.into_iter().map(Into::into).collect(),
        allocations: paid
            .into_iter()
            .map(|it| PaidBy { payment_id: it.payment_id, amount: it.amount })
            .collect(),
        problems: problems(&ctx, id).await?.into_iter().map(Into::into).collect(),
    }))
}
