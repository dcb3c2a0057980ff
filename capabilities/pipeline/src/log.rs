//! How a deal went: its stages with the time in each, and what else happened to it.

use frame::{Ctx, Result, stream};
use kernel::{Instant, PersonId};

use crate::opportunity::Model;
use crate::owners::names;
use crate::say::stayed;
use crate::stage::{Pipelines, pipelines};
use crate::stage_change;
use crate::words::Words;

/// Events that one page shows.
const SHOWN: u64 = 50;
/// What the log of stages tells already.
const OF_STAGES: &[&str] =
    &["pipeline.moved", "pipeline.won", "pipeline.lost", "pipeline.reopened"];

/// How a deal went, newest first.
pub struct Log {
    pub entries: Vec<Entry>,
    /// The stage from which it came last, if it can go back there.
    pub undo: Option<String>,
}

/// One thing that happened.
pub struct Entry {
    pub at: Instant,
    pub icon: &'static str,
    pub look: &'static str,
    pub sentence: String,
    /// How long the deal had stood where it was.
    pub stayed: String,
    pub who: String,
    pub iso: String,
    pub moment: String,
}

/// How a deal went that the caller has loaded in reach.
pub async fn log(ctx: &Ctx, deal: &Model) -> Result<Log> {
    let changes = stage_change::of(ctx, deal.id).await?;
    let events = stream::of_record(ctx, deal.id, SHOWN).await?;
    let known = pipelines(ctx).await?;
    let people = changes.iter().filter_map(|it| it.person_id);
    let people = people.chain(events.iter().filter_map(|it| it.actor_id));
    let people = names(ctx, people).await?;
    let who = |person: Option<PersonId>| {
        let name = person.and_then(|it| people.get(&it).cloned());
        name.unwrap_or_else(|| Words::of(ctx.lang()).by_system().to_owned())
    };

    let undo = changes.last().filter(|it| it.from_pipeline.as_ref() == Some(&deal.pipeline));
    let undo = undo.and_then(|it| it.from_stage.clone());
    let mut entries: Vec<Entry> = Vec::new();
    for change in &changes {
        entries.push(entry_of(ctx, &known, change, who(change.person_id)));
    }
    for event in events.iter().filter(|it| !OF_STAGES.contains(&it.name.as_str())) {
        let Some(sentence) = ctx.tell(event) else { continue };
        entries.push(Entry {
            at: event.at,
            icon: match event.name.as_str() {
                "pipeline.opened" => "briefcase",
                it if it.starts_with("attachments.") => "paperclip",
                _ => "pencil",
            },
            look: if event.name == "pipeline.opened" { "brand" } else { "" },
            sentence,
            stayed: String::new(),
            who: who(event.actor_id),
            iso: event.at.to_string(),
            moment: ctx.lang().moment(event.at, &ctx.actor.zone),
        });
    }
    entries.sort_by_key(|it| std::cmp::Reverse(it.at));
    Ok(Log { entries, undo })
}

fn entry_of(ctx: &Ctx, known: &Pipelines, change: &stage_change::Model, who: String) -> Entry {
    let (lang, w) = (ctx.lang(), Words::of(ctx.lang()));
    let label = |pipeline: &str, stage: &str| {
        known.stage(pipeline, stage).map_or(stage, |it| it.label(lang)).to_owned()
    };
    let to = label(&change.pipeline, &change.stage);
    let kind = known.stage(&change.pipeline, &change.stage).map(|it| it.kind.word());
    let (icon, look) = match kind {
        Some("won") => ("circle-check", "good"),
        Some("lost") => ("circle-x", "bad"),
        _ => ("arrow-right", ""),
    };
    let from = change.from_pipeline.as_deref().zip(change.from_stage.as_deref());
    let length = change.stayed_s.map(|it| stayed(it, lang));
    let (sentence, stayed) = match from {
        Some((pipeline, stage)) => {
            let from = label(pipeline, stage);
            let stayed = length.map(|it| w.stayed_in(it, &from)).unwrap_or_default();
            (w.log_moved(from, to), stayed)
        }
        None => (w.log_begun(to), length.map(|it| w.under_way(it)).unwrap_or_default()),
    };
    Entry {
        at: change.at,
        icon,
        look,
        sentence,
        stayed,
        who,
        iso: change.at.to_string(),
        moment: lang.moment(change.at, &ctx.actor.zone),
    }
}

/// A change of stage as the API shows it.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
pub struct ChangeOut {
    pub from_pipeline: Option<String>,
    /// None at the beginning, as far as that is known.
    pub from_stage: Option<String>,
    pub pipeline: String,
    pub stage: String,
    pub at: Instant,
    /// How long it had stood in the stage before; of the first, how long it had been under way.
    pub stayed_s: Option<i64>,
    pub person_id: Option<PersonId>,
}

impl From<stage_change::Model> for ChangeOut {
    fn from(change: stage_change::Model) -> Self {
        Self {
            from_pipeline: change.from_pipeline,
            from_stage: change.from_stage,
            pipeline: change.pipeline,
            stage: change.stage,
            at: change.at,
            stayed_s: change.stayed_s,
            person_id: change.person_id,
        }
    }
}
