//! Sums and judgments are what documents make them: for the doctor, and for tests.

use std::collections::{BTreeMap, BTreeSet};

use frame::{Ctx, Result};
use kernel::Exact;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::settle::misjudged;
use crate::sums::{Sum, Sums};
use crate::{invoice, invoice_line, sales_month, sales_product_month};

/// Documents whose lines are read at once.
const AT_ONCE: usize = 200;

/// What was looked at, and what is wrong with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proof {
    pub documents: u64,
    pub lines: u64,
    pub net: Exact,
    pub faults: Vec<String>,
}

/// Adds all lines of a company up again, month by month, and compares.
pub async fn prove(ctx: &Ctx) -> Result<Proof> {
    let mut proof = Proof::default();
    for month in months(ctx).await? {
        prove_month(ctx, &month, &mut proof).await?;
    }
    Ok(proof)
}

/// The months of which there are documents or sums.
async fn months(ctx: &Ctx) -> Result<BTreeSet<String>> {
    let of_documents = ctx
        .whole_company::<invoice::Entity>()
        .select_only()
        .expr(Expr::cust("substr(day, 1, 7)"))
        .distinct()
        .into_tuple::<String>()
        .all(ctx)
        .await?;
    let of_sums = ctx
        .whole_company::<sales_month::Entity>()
        .select_only()
        .column(sales_month::Column::Month)
        .distinct()
        .into_tuple::<String>()
        .all(ctx)
        .await?;
    Ok(of_documents.into_iter().chain(of_sums).collect())
}

async fn prove_month(ctx: &Ctx, month: &str, proof: &mut Proof) -> Result<()> {
    let invoices = ctx
        .whole_company::<invoice::Entity>()
        .filter(invoice::Column::Day.into_expr().gte(format!("{month}-01")))
        .filter(invoice::Column::Day.into_expr().lte(format!("{month}-31")))
        .order_by_asc(invoice::Column::Day)
        .all(ctx)
        .await?;
    let mut sums = Sums::default();
    for some in invoices.chunks(AT_ONCE) {
        let lines = ctx
            .whole_company::<invoice_line::Entity>()
            .filter(invoice_line::Column::InvoiceId.is_in(some.iter().map(|it| it.id)))
            .all(ctx)
            .await?;
        let mut of: BTreeMap<_, Vec<invoice_line::Model>> = BTreeMap::new();
        for line in lines {
            of.entry(line.invoice_id).or_default().push(line);
        }
        for invoice in some {
            let lines = of.remove(&invoice.id).unwrap_or_default();
            let net = Exact::sum(lines.iter().map(|it| it.net));
            let total = net.and_then(|it| it.checked_add(invoice.tax));
            if net != Some(invoice.net)
                || total != Some(invoice.total)
                || usize::try_from(invoice.lines) != Ok(lines.len())
            {
                proof.faults.push(format!("document {} differs from its lines", invoice.number));
            }
            proof.documents += 1;
            proof.lines += lines.len() as u64;
            proof.net = proof.net.checked_add(invoice.net).unwrap_or_default();
            sums.add(invoice, &lines)?;
        }
    }
    compare(ctx, month, sums, proof).await?;
    let wrong = misjudged(ctx, &invoices).await?;
    if wrong != 0 {
        proof.faults.push(format!("{month}: {wrong} documents are judged wrongly"));
    }
    Ok(())
}

async fn compare(ctx: &Ctx, month: &str, sums: Sums, proof: &mut Proof) -> Result<()> {
    let kept = ctx.whole_company::<sales_month::Entity>();
    let kept = kept.filter(sales_month::Column::Month.eq(month)).all(ctx).await?;
    let kept = kept.into_iter().map(|it| {
        let sum =
            Sum { net: it.net, quantity: it.quantity, lines: it.lines, documents: it.documents };
        ((it.account_id, (it.month, it.currency, it.country)), sum)
    });
    if kept.collect::<BTreeMap<_, _>>() != sums.accounts {
        proof.faults.push(format!("{month}: the sums by client differ from the lines"));
    }
    let kept = ctx.whole_company::<sales_product_month::Entity>();
    let kept = kept.filter(sales_product_month::Column::Month.eq(month)).all(ctx).await?;
    let kept = kept.into_iter().map(|it| {
        let sum =
            Sum { net: it.net, quantity: it.quantity, lines: it.lines, documents: it.documents };
        ((it.product_id, (it.month, it.currency, it.country)), sum)
    });
    if kept.collect::<BTreeMap<_, _>>() != sums.products {
        proof.faults.push(format!("{month}: the sums by product differ from the lines"));
    }
    Ok(())
}
