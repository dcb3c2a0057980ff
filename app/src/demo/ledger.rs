//! A year of the made-up company's invoices: most paid, some late, one taken back in part.

use frame::{App, Ctx, Tx};
use kernel::{CompanyId, Exact, PersonId};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder};
use transactions::invoice_problem::ProblemKind;
use transactions::record_invoice::{NewLine, NewTax};
use transactions::record_payment::NewAllocation;
use transactions::rules::InvoiceKind;
use transactions::{
    InvoiceId, NewInvoice, NewPayment, NewProblem, raise_problem, record_invoice, record_payment,
};

/// What is sold: cartons, and what one costs in rupiah.
const GOODS: &[(&str, i64)] = &[
    ("Kertas A4 80 gram, dus", 275_000),
    ("Kertas struk 57 mm, dus", 412_500),
    ("Tinta printer hitam", 189_900),
    ("Map arsip, lusin", 96_000),
];

/// So many invoices for each client, one every so many days.
const INVOICES: i64 = 9;
const EVERY_DAYS: i64 = 41;
const DUE_DAYS: i64 = 30;

/// Records what the clients of this person bought, and lets them say what is wrong.
pub async fn fill(app: &App, company: CompanyId, owner: PersonId) -> anyhow::Result<()> {
    let tx = app.company(company).begin().await?;
    let clients = accounts::account::shown(&tx)
        .filter(accounts::account::Column::OwnerId.eq(owner))
        .filter(accounts::account::Column::Status.eq(accounts::AccountStatus::Client))
        .order_by_asc(accounts::account::Column::NameKey)
        .all(&*tx)
        .await?;
    let mut latest = None;
    for (place, client) in (0..).zip(&clients) {
        latest = bought(&tx, client.id, place).await?.or(latest);
    }
    tx.commit().await?;

    let Some(invoice) = latest else { return Ok(()) };
    let ctx = app.company(company);
    let actor = identity::actor_of(&ctx, owner).await?;
    let tx = Ctx::new(app.clone(), actor, ctx.now).begin().await?;
    let problem = NewProblem {
        kind: ProblemKind::WrongQuantity,
        text: "Klien menerima 3 dus, di faktur tertulis lebih.".to_owned(),
        assignee_id: None,
    };
    raise_problem(&tx, invoice, problem).await?;
    tx.commit().await?;
    Ok(())
}

/// A year of one client: each paid on time, but for the last three.
async fn bought(
    tx: &Tx,
    client: accounts::AccountId,
    place: i64,
) -> anyhow::Result<Option<InvoiceId>> {
    let today = tx.now.day(&tx.actor.zone);
    let mut latest = None;
    for turn in 0..INVOICES {
        let day = today.plus(-(INVOICES - turn) * EVERY_DAYS + place % EVERY_DAYS);
        let number = format!("F-{:03}-{:02}", place + 1, turn + 1);
        let lines = (0..2).map(|it| line(place + turn + it, 1 + (place + turn * 3 + it) % 7));
        let lines: Vec<NewLine> = lines.collect();
        let invoice = record(tx, &number, InvoiceKind::Invoice, client, day, lines, None).await?;
        if turn + 3 < INVOICES {
            pay(tx, &invoice, invoice.total, DUE_DAYS - 3).await?;
        } else if turn + 2 == INVOICES {
            let note = vec![line(place + turn, -1)];
            let number = format!("N-{:03}", place + 1);
            let kind = InvoiceKind::CreditNote;
            record(tx, &number, kind, client, day.plus(5), note, Some(invoice.id)).await?;
            let half = Exact(invoice.net.0 / 20_000 * 10_000);
            pay(tx, &invoice, half, DUE_DAYS - 10).await?;
        }
        latest = Some(invoice.id);
    }
    Ok(latest)
}

fn line(which: i64, quantity: i64) -> NewLine {
    let goods = usize::try_from(which).unwrap_or_default() % GOODS.len();
    let (text, price) = GOODS[goods];
    let whole = |it| Exact::whole(it).unwrap_or_default();
    let (quantity, price) = (whole(quantity), whole(price));
    NewLine { product_id: None, text: text.to_owned(), quantity, price, discount: None, net: None }
}

async fn record(
    tx: &Tx,
    number: &str,
    kind: InvoiceKind,
    client: accounts::AccountId,
    day: kernel::Day,
    lines: Vec<NewLine>,
    cancels: Option<InvoiceId>,
) -> anyhow::Result<transactions::invoice::Model> {
    // 11 percent of whole rupiah, as it is rounded on an invoice.
    let base: i64 = lines.iter().map(|it| it.price.0 / 10_000 * (it.quantity.0 / 10_000)).sum();
    let whole = |it| Exact::whole(it).unwrap_or_default();
    let tax = NewTax {
        name: "PPN".to_owned(),
        rate: whole(11),
        base: whole(base),
        amount: whole(base * 11 / 100),
    };
    let new = NewInvoice {
        number: number.to_owned(),
        kind,
        account_id: client,
        day,
        due_on: (kind == InvoiceKind::Invoice).then(|| day.plus(DUE_DAYS)),
        currency: "IDR".to_owned(),
        country: None,
        note: None,
        lines,
        taxes: vec![tax],
        cancels,
    };
    Ok(record_invoice(tx, new).await?.0)
}

async fn pay(
    tx: &Tx,
    invoice: &transactions::invoice::Model,
    amount: Exact,
    after_days: i64,
) -> anyhow::Result<()> {
    let payment = NewPayment {
        key: format!("BCA-{}", invoice.number),
        account_id: invoice.account_id,
        day: invoice.day.plus(after_days),
        currency: invoice.currency.clone(),
        amount,
        method: Some("Transfer".to_owned()),
        note: None,
        allocations: vec![NewAllocation { invoice_id: invoice.id, amount }],
    };
    record_payment(tx, payment).await?;
    Ok(())
}
