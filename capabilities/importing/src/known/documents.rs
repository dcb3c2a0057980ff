//! What is stored of the documents and payments that files speak of, and of whom they may be.

use std::collections::{BTreeSet, HashMap};

use accounts::{account, merge};
use frame::{Ctx, Result};
use kernel::Exact;
use sea_orm::{ColumnTrait, QueryFilter};
use transactions::rules::InvoiceKind;
use transactions::{
    InvoiceId, PaymentId, allocation, correction, invoice, invoice_line, invoice_tax, payment,
};
use uuid::Uuid;

use super::Known;
use crate::rules::draft::{
    Client, DocumentKind, Draft, InvoiceDraft, LineDraft, PartDraft, PaymentDraft, TargetKind,
    TaxDraft,
};
use crate::rules::existing::{Clients, Existing};
use crate::rules::mapping::AccountKey;
use crate::rules::said::Said;

/// Ids in one question.
const AT_ONCE: usize = 500;

/// Adds the documents and the payments with these numbers, and all clients in reach.
pub async fn load(
    ctx: &Ctx,
    (existing, known): (&mut Existing<Uuid>, &mut Known),
    (invoices, payments): (BTreeSet<String>, BTreeSet<String>),
) -> Result<()> {
    known.clients = clients(ctx).await?;
    existing.clients = known.clients.clone();
    let payments: Vec<String> = payments.into_iter().collect();
    let payments = payment::all_in_books(ctx, &payments).await?;
    let invoices: Vec<String> = invoices.into_iter().collect();
    let invoices = invoice::all_in_books(ctx, &invoices).await?;

    for (id, draft) in invoices_said(ctx, &invoices).await? {
        known.learn(TargetKind::Invoice, &draft.number, id.0);
        existing.insert(id.0, Draft::Invoice(draft));
    }
    for (id, draft) in payments_said(ctx, &payments).await? {
        existing.insert(id.0, Draft::Payment(draft));
    }
    Ok(())
}

/// Whoever may be named, by all that may be said of them. One that became part of another is that
/// other, unless somebody else is called so now.
async fn clients(ctx: &Ctx) -> Result<Clients> {
    let survivors = merge::all_survivors(ctx).await?;
    let accounts = ctx.find::<account::Entity>().all(ctx).await?;
    let (gone, there): (Vec<_>, Vec<_>) =
        accounts.into_iter().partition(|it| it.hidden_at.is_some());
    let mut clients = Clients::default();
    for account in &there {
        for (by, said) in said_of(account) {
            clients.insert(by, &said, &account.id.to_string());
        }
    }
    let there: BTreeSet<_> = there.iter().map(|it| it.id).collect();
    for account in &gone {
        let Some(id) = survivors.get(&account.id).filter(|it| there.contains(*it)) else {
            continue;
        };
        for (by, said) in said_of(account) {
            if clients.of(&Client { by, said: said.clone() }).is_empty() {
                clients.insert(by, &said, &id.to_string());
            }
        }
    }
    Ok(clients)
}

fn said_of(account: &account::Model) -> Vec<(AccountKey, String)> {
    let optional = [
        (AccountKey::ExternalId, account.external_key.clone()),
        (AccountKey::TaxNumber, account.tax_number.clone()),
        (AccountKey::Phone, account.phone.clone()),
    ];
    let mut said =
        vec![(AccountKey::Name, account.name.clone()), (AccountKey::Id, account.id.to_string())];
    said.extend(optional.into_iter().filter_map(|(by, said)| Some((by, said?))));
    said
}

