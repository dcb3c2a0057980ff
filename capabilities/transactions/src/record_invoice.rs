//! A program tells of a document: an invoice, or what sets one right.

use std::collections::BTreeSet;

use accounts::{AccountId, account};
use axum::http::StatusCode;
use catalogue::{ProductId, product};
use frame::web::{Json, api};
use frame::{App, Ctx, Error, Event, Result, Tx, text};
use kernel::access::{Act, Area};
use kernel::{Day, Exact, country};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::correction;
use crate::invoice::{self, API, FILE, InvoiceId, InvoiceOut, Model};
use crate::rules::document::{self, LONGEST_NOTE, LONGEST_NUMBER, LONGEST_TEXT, Totals};
use crate::rules::{Balance, Draft, DraftLine, DraftTax, InvoiceKind, LedgerRefused, Why};
use crate::settle::{hold, settle};
use crate::write::{Document, write};
use crate::{invoice_line, invoice_tax};

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(create))
}

/// A document as whoever tells it says it. Amounts are in the major unit, with up to four
/// decimals.
#[derive(Clone, Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewInvoice {
    /// Unique: told again, it is not kept twice.
    pub number: String,
    pub kind: InvoiceKind,
    pub account_id: AccountId,
    pub day: Day,
    pub due_on: Option<Day>,
    /// `IDR`
    pub currency: String,
    /// Where it was sold to; where the client sits unless said. Two letters of ISO 3166.
    pub country: Option<String>,
    pub note: Option<String>,
    /// At most 5,000. Those of a credit note or cancellation are below zero.
    pub lines: Vec<NewLine>,
    /// As the document states them. Nothing is computed, but each must be its rate of its base.
    #[serde(default)]
    pub taxes: Vec<NewTax>,
    /// The invoice of which a credit note or cancellation takes its total back.
    pub cancels: Option<InvoiceId>,
}

/// A line of it.
#[derive(Clone, Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewLine {
    pub product_id: Option<ProductId>,
    pub text: String,
    pub quantity: Exact,
    /// Of one, before the discount.
    pub price: Exact,
    /// What is taken off the line, as an amount; below zero on a line that is.
    pub discount: Option<Exact>,
    /// Quantity times price, less the discount, unless the other system rounds it otherwise.
    pub net: Option<Exact>,
}

/// A tax of it.
#[derive(Clone, Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewTax {
    pub name: String,
    /// In percent. 0 where a tax has none, such as a stamp duty: then its amount is not compared.
    pub rate: Exact,
    /// What it is taken of: the lines, or a part of them, such as 11/12 for the 12 % PPN of most
    /// goods (*DPP nilai lain*).
    pub base: Exact,
    /// The rate of the base, up to less than a minor unit of the currency for each line.
    pub amount: Exact,
}

/// Keeps a document; whether it is new. The same told again is the same, and something else under
/// its number is refused: what was kept is set right by an opposite document.
pub async fn record_invoice(tx: &Tx, new: NewInvoice) -> Result<(Model, bool)> {
    record_from(tx, API, new).await
}

/// As [`record_invoice`], of a document that came in a file of the company's own books.
pub async fn bring_invoice(tx: &Tx, new: NewInvoice) -> Result<(Model, bool)> {
    record_from(tx, FILE, new).await
}

async fn record_from(tx: &Tx, source: &str, new: NewInvoice) -> Result<(Model, bool)> {
    tx.permit_company(Act::Create, Area::Transactions)?;

    // A client that became part of another is that other: told again, it is still the same.
    let account = accounts::get_standing(tx, new.account_id).await;
    let account = account.map_err(|_| Error::refused(LedgerRefused::UnknownAccount))?;
    known_products(tx, &new.lines).await?;
    let draft = draft(&new);
    let totals = document::totals(&draft).map_err(Error::refused)?;
    document::sign_fits(new.kind, totals.total).map_err(Error::refused)?;
    let document = whole(tx, source, &new, &account, totals)?;
    if let Some(target) = new.cancels {
        // Held before anything is asked: whoever tells the same at this moment waits and finds it.
        hold(tx, [target]).await?;
    }
    if let Some(known) = told_before(tx, &document, new.cancels).await? {
        return Ok((known, false));
    }
    // What was recorded before taxes were compared is still the same when it is told again.
    document::taxes_fit(&draft, &document.invoice.currency).map_err(Error::refused)?;
    let target = match new.cancels {
        Some(target) => Some(cancelled(tx, &document.invoice, target).await?),
        None => None,
    };

    if let Err(taken) = tx.unless_taken(async |tx| keep(tx, &document, target).await).await? {
        // Whoever was quicker told the same, or something else under its number.
        let known = told_before(tx, &document, new.cancels).await?;
        return known.map(|it| (it, false)).ok_or(taken);
    }

    let id = document.invoice.id;
    let invoice = tx.get::<invoice::Entity>(id).await?;
    tx.record(
        Event::of("transactions.invoice_recorded", "invoice", id)
            .owner(account.owner_id)
            .about(account.id)
            .with("number", invoice.number.clone())
            .with("kind", invoice.kind.word())
            .with("total", invoice.total.to_string())
            .with("currency", invoice.currency.clone()),
    );
    Ok((invoice, true))
}

