//! Days of another system are kept once, tied, summed, and taken back whole.

use accounts::AccountId;
use catalogue::ProductId;
use frame::{Ctx, Error, Result};
use kernel::{Day, Exact};
use sea_orm::{ColumnTrait, QueryFilter};
use serde_json::json;
use testing::{AYU, FAJAR, SRI, World, id};

use super::{MAJU, is_proven, world};
use crate::rules::{InvoiceKind, InvoiceState, Why};
use crate::{
    Batch, BatchDocument, BatchId, BatchLine, Recorded, correction, invoice, record_batch,
    sales_month, sales_product_month, take_back_batch,
};

pub fn document(
    number: &str,
    kind: InvoiceKind,
    day: &str,
    lines: &[(&str, &str)],
) -> BatchDocument {
    let line = |(quantity, price): &(&str, &str)| BatchLine {
        product: ProductId(id("kertas")),
        text: "KERTAS".to_owned(),
        quantity: quantity.parse().unwrap(),
        price: price.parse().unwrap(),
    };
    BatchDocument {
        number: number.to_owned(),
        kind,
        account: AccountId(id(MAJU)),
        day: day.parse::<Day>().unwrap(),
        time: Some("08:26:00".to_owned()),
        country: "ID".to_owned(),
        lines: lines.iter().map(line).collect(),
    }
}

pub fn batch(day: &str, documents: Vec<BatchDocument>) -> Batch {
    Batch {
        source: "kasir",
        name: day.to_owned(),
        sha256: format!("hash of {day}"),
        currency: "GBP",
        house: None,
        documents,
    }
}

pub async fn keep(world: &World, batch: Batch) -> Result<Recorded> {
    let tx = Ctx::begin(world.ctx(SRI)).await?;
    let recorded = record_batch(&tx, batch).await?;
    tx.commit().await?;
    Ok(recorded)
}

pub async fn take_back(world: &World, batch: BatchId) -> bool {
    let tx = Ctx::begin(world.ctx(SRI)).await.unwrap();
    let gone = take_back_batch(&tx, batch).await.unwrap();
    tx.commit().await.unwrap();
    gone
}

/// A sale with a duplicate line, and the next day a cancellation of one of those, and of something
/// that was never bought.
pub async fn two_days(world: &World) -> (Recorded, Recorded) {
    let sold = [("6", "2.55"), ("6", "2.55"), ("1", "0")];
    let sale = document("536365", InvoiceKind::Invoice, "2010-12-01", &sold);
    let first = keep(world, batch("2010-12-01", vec![sale])).await.unwrap();
    let back = [("-6", "2.55"), ("-9", "2.55")];
    let cancelled = document("C536379", InvoiceKind::Cancellation, "2010-12-02", &back);
    let second = keep(world, batch("2010-12-02", vec![cancelled])).await.unwrap();
    (first, second)
}

pub async fn of_number(world: &World, number: &str) -> invoice::Model {
    let ctx = world.ctx(AYU);
    invoice::of_number(&ctx, "kasir", number).await.unwrap().unwrap()
}

#[tokio::test]
async fn a_day_is_kept_with_every_line_and_tied_where_that_is_certain() {
    let world = world().await;

    let (first, second) = two_days(&world).await;

    assert_eq!((first.documents, first.lines, first.net.to_string()), (1, 3, "30.6".to_owned()));
    assert_eq!(second.ties, [(Why::Tied, 1), (Why::OtherQuantity, 1)].into());
    let sale = of_number(&world, "536365").await;
    assert_eq!((sale.credited.to_string(), sale.state), ("15.3".into(), InvoiceState::PartPaid));
    let cancelled = of_number(&world, "C536379").await;
    assert_eq!(cancelled.open().to_string(), "-22.95", "what could not be tied is still a credit");
    let page = format!("/transactions/{}", cancelled.id);
    let seen = world.browse(AYU).get(&page).await.body;
    assert!(seen.contains("Line 1 of invoice 536365"), "{seen}");
    assert!(seen.contains("This client never bought as many at once"), "{seen}");
    let proof = is_proven(&world).await;
    assert_eq!((proof.documents, proof.lines, proof.net.to_string()), (2, 5, "-7.65".to_owned()));
}

