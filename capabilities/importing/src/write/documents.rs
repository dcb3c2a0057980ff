//! Documents and payments are recorded by the ledger's own acts, in the order in which one may speak
//! of another.

use accounts::AccountId;
use catalogue::ProductId;
use frame::{Error, Result, Tx};
use kernel::{Day, Exact};
use transactions::rules::InvoiceKind;
use transactions::{
    InvoiceId, NewAllocation, NewInvoice, NewLine, NewPayment, NewTax, bring_invoice, bring_payment,
};
use uuid::Uuid;

use super::{Work, Writing, remember_new};
use crate::known::Known;
use crate::rules::draft::{
    Client, DocumentKind, Draft, InvoiceDraft, LineDraft, PaymentDraft, TargetKind, TaxDraft,
};
use crate::rules::mapping::AccountKey;
use crate::rules::planning::Decision;
use crate::rules::said::Said;

/// Records what is new among this work. What the ledger refuses has changed since the plan was made:
/// nothing of this turn is kept then, and the next plan says what is wrong.
pub async fn write_documents(tx: &Tx, writing: &mut Writing<'_>, works: &[Work<'_>]) -> Result<()> {
    for work in works {
        let Work::Step(step) = work else { continue };
        if step.decision != Decision::Create {
            continue;
        }
        match &step.draft {
            Draft::Invoice(draft) => record_invoice(tx, writing, draft).await?,
            Draft::Payment(draft) => record_payment(tx, writing, draft).await?,
            _ => {}
        }
    }
    Ok(())
}

async fn record_invoice(tx: &Tx, writing: &mut Writing<'_>, draft: &InvoiceDraft) -> Result<()> {
    let known = &*writing.known;
    let cancels = match draft.cancels.value() {
        Some(number) => Some(invoice_of(known, number)?),
        None => None,
    };
    let tax = |it: &TaxDraft| NewTax {
        name: it.name.clone(),
        rate: it.rate,
        base: it.base,
        amount: it.amount,
    };
    let new = NewInvoice {
        number: draft.number.clone(),
        kind: kind(draft.kind.value().copied()),
        account_id: client_of(known, &draft.client)?,
        day: day_of(&draft.day)?,
        due_on: draft.due_on.value().copied(),
        currency: draft.currency.clone(),
        country: None,
        note: None,
        lines: draft.lines.iter().map(|it| line(known, it)).collect(),
        taxes: draft.taxes.iter().map(tax).collect(),
        cancels,
    };

    let (invoice, is_new) = bring_invoice(tx, new).await?;
    writing.known.learn(TargetKind::Invoice, &invoice.number, invoice.id.0);
    if is_new {
        let told = (invoice.id.0, invoice.number.as_str());
        remember_new(tx, writing, TargetKind::Invoice, told, "{}".to_owned());
    }
    Ok(())
}

fn line(known: &Known, line: &LineDraft) -> NewLine {
    let product = line.products.iter().find_map(|it| known.id(TargetKind::Product, it));
    NewLine {
        product_id: product.map(ProductId),
        text: line.text.clone(),
        quantity: line.quantity,
        price: line.price,
        discount: Some(line.discount).filter(|it| *it != Exact::ZERO),
        net: Some(line.net),
    }
}

async fn record_payment(tx: &Tx, writing: &mut Writing<'_>, draft: &PaymentDraft) -> Result<()> {
    let known = &*writing.known;
    let mut allocations = Vec::new();
    for part in &draft.parts {
        if let Some(number) = &part.pays {
            let (invoice_id, amount) = (invoice_of(known, number)?, part.amount);
            allocations.push(NewAllocation { invoice_id, amount });
        }
    }
    let new = NewPayment {
        key: draft.number.clone(),
        account_id: client_of(known, &draft.client)?,
        day: day_of(&draft.day)?,
        currency: draft.currency.clone(),
        amount: draft.amount().unwrap_or(Exact::ZERO),
        method: draft.method.value().cloned(),
        note: None,
        allocations,
    };

    let (payment, is_new) = bring_payment(tx, new).await?;
    if is_new {
        let told = (payment.id.0, payment.key.as_str());
        remember_new(tx, writing, TargetKind::Payment, told, "{}".to_owned());
    }
    Ok(())
}

fn kind(kind: Option<DocumentKind>) -> InvoiceKind {
    match kind.unwrap_or(DocumentKind::Invoice) {
        DocumentKind::Invoice => InvoiceKind::Invoice,
        DocumentKind::CreditNote => InvoiceKind::CreditNote,
        DocumentKind::Cancellation => InvoiceKind::Cancellation,
        DocumentKind::Adjustment => InvoiceKind::Adjustment,
    }
}

fn invoice_of(known: &Known, number: &str) -> Result<InvoiceId> {
    known.id(TargetKind::Invoice, number).map(InvoiceId).ok_or_else(|| lost(number))
}

/// Whoever is meant: somebody stored, or somebody who came with this import.
fn client_of(known: &Known, client: &Said<Client>) -> Result<AccountId> {
    let client = client.value().ok_or_else(|| lost("a client"))?;
    if let [id] = known.clients.of(client) {
        return Ok(AccountId(id.parse::<Uuid>().map_err(Error::internal)?));
    }
    let new = known.id(TargetKind::Account, &client.said);
    let new = new.filter(|_| client.by == AccountKey::Name);
    new.map(AccountId).ok_or_else(|| lost(&client.said))
}

fn day_of(day: &Said<Day>) -> Result<Day> {
    day.value().copied().ok_or_else(|| lost("a day"))
}

/// A plan promised it.
fn lost(what: &str) -> Error {
    Error::internal(anyhow::anyhow!("{what} is not known"))
}
