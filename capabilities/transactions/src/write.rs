//! Documents are written whole: themselves, their lines and taxes, by what they are found, and the
//! sums of these.

use frame::search::{self, Read};
use frame::{Result, Tx};
use sea_orm::IntoActiveModel;

use crate::searched::{INVOICE, called};
use crate::sums::Sums;
use crate::{invoice, invoice_line, invoice_tax};

/// A document as it is kept.
#[derive(Clone, Debug)]
pub struct Document {
    pub invoice: invoice::Model,
    pub lines: Vec<invoice_line::Model>,
    pub taxes: Vec<invoice_tax::Model>,
}

/// Adds documents.
pub async fn write(tx: &Tx, documents: Vec<Document>) -> Result<()> {
    let mut sums = Sums::default();
    for document in &documents {
        sums.add(&document.invoice, &document.lines)?;
    }
    sums.fit(tx).await?;
    let named = documents.iter().map(|it| called(it.invoice.id, &it.invoice.number));
    let named: Vec<Read> = named.collect();

    let (mut lines, mut taxes) = (Vec::new(), Vec::new());
    let mut invoices = Vec::with_capacity(documents.len());
    for document in documents {
        invoices.push(document.invoice.into_active_model());
        lines.extend(document.lines.into_iter().map(IntoActiveModel::into_active_model));
        taxes.extend(document.taxes.into_iter().map(IntoActiveModel::into_active_model));
    }
    tx.insert_all::<invoice::ActiveModel>(invoices).await?;
    tx.insert_all::<invoice_line::ActiveModel>(lines).await?;
    tx.insert_all::<invoice_tax::ActiveModel>(taxes).await?;
    search::keep_all(tx, INVOICE, &named).await?;
    sums.write(tx).await
}
