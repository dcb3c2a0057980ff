//! Cancelled lines are tied to the lines that they take back, where that is certain.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use accounts::AccountId;
use catalogue::ProductId;
use frame::{Ctx, Result, Tx};
use kernel::Day;
use sea_orm::{ColumnTrait, IntoActiveModel, QueryFilter};
use uuid::Uuid;

use crate::correction;
use crate::invoice::{self, InvoiceId};
use crate::invoice_line;
use crate::rules::InvoiceKind;
use crate::rules::cancel::{self, Asked, Bought, Tie, Why};
use crate::settle::settle;
use crate::write::Document;

/// Ids in one question.
const AT_ONCE: usize = 500;

/// How many lines came out how.
pub type Ties = BTreeMap<Why, u64>;

/// Ties the cancellations among documents that have just been written; `house` stands for clients
/// who are not named.
pub async fn tie(tx: &Tx, cancellations: &[Document], house: Option<AccountId>) -> Result<Ties> {
    let mut cancellations: Vec<&Document> = cancellations.iter().collect();
    cancellations.sort_by_key(|it| (at(&it.invoice), it.invoice.number.clone()));
    let named = |it: &&&Document| Some(it.invoice.account_id) != house;
    let mut bought = bought(tx, cancellations.iter().filter(named).copied()).await?;

    let (mut ties, mut corrections) = (Ties::new(), Vec::new());
    let mut touched: BTreeSet<InvoiceId> = BTreeSet::new();
    for document in cancellations {
        let at = at(&document.invoice);
        for line in &document.lines {
            let found = match line.product_id {
                _ if Some(document.invoice.account_id) == house => Err(Why::NoCustomer),
                None => Err(Why::NotBought),
                Some(product) => {
                    let asked = Asked {
                        account: document.invoice.account_id.0.as_u128(),
                        product: product.0.as_u128(),
                        price: line.price,
                        quantity: line.quantity,
                        at: &at,
                    };
                    cancel::tie(asked, &bought)
                }
            };
            let meant = found.ok().and_then(|Tie(place)| bought.get_mut(place));
            let why = found.err().unwrap_or(Why::Tied);
            let target = meant.map(|it| {
                it.cancelled = true;
                (InvoiceId(Uuid::from_u128(it.document)), it.line)
            });
            if let Some((target, _)) = target {
                touched.extend([target, document.invoice.id]);
            }
            *ties.entry(why).or_default() += 1;
            corrections.push(correction::Model {
                company_id: tx.actor.company,
                document_id: document.invoice.id,
                number: line.number,
                line: Some(line.number),
                target_id: target.map(|it| it.0),
                target_line: target.map(|it| it.1),
                amount: line.net.checked_neg().unwrap_or_default(),
                why,
            });
        }
    }
    let corrections = corrections.into_iter().map(IntoActiveModel::into_active_model);
    tx.insert_all::<correction::ActiveModel>(corrections.collect()).await?;
    settle(tx, touched).await?;
    Ok(ties)
}

/// What the clients of these documents bought of their products, ever.
async fn bought(ctx: &Ctx, cancellations: impl Iterator<Item = &Document>) -> Result<Vec<Bought>> {
    let (mut accounts, mut products) = (BTreeSet::new(), BTreeSet::new());
    for document in cancellations {
        accounts.insert(document.invoice.account_id);
        products.extend(document.lines.iter().filter_map(|it| it.product_id));
    }
    if accounts.is_empty() {
        return Ok(Vec::new());
    }
    bought_before(ctx, accounts, products).await
}

/// What these clients bought of these products, ever.
pub async fn bought_before(
    ctx: &Ctx,
    accounts: BTreeSet<AccountId>,
    products: BTreeSet<ProductId>,
) -> Result<Vec<Bought>> {
    // Two questions instead of one that joins: no engine, and no lack of statistics, can then
    // come to read all lines.
    let invoices = ctx
        .whole_company::<invoice::Entity>()
        .filter(invoice::Column::AccountId.is_in(accounts))
        .filter(invoice::Column::Kind.eq(InvoiceKind::Invoice))
        .all(ctx)
        .await?;
    let of: BTreeMap<InvoiceId, (u128, String)> =
        invoices.iter().map(|it| (it.id, (it.account_id.0.as_u128(), at(it)))).collect();

    let mut bought = Vec::new();
    let ids: Vec<InvoiceId> = of.keys().copied().collect();
    for some in ids.chunks(AT_ONCE) {
        let lines = ctx
            .whole_company::<invoice_line::Entity>()
            .filter(invoice_line::Column::InvoiceId.is_in(some.iter().copied()))
            .filter(invoice_line::Column::ProductId.is_in(products.iter().copied()))
            .all(ctx)
            .await?;
        let gone = cancelled(ctx, some).await?;
        for line in lines {
            let (Some(product), Some((account, at))) = (line.product_id, of.get(&line.invoice_id))
            else {
                continue;
            };
            bought.push(Bought {
                account: *account,
                document: line.invoice_id.0.as_u128(),
                line: line.number,
                product: product.0.as_u128(),
                price: line.price,
                quantity: line.quantity,
                at: at.clone(),
                cancelled: gone.contains(&(line.invoice_id, line.number)),
            });
        }
    }
    Ok(bought)
}

/// The lines of these documents that something has taken back.
async fn cancelled(ctx: &Ctx, ids: &[InvoiceId]) -> Result<HashSet<(InvoiceId, i32)>> {
    let corrections = ctx
        .whole_company::<correction::Entity>()
        .filter(correction::Column::TargetId.is_in(ids.iter().copied()))
        .all(ctx)
        .await?;
    Ok(corrections.iter().filter_map(|it| Some((it.target_id?, it.target_line?))).collect())
}

/// When a document was made, so that it sorts.
fn at(invoice: &invoice::Model) -> String {
    let day: Day = invoice.day;
    format!("{} {}", day, invoice.time.as_deref().unwrap_or_default())
}
