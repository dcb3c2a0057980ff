//! The ledger of a book: documents dealt out to its clients, as a program of accounts numbers them.

use anyhow::Result;
use catalogue::{ProductId, product};
use frame::{App, Tx};
use kernel::{Day, Exact};
use sea_orm::ActiveValue::Set;
use transactions::rules::InvoiceKind;
use transactions::{Batch, BatchDocument, BatchLine, record_batch};

use super::Company;

/// So many are kept at once, as a day of the ledger is.
const PART: usize = 500;
/// Of each document.
const LINES: usize = 40;

/// So many documents with forty lines each: `INV-2026-00000` and on, dealt out to people as their
/// clients are.
pub async fn documents(app: &App, company: &Company, count: usize) -> Result<()> {
    let tx = app.company(company.id).begin().await?;
    let product = paper(&tx).await?;
    tx.commit().await?;
    let day: Day = "2026-01-05".parse()?;
    for from in (0..count).step_by(PART) {
        let part = from..count.min(from + PART);
        let tx = app.company(company.id).begin().await?;
        let batch = Batch {
            source: "bench",
            name: format!("{from:06}"),
            sha256: format!("{from:064x}"),
            currency: "IDR",
            house: None,
            documents: part.filter_map(|at| document(company, product, day, at)).collect(),
        };
        record_batch(&tx, batch).await?;
        tx.commit().await?;
    }
    Ok(())
}

async fn paper(tx: &Tx) -> Result<ProductId> {
    let id: ProductId = tx.id();
    let row = product::ActiveModel {
        company_id: Set(tx.actor.company),
        id: Set(id),
        name: Set("Kertas A4".to_owned()),
        series: Set(None),
        price_amount: Set(55_000),
        price_currency: Set("IDR".to_owned()),
        created_at: Set(tx.now),
        hidden_at: Set(None),
    };
    tx.insert_all(vec![row]).await?;
    Ok(id)
}

fn document(company: &Company, product: ProductId, day: Day, at: usize) -> Option<BatchDocument> {
    let owner = company.people.get(at % company.people.len())?;
    let account = *owner.accounts.get(at / company.people.len() % owner.accounts.len())?;
    let line = BatchLine {
        product,
        text: "Kertas A4".to_owned(),
        quantity: Exact::whole(1)?,
        price: Exact::whole(55_000)?,
    };
    Some(BatchDocument {
        number: format!("INV-2026-{at:05}"),
        kind: InvoiceKind::Invoice,
        account,
        day,
        time: None,
        country: "ID".to_owned(),
        lines: vec![line; LINES],
    })
}