#[tokio::test]
async fn a_day_comes_once_and_no_number_twice() {
    let world = world().await;
    two_days(&world).await;

    let same = document("1", InvoiceKind::Invoice, "2010-12-01", &[("1", "1")]);
    let again = keep(&world, batch("2010-12-01", vec![same])).await.unwrap_err();
    let number = document("536365", InvoiceKind::Invoice, "2010-12-03", &[("1", "1")]);
    let number = keep(&world, batch("2010-12-03", vec![number])).await.unwrap_err();

    assert_eq!(again.code(), "transactions.batch_differs");
    assert_eq!(number.code(), "transactions.document_elsewhere");
    assert_eq!(is_proven(&world).await.documents, 2, "nothing of it stayed");
}

#[tokio::test]
async fn a_day_is_taken_back_as_if_it_had_never_come() {
    let world = world().await;
    let (first, second) = two_days(&world).await;

    assert!(!take_back(&world, first.batch).await, "the second day refers to it");
    assert_eq!(is_proven(&world).await.documents, 2);
    assert!(take_back(&world, second.batch).await);
    let sale = of_number(&world, "536365").await;
    assert_eq!((sale.credited, sale.state), (Exact::ZERO, InvoiceState::Open));
    assert_eq!(is_proven(&world).await.lines, 3);
    assert!(take_back(&world, first.batch).await);

    assert_eq!(is_proven(&world).await.documents, 0);
    let ctx = world.ctx(SRI);
    assert!(ctx.find::<sales_month::Entity>().all(&ctx).await.unwrap().is_empty());
    assert!(ctx.find::<sales_product_month::Entity>().all(&ctx).await.unwrap().is_empty());
    assert!(ctx.find::<correction::Entity>().all(&ctx).await.unwrap().is_empty());
    assert_eq!(two_days(&world).await.1.ties[&Why::Tied], 1, "and it can come again");
}

#[tokio::test]
async fn a_day_that_was_paid_stays() {
    let world = world().await;
    let (first, second) = two_days(&world).await;
    assert!(take_back(&world, second.batch).await);
    let sale = of_number(&world, "536365").await;
    let payment = json!({
        "key": "K", "account_id": id(MAJU), "day": "2011-01-01", "currency": "GBP",
        "amount": "30.6", "allocations": [{"invoice_id": sale.id, "amount": "30.6"}],
    });
    let paid = world.browse(FAJAR).post_json("/api/v1/payments", &payment).await;
    assert_eq!(paid.status, 201, "{}", paid.body);

    assert!(!take_back(&world, first.batch).await);

    assert_eq!(of_number(&world, "536365").await.state, InvoiceState::Paid);
    is_proven(&world).await;
}

#[tokio::test]
async fn lines_of_nobody_are_never_tied() {
    let world = world().await;
    let sale = document("1", InvoiceKind::Invoice, "2010-12-01", &[("6", "2.55")]);
    let back = document("C2", InvoiceKind::Cancellation, "2010-12-02", &[("-6", "2.55")]);
    let house = Some(AccountId(id(MAJU)));
    keep(&world, Batch { house, ..batch("2010-12-01", vec![sale]) }).await.unwrap();

    let kept = keep(&world, Batch { house, ..batch("2010-12-02", vec![back]) }).await.unwrap();

    assert_eq!(kept.ties, [(Why::NoCustomer, 1)].into());
    is_proven(&world).await;
}

#[tokio::test]
async fn a_sum_that_was_tampered_with_is_found() {
    let world = world().await;
    two_days(&world).await;
    let tx = Ctx::begin(world.ctx(SRI)).await.unwrap();
    let more = vec![(sales_month::Column::Net, sea_orm::sea_query::Expr::value(1_i64))];
    let all = sales_month::Column::Month.eq("2010-12");
    let company = sales_month::Column::CompanyId;
    tx.update_where::<sales_month::Entity, _>(company, all, more).await.unwrap();
    tx.commit().await.unwrap();

    let ctx = world.ctx(SRI);
    let proof = crate::prove(&ctx).await.unwrap();
    assert_eq!(proof.faults, ["2010-12: the sums by client differ from the lines"]);
}

#[tokio::test]
async fn a_day_is_kept_by_whoever_may_keep_books() {
    let world = world().await;
    let tx = Ctx::begin(world.ctx(AYU)).await.unwrap();
    let sale = document("1", InvoiceKind::Invoice, "2010-12-01", &[("6", "2.55")]);

    let refused = record_batch(&tx, batch("2010-12-01", vec![sale])).await;

    assert!(matches!(refused, Err(Error::Denied)));
    let ctx = world.ctx(SRI);
    let none = ctx.find::<invoice::Entity>().filter(invoice::Column::Source.eq("kasir"));
    assert!(none.all(&ctx).await.unwrap().is_empty());
}
