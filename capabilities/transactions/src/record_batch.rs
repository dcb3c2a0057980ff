//! A day of another system is kept: its documents, what they cancel, and the sums of all.

use accounts::AccountId;
use catalogue::ProductId;
use frame::{Error, Event, Result, Tx};
use kernel::access::{Act, Area};
use kernel::{Day, Exact};
use sea_orm::{ColumnTrait, QueryFilter};

use crate::ledger_batch::{self, BatchId};
use crate::rules::{Balance, Draft, DraftLine, InvoiceKind, LedgerRefused, Why, document};
use crate::tie::{Ties, tie};
use crate::write::{Document, write};
use crate::{invoice, invoice_line};

/// A day of another system.
#[derive(Clone, Debug)]
pub struct Batch {
    pub source: &'static str,
    /// Of the day, by which it is known again.
    pub name: String,
    /// Of its file.
    pub sha256: String,
    pub currency: &'static str,
    /// Stands for clients who are not named.
    pub house: Option<AccountId>,
    pub documents: Vec<BatchDocument>,
}

/// One document of it.
#[derive(Clone, Debug)]
pub struct BatchDocument {
    pub number: String,
    pub kind: InvoiceKind,
    pub account: AccountId,
    pub day: Day,
    pub time: Option<String>,
    pub country: String,
    pub lines: Vec<BatchLine>,
}

/// One line, as it stands there.
#[derive(Clone, Debug)]
pub struct BatchLine {
    pub product: ProductId,
    pub text: String,
    pub quantity: Exact,
    pub price: Exact,
}

/// What was kept.
#[derive(Clone, Debug)]
pub struct Recorded {
    pub batch: BatchId,
    pub documents: u64,
    pub lines: u64,
    pub net: Exact,
    /// How many cancelled lines came out how.
    pub ties: Ties,
}

/// Keeps a day. One that is known already is refused: the ledger is appended to.
pub async fn record_batch(tx: &Tx, batch: Batch) -> Result<Recorded> {
    tx.permit_company(Act::Create, Area::Transactions)?;

    is_new(tx, &batch).await?;

    let id: BatchId = tx.id();
    let mut documents = Vec::with_capacity(batch.documents.len());
    for document in &batch.documents {
        documents.push(whole(tx, id, &batch, document)?);
    }
    let nets = documents.iter().map(|it| it.invoice.net);
    let net = Exact::sum(nets).ok_or(Error::refused(LedgerRefused::TooLarge))?;
    let (count, lines) = (documents.len(), documents.iter().map(|it| it.lines.len()).sum());
    let [count, lines] = [count, lines].map(|it: usize| it as u64);

    tx.add(ledger_batch::Model {
        company_id: tx.actor.company,
        id,
        source: batch.source.to_owned(),
        name: batch.name.clone(),
        sha256: batch.sha256,
        documents: i64::try_from(count).unwrap_or(i64::MAX),
        lines: i64::try_from(lines).unwrap_or(i64::MAX),
        net,
        currency: batch.currency.to_owned(),
        recorded_at: tx.now,
    })
    .await?;
    let is_cancellation = |it: &&Document| it.invoice.kind == InvoiceKind::Cancellation;
    let cancellations: Vec<Document> = documents.iter().filter(is_cancellation).cloned().collect();
    write(tx, documents).await?;
    let ties = tie(tx, &cancellations, batch.house).await?;

    let tied = ties.get(&Why::Tied).copied().unwrap_or_default();
    tx.record(
        Event::of("transactions.batch_recorded", "ledger-batch", id)
            .with("source", batch.source)
            .with("name", batch.name)
            .with("documents", count)
            .with("lines", lines)
            .with("net", net.to_string())
            .with("tied", tied),
    );
    Ok(Recorded { batch: id, documents: count, lines, net, ties })
}

async fn is_new(tx: &Tx, batch: &Batch) -> Result<()> {
    let known = tx
        .whole_company::<ledger_batch::Entity>()
        .filter(ledger_batch::Column::Source.eq(batch.source))
        .filter(ledger_batch::Column::Name.eq(&batch.name));
    if known.one(&**tx).await?.is_some() {
        return Err(Error::refused(LedgerRefused::BatchDiffers { name: batch.name.clone() }));
    }
    let numbers = batch.documents.iter().map(|it| it.number.clone()).collect();
    let known = invoice::known_numbers(tx, batch.source, numbers).await?;
    match known.into_iter().next() {
        None => Ok(()),
        Some(number) => Err(Error::refused(LedgerRefused::DocumentElsewhere { number })),
    }
}

fn whole(tx: &Tx, batch: BatchId, of: &Batch, said: &BatchDocument) -> Result<Document> {
    let line = |it: &BatchLine| DraftLine {
        quantity: it.quantity,
        price: it.price,
        discount: Exact::ZERO,
        net: None,
    };
    let draft = Draft { lines: said.lines.iter().map(line).collect(), taxes: Vec::new() };
    let totals = document::totals(&draft).map_err(Error::refused)?;
    let (company, id) = (tx.actor.company, tx.id());
    let lines =
        (1..).zip(&said.lines).zip(totals.nets).map(|((number, line), net)| invoice_line::Model {
            company_id: company,
            invoice_id: id,
            number,
            product_id: Some(line.product),
            text: line.text.clone(),
            quantity: line.quantity,
            price: line.price,
            discount: Exact::ZERO,
            net,
        });
    let invoice = invoice::Model {
        company_id: company,
        id,
        account_id: said.account,
        batch_id: Some(batch),
        source: of.source.to_owned(),
        number: said.number.clone(),
        kind: said.kind,
        day: said.day,
        time: said.time.clone(),
        due_on: None,
        country: said.country.clone(),
        currency: of.currency.to_owned(),
        net: totals.net,
        tax: totals.tax,
        total: totals.total,
        lines: i64::try_from(said.lines.len()).unwrap_or(i64::MAX),
        note: None,
        credited: Exact::ZERO,
        paid: Exact::ZERO,
        state: Balance { total: totals.total, ..Balance::default() }.state(),
        person_id: tx.actor.somebody(),
        recorded_at: tx.now,
    };
    Ok(Document { invoice, lines: lines.collect(), taxes: Vec::new() })
}
