//! A day that was imported is taken back, as if it had never come.
//!
//! Only what nobody has built upon goes: a payment, a correction of another day or a problem that
//! refers to one of its documents keeps all of it. So it is with single documents and payments that
//! came in a file.

use std::collections::{BTreeMap, BTreeSet};

use frame::{Event, Result, Tx, search};
use kernel::access::{Act, Area};
use sea_orm::{ColumnTrait, QueryFilter};

use crate::invoice::{self, FILE, InvoiceId};
use crate::ledger_batch::{self, BatchId};
use crate::searched::{INVOICE, PAYMENT};
use crate::settle::settle;
use crate::sums::Sums;
use crate::{PaymentId, allocation, correction, invoice_line, invoice_tax, payment};

/// Documents in one question.
const AT_ONCE: usize = 500;

/// Takes a day back; answers no, and leaves it, if something needs one of its documents.
pub async fn take_back_batch(tx: &Tx, id: BatchId) -> Result<bool> {
    tx.permit_company(Act::Create, Area::Transactions)?;

    let batch = tx.get::<ledger_batch::Entity>(id).await?;
    let gone = tx.unless_needed(async |tx| remove(tx, id).await).await?;

    if gone {
        tx.record(
            Event::of("transactions.batch_taken_back", "ledger-batch", id)
                .with("source", batch.source)
                .with("name", batch.name)
                .with("documents", batch.documents)
                .with("lines", batch.lines),
        );
    }
    Ok(gone)
}

/// Takes back documents that came in a file; those that are gone then, or were before.
pub async fn take_back_invoices(tx: &Tx, ids: &[InvoiceId]) -> Result<BTreeSet<InvoiceId>> {
    tx.permit_company(Act::Create, Area::Transactions)?;

    let mut gone: BTreeSet<InvoiceId> = ids.iter().copied().collect();
    let mut known: Vec<invoice::Model> = Vec::new();
    for some in ids.chunks(AT_ONCE) {
        let these = tx.whole_company::<invoice::Entity>();
        let these = these.filter(invoice::Column::Id.is_in(some.iter().copied()));
        known.extend(these.all(&**tx).await?);
    }
    // What no file brought stays, whoever asks.
    let (known, others): (Vec<_>, Vec<_>) = known.into_iter().partition(|it| it.source == FILE);
    for other in others {
        gone.remove(&other.id);
    }
    let together = tx.unless_needed(async |tx| remove_all(tx, &known).await).await?;
    for one in &known {
        let alone = std::slice::from_ref(one);
        if !together && !tx.unless_needed(async |tx| remove_all(tx, alone).await).await? {
            gone.remove(&one.id);
            continue;
        }
        tx.record(
            Event::of("transactions.invoice_taken_back", "invoice", one.id)
                .about(one.account_id)
                .with("number", one.number.clone())
                .with("kind", one.kind.word())
                .with("total", one.total.to_string())
                .with("currency", one.currency.clone()),
        );
    }
    Ok(gone)
}

/// Takes back payments that came in a file. Nothing is built upon a payment.
pub async fn take_back_payments(tx: &Tx, ids: &[PaymentId]) -> Result<()> {
    tx.permit_company(Act::Create, Area::Transactions)?;

    for some in ids.chunks(AT_ONCE) {
        let these = tx.whole_company::<payment::Entity>();
        let these = these.filter(payment::Column::Id.is_in(some.iter().copied()));
        let known = these.filter(payment::Column::Source.eq(FILE)).all(&**tx).await?;
        let theirs: Vec<PaymentId> = known.iter().map(|it| it.id).collect();
        let parts = tx.whole_company::<allocation::Entity>();
        let parts = parts.filter(allocation::Column::PaymentId.is_in(theirs.iter().copied()));
        let paid: BTreeSet<InvoiceId> =
            parts.all(&**tx).await?.into_iter().map(|it| it.invoice_id).collect();

        let of_these = allocation::Column::PaymentId.is_in(theirs.iter().copied());
        let company = allocation::Column::CompanyId;
        tx.delete_where::<allocation::Entity, _>(company, of_these).await?;
        search::forget(tx, PAYMENT, theirs.iter().map(|it| it.0)).await?;
        let these = payment::Column::Id.is_in(theirs);
        tx.delete_where::<payment::Entity, _>(payment::Column::CompanyId, these).await?;
        settle(tx, paid).await?;

        for one in known {
            tx.record(
                Event::of("transactions.payment_taken_back", "payment", one.id)
                    .about(one.account_id)
                    .with("key", one.key)
                    .with("amount", one.amount.to_string())
                    .with("currency", one.currency),
            );
        }
    }
    Ok(())
}

async fn remove(tx: &Tx, id: BatchId) -> Result<()> {
    let invoices = tx
        .whole_company::<invoice::Entity>()
        .filter(invoice::Column::BatchId.eq(id))
        .all(&**tx)
        .await?;
    remove_all(tx, &invoices).await?;
    let this = ledger_batch::Column::Id.eq(id);
    tx.delete_where::<ledger_batch::Entity, _>(ledger_batch::Column::CompanyId, this).await?;
    Ok(())
}

/// Takes documents away with all that is theirs, and out of the sums.
async fn remove_all(tx: &Tx, invoices: &[invoice::Model]) -> Result<()> {
    let ids: Vec<InvoiceId> = invoices.iter().map(|it| it.id).collect();
    let mut sums = Sums::default();
    let mut corrected: BTreeSet<InvoiceId> = BTreeSet::new();
    for some in ids.chunks(AT_ONCE) {
        let of_these = || some.iter().copied();
        let lines = tx.whole_company::<invoice_line::Entity>();
        let lines = lines.filter(invoice_line::Column::InvoiceId.is_in(of_these()));
        let mut of: BTreeMap<InvoiceId, Vec<invoice_line::Model>> = BTreeMap::new();
        for line in lines.all(&**tx).await? {
            of.entry(line.invoice_id).or_default().push(line);
        }
        for invoice in invoices.iter().filter(|it| some.contains(&it.id)) {
            sums.add(invoice, of.get(&invoice.id).map_or(&[], Vec::as_slice))?;
        }

        let theirs = correction::Column::DocumentId.is_in(of_these());
        let corrections = tx.whole_company::<correction::Entity>().filter(theirs.clone());
        let corrections = corrections.all(&**tx).await?;
        corrected.extend(corrections.iter().filter_map(|it| it.target_id));
        let company = correction::Column::CompanyId;
        tx.delete_where::<correction::Entity, _>(company, theirs).await?;
        let theirs = invoice_line::Column::InvoiceId.is_in(of_these());
        let company = invoice_line::Column::CompanyId;
        tx.delete_where::<invoice_line::Entity, _>(company, theirs).await?;
        let theirs = invoice_tax::Column::InvoiceId.is_in(of_these());
        let company = invoice_tax::Column::CompanyId;
        tx.delete_where::<invoice_tax::Entity, _>(company, theirs).await?;
    }
    for some in ids.chunks(AT_ONCE) {
        let these = invoice::Column::Id.is_in(some.iter().copied());
        tx.delete_where::<invoice::Entity, _>(invoice::Column::CompanyId, these).await?;
    }
    search::forget(tx, INVOICE, ids.iter().map(|it| it.0)).await?;
    sums.take_back(tx).await?;
    settle(tx, corrected).await
}
