//! A prospect in words, as lists and pages show it.

use std::collections::BTreeSet;

use frame::{Ctx, Result};
use kernel::PersonId;

use crate::choice::{self, List};
use crate::owners::names;
use crate::prospect::{self, Model, ProspectStatus};
use crate::words::Words;

/// One prospect, in words.
pub struct Shown {
    pub it: Model,
    /// Empty while it waits in the inbox.
    pub owner: String,
    pub source: String,
    pub status: &'static str,
    pub look: &'static str,
    pub value: String,
    pub place: String,
    pub next_step: String,
    /// The next step should have been done by now.
    pub late: bool,
    pub created: String,
    pub may_edit: bool,
}

/// These prospects, in their order.
pub async fn shown(ctx: &Ctx, prospects: Vec<Model>) -> Result<Vec<Shown>> {
    let (lang, zone) = (ctx.lang(), &ctx.actor.zone);
    let (w, today) = (Words::of(lang), ctx.now.day(zone));
    let choices = choice::all(ctx).await?;
    let owners = names(ctx, prospects.iter().filter_map(|it| it.owner_id)).await?;
    let editable = editable(ctx, &prospects).await?;
    let one = |it: Model| {
        let day = it.next_step_on.map(|it| lang.day(it));
        let next_step = match (&it.next_step, day) {
            (Some(step), Some(day)) => w.step_on_day(step, day),
            (Some(step), None) => step.clone(),
            (None, _) => String::new(),
        };
        Shown {
            owner: it.owner_id.and_then(|it| owners.get(&it).cloned()).unwrap_or_default(),
            source: choices.label(List::Source, &it.source, lang).to_owned(),
            status: w.status(it.status),
            look: it.status.look(),
            value: it.value().map(|it| it.to_string()).unwrap_or_default(),
            place: [&it.city, &it.province]
                .into_iter()
                .flatten()
                .cloned()
                .collect::<Vec<_>>()
                .join(", "),
            next_step,
            late: it.status.is_open() && it.next_step_on.is_some_and(|it| it < today),
            created: lang.day(it.created_at.day(zone)),
            may_edit: editable.contains(&it.owner_id),
            it,
        }
    };
    Ok(prospects.into_iter().map(one).collect())
}

/// Those among the owners of these whose prospects the actor may change.
async fn editable(ctx: &Ctx, prospects: &[Model]) -> Result<BTreeSet<Option<PersonId>>> {
    let (mut asked, mut may) = (BTreeSet::new(), BTreeSet::new());
    for it in prospects {
        if asked.insert(it.owner_id) && prospect::may_edit(ctx, it).await? {
            may.insert(it.owner_id);
        }
    }
    Ok(may)
}

impl ProspectStatus {
    /// How a badge shows it: its shape and its colour.
    pub fn look(self) -> &'static str {
        match self {
            Self::New => "open",
            Self::Contacted => "busy",
            Self::Qualified => "waits",
            Self::Disqualified => "off",
            Self::Converted => "good",
        }
    }
}

impl Words {
    pub fn status(self, status: ProspectStatus) -> &'static str {
        match status {
            ProspectStatus::New => self.status_new(),
            ProspectStatus::Contacted => self.status_contacted(),
            ProspectStatus::Qualified => self.status_qualified(),
            ProspectStatus::Disqualified => self.status_disqualified(),
            ProspectStatus::Converted => self.status_converted(),
        }
    }
}
