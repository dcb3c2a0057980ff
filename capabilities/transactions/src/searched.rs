//! What the search finds here, by its number: invoices, credit notes and whatever else sets one
//! right, and payments.

use std::cmp::Reverse;

use accounts::account;
use frame::app::Asking;
use frame::search::{By, Hit, Read, Searched, Texts};
use frame::web::page;
use frame::{Ctx, Result};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::invoice::{self, InvoiceId};
use crate::payment::{self, PaymentId};
use crate::words::Words;

/// The words for them in the index.
pub const INVOICE: &str = "invoice";
pub const PAYMENT: &str = "payment";

pub const SEARCHED: &[Searched] = &[
    Searched {
        kind: INVOICE,
        title: |lang| Words::of(lang).ledger_title(),
        icon: "receipt",
        version: 1,
        by: By::Number,
        show: |ctx, ids| Box::pin(invoices(ctx, ids)) as Asking<'_, Vec<Hit>>,
        texts: |ctx, after, most| Box::pin(invoice_texts(ctx, after, most)),
    },
    Searched {
        kind: PAYMENT,
        title: |lang| Words::of(lang).payments_title(),
        icon: "wallet",
        version: 1,
        by: By::Number,
        show: |ctx, ids| Box::pin(payments(ctx, ids)) as Asking<'_, Vec<Hit>>,
        texts: |ctx, after, most| Box::pin(payment_texts(ctx, after, most)),
    },
];

/// What it is found by.
pub fn called(id: impl Into<Uuid>, number: &str) -> Read {
    (id.into(), Texts::default().document(number))
}

/// Documents, the latest first, each with its client and how it stands.
async fn invoices(ctx: &Ctx, ids: &[Uuid]) -> Result<Vec<Hit>> {
    let these = invoice::Column::Id.is_in(ids.iter().copied().map(InvoiceId));
    let mut found = ctx.find::<invoice::Entity>().filter(these).all(ctx).await?;
    found.sort_by_key(|it| Reverse((it.day, it.id)));
    let clients = account::names(ctx, found.iter().map(|it| it.account_id)).await?;
    let (lang, w) = (ctx.lang(), Words::of(ctx.lang()));
    let today = ctx.now.day(&ctx.actor.zone);
    let hit = |it: invoice::Model| {
        let overdue = it.balance().is_overdue(it.due_on, today);
        let state = if overdue { w.state_overdue() } else { w.state(it.state) };
        let parts = [
            Some(w.kind(it.kind).to_owned()),
            clients.get(&it.account_id).cloned(),
            Some(lang.day(it.day)),
            Some(it.money(it.total)),
            Some(state.to_owned()),
        ];
        Hit {
            id: it.id.0,
            href: format!("/transactions/{}", it.id),
            detail: parts.into_iter().flatten().collect::<Vec<_>>().join(" · "),
            title: it.number,
        }
    };
    Ok(found.into_iter().map(hit).collect())
}

/// Payments, the latest first. What is known of one stands in its line of the list.
async fn payments(ctx: &Ctx, ids: &[Uuid]) -> Result<Vec<Hit>> {
    let these = payment::Column::Id.is_in(ids.iter().copied().map(PaymentId));
    let mut found = ctx.find::<payment::Entity>().filter(these).all(ctx).await?;
    found.sort_by_key(|it| Reverse((it.day, it.id)));
    let clients = account::names(ctx, found.iter().map(|it| it.account_id)).await?;
    let hit = |it: payment::Model| {
        let parts = [
            clients.get(&it.account_id).cloned(),
            Some(ctx.lang().day(it.day)),
            Some(it.money(it.amount)),
        ];
        let account = it.account_id.to_string();
        let asked = [("q", it.key.as_str()), ("account_id", account.as_str())];
        Hit {
            id: it.id.0,
            href: page::address("/payments", asked),
            detail: parts.into_iter().flatten().collect::<Vec<_>>().join(" · "),
            title: it.key,
        }
    };
    Ok(found.into_iter().map(hit).collect())
}

async fn invoice_texts(ctx: &Ctx, after: Option<Uuid>, most: u64) -> Result<Vec<Read>> {
    let mut next = ctx.whole_company::<invoice::Entity>().order_by_asc(invoice::Column::Id);
    if let Some(after) = after {
        next = next.filter(invoice::Column::Id.gt(InvoiceId(after)));
    }
    let next = next.select_only().columns([invoice::Column::Id, invoice::Column::Number]);
    let next = next.limit(most).into_tuple::<(InvoiceId, String)>();
    Ok(next.all(ctx).await?.iter().map(|(id, number)| called(*id, number)).collect())
}

async fn payment_texts(ctx: &Ctx, after: Option<Uuid>, most: u64) -> Result<Vec<Read>> {
    let mut next = ctx.whole_company::<payment::Entity>().order_by_asc(payment::Column::Id);
    if let Some(after) = after {
        next = next.filter(payment::Column::Id.gt(PaymentId(after)));
    }
    let next = next.select_only().columns([payment::Column::Id, payment::Column::Key]);
    let next = next.limit(most).into_tuple::<(PaymentId, String)>();
    Ok(next.all(ctx).await?.iter().map(|(id, key)| called(*id, key)).collect())
}
