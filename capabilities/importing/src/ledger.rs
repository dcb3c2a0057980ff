//! Days of another system's ledger: looked at one after the other, kept one after the other.
//!
//! All days are read twice, and never more than one is held: first to know how products and
//! clients are called and which days are new, then to keep them. A day is one transaction, and is
//! known again by its name and its hash; so an import that was killed goes on where it stopped,
//! and one that is repeated changes nothing.

mod unpack;
mod look;
mod keep_day;

use std::path::PathBuf;

use frame::{Ctx, Error, Result};
use kernel::Lang;
use kernel::access::{Act, Area};
use transactions::{ledger_batch, source_account, source_product};

use crate::import::{Progress, begin, come_so_far, finish, forget, plan_stands};
use crate::known::Known;
use crate::ledger_summary::DayOut;
use crate::rules::day_refused::DayRefused;
use crate::rules::online_retail::{CURRENCY, PRESET};
use crate::run::RunId;
use crate::summary::Summary;
use crate::write::Writing;

use keep_day::{Keeping, keep_day};
use look::{Looked, look};
pub use unpack::{Limits, Unpacked, unpack};

/// The systems whose days are understood.
pub const LEDGERS: &[&str] = &[PRESET];

/// What to import.
pub struct LedgerImport {
    /// A packed file (tar, tar.xz, zip), or a folder of days.
    pub paths: Vec<PathBuf>,
    /// The language of names and reasons.
    pub lang: Lang,
}

/// What an import of days did or would do.
#[derive(Debug)]
pub struct LedgerImported {
    /// None for a dry run.
    pub run: Option<RunId>,
    pub summary: Summary,
}

/// Says what importing would do; nothing is written.
pub async fn dry_run_ledger(ctx: &Ctx, import: &LedgerImport) -> Result<LedgerImported> {
    ctx.permit_company(Act::Create, Area::Imports)?;

    let unpacked = unpacked(import).await?;
    let looked = looked(&ctx.again(), &unpacked).await?;
    Ok(LedgerImported { run: None, summary: looked.summary(import.lang) })
}

/// Imports day after day.
pub async fn import_ledger(
    ctx: &Ctx,
    import: &LedgerImport,
    mut progress: impl FnMut(Progress) + Send,
) -> Result<LedgerImported> {
    ctx.permit_company(Act::Create, Area::Imports)?;

    let run = begin(ctx, PRESET).await?;
    let prepared = async {
        let unpacked = unpacked(import).await?;
        let looked = looked(&ctx.again(), &unpacked).await?;
        Ok::<_, Error>((unpacked, looked))
    };
    let (_unpacked, mut looked) = match prepared.await {
        Ok(prepared) => prepared,
        Err(error) => {
            forget(ctx, run).await?;
            return Err(error);
        }
    };
    let of = looked.new_lines();
    plan_stands(ctx, run, of, &looked.summary(import.lang), &[]).await?;

    let mut known = Known::of_nothing(ctx.actor.zone.clone());
    let writing = Writing::new(run, import.lang, 0, &mut known);
    let mut keeping = Keeping::of(writing, &looked, &ctx.again()).await?;
    let mut done = 0;
    progress(Progress { done, of });
    for place in 0..looked.days.len() {
        let Some(day) = looked.new_day(place) else { continue };
        let tx = ctx.again().begin().await?;
        done += day.lines;
        come_so_far(&tx, run, done).await?;
        match keep_day(&tx, &mut keeping, day).await {
            Ok(kept) => {
                tx.commit().await?;
                keeping.settle();
                looked.kept(place, kept);
            }
            Err(error) if error.is_refusal() => {
                drop(tx);
                keeping.forget();
                let refused = DayRefused::Ledger {
                    code: error.code(),
                    sentence: error.sentence(import.lang),
                };
                looked.refuse(place, refused);
            }
            Err(error) => return Err(error),
        }
        progress(Progress { done, of });
    }

    let summary = looked.summary(import.lang);
    finish(ctx, run, PRESET, &summary).await?;
    Ok(LedgerImported { run: Some(run), summary })
}

async fn unpacked(import: &LedgerImport) -> Result<Unpacked> {
    let paths = import.paths.clone();
    let unpacked = move || unpack(&paths, Limits::default());
    tokio::task::spawn_blocking(unpacked).await?.map_err(Error::refused)
}

async fn looked(ctx: &Ctx, unpacked: &Unpacked) -> Result<Looked> {
    let known = ledger_batch::of_source(ctx, PRESET).await?;
    let accounts = source_account::of_source(ctx, PRESET).await?;
    let products = source_product::of_source(ctx, PRESET).await?;
    let days = unpacked.days.clone();
    let passed_over = unpacked.passed_over.clone();
    let looked = move || look(days, passed_over, &known, &accounts, &products);
    tokio::task::spawn_blocking(looked).await?
}

/// A day that stays out, and why.
pub fn day_out(day: &str, refused: &DayRefused, lang: Lang) -> DayOut {
    use kernel::Refusal;
    DayOut {
        day: day.to_owned(),
        code: refused.code().to_owned(),
        sentence: refused.sentence(lang),
    }
}

/// The currency of a ledger's amounts.
pub const fn currency() -> &'static str {
    CURRENCY
}
