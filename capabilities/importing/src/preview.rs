//! What importing files would do, for whoever looks before anything is written.
//!
//! Nothing of a plan is held: its steps go by one after the other, are counted, compared and
//! forgotten, and a few of each kind are shown.

use frame::{Ctx, Result};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::alike::{Alike, Seeking};
use crate::few_at_once::Turn;
use crate::import::Import;
use crate::prepare::{Loaded, load};
use crate::rules::draft::{Change, TargetKind};
use crate::rules::planning::{Decision, Settled, Step};
use crate::rules::row_refused::RowFault;
use crate::source_file::ErrorFile;
use crate::summary::Summary;
use crate::tally::Tally;

/// Of each kind and decision so many are shown.
const SAMPLES: usize = 5;
/// Rejected rows are told one by one up to here; the rest stands in their file.
pub const FAULTS: usize = 100;

/// What importing files would do.
pub struct Preview {
    pub summary: Summary,
    pub samples: Vec<Sample>,
    /// New accounts that may be known under another spelling.
    pub alike: Vec<Alike>,
    pub faults: Vec<RowFault>,
}

/// A record that would be new or changed.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Sample {
    pub kind: TargetKind,
    pub name: String,
    pub file: String,
    pub line: u64,
    pub is_new: bool,
    pub changes: Vec<Change>,
}

/// What importing would do, with the first of what is wrong.
pub async fn preview(ctx: Ctx, import: &Import<'_>, turn: Turn) -> Result<Preview> {
    let loaded = load(ctx, import, turn).await?;
    let look = move || {
        let (mut preview, settled) = looked_through(&loaded)?;
        preview.faults = settled.into_rest().1.take(FAULTS).collect();
        Ok(preview)
    };
    tokio::task::spawn_blocking(look).await?
}

/// What importing would do, with all that is wrong, and the rejected rows as files to mend.
pub async fn preview_whole(
    ctx: Ctx,
    import: &Import<'_>,
    turn: Turn,
) -> Result<(Preview, Vec<ErrorFile>)> {
    let loaded = load(ctx, import, turn).await?;
    let look = move || {
        let (mut preview, settled) = looked_through(&loaded)?;
        let error_files = loaded.error_files(&settled)?;
        preview.faults = settled.into_rest().1.collect();
        Ok((preview, error_files))
    };
    tokio::task::spawn_blocking(look).await?
}

fn looked_through(loaded: &Loaded) -> Result<(Preview, Settled<'_, Uuid>)> {
    let settled = loaded.settled()?;
    let names: Vec<String> = settled.files().map(|it| it.name.clone()).collect();
    let mut tally = Tally::of(&loaded.mapping);
    let mut seeking = Seeking::among(&loaded.existing);
    let mut samples = Vec::new();
    for (place, mut step) in settled.steps() {
        loaded.known.drop_what_holds(&mut step);
        tally.hear(&step);
        seeking.see(place, &step);
        sample(&mut samples, step, &names);
    }
    let summary = loaded.concluded(tally, &settled).summary;
    let alike = seeking.found(|place| settled.draft(place), loaded.lang);
    Ok((Preview { summary, samples, alike, faults: Vec::new() }, settled))
}

/// Keeps a step that would write something, if there are few such.
fn sample(samples: &mut Vec<Sample>, step: Step<Uuid>, names: &[String]) {
    let changes = match step.decision {
        Decision::Create => Vec::new(),
        Decision::Update { changes, .. } => changes,
        Decision::Unchanged { .. } => return,
    };
    let (kind, is_new) = (step.draft.kind(), changes.is_empty());
    let same = samples.iter().filter(|it| it.kind == kind && it.is_new == is_new);
    if same.count() < SAMPLES {
        samples.push(Sample {
            kind,
            name: step.draft.name().to_owned(),
            file: names.get(step.file).cloned().unwrap_or_default(),
            line: step.line,
            is_new,
            changes,
        });
    }
}
