//! What the search finds here: what was written about clients.

use accounts::account;
use frame::app::Asking;
use frame::search::{By, Hit, Searched, Texts, in_reach};
use frame::{Ctx, Result};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::log_activity::texts;
use crate::note::{self, NoteId};
use crate::words::Words;

/// So much of a note is shown.
const LONGEST_LINE: usize = 120;

pub const SEARCHED: &[Searched] = &[Searched {
    kind: "note",
    title: |lang| Words::of(lang).notes_title(),
    icon: "notebook-pen",
    version: 1,
    by: By::Words(|ctx| {
        in_reach::<note::Entity>(ctx, |it| it.filter(note::Column::HiddenAt.is_null()))
    }),
    show: |ctx, ids| Box::pin(notes(ctx, ids)) as Asking<'_, Vec<Hit>>,
    texts: |ctx, after, most| Box::pin(note_texts(ctx, after, most)),
}];

async fn notes(ctx: &Ctx, ids: &[Uuid]) -> Result<Vec<Hit>> {
    let found = note::shown(ctx).filter(note::Column::Id.is_in(ids.iter().copied()));
    let found = found.all(ctx).await?;
    let names = account::names(ctx, found.iter().map(|it| it.account_id)).await?;
    let hit = |it: note::Model| {
        let name = names.get(&it.account_id).cloned().unwrap_or_default();
        let day = ctx.lang().day(it.at.day(&ctx.actor.zone));
        Hit {
            id: it.id.0,
            href: format!("/notes/{}", it.id),
            title: it.text.replace('\n', " ").chars().take(LONGEST_LINE).collect(),
            detail: format!("{name} · {day}"),
        }
    };
    Ok(found.into_iter().map(hit).collect())
}

async fn note_texts(ctx: &Ctx, after: Option<Uuid>, most: u64) -> Result<Vec<(Uuid, Texts)>> {
    let mut next = ctx.whole_company::<note::Entity>().order_by_asc(note::Column::Id);
    next = next.filter(note::Column::HiddenAt.is_null());
    if let Some(after) = after {
        next = next.filter(note::Column::Id.gt(NoteId(after)));
    }
    let notes = next.limit(most).all(ctx).await?;
    Ok(notes.iter().map(|it| (it.id.0, texts(it))).collect())
}
