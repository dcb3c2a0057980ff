//! Two clients became one, or two again: their documents moved, and the sums of both are added up
//! anew.

use std::collections::{BTreeMap, BTreeSet};

use accounts::AccountId;
use frame::follows::Follows;
use frame::stream::Reader;
use frame::{Event, Result, Tx};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder};

use crate::sums::Sums;
use crate::{invoice, invoice_line, sales_month};

/// So many documents are read with their lines at once.
const DOCUMENTS_AT_ONCE: usize = 500;

/// What of the ledger hangs on a client. The sums are added up by [`FOLLOW_MERGE`]; the keys of
/// other systems are read through whoever stands for the client.
pub const FOLLOWS: &[Follows] = &[
    Follows::moves("account", "invoice", "account_id"),
    Follows::moves("account", "payment", "account_id"),
    Follows::moves("account", "invoice_problem", "account_id"),
    Follows::stays("account", "source_account", "account_id"),
    Follows::stays("account", "sales_month", "account_id"),
    // A link shows one client what is theirs, and ends with the client.
    Follows::stays("account", "statement_link", "account_id"),
];

pub const FOLLOW_MERGE: Reader = Reader {
    names: &["accounts.merged", "accounts.merged_away", "accounts.merge_undone"],
    read: |tx, events| Box::pin(follow_merge(tx, events)),
};

async fn follow_merge(tx: &Tx, events: &[Event]) -> Result<()> {
    let accounts: BTreeSet<AccountId> = events.iter().map(|it| AccountId(it.subject_id)).collect();
    for account in accounts {
        add_up(tx, account).await?;
    }
    Ok(())
}

async fn add_up(tx: &Tx, account: AccountId) -> Result<()> {
    let theirs = sales_month::Column::AccountId.eq(account);
    tx.delete_where::<sales_month::Entity, _>(sales_month::Column::CompanyId, theirs).await?;

    let documents = tx
        .whole_company::<invoice::Entity>()
        .filter(invoice::Column::AccountId.eq(account))
        .all(&**tx)
        .await?;
    let mut sums = Sums::default();
    for some in documents.chunks(DOCUMENTS_AT_ONCE) {
        let lines = tx
            .whole_company::<invoice_line::Entity>()
            .filter(invoice_line::Column::InvoiceId.is_in(some.iter().map(|it| it.id)))
            .order_by_asc(invoice_line::Column::InvoiceId)
            .all(&**tx)
            .await?;
        let mut of: BTreeMap<_, Vec<invoice_line::Model>> = BTreeMap::new();
        for line in lines {
            of.entry(line.invoice_id).or_default().push(line);
        }
        for document in some {
            sums.add(document, of.get(&document.id).map_or(&[][..], Vec::as_slice))?;
        }
    }
    // The sums by product are those of the company, whoever bought.
    sums.products.clear();
    sums.write(tx).await
}