/// The document, if it was told before. Something else under its number is refused.
async fn told_before(
    tx: &Tx,
    document: &Document,
    cancels: Option<InvoiceId>,
) -> Result<Option<Model>> {
    let number = &document.invoice.number;
    let Some(known) = invoice::in_books(tx, number).await? else { return Ok(None) };
    if is_the_same(tx, document, &known, cancels).await? {
        Ok(Some(known))
    } else {
        Err(Error::refused(LedgerRefused::NumberTaken { number: number.clone() }))
    }
}

async fn keep(tx: &Tx, document: &Document, target: Option<InvoiceId>) -> Result<()> {
    let (id, total) = (document.invoice.id, document.invoice.total);
    write(tx, vec![document.clone()]).await?;
    let Some(target) = target else { return Ok(()) };
    tx.add::<_, correction::ActiveModel>(correction::Model {
        company_id: tx.actor.company,
        document_id: id,
        number: 1,
        line: None,
        target_id: Some(target),
        target_line: None,
        amount: total.checked_neg().unwrap_or_default(),
        why: Why::Said,
    })
    .await?;
    settle(tx, BTreeSet::from([id, target])).await
}

fn draft(new: &NewInvoice) -> Draft {
    let line = |it: &NewLine| DraftLine {
        quantity: it.quantity,
        price: it.price,
        discount: it.discount.unwrap_or_default(),
        net: it.net,
    };
    let tax = |it: &NewTax| DraftTax { rate: it.rate, base: it.base, amount: it.amount };
    Draft {
        lines: new.lines.iter().map(line).collect(),
        taxes: new.taxes.iter().map(tax).collect(),
    }
}

async fn known_products(tx: &Tx, lines: &[NewLine]) -> Result<()> {
    let wanted: BTreeSet<ProductId> = lines.iter().filter_map(|it| it.product_id).collect();
    let wanted: Vec<ProductId> = wanted.into_iter().collect();
    for some in wanted.chunks(500) {
        let known = tx.find::<product::Entity>();
        let known = known.filter(product::Column::Id.is_in(some.iter().copied()));
        let known: BTreeSet<_> = known.all(&**tx).await?.into_iter().map(|it| it.id).collect();
        if let Some(unknown) = some.iter().find(|it| !known.contains(it)) {
            let product = unknown.to_string();
            return Err(Error::refused(LedgerRefused::UnknownProduct { product }));
        }
    }
    Ok(())
}

fn whole(
    tx: &Tx,
    source: &str,
    new: &NewInvoice,
    account: &account::Model,
    totals: Totals,
) -> Result<Document> {
    if new.due_on.is_some_and(|due| due < new.day) {
        return Err(Error::refused(LedgerRefused::DueBeforeDay));
    }
    let country = match new.country.as_deref() {
        Some(said) => country::meant(said).ok_or(Error::refused(LedgerRefused::NoCountry))?.code,
        None => account.country.as_deref().unwrap_or_default(),
    };
    let (company, id) = (tx.actor.company, tx.id());
    let note = match new.note.as_deref().and_then(text::paragraphs) {
        Some(note) => Some(said("note", &note, LONGEST_NOTE)?),
        None => None,
    };
    let mut lines = Vec::with_capacity(new.lines.len());
    for ((number, line), net) in (1..).zip(&new.lines).zip(totals.nets) {
        lines.push(invoice_line::Model {
            company_id: company,
            invoice_id: id,
            number,
            product_id: line.product_id,
            text: said("lines", &line.text, LONGEST_TEXT)?,
            quantity: line.quantity,
            price: line.price,
            discount: line.discount.unwrap_or_default(),
            net,
        });
    }
    let mut taxes = Vec::with_capacity(new.taxes.len());
    for (number, tax) in (1..).zip(&new.taxes) {
        taxes.push(invoice_tax::Model {
            company_id: company,
            invoice_id: id,
            number,
            name: said("taxes", &tax.name, LONGEST_NUMBER)?,
            rate: tax.rate,
            base: tax.base,
            amount: tax.amount,
        });
    }
    let invoice = Model {
        company_id: company,
        id,
        account_id: account.id,
        batch_id: None,
        source: source.to_owned(),
        number: said("number", &new.number, LONGEST_NUMBER)?,
        kind: new.kind,
        day: new.day,
        time: None,
        due_on: new.due_on,
        country: country.to_owned(),
        currency: currency(&new.currency)?,
        net: totals.net,
        tax: totals.tax,
        total: totals.total,
        lines: i64::try_from(lines.len()).unwrap_or(i64::MAX),
        note,
        credited: Exact::ZERO,
        paid: Exact::ZERO,
        state: Balance { total: totals.total, ..Balance::default() }.state(),
        person_id: tx.actor.somebody(),
        recorded_at: tx.now,
    };
    Ok(Document { invoice, lines, taxes })
}

