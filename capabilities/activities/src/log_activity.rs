//! Somebody keeps what happened with a client: a call, a message, a meeting, or a note.

use accounts::contact::ids_there;
use accounts::rules::{AccountRefused, LONGEST_LINE, LONGEST_TEXT};
use accounts::{AccountId, ContactId, account, account_contact, get_standing};
use frame::search::Texts;
use frame::{Error, Event, Result, Tx, search, text};
use kernel::access::{Act, Area};
use kernel::{Day, Instant};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, QueryFilter};
use tasks::{NewTask, TaskId, add_task};
use uuid::Uuid;

use crate::mentioning::keep_mentions;
use crate::note::{self, Direction, Model, NoteId, NoteKind};
use crate::note_contact;
use crate::rules::activity::{ActivityRefused, fit};

/// Something that happened with a client.
#[derive(Clone, Debug, Default)]
pub struct NewActivity {
    /// Made where it was written, or made here.
    pub id: Option<NoteId>,
    pub account: Option<AccountId>,
    /// The visit during which it was written.
    pub visit: Option<Uuid>,
    pub opportunity: Option<Uuid>,
    pub kind: NoteKind,
    pub direction: Option<Direction>,
    /// Now, unless told.
    pub happened_at: Option<Instant>,
    pub minutes: Option<i64>,
    pub contacts: Vec<ContactId>,
    pub text: String,
    pub outcome: String,
    pub internal: bool,
    pub next: Option<NextStep>,
}

/// What is to be done after it.
#[derive(Clone, Debug, Default)]
pub struct NextStep {
    pub text: String,
    pub due_on: Option<Day>,
}

/// What was kept, and who of those named in it may not know.
#[derive(Clone, Debug)]
pub struct Logged {
    pub note: Model,
    pub not_told: Vec<String>,
}

/// Keeps what happened with an account that the actor may see.
pub async fn log_activity(tx: &Tx, new: NewActivity) -> Result<Logged> {
    let author = tx.actor.person;
    tx.permit(Act::Create, Area::Accounts, author).await?;

    let account = new.account.ok_or(Error::refused(ActivityRefused::NoAccount))?;
    let account = get_standing(tx, account).await?;
    let (text, outcome) = checked(&new.text, &new.outcome)?;
    let happened_at = new.happened_at.unwrap_or(tx.now);
    fit(new.kind, text.as_deref(), outcome.as_deref(), new.minutes, happened_at, tx.now)
        .map_err(Error::refused)?;
    let contacts = known_contacts(tx, account.id, &new.contacts).await?;

    let id = new.id.unwrap_or_else(|| tx.id());
    let task = next_step(tx, &account, &new).await?;
    let between = new.kind.is_between_people();
    let note = tx
        .insert(note::ActiveModel {
            company_id: Set(tx.actor.company),
            id: Set(id),
            owner_id: Set(author),
            account_id: Set(account.id),
            visit_id: Set(new.visit),
            text: Set(text.unwrap_or_default()),
            at: Set(tx.now),
            kind: Set(new.kind),
            direction: Set(new.direction.filter(|_| between)),
            happened_at: Set(happened_at),
            minutes: Set(new.minutes.and_then(|it| i32::try_from(it).ok()).filter(|_| between)),
            outcome: Set(outcome),
            internal: Set(new.internal),
            opportunity_id: Set(new.opportunity),
            task_id: Set(task),
            pinned_at: Set(None),
            edited_at: Set(None),
            hidden_at: Set(None),
        })
        .await?;
    keep_contacts(tx, id, contacts).await?;
    search::keep(tx, "note", id.0, &texts(&note)).await?;
    let not_told = keep_mentions(tx, &note, &account).await?;

    // The text stays where it can be erased; the stream is for ever.
    tx.record(about(&note, &account, note.kind.event()));
    Ok(Logged { note, not_told })
}

/// What is to be found of a note.
pub fn texts(note: &Model) -> Texts {
    Texts::default().word(note.text.as_str()).words([note.outcome.as_deref()])
}

/// An event of a note, on the timeline of its client.
pub fn about(note: &Model, account: &account::Model, name: &'static str) -> Event {
    Event::of(name, "note", note.id).owner(account.owner_id).about(account.id)
}

/// The text and the outcome, as they are kept.
pub fn checked(typed: &str, outcome: &str) -> Result<(Option<String>, Option<String>)> {
    let text = text::paragraphs(typed);
    if text.as_deref().is_some_and(|it| LONGEST_TEXT < it.chars().count()) {
        return Err(Error::refused(AccountRefused::TooLong("text")));
    }
    let outcome = text::line(outcome);
    if outcome.as_deref().is_some_and(|it| LONGEST_LINE < it.chars().count()) {
        return Err(Error::refused(AccountRefused::TooLong("outcome")));
    }
    Ok((text, outcome))
}

/// These people, all of whom are or were at this account, and none of whom was deleted.
pub async fn known_contacts(
    tx: &Tx,
    account: AccountId,
    contacts: &[ContactId],
) -> Result<Vec<ContactId>> {
    let mut wanted = contacts.to_vec();
    wanted.sort_unstable();
    wanted.dedup();
    if wanted.is_empty() {
        return Ok(wanted);
    }
    let there = tx
        .whole_company::<account_contact::Entity>()
        .filter(account_contact::Column::AccountId.eq(account))
        .filter(account_contact::Column::ContactId.is_in(wanted.iter().copied()))
        .filter(account_contact::Column::ContactId.in_subquery(ids_there(tx.actor.company)));
    if there.all(&**tx).await?.len() == wanted.len() {
        Ok(wanted)
    } else {
        Err(Error::refused(ActivityRefused::UnknownContact))
    }
}

pub async fn keep_contacts(tx: &Tx, note: NoteId, contacts: Vec<ContactId>) -> Result<()> {
    let row = |contact| note_contact::ActiveModel {
        company_id: Set(tx.actor.company),
        note_id: Set(note),
        contact_id: Set(contact),
    };
    tx.insert_all(contacts.into_iter().map(row).collect()).await
}

async fn next_step(tx: &Tx, account: &account::Model, new: &NewActivity) -> Result<Option<TaskId>> {
    let Some(next) = new.next.as_ref().filter(|it| text::line(&it.text).is_some()) else {
        return Ok(None);
    };
    let step = NewTask {
        account: Some(account.id),
        opportunity: new.opportunity,
        text: next.text.clone(),
        due_on: next.due_on,
        ..NewTask::default()
    };
    Ok(Some(add_task(tx, step).await?.id))
}
