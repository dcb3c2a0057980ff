//! A day that was imported is taken back, as if it had never come.
//!
//! Only what nobody has built upon goes: a payment, a correction of another day or a problem that
//! refers to one of its documents keeps all of it.

use std::collections::{BTreeMap, BTreeSet};

use frame::{Event, Result, Tx};
use kernel::access::{Act, Area};
use sea_orm::{ColumnTrait, QueryFilter};

use crate::invoice::{self, InvoiceId};
use crate::ledger_batch::{self, BatchId};
use crate::settle::settle;
use crate::sums::Sums;
use crate::{correction, invoice_line, invoice_tax};

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

async fn remove(tx: &Tx, id: BatchId) -> Result<()> {
    let invoices = tx
        .whole_company::<invoice::Entity>()
        .filter(invoice::Column::BatchId.eq(id))
        .all(&**tx)
        .await?;
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
    let theirs = invoice::Column::BatchId.eq(id);
    tx.delete_where::<invoice::Entity, _>(invoice::Column::CompanyId, theirs).await?;
    let this = ledger_batch::Column::Id.eq(id);
    tx.delete_where::<ledger_batch::Entity, _>(ledger_batch::Column::CompanyId, this).await?;
    sums.take_back(tx).await?;
    settle(tx, corrected).await
}
