//! What clients paid, looked through: payments, what they come to, and what of them still waits
//! for the documents that it pays.

use std::collections::{BTreeSet, HashMap};

use accounts::{AccountId, account};
use askama::Template;
use axum::response::Response;
use axum::routing::get;
use frame::web::list::{Chosen, Cut, Listing, Page, Question};
use frame::web::shell::Shell;
use frame::web::{Json, Query, page};
use frame::{App, Ctx, Result};
use kernel::Exact;
use sea_orm::{ColumnTrait, QueryFilter, QuerySelect};
use serde::Serialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::PAYMENT_LIST;
use crate::allocation;
use crate::ask_payments::ask_payments;
use crate::find_payments::{Looked, PaymentsTotal, find_payments, totals};
use crate::invoice::{self, InvoiceId};
use crate::list_invoices::permit;
use crate::payment::{Model, PaymentId, PaymentOut};
use crate::rules::Allocated;
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/payments", get(show)).routes(routes!(list))
}

/// So many of the documents that a payment pays stand in its line.
const DOCUMENTS_SHOWN: usize = 3;

/// What some payments settle, and what is known of them beside.
pub struct Settling {
    clients: HashMap<AccountId, String>,
    parts: HashMap<PaymentId, Vec<allocation::Model>>,
    numbers: HashMap<InvoiceId, String>,
}

impl Settling {
    pub async fn of(ctx: &Ctx, payments: &[Model]) -> Result<Self> {
        let clients = account::names(ctx, payments.iter().map(|it| it.account_id)).await?;
        let parts = allocation::of_payments(ctx, payments.iter().map(|it| it.id)).await?;
        let ids: Vec<InvoiceId> = parts.values().flatten().map(|it| it.invoice_id).collect();
        let numbers = numbers(ctx, ids).await?;
        Ok(Self { clients, parts, numbers })
    }

    pub fn client(&self, payment: &Model) -> Option<&String> {
        self.clients.get(&payment.account_id)
    }

    pub fn allocated(&self, payment: &Model) -> Exact {
        let parts = self.parts.get(&payment.id).into_iter().flatten();
        Exact::sum(parts.map(|it| it.amount)).unwrap_or_default()
    }

    /// The documents that it pays, each with its number.
    pub fn documents(&self, payment: &Model) -> Vec<(InvoiceId, &str)> {
        let parts = self.parts.get(&payment.id).into_iter().flatten();
        let named = parts.filter_map(|it| Some((it.invoice_id, self.numbers.get(&it.invoice_id)?)));
        named.map(|(id, number)| (id, number.as_str())).collect()
    }
}

/// So many documents are asked for at once.
const AT_ONCE: usize = 500;

/// What these documents are called.
pub async fn numbers(
    ctx: &Ctx,
    ids: impl IntoIterator<Item = InvoiceId>,
) -> Result<HashMap<InvoiceId, String>> {
    let ids: BTreeSet<InvoiceId> = ids.into_iter().collect();
    let ids: Vec<InvoiceId> = ids.into_iter().collect();
    let mut numbers = HashMap::new();
    for some in ids.chunks(AT_ONCE) {
        let found: Vec<(InvoiceId, String)> = ctx
            .find::<invoice::Entity>()
            .select_only()
            .columns([invoice::Column::Id, invoice::Column::Number])
            .filter(invoice::Column::Id.is_in(some.iter().copied()))
            .into_tuple()
            .all(ctx)
            .await?;
        numbers.extend(found);
    }
    Ok(numbers)
}

// In the browser.

#[derive(Template)]
#[template(path = "list_payments.html")]
struct PaymentsPage {
    shell: Shell,
    w: Words,
    /// The views of this list.
    views: String,
    list: Listing,
    /// The one client that it is about.
    client: String,
    totals: Vec<Summed>,
    rows: Vec<Row>,
}

/// What payments in one currency come to, in words.
struct Summed {
    payments: String,
    amount: String,
    left: String,
}

/// A payment, in a line.
struct Row {
    key: String,
    client: String,
    day: String,
    allocated: &'static str,
    look: &'static str,
    amount: String,
    left: String,
    documents: Vec<(InvoiceId, String)>,
    /// That there are more of them.
    more: String,
    /// What else may be shown, by the word of the column.
    others: HashMap<&'static str, String>,
}

