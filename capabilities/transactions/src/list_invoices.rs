//! The ledger, looked through: documents, and exactly what they come to.

use std::collections::HashMap;

use accounts::{AccountId, account};
use askama::Template;
use axum::response::Response;
use axum::routing::get;
use frame::web::list::{Chosen, Cut, Listing, Page, Question};
use frame::web::shell::Shell;
use frame::web::take_out::{Files, files};
use frame::web::{Json, Query, page};
use frame::{App, Ctx, Error, Result};
use kernel::Day;
use kernel::access::{Act, Area};
use serde::Serialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::LIST;
use crate::ask_invoices::ask_invoices;
use crate::find_invoices::{Looked, Total, find_invoices, totals};
use crate::invoice::{self, InvoiceOut, Model};
use crate::rules::{InvoiceKind, InvoiceState};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/transactions", get(show)).routes(routes!(list))
}

// In the browser.

#[derive(Template)]
#[template(path = "list_invoices.html")]
struct InvoicesPage {
    shell: Shell,
    w: Words,
    /// The views of this list.
    views: String,
    list: Listing,
    /// The one client that it is about.
    client: String,
    totals: Vec<Summed>,
    rows: Vec<Row>,
    lines: Option<Files>,
}

/// What documents in one currency come to, in words.
struct Summed {
    documents: String,
    total: String,
    open: String,
}

/// A document, in a line.
struct Row {
    id: String,
    number: String,
    kind: &'static str,
    client: String,
    day: String,
    state: &'static str,
    look: &'static str,
    total: String,
    open: String,
    /// What else may be shown, by the word of the column.
    others: HashMap<&'static str, String>,
}

async fn show(
    ctx: Ctx,
    Query(looked): Query<Looked>,
    Query(cut): Query<Cut>,
    chosen: Chosen,
) -> Result<Response> {
    permit(&ctx)?;
    let question = Question::of(&looked)?.showing(&chosen);
    let asked = ask_invoices(&ctx, &question).await?;
    let (found, totals) = if asked.has_answer() {
        (find_invoices(&ctx, &looked, &cut).await?, totals(&ctx, &looked).await?)
    } else {
        (Page::empty(), Vec::new())
    };
    let names = account::names(&ctx, found.items.iter().map(|it| it.account_id)).await?;
    let lang = ctx.lang();
    let next = found.next_cursor.as_deref();
    let list = Listing::of(&ctx, &LIST, question, asked, &cut, next).arranging(&chosen);
    let client = list.filters.iter().find(|it| it.name == "account_id");
    let client = client.filter(|it| it.is_asked()).and_then(|it| it.said.clone());
    let today = ctx.now.day(&ctx.actor.zone);
    let views = views::bar(&ctx, &LIST, &list.address()).await?;
    page::render(&InvoicesPage {
        views,
        shell: ctx.shell("transactions"),
        w: Words::of(lang),
        client: client.unwrap_or_default(),
        totals: totals
            .iter()
            .map(|it| Summed {
                documents: lang.number(it.documents),
                total: it.amount.money(&it.currency),
                open: it.open.money(&it.currency),
            })
            .collect(),
        rows: found.items.iter().map(|it| Row::of(&ctx, it, &names, today)).collect(),
        lines: files(
            &ctx,
            Area::Transactions,
            &Question::of(&looked)?.address("/transactions/lines"),
        ),
        list,
    })
}

/// Whoever sees no documents at all is told so, instead of being shown an empty list.
pub fn permit(ctx: &Ctx) -> Result<()> {
    if ctx.may(Act::View, Area::Transactions) { Ok(()) } else { Err(Error::Denied) }
}

impl Row {
    fn of(ctx: &Ctx, it: &Model, names: &HashMap<AccountId, String>, today: Day) -> Self {
        let (lang, w) = (ctx.lang(), Words::of(ctx.lang()));
        let overdue = it.balance().is_overdue(it.due_on, today);
        let others = [
            ("kind", w.kind(it.kind).to_owned()),
            ("due", it.due_on.map(|it| lang.day(it)).unwrap_or_default()),
            ("net", it.money(it.net)),
            ("tax", it.money(it.tax)),
            ("country", invoice::country(&it.country, lang)),
            ("source", it.source.clone()),
        ];
        Self {
            id: it.id.to_string(),
            number: it.number.clone(),
            kind: w.kind(it.kind),
            client: names.get(&it.account_id).cloned().unwrap_or_default(),
            day: lang.day(it.day),
            state: if overdue { w.state_overdue() } else { w.state(it.state) },
            look: if overdue { "bad" } else { look(it.state) },
            total: it.money(it.total),
            open: it.money(it.open()),
            others: others.into_iter().collect(),
        }
    }

    fn other(&self, column: &str) -> &str {
        self.others.get(column).map_or("", String::as_str)
    }
}

/// The shape that stands with a state.
pub const fn look(state: InvoiceState) -> &'static str {
    match state {
        InvoiceState::Open => "open",
        InvoiceState::PartPaid => "busy",
        InvoiceState::Paid => "good",
        InvoiceState::Credited => "off",
    }
}

impl Words {
    pub const fn kind(self, kind: InvoiceKind) -> &'static str {
        match kind {
            InvoiceKind::Invoice => self.kind_invoice(),
            InvoiceKind::CreditNote => self.kind_credit_note(),
            InvoiceKind::Cancellation => self.kind_cancellation(),
            InvoiceKind::Adjustment => self.kind_adjustment(),
        }
    }

    pub const fn state(self, state: InvoiceState) -> &'static str {
        match state {
            InvoiceState::Open => self.state_open(),
            InvoiceState::PartPaid => self.state_part_paid(),
            InvoiceState::Paid => self.state_paid(),
            InvoiceState::Credited => self.state_credited(),
        }
    }
}

// In the API.

/// Some documents, and what all that fit come to.
#[derive(Serialize, utoipa::ToSchema)]
struct Listed {
    items: Vec<InvoiceOut>,
    /// Pass it as `cursor` for what follows; none at the end.
    next_cursor: Option<String>,
    /// Of all that fit, and not of this page alone: one for each currency.
    totals: Vec<Total>,
}

/// Documents that the token's person may view, the latest first
#[utoipa::path(
    get,
    path = "/api/v1/invoices",
    tag = "transactions",
    params(Looked, Cut),
    responses((status = 200, body = Listed)),
)]
async fn list(
    ctx: Ctx,
    Query(looked): Query<Looked>,
    Query(cut): Query<Cut>,
) -> Result<Json<Listed>> {
    permit(&ctx)?;
    let Page { items, next_cursor } = find_invoices(&ctx, &looked, &cut).await?;
    let items = items.into_iter().map(InvoiceOut::from).collect();
    Ok(Json(Listed { items, next_cursor, totals: totals(&ctx, &looked).await? }))
}