/// Recorded documents, said as a file would say them.
async fn invoices_said(
    ctx: &Ctx,
    invoices: &[invoice::Model],
) -> Result<Vec<(InvoiceId, InvoiceDraft)>> {
    let mut lines: HashMap<InvoiceId, Vec<LineDraft>> = HashMap::new();
    let mut taxes: HashMap<InvoiceId, Vec<TaxDraft>> = HashMap::new();
    let mut targets: HashMap<InvoiceId, InvoiceId> = HashMap::new();
    let ids: Vec<InvoiceId> = invoices.iter().map(|it| it.id).collect();
    for some in ids.chunks(AT_ONCE) {
        let these = || some.iter().copied();
        let theirs = ctx.whole_company::<invoice_line::Entity>();
        for it in theirs.filter(invoice_line::Column::InvoiceId.is_in(these())).all(ctx).await? {
            let (text, products) = (it.text, Vec::new());
            let (quantity, price, discount, net) = (it.quantity, it.price, it.discount, it.net);
            let line = LineDraft { text, quantity, price, discount, net, products };
            lines.entry(it.invoice_id).or_default().push(line);
        }
        let theirs = ctx.whole_company::<invoice_tax::Entity>();
        for it in theirs.filter(invoice_tax::Column::InvoiceId.is_in(these())).all(ctx).await? {
            let (rate, amount, base, name) = (it.rate, it.amount, it.base, it.name);
            let (is_computed, has_base) = (false, true);
            let tax = TaxDraft { rate, amount, base, name, is_computed, has_base };
            taxes.entry(it.invoice_id).or_default().push(tax);
        }
        let theirs = ctx.whole_company::<correction::Entity>();
        for it in theirs.filter(correction::Column::DocumentId.is_in(these())).all(ctx).await? {
            targets.extend(it.target_id.map(|target| (it.document_id, target)));
        }
    }
    let numbers = numbers(ctx, targets.values().copied().collect()).await?;
    let said = |it: &invoice::Model| {
        let target = targets.get(&it.id).and_then(|target| numbers.get(target));
        InvoiceDraft {
            number: it.number.clone(),
            kind: Said::Is(kind(it.kind)),
            day: Said::Is(it.day),
            due_on: it.due_on.into(),
            client: Said::Is(Client { by: AccountKey::Id, said: it.account_id.to_string() }),
            currency: it.currency.clone(),
            cancels: target.cloned().into(),
            total: Said::Is(it.total),
            lines: lines.get(&it.id).cloned().unwrap_or_default(),
            taxes: taxes.get(&it.id).cloned().unwrap_or_default(),
            discount: Said::Silent,
            fee: Said::Silent,
            credited: it.credited,
            paid: it.paid,
        }
    };
    Ok(invoices.iter().map(|it| (it.id, said(it))).collect())
}

/// Recorded payments, said as a file would say them.
async fn payments_said(
    ctx: &Ctx,
    payments: &[payment::Model],
) -> Result<Vec<(PaymentId, PaymentDraft)>> {
    let mut parts: HashMap<PaymentId, Vec<(InvoiceId, Exact)>> = HashMap::new();
    let ids: Vec<PaymentId> = payments.iter().map(|it| it.id).collect();
    for some in ids.chunks(AT_ONCE) {
        let theirs = ctx.whole_company::<allocation::Entity>();
        let theirs = theirs.filter(allocation::Column::PaymentId.is_in(some.iter().copied()));
        for it in theirs.all(ctx).await? {
            parts.entry(it.payment_id).or_default().push((it.invoice_id, it.amount));
        }
    }
    let paid: BTreeSet<InvoiceId> = parts.values().flatten().map(|it| it.0).collect();
    let numbers = numbers(ctx, paid).await?;
    let said = |it: &payment::Model| {
        let mut rest = it.amount;
        let mut all = Vec::new();
        for (invoice, amount) in parts.get(&it.id).into_iter().flatten() {
            rest = rest.checked_sub(*amount).unwrap_or_default();
            all.push(PartDraft { pays: numbers.get(invoice).cloned(), amount: *amount });
        }
        if rest != Exact::ZERO {
            all.push(PartDraft { pays: None, amount: rest });
        }
        PaymentDraft {
            number: it.key.clone(),
            day: Said::Is(it.day),
            client: Said::Is(Client { by: AccountKey::Id, said: it.account_id.to_string() }),
            currency: it.currency.clone(),
            method: it.method.clone().into(),
            parts: all,
        }
    };
    Ok(payments.iter().map(|it| (it.id, said(it))).collect())
}

/// What documents are called.
async fn numbers(ctx: &Ctx, ids: BTreeSet<InvoiceId>) -> Result<HashMap<InvoiceId, String>> {
    let ids: Vec<InvoiceId> = ids.into_iter().collect();
    let mut numbers = HashMap::new();
    for some in ids.chunks(AT_ONCE) {
        let these = ctx.whole_company::<invoice::Entity>();
        let these = these.filter(invoice::Column::Id.is_in(some.iter().copied()));
        numbers.extend(these.all(ctx).await?.into_iter().map(|it| (it.id, it.number)));
    }
    Ok(numbers)
}

const fn kind(kind: InvoiceKind) -> DocumentKind {
    match kind {
        InvoiceKind::Invoice => DocumentKind::Invoice,
        InvoiceKind::CreditNote => DocumentKind::CreditNote,
        InvoiceKind::Cancellation => DocumentKind::Cancellation,
        InvoiceKind::Adjustment => DocumentKind::Adjustment,
    }
}