/// The invoice that is taken back: of the same client, in the same currency, and with enough left.
async fn cancelled(tx: &Tx, document: &Model, target: InvoiceId) -> Result<InvoiceId> {
    const FIELD: &str = "cancels";
    if !document.kind.is_opposite() {
        return Err(Error::refused(LedgerRefused::CancelsNothing));
    }
    let invoice = tx.find::<invoice::Entity>().filter(invoice::Column::Id.eq(target));
    let of_client = invoice.filter(invoice::Column::AccountId.eq(document.account_id));
    let unknown = || LedgerRefused::UnknownInvoice { field: FIELD, invoice: target.to_string() };
    let invoice = of_client.one(&**tx).await?.ok_or_else(|| Error::refused(unknown()))?;
    if invoice.currency != document.currency {
        let currency = invoice.currency;
        return Err(Error::refused(LedgerRefused::OtherCurrency { field: FIELD, currency }));
    }
    let amount = document.total.checked_neg().unwrap_or_default();
    document::may_take_back(amount, invoice.total, invoice.credited).map_err(Error::refused)?;
    Ok(invoice.id)
}

/// Whether what is told is what was kept, judgments apart.
async fn is_the_same(
    ctx: &Ctx,
    told: &Document,
    known: &Model,
    cancels: Option<InvoiceId>,
) -> Result<bool> {
    let lines = ctx
        .whole_company::<invoice_line::Entity>()
        .filter(invoice_line::Column::InvoiceId.eq(known.id))
        .order_by_asc(invoice_line::Column::Number);
    let taxes = ctx
        .whole_company::<invoice_tax::Entity>()
        .filter(invoice_tax::Column::InvoiceId.eq(known.id))
        .order_by_asc(invoice_tax::Column::Number);
    let corrections = ctx
        .whole_company::<correction::Entity>()
        .filter(correction::Column::DocumentId.eq(known.id));
    let corrected = corrections.one(ctx).await?.and_then(|it| it.target_id);
    let again = Model {
        id: known.id,
        source: known.source.clone(),
        credited: known.credited,
        paid: known.paid,
        state: known.state,
        person_id: known.person_id,
        recorded_at: known.recorded_at,
        ..told.invoice.clone()
    };
    let mut told = told.clone();
    told.lines.iter_mut().for_each(|it| it.invoice_id = known.id);
    told.taxes.iter_mut().for_each(|it| it.invoice_id = known.id);
    Ok(again == *known
        && corrected == cancels
        && told.lines == lines.all(ctx).await?
        && told.taxes == taxes.all(ctx).await?)
}

/// A text that must be there, and not too long.
pub fn said(field: &'static str, typed: &str, limit: usize) -> Result<String> {
    let text = text::paragraphs(typed).ok_or(Error::refused(LedgerRefused::Missing { field }))?;
    if limit < text.chars().count() {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        return Err(Error::refused(LedgerRefused::TooLong { field, limit }));
    }
    Ok(text)
}

/// Three letters of ISO 4217.
pub fn currency(typed: &str) -> Result<String> {
    let is_code = typed.len() == 3 && typed.bytes().all(|it| it.is_ascii_uppercase());
    if is_code { Ok(typed.to_owned()) } else { Err(Error::refused(LedgerRefused::NoCurrency)) }
}

// In the API.

/// Record an invoice, a credit note, a cancellation or an adjustment
///
/// Told again under the same number it is kept once, and answered with 200 instead of 201.
#[utoipa::path(
    post,
    path = "/api/v1/invoices",
    tag = "transactions",
    request_body = NewInvoice,
    responses(
        (status = 201, body = InvoiceOut),
        (status = 200, body = InvoiceOut),
        (status = 422, body = api::Problem),
    ),
)]
async fn create(ctx: Ctx, Json(new): Json<NewInvoice>) -> Result<(StatusCode, Json<InvoiceOut>)> {
    let tx = ctx.begin().await?;
    let (invoice, is_new) = record_invoice(&tx, new).await?;
    tx.commit().await?;
    let status = if is_new { StatusCode::CREATED } else { StatusCode::OK };
    Ok((status, Json(invoice.into())))
}
