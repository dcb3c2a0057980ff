//! What is stored and what files say become a plan that can be carried out.

use std::collections::BTreeSet;

use frame::{Ctx, Error, Result};
use kernel::Lang;
use kernel::access::{Act, Area};
use uuid::Uuid;

use crate::few_at_once::{Turn, turn_of_job};
use crate::import::Import;
use crate::known::{self, Known, load_documents};
use crate::own;
use crate::rules::existing::Existing;
use crate::rules::mapping::Mapping;
use crate::rules::planning::{Decision, Plan, Settled};
use crate::rules::row_refused::RowFault;
use crate::source_file::{self, ErrorFile, Sources};
use crate::summary::Summary;
use crate::tally::{Concluded, Tally};

/// A plan, and what it takes to carry it out.
pub struct Prepared {
    /// Only its steps that write: what stays as it is was counted, and is not held.
    pub plan: Plan<Uuid>,
    pub known: Known,
    /// Stored accounts that are given to somebody.
    pub owners: Vec<Uuid>,
    pub summary: Summary,
    pub faults: Vec<RowFault>,
    pub error_files: Vec<ErrorFile>,
}

/// Loads what is stored, then reads the files where waiting for a disk holds nobody up.
pub async fn prepare(ctx: Ctx, import: &Import<'_>) -> Result<Prepared> {
    let turn = turn_of_job().await?;
    let loaded = load(ctx, import, turn).await?;
    tokio::task::spawn_blocking(move || planned(loaded)).await?
}

/// All that a plan is made of.
pub struct Loaded {
    pub sources: Sources,
    pub mapping: Mapping,
    pub existing: Existing<Uuid>,
    pub known: Known,
    pub lang: Lang,
    /// Held until the work is done, whoever still waits for it.
    _turn: Turn,
}

impl Loaded {
    /// Reads the files, and decides which rows stand.
    pub fn settled(&self) -> Result<Settled<'_, Uuid>> {
        let Self { sources, mapping, existing, .. } = self;
        source_file::settled(sources, mapping, existing).map_err(Error::refused)
    }

    /// What comes of all steps that were counted.
    pub fn concluded(&self, tally: Tally, settled: &Settled<'_, Uuid>) -> Concluded {
        let Self { sources, mapping, existing, known, .. } = self;
        let passed_over = sources.passed_over.clone();
        tally.concluded((existing, known), &mapping.currency, settled.files(), passed_over)
    }

    /// The rejected rows of each file, as a file to mend.
    pub fn error_files(&self, settled: &Settled<'_, Uuid>) -> Result<Vec<ErrorFile>> {
        let mut files = Vec::new();
        for place in 0..self.sources.files.len() {
            files.extend(self.error_file(settled, place)?);
        }
        Ok(files)
    }

    /// Those of the file at this place; none where it has none.
    pub fn error_file(
        &self,
        settled: &Settled<'_, Uuid>,
        place: usize,
    ) -> Result<Option<ErrorFile>> {
        let Some(file) = self.sources.files.get(place) else { return Ok(None) };
        let faults: Vec<RowFault> = settled.faults_of(place).collect();
        Ok(source_file::rejected_rows(file, &faults, self.lang)?)
    }
}

/// Loads what is stored, as far as these files may speak of it.
pub async fn load(ctx: Ctx, import: &Import<'_>, turn: Turn) -> Result<Loaded> {
    let documents = spoken_of(&ctx, import).await?;
    let (mut existing, mut known) = known::load(&ctx, import.mapping.keys).await?;
    if let Some(documents) = documents {
        load_documents(&ctx, (&mut existing, &mut known), documents).await?;
    }
    let (sources, mapping) = (import.sources.clone(), import.mapping.clone());
    let mapping = mapping.owned(known.own.clone());
    Ok(Loaded { sources, mapping, existing, known, lang: import.lang, _turn: turn })
}

/// The numbers of the documents and payments that files speak of, if any does: what the ledger has
/// of others is not asked for.
async fn spoken_of(
    ctx: &Ctx,
    import: &Import<'_>,
) -> Result<Option<(BTreeSet<String>, BTreeSet<String>)>> {
    if !import.mapping.has_documents() {
        return Ok(None);
    }
    ctx.permit_company(Act::Create, Area::Transactions)?;
    let own = own::load(&ctx.again()).await?;
    let (sources, mapping) = (import.sources.clone(), import.mapping.clone().owned(own));
    let read = move || source_file::spoken_of(&sources, &mapping);
    tokio::task::spawn_blocking(read).await?.map(Some).map_err(Error::refused)
}

fn planned(mut loaded: Loaded) -> Result<Prepared> {
    let settled = loaded.settled()?;
    let (mut tally, mut steps) = (Tally::of(&loaded.mapping), Vec::new());
    for (_, mut step) in settled.steps() {
        loaded.known.drop_what_holds(&mut step);
        tally.hear(&step);
        if !matches!(step.decision, Decision::Unchanged { .. }) {
            steps.push(step);
        }
    }
    steps.shrink_to_fit();
    let Concluded { summary, owners, given } = loaded.concluded(tally, &settled);
    let error_files = loaded.error_files(&settled)?;
    let (files, faults) = settled.into_rest();
    let faults: Vec<RowFault> = faults.collect();

    loaded.known.give(owners);
    let plan = Plan { steps, files, faults: Vec::new() };
    Ok(Prepared { plan, known: loaded.known, owners: given, summary, faults, error_files })
}
