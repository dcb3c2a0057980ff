//! What documents are settled by is judged anew from corrections and allocations.

use std::collections::{BTreeMap, BTreeSet};

use frame::{Ctx, Error, Result, Tx};
use kernel::Exact;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, QueryFilter};

use crate::invoice::{self, InvoiceId};
use crate::rules::{Balance, LedgerRefused};
use crate::{allocation, correction};

/// Ids in one question.
const AT_ONCE: usize = 500;

/// Credited and paid.
type Settled = BTreeMap<InvoiceId, (Exact, Exact)>;

/// Judges these documents anew.
pub async fn settle(tx: &Tx, ids: BTreeSet<InvoiceId>) -> Result<()> {
    let ids: Vec<InvoiceId> = ids.into_iter().collect();
    for some in ids.chunks(AT_ONCE) {
        let settled = settled(tx, some).await?;
        let known = tx.whole_company::<invoice::Entity>();
        let known = known.filter(invoice::Column::Id.is_in(some.iter().copied()));
        for invoice in known.all(&**tx).await? {
            let (credited, paid) = settled.get(&invoice.id).copied().unwrap_or_default();
            let state = Balance { total: invoice.total, credited, paid }.state();
            let values = vec![
                (invoice::Column::Credited, Expr::value(credited)),
                (invoice::Column::Paid, Expr::value(paid)),
                (invoice::Column::State, Expr::value(state.word())),
            ];
            let this = invoice::Column::Id.eq(invoice.id);
            tx.update_where::<invoice::Entity, _>(invoice::Column::CompanyId, this, values).await?;
        }
    }
    Ok(())
}

/// Holds these documents until the commit, so that nobody else settles them meanwhile.
pub async fn hold(tx: &Tx, ids: impl IntoIterator<Item = InvoiceId>) -> Result<()> {
    let these = invoice::Column::Id.is_in(ids);
    let same = vec![(invoice::Column::Paid, invoice::Column::Paid.into_expr())];
    tx.update_where::<invoice::Entity, _>(invoice::Column::CompanyId, these, same).await?;
    Ok(())
}

/// What corrections and allocations say of these documents.
async fn settled(ctx: &Ctx, ids: &[InvoiceId]) -> Result<Settled> {
    let mut settled = Settled::new();
    let theirs = |column: correction::Column| {
        let corrections = ctx.whole_company::<correction::Entity>();
        corrections
            .filter(column.is_in(ids.iter().copied()))
            .filter(correction::Column::TargetId.is_not_null())
    };
    for it in theirs(correction::Column::TargetId).all(ctx).await? {
        if let Some(target) = it.target_id {
            add(&mut settled.entry(target).or_default().0, Some(it.amount))?;
        }
    }
    for it in theirs(correction::Column::DocumentId).all(ctx).await? {
        add(&mut settled.entry(it.document_id).or_default().0, it.amount.checked_neg())?;
    }
    let allocations = ctx.whole_company::<allocation::Entity>();
    let allocations = allocations.filter(allocation::Column::InvoiceId.is_in(ids.iter().copied()));
    for it in allocations.all(ctx).await? {
        add(&mut settled.entry(it.invoice_id).or_default().1, Some(it.amount))?;
    }
    Ok(settled)
}

fn add(sum: &mut Exact, more: Option<Exact>) -> Result<()> {
    let grown = more.and_then(|it| sum.checked_add(it));
    *sum = grown.ok_or(Error::refused(LedgerRefused::TooLarge))?;
    Ok(())
}

/// How many of these documents are judged otherwise than they would be now.
pub async fn misjudged(ctx: &Ctx, invoices: &[invoice::Model]) -> Result<usize> {
    let mut wrong = 0;
    for some in invoices.chunks(AT_ONCE) {
        let ids: Vec<InvoiceId> = some.iter().map(|it| it.id).collect();
        let settled = settled(ctx, &ids).await?;
        wrong += some
            .iter()
            .filter(|it| {
                let (credited, paid) = settled.get(&it.id).copied().unwrap_or_default();
                let balance = Balance { total: it.total, credited, paid };
                it.balance() != balance || it.state != balance.state()
            })
            .count();
    }
    Ok(wrong)
}
