//! What bringing days in would do, with a document of each nature and what they take back.

use frame::{Ctx, Result};
use kernel::{Exact, Lang};
use people::company;
use sea_orm::{ColumnTrait, QueryFilter};
use serde::Serialize;
use transactions::rules::Why;
use transactions::{InvoiceId, invoice, why_said};
use utoipa::ToSchema;
use uuid::Uuid;

use super::foreseen::{Outcome, Target};
use crate::rules::online_retail::{CURRENCY, Kind};
use crate::run::RunId;
use crate::source_file::ErrorFile;
use crate::summary::Summary;
use crate::words::Words;

use super::brought::days;
use super::error_days::error_day;
use super::foresee::{Foresight, foresee};
use super::{looked, stored};

/// Ties that are shown; of lines that are tied to nothing, one for each reason.
const TIES: usize = 3;

/// What days of a ledger look like.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct LedgerCheck {
    /// One document of each nature: with a client and without, cancelled, with repeated lines.
    pub documents: Vec<DocumentSample>,
    /// Some lines that take something back.
    pub cancellations: Vec<CancellationSample>,
}

/// A document that would be kept.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct DocumentSample {
    pub day: String,
    pub number: String,
    /// `invoice`, `cancellation` or `adjustment`.
    pub kind: &'static str,
    /// As the client will be called.
    pub client: String,
    /// The client is not named, so it goes to the house account.
    pub is_nameless: bool,
    pub lines: u64,
    /// Lines that say the same as an earlier one.
    pub repeated_lines: u64,
    pub net: Exact,
    pub currency: &'static str,
}

/// A line that takes something back.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct CancellationSample {
    pub day: String,
    pub number: String,
    pub product: String,
    pub quantity: Exact,
    /// The number of the document that it would be tied to.
    pub target: Option<String>,
    /// Stable, safe to branch on: `tied`, `no-customer`, `not-bought` and so on.
    pub why: &'static str,
    pub sentence: &'static str,
}

/// Says what running an import of days would do.
pub async fn check(ctx: &Ctx, run: RunId) -> Result<(Summary, LedgerCheck)> {
    let unpacked = days(ctx, run).await?;
    let stored = stored(ctx, Some(run)).await?;
    let (mut looked, stored) = looked(&unpacked, stored).await?;
    let Foresight { outcomes, documents } = foresee(ctx, &mut looked, &stored).await?;

    // As they will be called, whoever reads this.
    let named = Words::of(company::mine(ctx).await?.lang);
    let documents = documents.into_iter().map(|(day, it)| DocumentSample {
        day: day.to_string(),
        kind: match it.kind {
            Kind::Invoice => "invoice",
            Kind::Cancellation => "cancellation",
            Kind::Adjustment => "adjustment",
        },
        is_nameless: it.customer.is_none(),
        lines: it.lines.len() as u64,
        repeated_lines: it.repeated(),
        net: it.net().unwrap_or_default(),
        currency: CURRENCY,
        client: match &it.customer {
            Some(key) => named.ledger_customer(key),
            None => named.ledger_house().to_owned(),
        },
        number: it.number,
    });
    let checked = LedgerCheck {
        documents: documents.collect(),
        cancellations: cancellations(ctx, outcomes).await?,
    };
    Ok((looked.summary(ctx.lang()), checked))
}

/// The refused day at this place among those, as a file to be mended.
pub async fn refused_day(ctx: &Ctx, run: RunId, place: usize) -> Result<Option<ErrorFile>> {
    let unpacked = days(ctx, run).await?;
    let stored = stored(ctx, Some(run)).await?;
    let (looked, _) = looked(&unpacked, stored).await?;
    let mut refused = looked.days.into_iter().filter(|it| it.refused().is_some());
    let Some(day) = refused.nth(place) else { return Ok(None) };
    let lang = ctx.lang();
    tokio::task::spawn_blocking(move || error_day(&day, lang)).await?
}

async fn cancellations(ctx: &Ctx, outcomes: Vec<Outcome>) -> Result<Vec<CancellationSample>> {
    let lang: Lang = ctx.lang();
    let mut shown: Vec<CancellationSample> = Vec::new();
    for Outcome { cancelled, why, target } in outcomes {
        let most = if why == Why::Tied { TIES } else { 1 };
        if most <= shown.iter().filter(|it| it.why == why.word()).count() {
            continue;
        }
        let text = if cancelled.text.is_empty() { cancelled.code } else { cancelled.text };
        shown.push(CancellationSample {
            day: cancelled.day.to_string(),
            number: cancelled.number,
            product: text,
            quantity: cancelled.quantity,
            target: match target {
                None => None,
                Some(Target::Brought(number)) => Some(number),
                Some(Target::Stored(id)) => number_of(ctx, id).await?,
            },
            why: why.word(),
            sentence: why_said(why, lang),
        });
    }
    Ok(shown)
}

/// The number of a document that is stored.
async fn number_of(ctx: &Ctx, id: u128) -> Result<Option<String>> {
    let this = invoice::Column::Id.eq(InvoiceId(Uuid::from_u128(id)));
    let stored = ctx.whole_company::<invoice::Entity>().filter(this).one(ctx).await?;
    Ok(stored.map(|it| it.number))
}
