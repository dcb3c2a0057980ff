//! Days of another system's ledger: looked at one after the other, kept one after the other.
//!
//! All days are read twice, and never more than one is held: first to know how products and
//! clients are called and which days are new, then to keep them. A day is one transaction, and is
//! known again by its name and its hash; so an import that was killed goes on where it stopped,
//! and one that is repeated changes nothing.

mod unpack;
mod look;
mod foreseen;
mod foresee;
mod error_days;
mod keep_day;
mod brought;
mod check;
mod turn;

use std::collections::HashSet;
use std::path::PathBuf;

use frame::{Ctx, Error, Result, Tx};
use kernel::Lang;
use kernel::access::{Act, Area};
use transactions::{ledger_batch, source_account, source_product};

use crate::change;
use crate::import::{Progress, begin, come_so_far, finish, forget as forget_run, plan_stands};
use crate::known::Known;
use crate::ledger_summary::DayOut;
use crate::rules::day_refused::DayRefused;
use crate::rules::online_retail::PRESET;
use crate::run::RunId;
use crate::summary::Summary;
use crate::write::Writing;

pub use brought::{brought, is_by_hand, recognise};
pub use check::{CancellationSample, DocumentSample, LedgerCheck, check, refused_day};
use error_days::error_days;
use foresee::foresee;
use keep_day::{Keeping, keep_day};
use look::{Looked, Stored, look};
pub use turn::{Turn, forget, look_ahead, turn};
pub use unpack::{Limits, Source, Unpacked, unpack};

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
    let stored = stored(&ctx.again(), None).await?;
    let (mut looked, stored) = looked(&unpacked, stored).await?;
    foresee(&ctx.again(), &mut looked, &stored).await?;
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
        let stored = stored(&ctx.again(), None).await?;
        let (looked, stored) = looked(&unpacked, stored).await?;
        Ok::<_, Error>((unpacked, Carried::of(&ctx.again(), looked, &stored)))
    };
    let (_unpacked, mut carried) = match prepared.await {
        Ok(prepared) => prepared,
        Err(error) => {
            forget_run(ctx, run).await?;
            return Err(error);
        }
    };
    let of = carried.looked.new_lines();
    let error_files = error_days(&carried.looked, import.lang)?;
    plan_stands(ctx, run, of, &carried.looked.summary(import.lang), &error_files).await?;

    let (mut done, mut number) = (0, 0);
    progress(Progress { done, of });
    while let Some(place) = carried.looked.next() {
        let tx = ctx.again().begin().await?;
        done += carried.lines_of(place);
        come_so_far(&tx, run, done).await?;
        number = carried.keep(&tx, (run, import.lang, number), place).await?;
        tx.commit().await?;
        progress(Progress { done, of });
    }

    let summary = carried.looked.summary(import.lang);
    finish(ctx, run, PRESET, &summary).await?;
    Ok(LedgerImported { run: Some(run), summary })
}

/// Days that are being kept, one after the other.
struct Carried {
    looked: Looked,
    keeping: Keeping,
    known: Known,
}

impl Carried {
    fn of(ctx: &Ctx, looked: Looked, stored: &Stored) -> Self {
        let keeping = Keeping::of(&looked, stored);
        let known = Known::of_nothing(ctx.actor.zone.clone(), ctx.now);
        Self { looked, keeping, known }
    }

    fn lines_of(&self, place: usize) -> u64 {
        self.looked.new_day(place).map_or(0, |it| it.lines)
    }

    /// Keeps a day whole, or remembers why it stays out. `number` is that of the last change; the
    /// number of the last change after it is answered.
    async fn keep(
        &mut self,
        tx: &Tx,
        (run, lang, number): (RunId, Lang, i64),
        place: usize,
    ) -> Result<i64> {
        let Self { looked, keeping, known } = self;
        let Some(day) = looked.new_day(place) else { return Ok(number) };
        let mut writing = Writing::new(run, lang, number, known);
        let kept = tx.attempt(async |tx| keep_day(tx, keeping, &mut writing, day).await);
        match kept.await? {
            Ok(kept) => {
                let number = writing.number;
                keeping.settle();
                looked.kept(place, kept);
                Ok(number)
            }
            Err(error) => {
                keeping.forget();
                let (code, sentence) = (error.code(), error.sentence(lang));
                looked.refuse(place, DayRefused::Ledger { code, sentence });
                Ok(number)
            }
        }
    }
}

async fn unpacked(import: &LedgerImport) -> Result<Unpacked> {
    let paths = import.paths.clone();
    let unpacked = move || unpack(&paths, Limits::default());
    tokio::task::spawn_blocking(unpacked).await?.map_err(Error::refused)
}

/// What is stored of the ledger; of a run, also which of its days.
async fn stored(ctx: &Ctx, run: Option<RunId>) -> Result<Stored> {
    let kept = match run {
        Some(run) => change::days(ctx, run).await?.into_iter().collect(),
        None => HashSet::new(),
    };
    Ok(Stored {
        days: ledger_batch::of_source(ctx, PRESET).await?,
        accounts: source_account::of_source(ctx, PRESET).await?,
        products: source_product::of_source(ctx, PRESET).await?,
        kept,
    })
}

/// Reads where waiting for a disk holds nobody up.
async fn looked(unpacked: &Unpacked, stored: Stored) -> Result<(Looked, Stored)> {
    let (days, passed_over) = (unpacked.days.clone(), unpacked.passed_over.clone());
    let looked = move || Ok((look(days, passed_over, &stored)?, stored));
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
