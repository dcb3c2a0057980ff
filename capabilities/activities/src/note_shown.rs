//! Things that happened, as a page shows them.

use std::collections::HashMap;

use accounts::AccountId;
use frame::{Ctx, Result};
use kernel::PersonId;
use kernel::access::{Act, Area, Reach};
use people::person::names_of;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::note::{self, Direction, Model, NoteId};
use crate::rules::mentioned::pieces;
use crate::words::Words;
use crate::{mention, note_contact};

/// More pinned notes than this crowd the page.
const MOST_PINNED: u64 = 10;

/// One thing that happened.
pub struct NoteShown {
    pub id: NoteId,
    /// `Telepon dengan Rina, 10 menit`.
    pub sentence: String,
    /// Names of colleagues are marked.
    pub pieces: Vec<(String, bool)>,
    pub outcome: Option<String>,
    pub internal: bool,
    pub pinned: bool,
    pub edited: Option<String>,
    /// When it happened, if that is not when it was written down.
    pub happened: Option<String>,
    pub author: String,
    pub written: String,
    pub may_change: bool,
}

/// These notes, which were found in reach.
pub async fn shown(ctx: &Ctx, notes: Vec<Model>) -> Result<HashMap<NoteId, NoteShown>> {
    if notes.is_empty() {
        return Ok(HashMap::new());
    }
    let ids: Vec<NoteId> = notes.iter().map(|it| it.id).collect();
    let people = note_contact::of(ctx, ids.iter().copied()).await?;
    let named = mention::of(ctx, ids).await?;
    let everybody = named.values().flatten().copied().chain(notes.iter().map(|it| it.owner_id));
    let known = names_of(ctx, everybody.collect::<Vec<_>>()).await?;
    let line = match ctx.actor.reach(Act::Edit, Area::Accounts) {
        Reach::Team => frame::line::of_actor(ctx).await?,
        _ => Vec::new(),
    };
    let may_change = |author: PersonId| match ctx.actor.reach(Act::Edit, Area::Accounts) {
        Reach::Company => true,
        Reach::Team => author == ctx.actor.person || line.contains(&author),
        Reach::Own => author == ctx.actor.person,
        Reach::Nobody => false,
    };
    let shown = notes.into_iter().map(|note| {
        let colleagues = named.get(&note.id).map(Vec::as_slice).unwrap_or_default();
        let colleagues: Vec<&str> =
            colleagues.iter().filter_map(|it| known.get(it)).map(String::as_str).collect();
        let with = people.get(&note.id).map(Vec::as_slice).unwrap_or_default();
        let with: Vec<&str> = with.iter().map(|it| it.1.as_str()).collect();
        let author = known.get(&note.owner_id).cloned().unwrap_or_default();
        let may_change = may_change(note.owner_id);
        (note.id, one(ctx, note, &with, &colleagues, author, may_change))
    });
    Ok(shown.collect())
}

fn one(
    ctx: &Ctx,
    note: Model,
    with: &[&str],
    colleagues: &[&str],
    author: String,
    may_change: bool,
) -> NoteShown {
    let (lang, zone) = (ctx.lang(), &ctx.actor.zone);
    let w = Words::of(lang);
    let later = 300 < note.at.seconds_since(note.happened_at).abs();
    let mut sentence = w.kind(note.kind).to_owned();
    if note.direction == Some(Direction::In) {
        sentence.push_str(w.told_incoming());
    }
    if !with.is_empty() {
        sentence.push_str(&w.told_with(with.join(", ")));
    }
    if let Some(minutes) = note.minutes {
        sentence.push_str(&w.told_minutes(i64::from(minutes)));
    }
    NoteShown {
        id: note.id,
        sentence,
        pieces: pieces(&note.text, colleagues),
        outcome: note.outcome,
        internal: note.internal,
        pinned: note.pinned_at.is_some(),
        edited: note.edited_at.map(|it| lang.moment(it, zone)),
        happened: later.then(|| lang.moment(note.happened_at, zone)),
        author,
        written: lang.moment(note.at, zone),
        may_change,
    }
}

/// What is pinned to an account that was loaded in reach, the latest pin first.
pub async fn pinned(ctx: &Ctx, account: AccountId) -> Result<Vec<NoteShown>> {
    let notes = note::shown(ctx)
        .filter(note::Column::AccountId.eq(account))
        .filter(note::Column::PinnedAt.is_not_null())
        .order_by_desc(note::Column::PinnedAt)
        .order_by_desc(note::Column::Id)
        .limit(MOST_PINNED)
        .all(ctx)
        .await?;
    let order: Vec<NoteId> = notes.iter().map(|it| it.id).collect();
    let mut shown = shown(ctx, notes).await?;
    Ok(order.into_iter().filter_map(|it| shown.remove(&it)).collect())
}
