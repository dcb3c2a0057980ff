//! A program tells of money that came, and of what it pays.

use std::collections::{BTreeMap, BTreeSet};

use accounts::AccountId;
use axum::http::StatusCode;
use frame::search;
use frame::web::{Json, api};
use frame::{App, Ctx, Error, Event, Result, Tx, text};
use kernel::access::{Act, Area};
use kernel::{Day, Exact};
use sea_orm::{ColumnTrait, IntoActiveModel, QueryFilter, QueryOrder};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::invoice::{self, API, BOOKS, FILE, InvoiceId};
use crate::payment::{self, Model, PaymentOut};
use crate::record_invoice::{currency, said};
use crate::rules::LedgerRefused;
use crate::rules::document::{LONGEST_NOTE, LONGEST_NUMBER, MOST_LINES};
use crate::searched::{PAYMENT, called};
use crate::settle::{hold, settle};
use crate::{PaymentId, allocation};

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(create))
}

/// Money that came from a client, or with a minus went back to them.
#[derive(Clone, Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPayment {
    /// By which whoever tells it knows it: told again, it is not kept twice.
    pub key: String,
    pub account_id: AccountId,
    pub day: Day,
    /// `IDR`
    pub currency: String,
    /// In the major unit. What went back is below zero; so one takes back a payment.
    pub amount: Exact,
    pub method: Option<String>,
    pub note: Option<String>,
    /// What it pays. What is left over waits for later invoices.
    #[serde(default)]
    pub allocations: Vec<NewAllocation>,
}

/// A part of a payment.
#[derive(Clone, Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewAllocation {
    pub invoice_id: InvoiceId,
    pub amount: Exact,
}

/// Keeps a payment; whether it is new. The same told again is the same, and something else under
/// its key is refused.
pub async fn record_payment(tx: &Tx, new: NewPayment) -> Result<(Model, bool)> {
    record_from(tx, API, new).await
}

/// As [`record_payment`], of money that a file of the company's own books tells of.
pub async fn bring_payment(tx: &Tx, new: NewPayment) -> Result<(Model, bool)> {
    record_from(tx, FILE, new).await
}

async fn record_from(tx: &Tx, source: &str, new: NewPayment) -> Result<(Model, bool)> {
    tx.permit_company(Act::Create, Area::Transactions)?;

    let key = said("key", &new.key, LONGEST_NUMBER)?;
    let currency = currency(&new.currency)?;
    // A client that became part of another is that other: told again, it is still the same.
    let account = accounts::get_standing(tx, new.account_id).await;
    let account = account.map_err(|_| Error::refused(LedgerRefused::UnknownAccount))?;
    let parts = parts(&new)?;
    let row = Model {
        company_id: tx.actor.company,
        id: tx.id(),
        account_id: account.id,
        source: source.to_owned(),
        key,
        day: new.day,
        currency,
        amount: new.amount,
        method: optional("method", new.method.as_deref(), LONGEST_NUMBER)?,
        note: optional("note", new.note.as_deref(), LONGEST_NOTE)?,
        person_id: tx.actor.somebody(),
        recorded_at: tx.now,
    };
    hold(tx, parts.keys().copied()).await?;
    if let Some(known) = known(tx, &row, &parts).await? {
        return Ok((known, false));
    }
    fits(tx, &row, &parts).await?;

    if let Err(taken) = tx.unless_taken(async |tx| keep(tx, &row, &parts).await).await? {
        // Whoever was quicker told the same, or something else under its key.
        return known(tx, &row, &parts).await?.map(|it| (it, false)).ok_or(taken);
    }
    let payment = row;

    tx.record(
        Event::of("transactions.payment_recorded", "payment", payment.id)
            .owner(account.owner_id)
            .about(account.id)
            .with("key", payment.key.clone())
            .with("amount", payment.amount.to_string())
            .with("currency", payment.currency.clone()),
    );
    Ok((payment, true))
}

async fn keep(tx: &Tx, row: &Model, parts: &BTreeMap<InvoiceId, Exact>) -> Result<()> {
    tx.add::<_, payment::ActiveModel>(row.clone()).await?;
    search::keep_all(tx, PAYMENT, &[called(row.id, &row.key)]).await?;
    let allocations = parts.iter().map(|(invoice, amount)| allocation::Model {
        company_id: tx.actor.company,
        payment_id: row.id,
        invoice_id: *invoice,
        amount: *amount,
    });
    let allocations = allocations.map(IntoActiveModel::into_active_model).collect();
    tx.insert_all::<allocation::ActiveModel>(allocations).await?;
    settle(tx, parts.keys().copied().collect::<BTreeSet<_>>()).await
}