impl Row {
    fn of(ctx: &Ctx, it: &Model, settling: &Settling) -> Self {
        let (lang, w) = (ctx.lang(), Words::of(ctx.lang()));
        let allocated = settling.allocated(it);
        let documents = settling.documents(it);
        let more = documents.len().saturating_sub(DOCUMENTS_SHOWN);
        let state = Allocated::of(it.amount, allocated);
        let others = [
            ("method", it.method.clone().unwrap_or_default()),
            ("note", it.note.clone().unwrap_or_default()),
            ("source", it.source.clone()),
            ("recorded", lang.moment(it.recorded_at, &ctx.actor.zone)),
        ];
        Self {
            key: it.key.clone(),
            client: settling.client(it).cloned().unwrap_or_default(),
            day: lang.day(it.day),
            allocated: w.allocated(state),
            look: look(state),
            amount: it.money(it.amount),
            left: it.money(it.amount.checked_sub(allocated).unwrap_or_default()),
            documents: documents
                .into_iter()
                .take(DOCUMENTS_SHOWN)
                .map(|(id, number)| (id, number.to_owned()))
                .collect(),
            more: if more == 0 { String::new() } else { w.pays_more(more) },
            others: others.into_iter().collect(),
        }
    }

    fn other(&self, column: &str) -> &str {
        self.others.get(column).map_or("", String::as_str)
    }
}

async fn show(
    ctx: Ctx,
    Query(looked): Query<Looked>,
    Query(cut): Query<Cut>,
    chosen: Chosen,
) -> Result<Response> {
    permit(&ctx)?;
    let question = Question::of(&looked)?.showing(&chosen);
    let asked = ask_payments(&ctx, &question).await?;
    let (found, totals) = if asked.has_answer() {
        (find_payments(&ctx, &looked, &cut).await?, totals(&ctx, &looked).await?)
    } else {
        (Page::empty(), Vec::new())
    };
    let settling = Settling::of(&ctx, &found.items).await?;
    let lang = ctx.lang();
    let next = found.next_cursor.as_deref();
    let list = Listing::of(&ctx, &PAYMENT_LIST, question, asked, &cut, next).arranging(&chosen);
    let client = list.filters.iter().find(|it| it.name == "account_id");
    let client = client.filter(|it| it.is_asked()).and_then(|it| it.said.clone());
    let views = views::bar(&ctx, &PAYMENT_LIST, &list.address()).await?;
    page::render(&PaymentsPage {
        views,
        shell: ctx.shell("transactions"),
        w: Words::of(lang),
        client: client.unwrap_or_default(),
        totals: totals
            .iter()
            .map(|it| Summed {
                payments: lang.number(it.payments),
                amount: it.amount.money(&it.currency),
                left: it.left.money(&it.currency),
            })
            .collect(),
        rows: found.items.iter().map(|it| Row::of(&ctx, it, &settling)).collect(),
        list,
    })
}

/// The shape that stands with how much is allocated.
const fn look(allocated: Allocated) -> &'static str {
    match allocated {
        Allocated::Nothing => "open",
        Allocated::Part => "busy",
        Allocated::Whole => "good",
    }
}

impl Words {
    pub const fn allocated(self, allocated: Allocated) -> &'static str {
        match allocated {
            Allocated::Nothing => self.allocated_none(),
            Allocated::Part => self.allocated_part(),
            Allocated::Whole => self.allocated_all(),
        }
    }
}

// In the API.

/// Some payments, and what all that fit come to.
#[derive(Serialize, utoipa::ToSchema)]
struct PaymentsListed {
    items: Vec<PaymentOut>,
    /// Pass it as `cursor` for what follows; none at the end.
    next_cursor: Option<String>,
    /// Of all that fit, and not of this page alone: one for each currency.
    totals: Vec<PaymentsTotal>,
}

/// Payments that the token's person may view, the latest first
#[utoipa::path(
    get,
    path = "/api/v1/payments",
    tag = "transactions",
    params(Looked, Cut),
    responses((status = 200, body = PaymentsListed)),
)]
async fn list(
    ctx: Ctx,
    Query(looked): Query<Looked>,
    Query(cut): Query<Cut>,
) -> Result<Json<PaymentsListed>> {
    permit(&ctx)?;
    let Page { items, next_cursor } = find_payments(&ctx, &looked, &cut).await?;
    let mut parts = allocation::of_payments(&ctx, items.iter().map(|it| it.id)).await?;
    let items = items.into_iter().map(|it| {
        let settles = parts.remove(&it.id).unwrap_or_default();
        PaymentOut::of(it, settles)
    });
    Ok(Json(PaymentsListed {
        items: items.collect(),
        next_cursor,
        totals: totals(&ctx, &looked).await?,
    }))
}
