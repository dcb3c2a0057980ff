//! What was written about a client is written anew, taken away and brought back, or pinned.

use std::collections::BTreeSet;

use accounts::rules::DAYS_TO_RESTORE;
use accounts::{ContactId, account, contact};
use frame::{Error, Event, Result, Tx, notices, search};
use kernel::access::{Act, Area};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, Condition, IntoActiveModel};

use crate::log_activity::{Logged, NewActivity};
use crate::log_activity::{about, checked, keep_contacts, known_contacts, texts};
use crate::mentioning::{keep_mentions, keep_old_mentions};
use crate::note::{self, Model, NoteId};
use crate::rules::activity::{ActivityRefused, fit};
use crate::{note_contact, note_version};

/// A note that the actor may see, and its client, whoever looks after it.
pub async fn get(tx: &Tx, id: NoteId) -> Result<(Model, account::Model)> {
    let note = tx.get::<note::Entity>(id).await?;
    let account = account::whoever(tx, note.account_id).await?;
    Ok((note, account))
}

/// Whoever wrote it, and whoever answers for them, may change it.
pub async fn permit(ctx: &frame::Ctx, note: &Model) -> Result<()> {
    match ctx.permit(Act::Edit, Area::Accounts, note.owner_id).await {
        Err(Error::Denied) if ctx.may(Act::Edit, Area::Accounts) => {
            Err(Error::refused(ActivityRefused::NotYours))
        }
        answer => answer,
    }
}

/// Writes a note anew; what it said before is kept beside it.
pub async fn change_note(tx: &Tx, id: NoteId, new: NewActivity) -> Result<Logged> {
    let (before, account) = get(tx, id).await?;
    permit(tx, &before).await?;
    if before.hidden_at.is_some() {
        return Err(Error::NotFound);
    }
    let (text, outcome) = checked(&new.text, &new.outcome)?;
    let happened_at = new.happened_at.unwrap_or(before.happened_at);
    fit(new.kind, text.as_deref(), outcome.as_deref(), new.minutes, happened_at, tx.now)
        .map_err(Error::refused)?;
    let sees = sees_client(tx, &account).await?;
    let contacts = if sees {
        known_contacts(tx, account.id, &new.contacts).await?
    } else {
        kept_contacts(tx, id, new.contacts).await?
    };

    let text = text.unwrap_or_default();
    let reworded = text != before.text || outcome != before.outcome;
    if reworded {
        tx.insert(note_version::ActiveModel {
            company_id: Set(tx.actor.company),
            id: Set(tx.id()),
            note_id: Set(id),
            person_id: Set(tx.actor.person),
            text: Set(before.text.clone()),
            outcome: Set(before.outcome.clone()),
            at: Set(tx.now),
        })
        .await?;
    }
    let between = new.kind.is_between_people();
    let mut row = before.clone().into_active_model();
    row.kind = Set(new.kind);
    row.direction = Set(new.direction.filter(|_| between));
    row.happened_at = Set(happened_at);
    row.minutes = Set(new.minutes.and_then(|it| i32::try_from(it).ok()).filter(|_| between));
    row.text = Set(text);
    row.outcome = Set(outcome);
    row.internal = Set(new.internal);
    row.edited_at = Set(Some(tx.now));
    let note = tx.update(row).await?;
    put_contacts(tx, id, contacts).await?;
    search::keep(tx, "note", id.0, &texts(&note)).await?;
    let not_told = if sees {
        keep_mentions(tx, &note, &account).await?
    } else {
        keep_old_mentions(tx, &note).await?
    };

    tx.record(
        about(&note, &account, "accounts.note_changed")
            .change("kind", before.kind.word(), note.kind.word())
            .change("happened_at", before.happened_at.to_string(), note.happened_at.to_string())
            .change("minutes", before.minutes, note.minutes)
            .change("internal", before.internal, note.internal)
            .with("reworded", reworded),
    );
    Ok(Logged { note, not_told })
}