/// What is paid, by document. All parts have the sign of the whole, and are no more than it.
fn parts(new: &NewPayment) -> Result<BTreeMap<InvoiceId, Exact>> {
    if new.amount == Exact::ZERO {
        return Err(Error::refused(LedgerRefused::NothingPaid));
    }
    if MOST_LINES < new.allocations.len() {
        return Err(Error::refused(LedgerRefused::TooManyLines));
    }
    let mut parts: BTreeMap<InvoiceId, Exact> = BTreeMap::new();
    let too_large = || Error::refused(LedgerRefused::TooLarge);
    for it in &new.allocations {
        if it.amount == Exact::ZERO || it.amount.is_negative() != new.amount.is_negative() {
            return Err(Error::refused(LedgerRefused::OtherSign));
        }
        let part = parts.entry(it.invoice_id).or_default();
        *part = part.checked_add(it.amount).ok_or_else(too_large)?;
    }
    let sum = Exact::sum(parts.values().copied()).ok_or_else(too_large)?;
    if new.amount.0.unsigned_abs() < sum.0.unsigned_abs() {
        return Err(Error::refused(LedgerRefused::AllocatedTooMuch));
    }
    Ok(parts)
}

/// The same payment, told before.
async fn known(tx: &Tx, row: &Model, parts: &BTreeMap<InvoiceId, Exact>) -> Result<Option<Model>> {
    let known = tx
        .whole_company::<payment::Entity>()
        .filter(payment::Column::Source.is_in(BOOKS))
        .filter(payment::Column::Key.eq(&row.key));
    let Some(known) = known.one(&**tx).await? else { return Ok(None) };
    let allocated = allocations(tx, known.id).await?;
    let allocated = allocated.into_iter().map(|it| (it.invoice_id, it.amount)).collect();
    let again = Model {
        id: known.id,
        source: known.source.clone(),
        person_id: known.person_id,
        recorded_at: known.recorded_at,
        ..row.clone()
    };
    if again == known && *parts == allocated {
        Ok(Some(known))
    } else {
        Err(Error::refused(LedgerRefused::KeyTaken { key: row.key.clone() }))
    }
}

/// Each part pays a document of this client, in its currency, and no more than is owed. What goes
/// back takes back what was paid.
async fn fits(tx: &Tx, row: &Model, parts: &BTreeMap<InvoiceId, Exact>) -> Result<()> {
    const FIELD: &str = "allocations";
    for (id, amount) in parts {
        let invoice = tx.find::<invoice::Entity>().filter(invoice::Column::Id.eq(*id));
        let of_client = invoice.filter(invoice::Column::AccountId.eq(row.account_id));
        let unknown = || LedgerRefused::UnknownInvoice { field: FIELD, invoice: id.to_string() };
        let invoice = of_client.one(&**tx).await?.ok_or_else(|| Error::refused(unknown()))?;
        if invoice.currency != row.currency {
            let currency = invoice.currency;
            return Err(Error::refused(LedgerRefused::OtherCurrency { field: FIELD, currency }));
        }
        // Money that comes pays what is owed, or takes back what was paid back; and the reverse.
        let owed = invoice.open().0.max(-invoice.paid.0).max(0);
        let due_back = invoice.open().0.min(-invoice.paid.0).min(0);
        let left = if amount.is_negative() { due_back } else { owed };
        if left.unsigned_abs() < amount.0.unsigned_abs() {
            return Err(Error::refused(LedgerRefused::PaidTooMuch { left: Exact(left) }));
        }
    }
    Ok(())
}

async fn allocations(ctx: &Ctx, payment: PaymentId) -> Result<Vec<allocation::Model>> {
    let allocations = ctx.whole_company::<allocation::Entity>();
    let allocations = allocations.filter(allocation::Column::PaymentId.eq(payment));
    Ok(allocations.order_by_asc(allocation::Column::InvoiceId).all(ctx).await?)
}

fn optional(field: &'static str, typed: Option<&str>, limit: usize) -> Result<Option<String>> {
    match typed.and_then(text::paragraphs) {
        None => Ok(None),
        Some(text) => said(field, &text, limit).map(Some),
    }
}

// In the API.

/// Record a payment
///
/// Told again under the same key it is kept once, and answered with 200 instead of 201.
#[utoipa::path(
    post,
    path = "/api/v1/payments",
    tag = "transactions",
    request_body = NewPayment,
    responses(
        (status = 201, body = PaymentOut),
        (status = 200, body = PaymentOut),
        (status = 422, body = api::Problem),
    ),
)]
async fn create(ctx: Ctx, Json(new): Json<NewPayment>) -> Result<(StatusCode, Json<PaymentOut>)> {
    let tx = ctx.begin().await?;
    let (payment, is_new) = record_payment(&tx, new).await?;
    let allocations = allocations(&tx, payment.id).await?;
    let shown = PaymentOut::of(payment, allocations);
    tx.commit().await?;
    Ok((if is_new { StatusCode::CREATED } else { StatusCode::OK }, Json(shown)))
}