/// May the actor still see the client? Whoever wrote a note keeps it when the client passes on, and
/// learns nothing more of the client by it.
pub async fn sees_client(ctx: &frame::Ctx, account: &account::Model) -> Result<bool> {
    match account::get(ctx, account.id).await {
        Ok(_) => Ok(true),
        Err(Error::NotFound) => Ok(false),
        Err(error) => Err(error),
    }
}

/// Whether an event tells that a note was written anew.
pub fn is_change(event: &frame::stream::Model) -> bool {
    event.name == "accounts.note_changed"
}

/// These people, all of whom the note named before.
async fn kept_contacts(tx: &Tx, note: NoteId, wanted: Vec<ContactId>) -> Result<Vec<ContactId>> {
    let known = note_contact::of(tx, [note]).await?.remove(&note).unwrap_or_default();
    let known: BTreeSet<ContactId> = known.into_iter().map(|it| it.0).collect();
    let wanted: BTreeSet<ContactId> = wanted.into_iter().collect();
    if wanted.is_subset(&known) {
        Ok(wanted.into_iter().collect())
    } else {
        Err(Error::refused(ActivityRefused::UnknownContact))
    }
}

/// Whoever was deleted stays named, unseen: taken back, they were there all along.
async fn put_contacts(tx: &Tx, note: NoteId, contacts: Vec<ContactId>) -> Result<()> {
    let there = contact::ids_there(tx.actor.company);
    let these = Condition::all()
        .add(note_contact::Column::NoteId.eq(note))
        .add(note_contact::Column::ContactId.in_subquery(there));
    tx.delete_where::<note_contact::Entity, _>(note_contact::Column::CompanyId, these).await?;
    keep_contacts(tx, note, contacts).await
}

/// Takes a note away: nobody finds it any more, and it can be brought back for a while.
pub async fn hide_note(tx: &Tx, id: NoteId) -> Result<Model> {
    let (before, account) = get(tx, id).await?;
    permit(tx, &before).await?;
    if before.hidden_at.is_some() {
        return Ok(before);
    }

    let mut row = before.into_active_model();
    row.hidden_at = Set(Some(tx.now));
    row.pinned_at = Set(None);
    let note = tx.update(row).await?;
    search::forget(tx, "note", [id.0]).await?;
    notices::take_back(tx, id).await?;

    tx.record(about(&note, &account, "accounts.note_hidden"));
    Ok(note)
}

/// Brings a note back.
pub async fn restore_note(tx: &Tx, id: NoteId) -> Result<Model> {
    let (before, account) = get(tx, id).await?;
    permit(tx, &before).await?;
    let Some(hidden_at) = before.hidden_at else { return Ok(before) };
    if hidden_at.plus_days(DAYS_TO_RESTORE) < tx.now {
        return Err(Error::refused(ActivityRefused::TooLate));
    }

    let mut row = before.into_active_model();
    row.hidden_at = Set(None);
    let note = tx.update(row).await?;
    search::keep(tx, "note", id.0, &texts(&note)).await?;

    tx.record(about(&note, &account, "accounts.note_restored"));
    Ok(note)
}

/// Keeps a note on top of its client's page, or lets it go from there.
pub async fn pin_note(tx: &Tx, id: NoteId, pinned: bool) -> Result<Model> {
    let (before, account) = get(tx, id).await?;
    account::permit(tx, Act::Edit, account.owner_id).await?;
    if before.hidden_at.is_some() {
        return Err(Error::NotFound);
    }
    if before.pinned_at.is_some() == pinned {
        return Ok(before);
    }

    let mut row = before.into_active_model();
    row.pinned_at = Set(pinned.then_some(tx.now));
    let note = tx.update(row).await?;

    let event: Event = if pinned {
        about(&note, &account, "accounts.note_pinned")
    } else {
        about(&note, &account, "accounts.note_unpinned")
    };
    tx.record(event);
    Ok(note)
}
